//! The `key_link` table: an organisation's announcements of its keys.

use domain::referral::keys::Link;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "key_link")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organisation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) epoch: i32,
    pub(crate) announcement: String,
    pub(crate) proof: Option<String>,
    pub(crate) at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for Link {
    fn from(row: Model) -> Self {
        let Model {
            organisation_id: _,
            epoch: _,
            announcement,
            proof,
            at: _,
        } = row;
        Self {
            announcement,
            proof,
        }
    }
}
