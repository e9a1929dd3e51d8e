//! Hours of a service, channel by channel.

use async_graphql::InputObject;
use chrono::Weekday;
use domain::directory::hours::{Block, Schedule, TimeOfDay, TimeSpan, Times};
use domain::ids::ScheduleId;

use super::{Checked, Workshop, each, parsed, wrong};
use crate::graphql::directory::Channel;
use crate::graphql::scalars::Date;

/// The hours of one channel.
#[derive(Debug, InputObject)]
pub struct HoursInput {
    /// For which way of reaching the service.
    pub channel: Channel,
    /// Whether it is open round the clock on every day; then no blocks are needed.
    #[graphql(default = false)]
    pub always_open: bool,
    /// The spans of the ordinary week, at most 50.
    pub blocks: Option<Vec<HoursBlockInput>>,
    /// More about it.
    pub note: Option<String>,
    /// From which day they hold.
    pub valid_from: Option<Date>,
    /// Until which day, inclusive; not before `validFrom`.
    pub valid_to: Option<Date>,
}

/// A span of one weekday, in the civil time of Europe/Berlin.
#[derive(Debug, InputObject)]
pub struct HoursBlockInput {
    /// The weekday: 1 is Monday, 7 is Sunday.
    pub weekday: i32,
    /// From when, such as `09:00`.
    pub start: String,
    /// Until when, such as `16:00` or `24:00`; before `start` when it ends on the next day.
    pub end: String,
    /// Whether one needs an appointment.
    #[graphql(default = false)]
    pub by_appointment: bool,
    /// More about it.
    pub note: Option<String>,
}

impl HoursInput {
    pub(super) fn parse(self, workshop: &Workshop<'_>) -> Checked<Schedule> {
        let Self {
            channel,
            always_open,
            blocks,
            note,
            valid_from,
            valid_to,
        } = self;
        let blocks = blocks.unwrap_or_default();
        if blocks.len() > 50 {
            return Err(wrong("blocks", "at most 50 spans"));
        }
        let times = match (always_open, blocks.is_empty()) {
            (true, true) => Times::AlwaysOpen,
            (true, false) => return Err(wrong("blocks", "no spans beside alwaysOpen")),
            (false, true) => Times::NotStated,
            (false, false) => Times::Weekly(each("blocks", blocks, HoursBlockInput::parse)?.into()),
        };
        let id = ScheduleId::from_uuid(workshop.mint.mint(workshop.now));
        Ok(Schedule {
            valid_from: valid_from.map(|day| day.0),
            valid_to: valid_to.map(|day| day.0),
            note,
            ..Schedule::stating(id, channel.into(), times)
        })
    }
}

impl HoursBlockInput {
    fn parse(self) -> Checked<Block> {
        let Self {
            weekday,
            start,
            end,
            by_appointment,
            note,
        } = self;
        let weekday = u8::try_from(weekday)
            .ok()
            .and_then(|number| number.checked_sub(1))
            .and_then(|from_monday| Weekday::try_from(from_monday).ok())
            .ok_or_else(|| wrong("weekday", "1 (Monday) to 7 (Sunday)"))?;
        let start = parsed::<TimeOfDay>("start", &start)?;
        let end = parsed::<TimeOfDay>("end", &end)?;
        let span =
            TimeSpan::new(start, end).map_err(|malformed| wrong("end", malformed.allowed))?;
        Ok(Block {
            by_appointment,
            note,
            ..Block::weekly(weekday, span)
        })
    }
}
