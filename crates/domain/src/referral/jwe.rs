//! The header allow-list of the profile `schutznetz-jwe-1` (`referral.md` 5.1).
//!
//! The server looks at the outside of an encrypted part and never opens it: there is no decryption
//! here, and its only mathematics is whether an ephemeral key lies on the curve. It takes no more
//! memory than a small multiple of what came in; every text of the message is borrowed.

mod headers;

use std::collections::BTreeSet;

use serde::de::{Deserialize, Deserializer, IgnoredAny};
use uuid::Uuid;

use super::codes::{Direction, Kind, PartRole};
use super::jose::{Kid, decode};
use super::recipients::{RecipientRule, RecipientsRefused};
use crate::jcs::Strict;

/// The most bytes one JWE may have.
pub const LARGEST: usize = 256 * 1024;
/// The most recipients one JWE may have.
pub const MOST_RECIPIENTS: usize = 20;
/// The sizes a padded plaintext, and so its ciphertext, may have, in bytes.
pub const BUCKETS: [u32; 8] = [1_024, 2_048, 4_096, 8_192, 16_384, 32_768, 65_536, 131_072];

/// The algorithm that the key registry pins to a key. What the message says must be this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyAlgorithm {
    /// A P-256 key: `ECDH-ES+A256KW`.
    EcdhEsA256Kw,
    /// An RSA key of so many bytes (384 to 512): `RSA-OAEP-256`.
    RsaOaep256 {
        /// The length of the modulus, and so of the encrypted key.
        modulus_bytes: usize,
    },
}

/// Where a part says it belongs; signed along as associated data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartContext {
    /// The referral.
    pub referral: Uuid,
    /// The part.
    pub part: Uuid,
    /// What it holds.
    pub role: PartRole,
    /// The kind of the referral.
    pub kind: Kind,
    /// To whom it is addressed: the bare UUID of an organisation, or `reply:` and the referral's.
    pub to: String,
    /// The way it travels.
    pub direction: Direction,
}

/// What the server keeps of the outside of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspected {
    /// The keys it is sealed to, in the order of the message.
    pub kids: Vec<Kid>,
    /// The epoch of the addressee's key.
    pub epoch: u32,
    /// The size of the ciphertext in bytes: one of [`BUCKETS`].
    pub size: u32,
    /// The authentication tag, 22 characters of base64url.
    pub tag: String,
}

/// Why a part is refused. `Display` repeats nothing of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JweRefused {
    /// `too-large` (413).
    #[error("a part has at most 262144 bytes")]
    TooLarge,
    /// `jwe-malformed`.
    #[error("a part is a JWE in general JSON serialization with exactly five members")]
    Malformed,
    /// `jwe-header-not-allowed`.
    #[error("a header has exactly the members of the profile; not allowed is {member}")]
    HeaderNotAllowed {
        /// The member of the profile that is missing or wrong, or `other` for one that is too many.
        member: &'static str,
    },
    /// `jwe-algorithm-not-allowed`.
    #[error("the algorithm is not the one of the profile or of the registered key")]
    AlgorithmNotAllowed,
    /// `header-context-mismatch`.
    #[error("the header and the envelope differ in {member}")]
    ContextMismatch {
        /// Which member of the header.
        member: &'static str,
    },
    /// `padding-size-not-allowed`.
    #[error("the ciphertext has one of the eight padded sizes, and one that fits its role")]
    PaddingSizeNotAllowed,
    /// `stale-key` or `recipients-mismatch`.
    #[error(transparent)]
    Recipients(#[from] RecipientsRefused),
}

impl JweRefused {
    /// The code of the refusal, as it stands in problems.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::Malformed => "jwe-malformed",
            Self::HeaderNotAllowed { .. } => "jwe-header-not-allowed",
            Self::AlgorithmNotAllowed => "jwe-algorithm-not-allowed",
            Self::ContextMismatch { .. } => "header-context-mismatch",
            Self::PaddingSizeNotAllowed => "padding-size-not-allowed",
            Self::Recipients(RecipientsRefused::StaleKey { .. }) => "stale-key",
            Self::Recipients(RecipientsRefused::Mismatch { .. }) => "recipients-mismatch",
        }
    }
}

/// Something that must not be there: remembers only that it was.
#[derive(Default)]
struct Present(bool);

impl<'de> Deserialize<'de> for Present {
    fn deserialize<D: Deserializer<'de>>(given: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(given).map(|_ignored| Self(true))
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct General<'a> {
    #[serde(borrow)]
    protected: &'a str,
    #[serde(borrow)]
    recipients: Vec<Recipient<'a>>,
    iv: &'a str,
    ciphertext: &'a str,
    tag: &'a str,
    #[serde(default)]
    unprotected: Present,
    #[serde(default)]
    aad: Present,
    #[serde(default)]
    header: Present,
    #[serde(default)]
    encrypted_key: Present,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Recipient<'a> {
    header: Strict,
    #[serde(borrow)]
    encrypted_key: &'a str,
}

