//! Finds out who is asking.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap};
use actix_web::{FromRequest, HttpRequest, web};
use application::{Context, identity};
use domain::access::Actor;

use super::{cookies, token};
use crate::Faces;
use crate::problem::{Code, Problem};

/// Whoever is asking, with the house around: anonymous without a token, refused with a bad one.
pub struct Caller(pub Context);

impl FromRequest for Caller {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(req: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move { identify(&req).await.map(Self) })
    }
}

async fn identify(req: &HttpRequest) -> Result<Context, Problem> {
    let Some(faces) = req.app_data::<web::Data<Faces>>() else {
        tracing::error!("the faces are not part of the application's data");
        return Err(Code::Internal.into());
    };
    if !faces.house.read_model.health().ready {
        // an empty answer would be read as "there is no help"
        return Err(Problem::starting());
    }
    let token = match bearer(req.headers())? {
        Some(token) => token,
        None => match req.cookie(cookies::SESSION) {
            Some(cookie) => {
                require_own_pages(req, &faces.settings.issuer)?;
                cookie.value().to_owned()
            }
            None => return Ok(faces.house.for_actor(Actor::Anonymous)),
        },
    };
    let now = faces.house.clock.now();
    let session = token::session_of(&faces.keys, &faces.settings.issuer, &token, now)
        .ok_or(Code::Unauthenticated)?;
    match identity::actor_of(&faces.house, session).await? {
        // the token was ours, but its session is over
        Actor::Anonymous => Err(Code::Unauthenticated.into()),
        actor @ (Actor::Member(_) | Actor::System) => Ok(faces.house.for_actor(actor)),
    }
}

fn bearer(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(value) = headers.get(header::AUTHORIZATION) else {
        return Ok(None);
    };
    let value = value.to_str().map_err(|_not_text| Code::Unauthenticated)?;
    match value.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => {
            Ok(Some(token.trim().to_owned()))
        }
        Some(_) | None => Err(Code::Unauthenticated.into()),
    }
}

/// Refuses what uses a session cookie from anywhere but our own pages: `Sec-Fetch-Site` has to be
/// `same-origin`, or, where a browser does not send it, `Origin` has to be ours; and what changes
/// something comes as JSON, which no form of another site can send.
///
/// # Errors
/// `cross-site`, `unsupported-media-type`.
pub fn require_own_pages(req: &HttpRequest, issuer: &str) -> Result<(), Problem> {
    let text = |name| {
        req.headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let own = match text(header::HeaderName::from_static("sec-fetch-site")) {
        Some(site) => site == "same-origin",
        None => text(header::ORIGIN).is_some_and(|origin| same_origin(origin, issuer)),
    };
    if !own {
        return Err(Code::CrossSite.into());
    }
    let has_body = req.method() == Method::POST
        || req.method() == Method::PUT
        || req.method() == Method::PATCH;
    let json = || {
        text(header::CONTENT_TYPE).is_some_and(|kind| {
            kind.split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .eq_ignore_ascii_case("application/json")
        })
    };
    if has_body && !json() {
        return Err(Code::UnsupportedMediaType.into());
    }
    Ok(())
}

fn same_origin(origin: &str, issuer: &str) -> bool {
    let rest = issuer.strip_prefix(origin);
    // "https:" begins the issuer too, and is nobody's origin
    origin.contains("://") && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    const ISSUER: &str = "https://netz.example/mv";

    fn verdict(headers: &[(&'static str, &'static str)]) -> Result<(), Code> {
        let request = headers
            .iter()
            .fold(TestRequest::post(), |r, header| r.insert_header(*header));
        require_own_pages(&request.to_http_request(), ISSUER).map_err(|problem| problem.code)
    }

    #[test]
    fn a_cookie_works_from_our_own_pages_only() {
        let json = ("content-type", "application/json; charset=utf-8");
        assert_eq!(verdict(&[("sec-fetch-site", "same-origin"), json]), Ok(()));
        assert_eq!(verdict(&[("origin", "https://netz.example"), json]), Ok(()));
        for foreign in [
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-site", "none"),
            ("origin", "https://netz.example.evil.example"),
            ("origin", "https://netz"),
            ("origin", "https:"),
            ("origin", "null"),
        ] {
            assert_eq!(verdict(&[foreign, json]), Err(Code::CrossSite));
        }
        assert_eq!(verdict(&[json]), Err(Code::CrossSite));
    }

    #[test]
    fn a_form_of_another_site_has_no_json() {
        let form = ("content-type", "application/x-www-form-urlencoded");
        let own = ("sec-fetch-site", "same-origin");
        assert_eq!(verdict(&[own, form]), Err(Code::UnsupportedMediaType));
        assert_eq!(verdict(&[own]), Err(Code::UnsupportedMediaType));
    }
}
