//! The state machine: one pure table, and the one function that reads it (`referral.md` 3.2, 3.3).
//!
//! It is equal, row by row, to `data/referral/referral_state_machine.json`; a test compares both.
//! A suspicion report can be neither declined, failed nor withdrawn after delivery: it cannot be
//! un-made.

use std::collections::BTreeSet;

use super::codes::Kind;
use super::machine::{Action, EventKind, Guard, State, Who};

use Guard as G;
use State as S;

/// One rule: from where, by whom and for which kinds an action may be taken, what must hold, where
/// it leads and what is told.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The states it may be taken in.
    pub from: &'static [State],
    /// The state it leads to; `None` leaves the state as it is.
    pub to: Option<State>,
    /// Who may take it; any one of them is enough.
    pub who: &'static [Who],
    /// For which kinds.
    pub kinds: &'static [Kind],
    /// What must hold, all of it.
    pub guards: &'static [Guard],
    /// What is told.
    pub event: Option<EventKind>,
}

const ALL: &[Kind] = Kind::ALL;
/// All kinds but the suspicion report, which cannot be un-made.
const NO_SUSPICION: &[Kind] = &[
    Kind::HelpReferral,
    Kind::SelfReferral,
    Kind::ExpertConsultation,
    Kind::Handover,
];
const HELP: &[Kind] = &[Kind::HelpReferral];
const SUSPICION: &[Kind] = &[Kind::SuspicionReport];
const BETWEEN_OFFICES: &[Kind] = &[Kind::SuspicionReport, Kind::Handover];
const REDIRECTED_LATE: &[Kind] = &[Kind::SuspicionReport, Kind::Handover, Kind::HelpReferral];

const fn to(
    to: State,
    from: &'static [State],
    who: &'static [Who],
    kinds: &'static [Kind],
    guards: &'static [Guard],
    event: EventKind,
) -> Rule {
    Rule {
        from,
        to: Some(to),
        who,
        kinds,
        guards,
        event: Some(event),
    }
}

const fn stay(
    from: &'static [State],
    who: &'static [Who],
    kinds: &'static [Kind],
    guards: &'static [Guard],
    event: Option<EventKind>,
) -> Rule {
    Rule {
        from,
        to: None,
        who,
        kinds,
        guards,
        event,
    }
}

