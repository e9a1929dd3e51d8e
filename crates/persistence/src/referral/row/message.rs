//! The `referral_message` table and its way into the domain and back.

use domain::ids::{MemberId, MessageId, PartId, ReferralId};
use domain::referral::records::Message;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::parse;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_message")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) referral_id: Uuid,
    pub(crate) from_side: String,
    pub(crate) part_id: Uuid,
    pub(crate) by_id: Option<Uuid>,
    pub(crate) at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Message {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            id,
            referral_id,
            from_side,
            part_id,
            by_id,
            at,
        } = row;
        Ok(Self {
            id: MessageId::from_uuid(id),
            referral: ReferralId::from_uuid(referral_id),
            from: parse("referral_message.from_side", &from_side)?,
            part: PartId::from_uuid(part_id),
            by: by_id.map(MemberId::from_uuid),
            at,
        })
    }
}

impl From<&Message> for ActiveModel {
    fn from(message: &Message) -> Self {
        let Message {
            id,
            referral,
            from,
            part,
            by,
            at,
        } = message;
        Self {
            id: Set(id.as_uuid()),
            referral_id: Set(referral.as_uuid()),
            from_side: Set(from.to_string()),
            part_id: Set(part.as_uuid()),
            by_id: Set(by.map(MemberId::as_uuid)),
            at: Set(*at),
        }
    }
}
