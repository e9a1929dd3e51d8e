//! Certificates: the organisation's signing key says which keys are a member's.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;

use super::{Chain, KeyRole, instant};
use crate::ids::MemberId;
use crate::referral::jose::{Bare, Kid, P256Key, TokenRefused, read_token};

/// The longest life of a certificate.
pub const LONGEST_CERTIFICATE: TimeDelta = TimeDelta::days(400);

const TYPE: &str = "member-cert+jwt";

/// A member's certified keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Whose keys they are.
    pub member: MemberId,
    /// What the member may do with the organisation's keys: never `Client` in this version.
    pub role: KeyRole,
    /// The member's signing key (MSK).
    pub signing: P256Key,
    /// The member's encryption key (MEK).
    pub encryption: P256Key,
    /// Since when.
    pub issued_at: DateTime<Utc>,
    /// Until when.
    pub expires_at: DateTime<Utc>,
    /// Names the certificate.
    pub jti: String,
    /// The name of the organisation's signing key that certified.
    pub certified_by: Kid,
}

/// A certificate as it is stored: the token, and whether it was ended before its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCertificate {
    /// The token, byte for byte.
    pub token: String,
    /// What it says.
    pub certificate: Certificate,
    /// When it was ended: the member left, or was certified anew.
    pub revoked_at: Option<DateTime<Utc>>,
}

impl StoredCertificate {
    /// Whether the certified keys may be used at `at`: between its dates, not ended, and certified
    /// by the signing key in force then. A departed holder's key certifies nobody after the
    /// rotation that followed.
    pub fn is_good(&self, chain: &Chain, at: DateTime<Utc>) -> bool {
        let in_force = chain.in_force_at(at).map(|link| link.osk.kid());
        in_force.as_ref() == Some(&self.certificate.certified_by)
            && self.certificate.issued_at <= at
            && at < self.certificate.expires_at
            && self.revoked_at.is_none_or(|revoked| at < revoked)
    }
}

/// Why a certificate is refused (`certificate-invalid`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CertificateRefused {
    /// Its form or signature does not hold.
    #[error(transparent)]
    Token(#[from] TokenRefused),
    /// It is by another organisation.
    #[error("the certificate is by another organisation")]
    OtherOrganisation,
    /// It was signed by a key that was not in force when it was signed.
    #[error("the certificate is by a key that was not in force")]
    KeyNotInForce,
    /// It lives longer than 400 days, or not at all.
    #[error("a certificate lives at most 400 days")]
    Lifetime,
    /// Kind and role do not go together, or are not offered.
    #[error("a member is a holder or a reader")]
    Role,
    /// Signing and encryption key are the same, or one of them is the organisation's.
    #[error("a member has two keys of their own")]
    Keys,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Payload {
    iss: Bare,
    sub: String,
    kind: String,
    sig: P256Key,
    enc: P256Key,
    key_role: KeyRole,
    iat: u64,
    exp: u64,
    jti: Bare,
}

impl Certificate {
    /// Whether its certifier was in force when it was issued. A later announcement can be dated
    /// before it, and then it does not hold any more.
    pub fn is_in_order(&self, chain: &Chain) -> bool {
        let in_force = chain.in_force_at(self.issued_at);
        in_force.is_some_and(|link| link.osk.kid() == self.certified_by)
    }

    /// Checks a certificate against the organisation's chain.
    pub fn read(token: &str, chain: &Chain) -> Result<Self, CertificateRefused> {
        let outside = read_token(token, TYPE)?;
        let signer = chain
            .announcements()
            .iter()
            .find(|link| link.osk.kid() == outside.kid)
            .ok_or(TokenRefused::UnknownKey)?;
        let payload: Payload = outside.verify(&signer.osk)?;
        let Payload {
            iss,
            sub,
            kind,
            sig,
            enc,
            key_role,
            iat,
            exp,
            jti,
        } = payload;
        if iss.0 != chain.organisation().as_uuid() {
            return Err(CertificateRefused::OtherOrganisation);
        }
        let lifetime = instant(iat).zip(instant(exp));
        let (issued_at, expires_at) = lifetime.ok_or(CertificateRefused::Lifetime)?;
        if expires_at <= issued_at || expires_at - issued_at > LONGEST_CERTIFICATE {
            return Err(CertificateRefused::Lifetime);
        }
        let in_force = chain.in_force_at(issued_at).map(|link| link.osk.kid());
        if in_force.as_ref() != Some(&outside.kid) {
            return Err(CertificateRefused::KeyNotInForce);
        }
        if kind != "member" || key_role == KeyRole::Client {
            return Err(CertificateRefused::Role);
        }
        let own = |key: &P256Key| {
            chain
                .announcements()
                .iter()
                .all(|link| link.oek != *key && link.osk != *key)
        };
        if sig == enc || !own(&sig) || !own(&enc) {
            return Err(CertificateRefused::Keys);
        }
        let member = sub
            .parse()
            .map_err(|_no_member| TokenRefused::PayloadNotAllowed)?;
        Ok(Self {
            member,
            role: key_role,
            signing: sig,
            encryption: enc,
            issued_at,
            expires_at,
            jti: jti.to_string(),
            certified_by: outside.kid,
        })
    }
}
