//! Access tokens: JWTs of type `at+jwt` (RFC 9068), signed with ES256, good for ten minutes.

use chrono::{DateTime, Utc};
use domain::identity::{ACCESS_FOR, Session};
use domain::ids::SessionId;
use jsonwebtoken::{Algorithm, Header, Validation, crypto};
use serde::{Deserialize, Serialize};

use super::Keys;
use crate::problem::{Code, Problem};

const TYPE: &str = "at+jwt";

/// What an access token says.
#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    /// The account.
    sub: String,
    /// The session; whoever verifies a token asks whether it still lives.
    sid: SessionId,
    iat: i64,
    exp: i64,
}

/// Chooses the cryptography of tokens for the whole process; calling it again changes nothing.
pub fn install_crypto() {
    // a dependency that turns on a second backend would otherwise make the first sign-in panic
    let _already_chosen = crypto::rust_crypto::DEFAULT_PROVIDER.install_default();
}

/// An access token for the session.
pub(crate) fn issue(
    keys: &Keys,
    issuer: &str,
    session: &Session,
    now: DateTime<Utc>,
) -> Result<String, Problem> {
    let Some(pair) = keys.signing() else {
        tracing::error!("there is no key to sign an access token with");
        return Err(Code::Internal.into());
    };
    let header = Header {
        typ: Some(TYPE.to_owned()),
        kid: Some(pair.kid.clone()),
        ..Header::new(Algorithm::ES256)
    };
    let claims = Claims {
        iss: issuer.to_owned(),
        aud: issuer.to_owned(),
        sub: session.account.to_string(),
        sid: session.id,
        iat: now.timestamp(),
        exp: (now + ACCESS_FOR).timestamp(),
    };
    jsonwebtoken::encode(&header, &claims, &pair.sign)
        .map_err(|error| Problem::internal(&error, "signing an access token failed"))
}

/// The session a token names, if the token is ours and has not expired.
pub(crate) fn session_of(
    keys: &Keys,
    issuer: &str,
    token: &str,
    now: DateTime<Utc>,
) -> Option<SessionId> {
    let header = jsonwebtoken::decode_header(token).ok()?;
    if header.typ.as_deref() != Some(TYPE) {
        return None;
    }
    let pair = keys.named(header.kid.as_deref()?)?;
    let mut rules = Validation::new(Algorithm::ES256);
    rules.set_issuer(&[issuer]);
    rules.set_audience(&[issuer]);
    rules.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
    // the time comes from our clock, below
    rules.validate_exp = false;
    let claims = jsonwebtoken::decode::<Claims>(token, &pair.verify, &rules)
        .ok()?
        .claims;
    (now.timestamp() < claims.exp).then_some(claims.sid)
}
