//! The `source` table and its way into the domain and back.

use domain::directory::Source;
use domain::ids::SourceId;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "source")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) url: Option<String>,
    pub(crate) date: String,
    pub(crate) licence: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for Source {
    fn from(row: Model) -> Self {
        let Model {
            id,
            key,
            title,
            url,
            date,
            licence,
        } = row;
        Self {
            id: SourceId::from_uuid(id),
            key,
            title,
            url,
            date,
            licence,
        }
    }
}

impl From<&Source> for ActiveModel {
    fn from(source: &Source) -> Self {
        let Source {
            id,
            key,
            title,
            url,
            date,
            licence,
        } = source;
        Self {
            id: Set(id.as_uuid()),
            key: Set(key.clone()),
            title: Set(title.clone()),
            url: Set(url.clone()),
            date: Set(date.clone()),
            licence: Set(licence.clone()),
        }
    }
}
