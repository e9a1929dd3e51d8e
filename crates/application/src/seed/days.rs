//! Weekdays as they are written in opening hours: `mo`, `mo,mi,fr`, `mo-fr`, `mo-do,sa`.

use chrono::Weekday;
use domain::text::Malformed;
use serde::Deserialize;

const NAMES: [(&str, Weekday); 7] = [
    ("mo", Weekday::Mon),
    ("di", Weekday::Tue),
    ("mi", Weekday::Wed),
    ("do", Weekday::Thu),
    ("fr", Weekday::Fri),
    ("sa", Weekday::Sat),
    ("so", Weekday::Sun),
];

const ALLOWED: Malformed = Malformed {
    allowed: "days are mo di mi do fr sa so: one, a list such as mo,mi,fr or a span such as mo-fr",
};

/// Weekdays in the order of the week, at least one, none twice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Days(pub Vec<Weekday>);

impl TryFrom<String> for Days {
    type Error = Malformed;

    fn try_from(written: String) -> Result<Self, Malformed> {
        let mut chosen = [false; 7];
        for part in written.split(',') {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (position(first)?, position(last)?);
            if first > last {
                return Err(ALLOWED);
            }
            for day in &mut chosen[first..=last] {
                if std::mem::replace(day, true) {
                    return Err(ALLOWED);
                }
            }
        }
        Ok(Self(
            NAMES
                .iter()
                .zip(chosen)
                .filter(|(_, chosen)| *chosen)
                .map(|((_, day), _)| *day)
                .collect(),
        ))
    }
}

fn position(name: &str) -> Result<usize, Malformed> {
    NAMES
        .iter()
        .position(|(known, _)| *known == name.trim())
        .ok_or(ALLOWED)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(written: &str) -> Result<Vec<Weekday>, Malformed> {
        Days::try_from(written.to_owned()).map(|days| days.0)
    }

    #[test]
    fn spans_lists_and_single_days_are_read() {
        use Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};
        assert_eq!(days("mo").unwrap(), [Mon]);
        assert_eq!(days("fr, mo,mi").unwrap(), [Mon, Wed, Fri]);
        assert_eq!(days("mo-do,sa").unwrap(), [Mon, Tue, Wed, Thu, Sat]);
    }

    #[test]
    fn what_could_mean_two_things_is_refused() {
        for wrong in ["", "montag", "fr-mo", "mo,mo", "mo-mi,di", "tu"] {
            assert!(days(wrong).is_err(), "{wrong}");
        }
    }
}
