//! From wall times to instants, also on the two nights on which the clocks change.

use chrono::{
    DateTime, Days, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

use super::interval::Interval;
use super::time_of_day::{TimeOfDay, TimeSpan};

/// The span that starts on `date`. A wall time that does not exist moves to the end of the gap; of an
/// ambiguous one the opening takes the first and the closing the second occurrence: rather open too
/// long than closed too early.
pub(super) fn interval(date: NaiveDate, span: TimeSpan, tz: Tz) -> Interval {
    let end_date = if span.ends_next_day() {
        date + Days::new(1)
    } else {
        date
    };
    Interval {
        start: instant(wall(date, span.start()), tz, Occurrence::First),
        end: instant(wall(end_date, span.end()), tz, Occurrence::Second),
    }
}

/// The clocks of a zone, looked up once a day: where they do not change during a day, each of its wall times
/// follows from its midnight.
pub(super) struct Clock {
    tz: Tz,
    day: Option<Day>,
}

#[derive(Clone, Copy)]
struct Day {
    date: NaiveDate,
    begins: DateTime<Utc>,
    ends: DateTime<Utc>,
}

impl Clock {
    pub(super) const fn of(tz: Tz) -> Self {
        Self { tz, day: None }
    }

    /// What [`interval`] says; cheap for the days of a stretch in their order.
    pub(super) fn interval(&mut self, date: NaiveDate, span: TimeSpan) -> Interval {
        let day = self.day(date);
        let changes = day.ends - day.begins != TimeDelta::days(1);
        if changes || span.ends_next_day() || span.end() == TimeOfDay::END_OF_DAY {
            return interval(date, span, self.tz);
        }
        let at = |time: TimeOfDay| day.begins + TimeDelta::minutes(i64::from(time.minutes()));
        Interval {
            start: at(span.start()),
            end: at(span.end()),
        }
    }

    fn day(&mut self, date: NaiveDate) -> Day {
        let known = self.day.filter(|known| known.date == date);
        let day = known.unwrap_or_else(|| {
            let before = self
                .day
                .filter(|before| before.date.succ_opt() == Some(date));
            Day {
                date,
                begins: before.map_or_else(|| start_of(date, self.tz), |before| before.ends),
                ends: start_of(date + Days::new(1), self.tz),
            }
        });
        self.day = Some(day);
        day
    }
}

/// The instant at which `date` begins.
pub(super) fn start_of(date: NaiveDate, tz: Tz) -> DateTime<Utc> {
    instant(date.and_time(NaiveTime::MIN), tz, Occurrence::First)
}

#[derive(Clone, Copy)]
enum Occurrence {
    First,
    Second,
}

fn wall(date: NaiveDate, time: TimeOfDay) -> NaiveDateTime {
    date.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(time.minutes()))
}

fn instant(wall: NaiveDateTime, tz: Tz, occurrence: Occurrence) -> DateTime<Utc> {
    let mut wall = wall;
    loop {
        match (tz.from_local_datetime(&wall), occurrence) {
            (MappedLocalTime::Single(at), _)
            | (MappedLocalTime::Ambiguous(at, _), Occurrence::First)
            | (MappedLocalTime::Ambiguous(_, at), Occurrence::Second) => {
                return at.with_timezone(&Utc);
            }
            // walk to the end of the gap; no zone has one longer than a day
            (MappedLocalTime::None, _) => wall += TimeDelta::minutes(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::LOCAL;

    fn on(date: &str, span: &str) -> (String, String) {
        let interval = interval(date.parse().unwrap(), span.parse().unwrap(), LOCAL);
        (interval.start.to_rfc3339(), interval.end.to_rfc3339())
    }

    #[test]
    fn a_wall_time_in_the_spring_gap_moves_to_three() {
        let (start, end) = on("2026-03-29", "02:15-02:45");
        assert_eq!(start, "2026-03-29T01:00:00+00:00");
        assert_eq!(end, start);
    }

    #[test]
    fn in_the_repeated_hour_opening_is_early_and_closing_is_late() {
        let (start, end) = on("2026-10-25", "02:15-02:45");
        assert_eq!(start, "2026-10-25T00:15:00+00:00");
        assert_eq!(end, "2026-10-25T01:45:00+00:00");
    }

    #[test]
    fn a_clock_says_the_same_as_looking_up_every_wall_time() {
        let spans = [
            "00:00-06:00",
            "02:15-02:45",
            "01:30-03:30",
            "08:00-12:00",
            "13:00-24:00",
            "22:00-06:00",
        ];
        let spans = spans.map(|span| span.parse::<TimeSpan>().unwrap());
        for tz in [
            LOCAL,
            Tz::Atlantic__Azores,
            Tz::America__Havana,
            Tz::Pacific__Apia,
        ] {
            let mut clock = Clock::of(tz);
            let days = |from: &str| from.parse::<NaiveDate>().unwrap().iter_days();
            for date in days("2011-12-20")
                .take(20)
                .chain(days("2026-01-01").take(400))
            {
                for span in spans {
                    assert_eq!(
                        clock.interval(date, span),
                        interval(date, span, tz),
                        "{tz} {date} {span:?}"
                    );
                }
            }
        }
    }
}
