//! One statement about when something is open.

use std::str::FromStr;

use std::sync::Arc;

use chrono::{Datelike, NaiveDate, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::time_of_day::TimeSpan;
use crate::ids::ScheduleId;
use crate::text::WebAddress;
use crate::time::LOCAL;

/// By which way people reach an institution. Phone hours are apart from visiting hours.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Coming in person.
    #[default]
    Visit,
    /// Calling.
    Phone,
    /// Chatting.
    Chat,
    /// Writing a mail.
    Mail,
    /// Calling the service that answers outside office hours.
    OnCall,
}

impl Channel {
    /// All channels.
    pub const ALL: [Self; 5] = [
        Self::Visit,
        Self::Phone,
        Self::Chat,
        Self::Mail,
        Self::OnCall,
    ];

    /// The channel's name in storage and APIs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Phone => "phone",
            Self::Chat => "chat",
            Self::Mail => "mail",
            Self::OnCall => "on_call",
        }
    }
}

/// In which weeks a block is repeated.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repeat {
    /// Every week.
    #[default]
    Every,
    /// In weeks with an odd ISO number.
    OddIsoWeek,
    /// In weeks with an even ISO number.
    EvenIsoWeek,
    /// On these occurrences of the weekday in the month: 1 to 5 from the start, -1 the last one.
    NthOfMonth(Vec<i8>),
}

impl Repeat {
    /// Whether the weekday that `date` is counts.
    pub fn includes(&self, date: NaiveDate) -> bool {
        match self {
            Self::Every => true,
            Self::OddIsoWeek => !date.iso_week().week().is_multiple_of(2),
            Self::EvenIsoWeek => date.iso_week().week().is_multiple_of(2),
            Self::NthOfMonth(wanted) => {
                let nth = (date.day() - 1) / 7 + 1;
                let is_last = (date + chrono::Days::new(7)).month() != date.month();
                wanted
                    .iter()
                    .any(|n| i64::from(*n) == i64::from(nth) || (*n == -1 && is_last))
            }
        }
    }
}

/// A span of one weekday. A block over midnight belongs to the weekday on which it starts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Block {
    /// The weekday, written 1 (Monday) to 7 (Sunday).
    #[serde(with = "iso_weekday")]
    pub weekday: Weekday,
    /// From when to when.
    #[serde(flatten)]
    pub span: TimeSpan,
    /// In which weeks.
    #[serde(default)]
    pub repeat: Repeat,
    /// Whether one needs an appointment.
    #[serde(default)]
    pub by_appointment: bool,
    /// More about it.
    #[serde(default)]
    pub note: Option<String>,
}

impl Block {
    /// A block of every week, without appointment.
    pub const fn weekly(weekday: Weekday, span: TimeSpan) -> Self {
        Self {
            weekday,
            span,
            repeat: Repeat::Every,
            by_appointment: false,
            note: None,
        }
    }

    /// The same span on several weekdays of every week.
    pub fn on(weekdays: &[Weekday], span: TimeSpan) -> Vec<Self> {
        weekdays
            .iter()
            .map(|weekday| Self::weekly(*weekday, span))
            .collect()
    }
}

/// What a statement says about ordinary weeks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Times {
    /// Round the clock on every day, public holidays included.
    AlwaysOpen,
    /// These blocks and nothing else. Many entries have the same weeks, so they may share them.
    Weekly(Arc<[Block]>),
    /// "Outside office hours" of an office whose hours are not known: answers on Saturdays, Sundays,
    /// public holidays and from 20:00 to 06:00; at all other times it is not known.
    OutsideOfficeHours,
    /// Nothing: only its exceptions are known.
    NotStated,
}

/// What happens to the blocks of a holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayRule {
    /// They fall away.
    Closed,
    /// They stay.
    AsUsual,
    /// They are replaced by these.
    OwnBlocks(Vec<TimeSpan>),
}

/// What an exception does to the days it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExceptionKind {
    /// Nothing starts on them.
    Closed,
    /// Only these spans start on them.
    Instead(Vec<TimeSpan>),
    /// These spans start on them as well.
    Additionally(Vec<TimeSpan>),
}

/// Days that differ from the ordinary week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// What is different.
    pub kind: ExceptionKind,
    /// Why, for everybody.
    #[serde(default)]
    pub reason_public: Option<String>,
    /// Why, for editors; never public.
    #[serde(default)]
    pub reason_internal: Option<String>,
}

impl Exception {
    /// Whether it names the day.
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.from <= date && date <= self.to
    }
}

