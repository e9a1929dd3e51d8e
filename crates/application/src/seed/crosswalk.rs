//! How the words of the research register map to our terms (`data/crosswalk/institutions.csv`).

use std::collections::{BTreeMap, BTreeSet};

use domain::directory::{Taxonomy, TermKey};
use serde::Deserialize;

use super::broken::Broken;
use super::files::{self, File};

/// One line of the table: a word of one column, for one row of the register or for all, and a term.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The column of the register: `kind`, `topic` or `target_group`.
    pub field: String,
    /// The word in it.
    pub word: String,
    /// The row it holds for; empty for every row that has no line of its own.
    pub slug: String,
    /// The taxonomy of the term.
    pub taxonomy: Taxonomy,
    /// The term.
    pub term: TermKey,
    /// Why.
    pub remark: String,
}

/// A row of the register that is not seeded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotSeeded {
    /// The row's id.
    pub slug: String,
    /// Why not.
    pub reason: String,
}

/// The whole table.
#[derive(Debug, Clone)]
pub struct Crosswalk {
    lines: BTreeMap<(String, String, String), Vec<(Taxonomy, TermKey)>>,
}

impl Crosswalk {
    /// Reads the embedded table.
    ///
    /// # Errors
    /// The first line that is wrong.
    pub fn read() -> Result<Self, Broken> {
        let mut lines: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for line in rows::<Line>(&files::CROSSWALK)? {
            let Line {
                field,
                word,
                slug,
                taxonomy,
                term,
                remark: _,
            } = line;
            lines
                .entry((field, word, slug))
                .or_default()
                .push((taxonomy, term));
        }
        Ok(Self { lines })
    }

    /// What a word of a column means in one row; nothing when the table does not know it.
    pub fn terms(&self, field: &str, word: &str, slug: &str) -> Option<&[(Taxonomy, TermKey)]> {
        let line = |slug: &str| {
            self.lines
                .get(&(field.to_owned(), word.to_owned(), slug.to_owned()))
        };
        line(slug).or_else(|| line("")).map(Vec::as_slice)
    }

    /// Every term the table leads to.
    pub fn targets(&self) -> BTreeSet<(Taxonomy, &TermKey)> {
        let all = self.lines.values().flatten();
        all.map(|(taxonomy, term)| (*taxonomy, term)).collect()
    }
}

/// The rows of the register that are not seeded.
///
/// # Errors
/// The first line that is wrong.
pub fn not_seeded() -> Result<Vec<NotSeeded>, Broken> {
    rows(&files::NOT_SEEDED)
}

fn rows<T: serde::de::DeserializeOwned>(file: &File<'_>) -> Result<Vec<T>, Broken> {
    csv::Reader::from_reader(file.text.as_bytes())
        .deserialize()
        .map(|row| {
            row.map_err(|error| Broken {
                file: file.path.to_owned(),
                place: error
                    .position()
                    .map_or_else(String::new, |at| format!("line {}", at.line())),
                found: error.to_string(),
                allowed: "the columns of the first line".to_owned(),
            })
        })
        .collect()
}
