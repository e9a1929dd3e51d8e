//! Access tokens that are not ours, or not as we make them.

use std::fs;
use std::path::Path;

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use api::Keys;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use p256::SecretKey;
use p256::elliptic_curve::sec1::ToEncodedPoint as _;
use p256::pkcs8::{DecodePrivateKey as _, EncodePublicKey as _, LineEnding};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::house::{Answer, ORIGIN, TestHouse};

/// The private key in a folder of signing keys.
fn pem_in(folder: &Path) -> String {
    let file = fs::read_dir(folder).unwrap().next().unwrap().unwrap();
    fs::read_to_string(file.path()).unwrap()
}

fn part(token: &str, at: usize) -> Value {
    let part = token.split('.').nth(at).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

fn encoded(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// A token of ours, and what is needed to make one like it.
struct Forge {
    house: TestHouse,
    header: Header,
    claims: Value,
    own: EncodingKey,
}

impl Forge {
    async fn new() -> Self {
        let house = TestHouse::demo().await;
        let token = house.token("leo.leitung").await;
        let header = serde_json::from_value(part(&token, 0)).unwrap();
        let pem = pem_in(house.keys.path());
        Self {
            header,
            claims: part(&token, 1),
            own: EncodingKey::from_ec_pem(pem.as_bytes()).unwrap(),
            house,
        }
    }

    /// A token with another header, signed by a key.
    fn sign(&self, key: &EncodingKey, change: impl FnOnce(&mut Header)) -> String {
        let mut header = self.header.clone();
        change(&mut header);
        jsonwebtoken::encode(&header, &self.claims, key).unwrap()
    }

    /// A token of ours that says something else.
    fn saying(&self, claim: &str, value: Value) -> String {
        let mut claims = self.claims.clone();
        claims[claim] = value;
        jsonwebtoken::encode(&self.header, &claims, &self.own).unwrap()
    }

    /// A token without a signature.
    fn unsigned(&self, algorithm: &str) -> String {
        let mut header = serde_json::to_value(&self.header).unwrap();
        header["alg"] = json!(algorithm);
        format!("{}.{}.", encoded(&header), encoded(&self.claims))
    }

    async fn look(&self, token: &str) -> Answer {
        let bearer = ("authorization", format!("Bearer {token}"));
        let request = TestRequest::get().uri("/api/v1/session");
        self.house.send(request.insert_header(bearer)).await
    }

    /// Demands that each token is refused, and all of them with the same answer.
    async fn refused(&self, forged: &[(&str, String)]) {
        let good = self.look(&self.sign(&self.own, |_| {})).await;
        assert_eq!(
            good.status,
            StatusCode::OK,
            "the forge makes good tokens: {}",
            good.text
        );
        let nonsense = self.answer("nonsense").await;
        for (how, token) in forged {
            assert_eq!(self.answer(token).await, nonsense, "{how}");
        }
    }

    /// The answer to a token that must be refused, without what names the request.
    async fn answer(&self, token: &str) -> Value {
        let answer = self.look(token).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}", answer.text);
        let mut body = answer.json();
        assert!(body["requestId"].take().is_string(), "{}", answer.text);
        body
    }
}

#[actix_web::test]
async fn a_token_without_a_signature_is_refused() {
    let forge = Forge::new().await;
    let cut = forge.sign(&forge.own, |_| {});
    let cut = cut[..=cut.rfind('.').unwrap()].to_owned();
    let forged = [
        ("alg none", forge.unsigned("none")),
        ("alg None", forge.unsigned("None")),
        ("alg NONE", forge.unsigned("NONE")),
        ("no signature", cut),
    ];
    forge.refused(&forged).await;
}

#[actix_web::test]
async fn the_public_key_is_no_secret_to_sign_with() {
    let forge = Forge::new().await;
    let jwks = forge.house.faces.keys.public();
    let private = SecretKey::from_pkcs8_pem(&pem_in(forge.house.keys.path())).unwrap();
    let public = private.public_key();
    let secrets: [(&str, Vec<u8>); 5] = [
        (
            "the point",
            public.to_encoded_point(false).as_bytes().to_vec(),
        ),
        (
            "the short point",
            public.to_encoded_point(true).as_bytes().to_vec(),
        ),
        ("the DER", public.to_public_key_der().unwrap().into_vec()),
        (
            "the PEM",
            public
                .to_public_key_pem(LineEnding::LF)
                .unwrap()
                .into_bytes(),
        ),
        ("the JWK", serde_json::to_vec(&jwks.keys[0]).unwrap()),
    ];
    let mut forged = Vec::new();
    for (name, secret) in secrets {
        let key = EncodingKey::from_secret(&secret);
        for algorithm in [Algorithm::HS256, Algorithm::HS384, Algorithm::HS512] {
            forged.push((name, forge.sign(&key, |header| header.alg = algorithm)));
        }
    }
    forge.refused(&forged).await;
}

#[actix_web::test]
async fn a_token_of_another_type_or_key_is_refused() {
    let forge = Forge::new().await;
    let other = TempDir::new().unwrap();
    let (clock, mint) = (&forge.house.clock, &forge.house.faces.house.mint);
    // another secret than the first that the house has drawn
    mint.secret();
    let keys = Keys::open(other.path(), clock.as_ref(), mint.as_ref()).unwrap();
    let kid = keys.public().keys[0].common.key_id.clone().unwrap();
    assert_ne!(Some(&kid), forge.header.kid.as_ref());
    let pem = pem_in(other.path());
    let foreign = EncodingKey::from_ec_pem(pem.as_bytes()).unwrap();
    let typed =
        |typ: Option<&str>| forge.sign(&forge.own, |header| header.typ = typ.map(str::to_owned));
    let named =
        |kid: Option<&str>| forge.sign(&forge.own, |header| header.kid = kid.map(str::to_owned));
    let forged = [
        ("typ JWT", typed(Some("JWT"))),
        ("typ of a receipt", typed(Some("secevent+jwt"))),
        ("no typ", typed(None)),
        ("unknown kid", named(Some("unbekannt"))),
        ("kid of another installation", named(Some(&kid))),
        ("kid that is a path", named(Some("../keys"))),
        ("no kid", named(None)),
        ("another key under our kid", forge.sign(&foreign, |_| {})),
        (
            "another key under its own kid",
            forge.sign(&foreign, |header| header.kid = Some(kid.clone())),
        ),
    ];
    forge.refused(&forged).await;
}

#[actix_web::test]
async fn a_token_that_says_something_else_is_refused() {
    let forge = Forge::new().await;
    let elsewhere = json!("https://anderswo.example");
    let session = forge.claims["sid"].as_str().unwrap();
    let ending = if session.ends_with('0') { "1" } else { "0" };
    let unknown = json!(format!("{}{ending}", &session[..session.len() - 1]));
    assert_eq!(forge.claims["iss"], ORIGIN);
    let forged = [
        ("another issuer", forge.saying("iss", elsewhere.clone())),
        ("another audience", forge.saying("aud", elsewhere)),
        ("no issuer", forge.saying("iss", Value::Null)),
        ("expired", forge.saying("exp", json!(1_000))),
        ("a session there is not", forge.saying("sid", unknown)),
    ];
    forge.refused(&forged).await;
}