/// One statement about when one owner can be reached by one channel. It stands for itself: several
/// schedules of one owner and channel that are valid on the same day are statements that may differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// Names the schedule.
    pub id: ScheduleId,
    /// For which way of reaching the owner.
    pub channel: Channel,
    /// From which day the statement may be trusted; always when absent.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Until which day, inclusive; until further notice when absent.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// The time zone of its wall times (IANA name).
    #[serde(default = "local", with = "zone_name")]
    pub tz: Tz,
    /// What ordinary weeks look like.
    pub times: Times,
    /// What happens on public holidays; when absent the rule of the channel holds,
    /// see [`Schedule::on_public_holidays`].
    #[serde(default)]
    pub public_holidays: Option<HolidayRule>,
    /// What happens in school holidays; as usual when absent.
    #[serde(default)]
    pub school_holidays: Option<HolidayRule>,
    /// Days that differ.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
    /// Whether one always needs an appointment.
    #[serde(default)]
    pub appointment_only: bool,
    /// Where to book one.
    #[serde(default)]
    pub booking_url: Option<WebAddress>,
    /// More about it; never evaluated.
    #[serde(default)]
    pub note: Option<String>,
}

impl Schedule {
    /// A statement without limits of validity, exceptions or notes.
    pub const fn stating(id: ScheduleId, channel: Channel, times: Times) -> Self {
        Self {
            id,
            channel,
            valid_from: None,
            valid_to: None,
            tz: LOCAL,
            times,
            public_holidays: None,
            school_holidays: None,
            exceptions: Vec::new(),
            appointment_only: false,
            booking_url: None,
            note: None,
        }
    }

    /// Whether the statement may be trusted on the day.
    pub fn is_valid_on(&self, date: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= date) && self.valid_to.is_none_or(|to| date <= to)
    }

    /// What happens on public holidays. Not stated, an on-call line works as usual and all else is
    /// closed; helplines state `as_usual`.
    pub fn on_public_holidays(&self) -> &HolidayRule {
        let by_channel = match self.channel {
            Channel::OnCall => &HolidayRule::AsUsual,
            Channel::Visit | Channel::Phone | Channel::Chat | Channel::Mail => &HolidayRule::Closed,
        };
        self.public_holidays.as_ref().unwrap_or(by_channel)
    }

    /// Pairs of blocks, by position, that overlap in some week (rule `SCH-006`). They are united
    /// when computed; blocks that only touch are in order.
    pub fn overlapping_blocks(&self) -> Vec<(usize, usize)> {
        let Times::Weekly(blocks) = &self.times else {
            return Vec::new();
        };
        let minute_of_week = |block: &Block| {
            let start = block.weekday.num_days_from_monday() * 1_440
                + u32::from(block.span.start().minutes());
            (start, start + u32::from(block.span.minutes()))
        };
        let overlap = |a: &Block, b: &Block| {
            const WEEK: u32 = 7 * 1_440;
            let (a, b) = (minute_of_week(a), minute_of_week(b));
            // Sunday night reaches into Monday
            [0, WEEK].iter().any(|shift| {
                (a.0 < b.1 + shift && b.0 + shift < a.1) || (b.0 < a.1 + shift && a.0 + shift < b.1)
            })
        };
        let may_meet = |a: &Block, b: &Block| match (&a.repeat, &b.repeat) {
            (Repeat::OddIsoWeek, Repeat::EvenIsoWeek)
            | (Repeat::EvenIsoWeek, Repeat::OddIsoWeek) => false,
            (Repeat::NthOfMonth(a), Repeat::NthOfMonth(b)) => {
                a.iter().any(|n| b.contains(n) || *n == -1) || b.contains(&-1)
            }
            _ => true,
        };
        (0..blocks.len())
            .flat_map(|first| (first + 1..blocks.len()).map(move |second| (first, second)))
            .filter(|(first, second)| {
                let (a, b) = (&blocks[*first], &blocks[*second]);
                may_meet(a, b) && overlap(a, b)
            })
            .collect()
    }
}

const fn local() -> Tz {
    LOCAL
}

/// Weekdays as the numbers 1 (Monday) to 7 (Sunday).
mod iso_weekday {
    use chrono::Weekday;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature serde asks for"
    )]
    pub(super) fn serialize<S: Serializer>(day: &Weekday, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_u32(day.number_from_monday())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(given: D) -> Result<Weekday, D::Error> {
        let number = u8::deserialize(given)?;
        number
            .checked_sub(1)
            .and_then(|from_monday| Weekday::try_from(from_monday).ok())
            .ok_or_else(|| D::Error::custom("a weekday is a number from 1 (Monday) to 7 (Sunday)"))
    }
}

/// Time zones by their IANA names.
mod zone_name {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::{FromStr, Tz};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature serde asks for"
    )]
    pub(super) fn serialize<S: Serializer>(zone: &Tz, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(zone.name())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(given: D) -> Result<Tz, D::Error> {
        let name = String::deserialize(given)?;
        Tz::from_str(&name).map_err(|_unknown| {
            D::Error::custom("a time zone has an IANA name, such as Europe/Berlin")
        })
    }
}

#[cfg(test)]
mod tests;
