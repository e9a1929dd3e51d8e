//! Who answers for a place: the same answer in both faces.

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use serde_json::{Value, json};

use crate::house::TestHouse;

const RESPONSIBLE: &str = "query($input: ResponsibleInput!) { responsible(input: $input) { status \
    candidates { area { key fullName } certainty because { value } numbers { display purpose openNow { state text { value } } } } \
    question { id kind text { value } options { value label } } fallback { display } explanation { value } } }";

async fn ask(house: &TestHouse, place: Value, topic: &str) -> Value {
    let variables = json!({ "input": { "place": place, "topic": topic } });
    let answer = house.graphql(RESPONSIBLE, variables, None).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["responsible"].clone()
}

fn districts(answer: &Value) -> Vec<&str> {
    let candidates = answer["candidates"].as_array().unwrap();
    candidates
        .iter()
        .map(|candidate| candidate["area"]["key"].as_str().unwrap())
        .collect()
}

#[actix_web::test]
async fn a_postcode_in_two_districts_gets_both_and_one_question() {
    let house = TestHouse::demo().await;
    let answer = ask(
        &house,
        json!({ "postcode": "18107" }),
        "CHILD_PROTECTION_REPORT",
    )
    .await;
    assert_eq!(answer["status"], "AMBIGUOUS");
    assert_eq!(districts(&answer), ["13003", "13072"]);
    assert_eq!(answer["question"]["kind"], "CHOOSE_PLACE");
    assert_eq!(
        answer["question"]["text"]["value"],
        "In welchem Ort ist das?"
    );
}

#[actix_web::test]
async fn on_friday_afternoon_the_number_that_answers_stands_first() {
    let house = TestHouse::demo().await;
    let answer = ask(
        &house,
        json!({ "placeName": "Waren (Müritz)" }),
        "CHILD_PROTECTION_REPORT",
    )
    .await;
    assert_eq!(answer["status"], "UNIQUE");
    let numbers = answer["candidates"][0]["numbers"].as_array().unwrap();
    assert_eq!(numbers[0]["display"], "0800 14 14 007");
    assert_eq!(numbers[0]["openNow"]["state"], "OPEN");
    assert!(
        numbers[1..]
            .iter()
            .all(|number| number["openNow"]["state"] == "UNKNOWN"),
        "{numbers:#?}"
    );
}

#[actix_web::test]
async fn rest_and_graphql_say_the_same_in_their_spelling() {
    let house = TestHouse::demo().await;
    let body = json!({ "place": { "postcode": "19055" }, "topic": "child_protection_report" });
    let rest = house
        .send(
            TestRequest::post()
                .uri("/api/v1/territory/responsible")
                .set_json(body),
        )
        .await;
    assert_eq!(rest.status, StatusCode::OK, "{}", rest.text);
    assert_eq!(rest.header("cache-control"), Some("no-store"));
    assert_eq!(rest.header("access-control-allow-origin"), Some("*"));
    let graphql = ask(
        &house,
        json!({ "postcode": "19055" }),
        "CHILD_PROTECTION_REPORT",
    )
    .await;
    assert_eq!(rest.json()["status"], "unique");
    assert_eq!(rest.json()["candidates"][0]["area"]["key"], "13004");
    assert_eq!(
        graphql["candidates"][0]["area"]["fullName"],
        rest.json()["candidates"][0]["area"]["fullName"]
    );
}

#[actix_web::test]
async fn a_place_outside_the_state_is_never_left_without_a_number() {
    let house = TestHouse::demo().await;
    for (postcode, status) in [("10115", "OUTSIDE_STATE"), ("00000", "UNKNOWN_PLACE")] {
        let answer = ask(
            &house,
            json!({ "postcode": postcode }),
            "CHILD_PROTECTION_REPORT",
        )
        .await;
        assert_eq!(answer["status"], status);
        assert!(
            !answer["fallback"].as_array().unwrap().is_empty(),
            "{answer}"
        );
    }
}

#[actix_web::test]
async fn a_question_without_a_place_is_refused_by_its_field() {
    let house = TestHouse::demo().await;
    let variables = json!({ "input": { "place": {}, "topic": "EARLY_HELP" } });
    let answer = house.graphql(RESPONSIBLE, variables, None).await;
    let extensions = &answer["errors"][0]["extensions"];
    assert_eq!(extensions["code"], "INVALID");
    assert_eq!(extensions["fields"][0]["field"], json!(["place"]));
}