/// The rules of an action. No two of them meet in the same state and kind.
#[rustfmt::skip]
pub const fn rules(action: Action) -> &'static [Rule] {
    use EventKind as E;
    use Who as W;
    match action {
        Action::Submit => const { &[to(S::Submitted, &[S::New], &[W::Sender], ALL,
            &[G::PartsComplete, G::EnvelopeSigned, G::HeadersAllowed, G::KidsCurrent,
              G::DestinationCanReceive, G::GateValid, G::Quota], E::Submitted)] },
        Action::Discard => const { &[to(S::Purged, &[S::New], &[W::Sender, W::System], ALL,
            &[G::Incomplete24hOrSender], E::Discarded)] },
        Action::Deliver => const { &[to(S::Delivered, &[S::Submitted], &[W::System], ALL,
            &[G::KidsCurrent, G::DestinationCanReceive, G::Quota], E::Delivered)] },
        Action::Bounce => const { &[
            to(S::Bounced, &[S::Submitted], &[W::System], ALL, &[G::ProblemList], E::Bounced),
            to(S::Bounced, &[S::Delivered, S::Opened], &[W::System], ALL, &[G::OrgkeyLost], E::Bounced),
        ] },
        Action::Open => const { &[to(S::Opened, &[S::Delivered], &[W::Recipient], ALL,
            &[G::CaseGrant], E::Opened)] },
        Action::Expire => const { &[to(S::Undeliverable, &[S::Delivered, S::Opened], &[W::System], ALL,
            &[G::Expire14d, G::EscalationLadderDone], E::Undeliverable)] },
        Action::Acknowledge => const { &[to(S::Acknowledged, &[S::Opened], &[W::Recipient], ALL,
            &[G::SignedReceipt, G::ReceiptMatchesTags], E::Acknowledged)] },
        Action::RejectTechnical => const { &[to(S::Bounced, &[S::Opened], &[W::Recipient], ALL,
            &[G::ProblemList], E::Bounced)] },
        Action::Withdraw => const { &[
            to(S::Withdrawn, &[S::Submitted], &[W::Sender], ALL, &[], E::Withdrawn),
            to(S::Withdrawn, &[S::Delivered, S::Opened, S::Acknowledged], &[W::Sender],
                NO_SUSPICION, &[], E::Withdrawn),
        ] },
        Action::Accept => const { &[to(S::Accepted, &[S::Acknowledged], &[W::RecipientDecide], ALL,
            &[], E::Accepted)] },
        Action::Decline => const { &[to(S::Declined, &[S::Acknowledged], &[W::RecipientDecide],
            NO_SUSPICION, &[G::ReasonCode], E::Declined)] },
        Action::Redirect => const { &[
            to(S::Redirected, &[S::Acknowledged], &[W::RecipientDecide], ALL,
                &[G::RedirectAllowed], E::Redirected),
            to(S::Redirected, &[S::Accepted, S::InProgress], &[W::RecipientDecide],
                REDIRECTED_LATE, &[G::RedirectAllowed], E::Redirected),
        ] },
        Action::Start => const { &[to(S::InProgress, &[S::Accepted], &[W::Assignee], ALL,
            &[G::Assigned], E::Progressed)] },
        Action::Hold => const { &[to(S::OnHold, &[S::Accepted, S::InProgress], &[W::Assignee], ALL,
            &[G::ReasonCode, G::HoldUntilMax30d], E::Progressed)] },
        Action::Resume => const { &[to(S::InProgress, &[S::OnHold], &[W::Assignee], ALL,
            &[G::NoOpenConsentStop], E::Progressed)] },
        Action::RequestCancel => const { &[to(S::CancelRequested,
            &[S::Accepted, S::InProgress, S::OnHold], &[W::Sender], NO_SUSPICION, &[],
            E::CancelRequested)] },
        Action::ConfirmCancel => const { &[to(S::Withdrawn, &[S::CancelRequested], &[W::Assignee],
            NO_SUSPICION, &[], E::Withdrawn)] },
        Action::Keep => const { &[to(S::InProgress, &[S::CancelRequested], &[W::Assignee],
            NO_SUSPICION, &[G::ReasonCode], E::Progressed)] },
        Action::RevokeConsent => const { &[to(S::OnHold,
            &[S::Accepted, S::InProgress, S::OnHold, S::CancelRequested], &[W::Sender], HELP,
            &[G::GateIsConsent], E::ConsentRevoked)] },
        Action::ConfirmStop => const { &[to(S::Withdrawn, &[S::OnHold], &[W::Assignee], HELP,
            &[G::HoldIsConsentRevoked], E::Withdrawn)] },
        Action::Complete => const { &[to(S::Completed, &[S::InProgress, S::OnHold], &[W::Assignee],
            ALL, &[G::OutcomeCode, G::SecondPersonIfSuspicion], E::Completed)] },
        Action::Fail => const { &[to(S::Failed, &[S::InProgress], &[W::Assignee], NO_SUSPICION,
            &[G::ReasonCode], E::Failed)] },
        Action::Purge => const { &[to(S::Purged,
            &[S::Bounced, S::Undeliverable, S::Declined, S::Redirected, S::Completed, S::Failed,
              S::Withdrawn],
            &[W::System], ALL, &[G::RetentionDue, G::OtherChannelIfSuspicion], E::Purged)] },
        Action::Assign => const { &[stay(
            &[S::Opened, S::Acknowledged, S::Accepted, S::InProgress, S::OnHold, S::CancelRequested],
            &[W::RecipientLead, W::Intake], ALL, &[G::AssigneeNotExcluded], Some(E::Assigned))] },
        Action::Recuse => const { &[stay(
            &[S::Delivered, S::Opened, S::Acknowledged, S::Accepted, S::InProgress, S::OnHold,
              S::CancelRequested],
            &[W::CaseMember], ALL, &[G::AnotherMemberOrLead], Some(E::Assigned))] },
        Action::Message => const { &[
            stay(&[S::Delivered, S::Opened, S::Acknowledged, S::Accepted, S::InProgress, S::OnHold,
                   S::CancelRequested, S::Completed, S::Failed, S::Declined, S::Redirected],
                &[W::Sender, W::CaseMember], NO_SUSPICION, &[G::OpenOr90dAfterTerminal],
                Some(E::MessagePosted)),
            stay(&[S::Delivered, S::Opened, S::Acknowledged, S::Accepted, S::InProgress, S::OnHold,
                   S::Completed, S::Redirected, S::Bounced, S::Undeliverable],
                &[W::Sender, W::CaseMember], SUSPICION, &[G::Recipient90dOrSenderAccess],
                Some(E::MessagePosted)),
        ] },
        Action::Feedback => const { &[stay(
            &[S::Acknowledged, S::Accepted, S::InProgress, S::OnHold, S::Completed],
            &[W::RecipientFeedback], SUSPICION,
            &[G::FeedbackVocabularyKkgEcho, G::FixedSize1024], Some(E::FeedbackGiven))] },
        Action::CallHeld => const { &[stay(
            &[S::Acknowledged, S::Accepted, S::InProgress, S::OnHold], &[W::RecipientDecide],
            BETWEEN_OFFICES, &[], None)] },
        Action::CoSignClose => const { &[stay(&[S::InProgress, S::OnHold], &[W::CaseMember],
            SUSPICION, &[G::NotTheAssignee], None)] },
        Action::RecordGate => const { &[stay(&[S::OnHold], &[W::RecipientDecide], HELP,
            &[G::GateValid], None)] },
        Action::ConfirmOtherChannel => const { &[stay(
            &[S::Bounced, S::Undeliverable, S::Delivered, S::Opened], &[W::Sender], SUSPICION,
            &[G::DateAndChannel], None)] },
        Action::ExtendRetention => const { &[stay(
            &[S::Bounced, S::Completed, S::Declined, S::Failed, S::Redirected, S::Undeliverable,
              S::Withdrawn],
            &[W::RecipientLead], ALL, &[G::SecondPerson, G::OnceMax180d, G::ReasonCode],
            Some(E::RetentionExtended))] },
        Action::BreakGlass => const { &[stay(
            &[S::Delivered, S::Opened, S::Acknowledged, S::Accepted, S::InProgress, S::OnHold,
              S::CancelRequested],
            &[W::DutyOfficer], ALL,
            &[G::SameOrganisation, G::ReasonCode, G::SecondPersonOrNotice1h],
            Some(E::BreakGlass))] },
    }
}

