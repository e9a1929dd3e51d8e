mod readiness;
mod wrapped;

use chrono::{TimeDelta, TimeZone};
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;
use crate::ids::{MemberId, OrganisationId, SessionId};
use crate::referral::codes::Kind;
use crate::referral::jose::{P256Key, TokenRefused, digest, encode};
use crate::referral::testing::{Held, key};

const DAY: u64 = 86_400;
const START: u64 = 1_764_583_200;

fn office() -> OrganisationId {
    OrganisationId::from_uuid(Uuid::from_u128(0x2222_2222_2222_4222_8222_2222_2222_2222))
}

fn bare(id: OrganisationId) -> String {
    id.as_uuid().as_hyphenated().to_string()
}

fn announcement(epoch: u32, oek: u8, osk: u8, prev: Option<&Link>) -> Value {
    json!({
        "iss": bare(office()), "epoch": epoch, "oek": key(oek).jwk(), "osk": key(osk).jwk(),
        "prev": prev.map(|link| digest(&link.announcement)),
        "iat": START + u64::from(epoch) * DAY, "notAfter": START + 400 * DAY,
    })
}

fn link(payload: &Value, signer: u8) -> Link {
    Link {
        announcement: key(signer).sign("orgkey+jwt", payload),
        proof: None,
    }
}

fn proved(link: Link, epoch: u32, new: u8) -> Link {
    let payload =
        json!({"iss": bare(office()), "epoch": epoch, "announcement": digest(&link.announcement)});
    Link {
        proof: Some(key(new).sign("orgkey-proof+jwt", &payload)),
        ..link
    }
}

/// Three epochs: the second keeps the signing key, the third has a new one.
fn links() -> Vec<Link> {
    let first = link(&announcement(1, 1, 11, None), 11);
    let second = link(&announcement(2, 2, 11, Some(&first)), 11);
    let third = link(&announcement(3, 3, 12, Some(&second)), 11);
    vec![first, second, proved(third, 3, 12)]
}

fn broken(links: &[Link]) -> (u32, ChainFault) {
    let ChainBroken { epoch, fault } = Chain::walk(office(), links).unwrap_err();
    (epoch, fault)
}

#[test]
fn each_key_vouches_for_the_next() {
    let chain = Chain::walk(office(), &links()).unwrap();
    assert_eq!(chain.newest().epoch, 3);
    assert_eq!(chain.first_osk(), key(11).public.kid());
    let keys = chain.addressee_keys();
    assert_eq!(keys.current.kid, key(3).public.kid());
    let (previous, replaced_at) = keys.previous.unwrap();
    assert_eq!((previous.kid, previous.epoch), (key(2).public.kid(), 2));
    assert_eq!(Some(replaced_at), instant(START + 3 * DAY));
    assert_eq!(
        keys.retired,
        std::collections::BTreeSet::from([key(1).public.kid()])
    );
    assert!(chain.is_current(instant(START).unwrap()));
    assert!(!chain.is_current(instant(START + 400 * DAY).unwrap()));
}

#[test]
fn a_chain_that_was_tampered_with_does_not_hold() {
    let good = links();
    assert_eq!(broken(&[]), (1, ChainFault::Missing));
    assert_eq!(broken(&good[1..]), (1, ChainFault::Place));
    assert_eq!(
        broken(&[good[0].clone(), good[2].clone()]),
        (2, ChainFault::Place)
    );
    let by_stranger = link(&announcement(2, 2, 11, Some(&good[0])), 13);
    assert_eq!(
        broken(&[good[0].clone(), by_stranger]),
        (2, ChainFault::Signature)
    );
    let first_by_stranger = link(&announcement(1, 1, 11, None), 12);
    assert_eq!(broken(&[first_by_stranger]), (1, ChainFault::Signature));
    let elsewhere = Chain::walk(OrganisationId::from_uuid(Uuid::from_u128(9)), &good);
    assert_eq!(elsewhere.unwrap_err().fault, ChainFault::Place);
    let mut turned = good[0].clone();
    turned.announcement = turned.announcement.replacen('.', "..", 1);
    assert_eq!(broken(&[turned]), (1, ChainFault::Signature));
}

#[test]
fn a_new_signing_key_proves_that_it_exists() {
    let good = links();
    let without = Link {
        proof: None,
        ..good[2].clone()
    };
    assert_eq!(
        broken(&[good[0].clone(), good[1].clone(), without]),
        (3, ChainFault::Proof)
    );
    let stolen = proved(good[2].clone(), 3, 13);
    assert_eq!(
        broken(&[good[0].clone(), good[1].clone(), stolen]),
        (3, ChainFault::Proof)
    );
    let needless = proved(good[1].clone(), 2, 11);
    assert_eq!(broken(&[good[0].clone(), needless]), (2, ChainFault::Proof));
}

