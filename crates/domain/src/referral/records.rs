//! What is kept beside a referral: its parts, its thread, its history, its feed.

use chrono::{DateTime, Utc};

use super::aggregate::Referral;
use super::change::Step;
use super::codes::{Direction, Kind, PartRole, Side};
use super::jose::Kid;
use super::machine::{EventKind, State};
use crate::ids::{EventId, MemberId, MessageId, PartId, ReferralId};
use crate::time::Version;

/// The head of a stored part: everything but its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartHead {
    /// The referral.
    pub referral: ReferralId,
    /// Names the part.
    pub id: PartId,
    /// What it holds.
    pub role: PartRole,
    /// The way it travels.
    pub direction: Direction,
    /// The epoch of the addressee's key.
    pub epoch: u32,
    /// The padded size in bytes.
    pub size: u32,
    /// The authentication tag.
    pub tag: String,
    /// The keys it is sealed to.
    pub kids: Vec<Kid>,
    /// The member who posted it; `None` for people without an organisation.
    pub by: Option<MemberId>,
    /// When it was stored.
    pub at: DateTime<Utc>,
}

impl PartHead {
    /// Whether one of the two ends is shown the part at all. A decision's text that the office
    /// keeps for itself, beside feedback, is never shown to the sender, not even as a head.
    pub fn is_shown_to(&self, side: Side) -> bool {
        match (side, self.direction, self.role) {
            (Side::Recipient, _, _) | (Side::Sender, Direction::ToSender, _) => true,
            (Side::Sender, Direction::ToRecipient, role) => match role {
                PartRole::Decision => false,
                PartRole::Report
                | PartRole::Help
                | PartRole::SelfStory
                | PartRole::Consultation
                | PartRole::Consent
                | PartRole::Conflict
                | PartRole::Manifest
                | PartRole::Attachment
                | PartRole::Message
                | PartRole::Feedback => true,
            },
        }
    }
}

/// A stored part with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPart {
    /// Its head.
    pub head: PartHead,
    /// The JWE, byte for byte as it came.
    pub jwe: String,
}

/// A message of the thread; its text is in a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Names the message.
    pub id: MessageId,
    /// The referral.
    pub referral: ReferralId,
    /// From which end.
    pub from: Side,
    /// The part that holds it.
    pub part: PartId,
    /// The member who wrote it.
    pub by: Option<MemberId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// The names at the time of a step: later reforms do not rewrite history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The destination.
    pub destination: String,
    /// The district of the destination.
    pub district: Option<String>,
    /// The sending organisation.
    pub sender: Option<String>,
    /// The part the actor played, as in [`Who`](super::machine::Who).
    pub role: String,
}

/// A step of the history, with the names of that time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// The referral.
    pub referral: ReferralId,
    /// What happened.
    pub step: Step,
    /// The names.
    pub names: Names,
}

/// An event of the feed: thin, because a reader's log is out of our hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralEvent {
    /// Names the event; readers drop what they have seen.
    pub id: EventId,
    /// The referral.
    pub referral: ReferralId,
    /// What happened.
    pub kind: EventKind,
    /// When.
    pub at: DateTime<Utc>,
    /// The version after it.
    pub version: Version,
    /// The sender's version after it.
    pub sender_version: Version,
    /// Whether the sender may learn of it.
    pub sender_learns: bool,
}

impl ReferralEvent {
    /// The event of a step, where it has one.
    pub fn of(id: EventId, referral: ReferralId, step: &Step) -> Option<Self> {
        Some(Self {
            id,
            referral,
            kind: step.event?,
            at: step.at,
            version: step.version,
            sender_version: step.sender_version,
            sender_learns: step.sender_learns,
        })
    }
}

/// A draft on the server, sealed to its author's own member key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Names the draft; the id the referral will have.
    pub id: ReferralId,
    /// Whose it is; nobody else lists it.
    pub author: MemberId,
    /// The JWE, byte for byte.
    pub jwe: String,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
}

/// Which letter box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mailbox {
    /// What came to the own organisation.
    Inbox,
    /// What went out from it.
    Outbox,
}

impl Mailbox {
    /// The end at which the reader of the box stands.
    pub const fn side(self) -> Side {
        match self {
            Self::Inbox => Side::Recipient,
            Self::Outbox => Side::Sender,
        }
    }

    /// The order in which the box is read when none is asked for.
    pub const fn usual_order(self) -> BoxOrder {
        match self {
            Self::Inbox => BoxOrder::Urgency,
            Self::Outbox => BoxOrder::Newest,
        }
    }
}

/// In which order the referrals of a box come; equals come newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoxOrder {
    /// The newest first.
    Newest,
    /// Those that run before those that ended, the more urgent first, then by the nearest deadline the
    /// reader is shown.
    Urgency,
}

/// Which referrals of a box, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReferralFilter {
    /// Only in these states, **as the reader sees them**
    /// ([`Referral::state_for`]); all when empty.
    pub states: Vec<State>,
    /// Only of these kinds; all when empty.
    pub kinds: Vec<Kind>,
    /// Only those given to this member.
    pub assignee: Option<MemberId>,
    /// Only those with a deadline before this instant, of the deadlines the reader is shown
    /// ([`Referral::due_dates_for`]).
    pub due_before: Option<DateTime<Utc>>,
    /// In which order; the usual one of the box when absent.
    pub order: Option<BoxOrder>,
}

impl ReferralFilter {
    /// Whether a referral, seen from `side`, is one of them; what a list query must agree with.
    pub fn matches(&self, referral: &Referral, side: Side) -> bool {
        let state = referral.state_for(side);
        let is_due = |before| {
            let due = referral.due_dates_for(side);
            due.iter().any(|due| due.at < before)
        };
        (self.states.is_empty() || self.states.contains(&state))
            && (self.kinds.is_empty() || self.kinds.contains(&referral.head().kind))
            && self.due_before.is_none_or(is_due)
            && self.assignee.is_none_or(|member| {
                // who works on it is nothing the sender may filter by
                side == Side::Recipient && referral.assignee() == Some(member)
            })
    }
}
