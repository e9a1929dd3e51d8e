//! What the browser makes, the server takes: the sealed example was made by the SPA's own modules.

use std::collections::BTreeSet;

use serde_json::Value;

use super::*;
use crate::ids::PartId;
use crate::referral::envelope::Envelope;
use crate::referral::jose::{Kid, P256Key};
use crate::referral::jwe::{self, KeyAlgorithm, PartContext};
use crate::referral::keys::{
    Certificate, Chain, Endorsement, GrantContext, GrantTarget, Link, StoredCertificate, Vault,
    check_grant, voice_fingerprint,
};
use crate::referral::receipt;
use crate::referral::recipients::RecipientRule;

const EXAMPLE: &str = include_str!("../../../../../data/referral/sealed_example.json");

fn example() -> Value {
    serde_json::from_str(EXAMPLE).unwrap()
}

fn text<'a>(value: &'a Value, place: &str) -> &'a str {
    value.pointer(place).and_then(Value::as_str).unwrap()
}

fn kid(value: &Value, place: &str) -> Kid {
    text(value, place).parse().unwrap()
}

fn sealed_at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 12, 1, 8, 0, 0).unwrap()
}

fn chain(of: &Value) -> Chain {
    let announcement = text(of, "/link/announcement").to_owned();
    let id = text(of, "/organisation").parse().unwrap();
    Chain::walk(
        id,
        &[Link {
            announcement,
            proof: None,
        }],
    )
    .unwrap()
}

fn certificate(of: &Value) -> Certificate {
    Certificate::read(text(of, "/certificate"), &chain(of)).unwrap()
}

#[test]
fn the_keys_of_the_browser_are_taken() {
    let example = example();
    for of in [&example["office"], &example["practice"]] {
        let chain = chain(of);
        assert_eq!(chain.newest().oek.kid(), kid(of, "/oekKid"));
        let found = certificate(of);
        assert_eq!(found.member, text(of, "/member").parse().unwrap());
        assert_eq!(found.signing.kid(), kid(of, "/signingKid"));
        let stored = StoredCertificate {
            token: String::new(),
            certificate: found,
            revoked_at: None,
        };
        assert!(stored.is_good(&chain, sealed_at()));
        let vault = Vault::read(text(of, "/vault")).unwrap();
        assert_eq!(vault.enc_kid, kid(of, "/encryptionKid"));
        for grant in of["grants"].as_array().unwrap() {
            let target: GrantTarget = text(grant, "/member").parse().unwrap();
            let place = match target {
                GrantTarget::Member(_) => "/encryptionKid",
                GrantTarget::Sheet(_) => "/sheet/kid",
            };
            let context = GrantContext {
                organisation: chain.organisation(),
                epoch: 1,
                target,
                granter: text(of, "/member").parse().unwrap(),
                kid: &kid(of, place),
            };
            assert_eq!(check_grant(text(grant, "/grant"), &context), Ok(()));
        }
    }
}

#[test]
fn the_endorsement_of_the_browser_is_taken() {
    let example = example();
    let endorsement = &example["endorsement"];
    let key = P256Key::from_jwk(&endorsement["jwk"]).unwrap();
    let by = text(endorsement, "/by").parse().unwrap();
    let found = Endorsement::read(text(endorsement, "/token"), by, &key).unwrap();
    assert!(found.is_about(&chain(&example["office"])));
    assert!(!found.is_about(&chain(&example["practice"])));
}

#[test]
fn the_report_of_the_browser_passes_every_check_up_to_the_receipt() {
    let example = example();
    let envelope = Envelope::read(text(&example, "/envelope")).unwrap();
    let author = certificate(&example["practice"]);
    assert_eq!(envelope.signing_kid(), Ok(Some(author.signing.kid())));
    assert_eq!(envelope.verify(&author.signing), Ok(()));
    let addressee = chain(&example["office"]).addressee_keys();
    let own_copies = BTreeSet::from([kid(&example, "/practice/oekKid")]);
    let rule = RecipientRule::new(&addressee, own_copies, false, sealed_at());
    for part in example["parts"].as_array().unwrap() {
        let id: PartId = text(part, "/id").parse().unwrap();
        let announced = envelope.part(id).unwrap();
        let context = envelope.context(announced);
        let found = jwe::inspect(text(part, "/jwe"), &context, &rule, |_| {
            Some(KeyAlgorithm::EcdhEsA256Kw)
        })
        .unwrap();
        assert_eq!(envelope.matches(announced, &found), Ok(()));
    }
    let clerk = certificate(&example["office"]);
    let (facts, _receipt) =
        receipt::check(text(&example, "/receipt"), &clerk.signing, &envelope).unwrap();
    assert!(facts.holds(Guard::SignedReceipt) && facts.holds(Guard::ReceiptMatchesTags));
    assert_eq!(reference(envelope.id), text(&example, "/caseReference"));
}

#[test]
fn the_three_facts_of_the_browser_travel_back_in_one_size() {
    let example = example();
    let envelope = Envelope::read(text(&example, "/envelope")).unwrap();
    let context = PartContext {
        part: text(&example, "/feedback/id").parse().unwrap(),
        role: PartRole::Feedback,
        to: text(&example, "/practice/organisation").to_owned(),
        direction: Direction::ToSender,
        ..envelope.context(&envelope.parts[0])
    };
    let own_copies = BTreeSet::from([kid(&example, "/office/oekKid")]);
    let addressee = chain(&example["practice"]).addressee_keys();
    let rule = RecipientRule::new(&addressee, own_copies, false, sealed_at());
    let found = jwe::inspect(text(&example, "/feedback/jwe"), &context, &rule, |_| {
        Some(KeyAlgorithm::EcdhEsA256Kw)
    });
    assert_eq!(found.unwrap().size, FEEDBACK_BYTES);
}

#[test]
fn the_draft_of_the_browser_is_taken_for_its_author_alone() {
    let example = example();
    let id = text(&example, "/draft/id").parse().unwrap();
    let draft = text(&example, "/draft/jwe");
    assert!(jwe::inspect_draft(draft, id, &kid(&example, "/practice/encryptionKid")).is_ok());
    assert!(jwe::inspect_draft(draft, id, &kid(&example, "/office/encryptionKid")).is_err());
}

#[test]
fn both_sides_speak_the_same_fingerprint() {
    let example = example();
    let spoken: Vec<&str> = example["voiceFingerprint"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let (sig, enc) = (
        kid(&example, "/office/signingKid"),
        kid(&example, "/office/encryptionKid"),
    );
    assert_eq!(voice_fingerprint(&sig, &enc), spoken.join(" "));
}
