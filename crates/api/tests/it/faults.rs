//! What a refusal tells of the input: the field, what kind of value was found, what is allowed; in one
//! language, and never a word of what was sent.

mod bodies;
mod documents;

use actix_web::test::TestRequest;
use serde_json::{Value, json};

use crate::house::TestHouse;

const SEARCH: &str = "/api/v1/directory/search";

async fn rest(house: &TestHouse, uri: &str, language: &'static str, body: &Value) -> (u16, Value) {
    let request = TestRequest::post()
        .uri(uri)
        .insert_header(("accept-language", language))
        .set_json(body);
    let answer = house.send(request).await;
    assert!(!answer.text.contains("geheim"), "{}", answer.text);
    (answer.status.as_u16(), answer.json())
}

async fn graphql(house: &TestHouse, body: &Value) -> Value {
    let request = TestRequest::post()
        .uri("/graphql")
        .insert_header(("accept-language", "en"))
        .set_json(body);
    let answer = house.send(request).await;
    assert!(!answer.text.contains("geheim"), "{}", answer.text);
    answer.json()["errors"][0].clone()
}

#[actix_web::test]
async fn what_is_no_json_is_told_by_where_it_breaks() {
    let house = TestHouse::demo().await;
    for uri in [SEARCH, "/graphql"] {
        let request = TestRequest::post()
            .uri(uri)
            .insert_header(("content-type", "application/json"))
            .set_payload("{\n \"filter\": geheim }");
        let answer = house.send(request).await;
        assert_eq!(answer.status.as_u16(), 400);
        assert!(!answer.text.contains("geheim"), "{}", answer.text);
        let json = answer.json();
        let told = json.pointer("/errors/0/extensions/fields/0");
        let told = told.unwrap_or(&json["errors"][0]);
        assert_eq!(told["allowed"], "gültiges JSON");
        assert_eq!(told["found"], "ein Fehler in Zeile 2, Spalte 12");
    }
    let request = TestRequest::get().uri("/graphql?query=%7B__typename%7D&variables=%7B");
    let json = house.send(request).await.json();
    let told = &json["errors"][0]["extensions"]["fields"][0];
    assert_eq!(told["field"], json!(["variables"]));
    assert_eq!(told["found"], "ein Fehler in Zeile 1, Spalte 1");
}

#[actix_web::test]
async fn a_limit_is_named_with_what_was_counted() {
    let house = TestHouse::demo().await;
    let renamed = (0..31).map(|at| format!("a{at}: id")).collect::<Vec<_>>();
    let renamed = renamed.join(" ");
    let skipped = "id @skip(if: false) ".repeat(31);
    let cases = [
        (format!("{{ node(id: \"x\") {{{renamed} }} }}"), "aliases", 30, json!(31)),
        (format!("{{ node(id: \"x\") {{{skipped} }} }}"), "directives", 30, json!(31)),
        (format!("{}a{}", "{ a ".repeat(10) + "{ ", " }".repeat(11)), "depth", 10, json!(11)),
        ("{ services(first: 50) { nodes { organisation { services { organisation { services { organisation { \
          services { id name { value } } } } } } } } } }".to_owned(), "cost", 30_000, Value::Null),
    ];
    for (query, what, most, counted) in cases {
        let error = graphql(&house, &json!({ "query": query })).await;
        assert_eq!(error["extensions"]["code"], "TOO_COMPLEX", "{error}");
        let limit = &error["extensions"]["limit"];
        assert_eq!(
            (&limit["what"], &limit["most"]),
            (&json!(what), &json!(most)),
            "{error}"
        );
        assert_eq!(limit["counted"], counted, "{error}");
        assert!(
            error["message"]
                .as_str()
                .unwrap()
                .contains(&most.to_string()),
            "{error}"
        );
    }
    let large = json!({ "query": "{ __typename }", "variables": { "x": "y".repeat(70_000) } });
    let error = graphql(&house, &large).await;
    assert_eq!(error["extensions"]["limit"]["most"], 65_536);
    let (status, told) = rest(&house, SEARCH, "en", &json!({ "lang": "x".repeat(70_000) })).await;
    assert_eq!((status, &told["limit"]["most"]), (413, &json!(65_536)));
}
