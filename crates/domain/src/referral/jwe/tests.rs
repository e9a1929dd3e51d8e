use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use serde_json::{Value, json};

use super::*;
use crate::referral::jose::encode;
use crate::referral::recipients::{AddresseeKeys, EpochKey, PREVIOUS_KEY_FOR};
use crate::referral::testing::key;

const VECTORS: &str = include_str!("../../../../../data/referral/jwe_vectors.json");

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 12, 1, 11, 0, 0).unwrap()
}

fn kid(n: u8) -> Kid {
    key(n).public.kid()
}

fn context() -> PartContext {
    PartContext {
        referral: Uuid::from_u128(0x1111_1111_1111_4111_8111_1111_1111_1111),
        part: Uuid::from_u128(0x2222_2222_2222_4222_8222_2222_2222_2222),
        role: PartRole::Report,
        kind: Kind::SuspicionReport,
        to: "33333333-3333-4333-8333-333333333333".to_owned(),
        direction: Direction::ToRecipient,
    }
}

/// The destination's key 1 in epoch 3, the one before it (2), an old one (4), a client (5); the
/// sender's own copy goes to 3.
fn addressee(rotated: DateTime<Utc>) -> AddresseeKeys {
    AddresseeKeys {
        current: EpochKey {
            kid: kid(1),
            epoch: 3,
        },
        previous: Some((
            EpochKey {
                kid: kid(2),
                epoch: 2,
            },
            rotated,
        )),
        retired: BTreeSet::from([kid(4)]),
        clients: BTreeSet::new(),
    }
}

fn rule() -> RecipientRule {
    RecipientRule::new(&addressee(now()), BTreeSet::from([kid(3)]), false, now())
}

fn protected() -> Value {
    json!({
        "typ": "sn+jwe", "enc": "A256GCM", "cty": "application/vnd.schutznetz.report+json;v=1",
        "ref": context().referral, "part": context().part, "role": "report",
        "kind": "SUSPICION_REPORT", "to": context().to, "dir": "to_recipient", "epoch": 3,
    })
}

fn recipient(n: u8) -> Value {
    json!({
        "header": {"alg": "ECDH-ES+A256KW", "kid": kid(n), "epk": key(9).jwk()},
        "encrypted_key": encode([7; 40]),
    })
}

fn with(protected: &Value) -> Value {
    json!({
        "protected": encode(protected.to_string()),
        "recipients": [recipient(1), recipient(3)],
        "iv": encode([1; 12]), "ciphertext": encode([2; 4_096]), "tag": encode([3; 16]),
    })
}

fn judge(jwe: &str) -> Result<Inspected, JweRefused> {
    inspect(jwe, &context(), &rule(), |_| {
        Some(KeyAlgorithm::EcdhEsA256Kw)
    })
}

fn refused(jwe: &Value) -> &'static str {
    judge(&jwe.to_string()).unwrap_err().code()
}

/// The good message with one place changed.
fn changed(place: &str, value: Value) -> Value {
    let mut jwe = with(&protected());
    *jwe.pointer_mut(place).unwrap() = value;
    jwe
}

/// The good message with one member more, or instead, in the protected header.
fn header_with(member: &str, value: Value) -> Value {
    let mut header = protected();
    header[member] = value;
    with(&header)
}

/// The good message with one member more, or instead, in the first recipient's header.
fn recipient_with(member: &str, value: Value) -> Value {
    let mut jwe = with(&protected());
    jwe["recipients"][0]["header"][member] = value;
    jwe
}

#[test]
fn a_part_of_the_profile_is_taken() {
    let found = judge(&with(&protected()).to_string()).unwrap();
    assert_eq!(found.kids, [kid(1), kid(3)]);
    assert_eq!((found.epoch, found.size), (3, 4_096));
    assert_eq!(found.tag, encode([3; 16]));
    // without the own copy as well
    assert!(judge(&changed("/recipients", json!([recipient(1)])).to_string()).is_ok());
}

#[test]
fn the_published_vectors_are_of_another_profile_and_all_refused() {
    let vectors: Value = serde_json::from_str(VECTORS).unwrap();
    assert!(judge(&vectors["general"].to_string()).is_err());
    for compact in ["c1", "c2", "c3"] {
        let token = vectors[compact].as_str().unwrap();
        assert_eq!(judge(token).unwrap_err(), JweRefused::Malformed);
        assert_eq!(
            judge(&json!(token).to_string()).unwrap_err(),
            JweRefused::Malformed
        );
        // brought into general form, its header is still not the one of the profile
        let pieces: Vec<&str> = token.split('.').collect();
        let general = json!({
            "protected": pieces[0],
            "recipients": [{"header": {"alg": "dir"}, "encrypted_key": pieces[1]}],
            "iv": pieces[2], "ciphertext": pieces[3], "tag": pieces[4],
        });
        assert_eq!(refused(&general), "jwe-header-not-allowed");
    }
}

