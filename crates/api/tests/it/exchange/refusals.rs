//! What the exchange refuses is told in the language of the request, at the path of the argument.

use actix_web::test::TestRequest;
use serde_json::{Value, json};
use uuid::Uuid;

use super::bodies::{Argument, mutation};
use crate::house::TestHouse;

const ERRORS: &str = "userErrors { code field message current { id allowedActions } }";

/// The first user error of a mutation by somebody of the demo.
async fn refused(
    house: &TestHouse,
    login: &str,
    language: &'static str,
    field: &str,
    arguments: &[Argument],
) -> Value {
    let token = house.token(login).await;
    let (query, variables) = mutation(field, arguments, "");
    let query = query.replace("userErrors { code field message }", ERRORS);
    let key = Uuid::new_v5(&Uuid::NAMESPACE_OID, variables.to_string().as_bytes());
    let request = TestRequest::post()
        .uri("/graphql")
        .insert_header(("accept-language", language))
        .insert_header(("authorization", format!("Bearer {token}")))
        .insert_header(("idempotency-key", format!("\"{key}\"")))
        .set_json(json!({ "query": query, "variables": variables }));
    let answer = house.send(request).await.json();
    answer["data"][field]["userErrors"][0].clone()
}

/// What it says, where it points, and its code.
fn told(error: &Value) -> (&str, Value, &str) {
    let text = |place: &str| error[place].as_str().unwrap_or_default();
    (text("code"), error["field"].clone(), text("message"))
}

#[actix_web::test]
async fn what_was_sent_is_blamed_at_its_argument_in_german() {
    let house = TestHouse::demo().await;
    let envelope = |text: &str| -> Vec<Argument> {
        vec![
            ("envelope", "String!", text.into()),
            ("parts", "[PartInput!]!", json!([])),
        ]
    };
    let cases = [
        (
            "announceOrganisationKey",
            vec![("announcement", "String!", json!("x"))],
            "CHAIN_BROKEN",
            json!(["announcement"]),
            "Die Kette der Schlüssel hält nicht. Die erste Ankündigung, die nicht hält, ist Nummer 2.",
        ),
        (
            "createReferral",
            envelope("{}"),
            "ENVELOPE_MALFORMED",
            json!(["envelope", "envelopeSignature"]),
            "Der Umschlag ist nicht lesbar. Im Umschlag fehlt: envelopeSignature.",
        ),
        (
            "createReferral",
            envelope(r#"{"envelopeSignature":null,"v":1,"geheim":2}"#),
            "ENVELOPE_MALFORMED",
            json!(["envelope"]),
            "Der Umschlag ist nicht lesbar. Im Umschlag steht eine Angabe, die nicht hineingehört.",
        ),
        (
            "createReferral",
            envelope(r#"{"envelopeSignature":null,"v":"geheim"}"#),
            "ENVELOPE_MALFORMED",
            json!(["envelope", "v"]),
            "Der Umschlag ist nicht lesbar. Im Umschlag stimmt nicht: v.",
        ),
    ];
    for (field, arguments, code, path, message) in cases {
        let error = refused(&house, "petra.praxis", "de", field, &arguments).await;
        assert_eq!(told(&error), (code, path, message));
    }
}

#[actix_web::test]
async fn a_part_that_is_no_jwe_is_blamed_at_its_jwe_in_german() {
    let house = TestHouse::demo().await;
    let login = "petra.praxis";
    let token = house.token(login).await;
    let query = "{ referrals(box: OUTBOX, first: 50) { nodes { id version allowedActions } } }";
    let answer = house.graphql(query, json!({}), Some(&token)).await;
    let sent = answer["data"]["referrals"]["nodes"].as_array().unwrap();
    let has = |one: &Value, action: &str| {
        let actions = one["allowedActions"].as_array().unwrap();
        actions.contains(&json!(action))
    };
    let talking = sent.iter().find(|one| has(one, "MESSAGE")).unwrap();
    let part = json!({ "id": Uuid::from_u128(7), "jwe": "{}" });
    let message = [
        ("id", "ID!", talking["id"].clone()),
        ("part", "PartInput!", part),
    ];
    let error = refused(&house, login, "de", "postMessage", &message).await;
    let unreadable = "Ein verschlüsselter Teil ist nicht lesbar. Ein Teil ist ein JWE in allgemeiner \
                      JSON-Form mit genau fünf Angaben.";
    let path = json!(["part", "jwe"]);
    assert_eq!(told(&error), ("JWE_MALFORMED", path, unreadable));
}
