//! What all statements together say about a stretch of days: when it is open for sure, and when it
//! may be open.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::calendar::SchoolHolidays;
use super::day_plan;
use super::interval::{Instants, Interval};
use super::precedence::{Chosen, StatedHours};
use super::schedule::{Channel, Schedule};
use super::wall_clock::{self, Clock};
use crate::time::LOCAL;

/// Open for sure: every statement says so. Possible: at least one says so, or nobody knows.
/// In between it is unknown; outside of both it is closed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Timeline {
    pub(super) sure: Instants,
    pub(super) possible: Instants,
}

impl Timeline {
    /// What both say.
    fn agreed(self, other: &Self) -> Self {
        Self {
            sure: self.sure.intersection(&other.sure),
            possible: self.possible.union(&other.possible),
        }
    }

    /// What one says and afterwards the other.
    fn followed_by(self, other: &Self) -> Self {
        Self {
            sure: self.sure.union(&other.sure),
            possible: self.possible.union(&other.possible),
        }
    }
}

/// The days of a question, the last one excluded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
}

impl Stretch {
    fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.from.iter_days().take_while(move |day| *day < self.to)
    }

    /// The instant at which it ends.
    pub(super) fn end(self) -> DateTime<Utc> {
        wall_clock::start_of(self.to, LOCAL)
    }
}

impl<'a> StatedHours<'a> {
    /// What is stated about everything that starts on the days of the stretch.
    ///
    /// Days on which the same statements count are computed together, so that a night belongs to
    /// the statement under which it began.
    pub(super) fn timeline(
        &self,
        channel: Channel,
        stretch: Stretch,
        school: &SchoolHolidays,
    ) -> Timeline {
        let mut runs: Vec<(Option<Chosen<'a>>, Vec<NaiveDate>)> = Vec::new();
        for day in stretch.days() {
            let chosen = self.chosen_on(channel, day);
            let goes_on = |before: &Option<Chosen<'a>>| match (before, &chosen) {
                (Some(before), Some(chosen)) => before.is(chosen),
                (None, None) => true,
                (Some(_), None) | (None, Some(_)) => false,
            };
            match runs.last_mut() {
                Some((before, days)) if goes_on(before) => days.push(day),
                _ => runs.push((chosen, vec![day])),
            }
        }
        runs.into_iter()
            .map(|(chosen, days)| match chosen {
                Some(chosen) => chosen
                    .statements
                    .into_iter()
                    .map(|stated| self.one_statement(channel, &stated.value, &days, school))
                    .reduce(|all, one| all.agreed(&one))
                    .unwrap_or_default(),
                None => self.nobody_knows(channel, &days),
            })
            .reduce(|all, next| all.followed_by(&next))
            .unwrap_or_default()
    }

    /// What one statement says about everything that starts on the days.
    pub(super) fn one_statement(
        &self,
        channel: Channel,
        schedule: &Schedule,
        days: &[NaiveDate],
        school: &SchoolHolidays,
    ) -> Timeline {
        let (mut sure, mut unknown) = (Vec::new(), Vec::new());
        let mut clock = Clock::of(schedule.tz);
        for day in days
            .iter()
            .filter(|day| self.house_closed_on(channel, **day).is_none())
        {
            let plan = day_plan::plan(schedule, *day, school);
            let spans = plan.spans.iter();
            sure.extend(spans.map(|planned| clock.interval(*day, planned.span)));
            if plan.rest_unknown {
                unknown.push(whole_day(*day));
            }
        }
        let sure = Instants::of(sure);
        let possible = if unknown.is_empty() {
            sure.clone()
        } else {
            sure.union(&Instants::of(unknown))
        };
        Timeline { sure, possible }
    }

    fn nobody_knows(&self, channel: Channel, days: &[NaiveDate]) -> Timeline {
        let unlocked = days
            .iter()
            .filter(|day| self.house_closed_on(channel, **day).is_none());
        Timeline {
            sure: Instants::default(),
            possible: Instants::of(unlocked.map(|day| whole_day(*day))),
        }
    }

    /// All spans of the days `from` to `to` (both inclusive) in which the entry is open for sure,
    /// in order, touching ones united, cut at the ends of the stretch.
    pub fn intervals(
        &self,
        channel: Channel,
        from: NaiveDate,
        to: NaiveDate,
        school: &SchoolHolidays,
    ) -> Vec<Interval> {
        let day_after = to + Days::new(1);
        let stretch = Interval {
            start: wall_clock::start_of(from, LOCAL),
            end: wall_clock::start_of(day_after, LOCAL),
        };
        // the night before may reach into the first day
        let days = Stretch {
            from: from - Days::new(1),
            to: day_after,
        };
        let timeline = self.timeline(channel, days, school);
        timeline
            .sure
            .intersection(&Instants::of([stretch]))
            .into_vec()
    }

    /// Whether the entry is open for sure at the instant.
    pub fn is_open_at(&self, channel: Channel, at: DateTime<Utc>, school: &SchoolHolidays) -> bool {
        self.opens_within(channel, at, TimeDelta::zero(), school)
    }

    /// Whether the entry is open for sure at some instant from `at` to `at + patience`, both included.
    pub fn opens_within(
        &self,
        channel: Channel,
        at: DateTime<Utc>,
        patience: TimeDelta,
        school: &SchoolHolidays,
    ) -> bool {
        if self.suspension.is_some() {
            return false;
        }
        let latest = at + patience;
        let stretch = Stretch {
            from: local_date(at) - Days::new(1),
            to: local_date(latest) + Days::new(1),
        };
        let sure = self.timeline(channel, stretch, school).sure;
        sure.around(at).is_some() || sure.next_start(at).is_some_and(|start| start <= latest)
    }
}

/// The day of the state's civil time in which the instant lies.
pub(super) fn local_date(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&LOCAL).date_naive()
}

fn whole_day(day: NaiveDate) -> Interval {
    Interval {
        start: wall_clock::start_of(day, LOCAL),
        end: wall_clock::start_of(day + Days::new(1), LOCAL),
    }
}
