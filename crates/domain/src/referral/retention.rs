//! How long things are kept (`referral.md` 14). Both ends see the dates.

use chrono::{DateTime, TimeDelta, Utc};

use super::aggregate::Referral;
use super::change::INCOMPLETE_FOR;
use super::codes::{Kind, Side};
use super::machine::State;

/// What did not arrive or was taken back.
pub const SHORT: TimeDelta = TimeDelta::days(7);
/// Content that was worked on in the browser, after the end.
pub const WORKED: TimeDelta = TimeDelta::days(90);
/// The reporter's access after the acknowledgement …
pub const REPORTER: TimeDelta = TimeDelta::days(90);
/// … and after the last feedback.
pub const REPORTER_AFTER_FEEDBACK: TimeDelta = TimeDelta::days(30);
/// Drafts on the server, after their last change.
pub const DRAFT: TimeDelta = TimeDelta::days(30);
/// Idempotency rows.
pub const IDEMPOTENCY: TimeDelta = TimeDelta::days(7);

/// The dates one of the two ends is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetentionDates {
    /// When everything is deleted; `None` while that is open, or not for this end to know.
    pub purge_at: Option<DateTime<Utc>>,
    /// When the sender's access ends; `None` while that is open.
    pub sender_access_until: Option<DateTime<Utc>>,
}

impl Referral {
    /// When the referral is purged (before it was sent: discarded); `None` while that is open: it
    /// is being worked on, or a report did not arrive and no other way has been confirmed.
    pub fn purge_at(&self) -> Option<DateTime<Utc>> {
        let since = self.state.since();
        let suspicion = self.head.kind == Kind::SuspicionReport;
        let due = match self.state.name() {
            State::New => Some(self.milestones.created_at + INCOMPLETE_FOR),
            State::Bounced | State::Undeliverable if suspicion => self
                .other_channels
                .last()
                .map(|other| since.max(other.confirmed_at) + SHORT),
            State::Bounced | State::Undeliverable | State::Withdrawn => Some(since + SHORT),
            State::Declined | State::Redirected | State::Completed | State::Failed => {
                Some(since + WORKED)
            }
            State::Submitted
            | State::Delivered
            | State::Opened
            | State::Acknowledged
            | State::Accepted
            | State::InProgress
            | State::OnHold
            | State::CancelRequested
            | State::Purged => None,
        };
        // an acknowledged report is not purged before its sender's access ends, so that the
        // moment of deletion tells nothing about the office's work
        due.map(|due| self.reporter_until().map_or(due, |until| due.max(until)))
    }

    /// When the sender's access ends, messages included. For a suspicion report it follows from the
    /// acknowledgement and the feedback alone, so that neither timing nor a refusal reveals how the
    /// office decided.
    pub fn sender_access_until(&self) -> Option<DateTime<Utc>> {
        self.reporter_until().or_else(|| self.purge_at())
    }

    /// The dates as one of the two ends is shown them.
    pub fn retention(&self, side: Side) -> RetentionDates {
        let acknowledged_report = self.reporter_until().is_some();
        RetentionDates {
            purge_at: match side {
                Side::Sender if acknowledged_report => None,
                Side::Sender | Side::Recipient => self.purge_at(),
            },
            sender_access_until: self.sender_access_until(),
        }
    }

    fn reporter_until(&self) -> Option<DateTime<Utc>> {
        if self.head.kind != Kind::SuspicionReport {
            return None;
        }
        let acknowledged = self.milestones.acknowledged_at? + REPORTER;
        let feedback = self
            .milestones
            .feedback_at
            .map(|at| at + REPORTER_AFTER_FEEDBACK);
        Some(feedback.map_or(acknowledged, |until| until.max(acknowledged)))
    }
}
