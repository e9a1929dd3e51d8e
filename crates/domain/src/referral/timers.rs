//! Deadlines (`referral.md` 12): which clock runs in which state, and when it comes to its end.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::aggregate::Referral;
use super::codes::{FeedbackVocabulary, Kind, Side, Urgency, codes};
use super::machine::State;
use super::reasons::HoldReason;
use super::state::ReferralState;
use crate::holidays::add_working_days;
use crate::text::Malformed;
use crate::time::LOCAL;

/// How long what was delivered may wait unopened: then it is undeliverable, whatever the office's hours.
pub const UNOPENED_FOR_AT_MOST: TimeDelta = TimeDelta::days(14);

codes! {
    /// A clock that runs on a referral.
    pub enum Timer {
        /// Announced, not yet sent.
        Incomplete = "incomplete",
        /// Sent, not yet delivered.
        Deliver = "deliver",
        /// Delivered, not yet opened.
        Open = "open",
        /// Delivered, nobody has taken note yet.
        Acknowledge = "acknowledge",
        /// The end of delivery.
        Expire = "expire",
        /// Acknowledged, not yet decided.
        Decide = "decide",
        /// The three facts are owed.
        Feedback = "feedback",
        /// Nothing has happened on an open case.
        Idle = "idle",
        /// The rest ends.
        HoldUntil = "hold_until",
        /// Consent was revoked, the stop is not confirmed.
        ConsentStop = "consent_stop",
        /// It was asked back, nobody has answered.
        CancelAnswer = "cancel_answer",
        /// The sender has not sent the successor.
        RedirectFollowUp = "redirect_follow_up",
    }
}

/// How long a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// By the clock, day and night.
    Clock(TimeDelta),
    /// Hours in which the destination is open.
    ServiceHours(u32),
    /// Monday to Friday without the public holidays of Mecklenburg-Vorpommern.
    WorkingDays(u32),
    /// Until an instant that somebody named.
    Given,
}

/// A deadline of one referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Which clock.
    pub timer: Timer,
    /// When it comes to its end.
    pub at: DateTime<Utc>,
}

const fn owed(span: Span, runs: bool) -> Option<Span> {
    if runs { Some(span) } else { None }
}

impl Timer {
    /// How long the clock runs for a kind and an urgency; `None` where it does not run at all.
    pub const fn span(self, kind: Kind, urgency: Urgency) -> Option<Span> {
        let suspicion = matches!(kind, Kind::SuspicionReport);
        let urgent = matches!(urgency, Urgency::Urgent);
        Some(match self {
            Self::Incomplete => Span::Clock(TimeDelta::hours(24)),
            Self::Deliver => Span::Clock(TimeDelta::seconds(60)),
            Self::Open if urgent => Span::Clock(TimeDelta::minutes(30)),
            Self::Open if suspicion => Span::ServiceHours(4),
            Self::Open => Span::WorkingDays(2),
            Self::Acknowledge if urgent => Span::Clock(TimeDelta::hours(2)),
            Self::Acknowledge | Self::Decide if suspicion => Span::WorkingDays(1),
            Self::Acknowledge => Span::WorkingDays(5),
            Self::Expire => Span::Clock(UNOPENED_FOR_AT_MOST),
            Self::Decide => Span::WorkingDays(10),
            Self::Idle => Span::Clock(TimeDelta::days(30)),
            Self::HoldUntil => Span::Given,
            Self::Feedback => return owed(Span::WorkingDays(10), suspicion),
            Self::ConsentStop => {
                return owed(Span::WorkingDays(3), matches!(kind, Kind::HelpReferral));
            }
            Self::CancelAnswer => return owed(Span::WorkingDays(3), !suspicion),
            Self::RedirectFollowUp => {
                let sealed_anew = !suspicion && !matches!(kind, Kind::Handover);
                return owed(Span::WorkingDays(5), sealed_anew);
            }
        })
    }

    /// The clocks that run in a state, before kind, urgency and vocabulary are asked. What a state
    /// does not name stops when the state is entered.
    pub const fn running_in(state: State) -> &'static [Self] {
        match state {
            State::New => &[Self::Incomplete],
            State::Submitted => &[Self::Deliver],
            State::Delivered => &[Self::Open, Self::Acknowledge, Self::Expire],
            State::Opened => &[Self::Acknowledge, Self::Expire],
            State::Acknowledged => &[Self::Decide, Self::Feedback],
            State::Accepted | State::InProgress => &[Self::Idle, Self::Feedback],
            State::OnHold => &[Self::HoldUntil, Self::ConsentStop, Self::Feedback],
            State::CancelRequested => &[Self::CancelAnswer],
            State::Redirected => &[Self::RedirectFollowUp],
            State::Completed => &[Self::Feedback],
            State::Bounced
            | State::Undeliverable
            | State::Declined
            | State::Failed
            | State::Withdrawn
            | State::Purged => &[],
        }
    }

    /// Whether one of the two ends is shown the deadline. Sealing anew is the sender's matter: whether
    /// it was done is nothing for the office that sent the case on.
    pub const fn is_shown_to(self, side: Side, kind: Kind) -> bool {
        match side {
            Side::Recipient => !matches!(self, Self::RedirectFollowUp),
            Side::Sender => !matches!(kind, Kind::SuspicionReport) || self.tells_nothing(),
        }
    }

    /// Whether the sender of a suspicion report may see the deadline: only those of the arrival,
    /// because all later ones would show how the office works.
    pub const fn tells_nothing(self) -> bool {
        match self {
            Self::Incomplete | Self::Deliver | Self::Open | Self::Acknowledge | Self::Expire => {
                true
            }
            Self::Decide
            | Self::Feedback
            | Self::Idle
            | Self::HoldUntil
            | Self::ConsentStop
            | Self::CancelAnswer
            | Self::RedirectFollowUp => false,
        }
    }
}