/// Inspects the outside of a part: `context` is what envelope and address say about it, `rule`
/// which keys it must be sealed to, `algorithm` what the registry pins to a key it knows.
pub fn inspect(
    jwe: &str,
    context: &PartContext,
    rule: &RecipientRule,
    algorithm: impl Fn(&Kid) -> Option<KeyAlgorithm>,
) -> Result<Inspected, JweRefused> {
    let general = outside(jwe)?;
    let epoch = headers::protected(general.protected, context)?;
    let expected = rule.expected();
    let kids = recipients(&general.recipients, &expected, algorithm)?;
    if rule.judge(&kids)? != epoch {
        return Err(JweRefused::ContextMismatch { member: "epoch" });
    }
    let size = ciphertext(general.ciphertext, context.role)?;
    Ok(Inspected {
        kids,
        epoch,
        size,
        tag: general.tag.to_owned(),
    })
}

/// Inspects the outside of a draft: sealed to its author's own member key alone.
pub fn inspect_draft(jwe: &str, draft: Uuid, own: &Kid) -> Result<Inspected, JweRefused> {
    let general = outside(jwe)?;
    headers::draft(general.protected, draft)?;
    let expected = vec![own.clone()];
    let pinned = |kid: &Kid| (kid == own).then_some(KeyAlgorithm::EcdhEsA256Kw);
    let kids = recipients(&general.recipients, &expected, pinned)?;
    // a draft has the sizes of a message
    let size = ciphertext(general.ciphertext, PartRole::Message)?;
    Ok(Inspected {
        kids,
        epoch: 0,
        size,
        tag: general.tag.to_owned(),
    })
}

/// Reads the five members and nothing else.
fn outside(jwe: &str) -> Result<General<'_>, JweRefused> {
    if jwe.len() > LARGEST {
        return Err(JweRefused::TooLarge);
    }
    let general: General<'_> =
        serde_json::from_str(jwe).map_err(|_may_hold_content| JweRefused::Malformed)?;
    let General {
        unprotected,
        aad,
        header,
        encrypted_key,
        ..
    } = &general;
    if [unprotected, aad, header, encrypted_key]
        .iter()
        .any(|member| member.0)
    {
        return Err(JweRefused::HeaderNotAllowed { member: "other" });
    }
    if spells(general.iv, 12) && spells(general.tag, 16) {
        Ok(general)
    } else {
        Err(JweRefused::Malformed)
    }
}

/// Checks each recipient's own header, and that no key is named twice.
fn recipients(
    given: &[Recipient<'_>],
    expected: &[Kid],
    algorithm: impl Fn(&Kid) -> Option<KeyAlgorithm>,
) -> Result<Vec<Kid>, JweRefused> {
    if given.is_empty() || given.len() > MOST_RECIPIENTS {
        return Err(JweRefused::Malformed);
    }
    let mut seen = BTreeSet::new();
    let mut kids = Vec::with_capacity(given.len());
    for recipient in given {
        let claimed = headers::recipient(&recipient.header.0)?;
        let mismatch = || RecipientsRefused::Mismatch {
            expected: expected.to_vec(),
        };
        // a key the registry does not know pins no algorithm, so nothing more is done with it
        let pinned = algorithm(&claimed.kid).ok_or_else(mismatch)?;
        if !spells(recipient.encrypted_key, claimed.checked(pinned)?) {
            return Err(JweRefused::Malformed);
        }
        if !seen.insert(claimed.kid.clone()) {
            return Err(mismatch().into());
        }
        kids.push(claimed.kid);
    }
    Ok(kids)
}

/// Whether a text is the canonical base64url of exactly so many bytes.
fn spells(text: &str, bytes: usize) -> bool {
    text.len() == (bytes * 4).div_ceil(3) && decode(text).is_some()
}

/// The size of the ciphertext, if it is one the role may have.
fn ciphertext(text: &str, role: PartRole) -> Result<u32, JweRefused> {
    let bytes = decode(text).ok_or(JweRefused::Malformed)?;
    let size = u32::try_from(bytes.len()).map_err(|_giant| JweRefused::TooLarge)?;
    if may_have_size(role, size) {
        Ok(size)
    } else {
        Err(JweRefused::PaddingSizeNotAllowed)
    }
}

/// Whether a part of this role may have this padded size: one of the eight; the three facts always
/// the smallest, a message never.
pub fn may_have_size(role: PartRole, size: u32) -> bool {
    BUCKETS.contains(&size)
        && match role {
            PartRole::Feedback => size == 1_024,
            PartRole::Message => size >= 2_048,
            PartRole::Report
            | PartRole::Help
            | PartRole::SelfStory
            | PartRole::Consultation
            | PartRole::Consent
            | PartRole::Conflict
            | PartRole::Manifest
            | PartRole::Attachment
            | PartRole::Decision => true,
        }
}

#[cfg(test)]
mod tests;
