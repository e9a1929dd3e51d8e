mod receipts;

use serde_json::{Value, json};

use super::*;
use crate::referral::codes::Direction;
use crate::referral::jose::encode;
use crate::referral::machine::Guard;
use crate::referral::receipt;
use crate::referral::testing::key;

const ID: &str = "11111111-1111-4111-8111-111111111111";
const DESTINATION: &str = "22222222-2222-4222-8222-222222222222";
const SENDER: &str = "33333333-3333-4333-8333-333333333333";
const REPORT: &str = "44444444-4444-4444-8444-444444444444";
const MANIFEST: &str = "55555555-5555-4555-8555-555555555555";

fn part(id: &str, role: &str) -> Value {
    json!({"id": id, "role": role, "tag": encode([3; 16]), "paddedSize": 4096})
}

fn unsigned() -> Value {
    json!({
        "v": 1, "id": ID, "kind": "SUSPICION_REPORT", "gate": "KKG4_3", "destination": DESTINATION,
        "senderOrganisation": SENDER, "senderProfession": "KKG4_1_NR1", "urgency": "URGENT",
        "flags": ["do_not_contact_family"],
        "schema": "https://schutznetz.example/schema/suspicion-report/1.0.0",
        "destinationEpoch": 3, "predecessor": null, "replyKey": null,
        "recipientKids": [key(1).public.kid(), key(3).public.kid()],
        "parts": [part(REPORT, "report"), part(MANIFEST, "manifest")],
    })
}

fn signed(unsigned: &Value) -> String {
    let mut envelope = unsigned.clone();
    let signature = key(7).detach(SIGNATURE_TYPE, canonical(unsigned).as_bytes());
    envelope["envelopeSignature"] = json!(signature);
    envelope.to_string()
}

/// The good envelope with one member changed or added.
fn with(member: &str, value: Value) -> Value {
    let mut envelope = unsigned();
    envelope[member] = value;
    envelope
}

fn help() -> Value {
    let mut envelope = unsigned();
    envelope["kind"] = json!("HELP_REFERRAL");
    envelope["gate"] = json!("CONSENT");
    envelope["schema"] = json!("https://schutznetz.example/schema/help-referral/1.0.0");
    envelope["topic"] = json!("SCHOOL");
    envelope["ageBand"] = json!("A6_9");
    envelope["parts"] = json!([
        part(REPORT, "help"),
        part("66666666-6666-4666-8666-666666666666", "consent"),
        part(MANIFEST, "manifest"),
    ]);
    envelope
}

fn refused(envelope: &Value) -> (&'static str, String) {
    let refusal = Envelope::read(&signed(envelope)).unwrap_err();
    (refusal.fault.code(), refusal.pointer)
}

fn refused_at(envelope: &Value, code: &str, pointer: &str) {
    assert_eq!(refused(envelope), (code_of(code), pointer.to_owned()));
}

fn code_of(code: &str) -> &'static str {
    [
        EnvelopeFault::Malformed,
        EnvelopeFault::Missing,
        EnvelopeFault::TooMuch,
        EnvelopeFault::NotJson,
        EnvelopeFault::FieldNotAllowed,
        EnvelopeFault::GateNotAllowed(GateClosed::OtherKind),
        EnvelopeFault::SignatureInvalid,
    ]
    .into_iter()
    .map(EnvelopeFault::code)
    .find(|known| *known == code)
    .unwrap()
}

#[test]
fn a_signed_envelope_is_read_and_verified() {
    let envelope = Envelope::read(&signed(&unsigned())).unwrap();
    assert_eq!(envelope.kind, Kind::SuspicionReport);
    assert_eq!(envelope.signing_kid(), Ok(Some(key(7).public.kid())));
    assert_eq!(envelope.verify(&key(7).public), Ok(()));
    assert_eq!(envelope.signed_bytes(), canonical(&unsigned()).as_bytes());
    assert!(Envelope::read(&signed(&help())).is_ok());
}

