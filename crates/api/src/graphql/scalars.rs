//! Instants and days as the wire writes them.

use std::borrow::Cow;

use async_graphql::indexmap::IndexMap;
use async_graphql::parser::types::{Field, Selection, SelectionSet};
use async_graphql::registry::Registry;
use async_graphql::{
    ContextSelectionSet, InputValueError, InputValueResult, OutputType, Positioned, Scalar,
    ScalarType, ServerResult, SimpleObject, Value,
};
use chrono::{NaiveDate, SecondsFormat, Utc};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::ToSchema;

/// How an instant is written.
pub(crate) const INSTANT: &str = "an instant such as 2026-11-20T15:40:00Z";
/// How a day is written.
pub(crate) const DAY: &str = "a day such as 2026-11-20";

/// An instant in UTC, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToSchema)]
#[schema(value_type = String, format = DateTime, example = "2026-11-20T15:40:00Z")]
pub struct DateTime(pub chrono::DateTime<Utc>);

impl DateTime {
    fn written(self) -> String {
        self.0.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let at = chrono::DateTime::parse_from_rfc3339(&text)
            .map_err(|_malformed| D::Error::custom(format_args!("expected {INSTANT}")))?;
        Ok(at.into())
    }
}

impl<Tz: chrono::TimeZone> From<chrono::DateTime<Tz>> for DateTime {
    fn from(at: chrono::DateTime<Tz>) -> Self {
        Self(at.with_timezone(&Utc))
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.written())
    }
}

/// An instant, RFC 3339, written in UTC, such as `2026-11-20T15:40:00Z`; any offset is read.
#[Scalar(
    name = "DateTime",
    specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339"
)]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        let at = chrono::DateTime::parse_from_rfc3339(text)
            .map_err(|_malformed| InputValueError::custom(INSTANT))?;
        Ok(Self(at.with_timezone(&Utc)))
    }

    fn to_value(&self) -> Value {
        Value::String(self.written())
    }
}

/// A calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = String, format = Date, example = "2026-11-20")]
pub struct Date(pub NaiveDate);

/// A calendar day in Europe/Berlin, ISO 8601, such as `2026-11-20`.
#[Scalar(
    name = "Date",
    specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6"
)]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        text.parse()
            .map(Self)
            .map_err(|_malformed| InputValueError::custom(DAY))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// A text that people wrote or read, with the language it is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(example = json!({"lang": "de", "value": "Kinderschutz-Hotline"}))]
pub struct LocalizedText {
    /// Its language as a BCP 47 tag: `de`, `de-simple`, `en`, `uk`, `ar`.
    pub lang: Cow<'static, str>,
    /// The text itself, plain, in Unicode.
    pub value: String,
}

/// A text that people wrote or read, with the language it is in.
#[derive(SimpleObject)]
#[graphql(serial, name = "LocalizedText")]
struct Described<'a> {
    /// Its language as a BCP 47 tag: `de`, `de-simple`, `en`, `uk`, `ar`.
    lang: &'a str,
    /// The text itself, plain, in Unicode.
    value: &'a str,
}

/// Half of all objects of an answer are texts: the usual selection of one is written at once, for which
/// the library's futures would cost more than the text. Whatever is unusual goes the usual way.
impl OutputType for LocalizedText {
    fn type_name() -> Cow<'static, str> {
        Described::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        Described::create_type_info(registry)
    }

    async fn resolve(
        &self,
        ctx: &ContextSelectionSet<'_>,
        field: &Positioned<Field>,
    ) -> ServerResult<Value> {
        if let Some(written) = self.written(&ctx.item.node) {
            return Ok(written);
        }
        let described = Described {
            lang: &self.lang,
            value: &self.value,
        };
        described.resolve(ctx, field).await
    }
}

impl LocalizedText {
    /// The fields asked for; nothing when more is asked than the two by their names.
    fn written(&self, asked: &SelectionSet) -> Option<Value> {
        let mut written = IndexMap::with_capacity(asked.items.len());
        for selection in &asked.items {
            let Selection::Field(field) = &selection.node else {
                return None;
            };
            let field = &field.node;
            let text = match field.name.node.as_str() {
                "lang" => self.lang.to_string(),
                "value" => self.value.clone(),
                _ => return None,
            };
            if !field.directives.is_empty() {
                return None;
            }
            written.insert(field.response_key().node.clone(), Value::String(text));
        }
        Some(Value::Object(written))
    }

    /// What people wrote into the directory; it is in German.
    pub fn german(value: impl Into<String>) -> Self {
        Self {
            lang: Cow::Borrowed("de"),
            value: value.into(),
        }
    }

    /// A sentence of ours in the language of the request.
    pub fn in_tongue(tongue: crate::middleware::request::Tongue, value: impl Into<String>) -> Self {
        Self {
            lang: Cow::Borrowed(tongue.tag()),
            value: value.into(),
        }
    }
}

/// An optional German text.
pub(crate) fn german(text: Option<&String>) -> Option<LocalizedText> {
    text.map(|text| LocalizedText::german(text.as_str()))
}
