//! The days for which openings are computed ahead, and answers that hold for a minute.

use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::directory::hours::Channel;
use domain::time::LOCAL;

/// For how many days after the day of the build openings are computed ahead.
const DAYS_AHEAD: u64 = 8;

/// The days for which openings are computed ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    /// The first day.
    pub(crate) from: NaiveDate,
    /// The first day for which nothing is computed as a whole.
    pub(crate) to: NaiveDate,
    /// The minute since 1970 in which it begins.
    begins: i64,
}

impl Window {
    /// The window of a build at `now`.
    pub(crate) fn around(now: DateTime<Utc>) -> Self {
        let today = local_day(now);
        let midnight = today.and_time(NaiveTime::MIN).and_local_timezone(LOCAL);
        let begins = midnight.earliest().map_or(now, |at| at.with_timezone(&Utc));
        Self {
            from: today,
            to: today + Days::new(DAYS_AHEAD),
            begins: minute_of(begins),
        }
    }

    /// Whether the day of `now` is still the first one.
    pub(crate) fn is_of(self, now: DateTime<Utc>) -> bool {
        self.from == local_day(now)
    }

    pub(crate) fn holds(self, at: DateTime<Utc>) -> bool {
        let day = local_day(at);
        self.from <= day && day < self.to
    }

    /// The minute of the window in which an instant lies; at its edges when it lies beyond them.
    pub(crate) fn minute(self, at: DateTime<Utc>) -> u16 {
        let minute = (minute_of(at) - self.begins).max(0);
        u16::try_from(minute).unwrap_or(u16::MAX)
    }
}

fn minute_of(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(60)
}

/// The day of the state's civil time in which an instant lies.
pub(crate) fn local_day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&LOCAL).date_naive()
}

/// The last answer about a minute and a channel: states change on whole minutes only.
#[derive(Debug, Default)]
pub(crate) struct Remembered(AtomicU64);

impl Remembered {
    /// The answer, 1 to 3: the one remembered, or a new one.
    pub(crate) fn answer(
        &self,
        channel: Option<Channel>,
        at: DateTime<Utc>,
        compute: impl FnOnce() -> u64,
    ) -> u64 {
        let minute = u64::try_from(minute_of(at)).unwrap_or(0);
        let asked = (minute << 3) | channel.map_or(7, code);
        let known = self.0.load(Ordering::Relaxed);
        if known >> 2 == asked && known & 3 != 0 {
            return known & 3;
        }
        let answer = compute();
        self.0.store((asked << 2) | answer, Ordering::Relaxed);
        answer
    }
}

const fn code(channel: Channel) -> u64 {
    match channel {
        Channel::Visit => 0,
        Channel::Phone => 1,
        Channel::Chat => 2,
        Channel::Mail => 3,
        Channel::OnCall => 4,
    }
}
