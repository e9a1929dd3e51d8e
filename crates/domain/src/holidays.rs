//! The public holidays of Mecklenburg-Vorpommern and the working days between them.
//!
//! Computed for every year from the Feiertagsgesetz M-V as it stands since 2023 (Women's Day, 8 March,
//! is a holiday from that year on) and proven equal to the golden file `data/holidays/mv_holidays.csv`.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The first year in which Women's Day is a public holiday in this state.
const WOMENS_DAY_SINCE: i32 = 2023;

/// The German name of the public holiday that `date` is in Mecklenburg-Vorpommern, if it is one.
pub fn holiday(date: NaiveDate) -> Option<&'static str> {
    fixed_holiday(date).or_else(|| movable_holiday(date))
}

/// Whether offices work on `date`: Monday to Friday and no public holiday.
pub fn is_working_day(date: NaiveDate) -> bool {
    !is_weekend(date) && holiday(date).is_none()
}

/// Whether `date` is a Saturday or a Sunday.
pub fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The day that lies `count` working days after `date`; `date` itself is not counted, so 0 gives it
/// back even when it is no working day.
pub fn add_working_days(date: NaiveDate, count: u32) -> NaiveDate {
    let mut day = date;
    for _ in 0..count {
        day = next_day(day);
        while !is_working_day(day) {
            day = next_day(day);
        }
    }
    day
}

fn next_day(date: NaiveDate) -> NaiveDate {
    date + Days::new(1)
}

fn fixed_holiday(date: NaiveDate) -> Option<&'static str> {
    match (date.month(), date.day()) {
        (1, 1) => Some("Neujahr"),
        (3, 8) if date.year() >= WOMENS_DAY_SINCE => Some("Frauentag"),
        (5, 1) => Some("Erster Mai"),
        (10, 3) => Some("Tag der Deutschen Einheit"),
        (10, 31) => Some("Reformationstag"),
        (12, 25) => Some("Erster Weihnachtstag"),
        (12, 26) => Some("Zweiter Weihnachtstag"),
        _ => None,
    }
}

fn movable_holiday(date: NaiveDate) -> Option<&'static str> {
    // Easter Sunday lies between 22 March and 25 April, Whit Monday fifty days later
    if !(3..=6).contains(&date.month()) {
        return None;
    }
    let days_after_easter = (date - easter_sunday(date.year())?).num_days();
    match days_after_easter {
        -2 => Some("Karfreitag"),
        1 => Some("Ostermontag"),
        39 => Some("Christi Himmelfahrt"),
        50 => Some("Pfingstmontag"),
        _ => None,
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm, as printed by Meeus, Jones and Butcher).
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, year_of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, century_rest) = (century / 4, century % 4);
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon_correction + 15) % 30;
    let (leap_years, leap_rest) = (year_of_century / 4, year_of_century % 4);
    let to_sunday = (32 + 2 * century_rest + 2 * leap_years - epact - leap_rest) % 7;
    let late_moon = (golden + 11 * epact + 22 * to_sunday) / 451;
    let march_days = epact + to_sunday - 7 * late_moon + 114;
    let month = u32::try_from(march_days / 31).ok()?;
    let day = u32::try_from(march_days % 31 + 1).ok()?;
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const GOLDEN: &str = include_str!("../../../data/holidays/mv_holidays.csv");

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_computed_holidays_are_exactly_those_of_the_golden_file() {
        let golden: BTreeMap<NaiveDate, String> = csv::Reader::from_reader(GOLDEN.as_bytes())
            .deserialize()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(golden.len(), 88);
        let computed: BTreeMap<NaiveDate, String> = day("2024-01-01")
            .iter_days()
            .take_while(|date| date.year() <= 2031)
            .filter_map(|date| Some((date, holiday(date)?.to_owned())))
            .collect();
        assert_eq!(computed, golden);
    }

    #[test]
    fn easter_is_right_in_years_with_early_and_late_moons() {
        for sunday in [
            "1818-03-22",
            "1943-04-25",
            "2000-04-23",
            "2008-03-23",
            "2038-04-25",
        ] {
            assert_eq!(easter_sunday(day(sunday).year()), Some(day(sunday)));
        }
    }

    #[test]
    fn womens_day_is_a_holiday_since_2023_only() {
        assert_eq!(holiday(day("2022-03-08")), None);
        assert_eq!(holiday(day("2023-03-08")), Some("Frauentag"));
    }

    #[test]
    fn holidays_of_other_states_are_working_days_here() {
        for elsewhere in ["2025-08-15", "2026-06-04", "2027-01-06"] {
            assert!(is_working_day(day(elsewhere)), "{elsewhere}");
        }
    }

    #[test]
    fn working_days_skip_weekends_and_holidays() {
        // Maundy Thursday 2026; Good Friday, the weekend and Easter Monday are skipped
        assert_eq!(add_working_days(day("2026-04-02"), 1), day("2026-04-07"));
        assert_eq!(add_working_days(day("2026-04-04"), 0), day("2026-04-04"));
        assert_eq!(add_working_days(day("2026-11-20"), 5), day("2026-11-27"));
    }
}
