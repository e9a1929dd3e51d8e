//! Endorsements: a verifying body vouches for the first signing key of an organisation.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

use crate::ids::OrganisationId;
use crate::referral::codes::codes;
use crate::referral::jose::{Bare, Kid, P256Key, TokenRefused, read_token};
use crate::text::Malformed;

codes! {
    /// How a verifying body made sure of an organisation.
    pub enum VerificationMethod {
        /// Register entry, and a code by post.
        RegisterAndLetter = "register+letter",
        /// Somebody went there.
        Visit = "visit",
    }
}

const TYPE: &str = "endorsement+jwt";

/// A verified endorsement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endorsement {
    /// The verifying body.
    pub by: OrganisationId,
    /// The organisation it vouches for.
    pub organisation: OrganisationId,
    /// The name of that organisation's first signing key.
    pub osk: Kid,
    /// How it made sure.
    pub method: VerificationMethod,
    /// When.
    pub at: DateTime<Utc>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Payload {
    iss: Bare,
    org: Bare,
    osk: Kid,
    method: VerificationMethod,
    at: DateTime<Utc>,
}

impl Endorsement {
    /// The name of the key an endorsement claims to be by.
    pub fn claimed_kid(token: &str) -> Result<Kid, TokenRefused> {
        read_token(token, TYPE).map(|token| token.kid)
    }

    /// Checks an endorsement with the signing key of the verifying body `by`.
    pub fn read(token: &str, by: OrganisationId, key: &P256Key) -> Result<Self, TokenRefused> {
        let payload: Payload = read_token(token, TYPE)?.verify(key)?;
        let Payload {
            iss,
            org,
            osk,
            method,
            at,
        } = payload;
        // a body that vouches for itself says nothing
        if iss.0 != by.as_uuid() || org == iss {
            return Err(TokenRefused::PayloadNotAllowed);
        }
        Ok(Self {
            by,
            organisation: OrganisationId::from_uuid(org.0),
            osk,
            method,
            at,
        })
    }

    /// Whether it vouches for this chain.
    pub fn is_about(&self, chain: &super::Chain) -> bool {
        self.organisation == chain.organisation() && self.osk == chain.first_osk()
    }
}
