//! The verbs of a referral. Each may say no; each answers the referral as it is afterwards.

use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::aggregate::{CoSignature, OtherChannel, Referral};
use super::change::{Changed, Doer, Refusal};
use super::machine::{Action, Guard};
use super::reasons::{Channel, DeclineReason, FailReason, HoldReason, Outcome, Problem};
use super::state::ReferralState as S;
use super::table::Facts;
use super::timers::{Span, Timer, after_service_hours};
use crate::ids::{MemberId, OrganisationId, PartId};
use crate::time::{LOCAL, Version};

/// How long a referral may rest at most.
const HOLD_FOR_AT_MOST: TimeDelta = TimeDelta::days(30);
/// How many days before it was sent a report may have reached the office on another way.
const OTHER_CHANNEL_BEFORE: TimeDelta = TimeDelta::days(31);
/// The one size of the ciphertext of the three facts, in bytes: its length must tell nothing.
pub const FEEDBACK_BYTES: u32 = 1_024;

type Change = Result<Changed, Refusal>;
type Instant = DateTime<Utc>;

/// The day of an instant in Mecklenburg-Vorpommern.
fn local_day(at: Instant) -> NaiveDate {
    at.with_timezone(&LOCAL).date_naive()
}

/// The days until whose end a referral may rest from `at` on.
pub fn hold_days(at: Instant) -> RangeInclusive<NaiveDate> {
    local_day(at)..=local_day(at + HOLD_FOR_AT_MOST) - Days::new(1)
}

/// A member acts, or nobody: what only people can do needs a person.
fn person(doer: &Doer) -> Result<MemberId, Refusal> {
    doer.member.ok_or(Refusal::NotYours)
}

impl Referral {
    /// Sends it off. `facts` are the guards of `submit`: parts, signature, headers, keys,
    /// destination, gate, quota.
    pub fn submit(&self, seen: Version, doer: &Doer, facts: Facts, at: Instant) -> Change {
        let next = S::Submitted { at };
        let mut changed = self.change(Action::Submit, doer, Some(seen), facts, next, at)?;
        changed.referral.milestones.submitted_at = Some(at);
        Ok(changed)
    }

    /// Throws away what was never sent: its sender at any time, the installation after 24 hours.
    pub fn discard(&self, seen: Option<Version>, doer: &Doer, at: Instant) -> Change {
        self.change(
            Action::Discard,
            doer,
            seen,
            Facts::none(),
            S::Purged { at },
            at,
        )
    }

    /// Hands it to the destination, which is open in the spans `open` from now on, where that is known.
    /// `facts` are the guards of `deliver`: keys, destination, quota. The first grants
    /// (`grants::first_grants`) are written in the same work.
    pub fn deliver(
        &self,
        facts: Facts,
        open: impl IntoIterator<Item = Range<Instant>>,
        at: Instant,
    ) -> Change {
        let next = S::Delivered { at };
        let mut changed = self.change(Action::Deliver, &Doer::system(), None, facts, next, at)?;
        let milestones = &mut changed.referral.milestones;
        milestones.delivered_at = Some(at);
        if let Some(Span::ServiceHours(hours)) = Timer::Open.span(self.head.kind, self.head.urgency)
        {
            milestones.open_due_at = after_service_hours(at, hours, open);
        }
        Ok(changed)
    }

    /// Sends it back instead of delivering it, with what went wrong.
    pub fn bounce(&self, problems: BTreeSet<Problem>, at: Instant) -> Change {
        let facts = Facts::none().with(Guard::ProblemList, !problems.is_empty());
        self.bounced(Action::Bounce, None, &Doer::system(), facts, problems, at)
    }

    /// Sends it back because the destination lost every way to open it.
    pub fn key_lost(&self, at: Instant) -> Change {
        let facts = Facts::none().with(Guard::OrgkeyLost, true);
        self.bounced(
            Action::Bounce,
            None,
            &Doer::system(),
            facts,
            BTreeSet::new(),
            at,
        )
    }

    /// Refuses what cannot be read, with what went wrong.
    pub fn reject_technical(
        &self,
        seen: Version,
        doer: &Doer,
        problems: BTreeSet<Problem>,
        at: Instant,
    ) -> Change {
        let facts = Facts::none().with(Guard::ProblemList, !problems.is_empty());
        self.bounced(
            Action::RejectTechnical,
            Some(seen),
            doer,
            facts,
            problems,
            at,
        )
    }