#[test]
fn an_encryption_key_is_announced_once_and_dates_are_in_order() {
    let first = link(&announcement(1, 1, 11, None), 11);
    let again = link(&announcement(2, 1, 11, Some(&first)), 11);
    assert_eq!(broken(&[first.clone(), again]), (2, ChainFault::Reused));
    let mut backwards = announcement(2, 2, 11, Some(&first));
    backwards["iat"] = json!(START);
    assert_eq!(
        broken(&[first, link(&backwards, 11)]),
        (2, ChainFault::Dates)
    );
    let mut never = announcement(1, 1, 11, None);
    never["notAfter"] = never["iat"].clone();
    assert_eq!(broken(&[link(&never, 11)]), (1, ChainFault::Dates));
}

fn certificate() -> Value {
    json!({
        "iss": bare(office()), "sub": member().to_string(), "kind": "member",
        "sig": key(21).jwk(), "enc": key(22).jwk(), "keyRole": "holder",
        "iat": START + 4 * DAY, "exp": START + 404 * DAY,
        "jti": "88888888-8888-4888-8888-888888888888",
    })
}

fn member() -> MemberId {
    MemberId::from_uuid(Uuid::from_u128(21))
}

fn certified(payload: &Value, by: &Held) -> Result<Certificate, CertificateRefused> {
    let chain = Chain::walk(office(), &links()).unwrap();
    Certificate::read(&by.sign("member-cert+jwt", payload), &chain)
}

#[test]
fn a_certificate_is_by_the_key_in_force() {
    let found = certified(&certificate(), &key(12)).unwrap();
    assert_eq!(found.member, member());
    assert_eq!(found.role, KeyRole::Holder);
    assert_eq!(found.signing, key(21).public);
    // the key before the rotation, and one that was never announced
    assert_eq!(
        certified(&certificate(), &key(11)),
        Err(CertificateRefused::KeyNotInForce)
    );
    assert_eq!(
        certified(&certificate(), &key(13)),
        Err(CertificateRefused::Token(TokenRefused::UnknownKey))
    );
}

#[test]
fn a_certificate_says_nothing_but_what_it_may() {
    let with = |member: &str, value: Value| {
        let mut payload = certificate();
        payload[member] = value;
        certified(&payload, &key(12)).unwrap_err()
    };
    let other = bare(OrganisationId::from_uuid(Uuid::from_u128(9)));
    assert_eq!(
        with("iss", json!(other)),
        CertificateRefused::OtherOrganisation
    );
    assert_eq!(
        with("exp", json!(START + 405 * DAY)),
        CertificateRefused::Lifetime
    );
    assert_eq!(
        with("exp", json!(START + 4 * DAY)),
        CertificateRefused::Lifetime
    );
    assert_eq!(with("kind", json!("client")), CertificateRefused::Role);
    assert_eq!(with("keyRole", json!("client")), CertificateRefused::Role);
    assert_eq!(with("enc", key(21).jwk()), CertificateRefused::Keys);
    assert_eq!(with("enc", key(3).jwk()), CertificateRefused::Keys);
    let payload = CertificateRefused::Token(TokenRefused::PayloadNotAllowed);
    assert_eq!(with("sub", json!("somebody")), payload);
    assert_eq!(with("admin", json!(true)), payload);
    let mut private = key(21).jwk();
    private["d"] = json!(encode([21; 32]));
    assert_eq!(with("sig", private), payload);
}

#[test]
fn certified_keys_are_good_between_their_dates_until_ended_or_the_key_rotates() {
    let chain = Chain::walk(office(), &links()).unwrap();
    let certificate = certified(&certificate(), &key(12)).unwrap();
    let (from, until) = (certificate.issued_at, certificate.expires_at);
    let mut stored = StoredCertificate {
        token: String::new(),
        certificate,
        revoked_at: None,
    };
    assert!(stored.is_good(&chain, from) && !stored.is_good(&chain, until));
    assert!(!stored.is_good(&chain, from - TimeDelta::seconds(1)));
    let fourth = link(&announcement(5, 4, 14, Some(&links()[2])), 12);
    let mut payload = announcement(4, 4, 14, Some(&links()[2]));
    payload["iat"] = json!(START + 10 * DAY);
    let rotated = proved(link(&payload, 12), 4, 14);
    assert!(chain.clone().followed_by(&fourth).is_err());
    let rotated = chain.clone().followed_by(&rotated).unwrap();
    assert!(stored.is_good(&rotated, from + TimeDelta::days(1)));
    assert!(!stored.is_good(&rotated, from + TimeDelta::days(7)));
    stored.revoked_at = Some(from + TimeDelta::days(1));
    assert!(!stored.is_good(&chain, from + TimeDelta::days(1)));
}

