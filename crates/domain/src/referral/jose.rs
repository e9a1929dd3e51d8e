//! The few pieces of JOSE the server needs: public P-256 keys, their thumbprints, and the check of
//! ES256 signatures. Nothing here can decrypt.
//!
//! The algorithm never comes from the message: a key is a P-256 key, and the one signature it makes
//! is ES256. A token names its `typ`, and is never accepted in the place of another.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use p256::elliptic_curve::sec1::FromEncodedPoint as _;
use p256::{EncodedPoint, FieldBytes};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::jcs::read_strict;
use crate::text::Malformed;

/// The longest compact token that is looked at, in bytes.
const LONGEST_TOKEN: usize = 64 * 1024;

/// Reads base64url without padding; only the one canonical spelling of the bytes is accepted.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// Reads base64url of exactly `N` bytes.
pub fn decode_exactly<const N: usize>(text: &str) -> Option<[u8; N]> {
    // compared before decoding, so that a giant is not even unpacked
    if text.len() != (N * 4).div_ceil(3) {
        return None;
    }
    decode(text)?.try_into().ok()
}

/// Writes base64url without padding.
pub fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// SHA-256 of some bytes in base64url, as it stands in tokens.
pub fn digest(bytes: impl AsRef<[u8]>) -> String {
    encode(Sha256::digest(bytes))
}

/// The name of a key: its RFC 7638 thumbprint (SHA-256), 43 characters of base64url.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Kid(String);

impl Kid {
    /// The thumbprint as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The 32 bytes of the thumbprint.
    pub fn bytes(&self) -> [u8; 32] {
        decode_exactly(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Kid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Kid {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        if decode_exactly::<32>(given).is_some() {
            Ok(Self(given.to_owned()))
        } else {
            Err(Malformed {
                allowed: "a kid is a SHA-256 thumbprint: 43 characters of base64url",
            })
        }
    }
}

impl TryFrom<String> for Kid {
    type Error = Malformed;

    fn try_from(given: String) -> Result<Self, Malformed> {
        given.parse()
    }
}

impl From<Kid> for String {
    fn from(kid: Kid) -> Self {
        kid.0
    }
}

/// A public P-256 key that lies on the curve. As JSON it is a JWK with exactly the members `crv`,
/// `kty`, `x`, `y`; a private member or any other is refused.
#[derive(Clone, PartialEq, Eq)]
pub struct P256Key {
    x: [u8; 32],
    y: [u8; 32],
    key: VerifyingKey,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Jwk {
    crv: String,
    kty: String,
    x: String,
    y: String,
}

impl P256Key {
    /// The key with these coordinates; `None` when the point is not on the curve.
    pub fn from_coordinates(x: [u8; 32], y: [u8; 32]) -> Option<Self> {
        let (x_bytes, y_bytes) = (FieldBytes::from(x), FieldBytes::from(y));
        let point = EncodedPoint::from_affine_coordinates(&x_bytes, &y_bytes, false);
        let key = Option::from(p256::PublicKey::from_encoded_point(&point))?;
        let key: p256::PublicKey = key;
        Some(Self {
            x,
            y,
            key: VerifyingKey::from(key),
        })
    }

    /// Reads a JWK with exactly the public members.
    pub fn from_jwk(jwk: &Value) -> Option<Self> {
        let Jwk { crv, kty, x, y } = serde_json::from_value(jwk.clone()).ok()?;
        if crv != "P-256" || kty != "EC" {
            return None;
        }
        Self::from_coordinates(decode_exactly(&x)?, decode_exactly(&y)?)
    }

    /// The JWK as canonical text: the very bytes the thumbprint is made of.
    pub fn to_jwk(&self) -> String {
        format!(
            r#"{{"crv":"P-256","kty":"EC","x":"{}","y":"{}"}}"#,
            encode(self.x),
            encode(self.y)
        )
    }

    /// The key's name: its RFC 7638 thumbprint.
    pub fn kid(&self) -> Kid {
        Kid(digest(self.to_jwk()))
    }

    /// Whether `signature` (64 bytes, r || s) is this key's ES256 signature of `signed`.
    pub fn signed(&self, signed: &[u8], signature: &[u8; 64]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.key.verify(signed, &signature).is_ok())
    }
}

impl fmt::Debug for P256Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "P256Key({})", self.kid())
    }
}

impl Serialize for P256Key {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        Jwk {
            crv: "P-256".to_owned(),
            kty: "EC".to_owned(),
            x: encode(self.x),
            y: encode(self.y),
        }
        .serialize(out)
    }
}

impl<'de> Deserialize<'de> for P256Key {
    fn deserialize<D: Deserializer<'de>>(given: D) -> Result<Self, D::Error> {
        let jwk = Value::deserialize(given)?;
        Self::from_jwk(&jwk).ok_or_else(|| D::Error::custom("a public P-256 JWK is allowed"))
    }
}

/// A UUID in the one spelling that signed texts use: lower case, with hyphens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bare(pub Uuid);

impl FromStr for Bare {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        Uuid::try_parse(given)
            .ok()
            .filter(|id| id.as_hyphenated().to_string() == given)
            .map(Self)
            .ok_or(Malformed {
                allowed: "a UUID in lower case with hyphens",
            })
    }
}

