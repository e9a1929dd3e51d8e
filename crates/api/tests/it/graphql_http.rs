//! GraphQL over HTTP: media types, statuses, limits, who may call from where.

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use serde_json::{Value, json};

use crate::house::{Answer, ORIGIN, TestHouse};

/// A key as its header spells it: a structured-field string.
const KEY: &str = "\"5b1f0c52-6a3e-4b5c-9d0e-3f5f4c1f7b11\"";
const GRAPHQL_JSON: &str = "application/graphql-response+json";

fn post(body: &Value) -> TestRequest {
    TestRequest::post().uri("/graphql").set_json(body)
}

async fn both(house: &TestHouse, body: Value) -> [Answer; 2] {
    let with = |accept| post(&body).insert_header(("accept", accept));
    [
        house.send(with("application/json")).await,
        house.send(with(GRAPHQL_JSON)).await,
    ]
}

fn code(answer: &Answer) -> Value {
    answer.json()["errors"][0]["extensions"]["code"].clone()
}

#[actix_web::test]
async fn both_media_types_are_answered_and_no_other() {
    let house = TestHouse::demo().await;
    let [plain, graphql] = both(&house, json!({ "query": "{ __typename }" })).await;
    assert_eq!(
        plain.header("content-type"),
        Some("application/json; charset=utf-8")
    );
    assert_eq!(
        graphql.header("content-type"),
        Some("application/graphql-response+json; charset=utf-8")
    );
    assert_eq!(plain.json(), json!({ "data": { "__typename": "Query" } }));
    assert_eq!(graphql.header("cache-control"), Some("no-store"));
    let html = post(&json!({ "query": "{ __typename }" })).insert_header(("accept", "text/html"));
    assert_eq!(house.send(html).await.status, StatusCode::NOT_ACCEPTABLE);
}

#[actix_web::test]
async fn a_document_that_cannot_run_has_no_data_and_its_status_depends_on_the_media_type() {
    let house = TestHouse::demo().await;
    let cases = [
        (json!({ "query": "{" }), "GRAPHQL_SYNTAX"),
        (json!({ "query": "{ nothingLikeThat }" }), "GRAPHQL_INVALID"),
        (
            json!({ "query": "query($id: ID!) { service(id: $id) { id } }" }),
            "GRAPHQL_INVALID",
        ),
        (
            json!({ "query": "query A { __typename } query B { __typename }" }),
            "GRAPHQL_INVALID",
        ),
        (
            json!({ "query": "query($first: Int) { services(first: $first) { totalCount } }",
            "variables": { "first": "viele" } }),
            "GRAPHQL_INVALID",
        ),
    ];
    for (body, expected) in cases {
        let [plain, graphql] = both(&house, body.clone()).await;
        assert_eq!(
            (plain.status, graphql.status),
            (StatusCode::OK, StatusCode::BAD_REQUEST),
            "{body}"
        );
        for answer in [plain, graphql] {
            assert_eq!(code(&answer), expected, "{}", answer.text);
            assert!(answer.json().get("data").is_none(), "{}", answer.text);
        }
    }
}

