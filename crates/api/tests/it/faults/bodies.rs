//! Bodies of REST requests.

use serde_json::json;

use super::{SEARCH, rest};
use crate::house::TestHouse;

const RESPONSIBLE: &str = "/api/v1/territory/responsible";

#[actix_web::test]
async fn a_body_that_does_not_fit_names_field_found_and_allowed() {
    let house = TestHouse::demo().await;
    let orders = "one of: relevance, name, distance";
    let cases = [
        (
            SEARCH,
            json!({ "first": "geheim" }),
            400,
            "/first",
            "a text",
            "a whole number",
        ),
        (
            SEARCH,
            json!({ "orderBy": "geheim" }),
            400,
            "/orderBy",
            "a text",
            orders,
        ),
        (
            SEARCH,
            json!({ "filter": { "near": { "lat": "geheim", "lon": 1, "radiusM": 1 } } }),
            400,
            "/filter/near/lat",
            "a text",
            "a number",
        ),
        (
            SEARCH,
            json!({ "filter": { "openAt": "geheim" } }),
            400,
            "/filter/openAt",
            "a text",
            "an instant such as 2026-11-20T15:40:00Z",
        ),
        (
            SEARCH,
            json!({ "geheim": 2 }),
            400,
            "",
            "another field",
            "one of the fields: filter, orderBy, first, after, lang",
        ),
        (
            SEARCH,
            json!({ "first": 51 }),
            422,
            "/first",
            "a number",
            "1 to 50 services are allowed",
        ),
        (
            SEARCH,
            json!({ "lang": "fr" }),
            422,
            "/lang",
            "a text",
            "a language is de, de-simple or en",
        ),
        (
            SEARCH,
            json!({ "orderBy": "distance" }),
            422,
            "/orderBy",
            "a text",
            "relevance or name; distance needs near, place, postcode or municipality in the filter",
        ),
        (
            RESPONSIBLE,
            json!({ "place": {} }),
            400,
            "/topic",
            "nothing",
            "a value: this field is required",
        ),
        (
            RESPONSIBLE,
            json!({ "place": {}, "topic": "early_help" }),
            422,
            "/place",
            "an object",
            "at least one field of the place",
        ),
    ];
    for (uri, body, status, pointer, found, allowed) in cases {
        let (answered, told) = rest(&house, uri, "en", &body).await;
        assert_eq!(answered, status, "{told}");
        let error = &told["errors"][0];
        assert_eq!(
            [&error["pointer"], &error["found"], &error["allowed"]],
            [pointer, found, allowed],
            "{body}"
        );
    }
}

#[actix_web::test]
async fn an_unknown_term_is_refused_and_not_searched_for() {
    let house = TestHouse::demo().await;
    for (field, known) in [
        ("topics", "neglect"),
        ("kinds", "hotline"),
        ("sectors", "youth_welfare"),
    ] {
        let body = |key: &str| json!({ "filter": { field: [key] } });
        let (status, told) = rest(&house, SEARCH, "de", &body("geheimes_wort")).await;
        assert_eq!(
            (status, &told["errors"][0]["pointer"]),
            (422, &json!(format!("/filter/{field}")))
        );
        let allowed = told["errors"][0]["allowed"].as_str().unwrap();
        assert!(
            allowed.starts_with("eines von: ") && allowed.contains(known),
            "{allowed}"
        );
        let (status, told) = rest(&house, SEARCH, "de", &body(known)).await;
        assert_eq!(status, 200, "{told}");
    }
}

#[actix_web::test]
async fn an_answer_speaks_one_language() {
    let house = TestHouse::demo().await;
    let (_, told) = rest(&house, SEARCH, "de", &json!({ "first": "geheim" })).await;
    assert_eq!(told["title"], "Die Anfrage ist nicht lesbar.");
    assert_eq!(
        told["detail"],
        "first: eine ganze Zahl (gefunden: ein Text)"
    );
    let (_, told) = rest(&house, SEARCH, "en", &json!({ "first": "geheim" })).await;
    assert_eq!(told["title"], "The request cannot be read.");
    assert_eq!(told["detail"], "first: a whole number (found: a text)");
}
