//! The `directory_change` table and its way into the domain and back.

use domain::directory::{Change, Cursor, EntityRef};
use domain::time::Version;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::decode;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "directory_change")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) cursor: i64,
    pub(crate) kind: String,
    pub(crate) entity_kind: String,
    pub(crate) entity_id: Uuid,
    pub(crate) version: i32,
    pub(crate) at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Change {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            cursor,
            kind,
            entity_kind,
            entity_id,
            version,
            at,
        } = row;
        Ok(Self {
            cursor: Cursor(cursor),
            kind: decode("directory_change.kind", &kind)?,
            entity: EntityRef::new(
                decode("directory_change.entity_kind", &entity_kind)?,
                entity_id,
            ),
            version: Version(version),
            at,
        })
    }
}

impl From<&Change> for ActiveModel {
    fn from(change: &Change) -> Self {
        let Change {
            cursor: Cursor(cursor),
            kind,
            entity,
            version: Version(version),
            at,
        } = change;
        Self {
            cursor: Set(*cursor),
            kind: Set(kind.as_str().to_owned()),
            entity_kind: Set(entity.kind().as_str().to_owned()),
            entity_id: Set(entity.as_uuid()),
            version: Set(*version),
            at: Set(*at),
        }
    }
}
