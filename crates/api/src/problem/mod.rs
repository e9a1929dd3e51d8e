//! What goes wrong, in one table: code, HTTP status, a German and an English sentence.
//!
//! REST answers an [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) document, GraphQL the same
//! code in upper case as `extensions.code`. Of an internal error nothing but its request id leaves.

mod catalogue;
mod document;
pub(crate) mod examples;
mod failure;

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use application::FieldError;

pub use catalogue::Code;
pub use document::{ProblemDocument, ProblemField};

use crate::middleware::request;

/// The media type of a problem document.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// A refusal on its way to the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which one.
    pub code: Code,
    /// The fields that are to blame.
    pub fields: Vec<FieldError>,
    /// After how many seconds it is worth trying again.
    pub retry_after: Option<u64>,
    /// The version of the record as it is now.
    pub current_version: Option<i32>,
}

impl Problem {
    /// A problem that says nothing but its code.
    pub const fn new(code: Code) -> Self {
        Self {
            code,
            fields: Vec::new(),
            retry_after: None,
            current_version: None,
        }
    }

    /// Writes the cause to the log and answers the bare `internal`.
    pub fn internal(error: &(dyn std::error::Error + 'static), doing: &'static str) -> Self {
        tracing::error!(error, "{doing}");
        Self::new(Code::Internal)
    }

    /// The document that a client reads.
    pub fn document(&self) -> ProblemDocument {
        let here = request::here();
        let code = self.code;
        ProblemDocument {
            kind: format!("{}/problems/{}", here.issuer, code.slug()),
            title: code.sentence(here.tongue),
            status: code.status().as_u16(),
            code: code.slug(),
            detail: self.detail(),
            instance: here.path.to_string(),
            request_id: here.id.to_string(),
            errors: self
                .fields
                .iter()
                .map(|field| ProblemField {
                    pointer: field.pointer(),
                    code: "invalid",
                    allowed: field.allowed.clone(),
                })
                .collect(),
            current_version: self.current_version,
        }
    }

    fn detail(&self) -> Option<String> {
        let sentences: Vec<_> = self.fields.iter().map(ToString::to_string).collect();
        (!sentences.is_empty()).then(|| sentences.join("; "))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.slug())
    }
}

impl std::error::Error for Problem {}

impl From<Code> for Problem {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.code.status()
    }

    fn error_response(&self) -> HttpResponse {
        let mut answer = HttpResponse::build(self.status_code());
        answer.insert_header((header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON)));
        answer.insert_header((header::CACHE_CONTROL, HeaderValue::from_static("no-store")));
        if let Some(seconds) = self.retry_after {
            answer.insert_header((header::RETRY_AFTER, seconds.to_string()));
        }
        if self.code.status() == StatusCode::UNAUTHORIZED {
            answer.insert_header((header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")));
        }
        // a struct of texts and numbers always has a JSON form
        answer.body(serde_json::to_vec(&self.document()).unwrap_or_default())
    }
}
