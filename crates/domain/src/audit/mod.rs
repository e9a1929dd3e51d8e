//! The record of what was done, chained so that nobody can rewrite it unseen.
//!
//! Every act writes one [`Act`] in the transaction of the act itself: no act without its row.
//! Each organisation has its own [`Stream`], the installation one more. An entry is bound to the
//! one before it (`referral.md` 18):
//!
//! `hash_n = SHA-256("schutznetz-audit-v1" || 00 || hash_{n-1} || JCS(entry))`
//!
//! Entries hold ids only: no content, no address of a computer, no name of a person.

mod chain;
pub mod repo;

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, SecondsFormat, Timelike, Utc};
use serde::{Deserialize, Serialize};

use crate::access::{Actor, Role};
use crate::ids::OrganisationId;
use crate::text::Malformed;
use crate::time::to_micros;

pub use chain::{Broken, Fault, Hash, Sealed, Tail, verify};

/// The chain an entry belongs to: one per organisation, one for the installation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Stream {
    /// What concerns no single organisation: sign-ins that failed, configuration, releases.
    Platform,
    /// What concerns one organisation.
    Organisation(OrganisationId),
}

impl fmt::Display for Stream {
    /// `platform`, or the bare UUID of the organisation.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Platform => f.write_str("platform"),
            Self::Organisation(id) => write!(f, "{}", id.as_uuid()),
        }
    }
}

impl FromStr for Stream {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        if given == "platform" {
            return Ok(Self::Platform);
        }
        given
            .parse()
            .map(Self::Organisation)
            .map_err(|_not_an_id| Malformed {
                allowed: "a stream of the audit is `platform` or the id of an organisation",
            })
    }
}

impl TryFrom<String> for Stream {
    type Error = Malformed;

    fn try_from(given: String) -> Result<Self, Malformed> {
        given.parse()
    }
}

impl From<Stream> for String {
    fn from(stream: Stream) -> Self {
        stream.to_string()
    }
}

/// Who acted, with the roles of that moment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditActor {
    /// `system`, `anonymous` or `member`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The membership that acted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The organisation acted for, a bare UUID.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org: Option<String>,
    /// The roles held at that moment, sorted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<Role>>,
}

impl From<&Actor> for AuditActor {
    fn from(actor: &Actor) -> Self {
        match actor {
            Actor::Anonymous => Self::bare("anonymous"),
            Actor::System => Self::bare("system"),
            Actor::Member(member) => Self {
                kind: "member".to_owned(),
                id: Some(member.member.to_string()),
                org: Some(member.organisation.as_uuid().to_string()),
                roles: Some(member.roles.iter().copied().collect()),
            },
        }
    }
}

impl AuditActor {
    fn bare(kind: &str) -> Self {
        Self {
            kind: kind.to_owned(),
            id: None,
            org: None,
            roles: None,
        }
    }
}

/// What was acted on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditObject {
    /// The kind of thing, such as `referral`, `part`, `account`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its id, as it is spelled in APIs.
    pub id: String,
}

impl AuditObject {
    /// A thing by its kind and its id.
    pub fn new(kind: &str, id: impl fmt::Display) -> Self {
        Self {
            kind: kind.to_owned(),
            id: id.to_string(),
        }
    }
}

/// Whether the act went through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It was allowed and done.
    Allowed,
    /// It was refused by the policy.
    Denied,
}

impl Outcome {
    /// The outcome's spelling in storage and in the entry.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Denied => "denied",
        }
    }
}

/// Something that was done or refused, before it has its place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The chain it belongs to.
    pub stream: Stream,
    /// When it happened; kept in whole microseconds.
    pub at: DateTime<Utc>,
    /// Who acted.
    pub actor: AuditActor,
    /// What was done: thing and verb, such as `referral.open`.
    pub action: String,
    /// What it was done to.
    pub object: AuditObject,
    /// Whether it went through.
    pub outcome: Outcome,
    /// A code, or what the person typed as the reason of a break-glass; never content.
    pub reason: Option<String>,
    /// How many equal attempts the row stands for, where more than one.
    pub count: Option<u32>,
    /// The request in whose course it happened, as in the header `X-Request-Id`.
    pub request_id: Option<String>,
}

impl Act {
    /// An act that went through.
    pub fn allowed(
        stream: Stream,
        at: DateTime<Utc>,
        actor: &Actor,
        action: &str,
        object: AuditObject,
    ) -> Self {
        Self {
            stream,
            at: to_micros(at),
            actor: actor.into(),
            action: action.to_owned(),
            object,
            outcome: Outcome::Allowed,
            reason: None,
            count: None,
            request_id: None,
        }
    }

    /// An attempt that was refused.
    pub fn denied(
        stream: Stream,
        at: DateTime<Utc>,
        actor: &Actor,
        action: &str,
        object: AuditObject,
    ) -> Self {
        Self {
            outcome: Outcome::Denied,
            ..Self::allowed(stream, at, actor, action, object)
        }
    }

    /// The same act with the request it belongs to.
    #[must_use]
    pub fn in_request(self, request_id: impl Into<String>) -> Self {
        Self {
            request_id: Some(request_id.into()),
            ..self
        }
    }

    /// The same act with a reason.
    #[must_use]
    pub fn because(self, reason: impl Into<String>) -> Self {
        Self {
            reason: Some(reason.into()),
            ..self
        }
    }

    /// Under which key refused attempts are counted together: one actor, one action, one object,
    /// one minute. `None` for what went through: that always has a row of its own.
    pub fn fold_key(&self) -> Option<FoldKey> {
        match self.outcome {
            Outcome::Allowed => None,
            Outcome::Denied => Some(FoldKey {
                stream: self.stream,
                minute: minute_of(self.at),
                actor: self.actor.clone(),
                action: self.action.clone(),
                object: self.object.clone(),
            }),
        }
    }

    /// The one row for `attempts` equal refused attempts, of which this was the first.
    #[must_use]
    pub fn folded(self, attempts: u32) -> Self {
        Self {
            count: (attempts > 1).then_some(attempts),
            ..self
        }
    }
}

/// What refused attempts must share to be one row (`referral.md` 18): otherwise a password guesser
/// would flood the log.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FoldKey {
    /// The chain.
    pub stream: Stream,
    /// The start of the minute.
    pub minute: DateTime<Utc>,
    /// The actor.
    pub actor: AuditActor,
    /// The action.
    pub action: String,
    /// The object.
    pub object: AuditObject,
}

/// The start of the minute that holds `at`; refused attempts of minutes before it may be written.
pub fn minute_of(at: DateTime<Utc>) -> DateTime<Utc> {
    at.with_second(0)
        .and_then(|at| at.with_nanosecond(0))
        .unwrap_or(at)
}

/// An act with its place in the chain: what is hashed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Entry {
    /// The version of the form: 1.
    pub v: u8,
    /// The chain.
    pub stream: Stream,
    /// The place in the chain, counted from 1 without a gap.
    pub seq: u64,
    /// When it happened.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// Who acted.
    pub actor: AuditActor,
    /// What was done.
    pub action: String,
    /// What it was done to.
    pub object: AuditObject,
    /// Whether it went through.
    pub outcome: Outcome,
    /// Why, where a reason was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How many equal attempts it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// The request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// Instants in UTC with `Z`, and with fractions only where there are some.
mod instant {
    use super::{DateTime, SecondsFormat, Utc};
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(at: &DateTime<Utc>, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&at.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        given: D,
    ) -> Result<DateTime<Utc>, D::Error> {
        DateTime::deserialize(given)
    }
}

#[cfg(test)]
mod tests;
