//! The `case_exclusion` table: who must not see a case.

use domain::ids::MemberId;
use domain::referral::grants::CaseExclusion;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_exclusion")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) referral_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) member_id: Uuid,
    pub(crate) by_id: Uuid,
    pub(crate) at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<&CaseExclusion> for ActiveModel {
    fn from(exclusion: &CaseExclusion) -> Self {
        let CaseExclusion {
            referral,
            member,
            by,
            at,
        } = exclusion;
        Self {
            referral_id: Set(referral.as_uuid()),
            member_id: Set(member.as_uuid()),
            by_id: Set(MemberId::as_uuid(*by)),
            at: Set(*at),
        }
    }
}
