//! The session of a person: sign in, look, renew, sign out, sign out everywhere.
//!
//! Wrong password, unknown login and locked account get the same 401, after the same work.

use actix_web::http::header::{self, HeaderMap};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use application::{Failure, FieldError, identity};
use domain::identity::{ACCESS_FOR, Secret, Session};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::Body;
use crate::Faces;
use crate::auth::{Caller, cookies, require_own_pages, token};
use crate::graphql::scalars::DateTime;
use crate::problem::{Code, Problem, ProblemDocument, examples};

/// The header by which the web pages ask for cookies instead of a token.
const CARRIER: &str = "x-session-carrier";

/// Login and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"login": "petra.praxis", "password": "Beispiel-Petra-2026"}))]
pub(crate) struct SignIn {
    /// What the person typed as login.
    login: String,
    /// The password.
    password: String,
}

/// What a script gets after signing in.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({"accessToken": "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFUzI1NiJ9.…", "expiresIn": 600}))]
pub(crate) struct AccessToken {
    /// Send it as `Authorization: Bearer …`. Absent when cookies carry it.
    #[serde(skip_serializing_if = "Option::is_none")]
    access_token: Option<String>,
    /// For how many seconds it is good.
    expires_in: i64,
}

/// The session of whoever asks.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "account": "acc_018f0000000070008000000000000001", "displayName": "Anna Beispiel",
    "organisation": "org_018f0000000070008000000000000002", "roles": ["worker"],
    "expiresAt": "2026-11-20T16:20:00Z"
}))]
pub(crate) struct SessionInfo {
    /// Names the account.
    #[schema(value_type = String)]
    account: String,
    /// How the person is addressed.
    display_name: String,
    /// Names the organisation acted for.
    organisation: String,
    /// What the person does there.
    roles: Vec<&'static str>,
    /// When the session ends unless it is renewed.
    expires_at: DateTime,
}

/// Signs in.
///
/// With `X-Session-Carrier: cookie` the answer sets `__Host-session` and `__Host-renew` and holds no
/// token; such a request has to come from our own pages.
#[utoipa::path(tag = "session", request_body = SignIn,
    params(("X-Session-Carrier" = Option<String>, Header, description = "`cookie` for the web pages")),
    responses(
        (status = 200, description = "Signed in.", body = AccessToken),
        (status = 400, description = "The body cannot be read.", body = ProblemDocument, content_type = "application/problem+json", example = examples::malformed),
        (status = 401, description = "Login and password do not fit, or the account cannot sign in now.", body = ProblemDocument, content_type = "application/problem+json", example = examples::sign_in_refused),
        (status = 403, description = "Cookies asked for from another site.", body = ProblemDocument, content_type = "application/problem+json", example = examples::cross_site),
        (status = 413, description = "The body is larger than 64 KiB.", body = ProblemDocument, content_type = "application/problem+json", example = examples::too_large),
        (status = 415, description = "The body is not JSON.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unsupported_media_type),
        (status = 422, description = "A text holds a character that is not allowed, or the carrier is none.", body = ProblemDocument, content_type = "application/problem+json", example = examples::invalid),
        (status = 429, description = "Too many failed attempts; `Retry-After` says how long to wait.", body = ProblemDocument, content_type = "application/problem+json", example = examples::rate_limited),
    ))]
#[post("/api/v1/session")]
pub(crate) async fn sign_in(
    req: HttpRequest,
    Body(body): Body<SignIn>,
    faces: web::Data<Faces>,
) -> Result<HttpResponse, Problem> {
    let SignIn { login, password } = body;
    let by_cookie = wants_cookies(req.headers())?;
    if by_cookie {
        require_own_pages(&req, &faces.settings.issuer)?;
    }
    let address = faces.client(&req);
    let now = faces.house.clock.now();
    let attempt = faces
        .sign_ins
        .attempt(address, &login, now)
        .map_err(Problem::wait)?;
    let outcome = identity::sign_in(&faces.house, &login, &Secret::new(password)).await;
    if !matches!(outcome, Err(Failure::SignInRefused)) {
        attempt.forgive();
    }
    let signed_in = outcome?;
    let renewal = by_cookie.then_some(&signed_in.renewal);
    opened(&faces, &signed_in.session, renewal)
}

/// Renews the session of the web pages with the cookie `__Host-renew`, which is exchanged for a new
/// one. Coming back with a used one ends the session.
#[utoipa::path(tag = "session", request_body(content = inline(serde_json::Value), description = "An empty object", example = json!({})),
    responses(
        (status = 200, description = "Renewed; both cookies are new.", body = AccessToken, example = json!({"expiresIn": 600})),
        (status = 401, description = "The session is over.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unauthenticated),
        (status = 403, description = "Asked from another site.", body = ProblemDocument, content_type = "application/problem+json", example = examples::cross_site),
        (status = 415, description = "The body is not announced as JSON.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unsupported_media_type),
    ))]
