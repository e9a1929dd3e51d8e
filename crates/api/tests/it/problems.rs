//! Refusals: one form, a stable code, nothing internal.

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use serde_json::json;

use crate::house::TestHouse;

#[actix_web::test]
async fn every_refusal_of_the_router_is_a_problem_document() {
    let house = TestHouse::demo().await;
    let search = || TestRequest::post().uri("/api/v1/directory/search");
    let cases = [
        (TestRequest::get().uri("/api/v1/nirgends"), 404, "not-found"),
        (
            TestRequest::get().uri("/api/v1/directory/nirgends"),
            404,
            "not-found",
        ),
        (
            TestRequest::get().uri("/api/v1/directory/services/keine-id"),
            404,
            "not-found",
        ),
        (
            TestRequest::put().uri("/api/v1/session"),
            405,
            "method-not-allowed",
        ),
        (
            TestRequest::delete().uri("/api/v1/directory/search"),
            405,
            "method-not-allowed",
        ),
        (
            TestRequest::delete().uri("/graphql"),
            405,
            "method-not-allowed",
        ),
        (search().set_payload("{}"), 415, "unsupported-media-type"),
        (
            search()
                .insert_header(("content-type", "application/json"))
                .set_payload("{"),
            400,
            "malformed",
        ),
        (
            search().set_json(json!({ "unbekannt": 1 })),
            400,
            "malformed",
        ),
        (search().set_json(json!({ "first": 51 })), 422, "invalid"),
        (
            search().set_json(json!({ "filter": { "text": "x".repeat(70_000) } })),
            413,
            "too-large",
        ),
    ];
    for (request, status, code) in cases {
        let answer = house.send(request).await;
        let body = answer.json();
        assert_eq!(answer.status.as_u16(), status, "{}", answer.text);
        assert_eq!(
            answer.header("content-type"),
            Some("application/problem+json"),
            "{code}"
        );
        assert_eq!(body["code"], code);
        assert_eq!(
            body["type"],
            format!("https://netz.example/problems/{code}")
        );
        assert_eq!(body["requestId"].as_str(), answer.header("x-request-id"));
        assert!(
            body["title"]
                .as_str()
                .is_some_and(|title| !title.is_empty())
        );
    }
}

#[actix_web::test]
async fn a_refusal_names_the_field_and_never_repeats_what_was_typed() {
    let house = TestHouse::demo().await;
    let body = json!({ "filter": { "postcode": "geheim-4711" } });
    let request = TestRequest::post()
        .uri("/api/v1/directory/search?q=geheim-4711")
        .set_json(body);
    let answer = house.send(request).await;
    assert!(!answer.text.contains("geheim"), "{}", answer.text);
    let mut body = answer.json();
    body["requestId"] = json!("…");
    insta::assert_json_snapshot!("a_refused_postcode", body);
}

#[actix_web::test]
async fn a_refusal_speaks_english_to_those_who_ask_for_it() {
    let house = TestHouse::demo().await;
    let ask = async |language: &'static str| {
        let request = TestRequest::get()
            .uri("/api/v1/session")
            .insert_header(("accept-language", language));
        house.send(request).await.json()["title"].clone()
    };
    assert_eq!(ask("de").await, "Bitte melden Sie sich an.");
    assert_eq!(ask("en-GB, de;q=0.8").await, "Please sign in.");
}

#[actix_web::test]
async fn every_code_has_a_page() {
    let house = TestHouse::demo().await;
    for code in api::problem::Code::ALL {
        let uri = format!("/problems/{}", code.slug());
        let answer = house.send(TestRequest::get().uri(&uri)).await;
        assert_eq!(answer.status, StatusCode::OK, "{uri}");
        assert_eq!(answer.json()["graphql"], code.graphql());
    }
    let unknown = house.send(TestRequest::get().uri("/problems/nichts")).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn every_answer_carries_its_id_and_the_safe_headers() {
    let house = TestHouse::demo().await;
    let first = house.send(TestRequest::get().uri("/api/v1/meta")).await;
    let second = house.send(TestRequest::get().uri("/api/v1/meta")).await;
    assert_ne!(first.header("x-request-id"), second.header("x-request-id"));
    assert_eq!(first.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(first.header("referrer-policy"), Some("no-referrer"));
}
