//! Reads `data/territory/responsibilities.csv`: who answers for what, with the keys of the seed.

use std::str::FromStr;

use chrono::NaiveDate;
use serde::Deserialize;

use super::area::Area;
use super::data::{DataError, rows};
use super::responsibility::{TimeWindow, Topic};
use crate::text::Malformed;

/// A responsibility whose bodies are still named by the keys of `data/network`.
#[derive(Debug, Clone, PartialEq)]
pub struct SeededResponsibility {
    /// For what.
    pub topic: Topic,
    /// Where.
    pub area: Area,
    /// The area as it is written in the file; part of the row's key.
    pub area_text: String,
    /// The key of the service that answers.
    pub body: String,
    /// The key of the organisation it answers for, when that is another one.
    pub on_behalf_of: Option<String>,
    /// When.
    pub time_window: TimeWindow,
    /// Its place among bodies of the same area.
    pub rank: u16,
    /// Whether it only stands in.
    pub fallback: bool,
    /// From which day.
    pub valid_from: Option<NaiveDate>,
    /// Until which day.
    pub valid_to: Option<NaiveDate>,
    /// The key of the source in `data/sources`.
    pub source: Option<String>,
    /// The date of the source.
    pub date: Option<String>,
    /// What it rests on.
    pub remark: Option<String>,
}

impl SeededResponsibility {
    /// The key of the row: the same row has the same key in every seeding.
    pub fn key(&self) -> String {
        format!("{}/{}/{}", self.topic.as_str(), self.area_text, self.body)
    }
}

#[derive(Deserialize)]
struct Row {
    topic: String,
    area: String,
    body: String,
    on_behalf_of: Option<String>,
    time_window: String,
    rank: u16,
    fallback: String,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
    source: Option<String>,
    date: Option<String>,
    remark: Option<String>,
}

/// The responsibilities a file holds.
pub fn read_responsibilities(text: &str) -> Result<Vec<SeededResponsibility>, DataError> {
    rows("responsibilities.csv", text, seeded)
}

fn seeded(row: Row) -> Result<SeededResponsibility, String> {
    let Row {
        topic,
        area: area_text,
        body,
        on_behalf_of,
        time_window,
        rank,
        fallback,
        valid_from,
        valid_to,
        source,
        date,
        remark,
    } = row;
    let fallback = match fallback.as_str() {
        "yes" => true,
        "" => false,
        _ => return Err("fallback is yes or empty".to_owned()),
    };
    Ok(SeededResponsibility {
        topic: topic
            .parse()
            .map_err(|wrong: Malformed| wrong.to_string())?,
        area: area_text
            .parse()
            .map_err(|wrong: Malformed| wrong.to_string())?,
        area_text,
        body,
        on_behalf_of,
        time_window: window(&time_window)?,
        rank,
        fallback,
        valid_from,
        valid_to,
        source,
        date,
        remark,
    })
}

fn window(given: &str) -> Result<TimeWindow, String> {
    match given {
        "always" => Ok(TimeWindow::Always),
        "office_hours" => Ok(TimeWindow::OfficeHours),
        "out_of_hours" => Ok(TimeWindow::OutOfHours),
        _ => Err("a time window is always, office_hours or out_of_hours".to_owned()),
    }
}

impl FromStr for Topic {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        Self::ALL
            .into_iter()
            .find(|topic| topic.as_str() == given)
            .ok_or(Malformed {
                allowed: "a topic is one of child_protection_report, child_protection_advice, \
                      acute_protection, early_help, contact_point, domestic_violence, \
                      forensic_documentation, court_support, youth_office_general",
            })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const STATE: &str = include_str!("../../../../data/territory/responsibilities.csv");
    const DEMO: &str = include_str!("../../../../data/territory/demo/responsibilities.csv");

    #[test]
    fn every_district_has_a_youth_office_for_reports() {
        let seeded = read_responsibilities(STATE).unwrap();
        let covered: BTreeSet<String> = seeded
            .iter()
            .filter(|row| row.topic == Topic::ChildProtectionReport && !row.fallback)
            .filter_map(|row| {
                row.area_text
                    .split_once(':')
                    .map(|(_, key)| key[..5].to_owned())
            })
            .collect();
        assert_eq!(covered.len(), 8, "{covered:?}");
    }

    #[test]
    fn no_two_rows_have_the_same_key_and_every_real_one_has_a_source_and_a_date() {
        let (state, demo) = (
            read_responsibilities(STATE).unwrap(),
            read_responsibilities(DEMO).unwrap(),
        );
        let keys: BTreeSet<String> = state
            .iter()
            .chain(&demo)
            .map(SeededResponsibility::key)
            .collect();
        assert_eq!(keys.len(), state.len() + demo.len());
        assert!(
            state
                .iter()
                .all(|row| row.source.is_some() && row.date.is_some())
        );
    }

    #[test]
    fn a_wrong_topic_or_area_is_refused_by_line() {
        let header = STATE.lines().next().unwrap();
        for row in [
            "nonsense,statewide,x,,always,1,,,,,,",
            "early_help,moon,x,,always,1,,,,,,",
        ] {
            let refused = read_responsibilities(&format!("{header}\n{row}\n")).unwrap_err();
            assert_eq!((refused.file, refused.line), ("responsibilities.csv", 2));
        }
    }
}
