//! The `audit_entry` table and its way into the domain and back.

use domain::audit::Sealed;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::error::unreadable;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) stream: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) seq: i64,
    pub(crate) entry: String,
    pub(crate) hash: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Sealed {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        // stream and place stand in the entry too, where they are under the hash
        let Model {
            stream: _,
            seq: _,
            entry,
            hash,
        } = row;
        let entry =
            serde_json::from_str(&entry).map_err(|cause| unreadable("audit_entry.entry", cause))?;
        Ok(Self {
            entry,
            hash: super::hash(hash)?,
        })
    }
}

impl From<&Sealed> for ActiveModel {
    fn from(sealed: &Sealed) -> Self {
        let Sealed { entry, hash } = sealed;
        Self {
            stream: Set(entry.stream.to_string()),
            seq: Set(super::seq(entry.seq)),
            entry: Set(entry.canonical()),
            hash: Set(hash.0.to_vec()),
        }
    }
}