#[test]
fn one_changed_member_breaks_the_signature() {
    let good = signed(&unsigned());
    for (from, to) in [
        ("\"URGENT\"", "\"NORMAL\""),
        ("\"destinationEpoch\":3", "\"destinationEpoch\":4"),
        (DESTINATION, SENDER),
        ("4096", "8192"),
    ] {
        let envelope = Envelope::read(&good.replacen(from, to, 1)).unwrap();
        let refusal = envelope.verify(&key(7).public).unwrap_err();
        assert_eq!(refusal.fault, EnvelopeFault::SignatureInvalid);
    }
    let other_key = Envelope::read(&good).unwrap().verify(&key(8).public);
    assert_eq!(
        other_key.unwrap_err().fault,
        EnvelopeFault::SignatureInvalid
    );
}

#[test]
fn blanks_and_order_of_members_do_not_matter_to_the_signature() {
    let value: Value = serde_json::from_str(&signed(&unsigned())).unwrap();
    let spaced = serde_json::to_string_pretty(&value).unwrap();
    assert_eq!(
        Envelope::read(&spaced).unwrap().verify(&key(7).public),
        Ok(())
    );
}

#[test]
fn a_signature_of_another_type_or_algorithm_is_not_accepted() {
    let bytes = canonical(&unsigned());
    let with_signature = |signature: String| {
        let mut envelope = unsigned();
        envelope["envelopeSignature"] = json!(signature);
        Envelope::read(&envelope.to_string()).unwrap()
    };
    let part_type = key(7).detach("sn-part+jws", bytes.as_bytes());
    let attached = key(7).sign(SIGNATURE_TYPE, &unsigned());
    let (_, after) = key(7)
        .detach(SIGNATURE_TYPE, bytes.as_bytes())
        .split_once("..")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .unwrap();
    let header = |value: Value| format!("{}..{after}", encode(value.to_string()));
    let kid = key(7).public.kid();
    for signature in [
        part_type,
        attached,
        header(json!({"alg": "none", "typ": SIGNATURE_TYPE, "kid": kid})),
        header(json!({"alg": "HS256", "typ": SIGNATURE_TYPE, "kid": kid})),
        header(json!({"alg": "ES256", "typ": SIGNATURE_TYPE})),
        header(
            json!({"alg": "ES256", "typ": SIGNATURE_TYPE, "kid": kid, "jku": "https://x.example"}),
        ),
        header(json!({"alg": "ES256", "typ": SIGNATURE_TYPE, "kid": kid, "jwk": key(7).jwk()})),
        String::new(),
    ] {
        let refusal = with_signature(signature)
            .verify(&key(7).public)
            .unwrap_err();
        assert_eq!(refusal.fault, EnvelopeFault::SignatureInvalid);
    }
}

#[test]
fn topic_and_age_are_refused_for_a_suspicion_report() {
    refused_at(
        &with("topic", json!("FAMILY")),
        "field-not-allowed",
        "/topic",
    );
    refused_at(
        &with("ageBand", json!("A0_2")),
        "field-not-allowed",
        "/ageBand",
    );
}