    fn bounced(
        &self,
        action: Action,
        seen: Option<Version>,
        doer: &Doer,
        facts: Facts,
        problems: BTreeSet<Problem>,
        at: Instant,
    ) -> Change {
        let code = problems
            .iter()
            .map(|one| one.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let changed = self.change(action, doer, seen, facts, S::Bounced { at, problems }, at)?;
        Ok(if code.is_empty() {
            changed
        } else {
            changed.with_code(code)
        })
    }

    /// Whether reading a part now would be the first fetch by the recipient, which is `open`.
    pub fn opens_on_read(&self, doer: &Doer, at: Instant) -> bool {
        self.allowed_actions(doer, at).contains(&Action::Open)
    }

    /// Records the first fetch of its content by the recipient.
    pub fn open(&self, doer: &Doer, at: Instant) -> Change {
        let next = S::Opened {
            at,
            by: person(doer)?,
        };
        let mut changed = self.change(Action::Open, doer, None, Facts::none(), next, at)?;
        changed.referral.milestones.opened_at = Some(at);
        Ok(changed)
    }

    /// Confirms that a human took note. `receipt` are the guards `signed_receipt` and
    /// `receipt_matches_tags`, as [`receipt::check`](super::receipt::check) found them.
    pub fn acknowledge(&self, seen: Version, doer: &Doer, receipt: Facts, at: Instant) -> Change {
        let next = S::Acknowledged {
            at,
            by: person(doer)?,
        };
        let mut changed = self.change(Action::Acknowledge, doer, Some(seen), receipt, next, at)?;
        changed.referral.milestones.acknowledged_at = Some(at);
        Ok(changed)
    }

    /// Hands it to a colleague. `eligible`: a member of the destination who is not excluded. The
    /// assignee's grant is written in the same work.
    pub fn assign(
        &self,
        seen: Version,
        doer: &Doer,
        to: MemberId,
        eligible: bool,
        at: Instant,
    ) -> Change {
        let facts = Facts::none().with(Guard::AssigneeNotExcluded, eligible);
        let next = self.state.clone();
        let mut changed = self.change(Action::Assign, doer, Some(seen), facts, next, at)?;
        changed.referral.assignee = Some(to);
        Ok(changed)
    }

    /// Takes it on.
    pub fn accept(&self, seen: Version, doer: &Doer, at: Instant) -> Change {
        let next = S::Accepted {
            at,
            by: person(doer)?,
        };
        self.change(Action::Accept, doer, Some(seen), Facts::none(), next, at)
    }

    /// Refuses it with a reason of its kind; free text goes into an encrypted part.
    pub fn decline(
        &self,
        seen: Version,
        doer: &Doer,
        reason: DeclineReason,
        decision_part: Option<PartId>,
        at: Instant,
    ) -> Change {
        let known = DeclineReason::of(self.head.kind).contains(&reason);
        let facts = Facts::none().with(Guard::ReasonCode, known);
        let next = S::Declined {
            at,
            by: person(doer)?,
            reason,
            decision_part,
        };
        let changed = self.change(Action::Decline, doer, Some(seen), facts, next, at)?;
        Ok(changed.with_code(reason.as_str()))
    }

    /// Proposes another destination; the sender seals it anew for that one, in a new referral.
    /// `can_receive`: the proposed destination can receive the kind.
    pub fn redirect(
        &self,
        seen: Version,
        doer: &Doer,
        proposed: OrganisationId,
        can_receive: bool,
        at: Instant,
    ) -> Change {
        let elsewhere = proposed != self.head.destination;
        let facts = Facts::none().with(Guard::RedirectAllowed, can_receive && elsewhere);
        let next = S::Redirected {
            at,
            by: person(doer)?,
            proposed,
        };
        self.change(Action::Redirect, doer, Some(seen), facts, next, at)
    }

    /// Begins to work on it.
    pub fn start(&self, seen: Version, doer: &Doer, at: Instant) -> Change {
        self.change(
            Action::Start,
            doer,
            Some(seen),
            Facts::none(),
            S::InProgress { at },
            at,
        )
    }

    /// Lets it rest until a date within 30 days.
    pub fn hold(
        &self,
        seen: Version,
        doer: &Doer,
        reason: HoldReason,
        until: Instant,
        at: Instant,
    ) -> Change {
        let facts = Facts::none()
            .with(Guard::ReasonCode, reason.can_be_chosen())
            .with(
                Guard::HoldUntilMax30d,
                at < until && until <= at + HOLD_FOR_AT_MOST,
            );
        let next = S::OnHold {
            at,
            reason,
            until: Some(until),
        };
        let changed = self.change(Action::Hold, doer, Some(seen), facts, next, at)?;
        Ok(changed.with_code(reason.as_str()))
    }

    /// Goes on with it.
    pub fn resume(&self, seen: Version, doer: &Doer, at: Instant) -> Change {
        self.change(
            Action::Resume,
            doer,
            Some(seen),
            Facts::none(),
            S::InProgress { at },
            at,
        )
    }

    /// Ends it without an outcome, with a reason of its kind.
    pub fn fail(&self, seen: Version, doer: &Doer, reason: FailReason, at: Instant) -> Change {
        let known = FailReason::of(self.head.kind).contains(&reason);
        let facts = Facts::none().with(Guard::ReasonCode, known);
        let next = S::Failed {
            at,
            by: person(doer)?,
            reason,
        };
        let changed = self.change(Action::Fail, doer, Some(seen), facts, next, at)?;
        Ok(changed.with_code(reason.as_str()))
    }

    /// Agrees, as another member than the assignee, that a suspicion report may be closed.
    pub fn co_sign_close(&self, seen: Version, doer: &Doer, at: Instant) -> Change {
        let by = person(doer)?;
        let next = self.state.clone();
        let mut changed = self.change(
            Action::CoSignClose,
            doer,
            Some(seen),
            Facts::none(),
            next,
            at,
        )?;
        changed.referral.co_signature = Some(CoSignature { by, at });
        Ok(changed)
    }

    /// Ends it with an outcome of its kind; a suspicion report needs a co-signature.
    pub fn complete(&self, seen: Version, doer: &Doer, outcome: Outcome, at: Instant) -> Change {
        let known = Outcome::of(self.head.kind).contains(&outcome);
        let facts = Facts::none().with(Guard::OutcomeCode, known);
        let next = S::Completed {
            at,
            by: person(doer)?,
            outcome,
        };
        let changed = self.change(Action::Complete, doer, Some(seen), facts, next, at)?;
        Ok(changed.with_code(outcome.as_str()))
    }

    /// Takes it back; a suspicion report only before it was delivered.
    pub fn withdraw(&self, seen: Version, doer: &Doer, at: Instant) -> Change {
        self.change(
            Action::Withdraw,
            doer,
            Some(seen),
            Facts::none(),
            S::Withdrawn { at },
            at,
        )
    }

    /// Adds a message to the thread.
    pub fn message(&self, doer: &Doer, at: Instant) -> Change {
        self.change(
            Action::Message,
            doer,
            None,
            Facts::none(),
            self.state.clone(),
            at,
        )
    }

    /// Gives the sender the three facts, in a ciphertext of `ciphertext_bytes`.
    pub fn feedback(&self, doer: &Doer, ciphertext_bytes: u32, at: Instant) -> Change {
        let fixed = ciphertext_bytes == FEEDBACK_BYTES;
        let facts = Facts::none().with(Guard::FixedSize1024, fixed);
        let next = self.state.clone();
        let mut changed = self.change(Action::Feedback, doer, None, facts, next, at)?;
        changed.referral.milestones.feedback_at = Some(at);
        Ok(changed)
    }

    /// The days on which the report may have reached the office on another way: from a month before
    /// it was sent (or, unsent, announced) until the day of `at`.
    pub fn other_channel_days(&self, at: Instant) -> RangeInclusive<NaiveDate> {
        let sent = self.milestones.submitted_at;
        let since = sent.unwrap_or(self.milestones.created_at) - OTHER_CHANNEL_BEFORE;
        local_day(since)..=local_day(at)
    }

    /// Adds on which other way, and on which day, the report reached the office; what was said
    /// before stays, and what is said again is said once.
    pub fn confirm_other_channel(
        &self,
        seen: Version,
        doer: &Doer,
        channel: Channel,
        on: NaiveDate,
        at: Instant,
    ) -> Change {
        let credible = self.other_channel_days(at).contains(&on);
        let facts = Facts::none().with(Guard::DateAndChannel, credible);
        let next = self.state.clone();
        let mut changed = self.change(
            Action::ConfirmOtherChannel,
            doer,
            Some(seen),
            facts,
            next,
            at,
        )?;
        let said = &mut changed.referral.other_channels;
        if !said
            .iter()
            .any(|one| (one.channel, one.on) == (channel, on))
        {
            said.push(OtherChannel {
                channel,
                on,
                confirmed_at: at,
            });
        }
        Ok(changed.with_code(channel.as_str()))
    }
}
