//! Sources and terms as they are written.

use chrono::NaiveDate;
use domain::directory::TermKey;
use domain::text::WebAddress;
use serde::Deserialize;

/// `sources/sources.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// The sources.
    #[serde(rename = "source")]
    pub sources: Vec<SourceEntry>,
}

/// Where facts were read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry {
    /// Names it.
    pub key: String,
    /// Who published it.
    pub title: String,
    /// Where.
    pub url: Option<WebAddress>,
    /// The date of the page: `2023-12`, `2018` …
    pub page_date: Option<String>,
    /// The day on which an undated page was read.
    pub read_on: Option<NaiveDate>,
    /// Whether `page_date` is an estimate.
    #[serde(default)]
    pub circa: bool,
    /// A word about it.
    pub remark: Option<String>,
    /// Under which licence its content is used.
    pub licence: String,
}

impl SourceEntry {
    /// The date of what it states: of the page, else of its reading.
    pub fn date(&self) -> Option<String> {
        self.page_date
            .clone()
            .or_else(|| self.read_on.map(|day| day.to_string()))
    }
}

/// `taxonomies/*.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaxonomyFile {
    /// Which taxonomy.
    pub taxonomy: domain::directory::Taxonomy,
    /// Its terms, wider ones first.
    #[serde(rename = "term")]
    pub terms: Vec<TermEntry>,
}

/// One term.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermEntry {
    /// Names it within the taxonomy.
    pub key: TermKey,
    /// The key of the wider term.
    pub parent: Option<TermKey>,
    /// Its name in German and English.
    pub label: LabelEntry,
    /// Other words professionals use.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Phrases of everyday language that lead here.
    #[serde(default)]
    pub plain_words: Vec<String>,
}

/// A label in the two complete languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelEntry {
    /// German.
    pub de: String,
    /// English.
    pub en: String,
}
