//! What one statement says about what starts on one day.

use chrono::{Datelike, NaiveDate};

use super::calendar::SchoolHolidays;
use super::schedule::{Exception, ExceptionKind, HolidayRule, Schedule, Times};
use super::time_of_day::{TimeOfDay, TimeSpan};
use crate::holidays;

/// Why a day looks as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause<'a> {
    /// It is like any other.
    Ordinary,
    /// It is a public holiday with rules of its own.
    PublicHoliday(&'static str),
    /// It lies in school holidays with rules of their own.
    SchoolHoliday,
    /// An exception closes it.
    Closed(&'a Exception),
    /// An exception changes it.
    Changed(&'a Exception),
    /// It depends on school holidays nobody has entered.
    CalendarMissing,
}

/// The spans that start on a day, in order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DayPlan<'a> {
    /// When it is open for sure.
    pub(super) spans: Vec<PlannedSpan>,
    /// Whether the rest of the day is unknown instead of closed.
    pub(super) rest_unknown: bool,
    /// Why.
    pub(super) cause: Cause<'a>,
    /// Whether an ordinary week has anything on this day.
    pub(super) usually_open: bool,
}

/// One span of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PlannedSpan {
    pub(super) span: TimeSpan,
    pub(super) by_appointment: bool,
}

/// What `schedule` says about `date`: exceptions before public holidays before school holidays
/// before the ordinary week.
pub(super) fn plan<'a>(
    schedule: &'a Schedule,
    date: NaiveDate,
    school: &SchoolHolidays,
) -> DayPlan<'a> {
    let ordinary = ordinary(schedule, date, school);
    let exceptions = || {
        schedule
            .exceptions
            .iter()
            .filter(|exception| exception.covers(date))
    };
    let closed = exceptions().find(|exception| exception.kind == ExceptionKind::Closed);
    if let Some(closed) = closed {
        return DayPlan {
            spans: Vec::new(),
            rest_unknown: false,
            cause: Cause::Closed(closed),
            ..ordinary
        };
    }
    let mut plan = ordinary;
    for exception in exceptions() {
        match &exception.kind {
            ExceptionKind::Closed => {}
            ExceptionKind::Instead(spans) => {
                plan.spans = planned(spans);
                plan.rest_unknown = false;
                plan.cause = Cause::Changed(exception);
            }
            ExceptionKind::Additionally(spans) => {
                plan.spans.extend(planned(spans));
                plan.cause = Cause::Changed(exception);
            }
        }
    }
    plan.spans.sort_unstable();
    plan
}

fn ordinary<'a>(schedule: &'a Schedule, date: NaiveDate, school: &SchoolHolidays) -> DayPlan<'a> {
    let day = |spans: Vec<PlannedSpan>, rest_unknown| DayPlan {
        usually_open: !spans.is_empty(),
        spans,
        rest_unknown,
        cause: Cause::Ordinary,
    };
    match &schedule.times {
        Times::AlwaysOpen => day(planned(&[TimeSpan::WHOLE_DAY]), false),
        Times::OutsideOfficeHours => day(planned(&surely_outside_office_hours(date)), true),
        Times::NotStated => day(Vec::new(), true),
        Times::Weekly(blocks) => {
            let on_this_day = blocks
                .iter()
                .filter(|block| block.weekday == date.weekday() && block.repeat.includes(date))
                .map(|block| PlannedSpan {
                    span: block.span,
                    by_appointment: block.by_appointment,
                });
            on_holidays(schedule, date, school, day(on_this_day.collect(), false))
        }
    }
}

fn on_holidays<'a>(
    schedule: &'a Schedule,
    date: NaiveDate,
    school: &SchoolHolidays,
    ordinary: DayPlan<'a>,
) -> DayPlan<'a> {
    if let Some(name) = holidays::holiday(date) {
        let cause = Cause::PublicHoliday(name);
        match schedule.on_public_holidays() {
            HolidayRule::AsUsual => {}
            HolidayRule::Closed => {
                return DayPlan {
                    spans: Vec::new(),
                    cause,
                    ..ordinary
                };
            }
            HolidayRule::OwnBlocks(spans) => {
                return DayPlan {
                    spans: planned(spans),
                    cause,
                    ..ordinary
                };
            }
        }
    }
    let spans = match &schedule.school_holidays {
        None | Some(HolidayRule::AsUsual) => return ordinary,
        Some(HolidayRule::Closed) => Vec::new(),
        Some(HolidayRule::OwnBlocks(spans)) => planned(spans),
    };
    match school.include(date) {
        Some(false) => ordinary,
        Some(true) => DayPlan {
            spans,
            cause: Cause::SchoolHoliday,
            ..ordinary
        },
        None => DayPlan {
            spans: Vec::new(),
            rest_unknown: true,
            cause: Cause::CalendarMissing,
            ..ordinary
        },
    }
}

/// When a line stated as "outside office hours" is known to answer.
fn surely_outside_office_hours(date: NaiveDate) -> Vec<TimeSpan> {
    const MORNING: Option<TimeOfDay> = TimeOfDay::new(6, 0);
    const EVENING: Option<TimeOfDay> = TimeOfDay::new(20, 0);
    if !holidays::is_working_day(date) {
        return vec![TimeSpan::WHOLE_DAY];
    }
    let span = |start: Option<TimeOfDay>, end: Option<TimeOfDay>| TimeSpan::new(start?, end?).ok();
    [
        span(Some(TimeOfDay::MIDNIGHT), MORNING),
        span(EVENING, Some(TimeOfDay::END_OF_DAY)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn planned(spans: &[TimeSpan]) -> Vec<PlannedSpan> {
    spans
        .iter()
        .map(|span| PlannedSpan {
            span: *span,
            by_appointment: false,
        })
        .collect()
}
