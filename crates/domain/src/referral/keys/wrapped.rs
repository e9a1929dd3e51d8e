//! Private keys the server keeps sealed: grants of the organisation's keys, and members' vaults.
//! It checks their outside only.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::ids::{MemberId, OrganisationId, SessionId};
use crate::jcs::read_strict;
use crate::referral::jose::{Bare, Kid, P256Key, decode, decode_exactly, read_header};
use crate::text::Malformed;

/// The most bytes a sealed key may have.
const LARGEST: usize = 16 * 1024;

/// Why a sealed key is refused. `Display` repeats nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrappedRefused {
    /// Not a compact JWE, or not the JSON of a vault.
    #[error("a compact JWE is allowed")]
    Malformed,
    /// Its header has other members than the profile.
    #[error("the header has exactly the members of the profile; wrong is {member}")]
    HeaderNotAllowed {
        /// Which member.
        member: &'static str,
    },
    /// It is derived with other parameters than the profile.
    #[error("a vault is wrapped with Argon2id, 64 MiB, 3 passes, and a passphrase comes first")]
    KdfNotAllowed,
}

/// To whom an organisation's keys of one epoch are granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum GrantTarget {
    /// A member.
    Member(MemberId),
    /// The recovery sheet of this number.
    Sheet(u32),
}

impl fmt::Display for GrantTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member(member) => write!(f, "{member}"),
            Self::Sheet(number) => write!(f, "sheet:{number}"),
        }
    }
}

impl FromStr for GrantTarget {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        const ALLOWED: Malformed = Malformed {
            allowed: "a grant is for a member's id or for `sheet:` and its number",
        };
        match given.strip_prefix("sheet:") {
            Some(number) => {
                let number = number.parse().map_err(|_no_number| ALLOWED)?;
                if number == 0 {
                    Err(ALLOWED)
                } else {
                    Ok(Self::Sheet(number))
                }
            }
            None => given
                .parse()
                .map(Self::Member)
                .map_err(|_no_member| ALLOWED),
        }
    }
}

impl TryFrom<String> for GrantTarget {
    type Error = Malformed;

    fn try_from(given: String) -> Result<Self, Malformed> {
        given.parse()
    }
}

impl From<GrantTarget> for String {
    fn from(target: GrantTarget) -> Self {
        target.to_string()
    }
}

/// A grant of the organisation's keys, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyGrant {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The epoch.
    pub epoch: u32,
    /// To whom.
    pub target: GrantTarget,
    /// The member who granted.
    pub granter: MemberId,
    /// The compact JWE, byte for byte.
    pub grant: String,
    /// SHA-256 of the proof inside.
    pub proof_digest: [u8; 32],
    /// When it was stored.
    pub posted_at: DateTime<Utc>,
    /// When the proof last came back, which shows that it was really opened.
    pub proved_at: Option<DateTime<Utc>>,
    /// When it was ended.
    pub ended_at: Option<DateTime<Utc>>,
}

impl KeyGrant {
    /// Whether `proof` (43 characters of base64url) shows that the grant was opened.
    pub fn is_proved_by(&self, proof: &str) -> bool {
        decode_exactly::<32>(proof)
            .is_some_and(|bytes| <[u8; 32]>::from(Sha256::digest(bytes)) == self.proof_digest)
    }
}

/// A recovery sheet: a key pair whose private half is on paper in the organisation's safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoverySheet {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its number, from 1.
    pub number: u32,
    /// Its public half; later epochs are granted to it.
    pub key: P256Key,
    /// The session in which it was printed.
    pub printed_in: SessionId,
    /// When it was printed.
    pub printed_at: DateTime<Utc>,
    /// When it was last typed in whole, in another session, and opened its grant.
    pub verified_at: Option<DateTime<Utc>>,
    /// When it was replaced.
    pub voided_at: Option<DateTime<Utc>>,
}

impl RecoverySheet {
    /// Whether the sheet can be verified in `session`: not in the one that printed it, where it may
    /// still be on the screen.
    pub fn can_be_verified_in(&self, session: SessionId) -> bool {
        self.voided_at.is_none() && session != self.printed_in
    }
}

/// What the outside of a grant must say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GrantContext<'a> {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The epoch.
    pub epoch: u32,
    /// To whom.
    pub target: GrantTarget,
    /// The member who grants.
    pub granter: MemberId,
    /// The name of the target's key.
    pub kid: &'a Kid,
}

