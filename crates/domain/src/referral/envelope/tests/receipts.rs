use super::*;

fn receipt_payload() -> Value {
    json!({
        "iss": DESTINATION, "aud": SENDER, "sub": format!("referral:{ID}"), "iat": 1_764_583_200,
        "jti": "88888888-8888-4888-8888-888888888888",
        "events": {receipt::ACKNOWLEDGED: {
            "authenticationTags": {REPORT: encode([3; 16]), MANIFEST: encode([3; 16])},
            "plainDigests": {REPORT: encode([5; 32]), MANIFEST: encode([6; 32])},
            "epoch": 3,
        }},
    })
}

fn check_receipt(payload: &Value) -> Result<(bool, bool), TokenRefused> {
    let envelope = Envelope::read(&signed(&unsigned())).unwrap();
    let token = key(5).sign(receipt::TYPE, payload);
    receipt::check(&token, &key(5).public, &envelope).map(|(facts, _)| {
        (
            facts.holds(Guard::SignedReceipt),
            facts.holds(Guard::ReceiptMatchesTags),
        )
    })
}

#[test]
fn a_receipt_names_exactly_what_arrived() {
    assert_eq!(check_receipt(&receipt_payload()), Ok((true, true)));
    let event = "/events/https:~1~1schutznetz.example~1events~1acknowledged";
    for (place, value) in [
        ("/authenticationTags", json!({REPORT: encode([3; 16])})),
        (
            "/authenticationTags",
            json!({REPORT: encode([4; 16]), MANIFEST: encode([3; 16])}),
        ),
        ("/plainDigests", json!({REPORT: encode([5; 32])})),
        (
            "/plainDigests",
            json!({REPORT: encode([5; 32]), MANIFEST: "x"}),
        ),
        ("/epoch", json!(2)),
    ] {
        let mut other = receipt_payload();
        *other.pointer_mut(&format!("{event}{place}")).unwrap() = value;
        assert_eq!(check_receipt(&other), Ok((true, false)), "{place}");
    }
}

#[test]
fn a_receipt_for_somebody_else_or_with_more_in_it_is_refused() {
    for (member, value) in [
        ("iss", json!(SENDER)),
        ("aud", json!("anonymous")),
        ("sub", json!(format!("referral:{REPORT}"))),
        ("note", json!("x")),
    ] {
        let mut other = receipt_payload();
        other[member] = value;
        assert_eq!(
            check_receipt(&other),
            Err(TokenRefused::PayloadNotAllowed),
            "{member}"
        );
    }
    let mut reserved = receipt_payload();
    reserved["events"][receipt::ACKNOWLEDGED]["caseKey"] = key(6).jwk();
    assert_eq!(
        check_receipt(&reserved),
        Err(TokenRefused::PayloadNotAllowed)
    );
    let envelope = Envelope::read(&signed(&unsigned())).unwrap();
    let other_type = key(5).sign("member-cert+jwt", &receipt_payload());
    assert_eq!(
        receipt::check(&other_type, &key(5).public, &envelope).unwrap_err(),
        TokenRefused::WrongType
    );
}
