//! The `case_grant` table and its way into the domain and back.

use domain::ids::{MemberId, ReferralId};
use domain::referral::grants::CaseGrant;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::parse;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_grant")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) referral_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) member_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) level: String,
    pub(crate) by_id: Option<Uuid>,
    pub(crate) at: DateTimeUtc,
    pub(crate) until: Option<DateTimeUtc>,
    pub(crate) reason: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for CaseGrant {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            referral_id,
            member_id,
            level,
            by_id,
            at,
            until,
            reason,
        } = row;
        Ok(Self {
            referral: ReferralId::from_uuid(referral_id),
            member: MemberId::from_uuid(member_id),
            level: parse("case_grant.level", &level)?,
            by: by_id.map(MemberId::from_uuid),
            at,
            until,
            reason,
        })
    }
}

impl From<&CaseGrant> for ActiveModel {
    fn from(grant: &CaseGrant) -> Self {
        let CaseGrant {
            referral,
            member,
            level,
            by,
            at,
            until,
            reason,
        } = grant;
        Self {
            referral_id: Set(referral.as_uuid()),
            member_id: Set(member.as_uuid()),
            level: Set(level.to_string()),
            by_id: Set(by.map(MemberId::as_uuid)),
            at: Set(*at),
            until: Set(*until),
            reason: Set(reason.clone()),
        }
    }
}
