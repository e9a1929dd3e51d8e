//! What goes wrong, in one table: code, HTTP status, a German and an English sentence.
//!
//! REST answers an [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) document, GraphQL the same
//! code in upper case as `extensions.code`. Of an internal error nothing but its request id leaves.

mod catalogue;
mod document;
pub(crate) mod examples;
mod failure;
mod fault;
mod german;
mod guards;
pub(crate) mod reading;
mod shape;

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};

pub use catalogue::Code;
pub use document::{ProblemDocument, ProblemField, ProblemLimit};
pub use fault::{Fault, Limit, Measure};
pub(crate) use shape::BodyShape;
pub use shape::Kind;

use crate::middleware::request::{self, Tongue};

/// The media type of a problem document.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// A refusal on its way to the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which one.
    pub code: Code,
    /// The fields that are to blame.
    pub fields: Vec<Fault>,
    /// The limit that was passed.
    pub limit: Option<Limit>,
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
            limit: None,
            retry_after: None,
            current_version: None,
        }
    }

    /// A brake: worth trying again after so many seconds.
    pub fn wait(seconds: u64) -> Self {
        Self {
            retry_after: Some(seconds),
            ..Code::RateLimited.into()
        }
    }

    /// A service that has just started: worth trying again after a second.
    pub fn starting() -> Self {
        Self {
            retry_after: Some(1),
            ..Code::Starting.into()
        }
    }

    /// Storage is out of reach, and why stands in the log: worth trying again after some seconds.
    pub fn unavailable(error: &(dyn std::error::Error + 'static)) -> Self {
        tracing::error!(error, "storage is out of reach");
        Self {
            retry_after: Some(5),
            ..Code::Unavailable.into()
        }
    }

    /// A body of more than `most` bytes, of which `counted` were announced.
    pub fn too_large(most: usize, counted: Option<u64>) -> Self {
        Self {
            limit: Some(Limit::new(Measure::Bytes, most, counted)),
            ..Code::TooLarge.into()
        }
    }

    /// A document that asks for too much at once.
    pub fn too_complex(limit: Limit) -> Self {
        Self {
            limit: Some(limit),
            ..Code::TooComplex.into()
        }
    }

    /// The language of the whole answer: the one that was asked for, unless a sentence in it is missing.
    pub fn tongue(&self, asked: Tongue) -> Tongue {
        if self.fields.iter().all(|fault| fault.speaks(asked)) {
            asked
        } else {
            Tongue::English
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
        let tongue = self.tongue(here.tongue);
        let fields: Vec<_> = self
            .fields
            .iter()
            .map(|fault| Fault {
                found: fault.found.or_else(|| here.body.found(&fault.field)),
                ..fault.clone()
            })
            .collect();
        ProblemDocument {
            kind: format!("{}/problems/{}", here.issuer, code.slug()),
            title: code.sentence(tongue),
            status: code.status().as_u16(),
            code: code.slug(),
            detail: self.detail(&fields, tongue),
            instance: here.path.to_string(),
            request_id: here.id.to_string(),
            errors: fields
                .iter()
                .map(|fault| ProblemField {
                    pointer: fault.pointer(),
                    code: "invalid",
                    allowed: fault.allowed_in(tongue),
                    found: fault.found.map(|kind| kind.word(tongue)),
                })
                .collect(),
            limit: self.limit.map(ProblemLimit::from),
            retry_after_seconds: self.retry_after,
            current_version: self.current_version,
        }
    }

    fn detail(&self, fields: &[Fault], tongue: Tongue) -> Option<String> {
        let fields = fields.iter().map(|fault| fault.sentence(tongue));
        let limit = self.limit.map(|limit| limit.sentence(tongue));
        let wait = self.retry_after.map(|seconds| match tongue {
            Tongue::German => format!("Bitte warten Sie {seconds} Sekunden."),
            Tongue::English => format!("Please wait {seconds} seconds."),
        });
        let sentences: Vec<_> = fields.chain(limit).chain(wait).collect();
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
