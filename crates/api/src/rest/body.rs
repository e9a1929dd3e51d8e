//! The JSON body of a REST request.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;

use crate::middleware::request;
use crate::nul;
use crate::problem::{Code, Problem, reading};

/// The largest body, in bytes.
const LARGEST: usize = 64 * 1024;

/// Within which time a body must have come: enough for the largest one on a phone at the edge of its net.
const SLOWEST: Duration = Duration::from_mins(1);

/// What a request brings as JSON.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest for Body<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = is_json(req);
        let announced = announced(req);
        let payload = web::Payload::from_request(req, payload);
        Box::pin(async move {
            if !is_json {
                return Err(Code::UnsupportedMediaType.into());
            }
            let payload = payload.await.map_err(|_broken_off| Code::Malformed)?;
            let bytes = read_whole(payload, LARGEST, announced).await?;
            let json = reading::parse(&bytes)?;
            request::here().body.remember(&json);
            nul::refuse(&json)?;
            Ok(Self(reading::read(&json)?))
        })
    }
}

/// The bytes of a body of which the client says that it has so many.
pub(crate) async fn read_whole(
    payload: web::Payload,
    most: usize,
    announced: Option<u64>,
) -> Result<Bytes, Problem> {
    read_within(SLOWEST, payload, most, announced).await
}

async fn read_within(
    slowest: Duration,
    payload: web::Payload,
    most: usize,
    announced: Option<u64>,
) -> Result<Bytes, Problem> {
    let too_large = || Problem::too_large(most, announced);
    if announced.is_some_and(|announced| usize::try_from(announced).is_ok_and(|it| it > most)) {
        return Err(too_large());
    }
    let all = tokio::time::timeout(slowest, payload.to_bytes_limited(most)).await;
    all.map_err(|_too_slow| Code::Malformed)?
        .map_err(|_over_the_limit| too_large())?
        .map_err(|_broken_off| Code::Malformed.into())
}

/// How many bytes the client says it sends.
pub(crate) fn announced(req: &HttpRequest) -> Option<u64> {
    let length = req.headers().get(header::CONTENT_LENGTH)?;
    length.to_str().ok()?.parse().ok()
}

fn is_json(req: &HttpRequest) -> bool {
    let given = req.headers().get(header::CONTENT_TYPE);
    given
        .and_then(|value| value.to_str().ok()?.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

#[cfg(test)]
mod tests {
    use actix_web::error::PayloadError;
    use actix_web::test::TestRequest;
    use async_graphql::futures_util::stream;

    use super::*;

    #[actix_web::test]
    async fn a_body_that_never_comes_is_not_waited_for() {
        let never = stream::pending::<Result<Bytes, PayloadError>>();
        let mut payload: Payload = Payload::Stream {
            payload: Box::pin(never),
        };
        let req = TestRequest::default().to_http_request();
        let payload = web::Payload::from_request(&req, &mut payload)
            .await
            .unwrap();
        let read = read_within(Duration::from_millis(1), payload, LARGEST, Some(2)).await;
        assert_eq!(read.unwrap_err().code, Code::Malformed);
    }
}