#[post("/api/v1/session/renew")]
pub(crate) async fn renew(
    req: HttpRequest,
    faces: web::Data<Faces>,
) -> Result<HttpResponse, Problem> {
    require_own_pages(&req, &faces.settings.issuer)?;
    let cookie = req.cookie(cookies::RENEW).ok_or(Code::Unauthenticated)?;
    let secret = cookies::renewal(cookie.value()).ok_or(Code::Unauthenticated)?;
    let renewed = identity::renew(&faces.house, &secret).await?;
    opened(&faces, &renewed.session, Some(&renewed.renewal))
}

/// The session of whoever asks.
#[utoipa::path(tag = "session", security(("bearer" = []), ("cookie" = [])), responses(
    (status = 200, description = "The session.", body = SessionInfo),
    (status = 401, description = "Nobody is signed in.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unauthenticated),
    (status = 403, description = "A session cookie that comes from another site.", body = ProblemDocument, content_type = "application/problem+json", example = examples::cross_site),
))]
#[get("/api/v1/session")]
pub(crate) async fn look(caller: Caller) -> Result<HttpResponse, Problem> {
    let ctx = caller.0;
    let member = ctx.actor.member().ok_or(Code::Unauthenticated)?;
    let (account, session) = identity::viewer(&ctx).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(SessionInfo {
            account: account.id.to_string(),
            display_name: account.display_name,
            organisation: member.organisation.to_string(),
            roles: member.roles.iter().map(|role| role.as_str()).collect(),
            expires_at: session.ends_at().into(),
        }))
}

/// Ends the session; the browser forgets both cookies and whatever it kept of our pages.
#[utoipa::path(tag = "session", security(("bearer" = []), ("cookie" = [])), responses(
    (status = 204, description = "Signed out."),
    (status = 401, description = "Nobody is signed in.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unauthenticated),
    (status = 403, description = "A session cookie that comes from another site.", body = ProblemDocument, content_type = "application/problem+json", example = examples::cross_site),
))]
#[delete("/api/v1/session")]
pub(crate) async fn sign_out(caller: Caller) -> Result<HttpResponse, Problem> {
    identity::sign_out(&caller.0).await?;
    Ok(closed())
}

/// Ends every session of the account, on every device.
#[utoipa::path(tag = "session", security(("bearer" = []), ("cookie" = [])), responses(
    (status = 204, description = "Signed out everywhere."),
    (status = 401, description = "Nobody is signed in.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unauthenticated),
    (status = 403, description = "A session cookie that comes from another site.", body = ProblemDocument, content_type = "application/problem+json", example = examples::cross_site),
))]
#[delete("/api/v1/sessions")]
pub(crate) async fn sign_out_everywhere(caller: Caller) -> Result<HttpResponse, Problem> {
    identity::revoke_everywhere(&caller.0).await?;
    Ok(closed())
}

/// The public keys by which our access tokens can be verified (RFC 7517).
#[utoipa::path(tag = "session", responses((status = 200, description = "The keys.", body = inline(serde_json::Value),
    example = json!({"keys": [{"kty": "EC", "crv": "P-256", "use": "sig", "kid": "…", "x": "…", "y": "…"}]}))))]
#[get("/.well-known/jwks.json")]
pub(crate) async fn jwks(faces: web::Data<Faces>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "public, max-age=300"))
        .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .json(faces.keys.public())
}

/// Whether cookies are to carry the session.
fn wants_cookies(headers: &HeaderMap) -> Result<bool, Problem> {
    match headers.get(CARRIER) {
        None => Ok(false),
        Some(value) if value.as_bytes().eq_ignore_ascii_case(b"cookie") => Ok(true),
        Some(_) => {
            let allowed = FieldError::new("X-Session-Carrier", "one of: cookie");
            Err(Failure::Invalid(vec![allowed]).into())
        }
    }
}

/// The answer to a session that was opened or renewed: by cookies with a secret, else by token.
fn opened(
    faces: &Faces,
    session: &Session,
    renewal: Option<&Secret<[u8; 32]>>,
) -> Result<HttpResponse, Problem> {
    let now = faces.house.clock.now();
    let token = token::issue(&faces.keys, &faces.settings.issuer, session, now)?;
    let mut answer = HttpResponse::Ok();
    answer.insert_header((header::CACHE_CONTROL, "no-store"));
    let expires_in = ACCESS_FOR.num_seconds();
    Ok(match renewal {
        None => answer.json(AccessToken {
            access_token: Some(token),
            expires_in,
        }),
        Some(secret) => answer
            .cookie(cookies::session(token))
            .cookie(cookies::renew(secret))
            .json(AccessToken {
                access_token: None,
                expires_in,
            }),
    })
}

fn closed() -> HttpResponse {
    let mut answer = HttpResponse::NoContent();
    answer.insert_header((header::CACHE_CONTROL, "no-store"));
    answer.insert_header(("Clear-Site-Data", "\"cache\", \"storage\""));
    for cookie in cookies::forgotten() {
        answer.cookie(cookie);
    }
    answer.finish()
}
