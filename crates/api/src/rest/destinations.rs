//! The published keys of a destination. Every client verifies them again; nothing here is secret.

use actix_web::http::header::IfNoneMatch;
use actix_web::web::Header;
use actix_web::{HttpRequest, HttpResponse, get, web};
use application::referral::{self, Destination};
use domain::ids::OrganisationId;
use domain::referral::keys::{CannotReceive, KeyHealth};
use serde::Serialize;
use utoipa::ToSchema;

use super::directory::{named, tagged};
use crate::Faces;
use crate::auth::Caller;
use crate::graphql::scalars::{Date, DateTime};
use crate::problem::{Problem, ProblemDocument, examples};

/// The keys of a destination, and how they stand.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "org_22222222222242228222222222222222",
    "announcements": [{"announcement": "eyJhbGciOiJFUzI1NiIsInR5cCI6Im9yZ2tleStqd3QifQ.e30.c2ln", "proof": null}],
    "endorsements": ["eyJhbGciOiJFUzI1NiIsInR5cCI6ImVuZG9yc2VtZW50K2p3dCJ9.e30.c2ln"],
    "certificates": [{"certificate": "eyJhbGciOiJFUzI1NiIsInR5cCI6Im1lbWJlci1jZXJ0K2p3dCJ9.e30.c2ln", "revokedAt": null}],
    "recipients": [{"kid": "pFapK6v6bSxO0m0m2yq0yZ3v1fB0b1xJ8oY3sYwYB3E", "alg": "ECDH-ES+A256KW", "epoch": 1,
        "jwk": {"crv": "P-256", "kty": "EC", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}}],
    "kinds": ["SUSPICION_REPORT"], "reason": null,
    "health": {"state": "READY", "until": null, "ways": 2, "keysVerifiedOn": "2026-11-20"}
}))]
pub(crate) struct DestinationKeys {
    /// The organisation.
    id: String,
    /// Its chain of keys, from the first link on.
    announcements: Vec<Announcement>,
    /// What verifying bodies say of its first key (`endorsement+jwt`).
    endorsements: Vec<String>,
    /// The certificates of its members, past and revoked ones included, oldest first: they verify what
    /// was signed with them in their time.
    certificates: Vec<Certificate>,
    /// The keys to seal to; none while it cannot receive anything.
    recipients: Vec<RecipientKey>,
    /// The kinds of referral it can receive now.
    kinds: Vec<&'static str>,
    /// Why it can receive none, such as `NOT_ENOUGH_WAYS`.
    reason: Option<&'static str>,
    /// How its keys stand.
    health: Health,
}

/// One link of a chain of keys.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"announcement": "eyJhbGciOiJFUzI1NiIsInR5cCI6Im9yZ2tleStqd3QifQ.e30.c2ln", "proof": null}))]
pub(crate) struct Announcement {
    /// The announcement (`orgkey+jwt`), byte for byte.
    announcement: String,
    /// The proof that a new signing key exists; there exactly where that key changed.
    proof: Option<String>,
}

/// A member's certificate.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({"certificate": "eyJhbGciOiJFUzI1NiIsInR5cCI6Im1lbWJlci1jZXJ0K2p3dCJ9.e30.c2ln", "revokedAt": null}))]
pub(crate) struct Certificate {
    /// The token (`member-cert+jwt`), byte for byte.
    certificate: String,
    /// When it was ended before its time.
    revoked_at: Option<DateTime>,
}

/// A key to seal to.
#[derive(Serialize, ToSchema)]
#[schema(as = DestinationKey, example = json!({"kid": "pFapK6v6bSxO0m0m2yq0yZ3v1fB0b1xJ8oY3sYwYB3E", "alg": "ECDH-ES+A256KW", "epoch": 1,
    "jwk": {"crv": "P-256", "kty": "EC", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}}))]
pub(crate) struct RecipientKey {
    /// Its name: the RFC 7638 thumbprint.
    kid: String,
    /// The one algorithm it is used with.
    alg: &'static str,
    /// The public JWK.
    #[schema(value_type = Object)]
    jwk: serde_json::Value,
    /// Its epoch, from 1.
    epoch: u32,
}

