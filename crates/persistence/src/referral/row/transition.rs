//! The `referral_transition` table and its way into the domain and back.

use domain::ids::{MemberId, ReferralId};
use domain::referral::Step;
use domain::referral::records::{Names, Transition};
use domain::time::Version;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::{parse, parse_known};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_transition")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) referral_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) version: i32,
    pub(crate) sender_version: i32,
    pub(crate) action: String,
    pub(crate) from_state: String,
    pub(crate) to_state: String,
    pub(crate) at: DateTimeUtc,
    pub(crate) by_id: Option<Uuid>,
    pub(crate) code: Option<String>,
    pub(crate) receipt: Option<String>,
    pub(crate) event: Option<String>,
    pub(crate) sender_learns: bool,
    pub(crate) destination_name: String,
    pub(crate) district: Option<String>,
    pub(crate) sender_name: Option<String>,
    pub(crate) role: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Transition {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            referral_id,
            version,
            sender_version,
            action,
            from_state,
            to_state,
            at,
            by_id,
            code,
            receipt,
            event,
            sender_learns,
            destination_name,
            district,
            sender_name,
            role,
        } = row;
        Ok(Self {
            referral: ReferralId::from_uuid(referral_id),
            step: Step {
                action: parse("referral_transition.action", &action)?,
                from: parse("referral_transition.from_state", &from_state)?,
                to: parse("referral_transition.to_state", &to_state)?,
                at,
                by: by_id.map(MemberId::from_uuid),
                code,
                receipt,
                event: parse_known("referral_transition.event", event)?,
                sender_learns,
                version: Version(version),
                sender_version: Version(sender_version),
            },
            names: Names {
                destination: destination_name,
                district,
                sender: sender_name,
                role,
            },
        })
    }
}

impl From<&Transition> for ActiveModel {
    fn from(transition: &Transition) -> Self {
        let Transition {
            referral,
            step,
            names,
        } = transition;
        let Step {
            action,
            from,
            to,
            at,
            by,
            code,
            receipt,
            event,
            sender_learns,
            version: Version(version),
            sender_version: Version(sender_version),
        } = step;
        let Names {
            destination,
            district,
            sender,
            role,
        } = names;
        Self {
            referral_id: Set(referral.as_uuid()),
            version: Set(*version),
            sender_version: Set(*sender_version),
            action: Set(action.to_string()),
            from_state: Set(from.to_string()),
            to_state: Set(to.to_string()),
            at: Set(*at),
            by_id: Set(by.map(MemberId::as_uuid)),
            code: Set(code.clone()),
            receipt: Set(receipt.clone()),
            event: Set(event.map(|event| event.to_string())),
            sender_learns: Set(*sender_learns),
            destination_name: Set(destination.clone()),
            district: Set(district.clone()),
            sender_name: Set(sender.clone()),
            role: Set(role.clone()),
        }
    }
}
