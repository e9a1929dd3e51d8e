//! The document that REST answers, after RFC 9457.

use std::borrow::Cow;

use serde::Serialize;
use utoipa::ToSchema;

use super::Limit;

/// A refusal as RFC 9457 writes it. `detail` and `errors` never repeat what was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Problem, example = json!({
    "type": "https://netz.example/problems/not-found", "title": "Das gibt es hier nicht.",
    "status": 404, "code": "not-found", "instance": "/api/v1/directory/services/…",
    "requestId": "5b1f0c52-6a3e-4b5c-9d0e-3f5f4c1f7b11"
}))]
pub struct ProblemDocument {
    /// The address of a page about the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// One sentence for the person, in German or English as `Accept-Language` asks; in English where
    /// what is said of a field exists in English alone.
    pub title: &'static str,
    /// The HTTP status once more.
    pub status: u16,
    /// The stable code, such as `version-conflict`.
    pub code: &'static str,
    /// What exactly, and what would be allowed; in the language of `title`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The path that was asked, without its query.
    pub instance: String,
    /// Names the request in our log; also in the header `X-Request-Id`.
    pub request_id: String,
    /// The fields to blame.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemField>,
    /// On `too-large` and `too-complex`: the limit, and what was counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<ProblemLimit>,
    /// On `rate-limited`, `starting` and `unavailable`: after how many seconds it is worth trying again; also in `Retry-After`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<u64>,
    /// On `version-conflict`: the version of the record as it is now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_version: Option<i32>,
}

/// One field that holds something not allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ProblemField {
    /// Where, as a JSON pointer into the body, such as `/place/postcode`.
    pub pointer: String,
    /// What is wrong with it.
    pub code: &'static str,
    /// What would be allowed, as a sentence.
    pub allowed: String,
    /// What kind of value was found, such as "a number", or where a text is no JSON; never the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<Cow<'static, str>>,
}

/// A limit that was passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ProblemLimit {
    /// What is counted, such as `bytes`.
    pub what: &'static str,
    /// How many are allowed.
    pub most: u64,
    /// How many there were when counting ended; absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted: Option<u64>,
}

impl From<Limit> for ProblemLimit {
    fn from(limit: Limit) -> Self {
        let Limit {
            what,
            most,
            counted,
        } = limit;
        Self {
            what: what.name(),
            most,
            counted,
        }
    }
}
