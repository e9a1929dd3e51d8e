//! Any origin may call `/graphql` and the public REST resources, without a cookie: the answers say
//! `Access-Control-Allow-Origin: *` and never allow credentials. Session endpoints say nothing, so
//! a browser lets no other origin read them.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse};

/// The middleware of everything that other origins may call.
pub async fn open_to_all<B: MessageBody + 'static>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let preflight = req.method() == Method::OPTIONS
        && req
            .headers()
            .contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    if preflight {
        let mut answer = HttpResponse::NoContent()
            .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST"))
            .insert_header((
                header::ACCESS_CONTROL_ALLOW_HEADERS,
                "authorization, content-type, accept, accept-language, idempotency-key, if-match, if-none-match",
            ))
            .insert_header((header::ACCESS_CONTROL_MAX_AGE, "86400"))
            .finish();
        allow_all(answer.headers_mut());
        return Ok(req.into_response(answer).map_into_right_body());
    }
    // refusals of handlers and extractors are answers too, so they can be read from elsewhere
    let mut answer = next.call(req).await?.map_into_left_body();
    allow_all(answer.headers_mut());
    answer.headers_mut().insert(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static("etag, x-request-id, retry-after, idempotency-replayed"),
    );
    Ok(answer)
}

fn allow_all(headers: &mut HeaderMap) {
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
}
