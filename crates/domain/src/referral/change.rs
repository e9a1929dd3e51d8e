//! Asking the one table on behalf of one referral: who acts, what holds, what came of it.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::aggregate::Referral;
use super::codes::{FeedbackVocabulary, Gate, Kind, Side};
use super::machine::{Action, EventKind, Guard, State, Who};
use super::reasons::HoldReason;
use super::sender_view::sender_learns;
use super::state::ReferralState;
use super::table::{Denied, Facts, rule, rules, transition};
use crate::ids::MemberId;
use crate::time::Version;

/// How long a co-signature holds.
const CO_SIGNATURE_FOR: TimeDelta = TimeDelta::days(14);
/// How long what was announced may wait for its parts.
pub(super) const INCOMPLETE_FOR: TimeDelta = TimeDelta::hours(24);
/// How long after the end messages may be written.
const MESSAGES_FOR: TimeDelta = TimeDelta::days(90);
/// After how long an undelivered referral is given up.
const EXPIRES_AFTER: TimeDelta = TimeDelta::days(14);

/// Who acts on a referral, and which parts they play in it (`policy` says which).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doer {
    /// The parts.
    pub parts: BTreeSet<Who>,
    /// The member, where it is one.
    pub member: Option<MemberId>,
}

impl Doer {
    /// The installation itself.
    pub fn system() -> Self {
        Self {
            parts: BTreeSet::from([Who::System]),
            member: None,
        }
    }

    /// The end at which the doer stands; who stands at both is taken for the recipient.
    pub fn side(&self) -> Side {
        let only_sender = self.parts.iter().all(|part| *part == Who::Sender);
        if only_sender && !self.parts.is_empty() {
            Side::Sender
        } else {
            Side::Recipient
        }
    }
}

/// Why a referral says no.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody was faster (`version-conflict`).
    #[error("the referral was changed in between")]
    VersionConflict {
        /// The version as this actor sees it.
        current: Version,
    },
    /// Not possible in this state (`transition-not-allowed`).
    #[error("the action is not possible in this state")]
    NotAllowed {
        /// What is possible for this actor now.
        allowed: Vec<Action>,
    },
    /// The action is somebody else's (`forbidden`).
    #[error("the action is somebody else's")]
    NotYours,
    /// The law gives this sender no facts (`feedback-not-permitted`).
    #[error("the law gives this sender no more than the receipt")]
    FeedbackNotPermitted,
    /// Not everything holds that must (`guard-failed`).
    #[error("not everything holds that must")]
    GuardFailed(
        /// What does not hold.
        Vec<Guard>,
    ),
}

/// One step of a referral's life, for its history, its feed and the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub action: Action,
    /// The state before.
    pub from: State,
    /// The state after.
    pub to: State,
    /// When.
    pub at: DateTime<Utc>,
    /// By which member; `None` for the installation.
    pub by: Option<MemberId>,
    /// The code that was given: a reason, an outcome, a channel, or problems with blanks between.
    pub code: Option<String>,
    /// The signed receipt (`secevent+jwt`), where it was acknowledged.
    pub receipt: Option<String>,
    /// What is told, if anything.
    pub event: Option<EventKind>,
    /// Whether the sender may learn of it.
    pub sender_learns: bool,
    /// The version after.
    pub version: Version,
    /// The sender's version after.
    pub sender_version: Version,
}

/// A referral after a change, and the step that led there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The referral as it is now, to be saved over `was`.
    pub referral: Referral,
    /// The version it must still have in storage.
    pub was: Version,
    /// What happened.
    pub step: Step,
}

impl Changed {
    /// The same change with the code that was given.
    #[must_use]
    pub(super) fn with_code(mut self, code: impl Into<String>) -> Self {
        self.step.code = Some(code.into());
        self
    }
}

/// The guards that depend on the referral and the actor alone, not on what the request brings.
const STANDING: &[Guard] = &[
    Guard::CaseGrant,
    Guard::Assigned,
    Guard::NoOpenConsentStop,
    Guard::SecondPersonIfSuspicion,
    Guard::Incomplete24hOrSender,
    Guard::GateIsConsent,
    Guard::HoldIsConsentRevoked,
    Guard::OpenOr90dAfterTerminal,
    Guard::Recipient90dOrSenderAccess,
    Guard::FeedbackVocabularyKkgEcho,
    Guard::NotTheAssignee,
];

impl Referral {
    /// What the actor can do now: offered in this version, allowed by the table, and not ruled out
    /// by what the referral already is. What the request itself must bring is not asked yet.
    pub fn allowed_actions(&self, doer: &Doer, at: DateTime<Utc>) -> Vec<Action> {
        let facts = self.standing_facts(doer, at);
        let possible = |action: &Action| {
            action.is_offered(self.head.kind)
                && !self.stands_already(*action, at)
                && rule(self.head.kind, self.state.name(), *action).is_some_and(|rule| {
                    rule.who.iter().any(|who| doer.parts.contains(who))
                        && rule
                            .guards
                            .iter()
                            .all(|guard| !STANDING.contains(guard) || facts.holds(*guard))
                })
        };
        Action::ALL.iter().copied().filter(possible).collect()
    }

