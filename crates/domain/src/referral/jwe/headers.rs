//! The two kinds of headers of a JWE, member by member.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::{JweRefused, KeyAlgorithm, PartContext};
use crate::referral::jose::{Kid, P256Key, read_header};

/// The most bytes the protected header may have.
const LARGEST_PROTECTED: usize = 2 * 1024;

const fn not_allowed(member: &'static str) -> JweRefused {
    JweRefused::HeaderNotAllowed { member }
}

/// Checks the protected header against the context; answers the epoch it names.
pub(super) fn protected(given: &str, context: &PartContext) -> Result<u32, JweRefused> {
    let members = read(given)?;
    if text(&members, "enc")? != "A256GCM" {
        return Err(JweRefused::AlgorithmNotAllowed);
    }
    if text(&members, "typ")? != "sn+jwe" {
        return Err(not_allowed("typ"));
    }
    let expected = [
        ("ref", context.referral.as_hyphenated().to_string()),
        ("part", context.part.as_hyphenated().to_string()),
        ("role", context.role.as_str().to_owned()),
        (
            "cty",
            format!("application/vnd.schutznetz.{}+json;v=1", context.role),
        ),
        ("kind", context.kind.as_str().to_owned()),
        ("to", context.to.clone()),
        ("dir", context.direction.as_str().to_owned()),
    ];
    for (member, expected) in &expected {
        if text(&members, member)? != expected {
            return Err(JweRefused::ContextMismatch { member });
        }
    }
    let epoch = members.get("epoch").and_then(Value::as_u64);
    let epoch = epoch
        .and_then(|n| u32::try_from(n).ok())
        .ok_or(not_allowed("epoch"))?;
    // enc, typ and epoch beside the seven: whatever is more is one too many
    if members.len() == expected.len() + 3 {
        Ok(epoch)
    } else {
        Err(not_allowed("other"))
    }
}

/// Checks the protected header of a draft.
pub(super) fn draft(given: &str, draft: Uuid) -> Result<(), JweRefused> {
    let members = read(given)?;
    if text(&members, "enc")? != "A256GCM" {
        return Err(JweRefused::AlgorithmNotAllowed);
    }
    let fixed = [
        ("typ", "sn-draft+jwe"),
        ("cty", "application/vnd.schutznetz.draft+json;v=1"),
    ];
    for (member, expected) in fixed {
        if text(&members, member)? != expected {
            return Err(not_allowed(member));
        }
    }
    if text(&members, "draft")? != draft.as_hyphenated().to_string() {
        return Err(JweRefused::ContextMismatch { member: "draft" });
    }
    if members.len() == 4 {
        Ok(())
    } else {
        Err(not_allowed("other"))
    }
}

fn read(given: &str) -> Result<Map<String, Value>, JweRefused> {
    if given.len() > (LARGEST_PROTECTED * 4).div_ceil(3) {
        return Err(JweRefused::Malformed);
    }
    read_header(given).ok_or(JweRefused::Malformed)
}

/// What a recipient's header claims, before the registry is asked.
pub(super) struct Claimed {
    pub(super) kid: Kid,
    algorithm: Algorithm,
}

enum Algorithm {
    EcdhEsA256Kw,
    RsaOaep256,
}

impl Claimed {
    /// The bytes the encrypted key must have, if the claimed algorithm is the pinned one.
    pub(super) fn checked(&self, pinned: KeyAlgorithm) -> Result<usize, JweRefused> {
        match (&self.algorithm, pinned) {
            (Algorithm::EcdhEsA256Kw, KeyAlgorithm::EcdhEsA256Kw) => Ok(40),
            (Algorithm::RsaOaep256, KeyAlgorithm::RsaOaep256 { modulus_bytes })
                if (384..=512).contains(&modulus_bytes) =>
            {
                Ok(modulus_bytes)
            }
            (Algorithm::EcdhEsA256Kw | Algorithm::RsaOaep256, _) => {
                Err(JweRefused::AlgorithmNotAllowed)
            }
        }
    }
}

/// Checks one recipient's header: exactly the members of its algorithm, and the ephemeral key on
/// the curve.
pub(super) fn recipient(given: &Value) -> Result<Claimed, JweRefused> {
    let members = given.as_object().ok_or(JweRefused::Malformed)?;
    let (algorithm, expected) = match text(members, "alg")? {
        "ECDH-ES+A256KW" => (Algorithm::EcdhEsA256Kw, 3),
        "RSA-OAEP-256" => (Algorithm::RsaOaep256, 2),
        _ => return Err(JweRefused::AlgorithmNotAllowed),
    };
    let kid = text(members, "kid")?
        .parse()
        .map_err(|_no_thumbprint| not_allowed("kid"))?;
    if matches!(algorithm, Algorithm::EcdhEsA256Kw)
        && members.get("epk").and_then(P256Key::from_jwk).is_none()
    {
        return Err(JweRefused::Malformed);
    }
    if members.len() == expected {
        Ok(Claimed { kid, algorithm })
    } else {
        Err(not_allowed("other"))
    }
}

fn text<'a>(members: &'a Map<String, Value>, name: &'static str) -> Result<&'a str, JweRefused> {
    members
        .get(name)
        .and_then(Value::as_str)
        .ok_or(not_allowed(name))
}
