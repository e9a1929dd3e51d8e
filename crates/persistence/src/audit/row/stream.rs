//! The `audit_stream` table: where each chain ends.

use domain::audit::Tail;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::parse;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_stream")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) stream: String,
    pub(crate) seq: i64,
    pub(crate) hash: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Tail {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model { stream, seq, hash } = row;
        Ok(Self {
            stream: parse("audit_stream.stream", &stream)?,
            seq: super::place(seq)?,
            hash: super::hash(hash)?,
        })
    }
}

impl From<&Tail> for ActiveModel {
    fn from(tail: &Tail) -> Self {
        let Tail { stream, seq, hash } = tail;
        Self {
            stream: Set(stream.to_string()),
            seq: Set(super::seq(*seq)),
            hash: Set(hash.0.to_vec()),
        }
    }
}