impl fmt::Display for Bare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.as_hyphenated())
    }
}

impl Serialize for Bare {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Bare {
    fn deserialize<D: Deserializer<'de>>(given: D) -> Result<Self, D::Error> {
        String::deserialize(given)?
            .parse()
            .map_err(D::Error::custom)
    }
}

/// Why a signed token is refused. None of them says anything about its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenRefused {
    /// Not a compact token with a JSON header and a JSON payload.
    #[error("a compact signed token is allowed")]
    Malformed,
    /// The header is not exactly `alg`, `kid`, `typ`.
    #[error("the header of the token holds exactly alg, kid and typ")]
    HeaderNotAllowed,
    /// Another algorithm than ES256.
    #[error("the token is signed with ES256")]
    AlgorithmNotAllowed,
    /// A token of another type.
    #[error("the token is of another type")]
    WrongType,
    /// Signed by a key that may not sign this.
    #[error("the token is signed by a key that may not sign it")]
    UnknownKey,
    /// The signature does not hold.
    #[error("the signature does not hold")]
    SignatureInvalid,
    /// The payload has not exactly the members of its type.
    #[error("the payload of the token has exactly the members of its type")]
    PayloadNotAllowed,
}

/// A compact token whose form is right and whose signature is not checked yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Unverified<'a> {
    /// The name of the key that claims to have signed it.
    pub kid: Kid,
    signed: &'a str,
    payload: &'a str,
    signature: [u8; 64],
}

/// Reads the outside of a compact JWS of type `typ`.
pub fn read_token<'a>(token: &'a str, typ: &str) -> Result<Unverified<'a>, TokenRefused> {
    if token.len() > LONGEST_TOKEN {
        return Err(TokenRefused::Malformed);
    }
    let (signed, signature) = token.rsplit_once('.').ok_or(TokenRefused::Malformed)?;
    let (header, payload) = signed.split_once('.').ok_or(TokenRefused::Malformed)?;
    let kid = check_header(header, typ)?;
    let signature = decode_exactly(signature).ok_or(TokenRefused::SignatureInvalid)?;
    Ok(Unverified {
        kid,
        signed,
        payload,
        signature,
    })
}

impl Unverified<'_> {
    /// Checks the signature with the key that may sign this, and reads the payload.
    pub fn verify<T: DeserializeOwned>(&self, key: &P256Key) -> Result<T, TokenRefused> {
        if key.kid() != self.kid {
            return Err(TokenRefused::UnknownKey);
        }
        if !key.signed(self.signed.as_bytes(), &self.signature) {
            return Err(TokenRefused::SignatureInvalid);
        }
        let payload = decode(self.payload)
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .ok_or(TokenRefused::Malformed)?;
        let value = read_strict(&payload).map_err(|_not_strict| TokenRefused::Malformed)?;
        serde_json::from_value(value).map_err(|_may_hold_content| TokenRefused::PayloadNotAllowed)
    }
}

/// Checks a detached ES256 signature `header..signature` of type `typ` over `signed`.
pub fn verify_detached(
    detached: &str,
    typ: &str,
    signed: &[u8],
    key: &P256Key,
) -> Result<(), TokenRefused> {
    let (header, signature) = detached.split_once("..").ok_or(TokenRefused::Malformed)?;
    let kid = check_header(header, typ)?;
    if kid != key.kid() {
        return Err(TokenRefused::UnknownKey);
    }
    let signature = decode_exactly(signature).ok_or(TokenRefused::SignatureInvalid)?;
    let input = format!("{header}.{}", encode(signed));
    if key.signed(input.as_bytes(), &signature) {
        Ok(())
    } else {
        Err(TokenRefused::SignatureInvalid)
    }
}

/// The kid a detached signature of type `typ` claims.
pub fn detached_kid(detached: &str, typ: &str) -> Result<Kid, TokenRefused> {
    let (header, _signature) = detached.split_once("..").ok_or(TokenRefused::Malformed)?;
    check_header(header, typ)
}

/// The members of a header in base64url; `None` when it is not strict JSON of an object.
pub(super) fn read_header(header: &str) -> Option<Map<String, Value>> {
    let text = String::from_utf8(decode(header)?).ok()?;
    match read_strict(&text) {
        Ok(Value::Object(members)) => Some(members),
        Ok(
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_),
        )
        | Err(_) => None,
    }
}

fn check_header(header: &str, typ: &str) -> Result<Kid, TokenRefused> {
    let members = read_header(header).ok_or(TokenRefused::Malformed)?;
    let text = |name| members.get(name).and_then(Value::as_str);
    if text("alg") != Some("ES256") {
        return Err(TokenRefused::AlgorithmNotAllowed);
    }
    if text("typ") != Some(typ) {
        return Err(TokenRefused::WrongType);
    }
    let kid = text("kid").and_then(|kid| kid.parse().ok());
    match kid {
        Some(kid) if members.len() == 3 => Ok(kid),
        Some(_) | None => Err(TokenRefused::HeaderNotAllowed),
    }
}
