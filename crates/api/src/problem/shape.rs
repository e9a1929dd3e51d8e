//! What kind of value was found where: all that a refusal may tell of what somebody sent.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use crate::middleware::request::Tongue;

/// A kind of JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The field is missing.
    Nothing,
    /// A field that there is not.
    OtherField,
    /// No JSON from this place on, both counted from 1.
    NoJson {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A whole number that only counts and so may be told.
    Count(i64),
    /// A text.
    Text,
    /// A word of a GraphQL document without quotation marks.
    Word,
    /// A list.
    List,
    /// An object.
    Object,
}

impl Kind {
    /// The kind of a value.
    pub const fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Flag,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::Text,
            Value::Array(_) => Self::List,
            Value::Object(_) => Self::Object,
        }
    }

    /// What lies at a path of a value.
    pub(crate) fn at(value: &Value, path: &[String]) -> Self {
        Shape::of(value).at(path)
    }

    /// The kind in words.
    pub fn word(self, tongue: Tongue) -> Cow<'static, str> {
        let word = match (self, tongue) {
            (Self::Count(count), _) => return count.to_string().into(),
            (Self::NoJson { line, column }, Tongue::German) => {
                return format!("ein Fehler in Zeile {line}, Spalte {column}").into();
            }
            (Self::NoJson { line, column }, Tongue::English) => {
                return format!("a fault in line {line}, column {column}").into();
            }
            (Self::Nothing, Tongue::German) => "nichts",
            (Self::Nothing, Tongue::English) => "nothing",
            (Self::OtherField, Tongue::German) => "ein anderes Feld",
            (Self::OtherField, Tongue::English) => "another field",
            (Self::Null, _) => "null",
            (Self::Flag, Tongue::German) => "ja oder nein",
            (Self::Flag, Tongue::English) => "true or false",
            (Self::Number, Tongue::German) => "eine Zahl",
            (Self::Number, Tongue::English) => "a number",
            (Self::Text, Tongue::German) => "ein Text",
            (Self::Text, Tongue::English) => "a text",
            (Self::Word, Tongue::German) => "ein Wort",
            (Self::Word, Tongue::English) => "a word",
            (Self::List, Tongue::German) => "eine Liste",
            (Self::List, Tongue::English) => "a list",
            (Self::Object, Tongue::German) => "ein Objekt",
            (Self::Object, Tongue::English) => "an object",
        };
        word.into()
    }
}

/// The kinds of a body and of everything in it, without its values.
#[derive(Debug)]
pub(crate) struct Shape {
    kind: Kind,
    inner: BTreeMap<String, Shape>,
}

impl Shape {
    /// The shape of a value.
    pub(crate) fn of(value: &Value) -> Self {
        let inner = match value {
            Value::Object(fields) => fields
                .iter()
                .map(|(name, value)| (name.clone(), Self::of(value)))
                .collect(),
            Value::Array(all) => all
                .iter()
                .enumerate()
                .map(|(at, value)| (at.to_string(), Self::of(value)))
                .collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => BTreeMap::new(),
        };
        Self {
            kind: Kind::of(value),
            inner,
        }
    }

    /// What lies at a path.
    pub(super) fn at(&self, path: &[String]) -> Kind {
        match path.split_first() {
            None => self.kind,
            Some((step, rest)) => self
                .inner
                .get(step)
                .map_or(Kind::Nothing, |inner| inner.at(rest)),
        }
    }
}

/// The shape of the body of one request, once it was read.
#[derive(Debug, Clone, Default)]
pub(crate) struct BodyShape(Arc<OnceLock<Shape>>);

impl BodyShape {
    /// Remembers the shape of the body for as long as the request is answered.
    pub(crate) fn remember(&self, body: &Value) {
        // a request has one body
        let _again = self.0.set(Shape::of(body));
    }

    /// What lies at a path of the body; nothing is known without one.
    pub(crate) fn found(&self, path: &[String]) -> Option<Kind> {
        self.0.get().map(|shape| shape.at(path))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_path_leads_to_a_kind_and_never_to_a_value() {
        let body = BodyShape::default();
        let path = |text: &str| -> Vec<String> { text.split('.').map(str::to_owned).collect() };
        assert_eq!(body.found(&path("a")), None);
        body.remember(&json!({ "a": [{ "b": "geheim" }], "c": 1.5 }));
        assert_eq!(body.found(&path("a")), Some(Kind::List));
        assert_eq!(body.found(&path("a.0.b")), Some(Kind::Text));
        assert_eq!(body.found(&path("c")), Some(Kind::Number));
        assert_eq!(body.found(&path("a.1.b")), Some(Kind::Nothing));
        assert!(!format!("{body:?}").contains("geheim"));
    }
}
