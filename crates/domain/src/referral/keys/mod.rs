//! Keys: who announced which, who vouches for them, who can open with them (`referral.md` 7).
//!
//! The server keeps public halves and sealed private ones; it can open neither. It checks every
//! token before it stores it, and every client checks it again: a server that lies is found out.

mod certificates;
mod chain;
mod endorsements;
mod readiness;
mod wrapped;

#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

use super::codes::codes;
use super::jose::Kid;
use super::reference::crockford;
use crate::text::Malformed;

pub use certificates::{Certificate, CertificateRefused, LONGEST_CERTIFICATE, StoredCertificate};
pub use chain::{Announcement, Chain, ChainBroken, Fault as ChainFault, Link};
pub use endorsements::{Endorsement, VerificationMethod};
pub use readiness::{
    CannotReceive, ChainState, KeyHealth, ReceivingFacts, Way, can_receive, key_health, ways_at,
};
pub use wrapped::{
    GrantContext, GrantTarget, KeyGrant, RecoverySheet, Vault, WrappedRefused, check_grant,
};

codes! {
    /// What a key may still be used for.
    pub enum KeyStatus {
        /// Seal to it, open with it.
        Current = "current",
        /// Only open with it.
        DecryptOnly = "decrypt_only",
        /// Nothing.
        Revoked = "revoked",
    }

    /// What the holder of certified keys may do.
    pub enum KeyRole {
        /// Grant, certify, rotate, and open.
        Holder = "holder",
        /// Open.
        Reader = "reader",
        /// A vendor's system in the office.
        Client = "client",
    }
}

/// An instant as tokens spell it: whole seconds since 1970. `None` before that, or far beyond.
pub(crate) fn instant(seconds: u64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)
}

/// What a member reads to a holder on the telephone before being certified: 8 groups of 4 Crockford
/// symbols, of the first 20 bytes of SHA-256 over the raw thumbprints of the signing and the
/// encryption key.
pub fn voice_fingerprint(signing: &Kid, encryption: &Kid) -> String {
    let mut hasher = Sha256::new();
    hasher.update(signing.bytes());
    hasher.update(encryption.bytes());
    let symbols = crockford(&hasher.finalize()[..20]);
    let groups: Vec<&str> = (0..8)
        .filter_map(|group| symbols.get(group * 4..group * 4 + 4))
        .collect();
    groups.join(" ")
}
