//! The `referral` table and its way into the domain and back.

use std::collections::BTreeSet;

use domain::ids::{MemberId, OrganisationId, ReferralId};
use domain::referral::{
    CoSignature, Flag, Head, Milestones, OtherChannel, Referral, ReferralParts, ReferralState, Side,
};
use domain::time::Version;
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::column::{Json, number, parse, parse_known, unsigned};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "referral")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) version: i32,
    pub(crate) sender_version: i32,
    pub(crate) kind: String,
    pub(crate) gate: String,
    pub(crate) destination_id: Uuid,
    pub(crate) district: Option<String>,
    pub(crate) sender_id: Option<Uuid>,
    pub(crate) author_id: Option<Uuid>,
    pub(crate) profession: String,
    pub(crate) urgency: String,
    pub(crate) topic: Option<String>,
    pub(crate) age_band: Option<String>,
    pub(crate) flags: Json<BTreeSet<Flag>>,
    pub(crate) destination_epoch: i32,
    pub(crate) predecessor_id: Option<Uuid>,
    pub(crate) state: String,
    pub(crate) sender_state: String,
    pub(crate) state_facts: Json<ReferralState>,
    pub(crate) state_since: DateTimeUtc,
    pub(crate) assignee_id: Option<Uuid>,
    pub(crate) co_signature: Option<Json<CoSignature>>,
    pub(crate) other_channel: Option<Json<OtherChannels>>,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) submitted_at: Option<DateTimeUtc>,
    pub(crate) delivered_at: Option<DateTimeUtc>,
    pub(crate) open_due_at: Option<DateTimeUtc>,
    pub(crate) opened_at: Option<DateTimeUtc>,
    pub(crate) acknowledged_at: Option<DateTimeUtc>,
    pub(crate) feedback_at: Option<DateTimeUtc>,
    pub(crate) touched_at: DateTimeUtc,
    pub(crate) sender_access_until: Option<DateTimeUtc>,
    pub(crate) envelope: Option<String>,
}

/// The other ways on which a report arrived, as the column holds them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum OtherChannels {
    /// All that was said, in its order.
    All(Vec<OtherChannel>),
    /// The last that was said: rows of an earlier version keep one alone.
    One(OtherChannel),
}

impl OtherChannels {
    fn of(said: Vec<OtherChannel>) -> Option<Self> {
        (!said.is_empty()).then_some(Self::All(said))
    }
}

impl From<OtherChannels> for Vec<OtherChannel> {
    fn from(stored: OtherChannels) -> Self {
        match stored {
            OtherChannels::All(said) => said,
            OtherChannels::One(said) => vec![said],
        }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(has_many = "super::part::Entity")]
    Part,
    #[sea_orm(has_many = "super::event::Entity")]
    Event,
}

impl Related<super::part::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Part.def()
    }
}

impl Related<super::event::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Event.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Referral {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            id,
            version,
            sender_version,
            kind,
            gate,
            destination_id,
            district,
            sender_id,
            author_id,
            profession,
            urgency,
            topic,
            age_band,
            flags: Json(flags),
            destination_epoch,
            predecessor_id,
            // for lists; the facts hold both
            state: _,
            sender_state: _,
            state_since: _,
            sender_access_until: _,
            state_facts: Json(state),
            assignee_id,
            co_signature,
            other_channel,
            created_at,
            submitted_at,
            delivered_at,
            open_due_at,
            opened_at,
            acknowledged_at,
            feedback_at,
            touched_at,
            // asked for on its own
            envelope: _,
        } = row;
        let head = Head {
            id: ReferralId::from_uuid(id),
            kind: parse("referral.kind", &kind)?,
            gate: parse("referral.gate", &gate)?,
            destination: OrganisationId::from_uuid(destination_id),
            district,
            sender_organisation: sender_id.map(OrganisationId::from_uuid),
            author: author_id.map(MemberId::from_uuid),
            profession: parse("referral.profession", &profession)?,
            urgency: parse("referral.urgency", &urgency)?,
            topic: parse_known("referral.topic", topic)?,
            age_band: parse_known("referral.age_band", age_band)?,
            flags,
            destination_epoch: unsigned("referral.destination_epoch", destination_epoch)?,
            predecessor: predecessor_id.map(ReferralId::from_uuid),
        };
        Ok(Self::restore(ReferralParts {
            head,
            state,
            version: Version(version),
            sender_version: Version(sender_version),
            milestones: Milestones {
                created_at,
                submitted_at,
                delivered_at,
                open_due_at,
                opened_at,
                acknowledged_at,
                feedback_at,
                touched_at,
            },
            assignee: assignee_id.map(MemberId::from_uuid),
            co_signature: co_signature.map(|Json(signature)| signature),
            other_channels: other_channel.map_or_else(Vec::new, |Json(all)| all.into()),
        }))
    }
}

