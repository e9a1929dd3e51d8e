//! Values of the domain in one column: names of enumerations as short text, value lists as JSON.

use domain::directory::Stated;
use domain::ids::SourceId;
use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, OnConflict, ValueType, ValueTypeErr};
use sea_orm::{
    ActiveModelTrait, DatabaseTransaction, DbErr, EntityTrait, Iterable, PrimaryKeyToColumn,
    TryGetableFromJson, Value,
};
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::unreadable;

/// A value of the domain as JSON, in the form `serde` gives it.
///
/// That form is what lies in databases for years: a field that is added to such a type needs a
/// `#[serde(default)]`, a field that is renamed an `alias`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Json<T>(pub(crate) T);

impl<T: DeserializeOwned> TryGetableFromJson for Json<T> {}

impl<T: Serialize> From<Json<T>> for Value {
    fn from(Json(value): Json<T>) -> Self {
        let json = serde_json::to_value(value).expect("values of the domain have string keys only");
        Self::Json(Some(Box::new(json)))
    }
}

impl<T: DeserializeOwned> ValueType for Json<T> {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        let Value::Json(Some(json)) = value else {
            return Err(ValueTypeErr);
        };
        serde_json::from_value(*json).map_err(|_unreadable| ValueTypeErr)
    }

    fn type_name() -> String {
        "Json".to_owned()
    }

    fn array_type() -> ArrayType {
        ArrayType::Json
    }

    fn column_type() -> ColumnType {
        ColumnType::JsonBinary
    }
}

impl<T> Nullable for Json<T> {
    fn null() -> Value {
        Value::Json(None)
    }
}

/// The name of an enumeration's value, as the domain spells it.
pub(crate) fn code(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        other => unreachable!("an enumeration without contents has a name, not {other:?}"),
    }
}

/// The value of an enumeration with this name.
pub(crate) fn decode<T: DeserializeOwned>(what: &'static str, name: &str) -> Result<T, DbErr> {
    let name: StrDeserializer<'_, serde::de::value::Error> = name.into_deserializer();
    T::deserialize(name).map_err(|cause| unreadable(what, cause))
}

/// A text that was checked when it was written and is checked again when it is read.
pub(crate) fn parse<T>(what: &'static str, text: &str) -> Result<T, DbErr>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    text.parse().map_err(|cause| unreadable(what, cause))
}

/// The same, where it may be unknown.
pub(crate) fn parse_known<T>(what: &'static str, text: Option<String>) -> Result<Option<T>, DbErr>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    text.map(|text| parse(what, &text)).transpose()
}

/// The columns of a statement, with the value that was stated.
pub(crate) fn stated<T>(value: T, source_id: Option<Uuid>, stated_on: Option<String>) -> Stated<T> {
    Stated {
        value,
        source: source_id.map(SourceId::from_uuid),
        date: stated_on,
    }
}

/// What an insert does when the row is there already: it replaces everything but the key.
pub(crate) fn replacing<E: EntityTrait>() -> OnConflict {
    let is_key = |column: &E::Column| E::PrimaryKey::from_column(*column).is_some();
    OnConflict::columns(E::Column::iter().filter(is_key))
        .update_columns(E::Column::iter().filter(|column| !is_key(column)))
        .to_owned()
}

/// A number of the domain as the engines count.
pub(crate) fn number(value: u32) -> i32 {
    value.try_into().unwrap_or(i32::MAX)
}

/// A number as the domain counts.
pub(crate) fn unsigned(what: &'static str, value: i32) -> Result<u32, DbErr> {
    value.try_into().map_err(|cause| unreadable(what, cause))
}

/// 32 bytes of a hash.
pub(crate) fn hash(what: &'static str, bytes: Vec<u8>) -> Result<[u8; 32], DbErr> {
    bytes
        .try_into()
        .map_err(|wrong: Vec<u8>| unreadable(what, format!("{} bytes", wrong.len())))
}

/// Inserts a row unless one with its key is there; answers whether it did.
pub(crate) async fn insert_new<E: EntityTrait, A: ActiveModelTrait<Entity = E>>(
    txn: &DatabaseTransaction,
    row: A,
) -> Result<bool, DbErr> {
    let is_key = |column: &E::Column| E::PrimaryKey::from_column(*column).is_some();
    let unless_there = OnConflict::columns(E::Column::iter().filter(is_key))
        .do_nothing()
        .to_owned();
    let inserted = E::insert(row)
        .on_conflict(unless_there)
        .exec_without_returning(txn)
        .await?;
    Ok(inserted == 1)
}
