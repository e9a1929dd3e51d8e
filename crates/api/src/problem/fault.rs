//! A place in the input that holds something not allowed, and a limit that was passed.

use application::{FieldError, pointer};

use super::german::german;
use super::shape::Kind;
use crate::middleware::request::Tongue;

/// A place in the input that holds something not allowed. Never repeats what was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The path of the field in the input, outermost first.
    pub field: Vec<String>,
    /// What would be allowed, as an English sentence.
    pub allowed: String,
    /// What kind of value was found, where that is known.
    pub found: Option<Kind>,
}

impl Fault {
    /// A fault at a path.
    pub fn new(field: Vec<String>, allowed: impl Into<String>, found: Kind) -> Self {
        Self {
            field,
            allowed: allowed.into(),
            found: Some(found),
        }
    }

    /// The field as a JSON pointer, such as `/place/postcode`.
    pub fn pointer(&self) -> String {
        pointer(&self.field)
    }

    /// Whether there is a sentence in a language.
    pub(super) fn speaks(&self, tongue: Tongue) -> bool {
        tongue == Tongue::English || german(&self.allowed).is_some()
    }

    /// What would be allowed, in a language that it speaks.
    pub fn allowed_in(&self, tongue: Tongue) -> String {
        match tongue {
            Tongue::German => german(&self.allowed).unwrap_or_else(|| self.allowed.clone()),
            Tongue::English => self.allowed.clone(),
        }
    }

    /// What would be allowed, as a whole sentence of its own.
    pub fn told(&self, tongue: Tongue) -> String {
        let words = self.allowed_in(tongue);
        let mut letters = words.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        let end = if words.ends_with(['.', '…']) {
            ""
        } else {
            "."
        };
        format!("{}{}{end}", first.unwrap_or_default(), letters.as_str())
    }

    /// All of it as one sentence, such as `first: a whole number (found: a text)`.
    pub fn sentence(&self, tongue: Tongue) -> String {
        let place = self.field.join(".");
        let allowed = self.allowed_in(tongue);
        let told = if place.is_empty() {
            allowed
        } else {
            format!("{place}: {allowed}")
        };
        match self.found.map(|kind| kind.word(tongue)) {
            None => told,
            Some(found) if tongue == Tongue::German => format!("{told} (gefunden: {found})"),
            Some(found) => format!("{told} (found: {found})"),
        }
    }
}

impl From<FieldError> for Fault {
    fn from(FieldError { field, allowed }: FieldError) -> Self {
        Self {
            field,
            allowed,
            found: None,
        }
    }
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Bytes of the body.
    Bytes,
    /// How deep fields are nested.
    Depth,
    /// How deep a question about the schema is nested.
    IntrospectionDepth,
    /// How many lists of types lie in each other in a question about the schema.
    IntrospectionLists,
    /// Fields, with fragments written out.
    Fields,
    /// Fields of the root.
    RootFields,
    /// Renamed fields.
    Aliases,
    /// Directives.
    Directives,
    /// Cost: one for each field, lists multiply what is asked of their items.
    Cost,
}

impl Measure {
    /// Its name, such as `aliases`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Depth => "depth",
            Self::IntrospectionDepth => "introspectionDepth",
            Self::IntrospectionLists => "introspectionLists",
            Self::Fields => "fields",
            Self::RootFields => "rootFields",
            Self::Aliases => "aliases",
            Self::Directives => "directives",
            Self::Cost => "cost",
        }
    }

    const fn words(self, tongue: Tongue) -> &'static str {
        match (self, tongue) {
            (Self::Bytes, Tongue::German) => "Bytes",
            (Self::Bytes, Tongue::English) => "bytes",
            (Self::Depth, Tongue::German) => "Ebenen von Feldern",
            (Self::Depth, Tongue::English) => "levels of fields",
            (Self::IntrospectionDepth, Tongue::German) => "Ebenen einer Frage an das Schema",
            (Self::IntrospectionDepth, Tongue::English) => "levels of a question about the schema",
            (Self::IntrospectionLists, Tongue::German) => "Listen von Typen ineinander",
            (Self::IntrospectionLists, Tongue::English) => "lists of types in each other",
            (Self::Fields, Tongue::German) => "Felder, Fragmente ausgeschrieben",
            (Self::Fields, Tongue::English) => "fields (fragments written out)",
            (Self::RootFields, Tongue::German) => "Felder der obersten Ebene",
            (Self::RootFields, Tongue::English) => "root fields",
            (Self::Aliases, Tongue::German) => "umbenannte Felder (Aliase)",
            (Self::Aliases, Tongue::English) => "renamed fields (aliases)",
            (Self::Directives, Tongue::German) => "Direktiven",
            (Self::Directives, Tongue::English) => "directives",
            (Self::Cost, Tongue::German) => "Punkte (einer je Feld, mal der Länge der Listen)",
            (Self::Cost, Tongue::English) => "points (one a field, times the length of lists)",
        }
    }
}

/// A limit that was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// What is counted.
    pub what: Measure,
    /// How many are allowed.
    pub most: u64,
    /// How many there were when counting ended; unknown where it ended before that.
    pub counted: Option<u64>,
}

impl Limit {
    /// A limit of `most`, and what was counted as far as it is known.
    pub fn new(what: Measure, most: usize, counted: Option<u64>) -> Self {
        Self {
            what,
            most: u64::try_from(most).unwrap_or(u64::MAX),
            counted,
        }
    }

    /// The limit as a sentence.
    pub fn sentence(&self, tongue: Tongue) -> String {
        let Self {
            what,
            most,
            counted,
        } = self;
        let words = what.words(tongue);
        match (tongue, counted) {
            (Tongue::German, Some(counted)) => {
                format!("Möglich sind höchstens {most} {words}, gezählt wurden {counted}.")
            }
            (Tongue::German, None) => {
                format!("Möglich sind höchstens {most} {words}, gezählt wurden mehr.")
            }
            (Tongue::English, Some(counted)) => {
                format!("At most {most} {words} are allowed, {counted} were counted.")
            }
            (Tongue::English, None) => {
                format!("At most {most} {words} are allowed, more were counted.")
            }
        }
    }
}