#[test]
fn an_envelope_is_closed() {
    let loose = DESTINATION.to_uppercase().replace('2', "A");
    for (member, value, pointer, fault) in [
        ("childName", json!("x"), "", EnvelopeFault::TooMuch),
        ("v", json!("1"), "/v", EnvelopeFault::Malformed),
        (
            "urgency",
            json!("NOW"),
            "/urgency",
            EnvelopeFault::Malformed,
        ),
        ("destinationEpoch", json!(3.5), "", EnvelopeFault::NotJson),
        (
            "destination",
            json!(loose),
            "/destination",
            EnvelopeFault::Malformed,
        ),
        (
            "recipientKids",
            json!(["short"]),
            "/recipientKids/0",
            EnvelopeFault::Malformed,
        ),
        (
            "replyKey",
            json!({"kty": "oct"}),
            "/replyKey",
            EnvelopeFault::Malformed,
        ),
        (
            "parts",
            json!([{"id": MANIFEST}]),
            "/parts/0/role",
            EnvelopeFault::Missing,
        ),
        (
            "parts",
            json!([{"name": "x"}]),
            "/parts/0",
            EnvelopeFault::TooMuch,
        ),
    ] {
        let refusal = Envelope::read(&signed(&with(member, value))).unwrap_err();
        assert_eq!(
            (refusal.fault, &*refusal.pointer),
            (fault, pointer),
            "{member}"
        );
        assert_eq!(fault.code(), "envelope-malformed");
    }
    for gone in ["gate", "kind", "flags"] {
        let mut missing = unsigned();
        missing.as_object_mut().unwrap().remove(gone);
        refused_at(&missing, "envelope-malformed", &format!("/{gone}"));
    }
    let unsigned = Envelope::read(&unsigned().to_string()).unwrap_err();
    assert_eq!(unsigned.fault, EnvelopeFault::Missing);
    assert_eq!(unsigned.pointer, "/envelopeSignature");
    let twice = signed(&self::unsigned()).replacen('{', "{\"v\":1,", 1);
    assert_eq!(
        Envelope::read(&twice).unwrap_err().fault,
        EnvelopeFault::NotJson
    );
    assert_eq!(
        Envelope::read(&" ".repeat(LARGEST + 1)).unwrap_err().fault,
        EnvelopeFault::TooLarge
    );
}

#[test]
fn an_id_that_shows_its_time_is_refused() {
    let v7 = json!("01890a5d-ac96-774b-bcce-b302099a8057");
    refused_at(&with("id", v7), "envelope-malformed", "/id");
}

#[test]
fn a_gate_belongs_to_its_kind_and_its_profession() {
    refused_at(&with("gate", json!("CONSENT")), "gate-not-allowed", "/gate");
    let kita = Envelope::read(&signed(&with("senderProfession", json!("SGB8_PROVIDER")))).unwrap();
    assert_eq!(
        kita.check_gate(None).unwrap_err().fault.code(),
        "gate-not-allowed"
    );
    assert!(
        Envelope::read(&signed(&unsigned()))
            .unwrap()
            .check_gate(None)
            .is_ok()
    );
}

#[test]
fn an_organisation_signs_and_only_people_without_one_may_not() {
    let mut unsigned_organisation = unsigned();
    unsigned_organisation["envelopeSignature"] = Value::Null;
    let refusal = Envelope::read(&unsigned_organisation.to_string()).unwrap_err();
    assert_eq!(refusal.fault, EnvelopeFault::SignatureInvalid);
    let mut nobody = unsigned();
    nobody["senderOrganisation"] = Value::Null;
    nobody["envelopeSignature"] = Value::Null;
    let refusal = Envelope::read(&nobody.to_string()).unwrap_err();
    assert_eq!(refusal.pointer, "/senderOrganisation");
    nobody["gate"] = json!("CITIZEN");
    nobody["senderProfession"] = json!("PRIVATE_PERSON");
    nobody["replyKey"] = key(6).jwk();
    let citizen = Envelope::read(&nobody.to_string()).unwrap();
    assert_eq!(citizen.signing_kid(), Ok(None));
    refused_at(
        &with("replyKey", key(6).jwk()),
        "field-not-allowed",
        "/replyKey",
    );
    refused_at(
        &with("flags", json!(["anonymous"])),
        "field-not-allowed",
        "/flags",
    );
}

