//! Keys and signatures for the tests of this folder. The scalars are small numbers: test keys only.

use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};

use super::jose::{P256Key, encode};

/// A private test key.
pub(super) struct Held {
    key: SigningKey,
    pub(super) public: P256Key,
}

/// The test key number `n`, from 1.
pub(super) fn key(n: u8) -> Held {
    let mut scalar = [0; 32];
    scalar[31] = n;
    let key = SigningKey::from_slice(&scalar).unwrap();
    let point = key.verifying_key().to_encoded_point(false);
    let x = (*point.x().unwrap()).into();
    let y = (*point.y().unwrap()).into();
    Held {
        key,
        public: P256Key::from_coordinates(x, y).unwrap(),
    }
}

impl Held {
    pub(super) fn jwk(&self) -> Value {
        serde_json::to_value(&self.public).unwrap()
    }

    fn sign_bytes(&self, signed: &str) -> String {
        let signature: Signature = self.key.sign(signed.as_bytes());
        encode(signature.to_bytes())
    }

    /// A compact token with any header.
    pub(super) fn sign_as(&self, header: &Value, payload: &Value) -> String {
        let signed = format!(
            "{}.{}",
            encode(header.to_string()),
            encode(payload.to_string())
        );
        let signature = self.sign_bytes(&signed);
        format!("{signed}.{signature}")
    }

    /// A compact token with the header of the profile.
    pub(super) fn sign(&self, typ: &str, payload: &Value) -> String {
        self.sign_as(&self.header(typ), payload)
    }

    pub(super) fn header(&self, typ: &str) -> Value {
        json!({"alg": "ES256", "typ": typ, "kid": self.public.kid()})
    }

    /// A detached signature.
    pub(super) fn detach(&self, typ: &str, signed: &[u8]) -> String {
        let header = encode(self.header(typ).to_string());
        let signature = self.sign_bytes(&format!("{header}.{}", encode(signed)));
        format!("{header}..{signature}")
    }
}
