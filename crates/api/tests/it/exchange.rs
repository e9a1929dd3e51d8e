//! A help referral from its keys to its end, over HTTP alone, with what the browser's own modules
//! sealed and signed.

mod bodies;
mod refusals;

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use chrono::TimeDelta;
use serde_json::{Value, json};

use self::bodies::{Argument, Exchange, mutation};
use crate::house::{ORIGIN, TestHouse};

const EXAMPLE: &str = include_str!("../../../../data/referral/sealed_help.json");

fn example() -> Value {
    serde_json::from_str(EXAMPLE).unwrap()
}

fn text<'a>(value: &'a Value, place: &str) -> &'a str {
    value.pointer(place).and_then(Value::as_str).unwrap()
}

const SEEN: &str = "referral { id version state receipt outcome allowedActions destination { id } \
                    parts { id } history { action code } }";

fn act_on(case: &Value) -> Vec<Argument> {
    vec![
        ("id", "ID!", case["referral"]["id"].clone()),
        (
            "expectedVersion",
            "Int!",
            case["referral"]["version"].clone(),
        ),
    ]
}

#[actix_web::test]
async fn a_help_referral_goes_its_way_over_http() {
    let (exchange, example) = (Exchange::ready().await, example());
    exchange.announce("verifier").await;
    exchange.give_keys("practice").await;
    exchange.give_keys("service").await;
    let id = text(&example, "/service/organisation").to_owned();
    assert_eq!(
        exchange.published(&id).await.json()["reason"],
        "CHAIN_BROKEN",
        "nobody vouches yet"
    );
    exchange.endorse("service").await;

    let (doctor, adviser) = (
        exchange.sign_in("practice").await,
        exchange.sign_in("service").await,
    );
    let submission = [
        (
            "envelope",
            "String!",
            example["referral"]["envelope"].clone(),
        ),
        (
            "parts",
            "[PartInput!]!",
            example["referral"]["parts"].clone(),
        ),
    ];
    let sent = exchange
        .act(&doctor, "createReferral", &submission, SEEN)
        .await;
    assert_eq!(sent["referral"]["state"], "DELIVERED");

    // the same request under the same key: done once, and it says so
    let (query, variables) = mutation("createReferral", &submission, SEEN);
    let again = exchange
        .send(&doctor, exchange.asked.get() - 1, &query, &variables)
        .await;
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    assert_eq!(again.json()["data"]["createReferral"], sent);

    let box_of = "query { referrals(box: INBOX, filter: { kinds: [HELP_REFERRAL], \
                  dueBefore: \"2026-12-04T00:00:00Z\" }) { totalCount nodes { id } } }";
    let found = exchange
        .house
        .graphql(box_of, json!({}), Some(&adviser))
        .await;
    assert_eq!(
        found["data"]["referrals"]["nodes"][0]["id"], sent["referral"]["id"],
        "{found}"
    );

    let parts: Vec<Value> = sent["referral"]["parts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part["id"].clone())
        .collect();
    let read = [
        ("id", "ID!", sent["referral"]["id"].clone()),
        ("partIds", "[ID!]!", json!(parts)),
    ];
    let wanted = "parts { jwe } referral { id version state }";
    let opened = exchange
        .act(&adviser, "readReferralParts", &read, wanted)
        .await;
    let bytes: Vec<_> = opened["parts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| &part["jwe"])
        .collect();
    let given: Vec<_> = example["referral"]["parts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| &part["jwe"])
        .collect();
    assert_eq!(bytes, given, "byte for byte");

    let mut acknowledge = act_on(&opened);
    acknowledge.push(("receipt", "String!", example["receipt"].clone()));
    let case = exchange
        .act(&adviser, "acknowledgeReferral", &acknowledge, SEEN)
        .await;
    let case = exchange
        .act(&adviser, "acceptReferral", &act_on(&case), SEEN)
        .await;
    let mut assign = act_on(&case);
    assign.push(("member", "ID!", example["service"]["member"].clone()));
    let case = exchange
        .act(&adviser, "assignReferral", &assign, SEEN)
        .await;
    let case = exchange
        .act(&adviser, "startReferral", &act_on(&case), SEEN)
        .await;
    let mut complete = act_on(&case);
    complete.push(("outcome", "String!", json!("GOT_HELP")));
    exchange
        .act(&adviser, "completeReferral", &complete, SEEN)
        .await;

    let query =
        "query($id: ID!) { referral(id: $id) { state outcome receipt history { action code } } }";
    let variables = json!({ "id": sent["referral"]["id"] });
    let seen = exchange
        .house
        .graphql(query, variables, Some(&doctor))
        .await;
    let seen = &seen["data"]["referral"];
    assert_eq!(
        (&seen["state"], &seen["outcome"]),
        (&json!("COMPLETED"), &json!("GOT_HELP"))
    );
    assert_eq!(seen["receipt"], example["receipt"]);
    let coded: Vec<_> = seen["history"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|step| !step["code"].is_null())
        .collect();
    assert_eq!(
        coded,
        [&json!({ "action": "complete", "code": "GOT_HELP" })]
    );
}

#[actix_web::test]
async fn the_keys_of_a_destination_are_public_and_change_their_tag() {
    let (exchange, example) = (Exchange::ready().await, example());
    let id = text(&example, "/service/organisation").to_owned();
    let bare = exchange.published(&id).await;
    assert_eq!(bare.status, StatusCode::OK);
    let none = bare.json();
    assert_eq!(
        (&none["announcements"], &none["recipients"]),
        (&json!([]), &json!([]))
    );
    assert_eq!(
        (&none["reason"], &none["health"]["state"]),
        (&json!("NO_KEYS"), &json!("CLOSED"))
    );

    exchange.announce("verifier").await;
    exchange.give_keys("service").await;
    exchange.endorse("service").await;
    let path = format!("/api/v1/destinations/{id}/keys");
    let request = TestRequest::get()
        .uri(&path)
        .insert_header(("origin", "https://kita.example"));
    let answer = exchange.house.send(request).await;
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    let keys = answer.json();
    assert_eq!(
        keys["announcements"],
        json!([{ "announcement": example["service"]["link"]["announcement"], "proof": null }])
    );
    assert_eq!(
        keys["endorsements"],
        json!([example["service"]["endorsement"]])
    );
    assert_eq!(
        keys["certificates"],
        json!([{ "certificate": example["service"]["certificate"], "revokedAt": null }])
    );
    assert_eq!(keys["recipients"][0]["kid"], example["service"]["oekKid"]);
    assert_eq!(keys["recipients"][0]["jwk"]["crv"], "P-256");
    assert_eq!(keys["kinds"], json!(["HELP_REFERRAL"]));
    assert_eq!(
        keys["health"],
        json!({ "state": "READY", "until": null, "ways": 2, "keysVerifiedOn": "2026-12-01" })
    );

    let tag = answer.header("etag").unwrap().to_owned();
    assert_ne!(Some(&*tag), bare.header("etag"));
    let request = TestRequest::get()
        .uri(&path)
        .insert_header(("if-none-match", tag));
    assert_eq!(
        exchange.house.send(request).await.status,
        StatusCode::NOT_MODIFIED
    );
    exchange.house.clock.forward(TimeDelta::days(370));
    assert_eq!(
        exchange.published(&id).await.json()["health"]["state"],
        "WARNING"
    );

    let missing = exchange
        .published("org_018f0000000070008000000000000001")
        .await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert_eq!(
        missing.json()["type"],
        format!("{ORIGIN}/problems/not-found")
    );
}

#[actix_web::test]
async fn a_box_comes_in_order_and_tells_the_next_deadline() {
    let house = TestHouse::demo().await;
    let query = "query ($box: ReferralBox!, $order: ReferralOrder) { referrals(box: $box, orderBy: $order, first: 100) { \
                 nodes { id urgency state createdAt successor dueDates { name at } nextDeadline { name at } } } }";
    let mut urgent_first = false;
    for login in [
        "karla.kita",
        "petra.praxis",
        "ines.eingang",
        "kim.kontakt",
        "leo.leitung",
    ] {
        let token = house.token(login).await;
        let list = async |variables: Value| {
            let answer = house.graphql(query, variables, Some(&token)).await;
            answer["data"]["referrals"]["nodes"]
                .as_array()
                .unwrap()
                .clone()
        };
        let inbox = list(json!({ "box": "INBOX" })).await;
        let again = list(json!({ "box": "INBOX", "order": "URGENCY" })).await;
        assert_eq!(inbox, again, "the usual order of the inbox");
        let newest = list(json!({ "box": "INBOX", "order": "NEWEST" })).await;
        urgent_first |= newest != inbox;
        for node in &inbox {
            let due = node["dueDates"].as_array().unwrap().iter();
            let nearest = due.min_by_key(|due| due["at"].as_str().unwrap());
            assert_eq!(
                nearest.cloned().unwrap_or(Value::Null),
                node["nextDeadline"]
            );
        }
    }
    assert!(urgent_first, "the demo shows no difference");
}

#[actix_web::test]
async fn a_destination_opens_when_one_of_its_services_does() {
    let house = TestHouse::demo().await;
    let token = house.token("petra.praxis").await;
    let query = "{ destinations(kind: HELP_REFERRAL, first: 100) { nextOpening organisation { \
                 services { openNow { state nextOpening } } } } }";
    let answer = house.graphql(query, json!({}), Some(&token)).await;
    let destinations = answer["data"]["destinations"].as_array().unwrap();
    let mut known = 0;
    for destination in destinations {
        let services = destination["organisation"]["services"].as_array().unwrap();
        let hours: Vec<_> = services.iter().map(|one| &one["openNow"]).collect();
        let open = hours.iter().any(|one| one["state"] == "OPEN");
        let next = hours
            .iter()
            .filter_map(|one| one["nextOpening"].as_str())
            .min();
        if let Some(next) = next.filter(|_| !open) {
            known += 1;
            let said = destination["nextOpening"].as_str().unwrap();
            assert!(said <= next, "{destination}");
        }
    }
    assert!(
        known > 0,
        "no destination of the demo states hours: {answer}"
    );
}

#[actix_web::test]
async fn a_destination_is_found_by_words_of_its_name_in_any_order() {
    let house = TestHouse::demo().await;
    let token = house.token("petra.praxis").await;
    let query = "query($text: String) { destinations(kind: SUSPICION_REPORT, text: $text, first: 100) { \
                 organisation { name { value } } } }";
    let names = async |text: Option<&str>| -> Vec<String> {
        let answer = house
            .graphql(query, json!({ "text": text }), Some(&token))
            .await;
        let found = answer["data"]["destinations"].as_array().unwrap();
        let name = |one: &Value| {
            let name = &one["organisation"]["name"]["value"];
            name.as_str().unwrap().to_owned()
        };
        found.iter().map(name).collect()
    };
    let all = names(None).await;
    let wanted = all
        .iter()
        .max_by_key(|name| name.split_whitespace().count())
        .unwrap();
    let mut words: Vec<&str> = wanted.split_whitespace().collect();
    assert!(words.len() > 1, "{all:?}");
    words.reverse();
    let found = names(Some(&words.join("  ").to_uppercase())).await;
    assert!(
        found.contains(wanted) && found.len() < all.len(),
        "{found:?}"
    );
    words.push("Nirgendwo");
    assert_eq!(names(Some(&words.join(" "))).await, Vec::<String>::new());
}

#[actix_web::test]
async fn an_invented_office_is_listed_for_its_own_people_and_where_its_district_is_named() {
    let house = TestHouse::demo().await;
    let token = house.token("petra.praxis").await;
    let query = "query($text: String) { destinations(kind: SUSPICION_REPORT, text: $text, first: 100) { \
                 organisation { demo } } }";
    let invented = async |token: Option<&str>, text: Option<&str>| -> (usize, usize) {
        let answer = house.graphql(query, json!({ "text": text }), token).await;
        let found = answer["data"]["destinations"].as_array().unwrap();
        let demo = found
            .iter()
            .filter(|one| one["organisation"]["demo"] == true);
        (demo.count(), found.len())
    };
    for text in [None, Some("Jugendamt")] {
        let (demo, all) = invented(None, text).await;
        assert!(demo == 0 && all > 5, "{text:?}: {demo} of {all}");
        let (own, more) = invented(Some(&token), text).await;
        assert!(own > 0 && more == all + own, "{text:?}");
    }
    let (named, all) = invented(None, Some("jugendamt beispielkreis")).await;
    assert!(named == 1 && all == 1, "{named} of {all}");
}
