//! A case as one of its two ends sees it: what the sender may not learn is left out here, once.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Actor;
use domain::ids::{MemberId, MessageId, OrganisationId, PartId, ReferralId};
use domain::referral::jose::Kid;
use domain::referral::policy::Sight;
use domain::referral::records::{Message, PartHead, Transition};
use domain::referral::retention::RetentionDates;
use domain::referral::timers::{Due, UnknownHours};
use domain::referral::{
    Action, AgeBand, DeclineReason, Direction, EventKind, FailReason, FeedbackVocabulary, Flag,
    Gate, HoldReason, Kind, OtherChannel, Outcome, PartRole, Problem, Profession, Referral,
    ReferralState, Side, State, Topic, Urgency, reference,
};
use domain::store::Work;
use domain::time::{LOCAL, Version};

use super::case::Case;
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
    /// On which other way it arrived.
    pub other_channel: Option<OtherChannel>,
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
    let allowed = case.referral.allowed_actions(&case.doer(actor, now), now);
    Ok(Some(masked(
        &case.referral,
        sight,
        envelope,
        Kept {
            heads,
            messages,
            history,
        },
        allowed,
    )))
}

/// What is kept beside a referral.
struct Kept {
    heads: Vec<PartHead>,
    messages: Vec<Message>,
    history: Vec<Transition>,
}

fn masked(
    referral: &Referral,
    Sight { side, content }: Sight,
    envelope: String,
    kept: Kept,
    allowed_actions: Vec<Action>,
) -> CaseSight {
    let head = referral.head();
    let state = referral.state_for(side);
    let own = side == Side::Recipient;
    // what is true in the state alone is shown only where the state itself is
    let open = (state == referral.state().name()).then(|| referral.state());
    let said = Said::of(open);
    CaseSight {
        id: head.id,
        reference: reference(head.id),
        side,
        content,
        version: referral.version_for(side),
        kind: head.kind,
        gate: head.gate,
        profession: head.profession,
        urgency: head.urgency,
        state,
        state_since: state_since(referral, side),
        sender_organisation: head.sender_organisation,
        destination: head.destination,
        flags: head.flags.clone(),
        schema: head.kind.schema(),
        destination_epoch: head.destination_epoch,
        topic: head.topic,
        age_band: head.age_band,
        predecessor: head.predecessor,
        proposed_destination: said.proposed,
        envelope,
        parts: parts(kept.heads, side),
        messages: messages(kept.messages, side),
        receipt: receipt(&kept.history),
        assignee: referral.assignee().filter(|_| own),
        assigned_at: assigned_at(&kept.history).filter(|_| own),
        co_signed: own && referral.co_signature().is_some(),
        problems: said.problems,
        decline_reason: said.decline,
        hold_reason: said.hold,
        hold_until: said.until,
        outcome: said.outcome,
        fail_reason: said.fail,
        feedback_vocabulary: head.vocabulary(),
        feedback_given: referral.milestones().feedback_at.is_some(),
        other_channel: referral.other_channel(),
        due_dates: referral.due_dates_for(side, &UnknownHours),
        retention: referral.retention(side),
        history: steps(&kept.history, referral, side),
        allowed_actions,
        created_at: referral.milestones().created_at,
    }
}

/// Since when the shown state holds: a masked one since the acknowledgement, whatever came after.
fn state_since(referral: &Referral, side: Side) -> DateTime<Utc> {
    let acknowledged = referral.milestones().acknowledged_at;
    match acknowledged.filter(|_| referral.state_for(side) == State::Acknowledged) {
        Some(at) => at,
        None => referral.state().since(),
    }
}

/// What the states say beside their names.
#[derive(Default)]
struct Said {
    proposed: Option<OrganisationId>,
    problems: BTreeSet<Problem>,
    decline: Option<DeclineReason>,
    hold: Option<HoldReason>,
    until: Option<NaiveDate>,
    outcome: Option<Outcome>,
    fail: Option<FailReason>,
}