#[test]
fn every_other_algorithm_is_refused_before_a_key_is_touched() {
    for alg in [
        "none",
        "dir",
        "RSA1_5",
        "RSA-OAEP",
        "A128KW",
        "A256KW",
        "A256GCMKW",
        "ECDH-ES",
        "ECDH-ES+A128KW",
        "PBES2-HS512+A256KW",
        "HS256",
        "",
    ] {
        assert_eq!(
            refused(&recipient_with("alg", json!(alg))),
            "jwe-algorithm-not-allowed"
        );
    }
    for enc in ["A128GCM", "A256CBC-HS512", "none"] {
        assert_eq!(
            refused(&header_with("enc", json!(enc))),
            "jwe-algorithm-not-allowed"
        );
    }
    // an RSA algorithm for a key that is registered as P-256
    let mut mixed = with(&protected());
    mixed["recipients"][0]["header"] = json!({"alg": "RSA-OAEP-256", "kid": kid(1)});
    assert_eq!(refused(&mixed), "jwe-algorithm-not-allowed");
}

#[test]
fn an_rsa_key_has_the_length_of_its_modulus() {
    let rsa = |bytes: usize| {
        let mut jwe = with(&protected());
        jwe["recipients"] = json!([{
            "header": {"alg": "RSA-OAEP-256", "kid": kid(1)},
            "encrypted_key": encode(vec![7; bytes]),
        }]);
        let pinned = |_: &Kid| Some(KeyAlgorithm::RsaOaep256 { modulus_bytes: 384 });
        inspect(&jwe.to_string(), &context(), &rule(), pinned)
    };
    assert!(rsa(384).is_ok());
    assert_eq!(rsa(383).unwrap_err(), JweRefused::Malformed);
    assert_eq!(rsa(256).unwrap_err(), JweRefused::Malformed);
}

#[test]
fn headers_hold_exactly_the_members_of_the_profile() {
    let more = [
        "zip", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256", "crit", "apu", "apv", "p2s", "p2c",
        "iv", "tag", "kid", "alg",
    ];
    for member in more {
        assert_eq!(
            refused(&header_with(member, json!(1))),
            "jwe-header-not-allowed",
            "{member}"
        );
    }
    for member in more
        .iter()
        .filter(|member| !["kid", "alg"].contains(*member))
    {
        assert_eq!(
            refused(&recipient_with(member, json!(1))),
            "jwe-header-not-allowed"
        );
    }
    for member in [
        "typ", "enc", "cty", "ref", "part", "role", "kind", "to", "dir", "epoch",
    ] {
        let mut header = protected();
        header.as_object_mut().unwrap().remove(member);
        assert_eq!(
            refused(&with(&header)),
            "jwe-header-not-allowed",
            "without {member}"
        );
    }
    for typ in ["JWE", "schutznetz-referral+jwe", "sn-draft+jwe"] {
        assert_eq!(
            refused(&header_with("typ", json!(typ))),
            "jwe-header-not-allowed"
        );
    }
    assert_eq!(
        refused(&header_with("epoch", json!("3"))),
        "jwe-header-not-allowed"
    );
    assert_eq!(
        refused(&header_with("epoch", json!(3.0))),
        "jwe-header-not-allowed"
    );
    for member in ["unprotected", "aad", "header", "encrypted_key"] {
        let mut jwe = with(&protected());
        jwe[member] = Value::Null;
        assert_eq!(refused(&jwe), "jwe-header-not-allowed", "{member}");
    }
}

#[test]
fn a_part_cannot_be_moved_to_another_place() {
    for (member, value) in [
        ("ref", "22222222-2222-4222-8222-222222222222"),
        ("part", "11111111-1111-4111-8111-111111111111"),
        ("ref", "11111111111141118111111111111111"),
        ("role", "consent"),
        ("cty", "application/vnd.schutznetz.report+json;v=2"),
        ("kind", "HELP_REFERRAL"),
        ("to", "reply:11111111-1111-4111-8111-111111111111"),
        ("dir", "to_sender"),
    ] {
        assert_eq!(
            refused(&header_with(member, json!(value))),
            "header-context-mismatch"
        );
    }
    assert_eq!(
        refused(&header_with("epoch", json!(2))),
        "header-context-mismatch"
    );
}

