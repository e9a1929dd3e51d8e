use super::*;

fn grant_header() -> Value {
    json!({
        "alg": "ECDH-ES+A256KW", "enc": "A256GCM", "kid": key(22).public.kid(),
        "typ": "orgkey-grant+jwe", "org": bare(office()), "epoch": 3,
        "member": member().to_string(), "granter": member().to_string(), "epk": key(9).jwk(),
    })
}

fn compact(header: &Value) -> String {
    let pieces = [vec![7; 40], vec![1; 12], vec![2; 300], vec![3; 16]];
    let rest: Vec<String> = pieces.into_iter().map(encode).collect();
    format!("{}.{}", encode(header.to_string()), rest.join("."))
}

#[test]
fn a_grant_says_outside_for_whom_and_what_it_is() {
    let kid = key(22).public.kid();
    let context = GrantContext {
        organisation: office(),
        epoch: 3,
        target: GrantTarget::Member(member()),
        granter: member(),
        kid: &kid,
    };
    assert_eq!(check_grant(&compact(&grant_header()), &context), Ok(()));
    for (member, value) in [
        ("alg", json!("dir")),
        ("enc", json!("A128GCM")),
        ("kid", json!(key(21).public.kid())),
        ("typ", json!("vault+jwe")),
        ("org", json!("x")),
        ("epoch", json!(2)),
        ("member", json!("sheet:1")),
        ("granter", json!("x")),
        ("epk", json!(null)),
    ] {
        let mut header = grant_header();
        header[member] = value;
        let refused = WrappedRefused::HeaderNotAllowed { member };
        assert_eq!(check_grant(&compact(&header), &context), Err(refused));
    }
    let mut more = grant_header();
    more["zip"] = json!("DEF");
    let other = WrappedRefused::HeaderNotAllowed { member: "other" };
    assert_eq!(check_grant(&compact(&more), &context), Err(other));
    assert_eq!(
        check_grant("a.b.c", &context),
        Err(WrappedRefused::Malformed)
    );
}

#[test]
fn a_proof_shows_that_a_grant_was_opened() {
    let grant = KeyGrant {
        organisation: office(),
        epoch: 3,
        target: GrantTarget::Sheet(1),
        granter: member(),
        grant: String::new(),
        proof_digest: Sha256::digest([5; 32]).into(),
        posted_at: now(),
        proved_at: None,
        ended_at: None,
    };
    assert!(grant.is_proved_by(&encode([5; 32])));
    assert!(!grant.is_proved_by(&encode([6; 32])));
    assert!(!grant.is_proved_by(""));
}

#[test]
fn a_sheet_is_not_verified_where_it_was_printed() {
    let session = |n| SessionId::from_uuid(Uuid::from_u128(n));
    let sheet = RecoverySheet {
        organisation: office(),
        number: 1,
        key: key(23).public,
        printed_in: session(1),
        printed_at: now(),
        verified_at: None,
        voided_at: None,
    };
    assert!(!sheet.can_be_verified_in(session(1)));
    assert!(sheet.can_be_verified_in(session(2)));
    let void = RecoverySheet {
        voided_at: Some(now()),
        ..sheet
    };
    assert!(!void.can_be_verified_in(session(2)));
}

fn vault() -> Value {
    let header = json!({"alg": "A256KW", "enc": "A256GCM", "typ": "vault+jwe"});
    json!({
        "v": 1, "encKid": key(22).public.kid(), "sigKid": key(21).public.kid(),
        "wrappings": [{
            "type": "passphrase",
            "kdf": {"name": "argon2id", "v": 19, "m": 65_536, "t": 3, "p": 1, "salt": encode([4; 16])},
            "jwe": compact(&header),
        }],
    })
}

#[test]
fn a_vault_is_wrapped_under_a_passphrase_with_the_parameters_of_the_profile() {
    let found = Vault::read(&vault().to_string()).unwrap();
    assert_eq!(found.enc_kid, key(22).public.kid());
    assert_eq!(found.text, vault().to_string());
    for (place, value) in [
        ("/wrappings/0/kdf/m", json!(1_024)),
        ("/wrappings/0/kdf/t", json!(1)),
        ("/wrappings/0/kdf/name", json!("md5")),
        ("/wrappings/0/kdf/salt", json!(encode([4; 8]))),
        ("/wrappings/0/type", json!("prf")),
    ] {
        let mut weak = vault();
        *weak.pointer_mut(place).unwrap() = value;
        assert_eq!(
            Vault::read(&weak.to_string()),
            Err(WrappedRefused::KdfNotAllowed),
            "{place}"
        );
    }
    for (place, value) in [
        ("/v", json!(2)),
        ("/wrappings", json!([])),
        ("/encKid", json!(key(21).public.kid())),
        ("/wrappings/0/jwe", json!("a.b.c.d.e")),
    ] {
        let mut wrong = vault();
        *wrong.pointer_mut(place).unwrap() = value;
        assert_eq!(
            Vault::read(&wrong.to_string()),
            Err(WrappedRefused::Malformed),
            "{place}"
        );
    }
    let mut chatty = vault();
    chatty["passphrase"] = json!("x");
    assert_eq!(
        Vault::read(&chatty.to_string()),
        Err(WrappedRefused::Malformed)
    );
    let mut p2c = vault();
    let header =
        json!({"alg": "A256KW", "enc": "A256GCM", "typ": "vault+jwe", "p2c": 2_000_000_000});
    p2c["wrappings"][0]["jwe"] = json!(compact(&header));
    let other = WrappedRefused::HeaderNotAllowed { member: "other" };
    assert_eq!(Vault::read(&p2c.to_string()), Err(other));
}
