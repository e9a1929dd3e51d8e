//! From wall times to instants, also on the two nights on which the clocks change.

use chrono::{
    DateTime, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

use super::interval::Interval;
use super::time_of_day::{TimeOfDay, TimeSpan};

/// The span that starts on `date`. A wall time that does not exist moves to the end of the gap; of an
/// ambiguous one the opening takes the first and the closing the second occurrence: rather open too
/// long than closed too early.
pub(super) fn interval(date: NaiveDate, span: TimeSpan, tz: Tz) -> Interval {
    let end_date = if span.ends_next_day() {
        date + chrono::Days::new(1)
    } else {
        date
    };
    Interval {
        start: instant(wall(date, span.start()), tz, Occurrence::First),
        end: instant(wall(end_date, span.end()), tz, Occurrence::Second),
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
}
