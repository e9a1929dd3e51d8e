//! What a refusal tells of the input: the field, what kind of value was found, what is allowed; in one
//! language, and never a word of what was sent.

use actix_web::test::TestRequest;
use serde_json::{Value, json};

use crate::house::TestHouse;

const SEARCH: &str = "/api/v1/directory/search";
const RESPONSIBLE: &str = "/api/v1/territory/responsible";

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

#[actix_web::test]
async fn graphql_says_what_it_found_in_an_argument_and_never_a_text() {
    let house = TestHouse::demo().await;
    let cases = [
        ("{ services(first: 0) { totalCount } }", "first", "0"),
        ("{ services(first: -1) { totalCount } }", "first", "-1"),
        (
            "query($n: Int = 51) { services(first: $n) { totalCount } }",
            "first",
            "51",
        ),
        (
            "{ places(startsWith: \"geheim\", first: 11) { postcode } }",
            "first",
            "11",
        ),
        (
            "{ services(after: \"geheim\") { totalCount } }",
            "after",
            "a text",
        ),
        (
            "{ services(lang: \"geheim\") { totalCount } }",
            "lang",
            "a text",
        ),
        (
            "{ services(filter: { near: { lat: 99, lon: 12.5, radiusM: 10 } }) { totalCount } }",
            "filter.near",
            "an object",
        ),
        (
            "{ responsible(input: { place: { postcode: \"geheim\" }, topic: EARLY_HELP }) { status } }",
            "place.postcode",
            "a text",
        ),
    ];
    for (query, field, found) in cases {
        let error = graphql(&house, &json!({ "query": query })).await;
        let told = &error["extensions"]["fields"][0];
        let path: Vec<_> = field.split('.').collect();
        assert_eq!(
            (&told["field"], &told["found"]),
            (&json!(path), &json!(found)),
            "{error}"
        );
        assert!(!error.to_string().contains("geheim"), "{error}");
    }
}

#[actix_web::test]
async fn a_variable_that_does_not_fit_is_named_with_its_path() {
    let house = TestHouse::demo().await;
    let query = "query ($f: ServiceFilter, $o: ServiceOrder = NAME) { services(filter: $f, orderBy: $o) { totalCount } }";
    let near = json!({ "near": { "lat": 53, "lon": "geheim", "radiusM": 10 } });
    let cases = [
        (
            json!({ "f": near }),
            json!(["f", "near", "lon"]),
            "a text",
            "a number",
        ),
        (
            json!({ "o": "geheim" }),
            json!(["o"]),
            "a text",
            "one of: RELEVANCE, NAME, DISTANCE",
        ),
        (
            json!({ "f": { "openAt": 7 } }),
            json!(["f", "openAt"]),
            "a number",
            "an instant such as 2026-11-20T15:40:00Z",
        ),
    ];
    for (variables, path, found, allowed) in cases {
        let error = graphql(&house, &json!({ "query": query, "variables": variables })).await;
        let extensions = &error["extensions"];
        assert_eq!(extensions["code"], "GRAPHQL_INVALID", "{error}");
        assert_eq!(extensions["fields"][0]["field"], path, "{error}");
        assert_eq!(extensions["fields"][0]["found"], found);
        assert_eq!(extensions["fields"][0]["allowed"], allowed);
        assert!(
            error["message"].as_str().unwrap().contains(allowed),
            "{error}"
        );
        assert_eq!(error["locations"].as_array().map(Vec::len), Some(1));
    }
}

#[actix_web::test]
async fn a_literal_is_refused_in_german_like_a_variable() {
    let house = TestHouse::demo().await;
    let cases = [
        (
            "{ helplines(at: \"geheim\") { id } }",
            "at",
            "ein Text",
            "ein Zeitpunkt, etwa 2026-11-20T15:40:00Z",
        ),
        (
            "{ services(orderBy: GEHEIM) { totalCount } }",
            "orderBy",
            "ein Wort",
            "eines von: RELEVANCE, NAME, DISTANCE",
        ),
        (
            "{ services(first: 99999999999) { totalCount } }",
            "first",
            "eine Zahl",
            "eine ganze Zahl von -2147483648 bis 2147483647",
        ),
    ];
    for (query, field, found, allowed) in cases {
        let request = TestRequest::post()
            .uri("/graphql")
            .set_json(json!({ "query": query }));
        let answer = house.send(request).await;
        assert!(
            !answer.text.to_lowercase().contains("geheim"),
            "{}",
            answer.text
        );
        let error = &answer.json()["errors"][0];
        assert_eq!(
            error["message"],
            format!(
                "Das GraphQL-Dokument passt nicht zum Schema. {field}: {allowed} (gefunden: {found})"
            )
        );
        let extensions = &error["extensions"];
        assert_eq!(extensions["code"], "GRAPHQL_INVALID");
        assert_eq!(
            extensions["fields"],
            json!([{ "field": [field], "allowed": allowed, "found": found }])
        );
        assert_eq!(error["locations"].as_array().map(Vec::len), Some(1));
    }
}

#[actix_web::test]
async fn every_list_says_what_number_it_found() {
    let house = TestHouse::demo().await;
    for list in [
        "services(first: 0) { totalCount }",
        "myEntries(first: 0) { totalCount }",
        "places(startsWith: \"a\", first: 0) { label }",
        "referrals(box: INBOX, first: 0) { totalCount }",
        "referralEvents(first: 0) { endCursor }",
        "destinations(kind: HELP_REFERRAL, first: 0) { id }",
        "organisationsWithKeys(first: 0) { id }",
    ] {
        let error = graphql(&house, &json!({ "query": format!("{{ {list} }}") })).await;
        let told = &error["extensions"]["fields"][0];
        assert_eq!(
            (&told["field"], &told["found"]),
            (&json!(["first"]), &json!("0")),
            "{list}: {error}"
        );
    }
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
async fn an_argument_that_nothing_is_known_of_is_refused_and_not_taken_for_another() {
    let house = TestHouse::demo().await;
    for (arguments, field) in [
        ("lang: \"fr\"", "lang"),
        ("orderBy: DISTANCE", "orderBy"),
        ("filter: { kinds: [\"geheim\"] }", "filter"),
    ] {
        let query = format!("{{ services({arguments}) {{ totalCount }} }}");
        let error = graphql(&house, &json!({ "query": query })).await;
        assert_eq!(error["extensions"]["code"], "INVALID", "{error}");
        assert_eq!(
            error["extensions"]["fields"][0]["field"][0], field,
            "{error}"
        );
    }
    let measured =
        "{ services(orderBy: DISTANCE, filter: { postcode: \"19055\" }) { totalCount } }";
    let error = graphql(&house, &json!({ "query": measured })).await;
    assert!(error.is_null(), "{error}");
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