#[actix_web::test]
async fn what_is_no_graphql_request_is_refused_with_its_status() {
    let house = TestHouse::demo().await;
    let raw = |content_type: &'static str, body: &'static str| {
        TestRequest::post()
            .uri("/graphql")
            .insert_header(("content-type", content_type))
            .set_payload(body)
    };
    let large = json!({ "query": "{ __typename }", "variables": { "x": "y".repeat(70_000) } });
    let cases = [
        (raw("text/plain", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE"),
        (
            raw("application/json; charset=latin1", "{}"),
            415,
            "UNSUPPORTED_MEDIA_TYPE",
        ),
        (raw("application/json", "{\"query\":"), 400, "MALFORMED"),
        (raw("application/json", "{\"query\": 7}"), 400, "MALFORMED"),
        (
            raw(
                "application/json",
                "{\"query\": \"{a}\", \"variables\": []}",
            ),
            400,
            "MALFORMED",
        ),
        (
            raw("application/json", " [{\"query\": \"{__typename}\"}]"),
            400,
            "BATCH_REFUSED",
        ),
        (post(&large), 413, "TOO_LARGE"),
        (TestRequest::get().uri("/graphql"), 400, "MALFORMED"),
    ];
    for (request, status, expected) in cases {
        let answer = house.send(request).await;
        assert_eq!(
            (answer.status.as_u16(), code(&answer)),
            (status, json!(expected)),
            "{}",
            answer.text
        );
        assert_eq!(
            answer.json()["errors"][0]["extensions"]["requestId"].as_str(),
            answer.header("x-request-id")
        );
    }
}

#[actix_web::test]
async fn a_member_may_send_a_mebibyte() {
    let house = TestHouse::demo().await;
    let token = house.token("leo.leitung").await;
    let large = json!({ "query": "{ __typename }", "variables": { "x": "y".repeat(900_000) } });
    let bearer = ("authorization", format!("Bearer {token}"));
    assert_eq!(
        house.send(post(&large).insert_header(bearer)).await.status,
        StatusCode::OK
    );
}

#[actix_web::test]
async fn queries_alone_go_over_get_and_leave_nothing_behind() {
    let house = TestHouse::demo().await;
    let get = |query: &str| TestRequest::get().uri(&format!("/graphql?query={query}"));
    let answer = house.send(get("%7B__typename%7D")).await;
    assert_eq!(answer.json()["data"]["__typename"], "Query");
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let mutation = "mutation%7BupdateService(id:%22x%22,expectedVersion:1,patch:%7B%7D)%7BuserErrors%7Bcode%7D%7D%7D";
    let refused = house.send(get(mutation)).await;
    assert_eq!(refused.status, StatusCode::METHOD_NOT_ALLOWED);
    let object = house.send(get("%7B__typename%7D&variables=%5B%5D")).await;
    assert_eq!(object.status, StatusCode::BAD_REQUEST);
}

#[actix_web::test]
async fn a_bad_token_is_401_and_not_a_smaller_answer() {
    let house = TestHouse::demo().await;
    let request =
        post(&json!({ "query": "{ __typename }" })).insert_header(("authorization", "Bearer x"));
    let answer = house.send(request).await;
    assert_eq!(
        (answer.status, code(&answer)),
        (StatusCode::UNAUTHORIZED, json!("UNAUTHENTICATED"))
    );
}

#[actix_web::test]
async fn an_idempotency_key_needs_exactly_one_mutation() {
    let house = TestHouse::demo().await;
    let mutation =
        "updateService(id: \"x\", expectedVersion: 1, patch: {}) { userErrors { code } }";
    let send = async |query: String, key: &'static str| {
        let request = post(&json!({ "query": query })).insert_header(("idempotency-key", key));
        let answer = house.send(request).await;
        code(&answer)
    };
    let two = format!("mutation {{ a: {mutation} b: {mutation} }}");
    assert_eq!(send(two, KEY).await, "IDEMPOTENCY_ONE_MUTATION");
    assert_eq!(
        send("{ __typename }".to_owned(), KEY).await,
        "IDEMPOTENCY_ONE_MUTATION"
    );
    assert_eq!(
        send(format!("mutation {{ {mutation} }}"), "kein-schluessel").await,
        "IDEMPOTENCY_KEY_INVALID"
    );
    assert_eq!(
        send(format!("mutation {{ {mutation} }}"), KEY).await,
        "UNAUTHENTICATED"
    );
}

#[actix_web::test]
async fn too_much_at_once_is_refused_before_it_runs() {
    let house = TestHouse::demo().await;
    let deep = "{ services { nodes { organisation { services { organisation { services { organisation { \
                services { organisation { services { id } } } } } } } } } } }";
    let wide = format!("{{ {} }}", (0..19).map(|at| format!(
        "a{at}: services(first: 50) {{ nodes {{ organisation {{ services {{ organisation {{ services {{ id name {{ value }} }} }} }} }} }} }}"
    )).collect::<Vec<_>>().join(" "));
    for query in [deep.to_owned(), wide] {
        let answer = house.send(post(&json!({ "query": query }))).await;
        assert_eq!(code(&answer), "TOO_COMPLEX", "{}", answer.text);
    }
}

#[actix_web::test]
async fn introspection_is_open_but_not_endless() {
    let house = TestHouse::demo().await;
    let usual = "{ __schema { queryType { name } types { kind name description fields(includeDeprecated: true) { \
                 name args { name type { ...T } defaultValue } type { ...T } } inputFields { name type { ...T } } \
                 interfaces { ...T } enumValues { name } possibleTypes { ...T } } directives { name locations \
                 args { name type { ...T } } } } } fragment T on __Type { kind name ofType { kind name ofType { kind \
                 name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }";
    let answer = house.send(post(&json!({ "query": usual }))).await;
    assert!(
        answer.json()["data"]["__schema"]["types"]
            .as_array()
            .unwrap()
            .len()
            > 50,
        "{}",
        answer.text
    );
    let endless =
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";
    assert_eq!(
        code(&house.send(post(&json!({ "query": endless }))).await),
        "TOO_COMPLEX"
    );
}

#[actix_web::test]
async fn any_origin_may_call_without_a_cookie() {
    let house = TestHouse::demo().await;
    let elsewhere = ("origin", "https://anderswo.example");
    let answer = house
        .send(post(&json!({ "query": "{ __typename }" })).insert_header(elsewhere))
        .await;
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    assert!(
        answer
            .headers
            .get("access-control-allow-credentials")
            .is_none()
    );
    let preflight = TestRequest::with_uri("/graphql")
        .method(actix_web::http::Method::OPTIONS)
        .insert_header(elsewhere)
        .insert_header(("access-control-request-method", "POST"))
        .insert_header((
            "access-control-request-headers",
            "authorization, content-type",
        ));
    let allowed = house.send(preflight).await;
    assert_eq!(allowed.status, StatusCode::NO_CONTENT);
    assert_eq!(allowed.header("access-control-max-age"), Some("86400"));
    assert!(
        allowed
            .header("access-control-allow-headers")
            .unwrap()
            .contains("authorization")
    );
    assert_ne!(ORIGIN, elsewhere.1);
}

#[actix_web::test]
async fn what_moves_a_referral_needs_a_key_for_repeating_safely() {
    let house = TestHouse::demo().await;
    let token = house.token("karla.kita").await;
    let query =
        r#"mutation { acceptReferral(id: "ref_1", expectedVersion: 1) { userErrors { code } } }"#;
    let ask = || {
        post(&json!({ "query": query })).insert_header(("authorization", format!("Bearer {token}")))
    };
    let without = house.send(ask()).await;
    assert_eq!(without.status, StatusCode::BAD_REQUEST);
    assert_eq!(code(&without), "IDEMPOTENCY_KEY_REQUIRED");
    let with = house
        .send(ask().insert_header(("idempotency-key", KEY)))
        .await
        .json();
    let error = &with["data"]["acceptReferral"]["userErrors"][0];
    assert_eq!(error["code"], "NOT_FOUND");
}
