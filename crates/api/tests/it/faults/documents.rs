//! GraphQL documents with their arguments and variables.

use actix_web::test::TestRequest;
use serde_json::json;

use super::graphql;
use crate::house::TestHouse;

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
async fn a_document_found_valid_before_is_as_strict_about_its_variables() {
    const LIST: &str = "query List($f: ServiceFilter, $o: ServiceOrder, $n: Int) { \
                        services(filter: $f, orderBy: $o, first: $n) { totalCount } }";
    const NESTED: &str = "query Nested($o: ServiceOrder, $n: Int, $id: String) { \
                          services(filter: { district: $id, ageMonths: $n }, orderBy: $o) { totalCount } }";
    const ONE: &str = "query One($id: ID!, $long: Boolean!) { \
                       service(id: $id) { id summary @include(if: $long) { value } } }";
    let list = json!({ "f": { "cost": ["FREE"] }, "o": "NAME", "n": 3 });
    let one = json!({ "id": "svc_018f0000-0000-7000-8000-000000000000", "long": true });
    let cases = [
        (LIST, &list, json!({ "o": "geheim" })),
        (LIST, &list, json!({ "o": 7 })),
        (LIST, &list, json!({ "n": "geheim" })),
        (LIST, &list, json!({ "n": 0 })),
        (LIST, &list, json!({ "n": 3.5 })),
        (LIST, &list, json!({ "f": { "geheim": 1 } })),
        (LIST, &list, json!({ "f": { "cost": ["geheim"] } })),
        (LIST, &list, json!({ "f": { "near": { "lat": 53 } } })),
        (LIST, &list, json!({ "f": [] })),
        (LIST, &list, json!({ "f": { "openAt": "geheim" } })),
        (NESTED, &list, json!({ "n": 7 })),
        (NESTED, &list, json!({ "n": null, "id": ["geheim"] })),
        (ONE, &one, json!({})),
        (ONE, &one, json!({ "id": null, "long": true })),
        (ONE, &one, json!({ "id": ["geheim"], "long": true })),
        (ONE, &one, json!({ "id": "svc_1", "long": "geheim" })),
    ];
    for (query, good, bad) in cases {
        let house = TestHouse::demo().await;
        let ask = |variables| json!({ "query": query, "variables": variables });
        let mut fresh = graphql(&house, &ask(&bad)).await;
        for _ in 0..3 {
            assert!(graphql(&house, &ask(good)).await.is_null());
        }
        let mut known = graphql(&house, &ask(&bad)).await;
        for told in [&mut fresh, &mut known] {
            let id = told["extensions"]
                .as_object_mut()
                .unwrap()
                .remove("requestId");
            assert!(id.is_some());
        }
        assert_eq!(fresh, known, "{bad}");
    }
}