impl Referral {
    /// The deadlines that run now, in the order of [`Timer::ALL`]. They follow from the state and
    /// the dates alone, so what is stored can always be computed anew.
    pub fn due_dates(&self) -> Vec<Due> {
        let mut due: Vec<_> = Timer::running_in(self.state.name())
            .iter()
            .filter_map(|timer| self.due_at(*timer).map(|at| Due { timer: *timer, at }))
            .collect();
        due.sort_by_key(|due| due.timer);
        due
    }

    /// The deadlines as one of the two ends is shown them.
    pub fn due_dates_for(&self, side: Side) -> Vec<Due> {
        let mut due = self.due_dates();
        due.retain(|due| due.timer.is_shown_to(side, self.head.kind));
        due
    }

    fn due_at(&self, timer: Timer) -> Option<DateTime<Utc>> {
        let dates = &self.milestones;
        let since = self.state.since();
        let from = match timer {
            Timer::Incomplete => dates.created_at,
            Timer::Deliver => dates.submitted_at?,
            Timer::Open | Timer::Acknowledge | Timer::Expire => dates.delivered_at?,
            Timer::Decide => dates.acknowledged_at?,
            Timer::Feedback => self.feedback_owed_since()?,
            Timer::Idle => dates.touched_at,
            Timer::HoldUntil => return self.rests_until(),
            Timer::ConsentStop if self.waits_for_stop() => since,
            Timer::ConsentStop => return None,
            Timer::CancelAnswer | Timer::RedirectFollowUp => since,
        };
        match timer.span(self.head.kind, self.head.urgency)? {
            Span::Clock(span) => Some(from + span),
            Span::WorkingDays(days) => Some(after_working_days(from, days)),
            // an office without known hours counts as open day and night: the stricter reading
            Span::ServiceHours(hours) => Some(
                dates
                    .open_due_at
                    .unwrap_or(from + TimeDelta::hours(i64::from(hours))),
            ),
            Span::Given => None,
        }
    }

    /// Owed from the acknowledgement on, and anew after each feedback until the case is completed.
    fn feedback_owed_since(&self) -> Option<DateTime<Utc>> {
        if self.head.vocabulary() != FeedbackVocabulary::KkgEcho {
            return None;
        }
        let settled = matches!(self.state, ReferralState::Completed { at, .. }
            if self.milestones.feedback_at.is_some_and(|given| given >= at));
        let start = self
            .milestones
            .feedback_at
            .or(self.milestones.acknowledged_at);
        start.filter(|_| !settled)
    }

    fn rests_until(&self) -> Option<DateTime<Utc>> {
        match &self.state {
            ReferralState::OnHold { until, .. } => *until,
            ReferralState::New { .. }
            | ReferralState::Submitted { .. }
            | ReferralState::Delivered { .. }
            | ReferralState::Opened { .. }
            | ReferralState::Acknowledged { .. }
            | ReferralState::Accepted { .. }
            | ReferralState::InProgress { .. }
            | ReferralState::CancelRequested { .. }
            | ReferralState::Bounced { .. }
            | ReferralState::Undeliverable { .. }
            | ReferralState::Declined { .. }
            | ReferralState::Redirected { .. }
            | ReferralState::Completed { .. }
            | ReferralState::Failed { .. }
            | ReferralState::Withdrawn { .. }
            | ReferralState::Purged { .. } => None,
        }
    }

    const fn waits_for_stop(&self) -> bool {
        matches!(
            self.state,
            ReferralState::OnHold {
                reason: HoldReason::ConsentRevoked,
                ..
            }
        )
    }
}

/// The instant `days` working days behind `from`, at the same time of day in Berlin. The day of
/// `from` is not counted, whatever day it is.
pub fn after_working_days(from: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    let local = from.with_timezone(&LOCAL);
    let on = add_working_days(local.date_naive(), days).and_time(local.time());
    // a time that daylight saving skips on that day is reached an hour later
    on.and_local_timezone(LOCAL)
        .earliest()
        .or_else(|| {
            (on + TimeDelta::hours(1))
                .and_local_timezone(LOCAL)
                .earliest()
        })
        .map_or(from, |at| at.to_utc())
}

/// The instant at which the destination will have been open for `hours` hours since `from`. `open` are
/// the spans in which it is, in order and apart; nothing when they are too few, or not known.
pub fn after_service_hours(
    from: DateTime<Utc>,
    hours: u32,
    open: impl IntoIterator<Item = Range<DateTime<Utc>>>,
) -> Option<DateTime<Utc>> {
    let mut left = TimeDelta::hours(i64::from(hours));
    for span in open {
        let start = span.start.max(from);
        let lasts = span.end - start;
        if lasts >= left {
            return Some(start + left);
        }
        left -= lasts.max(TimeDelta::zero());
    }
    None
}
