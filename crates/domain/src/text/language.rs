//! Languages, and texts with the language they are in.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Malformed;

/// A language tag of the product: `de`, `de-simple` (Leichte Sprache), `en`, `uk`, `ar` …
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang(Box<str>);

impl Lang {
    /// German, the source language of every text.
    pub fn german() -> Self {
        Self("de".into())
    }

    /// English.
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Lang {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        let well_formed = (2..=35).contains(&given.len())
            && given.split('-').all(|subtag| {
                (1..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric())
            });
        if well_formed {
            Ok(Self(given.into()))
        } else {
            Err(Malformed {
                allowed: "a language is a BCP 47 tag such as de, de-simple or en",
            })
        }
    }
}

impl TryFrom<String> for Lang {
    type Error = Malformed;

    fn try_from(given: String) -> Result<Self, Malformed> {
        given.parse()
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.0.into()
    }
}

/// A text written by people, with the language it is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalizedText {
    /// The language of `value`.
    pub lang: Lang,
    /// The text itself.
    pub value: String,
}

impl LocalizedText {
    /// A German text.
    pub fn german(value: impl Into<String>) -> Self {
        Self {
            lang: Lang::german(),
            value: value.into(),
        }
    }
}
