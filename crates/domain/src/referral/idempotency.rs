//! Doing a thing once although it is asked for twice (`referral.md` 16.3).
//!
//! The row is written in the work of the thing itself: either both exist or neither.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::retention::IDEMPOTENCY;
use crate::access::Actor;
use crate::jcs::canonical;
use crate::text::Malformed;

/// The key a client chose for one operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdempotencyKey(Uuid);

impl FromStr for IdempotencyKey {
    type Err = Malformed;

    /// A UUID as a structured-field string (`"…"`); without quotes it is tolerated.
    fn from_str(given: &str) -> Result<Self, Malformed> {
        let given = given.trim();
        let bare = given
            .strip_prefix('"')
            .map_or(Some(given), |rest| rest.strip_suffix('"'))
            .filter(|text| text.len() == 36);
        bare.and_then(|text| Uuid::try_parse(text).ok())
            .map(Self)
            .ok_or(Malformed {
                allowed: "an Idempotency-Key is a UUID in quotation marks",
            })
    }
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.as_hyphenated())
    }
}

/// What a key is unique within: who asks, and for what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope {
    /// The member, as `mem_…`.
    pub caller: String,
    /// Method and route, such as `POST /graphql createReferral`.
    pub route: String,
}

impl Scope {
    /// The scope of a member's request; `None` for those who have no name to keep keys under.
    pub fn of(actor: &Actor, method: &str, route: &str) -> Option<Self> {
        actor.member().map(|member| Self {
            caller: member.member.to_string(),
            route: format!("{method} {route}"),
        })
    }
}

/// What was asked for, as a hash: the same key with another one is a mistake of the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    /// SHA-256 over method, path and body of a REST request.
    pub fn of_rest(method: &str, path: &str, body: &[u8]) -> Self {
        Self::of(&[method.as_bytes(), path.as_bytes(), body])
    }

    /// SHA-256 over the hash of the document and the variables in canonical form.
    pub fn of_graphql(document: &str, variables: &Value) -> Self {
        let document = Sha256::digest(document.as_bytes());
        Self::of(&[&document, canonical(variables).as_bytes()])
    }

    /// Each piece behind its length, so that no two requests run together to the same bytes.
    fn of(pieces: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for piece in pieces {
            hasher.update(piece.len().to_be_bytes());
            hasher.update(piece);
        }
        Self(hasher.finalize().into())
    }
}

/// What became of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body, as it was sent.
    pub body: Vec<u8>,
}

/// An operation that was asked for under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyRow {
    /// Who asked, for what.
    pub scope: Scope,
    /// Under which key.
    pub key: IdempotencyKey,
    /// What exactly.
    pub fingerprint: Fingerprint,
    /// When.
    pub at: DateTime<Utc>,
    /// What was answered; `None` while it runs. Failures of the server (5xx) are never kept.
    pub answer: Option<Answer>,
}

impl IdempotencyRow {
    /// Until when the row is kept.
    pub fn kept_until(&self) -> DateTime<Utc> {
        self.at + IDEMPOTENCY
    }
}

/// What to do with a request that carries a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Do it.
    Run,
    /// Answer again what was answered then.
    Replay(
        /// The stored answer.
        Answer,
    ),
    /// It is being done (`request-in-progress`, 409).
    InProgress,
    /// The key was used for something else (`idempotency-key-reused`, 422).
    Reused,
}

/// Decides what to do with a request, knowing the row of its scope and key.
pub fn decide(
    known: Option<&IdempotencyRow>,
    fingerprint: Fingerprint,
    now: DateTime<Utc>,
) -> Decision {
    match known.filter(|row| now < row.kept_until()) {
        None => Decision::Run,
        Some(row) if row.fingerprint != fingerprint => Decision::Reused,
        Some(row) => row
            .answer
            .clone()
            .map_or(Decision::InProgress, Decision::Replay),
    }
}

/// Whether an answer is kept: a failure of the server may be gone at the next attempt.
pub const fn is_kept(status: u16) -> bool {
    status < 500
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeDelta, TimeZone};

    const KEY: &str = "\"6f2a3c1e-0d7b-4c55-9a7e-2f8b8c1d2e3f\"";

    fn row(answer: Option<Answer>) -> IdempotencyRow {
        IdempotencyRow {
            scope: Scope {
                caller: "mem_1".to_owned(),
                route: "POST /graphql".to_owned(),
            },
            key: KEY.parse().unwrap(),
            fingerprint: Fingerprint::of_rest("POST", "/a", b"b"),
            at: Utc.with_ymd_and_hms(2026, 12, 1, 8, 0, 0).unwrap(),
            answer,
        }
    }

    #[test]
    fn a_key_is_a_quoted_uuid_and_tolerated_without_quotes() {
        assert_eq!(KEY.parse::<IdempotencyKey>(), KEY.trim_matches('"').parse());
        for wrong in [
            "",
            "\"\"",
            "7",
            &KEY[1..],
            &KEY[..37],
            "6f2a3c1e0d7b4c559a7e2f8b8c1d2e3f",
        ] {
            assert!(wrong.parse::<IdempotencyKey>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_same_request_is_done_once_and_answered_twice() {
        let (kept, same) = (row(None), Fingerprint::of_rest("POST", "/a", b"b"));
        assert_eq!(decide(None, same, kept.at), Decision::Run);
        assert_eq!(decide(Some(&kept), same, kept.at), Decision::InProgress);
        let answer = Answer {
            status: 201,
            body: b"x".to_vec(),
        };
        let kept = row(Some(answer.clone()));
        assert_eq!(decide(Some(&kept), same, kept.at), Decision::Replay(answer));
        assert_eq!(
            decide(Some(&kept), same, kept.at + TimeDelta::days(7)),
            Decision::Run
        );
    }

    #[test]
    fn a_key_used_for_something_else_is_refused() {
        let kept = row(None);
        for other in [
            Fingerprint::of_rest("POST", "/a", b"c"),
            Fingerprint::of_rest("POST", "/ab", b""),
            Fingerprint::of_graphql("{a}", &Value::Null),
        ] {
            assert_eq!(decide(Some(&kept), other, kept.at), Decision::Reused);
        }
    }

    #[test]
    fn variables_in_another_order_are_the_same_request() {
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        let one = read(r#"{"id":"x","input":{"lat":53.6,"lon":11.4}}"#);
        let other = read(r#"{"input":{"lon":11.40,"lat":53.6},"id":"x"}"#);
        assert_eq!(
            Fingerprint::of_graphql("{a}", &one),
            Fingerprint::of_graphql("{a}", &other)
        );
        assert_ne!(
            Fingerprint::of_graphql("{a}", &one),
            Fingerprint::of_graphql("{b}", &one)
        );
    }
}
