//! What refusals look like, for the contract: made from the table, so that they stay true.

use serde_json::{Value, json};

use super::{Code, Fault, Kind, Problem};

fn of(code: Code) -> Value {
    shown(&code.into())
}

/// A problem as it is answered somewhere.
fn shown(problem: &Problem) -> Value {
    let mut document = json!(problem.document());
    document["type"] = json!(format!(
        "https://netz.example/problems/{}",
        problem.code.slug()
    ));
    document["instance"] = json!("/api/v1/…");
    document["requestId"] = json!("5b1f0c52-6a3e-4b5c-9d0e-3f5f4c1f7b11");
    document
}

/// 400.
pub(crate) fn malformed() -> Value {
    of(Code::Malformed)
}

/// 401, without a session.
pub(crate) fn unauthenticated() -> Value {
    of(Code::Unauthenticated)
}

/// 401, at the door.
pub(crate) fn sign_in_refused() -> Value {
    of(Code::SignInRefused)
}

/// 403.
pub(crate) fn cross_site() -> Value {
    of(Code::CrossSite)
}

/// 404.
pub(crate) fn not_found() -> Value {
    of(Code::NotFound)
}

/// 413.
pub(crate) fn too_large() -> Value {
    shown(&Problem::too_large(64 * 1024, Some(70_013)))
}

/// 415.
pub(crate) fn unsupported_media_type() -> Value {
    of(Code::UnsupportedMediaType)
}

/// 422.
pub(crate) fn invalid() -> Value {
    let problem = Problem {
        fields: vec![Fault::new(
            vec!["place".to_owned(), "postcode".to_owned()],
            "a postcode has exactly five digits, such as 19055",
            Kind::Text,
        )],
        ..Code::Invalid.into()
    };
    shown(&problem)
}

/// 429.
pub(crate) fn rate_limited() -> Value {
    shown(&Problem::wait(90))
}