impl Said {
    fn of(state: Option<&ReferralState>) -> Self {
        let mut said = Self::default();
        match state {
            Some(ReferralState::Bounced { problems, .. }) => said.problems.clone_from(problems),
            Some(ReferralState::Declined { reason, .. }) => said.decline = Some(*reason),
            Some(ReferralState::OnHold { reason, until, .. }) => {
                said.hold = Some(*reason);
                said.until = until.map(|at| at.with_timezone(&LOCAL).date_naive());
            }
            Some(ReferralState::Redirected { proposed, .. }) => said.proposed = Some(*proposed),
            Some(ReferralState::Completed { outcome, .. }) => said.outcome = Some(*outcome),
            Some(ReferralState::Failed { reason, .. }) => said.fail = Some(*reason),
            Some(
                ReferralState::New { .. }
                | ReferralState::Submitted { .. }
                | ReferralState::Delivered { .. }
                | ReferralState::Opened { .. }
                | ReferralState::Acknowledged { .. }
                | ReferralState::Accepted { .. }
                | ReferralState::InProgress { .. }
                | ReferralState::CancelRequested { .. }
                | ReferralState::Undeliverable { .. }
                | ReferralState::Withdrawn { .. }
                | ReferralState::Purged { .. },
            )
            | None => {}
        }
        said
    }
}

/// From which end a part came: answers and decisions come from the destination.
fn end_of(head: &PartHead) -> Side {
    if head.direction == Direction::ToSender || head.role == PartRole::Decision {
        Side::Recipient
    } else {
        Side::Sender
    }
}

fn parts(heads: Vec<PartHead>, side: Side) -> Vec<SightPart> {
    let shown = heads.into_iter().filter(|head| head.is_shown_to(side));
    shown
        .map(|head| SightPart {
            from: end_of(&head),
            by: head.by.filter(|_| end_of(&head) == side),
            id: head.id,
            role: head.role,
            direction: head.direction,
            padded_size: head.size,
            tag: head.tag,
            recipient_kids: head.kids,
            at: head.at,
        })
        .collect()
}

fn messages(all: Vec<Message>, side: Side) -> Vec<SightMessage> {
    all.into_iter()
        .map(|message| SightMessage {
            id: message.id,
            part: message.part,
            from: message.from,
            by: message.by.filter(|_| message.from == side),
            at: message.at,
        })
        .collect()
}

/// The receipt is what the step of the acknowledgement was given.
fn receipt(history: &[Transition]) -> Option<String> {
    history
        .iter()
        .find(|one| one.step.action == Action::Acknowledge)
        .and_then(|one| one.step.code.clone())
}

fn assigned_at(history: &[Transition]) -> Option<DateTime<Utc>> {
    history
        .iter()
        .rfind(|one| one.step.action == Action::Assign)
        .map(|one| one.step.at)
}

fn steps(history: &[Transition], referral: &Referral, side: Side) -> Vec<SightStep> {
    let suspicion = referral.head().kind == Kind::SuspicionReport;
    let shown = history.iter().filter(|one| {
        // what the sender typed in is the sender's own
        let own = one.step.action == Action::ConfirmOtherChannel;
        side == Side::Recipient || !suspicion || one.step.sender_learns || own
    });
    shown
        .map(|Transition { step, names, .. }| {
            let from_sender = names.role == domain::referral::Who::Sender.as_str();
            let own_end = from_sender == (side == Side::Sender);
            let receipt = step.action == Action::Acknowledge;
            // a message or feedback leaves the state, and so would show the one that is masked
            let to = domain::referral::sender_view::sender_view(
                referral.head().kind,
                step.to,
                referral.milestones().acknowledged_at.is_some(),
            );
            SightStep {
                action: step.action,
                to: if side == Side::Sender { to } else { step.to },
                event: step.event,
                at: step.at,
                by: step.by.filter(|_| own_end),
                role: if own_end || !suspicion || side == Side::Recipient {
                    names.role.clone()
                } else {
                    String::new()
                },
                code: step.code.clone().filter(|_| !receipt),
                destination: names.destination.clone(),
                sender: names.sender.clone(),
            }
        })
        .collect()
}
