//! The two cookies of the web pages. `__Host-` binds them to this host and to encryption, `HttpOnly`
//! hides them from scripts, `SameSite=Strict` from other sites.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::identity::{ACCESS_FOR, SESSION_FOR, Secret};

/// Carries the access token, for ten minutes.
pub const SESSION: &str = "__Host-session";
/// Carries the secret that renews the session, for twelve hours at most.
pub const RENEW: &str = "__Host-renew";

fn cookie(name: &'static str, value: String, seconds: i64) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Strict)
        .max_age(Duration::seconds(seconds))
        .finish()
}

/// The cookie of an access token.
pub(crate) fn session(token: String) -> Cookie<'static> {
    cookie(SESSION, token, ACCESS_FOR.num_seconds())
}

/// The cookie of a renewal secret.
pub(crate) fn renew(secret: &Secret<[u8; 32]>) -> Cookie<'static> {
    cookie(
        RENEW,
        URL_SAFE_NO_PAD.encode(secret.reveal()),
        SESSION_FOR.num_seconds(),
    )
}

/// The renewal secret of a cookie's value.
pub(crate) fn renewal(value: &str) -> Option<Secret<[u8; 32]>> {
    let bytes = URL_SAFE_NO_PAD.decode(value).ok()?;
    bytes.try_into().ok().map(Secret::new)
}

/// What makes a browser forget both.
pub(crate) fn forgotten() -> [Cookie<'static>; 2] {
    [
        cookie(SESSION, String::new(), 0),
        cookie(RENEW, String::new(), 0),
    ]
}
