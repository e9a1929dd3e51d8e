//! Leaving out of a case what one of its ends may not learn.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{OrganisationId, ReferralId};
use domain::referral::policy::Sight;
use domain::referral::records::{Message, PartHead, Transition};
use domain::referral::sender_view::sender_view;
use domain::referral::timers::{Due, Timer};
use domain::referral::{
    Action, DeclineReason, Direction, FailReason, HoldReason, Kind, Outcome, PartRole, Problem,
    Referral, ReferralState, Side, State, Who, reference,
};
use domain::time::LOCAL;

use super::{CaseSight, SightMessage, SightPart, SightStep};

/// What is kept beside a referral.
pub(super) struct Kept {
    pub(super) heads: Vec<PartHead>,
    pub(super) messages: Vec<Message>,
    pub(super) history: Vec<Transition>,
    /// For the sender alone.
    pub(super) successor: Option<ReferralId>,
}

/// The case as one end may see it.
pub(super) fn masked(
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
        successor: kept.successor,
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
        other_channels: referral.other_channels().to_vec(),
        due_dates: due_dates(referral, side, kept.successor.is_some()),
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

/// The deadlines one end is shown: what was sealed anew is no longer waited for.
fn due_dates(referral: &Referral, side: Side, continued: bool) -> Vec<Due> {
    let mut due = referral.due_dates_for(side);
    due.retain(|due| !continued || due.timer != Timer::RedirectFollowUp);
    due
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

fn receipt(history: &[Transition]) -> Option<String> {
    history.iter().find_map(|one| one.step.receipt.clone())
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
            let from_sender = names.role == Who::Sender.as_str();
            let own_end = from_sender == (side == Side::Sender);
            // a message or feedback leaves the state, and so would show the one that is masked
            let to = sender_view(
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
                code: step.code.clone(),
                destination: names.destination.clone(),
                sender: names.sender.clone(),
            }
        })
        .collect()
}
