//! The `referral_draft` table and its way into the domain and back.

use domain::ids::{MemberId, ReferralId};
use domain::referral::records::Draft;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_draft")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) author_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) jwe: String,
    pub(crate) changed_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for Draft {
    fn from(row: Model) -> Self {
        let Model {
            author_id,
            id,
            jwe,
            changed_at,
        } = row;
        Self {
            id: ReferralId::from_uuid(id),
            author: MemberId::from_uuid(author_id),
            jwe,
            changed_at,
        }
    }
}

impl From<&Draft> for ActiveModel {
    fn from(draft: &Draft) -> Self {
        let Draft {
            id,
            author,
            jwe,
            changed_at,
        } = draft;
        Self {
            author_id: Set(author.as_uuid()),
            id: Set(id.as_uuid()),
            jwe: Set(jwe.clone()),
            changed_at: Set(*changed_at),
        }
    }
}
