//! The `referral_due` table: which clock comes to its end when.

use domain::ids::ReferralId;
use domain::referral::timers::Due;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_due")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) referral_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) timer: String,
    pub(crate) at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) fn row(referral: ReferralId, due: &Due) -> ActiveModel {
    let Due { timer, at } = due;
    ActiveModel {
        referral_id: Set(referral.as_uuid()),
        timer: Set(timer.to_string()),
        at: Set(*at),
    }
}