/// How the keys of an organisation stand.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({"state": "READY", "until": null, "ways": 2, "keysVerifiedOn": "2026-11-20"}))]
pub(crate) struct Health {
    /// `READY`; `WARNING`: a way has to be proved anew; `DEGRADED`: no longer two ways, still receives;
    /// `CLOSED`: does not receive.
    state: &'static str,
    /// When a warning turns into `DEGRADED`, or that into `CLOSED`.
    until: Option<DateTime>,
    /// How many ways to open its mail count now; two are needed to receive.
    ways: usize,
    /// The day its keys were last shown to open.
    keys_verified_on: Option<Date>,
}

impl Health {
    fn of(found: &Destination) -> Self {
        let (state, until) = match found.health {
            KeyHealth::Ready => ("READY", None),
            KeyHealth::Warning { until } => ("WARNING", Some(until)),
            KeyHealth::Degraded { closes_at } => ("DEGRADED", Some(closes_at)),
            KeyHealth::Closed => ("CLOSED", None),
        };
        Self {
            state,
            until: until.map(DateTime::from),
            ways: found.ways,
            keys_verified_on: found.keys_verified_on.map(Date),
        }
    }
}

impl DestinationKeys {
    fn of(found: Destination) -> Result<Self, serde_json::Error> {
        let health = Health::of(&found);
        let key = |key: referral::RecipientKey| -> Result<RecipientKey, serde_json::Error> {
            Ok(RecipientKey {
                kid: key.kid.to_string(),
                alg: key.alg,
                jwk: serde_json::from_str(&key.jwk)?,
                epoch: key.epoch,
            })
        };
        let link = |link: domain::referral::keys::Link| Announcement {
            announcement: link.announcement,
            proof: link.proof,
        };
        let certificate = |one: referral::PublishedCertificate| Certificate {
            certificate: one.token,
            revoked_at: one.revoked_at.map(DateTime::from),
        };
        Ok(Self {
            id: found.organisation.to_string(),
            announcements: found.links.into_iter().map(link).collect(),
            endorsements: found.endorsements,
            certificates: found.certificates.into_iter().map(certificate).collect(),
            recipients: found
                .recipients
                .into_iter()
                .map(key)
                .collect::<Result<_, _>>()?,
            kinds: found.kinds.iter().map(|kind| kind.as_str()).collect(),
            reason: found.reason.map(CannotReceive::code),
            health,
        })
    }
}

/// The keys of a destination, public so that everybody can check them. An organisation without keys
/// has empty lists and the reason.
///
/// The same as the GraphQL field `destination`.
#[utoipa::path(tag = "exchange",
    params(("id" = String, Path, description = "The organisation's id, such as `org_018f…`, or the bare UUID", example = "org_2b33621d86675c6e925b6e0c34d4faa1"),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of an earlier answer")),
    responses(
        (status = 200, description = "The keys.", body = DestinationKeys, headers(("ETag" = String, description = "Changes with every change of what is shown"))),
        (status = 304, description = "As in the earlier answer."),
        (status = 401, description = "A token that is not good, or no longer.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unauthenticated),
        (status = 403, description = "A session cookie that comes from another site.", body = ProblemDocument, content_type = "application/problem+json", example = examples::cross_site),
        (status = 404, description = "There is no such organisation at work.", body = ProblemDocument, content_type = "application/problem+json", example = examples::not_found),
        (status = 429, description = "Too many requests.", body = ProblemDocument, content_type = "application/problem+json", example = examples::rate_limited),
    ))]
#[get("/{id}/keys")]
pub(crate) async fn keys(
    req: HttpRequest,
    caller: Caller,
    id: web::Path<String>,
    known: Header<IfNoneMatch>,
    faces: web::Data<Faces>,
) -> Result<HttpResponse, Problem> {
    faces.brake(&req)?;
    let found = referral::destination(&caller.0, named::<OrganisationId>(&id)?).await?;
    let keys = DestinationKeys::of(found)
        .map_err(|error| Problem::internal(&error, "reading a public key failed"))?;
    tagged(&keys, &known)
}
