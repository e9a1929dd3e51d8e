//! Does a week keep the promise? (rule `SCH-020`)

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::SchoolHolidays;
use super::interval::Interval;
use super::precedence::StatedHours;
use super::schedule::Channel;
use crate::directory::OpeningCommitment;
use crate::holidays;
use crate::time::LOCAL;

/// How a week falls short of an [`OpeningCommitment`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortfall {
    /// On too few days.
    TooFewDays {
        /// On how many it is open at all.
        days: u8,
        /// On how many it should be, public holidays from Monday to Friday taken off.
        promised: u8,
    },
    /// Too short on a day.
    TooShort {
        /// On which.
        date: NaiveDate,
        /// For how many minutes it is open.
        minutes: i64,
        /// For how many it should be.
        promised: u16,
    },
}

impl Shortfall {
    /// The rule it breaks, as in the validation service.
    pub const RULE: &'static str = "SCH-020";
}

/// How the week that holds `day` falls short of the promise; nothing when it is kept. A day that a
/// public holiday takes away is not owed.
pub fn shortfalls(
    commitment: &OpeningCommitment,
    hours: &StatedHours<'_>,
    channel: Channel,
    day: NaiveDate,
    school: &SchoolHolidays,
) -> Vec<Shortfall> {
    let OpeningCommitment {
        min_days_per_week,
        min_minutes_per_day: promised,
        ..
    } = *commitment;
    let monday = day - Days::new(u64::from(day.weekday().num_days_from_monday()));
    let week = || monday.iter_days().take(7);
    let lost =
        week().filter(|day| !holidays::is_weekend(*day) && holidays::holiday(*day).is_some());
    let owed = min_days_per_week.saturating_sub(u8::try_from(lost.count()).unwrap_or(u8::MAX));

    let sunday = monday + Days::new(6);
    let open = hours.intervals(channel, monday, sunday, school);
    let minutes_on = |date: NaiveDate| -> i64 {
        open.iter()
            .filter(|span| starts_on(span, date))
            .map(length_in_minutes)
            .sum()
    };
    let days: Vec<_> = week()
        .map(|date| (date, minutes_on(date)))
        .filter(|(_, minutes)| *minutes > 0)
        .collect();

    let mut found = Vec::new();
    let count = u8::try_from(days.len()).unwrap_or(u8::MAX);
    if count < owed {
        found.push(Shortfall::TooFewDays {
            days: count,
            promised: owed,
        });
    }
    let long_enough = days
        .iter()
        .filter(|(_, minutes)| *minutes >= i64::from(promised))
        .count();
    if long_enough < usize::from(owed) {
        let short = days
            .into_iter()
            .filter(|(_, minutes)| *minutes < i64::from(promised));
        found.extend(short.map(|(date, minutes)| Shortfall::TooShort {
            date,
            minutes,
            promised,
        }));
    }
    found
}

fn starts_on(span: &Interval, date: NaiveDate) -> bool {
    span.start.with_timezone(&LOCAL).date_naive() == date
}

fn length_in_minutes(span: &Interval) -> i64 {
    (span.end - span.start).num_minutes()
}