#[test]
fn an_ephemeral_key_lies_on_the_curve_and_is_public() {
    let mut point = key(9).jwk();
    point["y"] = key(8).jwk()["y"].clone();
    assert_eq!(refused(&recipient_with("epk", point)), "jwe-malformed");
    let zero = json!({"kty": "EC", "crv": "P-256", "x": encode([0; 32]), "y": encode([0; 32])});
    assert_eq!(refused(&recipient_with("epk", zero)), "jwe-malformed");
    let mut private = key(9).jwk();
    private["d"] = json!(encode([9; 32]));
    assert_eq!(refused(&recipient_with("epk", private)), "jwe-malformed");
    let x25519 = json!({"kty": "OKP", "crv": "X25519", "x": encode([9; 32])});
    assert_eq!(refused(&recipient_with("epk", x25519)), "jwe-malformed");
    assert_eq!(
        refused(&recipient_with("epk", Value::Null)),
        "jwe-malformed"
    );
    let mut short = key(9).jwk();
    short["x"] = json!(encode([1; 31]));
    assert_eq!(refused(&recipient_with("epk", short)), "jwe-malformed");
}

#[test]
fn a_part_is_sealed_to_exactly_the_expected_keys() {
    let sealed_to = |list: &[u8]| {
        let list: Vec<Value> = list.iter().map(|n| recipient(*n)).collect();
        changed("/recipients", json!(list))
    };
    assert_eq!(refused(&sealed_to(&[3])), "recipients-mismatch");
    assert_eq!(refused(&sealed_to(&[1, 6])), "recipients-mismatch");
    assert_eq!(refused(&sealed_to(&[1, 3, 6])), "recipients-mismatch");
    assert_eq!(refused(&sealed_to(&[1, 2])), "recipients-mismatch");
    assert_eq!(refused(&sealed_to(&[1, 1])), "recipients-mismatch");
    assert_eq!(refused(&sealed_to(&[4])), "stale-key");
    assert_eq!(refused(&sealed_to(&[4, 3])), "stale-key");
    let expected = vec![kid(1)];
    assert_eq!(
        judge(&sealed_to(&[6]).to_string()).unwrap_err(),
        JweRefused::Recipients(RecipientsRefused::Mismatch { expected })
    );
    // a key the registry does not know pins no algorithm
    let unknown = inspect(&with(&protected()).to_string(), &context(), &rule(), |_| {
        None
    });
    assert_eq!(unknown.unwrap_err().code(), "recipients-mismatch");
}

#[test]
fn the_key_before_a_rotation_is_taken_for_a_day() {
    let at = |instant| {
        let rule = RecipientRule::new(&addressee(now()), BTreeSet::new(), false, instant);
        rule.judge(&[kid(2)])
    };
    assert_eq!(at(now() + PREVIOUS_KEY_FOR - TimeDelta::seconds(1)), Ok(2));
    assert_eq!(
        at(now() + PREVIOUS_KEY_FOR),
        Err(RecipientsRefused::StaleKey {
            expected: vec![kid(1)]
        })
    );
}

#[test]
fn clients_must_be_recipients_and_never_of_a_restricted_part() {
    let keys = AddresseeKeys {
        clients: BTreeSet::from([kid(5)]),
        ..addressee(now())
    };
    let own = BTreeSet::from([kid(3)]);
    let open = RecipientRule::new(&keys, own.clone(), false, now());
    assert_eq!(open.judge(&[kid(1), kid(5), kid(3)]), Ok(3));
    assert!(open.judge(&[kid(1), kid(3)]).is_err());
    let restricted = RecipientRule::new(&keys, own, true, now());
    assert_eq!(restricted.judge(&[kid(1), kid(3)]), Ok(3));
    assert!(restricted.judge(&[kid(1), kid(5), kid(3)]).is_err());
    assert_eq!(RecipientRule::alone(&keys, now()).judge(&[kid(1)]), Ok(3));
    assert!(
        RecipientRule::alone(&keys, now())
            .judge(&[kid(1), kid(3)])
            .is_err()
    );
}

#[test]
fn one_to_twenty_recipients() {
    assert_eq!(refused(&changed("/recipients", json!([]))), "jwe-malformed");
    let many: Vec<Value> = (1..=21).map(recipient).collect();
    assert_eq!(
        refused(&changed("/recipients", json!(many))),
        "jwe-malformed"
    );
}

