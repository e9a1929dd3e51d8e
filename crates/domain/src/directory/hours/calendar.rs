//! School holidays: a table the operator maintains. Public holidays are computed, see
//! [`crate::holidays`].

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

/// First and last day of each span of school holidays, by year. A year without a table is unknown,
/// never "no holidays".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SchoolHolidays(BTreeMap<i32, Vec<(NaiveDate, NaiveDate)>>);

impl SchoolHolidays {
    /// A calendar in which nothing is known.
    pub const fn unknown() -> Self {
        Self(BTreeMap::new())
    }

    /// Adds the table of a year. Holidays that run over New Year stand in the tables of both years.
    #[must_use]
    pub fn with_year(mut self, year: i32, spans: Vec<(NaiveDate, NaiveDate)>) -> Self {
        self.0.insert(year, spans);
        self
    }

    /// Whether the day lies in school holidays; absent when nobody has entered its year.
    pub fn include(&self, date: NaiveDate) -> Option<bool> {
        let spans = self.0.get(&date.year())?;
        Some(spans.iter().any(|(from, to)| *from <= date && date <= *to))
    }
}