#[actix_web::test]
async fn a_municipality_and_a_postcode_of_different_districts_are_named_both() {
    let house = TestHouse::demo().await;
    let place = json!({ "municipality": "13003000", "postcode": "18435" });
    let input = json!({ "place": place, "topic": "child_protection_report" });
    let request = TestRequest::post().uri("/api/v1/territory/responsible");
    let rest = house.send(request.set_json(input)).await;
    assert_eq!(rest.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (at, field, other) in [
        (0, "/place/municipality", "postcode"),
        (1, "/place/postcode", "municipality"),
    ] {
        let error = &rest.json()["errors"][at];
        assert_eq!(error["pointer"], field);
        assert_eq!(
            error["allowed"],
            format!("ein Ort im selben Kreis wie im Feld {other}")
        );
        assert_eq!(error["found"], "ein Text");
    }
    let variables = json!({ "input": { "place": place, "topic": "CHILD_PROTECTION_REPORT" } });
    let answer = house.graphql(RESPONSIBLE, variables, None).await;
    let fields = answer["errors"][0]["extensions"]["fields"].as_array();
    assert_eq!(fields.map(Vec::len), Some(2), "{answer}");
    // a town of the other district that the postcode reaches contradicts nothing
    let place = json!({ "municipality": "13003000", "postcode": "18107" });
    let answer = ask(&house, place, "CHILD_PROTECTION_REPORT").await;
    assert_eq!(districts(&answer), ["13003"]);
}

#[actix_web::test]
async fn the_emergency_call_is_nobodys_own_line_and_answers_always() {
    let house = TestHouse::demo().await;
    let query = "query($at: DateTime!) { responsible(input: { place: { municipality: \"13075039\" }, \
        topic: CHILD_PROTECTION_REPORT, at: $at }) { candidates { numbers { name { value } display purpose \
        openNow { state text { value } } } } } }";
    for at in ["2026-11-24T09:00:00Z", "2026-11-29T20:30:00Z"] {
        let answer = house.graphql(query, json!({ "at": at }), None).await;
        let numbers = &answer["data"]["responsible"]["candidates"][0]["numbers"];
        let all = numbers.as_array().unwrap();
        let emergency = all.iter().find(|one| one["display"] == "112").unwrap();
        let name = "Notruf, nicht die Nummer einer Behörde";
        assert_eq!(emergency["name"]["value"], name);
        assert_eq!(emergency["purpose"], "EMERGENCY");
        assert_eq!(emergency["openNow"]["state"], "OPEN", "{at}");
        assert_ne!(all[0], *emergency, "{at}");
    }
}

#[actix_web::test]
async fn districts_and_places_are_told_apart() {
    let house = TestHouse::demo().await;
    let query = "{ districts { key fullName shortLabel kind } places(startsWith: \"Neuenk\") { label district } }";
    let data = house.graphql(query, json!({}), None).await["data"].clone();
    let districts = data["districts"].as_array().unwrap();
    assert_eq!(districts.len(), 8);
    let labels: std::collections::BTreeSet<_> = districts
        .iter()
        .map(|district| district["shortLabel"].as_str().unwrap())
        .collect();
    assert_eq!(labels.len(), 8, "no two labels are alike");
    assert!(data["places"].as_array().unwrap().len() >= 4);
}

#[actix_web::test]
async fn whoever_asks_for_the_line_outside_office_hours_gets_it_first() {
    let house = TestHouse::demo().await;
    let by = async |channel: &str| {
        let input = json!({ "place": { "postcode": "99993" }, "topic": "CHILD_PROTECTION_REPORT",
            "at": "2026-11-20T09:00:00Z", "channel": channel });
        house
            .graphql(RESPONSIBLE, json!({ "input": input }), None)
            .await
    };
    let first = |answer: &Value| {
        answer["data"]["responsible"]["candidates"][0]["numbers"][0]["purpose"].clone()
    };
    assert_eq!(first(&by("PHONE").await), "REPORTING");
    assert_eq!(first(&by("ON_CALL").await), "ON_CALL");
    let refused = by("VISIT").await;
    let said = &refused["errors"][0]["extensions"];
    assert_eq!(said["code"], "INVALID");
    assert_eq!(said["fields"][0]["field"], json!(["channel"]));
}

#[actix_web::test]
async fn an_answer_to_nothing_is_refused_with_what_may_be_answered() {
    let house = TestHouse::demo().await;
    let cases = [
        (
            json!([{ "questionId": "region", "value": "13071-demmin" }]),
            "/answers/0/questionId",
            "one of: place, district, sub_region, state",
        ),
        (
            json!([{ "questionId": "place", "value": "geheim" }]),
            "/answers/0/value",
            "one of: 13003000, ",
        ),
        (
            json!([{ "questionId": "place", "value": "13003000" }, { "questionId": "sub_region", "value": "geheim" }]),
            "/answers/1/value",
            "the value of an option of the question",
        ),
        (
            json!(vec![
                json!({ "questionId": "place", "value": "13003000" });
                11
            ]),
            "/answers",
            "at most 10 values",
        ),
    ];
    for (answers, pointer, allowed) in cases {
        let input = json!({ "place": { "postcode": "18107" }, "topic": "child_protection_report", "answers": answers });
        let rest = house
            .send(
                TestRequest::post()
                    .uri("/api/v1/territory/responsible")
                    .insert_header(("accept-language", "en"))
                    .set_json(&input),
            )
            .await;
        let error = &rest.json()["errors"][0];
        assert_eq!(
            rest.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            rest.text
        );
        assert_eq!(error["pointer"], pointer);
        assert!(
            error["allowed"].as_str().unwrap().starts_with(allowed),
            "{error}"
        );
        assert!(!rest.text.contains("geheim"), "{}", rest.text);

        let mut input = input.clone();
        input["topic"] = json!("CHILD_PROTECTION_REPORT");
        let answer = house
            .graphql(RESPONSIBLE, json!({ "input": input }), None)
            .await;
        let field = &answer["errors"][0]["extensions"]["fields"][0];
        let path: Vec<_> = pointer.split('/').skip(1).collect();
        assert_eq!(field["field"], json!(path), "{answer}");
        assert!(
            ["ein Text", "eine Liste"].contains(&field["found"].as_str().unwrap()),
            "{answer}"
        );
    }
}