/// The rule for an action on a kind in a state, if there is one.
pub fn rule(kind: Kind, state: State, action: Action) -> Option<&'static Rule> {
    rules(action)
        .iter()
        .find(|rule| rule.kinds.contains(&kind) && rule.from.contains(&state))
}

/// Which guards hold. What is not named here does not hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(BTreeSet<Guard>);

impl Facts {
    /// Nothing is known to hold.
    pub const fn none() -> Self {
        Self(BTreeSet::new())
    }

    /// The same facts, and `guard` where `holds`.
    #[must_use]
    pub fn with(mut self, guard: Guard, holds: bool) -> Self {
        if holds {
            self.0.insert(guard);
        } else {
            self.0.remove(&guard);
        }
        self
    }

    /// These facts and those.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// Whether `guard` holds.
    pub fn holds(&self, guard: Guard) -> bool {
        self.0.contains(&guard)
    }
}

impl FromIterator<Guard> for Facts {
    fn from_iter<I: IntoIterator<Item = Guard>>(guards: I) -> Self {
        Self(guards.into_iter().collect())
    }
}

/// Why the machine says no.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// No rule allows the action on this kind in this state.
    #[error("the action is not possible in this state")]
    NotAllowed,
    /// A rule allows it, to somebody else.
    #[error("the action is somebody else's")]
    NotYours,
    /// A rule allows it, but not everything holds that must.
    #[error("not everything holds that must: {}", Guard::list(.0))]
    GuardFailed(
        /// What does not hold, in the order of the rule.
        Vec<Guard>,
    ),
}

impl Guard {
    fn list(guards: &[Self]) -> String {
        guards
            .iter()
            .map(|guard| guard.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// What an action does: the state afterwards and what is told, or why not.
///
/// `parts` are the parts the actor plays, `facts` the guards that hold. Pure: time and chance have
/// gone into the facts before.
pub fn transition(
    kind: Kind,
    state: State,
    action: Action,
    parts: &BTreeSet<Who>,
    facts: &Facts,
) -> Result<(State, Vec<EventKind>), Denied> {
    let rule = rule(kind, state, action).ok_or(Denied::NotAllowed)?;
    if !rule.who.iter().any(|who| parts.contains(who)) {
        return Err(Denied::NotYours);
    }
    let failed: Vec<_> = rule
        .guards
        .iter()
        .copied()
        .filter(|guard| !facts.holds(*guard))
        .collect();
    if failed.is_empty() {
        Ok((rule.to.unwrap_or(state), rule.event.into_iter().collect()))
    } else {
        Err(Denied::GuardFailed(failed))
    }
}