#[test]
fn the_parts_are_one_matter_one_manifest_and_what_goes_with_them() {
    let parts = |list: &[Value]| with("parts", json!(list));
    let (report, manifest) = (part(REPORT, "report"), part(MANIFEST, "manifest"));
    let other = "77777777-7777-4777-8777-777777777777";
    refused_at(
        &parts(std::slice::from_ref(&report)),
        "envelope-malformed",
        "/parts",
    );
    refused_at(
        &parts(std::slice::from_ref(&manifest)),
        "envelope-malformed",
        "/parts",
    );
    let two = [report.clone(), part(other, "report"), manifest.clone()];
    refused_at(&parts(&two), "envelope-malformed", "/parts");
    let same = [report.clone(), part(REPORT, "manifest")];
    refused_at(&parts(&same), "envelope-malformed", "/parts");
    for role in ["help", "message", "feedback", "decision", "conflict"] {
        let list = [report.clone(), manifest.clone(), part(other, role)];
        refused_at(&parts(&list), "field-not-allowed", "/parts/2/role");
    }
    let mut restricted = parts(&[report.clone(), manifest.clone(), part(other, "conflict")]);
    restricted["flags"] = json!(["restricted"]);
    assert!(Envelope::read(&signed(&restricted)).is_ok());
    // consent is never a condition of a report, and always one of a help referral
    let told = parts(&[report, part(other, "consent"), manifest.clone()]);
    assert!(Envelope::read(&signed(&told)).is_ok());
    let mut without = help();
    without["parts"] = json!([part(REPORT, "help"), manifest]);
    refused_at(&without, "envelope-malformed", "/parts");
}

#[test]
fn tags_and_sizes_have_the_form_of_their_part() {
    let with_part = |member: &str, value: Value| {
        let mut envelope = unsigned();
        envelope["parts"][0][member] = value;
        envelope
    };
    refused_at(
        &with_part("tag", json!(encode([1; 15]))),
        "envelope-malformed",
        "/parts/0/tag",
    );
    refused_at(
        &with_part("paddedSize", json!(4_000)),
        "envelope-malformed",
        "/parts/0/paddedSize",
    );
    let file = |size: u32| {
        let mut envelope = unsigned();
        let file = json!({
            "id": "77777777-7777-4777-8777-777777777777", "role": "attachment",
            "streamDigest": encode([4; 32]), "paddedSize": size,
        });
        envelope["parts"].as_array_mut().unwrap().push(file);
        envelope
    };
    for size in [65_536, 524_288, 1_048_576, 2_097_152, 20_971_520] {
        assert!(Envelope::read(&signed(&file(size))).is_ok(), "{size}");
    }
    for size in [1_024, 65_537, 786_432, 22_020_096] {
        refused_at(&file(size), "envelope-malformed", "/parts/2/paddedSize");
    }
}

#[test]
fn a_part_must_be_the_announced_one() {
    let envelope = Envelope::read(&signed(&unsigned())).unwrap();
    let part = &envelope.parts[0];
    let found = Inspected {
        kids: vec![key(3).public.kid(), key(1).public.kid()],
        epoch: 3,
        size: 4_096,
        tag: encode([3; 16]),
    };
    assert_eq!(envelope.matches(part, &found), Ok(()));
    for (member, other) in [
        (
            "tag",
            Inspected {
                tag: encode([4; 16]),
                ..found.clone()
            },
        ),
        (
            "paddedSize",
            Inspected {
                size: 8_192,
                ..found.clone()
            },
        ),
        (
            "epoch",
            Inspected {
                epoch: 2,
                ..found.clone()
            },
        ),
        (
            "recipientKids",
            Inspected {
                kids: vec![key(1).public.kid()],
                ..found.clone()
            },
        ),
    ] {
        let refused = JweRefused::ContextMismatch { member };
        assert_eq!(envelope.matches(part, &other), Err(refused));
    }
    let context = envelope.context(part);
    assert_eq!(
        (context.to.as_str(), context.direction),
        (DESTINATION, Direction::ToRecipient)
    );
}

#[test]
fn what_people_without_an_organisation_do_is_dated_to_the_minute() {
    let mut citizen = unsigned();
    citizen["senderOrganisation"] = Value::Null;
    citizen["envelopeSignature"] = Value::Null;
    citizen["gate"] = json!("CITIZEN");
    let citizen = Envelope::read(&citizen.to_string()).unwrap();
    let now = DateTime::from_timestamp(1_764_583_261, 5_000).unwrap();
    assert_eq!(citizen.announced_at(now).timestamp() % 60, 0);
    assert_eq!(
        Envelope::read(&signed(&unsigned()))
            .unwrap()
            .announced_at(now),
        now
    );
}
