//! The JSON body of a REST request.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;

use crate::nul;
use crate::problem::{Code, Problem};

/// The largest body, in bytes.
const LARGEST: usize = 64 * 1024;

/// What a request brings as JSON.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest for Body<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = is_json(req);
        let payload = web::Payload::from_request(req, payload);
        Box::pin(async move {
            if !is_json {
                return Err(Code::UnsupportedMediaType.into());
            }
            let bytes = payload
                .await
                .map_err(|_broken_off| Code::Malformed)?
                .to_bytes_limited(LARGEST)
                .await
                .map_err(|_over_the_limit| Code::TooLarge)?
                .map_err(|_broken_off| Code::Malformed)?;
            let json = serde_json::from_slice(&bytes).map_err(|_no_json| Code::Malformed)?;
            nul::refuse(&json)?;
            let body = serde_json::from_value(json).map_err(|_other_fields| Code::Malformed)?;
            Ok(Self(body))
        })
    }
}

fn is_json(req: &HttpRequest) -> bool {
    let given = req.headers().get(header::CONTENT_TYPE);
    given
        .and_then(|value| value.to_str().ok()?.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}