/// Checks the outside of a grant (`orgkey-grant+jwe`, `referral.md` 7.4).
pub fn check_grant(grant: &str, context: &GrantContext<'_>) -> Result<(), WrappedRefused> {
    let header = compact_header(grant, 40)?;
    let same_member = |given: &str| {
        given
            .parse::<MemberId>()
            .is_ok_and(|member| member == context.granter)
    };
    let target = text(&header, "member").parse::<GrantTarget>();
    let organisation = text(&header, "org").parse::<Bare>();
    let checks = [
        ("alg", text(&header, "alg") == "ECDH-ES+A256KW"),
        ("enc", text(&header, "enc") == "A256GCM"),
        ("typ", text(&header, "typ") == "orgkey-grant+jwe"),
        ("kid", text(&header, "kid") == context.kid.as_str()),
        (
            "org",
            organisation.is_ok_and(|id| id.0 == context.organisation.as_uuid()),
        ),
        (
            "epoch",
            header.get("epoch").and_then(Value::as_u64) == Some(context.epoch.into()),
        ),
        ("member", target == Ok(context.target)),
        ("granter", same_member(text(&header, "granter"))),
        (
            "epk",
            header.get("epk").and_then(P256Key::from_jwk).is_some(),
        ),
    ];
    exactly(&header, &checks)
}

/// A member's vault as it is stored: the private member keys, wrapped under a passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vault {
    /// The name of the member's encryption key (MEK).
    pub enc_kid: Kid,
    /// The name of the member's signing key (MSK).
    pub sig_kid: Kid,
    /// The vault, byte for byte as it came.
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct WireVault {
    v: u8,
    enc_kid: Kid,
    sig_kid: Kid,
    wrappings: Vec<Wrapping>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wrapping {
    #[serde(rename = "type")]
    kind: String,
    kdf: Kdf,
    jwe: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kdf {
    name: String,
    v: u32,
    m: u32,
    t: u32,
    p: u32,
    salt: String,
}

impl Kdf {
    /// Argon2id v1.3 with the parameters of the profile: a server that weakened them would be able
    /// to guess, so neither side obeys others.
    fn is_of_profile(&self) -> bool {
        self.name == "argon2id"
            && (self.v, self.m, self.t, self.p) == (0x13, 65_536, 3, 1)
            && decode_exactly::<16>(&self.salt).is_some()
    }
}

impl Vault {
    /// Reads a vault and checks the outside of its wrappings (`referral.md` 7.3). In this version
    /// each of the one to four wrappings is under a passphrase.
    pub fn read(given: &str) -> Result<Self, WrappedRefused> {
        if given.len() > LARGEST {
            return Err(WrappedRefused::Malformed);
        }
        let value = read_strict(given).map_err(|_may_hold_keys| WrappedRefused::Malformed)?;
        let wire: WireVault =
            serde_json::from_value(value).map_err(|_may_hold_keys| WrappedRefused::Malformed)?;
        if wire.v != 1 || !(1..=4).contains(&wire.wrappings.len()) || wire.enc_kid == wire.sig_kid {
            return Err(WrappedRefused::Malformed);
        }
        for wrapping in &wire.wrappings {
            if wrapping.kind != "passphrase" || !wrapping.kdf.is_of_profile() {
                return Err(WrappedRefused::KdfNotAllowed);
            }
            let header = compact_header(&wrapping.jwe, 40)?;
            exactly(
                &header,
                &[
                    ("alg", text(&header, "alg") == "A256KW"),
                    ("enc", text(&header, "enc") == "A256GCM"),
                    ("typ", text(&header, "typ") == "vault+jwe"),
                ],
            )?;
        }
        Ok(Self {
            enc_kid: wire.enc_kid,
            sig_kid: wire.sig_kid,
            text: given.to_owned(),
        })
    }
}

/// The header of a compact JWE whose encrypted key has `key_bytes`; its other pieces are looked at
/// for their form.
fn compact_header(token: &str, key_bytes: usize) -> Result<Map<String, Value>, WrappedRefused> {
    if token.len() > LARGEST {
        return Err(WrappedRefused::Malformed);
    }
    let pieces: Vec<&str> = token.split('.').collect();
    let [header, key, iv, ciphertext, tag] = pieces[..] else {
        return Err(WrappedRefused::Malformed);
    };
    let sized = |text: &str, bytes| decode(text).is_some_and(|found| found.len() == bytes);
    let formed = sized(key, key_bytes)
        && sized(iv, 12)
        && sized(tag, 16)
        && decode(ciphertext).is_some_and(|bytes| !bytes.is_empty());
    match read_header(header) {
        Some(members) if formed => Ok(members),
        Some(_) | None => Err(WrappedRefused::Malformed),
    }
}

fn text<'a>(header: &'a Map<String, Value>, member: &str) -> &'a str {
    header
        .get(member)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// Every named member is right, and there is none beside them.
fn exactly(
    header: &Map<String, Value>,
    checks: &[(&'static str, bool)],
) -> Result<(), WrappedRefused> {
    if let Some((member, _)) = checks.iter().find(|(_, right)| !right) {
        return Err(WrappedRefused::HeaderNotAllowed { member });
    }
    if header.len() == checks.len() {
        Ok(())
    } else {
        Err(WrappedRefused::HeaderNotAllowed { member: "other" })
    }
}