#[test]
fn a_verifying_body_vouches_for_the_first_key_of_another() {
    let body = OrganisationId::from_uuid(Uuid::from_u128(5));
    let chain = Chain::walk(office(), &links()).unwrap();
    let payload = |org: OrganisationId| {
        json!({
            "iss": bare(body), "org": bare(org), "osk": key(11).public.kid(), "method": "visit",
            "at": "2026-12-01T08:00:00Z",
        })
    };
    let token = key(30).sign("endorsement+jwt", &payload(office()));
    let found = Endorsement::read(&token, body, &key(30).public).unwrap();
    assert_eq!(found.method, VerificationMethod::Visit);
    assert!(found.is_about(&chain));
    assert!(Endorsement::read(&token, office(), &key(30).public).is_err());
    assert_eq!(
        Endorsement::read(&token, body, &key(31).public),
        Err(TokenRefused::UnknownKey)
    );
    let of_itself = key(30).sign("endorsement+jwt", &payload(body));
    assert!(Endorsement::read(&of_itself, body, &key(30).public).is_err());
}

#[test]
fn tokens_that_try_to_choose_their_own_check_are_refused() {
    let kid = key(12).public.kid();
    let typ = "member-cert+jwt";
    let forged = |header: Value| {
        let chain = Chain::walk(office(), &links()).unwrap();
        let token = key(12).sign_as(&header, &certificate());
        Certificate::read(&token, &chain).unwrap_err()
    };
    for (header, refusal) in [
        (
            json!({"alg": "none", "typ": typ, "kid": kid}),
            TokenRefused::AlgorithmNotAllowed,
        ),
        (
            json!({"alg": "HS256", "typ": typ, "kid": kid}),
            TokenRefused::AlgorithmNotAllowed,
        ),
        (
            json!({"alg": "RS256", "typ": typ, "kid": kid}),
            TokenRefused::AlgorithmNotAllowed,
        ),
        (
            json!({"alg": "ES256", "typ": "JWT", "kid": kid}),
            TokenRefused::WrongType,
        ),
        (json!({"alg": "ES256", "kid": kid}), TokenRefused::WrongType),
        (
            json!({"alg": "ES256", "typ": typ}),
            TokenRefused::HeaderNotAllowed,
        ),
        (
            json!({"alg": "ES256", "typ": typ, "kid": "../../etc"}),
            TokenRefused::HeaderNotAllowed,
        ),
        (
            json!({"alg": "ES256", "typ": typ, "kid": kid, "jku": "x"}),
            TokenRefused::HeaderNotAllowed,
        ),
        (
            json!({"alg": "ES256", "typ": typ, "kid": kid, "crit": []}),
            TokenRefused::HeaderNotAllowed,
        ),
        (json!([]), TokenRefused::Malformed),
    ] {
        assert_eq!(forged(header), CertificateRefused::Token(refusal));
    }
}

#[test]
fn the_thumbprint_of_a_key_is_the_one_of_rfc_7638() {
    // the published P-256 test key of the interoperability vectors carries its own thumbprint
    let vectors: Value = serde_json::from_str(include_str!(
        "../../../../../data/referral/jwe_vectors.json"
    ))
    .unwrap();
    let published = &vectors["p256"];
    let public = json!({
        "crv": "P-256", "kty": "EC", "x": published["x"], "y": published["y"],
    });
    let key = P256Key::from_jwk(&public).unwrap();
    assert_eq!(key.kid().as_str(), published["kid"].as_str().unwrap());
    assert_eq!(serde_json::to_value(&key).unwrap(), public);
    assert!(
        P256Key::from_jwk(published).is_none(),
        "a private key is no public one"
    );
}

#[test]
fn a_voice_fingerprint_has_eight_groups_and_tells_the_two_keys_apart() {
    let (sig, enc) = (key(21).public.kid(), key(22).public.kid());
    let spoken = voice_fingerprint(&sig, &enc);
    let groups: Vec<&str> = spoken.split(' ').collect();
    assert_eq!(groups.len(), 8);
    assert!(groups.iter().all(|group| group.len() == 4));
    assert_ne!(spoken, voice_fingerprint(&enc, &sig));
}

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 12, 1, 11, 0, 0).unwrap()
}
