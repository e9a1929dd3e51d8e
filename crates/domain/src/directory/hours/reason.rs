//! Why an entry is open, closed or unknown: the words behind a state that is already computed.

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::calendar::SchoolHolidays;
use super::day_plan::{Cause, DayPlan, PlannedSpan, plan};
use super::open_now::{OpenReason, OpenState};
use super::precedence::{Chosen, StatedHours};
use super::schedule::{Channel, Schedule, Times};
use super::timeline::local_date;
use super::wall_clock;

/// A reason and the name or the public text that goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Explained {
    pub(super) reason: OpenReason,
    pub(super) detail: Option<String>,
}

impl From<OpenReason> for Explained {
    fn from(reason: OpenReason) -> Self {
        Self {
            reason,
            detail: None,
        }
    }
}

/// The reason of a state that was computed from the chosen statements.
pub(super) fn explain(
    hours: &StatedHours<'_>,
    channel: Channel,
    at: DateTime<Utc>,
    chosen: &Chosen<'_>,
    state: OpenState,
    school: &SchoolHolidays,
) -> Explained {
    let today = local_date(at);
    let schedules = || chosen.statements.iter().map(|stated| &stated.value);
    let explained = match state {
        OpenState::Unknown => unknown(schedules(), today, school).into(),
        OpenState::Open => schedules()
            .find_map(|schedule| open(schedule, at, today, school))
            .unwrap_or_else(|| OpenReason::RegularHours.into()),
        OpenState::Closed => match hours.house_closed_on(channel, today) {
            Some(exception) => Explained {
                reason: OpenReason::ExceptionClosed,
                detail: exception.reason_public.clone(),
            },
            None => schedules().next().map_or_else(
                || OpenReason::WeekdayClosed.into(),
                |newest| closed(newest, at, today, school),
            ),
        },
    };
    if chosen.expired {
        OpenReason::Expired.into()
    } else {
        explained
    }
}

fn unknown<'s>(
    mut schedules: impl Iterator<Item = &'s Schedule> + Clone,
    today: NaiveDate,
    school: &SchoolHolidays,
) -> OpenReason {
    let depends_on_school =
        |schedule: &Schedule| plan(schedule, today, school).cause == Cause::CalendarMissing;
    if schedules.clone().any(depends_on_school) {
        OpenReason::CalendarMissing
    } else if schedules.all(|schedule| schedule.times == Times::OutsideOfficeHours) {
        OpenReason::OutsideOfficeHours
    } else {
        OpenReason::StatementsDiffer
    }
}

fn open(
    schedule: &Schedule,
    at: DateTime<Utc>,
    today: NaiveDate,
    school: &SchoolHolidays,
) -> Option<Explained> {
    [today, today - Days::new(1)].into_iter().find_map(|day| {
        let plan = plan(schedule, day, school);
        let span = *plan
            .spans
            .iter()
            .find(|planned| holds(**planned, day, schedule, at))?;
        Some(why_open(schedule, &plan, span))
    })
}

fn why_open(schedule: &Schedule, plan: &DayPlan<'_>, span: PlannedSpan) -> Explained {
    if let Cause::Changed(exception) = plan.cause {
        let detail = exception.reason_public.clone();
        return Explained {
            reason: OpenReason::ExceptionOpen,
            detail,
        };
    }
    if schedule.appointment_only || span.by_appointment {
        return OpenReason::AppointmentOnly.into();
    }
    match schedule.times {
        Times::AlwaysOpen => OpenReason::AlwaysOpen.into(),
        Times::OutsideOfficeHours => OpenReason::OutsideOfficeHours.into(),
        Times::Weekly(_) | Times::NotStated => OpenReason::RegularHours.into(),
    }
}

fn closed(
    schedule: &Schedule,
    at: DateTime<Utc>,
    today: NaiveDate,
    school: &SchoolHolidays,
) -> Explained {
    let plan = plan(schedule, today, school);
    if !plan.spans.is_empty() {
        return between(&plan, schedule, at, today).into();
    }
    let of = |reason, detail: Option<&str>| Explained {
        reason,
        detail: detail.map(str::to_owned),
    };
    match plan.cause {
        Cause::Closed(exception) | Cause::Changed(exception) => of(
            OpenReason::ExceptionClosed,
            exception.reason_public.as_deref(),
        ),
        Cause::PublicHoliday(name) if plan.usually_open => {
            of(OpenReason::PublicHoliday, Some(name))
        }
        Cause::SchoolHoliday if plan.usually_open => OpenReason::SchoolHoliday.into(),
        Cause::PublicHoliday(_)
        | Cause::SchoolHoliday
        | Cause::Ordinary
        | Cause::CalendarMissing => OpenReason::WeekdayClosed.into(),
    }
}

fn between(
    plan: &DayPlan<'_>,
    schedule: &Schedule,
    at: DateTime<Utc>,
    today: NaiveDate,
) -> OpenReason {
    let intervals = || {
        plan.spans
            .iter()
            .map(|planned| wall_clock::interval(today, planned.span, schedule.tz))
    };
    if intervals().all(|interval| at < interval.start) {
        OpenReason::BeforeHours
    } else if intervals().all(|interval| interval.end <= at) {
        OpenReason::AfterHours
    } else {
        OpenReason::Break
    }
}

fn holds(planned: PlannedSpan, day: NaiveDate, schedule: &Schedule, at: DateTime<Utc>) -> bool {
    wall_clock::interval(day, planned.span, schedule.tz).contains(at)
}
