//! Whose hours count: the owner nearest to the caller wins as a whole, and a locked house is locked
//! for everybody in it.

use chrono::NaiveDate;

use super::schedule::{Channel, Exception, ExceptionKind, Schedule, Times};
use crate::directory::{OpeningCommitment, Stated};

/// A statement that ended less than this many days ago is still used, and marked.
const USED_AFTER_EXPIRY_DAYS: i64 = 90;

/// Who states hours, the most specific owner first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OwnerLevel {
    /// A telephone entry or a contact.
    Phone,
    /// A service at one of its locations.
    ServiceAtLocation,
    /// A service.
    Service,
    /// A location.
    Location,
    /// An organisation.
    Organisation,
}

/// An offer that is not given at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suspension<'a> {
    /// Why, for everybody.
    pub reason: &'a str,
    /// The first day on which it is expected back; unknown when absent.
    pub expected_back_on: Option<NaiveDate>,
}

/// Everything that is stated about when one entry can be reached.
#[derive(Debug, Clone, Default)]
pub struct StatedHours<'a> {
    levels: Vec<(OwnerLevel, &'a [Stated<Schedule>])>,
    pub(super) commitment: Option<&'a OpeningCommitment>,
    pub(super) suspension: Option<Suspension<'a>>,
    pub(super) verified_until: Option<NaiveDate>,
}

/// The statements that count on one day, all of one owner, newest first.
#[derive(Debug, Clone)]
pub(super) struct Chosen<'a> {
    pub(super) statements: Vec<&'a Stated<Schedule>>,
    pub(super) expired: bool,
}

impl Chosen<'_> {
    /// Whether both are the very same statements.
    pub(super) fn is(&self, other: &Self) -> bool {
        let pairs = || self.statements.iter().zip(&other.statements);
        self.statements.len() == other.statements.len()
            && pairs().all(|(mine, theirs)| std::ptr::eq(*mine, *theirs))
    }
}

impl<'a> StatedHours<'a> {
    /// An entry of which nothing is stated.
    pub fn unknown() -> Self {
        Self::default()
    }

    /// Adds what one owner states, newest first; may be called in any order of owners.
    #[must_use]
    pub fn stated_by(mut self, owner: OwnerLevel, schedules: &'a [Stated<Schedule>]) -> Self {
        let position = self.levels.partition_point(|(level, _)| *level <= owner);
        self.levels.insert(position, (owner, schedules));
        self
    }

    /// Adds a promise without times.
    #[must_use]
    pub const fn promising(mut self, commitment: Option<&'a OpeningCommitment>) -> Self {
        self.commitment = commitment;
        self
    }

    /// Marks the entry as not given at the moment.
    #[must_use]
    pub const fn suspended(mut self, suspension: Option<Suspension<'a>>) -> Self {
        self.suspension = suspension;
        self
    }

    /// Adds the last day on which the last confirmation of the hours may be trusted.
    #[must_use]
    pub const fn verified_until(mut self, day: Option<NaiveDate>) -> Self {
        self.verified_until = day;
        self
    }

    /// Whether any schedule for the channel states times, of whatever day.
    pub fn states_times(&self, channel: Channel) -> bool {
        self.stating_times(channel).next().is_some()
    }

    fn stating_times(
        &self,
        channel: Channel,
    ) -> impl Iterator<Item = (OwnerLevel, &'a Stated<Schedule>)> {
        self.levels
            .iter()
            .flat_map(|(level, stated)| stated.iter().map(|one| (*level, one)))
            .filter(move |(_, stated)| {
                stated.value.channel == channel && stated.value.times != Times::NotStated
            })
    }

    /// The first owner with a schedule for the channel that is valid on the day; where there is
    /// none, the schedules that ended last, if that is not too long ago.
    pub(super) fn chosen_on(&self, channel: Channel, date: NaiveDate) -> Option<Chosen<'a>> {
        let valid = || {
            self.stating_times(channel)
                .filter(|(_, s)| s.value.is_valid_on(date))
        };
        if let Some(winner) = valid().map(|(level, _)| level).min() {
            let statements = valid()
                .filter(|(level, _)| *level == winner)
                .map(|(_, s)| s);
            return Some(Chosen {
                statements: statements.collect(),
                expired: false,
            });
        }
        let expired = || {
            self.stating_times(channel).filter_map(|(level, stated)| {
                let ended_on = stated.value.valid_to.filter(|to| *to < date)?;
                let recently = (date - ended_on).num_days() < USED_AFTER_EXPIRY_DAYS;
                recently.then_some((ended_on, level, stated))
            })
        };
        let last_day = expired().map(|(ended_on, ..)| ended_on).max()?;
        let ended_last = || expired().filter(|(ended_on, ..)| *ended_on == last_day);
        let winner = ended_last().map(|(_, level, _)| level).min()?;
        let statements = ended_last()
            .filter(|(_, level, _)| *level == winner)
            .map(|(.., s)| s);
        Some(Chosen {
            statements: statements.collect(),
            expired: true,
        })
    }

    /// Whether the channel is open round the clock on every day there is, by all statements alike and
    /// without any exception.
    pub(super) fn is_always_open(&self, channel: Channel) -> bool {
        let mut stated = self.stating_times(channel).peekable();
        let has_exceptions = || {
            let mut all = self.levels.iter().flat_map(|(_, stated)| *stated);
            all.any(|stated| !stated.value.exceptions.is_empty())
        };
        stated.peek().is_some()
            && stated.all(|(_, stated)| {
                let schedule = &stated.value;
                schedule.times == Times::AlwaysOpen
                    && schedule.valid_from.is_none()
                    && schedule.valid_to.is_none()
            })
            && !has_exceptions()
    }

    /// Whether the channel has a schedule that begins after the day.
    pub(super) fn begins_after(&self, channel: Channel, date: NaiveDate) -> bool {
        self.stating_times(channel)
            .any(|(_, s)| s.value.valid_from.is_some_and(|from| from > date))
    }

    /// Whether somebody states that appointments are needed, without times.
    pub(super) fn needs_appointment(&self, channel: Channel) -> bool {
        self.levels
            .iter()
            .flat_map(|(_, stated)| *stated)
            .any(|stated| stated.value.channel == channel && stated.value.appointment_only)
    }

    /// The exception by which the house or the organisation is closed on the day. What closes to
    /// visitors silences the office telephone too; chat, mail and on-call lines are closed only by
    /// an exception of their own.
    pub(super) fn house_closed_on(
        &self,
        channel: Channel,
        date: NaiveDate,
    ) -> Option<&'a Exception> {
        let concerns = |closed: Channel| {
            closed == channel || (closed == Channel::Visit && channel == Channel::Phone)
        };
        self.levels
            .iter()
            .filter(|(level, _)| *level >= OwnerLevel::Location)
            .flat_map(|(_, stated)| *stated)
            .filter(|stated| concerns(stated.value.channel))
            .flat_map(|stated| &stated.value.exceptions)
            .find(|exception| exception.kind == ExceptionKind::Closed && exception.covers(date))
    }
}
