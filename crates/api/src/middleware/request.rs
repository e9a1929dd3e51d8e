//! Gives every request an id, a span in the log and the headers every answer carries.
//!
//! Neither the log nor any answer repeats a query string: a search word or a place may stand in it.

use std::cell::Cell;
use std::sync::Arc;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, web};
use tracing::Instrument as _;
use uuid::Uuid;

use crate::Faces;
use crate::problem::BodyShape;

/// The header that names the request in every answer.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The languages that sentences are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tongue {
    /// German, for everybody who does not ask for English first.
    #[default]
    German,
    /// English.
    English,
}

impl Tongue {
    /// The language an `Accept-Language` header, or a tag such as `en`, asks for first.
    pub fn asked(accept_language: &str) -> Self {
        let first = accept_language
            .split([',', ';'])
            .next()
            .unwrap_or_default()
            .trim();
        if first == "en" || first.starts_with("en-") {
            Self::English
        } else {
            Self::German
        }
    }

    /// The language with this tag, such as `de-simple` or `en`, if sentences are written in it.
    pub fn named(tag: &str) -> Option<Self> {
        match tag.split('-').next() {
            Some("de") => Some(Self::German),
            Some("en") => Some(Self::English),
            _ => None,
        }
    }

    /// The language of a request.
    pub fn of(headers: &HeaderMap) -> Self {
        headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .map(Self::asked)
            .unwrap_or_default()
    }

    /// The language as texts carry it.
    pub fn lang(self) -> domain::text::Lang {
        match self {
            Self::German => domain::text::Lang::german(),
            Self::English => domain::text::Lang::english(),
        }
    }

    /// Its tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }
}

/// What a refusal says of the request it answers.
#[derive(Debug, Clone)]
pub struct Here {
    /// Names the request.
    pub id: Uuid,
    /// The path, without its query.
    pub path: Arc<str>,
    /// In which language sentences are written.
    pub tongue: Tongue,
    /// The address of the installation.
    pub issuer: Arc<str>,
    /// What kinds of values the body has, once it was read.
    pub(crate) body: BodyShape,
}

tokio::task_local! {
    static HERE: Here;
}

/// The request that is being answered; nameless outside of one, as in a test of a single function.
pub fn here() -> Here {
    HERE.try_with(Clone::clone).unwrap_or_else(|_outside| Here {
        id: Uuid::nil(),
        path: Arc::from(""),
        tongue: Tongue::German,
        issuer: Arc::from(""),
        body: BodyShape::default(),
    })
}

/// The middleware: wrap it around everything else, `App::wrap(from_fn(accompany))`.
pub async fn accompany<B: MessageBody + 'static>(
    mut req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let Some(faces) = req.app_data::<web::Data<Faces>>().cloned() else {
        return next.call(req).await;
    };
    let id = faces.house.mint.mint_random();
    let here = Here {
        id,
        path: Arc::from(req.path()),
        tongue: Tongue::of(req.headers()),
        issuer: Arc::clone(&faces.settings.issuer),
        body: BodyShape::default(),
    };
    let method = known(req.method());
    // whatever answers GET answers HEAD alike; the connection leaves the body out
    req.head_mut().method = if method == Method::HEAD {
        Method::GET
    } else {
        method.clone()
    };
    let span = tracing::info_span!("request", request_id = %id, method = %method);
    let started = std::time::Instant::now();
    let route = Cell::new(None);
    let answered = HERE
        .scope(here, async {
            let answer = next.call(req).await?;
            // the pattern, not the path: an address may name a thing somebody looked at
            route.set(answer.request().match_pattern());
            Ok::<_, Error>(answer)
        })
        .instrument(span.clone())
        .await;
    let mut answer = answered?;
    span.in_scope(|| {
        tracing::info!(
            route = route.take().as_deref().unwrap_or("unknown"),
            status = answer.status().as_u16(),
            micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX),
            "answered"
        );
    });
    let headers = answer.headers_mut();
    if let Ok(id) = HeaderValue::try_from(id.to_string()) {
        headers.insert(REQUEST_ID, id);
    }
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    Ok(answer)
}

/// The method as it is counted and logged: what anybody invents is not repeated.
fn known(method: &Method) -> Method {
    let standard = [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
        Method::OPTIONS,
        Method::CONNECT,
        Method::TRACE,
    ];
    let known = standard.into_iter().find(|known| known == method);
    known.unwrap_or_else(|| Method::from_bytes(b"OTHER").unwrap_or(Method::TRACE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invented_method_is_not_repeated() {
        let invented = Method::from_bytes(b"GEHEIM").unwrap();
        assert_eq!(known(&invented).as_str(), "OTHER");
        assert_eq!(known(&Method::PATCH), Method::PATCH);
    }

    #[test]
    fn english_is_spoken_only_to_those_who_ask_for_it_first() {
        assert_eq!(Tongue::asked("en-GB,de;q=0.5"), Tongue::English);
        assert_eq!(Tongue::asked("de-simple"), Tongue::German);
        assert_eq!(Tongue::asked("uk, en;q=0.8"), Tongue::German);
    }
}