impl From<&Referral> for ActiveModel {
    /// The row without the envelope, which no change touches.
    fn from(referral: &Referral) -> Self {
        let ReferralParts {
            head,
            state,
            version: Version(version),
            sender_version: Version(sender_version),
            milestones,
            assignee,
            co_signature,
            other_channels,
        } = referral.to_parts();
        let Head {
            id,
            kind,
            gate,
            destination,
            district,
            sender_organisation,
            author,
            profession,
            urgency,
            topic,
            age_band,
            flags,
            destination_epoch,
            predecessor,
        } = head;
        let Milestones {
            created_at,
            submitted_at,
            delivered_at,
            open_due_at,
            opened_at,
            acknowledged_at,
            feedback_at,
            touched_at,
        } = milestones;
        Self {
            id: Set(id.as_uuid()),
            version: Set(version),
            sender_version: Set(sender_version),
            kind: Set(kind.to_string()),
            gate: Set(gate.to_string()),
            destination_id: Set(destination.as_uuid()),
            district: Set(district),
            sender_id: Set(sender_organisation.map(OrganisationId::as_uuid)),
            author_id: Set(author.map(MemberId::as_uuid)),
            profession: Set(profession.to_string()),
            urgency: Set(urgency.to_string()),
            topic: Set(topic.map(|topic| topic.to_string())),
            age_band: Set(age_band.map(|band| band.to_string())),
            flags: Set(Json(flags)),
            destination_epoch: Set(number(destination_epoch)),
            predecessor_id: Set(predecessor.map(ReferralId::as_uuid)),
            state: Set(referral.state_for(Side::Recipient).to_string()),
            sender_state: Set(referral.state_for(Side::Sender).to_string()),
            state_since: Set(state.since()),
            state_facts: Set(Json(state)),
            assignee_id: Set(assignee.map(MemberId::as_uuid)),
            co_signature: Set(co_signature.map(Json)),
            other_channel: Set(OtherChannels::of(other_channels).map(Json)),
            created_at: Set(created_at),
            submitted_at: Set(submitted_at),
            delivered_at: Set(delivered_at),
            open_due_at: Set(open_due_at),
            opened_at: Set(opened_at),
            acknowledged_at: Set(acknowledged_at),
            feedback_at: Set(feedback_at),
            touched_at: Set(touched_at),
            sender_access_until: Set(referral.sender_access_until()),
            envelope: NotSet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_an_earlier_version_holds_one_other_way_and_a_newer_one_all() {
        let one = r#"{"channel":"PHONE","on":"2026-11-26","confirmedAt":"2026-11-26T09:00:00Z"}"#;
        for (stored, count) in [(one.to_owned(), 1), (format!("[{one},{one}]"), 2)] {
            let read: OtherChannels = serde_json::from_str(&stored).unwrap();
            let said: Vec<OtherChannel> = read.into();
            assert_eq!(said.len(), count);
            let again = serde_json::to_string(&OtherChannels::of(said).unwrap()).unwrap();
            assert!(again.starts_with('[') && again.contains(one), "{again}");
        }
        assert_eq!(OtherChannels::of(Vec::new()), None);
    }
}
