//! A case as one of its two ends sees it: what the sender may not learn is left out here, once.

mod masked;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Actor;
use domain::ids::{MemberId, MessageId, OrganisationId, PartId, ReferralId};
use domain::referral::jose::Kid;
use domain::referral::retention::RetentionDates;
use domain::referral::timers::Due;
use domain::referral::{
    Action, AgeBand, DeclineReason, Direction, EventKind, FailReason, FeedbackVocabulary, Flag,
    Gate, HoldReason, Kind, OtherChannel, Outcome, PartRole, Problem, Profession, Side, State,
    Topic, Urgency,
};
use domain::store::Work;
use domain::time::Version;

use self::masked::{Kept, masked};
use super::case::Case;
use super::successor::successor;
use crate::Failure;

/// The head of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SightPart {
    /// Names the part.
    pub id: PartId,
    /// What it holds.
    pub role: PartRole,
    /// The way it travels.
    pub direction: Direction,
    /// The padded size in bytes.
    pub padded_size: u32,
    /// The authentication tag.
    pub tag: String,
    /// The keys it is sealed to.
    pub recipient_kids: Vec<Kid>,
    /// From which end it came.
    pub from: Side,
    /// The member who posted it; at the own end only.
    pub by: Option<MemberId>,
    /// When it was stored.
    pub at: DateTime<Utc>,
}

/// The head of a message; its text is in a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SightMessage {
    /// Names the message.
    pub id: MessageId,
    /// The part that holds it.
    pub part: PartId,
    /// From which end it came.
    pub from: Side,
    /// The member who wrote it; at the own end only.
    pub by: Option<MemberId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A step of the history, as one end sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SightStep {
    /// What was done.
    pub action: Action,
    /// The state after it, as this end sees it.
    pub to: State,
    /// What is told of it.
    pub event: Option<EventKind>,
    /// When.
    pub at: DateTime<Utc>,
    /// The member who did it; at the own end only.
    pub by: Option<MemberId>,
    /// The part the actor played, such as `recipient.decide`; empty where none is recorded.
    pub role: String,
    /// The code that was given.
    pub code: Option<String>,
    /// The name of the destination at that time.
    pub destination: String,
    /// The name of the sending organisation at that time.
    pub sender: Option<String>,
}

/// A referral as the actor may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSight {
    /// Names the referral.
    pub id: ReferralId,
    /// The short name people use, such as `7K3M-Q9XA`.
    pub reference: String,
    /// The end at which the actor stands.
    pub side: Side,
    /// Whether the actor may fetch the content, or sees head and state only.
    pub content: bool,
    /// The version to name when acting, as this end counts it.
    pub version: Version,
    /// What it is.
    pub kind: Kind,
    /// Its legal gate.
    pub gate: Gate,
    /// As what the sender writes.
    pub profession: Profession,
    /// How soon somebody must look.
    pub urgency: Urgency,
    /// Where it stands, as this end sees it.
    pub state: State,
    /// Since when it stands there, as this end sees it.
    pub state_since: DateTime<Utc>,
    /// Who sends it.
    pub sender_organisation: Option<OrganisationId>,
    /// Where it goes.
    pub destination: OrganisationId,
    /// What the server must know to keep its promises.
    pub flags: BTreeSet<Flag>,
    /// The schema of the main part.
    pub schema: &'static str,
    /// The epoch of the destination's key it was sealed to.
    pub destination_epoch: u32,
    /// Roughly what it is about.
    pub topic: Option<Topic>,
    /// The age in a band.
    pub age_band: Option<AgeBand>,
    /// The referral it continues.
    pub predecessor: Option<ReferralId>,
    /// The referral by which its sender continued it, once that was sent off; never shown to the
    /// recipient.
    pub successor: Option<ReferralId>,
    /// Where the sender is asked to send it instead.
    pub proposed_destination: Option<OrganisationId>,
    /// The envelope, byte for byte; empty once the content was deleted.
    pub envelope: String,
    /// The heads of the parts, messages and feedback included, oldest first.
    pub parts: Vec<SightPart>,
    /// The messages, oldest first.
    pub messages: Vec<SightMessage>,
    /// The signed receipt, once somebody took note.
    pub receipt: Option<String>,
    /// Who works on it; never shown to the sender.
    pub assignee: Option<MemberId>,
    /// Since when; never shown to the sender.
    pub assigned_at: Option<DateTime<Utc>>,
    /// Whether a second member agreed to close it; never shown to the sender.
    pub co_signed: bool,
    /// What went wrong, when it bounced.
    pub problems: BTreeSet<Problem>,
    /// Why it was declined.
    pub decline_reason: Option<DeclineReason>,
    /// Why it rests.
    pub hold_reason: Option<HoldReason>,
    /// Until which day it rests.
    pub hold_until: Option<NaiveDate>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Why it came to nothing.
    pub fail_reason: Option<FailReason>,
    /// What may be said back to the sender.
    pub feedback_vocabulary: FeedbackVocabulary,
    /// Whether the three facts were given.
    pub feedback_given: bool,
    /// On which other ways it arrived, in the order in which that was said.
    pub other_channels: Vec<OtherChannel>,
    /// The deadlines this end may know.
    pub due_dates: Vec<Due>,
    /// When what is deleted, as this end may know.
    pub retention: RetentionDates,
    /// The history this end may know, oldest first.
    pub history: Vec<SightStep>,
    /// What the actor can do now.
    pub allowed_actions: Vec<Action>,
    /// When it was announced.
    pub created_at: DateTime<Utc>,
}

/// The case as the actor may see it; `None` when it does not exist for them.
pub(super) async fn of(
    work: &mut dyn Work,
    actor: &Actor,
    case: &Case,
    now: DateTime<Utc>,
) -> Result<Option<CaseSight>, Failure> {
    let Some(sight) = case.sight(actor, now) else {
        return Ok(None);
    };
    let id = case.referral.id();
    // it is deleted with the content
    let envelope = work.referrals().envelope(id).await?.unwrap_or_default();
    let heads = work.parts().heads(&[id]).await?;
    let messages = work.parts().messages(&[id]).await?;
    let history = work.referrals().history(id).await?;
    let successor = match sight.side {
        Side::Sender => successor(work, &case.referral).await?,
        Side::Recipient => None,
    };
    let allowed = case.referral.allowed_actions(&case.doer(actor, now), now);
    Ok(Some(masked(
        &case.referral,
        sight,
        envelope,
        Kept {
            heads,
            messages,
            history,
            successor,
        },
        allowed,
    )))
}
