//! The `referral_part` table: the heads of the encrypted parts.

use domain::ids::{MemberId, PartId, ReferralId};
use domain::referral::jose::Kid;
use domain::referral::records::PartHead;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::{Json, number, parse, unsigned};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_part")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) referral_id: Uuid,
    pub(crate) role: String,
    pub(crate) direction: String,
    pub(crate) epoch: i32,
    pub(crate) size: i32,
    pub(crate) tag: String,
    pub(crate) kids: Json<Vec<Kid>>,
    pub(crate) by_id: Option<Uuid>,
    pub(crate) at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::referral::Entity",
        from = "Column::ReferralId",
        to = "super::referral::Column::Id"
    )]
    Referral,
    #[sea_orm(has_one = "super::part_content::Entity")]
    Content,
}

impl Related<super::referral::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Referral.def()
    }
}

impl Related<super::part_content::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Content.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for PartHead {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            id,
            referral_id,
            role,
            direction,
            epoch,
            size,
            tag,
            kids,
            by_id,
            at,
        } = row;
        let Json(kids) = kids;
        Ok(Self {
            referral: ReferralId::from_uuid(referral_id),
            id: PartId::from_uuid(id),
            role: parse("referral_part.role", &role)?,
            direction: parse("referral_part.direction", &direction)?,
            epoch: unsigned("referral_part.epoch", epoch)?,
            size: unsigned("referral_part.size", size)?,
            tag,
            kids,
            by: by_id.map(MemberId::from_uuid),
            at,
        })
    }
}

impl From<&PartHead> for ActiveModel {
    fn from(head: &PartHead) -> Self {
        let PartHead {
            referral,
            id,
            role,
            direction,
            epoch,
            size,
            tag,
            kids,
            by,
            at,
        } = head;
        Self {
            id: Set(id.as_uuid()),
            referral_id: Set(referral.as_uuid()),
            role: Set(role.to_string()),
            direction: Set(direction.to_string()),
            epoch: Set(number(*epoch)),
            size: Set(number(*size)),
            tag: Set(tag.clone()),
            kids: Set(Json(kids.clone())),
            by_id: Set(by.map(MemberId::as_uuid)),
            at: Set(*at),
        }
    }
}
