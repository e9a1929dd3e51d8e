//! The `referral_event` table: the outbox of the exchange, and with a place its feed.

use domain::ids::{EventId, ReferralId};
use domain::referral::records::ReferralEvent;
use domain::time::Version;
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::entity::prelude::*;

use crate::column::parse;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_event")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) place: Option<i64>,
    pub(crate) referral_id: Uuid,
    pub(crate) kind: String,
    pub(crate) at: DateTimeUtc,
    pub(crate) version: i32,
    pub(crate) sender_version: i32,
    pub(crate) sender_learns: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::referral::Entity",
        from = "Column::ReferralId",
        to = "super::referral::Column::Id"
    )]
    Referral,
}

impl Related<super::referral::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Referral.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for ReferralEvent {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            id,
            place: _,
            referral_id,
            kind,
            at,
            version,
            sender_version,
            sender_learns,
        } = row;
        Ok(Self {
            id: EventId::from_uuid(id),
            referral: ReferralId::from_uuid(referral_id),
            kind: parse("referral_event.kind", &kind)?,
            at,
            version: Version(version),
            sender_version: Version(sender_version),
            sender_learns,
        })
    }
}

impl From<&ReferralEvent> for ActiveModel {
    fn from(event: &ReferralEvent) -> Self {
        let ReferralEvent {
            id,
            referral,
            kind,
            at,
            version: Version(version),
            sender_version: Version(sender_version),
            sender_learns,
        } = event;
        Self {
            id: Set(id.as_uuid()),
            place: NotSet,
            referral_id: Set(referral.as_uuid()),
            kind: Set(kind.to_string()),
            at: Set(*at),
            version: Set(*version),
            sender_version: Set(*sender_version),
            sender_learns: Set(*sender_learns),
        }
    }
}
