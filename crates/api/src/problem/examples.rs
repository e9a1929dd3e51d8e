//! What refusals look like, for the contract: made from the table, so that they stay true.

use serde_json::{Value, json};

use super::Code;
use crate::middleware::request::Tongue;

fn of(code: Code) -> Value {
    json!({
        "type": format!("https://netz.example/problems/{}", code.slug()),
        "title": code.sentence(Tongue::German),
        "status": code.status().as_u16(),
        "code": code.slug(),
        "instance": "/api/v1/…",
        "requestId": "5b1f0c52-6a3e-4b5c-9d0e-3f5f4c1f7b11",
    })
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
    of(Code::TooLarge)
}

/// 415.
pub(crate) fn unsupported_media_type() -> Value {
    of(Code::UnsupportedMediaType)
}

/// 422.
pub(crate) fn invalid() -> Value {
    let allowed = "a postcode has exactly five digits, such as 19055";
    let mut document = of(Code::Invalid);
    document["detail"] = json!(format!("place.postcode: {allowed}"));
    document["errors"] =
        json!([{ "pointer": "/place/postcode", "code": "invalid", "allowed": allowed }]);
    document
}

/// 429.
pub(crate) fn rate_limited() -> Value {
    of(Code::RateLimited)
}
