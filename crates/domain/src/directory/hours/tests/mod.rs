//! Tests of opening hours: the golden cases of the paper, and what must hold for any hours.

mod golden;
mod holidays_and_exceptions;
mod properties;
mod statements;

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc, Weekday};
use uuid::Uuid;

use super::{Block, Channel, OpenNow, Schedule, SchoolHolidays, StatedHours, Times};
use crate::directory::Stated;
use crate::ids::{ScheduleId, SourceId};
use crate::text::Lang;
use crate::time::LOCAL;

const WORKDAYS: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

/// `2026-11-20 16:40` in civil time; the first of two where the clocks are set back.
fn local(text: &str) -> DateTime<Utc> {
    let wall = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    LOCAL
        .from_local_datetime(&wall)
        .earliest()
        .unwrap()
        .with_timezone(&Utc)
}

/// Blocks such as `09:00-12:00` on the weekdays.
fn blocks(weekdays: &[Weekday], spans: &[&str]) -> Vec<Block> {
    spans
        .iter()
        .flat_map(|span| Block::on(weekdays, span.parse().unwrap()))
        .collect()
}

fn weekly(blocks: Vec<Block>) -> Times {
    Times::Weekly(blocks.into())
}

fn schedule(number: u128, channel: Channel, times: Times) -> Schedule {
    Schedule::stating(
        ScheduleId::from_uuid(Uuid::from_u128(number)),
        channel,
        times,
    )
}

fn visit(weekdays: &[Weekday], spans: &[&str]) -> Schedule {
    schedule(1, Channel::Visit, weekly(blocks(weekdays, spans)))
}

fn own(schedule: Schedule) -> [Stated<Schedule>; 1] {
    [Stated {
        value: schedule,
        source: None,
        date: None,
    }]
}

fn sourced(schedule: Schedule, source: u128, date: &str) -> Stated<Schedule> {
    let source = SourceId::from_uuid(Uuid::from_u128(source));
    Stated {
        value: schedule,
        source: Some(source),
        date: Some(date.to_owned()),
    }
}

fn ask(hours: &StatedHours<'_>, channel: Channel, at: &str) -> OpenNow {
    hours.open_now(channel, local(at), &SchoolHolidays::unknown())
}

/// The next opening as `2026-11-23T09:00:00+01:00`.
fn next(now: &OpenNow) -> Option<String> {
    now.next_opening.map(|next| next.to_rfc3339())
}

fn german(now: &OpenNow) -> String {
    now.sentence(&Lang::german())
}
