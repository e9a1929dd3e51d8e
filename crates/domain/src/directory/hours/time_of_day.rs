//! Wall times of a day and spans between them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::Malformed;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// A wall time from 00:00 to 24:00, in whole minutes; 24:00 is the midnight that ends the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// 00:00.
    pub const MIDNIGHT: Self = Self(0);
    /// 24:00.
    pub const END_OF_DAY: Self = Self(DAY);

    /// The time `hour:minute`; absent when there is no such wall time.
    pub const fn new(hour: u16, minute: u16) -> Option<Self> {
        if minute < 60 && (hour < 24 || (hour == 24 && minute == 0)) {
            Some(Self(hour * 60 + minute))
        } else {
            None
        }
    }

    /// Minutes since the beginning of the day, 0 to 1440.
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for TimeOfDay {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        const ALLOWED: Malformed = Malformed {
            allowed: "a time of day is HH:MM from 00:00 to 24:00, such as 09:30",
        };
        let two_digits = |part: &str| {
            let plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse().ok()).flatten()
        };
        given
            .split_once(':')
            .and_then(|(hour, minute)| Self::new(two_digits(hour)?, two_digits(minute)?))
            .ok_or(ALLOWED)
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = Malformed;

    fn try_from(given: String) -> Result<Self, Malformed> {
        given.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

/// A span of wall time, half-open. An end at or before the start means the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "WrittenSpan")]
pub struct TimeSpan {
    start: TimeOfDay,
    end: TimeOfDay,
}

/// The span as it is written down, before it is known to be one.
#[derive(Deserialize)]
struct WrittenSpan {
    start: TimeOfDay,
    end: TimeOfDay,
}

impl TimeSpan {
    /// A whole day.
    pub const WHOLE_DAY: Self = Self {
        start: TimeOfDay::MIDNIGHT,
        end: TimeOfDay::END_OF_DAY,
    };

    /// The span from `start` to `end`; nothing starts at 24:00, that is 00:00 of the next day.
    pub fn new(start: TimeOfDay, end: TimeOfDay) -> Result<Self, Malformed> {
        if start == TimeOfDay::END_OF_DAY {
            return Err(Malformed {
                allowed: "a span starts between 00:00 and 23:59",
            });
        }
        Ok(Self { start, end })
    }

    /// When it starts.
    pub const fn start(self) -> TimeOfDay {
        self.start
    }

    /// When it ends; see [`Self::ends_next_day`].
    pub const fn end(self) -> TimeOfDay {
        self.end
    }

    /// Whether it ends on the day after the one it starts on.
    pub fn ends_next_day(self) -> bool {
        self.end <= self.start
    }

    /// How long it is on a day without a clock change, in minutes.
    pub fn minutes(self) -> u16 {
        let over_midnight = if self.ends_next_day() { DAY } else { 0 };
        over_midnight + self.end.minutes() - self.start.minutes()
    }
}

impl TryFrom<WrittenSpan> for TimeSpan {
    type Error = Malformed;

    fn try_from(WrittenSpan { start, end }: WrittenSpan) -> Result<Self, Malformed> {
        Self::new(start, end)
    }
}

impl fmt::Display for TimeSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", self.start, self.end)
    }
}

impl FromStr for TimeSpan {
    type Err = Malformed;

    /// Reads `HH:MM-HH:MM`, also with an en dash.
    fn from_str(given: &str) -> Result<Self, Malformed> {
        let (start, end) = given.split_once(['-', '–']).ok_or(Malformed {
            allowed: "a span of time is HH:MM-HH:MM, such as 09:00-12:30",
        })?;
        Self::new(start.trim().parse()?, end.trim().parse()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_it_is_written() {
        for text in ["00:00", "09:05", "23:59", "24:00"] {
            assert_eq!(text.parse::<TimeOfDay>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_time_that_is_on_no_clock_is_refused() {
        for wrong in [
            "24:01", "25:00", "9:00", "09:60", "0900", "+9:00", "", "09:00:00",
        ] {
            assert!(wrong.parse::<TimeOfDay>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_span_may_end_on_the_next_day() {
        let night: TimeSpan = "16:00-08:00".parse().unwrap();
        assert!(night.ends_next_day());
        assert_eq!(night.minutes(), 16 * 60);
        assert_eq!(TimeSpan::WHOLE_DAY.minutes(), 24 * 60);
        assert!("24:00-02:00".parse::<TimeSpan>().is_err());
    }

    #[test]
    fn a_stored_span_is_checked_like_a_new_one() {
        assert!(serde_json::from_str::<TimeSpan>(r#"{"start":"09:00","end":"24:00"}"#).is_ok());
        assert!(serde_json::from_str::<TimeSpan>(r#"{"start":"24:00","end":"09:00"}"#).is_err());
    }
}
