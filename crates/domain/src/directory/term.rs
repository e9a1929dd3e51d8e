//! Taxonomies and their terms.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::TermId;
use crate::text::{LocalizedText, Malformed};

/// The key of a term: lower-case ASCII words joined by `_`, such as `youth_office`. A key is checked
/// against the seeded terms before it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TermKey(Box<str>);

impl TermKey {
    /// The key.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TermKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for TermKey {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        let well_formed = (1..=64).contains(&given.len())
            && given
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if well_formed {
            Ok(Self(given.into()))
        } else {
            Err(Malformed {
                allowed: "a term key has 1 to 64 lower-case letters, digits and underscores, such as youth_office",
            })
        }
    }
}

impl TryFrom<String> for TermKey {
    type Error = Malformed;

    fn try_from(given: String) -> Result<Self, Malformed> {
        given.parse()
    }
}

impl From<TermKey> for String {
    fn from(key: TermKey) -> Self {
        key.0.into()
    }
}

/// The taxonomies the product ships.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Taxonomy {
    /// What an organisation is: `youth_office`, `daycare` …
    OrganisationKind,
    /// What a service does: `counselling`, `hotline` …
    ServiceKind,
    /// What it is about: `neglect`, `newborn` …
    Topic,
    /// What somebody needs.
    Need,
    /// Whom it is for.
    TargetGroup,
    /// The part of society an organisation belongs to: `youth_welfare`, `health` …
    Sector,
    /// What a measure is meant to reach.
    Goal,
}

impl Taxonomy {
    /// Every taxonomy.
    pub const ALL: [Self; 7] = [
        Self::OrganisationKind,
        Self::ServiceKind,
        Self::Topic,
        Self::Need,
        Self::TargetGroup,
        Self::Sector,
        Self::Goal,
    ];

    /// The taxonomy's name in storage and APIs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OrganisationKind => "organisation_kind",
            Self::ServiceKind => "service_kind",
            Self::Topic => "topic",
            Self::Need => "need",
            Self::TargetGroup => "target_group",
            Self::Sector => "sector",
            Self::Goal => "goal",
        }
    }
}

impl FromStr for Taxonomy {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        Self::ALL.into_iter().find(|taxonomy| taxonomy.as_str() == given).ok_or(Malformed {
            allowed: "a taxonomy is one of organisation_kind, service_kind, topic, need, target_group, sector, goal",
        })
    }
}

/// One term of a taxonomy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Names the term.
    pub id: TermId,
    /// The taxonomy it belongs to.
    pub taxonomy: Taxonomy,
    /// Its key, unique in the taxonomy.
    pub key: TermKey,
    /// The key of the wider term.
    pub parent: Option<TermKey>,
    /// Its name in each language; German first.
    pub labels: Vec<LocalizedText>,
    /// Other words professionals use for it.
    pub synonyms: Vec<String>,
    /// Phrases of everyday language that lead here, such as "papa haut".
    pub plain_words: Vec<String>,
}

impl Term {
    /// The label in `lang`, else in German, else the bare key.
    pub fn label(&self, lang: &str) -> &str {
        let in_language = |wanted: &str| {
            self.labels
                .iter()
                .find(|label| label.lang.as_str() == wanted)
                .map(|label| label.value.as_str())
        };
        in_language(lang)
            .or_else(|| in_language("de"))
            .unwrap_or_else(|| self.key.as_str())
    }
}