#[test]
fn base64url_has_one_spelling_and_the_right_length() {
    let good = encode([3; 16]);
    let mut other = good[..21].to_owned();
    // the last symbol holds four bits that must be zero
    other.push(if good.ends_with('w') { 'x' } else { 'B' });
    for wrong in [
        other.as_str(),
        &format!("{good}=="),
        &good[..21],
        "AAAA+AAAAAAAAAAAAAAAAA",
        "",
    ] {
        assert_eq!(
            refused(&changed("/tag", json!(wrong))),
            "jwe-malformed",
            "{wrong}"
        );
    }
    assert_eq!(
        refused(&changed("/iv", json!(encode([1; 16])))),
        "jwe-malformed"
    );
    let key = "/recipients/0/encrypted_key";
    assert_eq!(
        refused(&changed(key, json!(encode([7; 39])))),
        "jwe-malformed"
    );
    assert_eq!(
        refused(&changed("/protected", json!("e30="))),
        "jwe-malformed"
    );
    assert_eq!(
        refused(&changed("/ciphertext", json!("+/+/"))),
        "jwe-malformed"
    );
}

#[test]
fn no_member_stands_twice() {
    let good = with(&protected()).to_string();
    let twice = good.replacen('{', "{\"iv\":\"AAAAAAAAAAAAAAAA\",", 1);
    assert_eq!(judge(&twice).unwrap_err(), JweRefused::Malformed);
    let inside = good.replacen("\"alg\":", "\"alg\":\"dir\",\"alg\":", 1);
    assert_eq!(judge(&inside).unwrap_err(), JweRefused::Malformed);
    let header = protected()
        .to_string()
        .replacen("\"epoch\":", "\"epoch\":1,\"epoch\":", 1);
    let protected_twice = changed("/protected", json!(encode(header)));
    assert_eq!(refused(&protected_twice), "jwe-malformed");
}

#[test]
fn a_ciphertext_has_one_of_the_padded_sizes() {
    for size in [0, 1_023, 1_025, 3_000, 131_073] {
        let jwe = changed("/ciphertext", json!(encode(vec![2; size])));
        assert_eq!(refused(&jwe), "padding-size-not-allowed", "{size}");
    }
    for bucket in BUCKETS {
        assert_eq!(may_have_size(PartRole::Feedback, bucket), bucket == 1_024);
        assert_eq!(may_have_size(PartRole::Message, bucket), bucket >= 2_048);
        assert!(may_have_size(PartRole::Report, bucket));
    }
}

#[test]
fn giants_and_scraps_are_refused() {
    let giant = changed("/ciphertext", json!("A".repeat(LARGEST)));
    assert_eq!(refused(&giant), "too-large");
    let wide = header_with("cty", json!("x".repeat(2_048)));
    assert_eq!(refused(&wide), "jwe-malformed");
    for scrap in ["", "null", "[]", "{}", "{\"protected\":\"e30\"}", "\u{0}"] {
        assert_eq!(judge(scrap).unwrap_err(), JweRefused::Malformed);
    }
}

#[test]
fn a_refusal_repeats_nothing_of_the_part() {
    let marker = "GEHEIM";
    for jwe in [
        header_with(marker, json!(marker)),
        header_with("to", json!(marker)),
        recipient_with("alg", json!(marker)),
        recipient_with("kid", json!(marker)),
        changed("/tag", json!(marker)),
    ] {
        let refusal = judge(&jwe.to_string()).unwrap_err();
        assert!(!format!("{refusal} {refusal:?}").contains(marker));
    }
}

#[test]
fn a_draft_is_sealed_to_its_author_alone() {
    let draft = Uuid::from_u128(0x4444_4444_4444_4444_8444_4444_4444_4444);
    let header = json!({
        "typ": "sn-draft+jwe", "enc": "A256GCM",
        "cty": "application/vnd.schutznetz.draft+json;v=1", "draft": draft,
    });
    let mut jwe = with(&header);
    jwe["recipients"] = json!([recipient(1)]);
    let inspect = |jwe: &Value| inspect_draft(&jwe.to_string(), draft, &kid(1));
    assert!(inspect(&jwe).is_ok());
    jwe["recipients"] = json!([recipient(1), recipient(3)]);
    assert_eq!(inspect(&jwe).unwrap_err().code(), "recipients-mismatch");
    jwe["recipients"] = json!([recipient(3)]);
    assert_eq!(inspect(&jwe).unwrap_err().code(), "recipients-mismatch");
    let mut part = with(&protected());
    part["recipients"] = json!([recipient(1)]);
    assert_eq!(inspect(&part).unwrap_err().code(), "jwe-header-not-allowed");
}