    /// Asks the table; `next` is the state where the action leads, with what is true in it.
    ///
    /// `seen` is the version the actor decided on; acts that only add to the thread carry none.
    pub(super) fn change(
        &self,
        action: Action,
        doer: &Doer,
        seen: Option<Version>,
        brought: Facts,
        next: ReferralState,
        at: DateTime<Utc>,
    ) -> Result<Changed, Refusal> {
        if self.is_never_theirs(action, doer) {
            return Err(Refusal::NotYours);
        }
        let current = self.version_for(doer.side());
        if seen.is_some_and(|seen| seen != current) {
            return Err(Refusal::VersionConflict { current });
        }
        if !action.is_offered(self.head.kind) || self.stands_already(action, at) {
            return Err(self.not_allowed(doer, at));
        }
        let facts = self.standing_facts(doer, at).and(brought);
        let (to, events) = transition(
            self.head.kind,
            self.state.name(),
            action,
            &doer.parts,
            &facts,
        )
        .map_err(|denied| self.refusal(denied, doer, at))?;
        debug_assert_eq!(to, next.name(), "a verb leads where the table says");
        Ok(self.changed(action, doer, next, events.first().copied(), at))
    }

    /// Whether the action is always somebody else's. It is asked before anything that depends on
    /// the state: otherwise trying what the office may do would show a sender how far it is.
    fn is_never_theirs(&self, action: Action, doer: &Doer) -> bool {
        let mut of_kind = rules(action)
            .iter()
            .filter(|rule| rule.kinds.contains(&self.head.kind))
            .peekable();
        of_kind.peek().is_some()
            && !of_kind.any(|rule| rule.who.iter().any(|who| doer.parts.contains(who)))
    }

    fn changed(
        &self,
        action: Action,
        doer: &Doer,
        next: ReferralState,
        event: Option<EventKind>,
        at: DateTime<Utc>,
    ) -> Changed {
        let learns = event.is_some_and(|event| sender_learns(self.head.kind, event));
        let mut referral = self.clone();
        referral.state = next;
        referral.version = self.version.next();
        if learns {
            referral.sender_version = self.sender_version.next();
        }
        referral.milestones.touched_at = at;
        let step = Step {
            action,
            from: self.state.name(),
            to: referral.state.name(),
            at,
            by: doer.member,
            code: None,
            receipt: None,
            event,
            sender_learns: learns,
            version: referral.version,
            sender_version: referral.sender_version,
        };
        Changed {
            referral,
            was: self.version,
            step,
        }
    }

    fn refusal(&self, denied: Denied, doer: &Doer, at: DateTime<Utc>) -> Refusal {
        match denied {
            Denied::NotAllowed => self.not_allowed(doer, at),
            Denied::NotYours => Refusal::NotYours,
            Denied::GuardFailed(guards) if guards.contains(&Guard::FeedbackVocabularyKkgEcho) => {
                Refusal::FeedbackNotPermitted
            }
            Denied::GuardFailed(guards) => Refusal::GuardFailed(guards),
        }
    }

    fn not_allowed(&self, doer: &Doer, at: DateTime<Utc>) -> Refusal {
        Refusal::NotAllowed {
            allowed: self.allowed_actions(doer, at),
        }
    }

    /// The guards that the referral itself can answer.
    fn standing_facts(&self, doer: &Doer, at: DateTime<Utc>) -> Facts {
        let state = &self.state;
        let suspicion = self.head.kind == Kind::SuspicionReport;
        let stopped = matches!(
            state,
            ReferralState::OnHold {
                reason: HoldReason::ConsentRevoked,
                ..
            }
        );
        let unarrived = matches!(state.name(), State::Bounced | State::Undeliverable);
        let asked = doer.parts.contains(&Who::Sender);
        let over = |start: Option<DateTime<Utc>>, span| start.is_some_and(|from| from + span <= at);
        let expired = over(self.milestones.delivered_at, EXPIRES_AFTER);
        let incomplete = asked || over(Some(self.milestones.created_at), INCOMPLETE_FOR);
        let another = doer
            .member
            .is_some_and(|member| self.assignee != Some(member));
        Facts::none()
            .with(Guard::CaseGrant, doer.parts.contains(&Who::Recipient))
            .with(Guard::Assigned, self.assignee.is_some())
            .with(Guard::NoOpenConsentStop, !stopped)
            .with(Guard::HoldIsConsentRevoked, stopped)
            .with(Guard::GateIsConsent, self.head.gate == Gate::Consent)
            .with(
                Guard::SecondPersonIfSuspicion,
                !suspicion || self.is_co_signed(at),
            )
            .with(Guard::NotTheAssignee, another)
            .with(Guard::Incomplete24hOrSender, incomplete)
            .with(Guard::Expire14d, expired)
            .with(
                Guard::RetentionDue,
                self.purge_at().is_some_and(|due| due <= at),
            )
            .with(
                Guard::OtherChannelIfSuspicion,
                !(suspicion && unarrived && self.other_channels.is_empty()),
            )
            .with(Guard::OpenOr90dAfterTerminal, self.is_talking(at))
            .with(
                Guard::Recipient90dOrSenderAccess,
                match doer.side() {
                    Side::Recipient => self.is_talking(at),
                    Side::Sender => self.sender_access_until().is_none_or(|until| at < until),
                },
            )
            .with(
                Guard::FeedbackVocabularyKkgEcho,
                self.head.vocabulary() == FeedbackVocabulary::KkgEcho,
            )
    }

    /// Whether messages may still be written at the recipient's end.
    fn is_talking(&self, at: DateTime<Utc>) -> bool {
        let state = self.state.name();
        state != State::Purged && (!state.is_terminal() || at <= self.state.since() + MESSAGES_FOR)
    }

    /// Whether the action would only say again what holds: one co-signature is enough, until it
    /// runs out or its author is given the case.
    fn stands_already(&self, action: Action, at: DateTime<Utc>) -> bool {
        action == Action::CoSignClose && self.is_co_signed(at)
    }

    /// Whether a second member, other than the assignee, agreed to close it within 14 days.
    fn is_co_signed(&self, at: DateTime<Utc>) -> bool {
        self.co_signature.is_some_and(|signature| {
            self.assignee != Some(signature.by) && at <= signature.at + CO_SIGNATURE_FOR
        })
    }
}
