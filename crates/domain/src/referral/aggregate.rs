//! One referral: what its envelope said, where it stands, and what has become true on the way.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::codes::{
    AgeBand, FeedbackVocabulary, Flag, Gate, Kind, Profession, Side, Topic, Urgency,
};
use super::machine::State;
use super::reasons::Channel;
use super::sender_view::{feedback_vocabulary, sender_view};
use super::state::ReferralState;
use crate::ids::{MemberId, OrganisationId, ReferralId};
use crate::time::Version;

/// What the envelope said and what never changes after it: the part of a referral that the server
/// may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Names the referral.
    pub id: ReferralId,
    /// What it is.
    pub kind: Kind,
    /// Its legal gate.
    pub gate: Gate,
    /// Where it goes.
    pub destination: OrganisationId,
    /// The district key **of the destination**; never that of the child's home.
    pub district: Option<String>,
    /// Who sends it; `None` for people without an organisation. Visible to the recipient and to
    /// routing only: not to statistics, logs or the platform's administrators.
    pub sender_organisation: Option<OrganisationId>,
    /// The member who wrote it.
    pub author: Option<MemberId>,
    /// As what the sender writes.
    pub profession: Profession,
    /// How soon somebody must look.
    pub urgency: Urgency,
    /// Roughly what it is about; help referrals only.
    pub topic: Option<Topic>,
    /// The age of the child in a band; help referrals only.
    pub age_band: Option<AgeBand>,
    /// What the server must know to keep its promises.
    pub flags: BTreeSet<Flag>,
    /// The epoch of the destination's key it was sealed to.
    pub destination_epoch: u32,
    /// The referral it continues.
    pub predecessor: Option<ReferralId>,
}

impl Head {
    /// What may be said back to the sender.
    pub const fn vocabulary(&self) -> FeedbackVocabulary {
        feedback_vocabulary(self.kind, self.gate, self.profession)
    }

    /// Whether only leads of the destination may see it.
    pub fn is_restricted(&self) -> bool {
        self.flags.contains(&Flag::Restricted)
    }
}

/// The dates that stay true whatever comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(
    clippy::struct_field_names,
    reason = "each is a date, and named as one"
)]
pub struct Milestones {
    /// When it was announced.
    pub created_at: DateTime<Utc>,
    /// When it was sent off.
    pub submitted_at: Option<DateTime<Utc>>,
    /// When it arrived.
    pub delivered_at: Option<DateTime<Utc>>,
    /// Until when it is to be opened, where that is counted in the hours of the office: as they were
    /// known when it arrived.
    pub open_due_at: Option<DateTime<Utc>>,
    /// When it was first fetched.
    pub opened_at: Option<DateTime<Utc>>,
    /// When a human took note.
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// When the three facts were last given.
    pub feedback_at: Option<DateTime<Utc>>,
    /// When anything last happened.
    pub touched_at: DateTime<Utc>,
}

/// A second member agreed to close a suspicion report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CoSignature {
    /// Who.
    pub by: MemberId,
    /// When.
    pub at: DateTime<Utc>,
}

/// On which other way a report reached the office after all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OtherChannel {
    /// The way.
    pub channel: Channel,
    /// The day, as the sender says.
    pub on: NaiveDate,
    /// When the sender said so.
    pub confirmed_at: DateTime<Utc>,
}

/// One referral. It changes only through the verbs of `verbs.rs`, each of which asks the one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referral {
    pub(super) head: Head,
    pub(super) state: ReferralState,
    pub(super) version: Version,
    pub(super) sender_version: Version,
    pub(super) milestones: Milestones,
    pub(super) assignee: Option<MemberId>,
    pub(super) co_signature: Option<CoSignature>,
    pub(super) other_channels: Vec<OtherChannel>,
}

/// A referral taken apart, for storage: a new field is a compile error there, not a forgotten one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralParts {
    /// What the envelope said.
    pub head: Head,
    /// Where it stands.
    pub state: ReferralState,
    /// How often it was saved.
    pub version: Version,
    /// How often something happened that its sender may know of.
    pub sender_version: Version,
    /// The dates that stay true.
    pub milestones: Milestones,
    /// Who works on it.
    pub assignee: Option<MemberId>,
    /// Who agreed to close it.
    pub co_signature: Option<CoSignature>,
    /// On which other ways it arrived, in the order in which that was said.
    pub other_channels: Vec<OtherChannel>,
}

impl Referral {
    /// A referral that was just announced and is not sent yet.
    pub const fn announce(head: Head, at: DateTime<Utc>) -> Self {
        Self {
            head,
            state: ReferralState::New { at },
            version: Version::FIRST,
            sender_version: Version::FIRST,
            milestones: Milestones {
                created_at: at,
                submitted_at: None,
                delivered_at: None,
                open_due_at: None,
                opened_at: None,
                acknowledged_at: None,
                feedback_at: None,
                touched_at: at,
            },
            assignee: None,
            co_signature: None,
            other_channels: Vec::new(),
        }
    }

    /// Puts a stored referral together again.
    pub fn restore(parts: ReferralParts) -> Self {
        let ReferralParts {
            head,
            state,
            version,
            sender_version,
            milestones,
            assignee,
            co_signature,
            other_channels,
        } = parts;
        Self {
            head,
            state,
            version,
            sender_version,
            milestones,
            assignee,
            co_signature,
            other_channels,
        }
    }

    /// Takes the referral apart for storage.
    pub fn to_parts(&self) -> ReferralParts {
        let Self {
            head,
            state,
            version,
            sender_version,
            milestones,
            assignee,
            co_signature,
            other_channels,
        } = self.clone();
        ReferralParts {
            head,
            state,
            version,
            sender_version,
            milestones,
            assignee,
            co_signature,
            other_channels,
        }
    }

    /// Names the referral.
    pub const fn id(&self) -> ReferralId {
        self.head.id
    }

    /// What the envelope said.
    pub const fn head(&self) -> &Head {
        &self.head
    }

    /// Where it stands.
    pub const fn state(&self) -> &ReferralState {
        &self.state
    }

    /// The state as one of the two ends sees it.
    pub const fn state_for(&self, side: Side) -> State {
        match side {
            Side::Recipient => self.state.name(),
            Side::Sender => sender_view(
                self.head.kind,
                self.state.name(),
                self.milestones.acknowledged_at.is_some(),
            ),
        }
    }

    /// How often it was saved.
    pub const fn version(&self) -> Version {
        self.version
    }

    /// The version as one of the two ends sees it: the sender of a suspicion report counts only
    /// what that sender may know of.
    pub const fn version_for(&self, side: Side) -> Version {
        match (side, self.head.kind) {
            (Side::Sender, Kind::SuspicionReport) => self.sender_version,
            (
                Side::Sender,
                Kind::HelpReferral | Kind::SelfReferral | Kind::ExpertConsultation | Kind::Handover,
            )
            | (Side::Recipient, _) => self.version,
        }
    }

    /// The dates that stay true.
    pub const fn milestones(&self) -> &Milestones {
        &self.milestones
    }

    /// Who works on it.
    pub const fn assignee(&self) -> Option<MemberId> {
        self.assignee
    }

    /// Who agreed to close it.
    pub const fn co_signature(&self) -> Option<CoSignature> {
        self.co_signature
    }

    /// On which other ways it arrived, in the order in which that was said.
    pub fn other_channels(&self) -> &[OtherChannel] {
        &self.other_channels
    }
}
