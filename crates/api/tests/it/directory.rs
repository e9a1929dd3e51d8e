//! The directory in both faces.

mod editing;

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use serde_json::{Value, json};

use crate::house::TestHouse;

async fn search(house: &TestHouse, filter: Value, first: i32, after: Option<&str>) -> Value {
    let query = "query($filter: ServiceFilter, $first: Int!, $after: String) { \
        services(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } \
        edges { cursor reasons { kind text { value } } node { id name { value } demo organisation { id name { value } } \
        openNow { state text { value } instead { display } } cost { kind text { value } } } } } }";
    let variables = json!({ "filter": filter, "first": first, "after": after });
    let answer = house.graphql(query, variables, None).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["services"].clone()
}

#[actix_web::test]
async fn pages_follow_each_other_without_gap_or_double_and_the_total_is_exact() {
    let house = TestHouse::demo().await;
    let mut ids = std::collections::BTreeSet::new();
    let mut after: Option<String> = None;
    let mut pages = 0;
    loop {
        let page = search(&house, json!({}), 50, after.as_deref()).await;
        let edges = page["edges"].as_array().unwrap();
        assert!(
            edges
                .iter()
                .all(|edge| ids.insert(edge["node"]["id"].as_str().unwrap().to_owned()))
        );
        pages += 1;
        if page["pageInfo"]["hasNextPage"] != true {
            assert_eq!(page["totalCount"], ids.len());
            break;
        }
        after = page["pageInfo"]["endCursor"].as_str().map(str::to_owned);
    }
    assert!(
        pages > 1 && ids.len() > 100,
        "{pages} pages, {} services",
        ids.len()
    );
}

#[actix_web::test]
async fn invented_bodies_appear_only_where_their_district_is_named() {
    let house = TestHouse::demo().await;
    let real = search(&house, json!({}), 50, None).await;
    assert!(
        real["edges"]
            .as_array()
            .unwrap()
            .iter()
            .all(|edge| edge["node"]["demo"] == false)
    );
    let demo = search(&house, json!({ "district": "99001" }), 50, None).await;
    assert!(demo["totalCount"].as_i64().unwrap() > 0);
    assert!(
        demo["edges"]
            .as_array()
            .unwrap()
            .iter()
            .all(|edge| edge["node"]["demo"] == true)
    );
}

#[actix_web::test]
async fn what_is_not_open_says_what_answers_instead() {
    let house = TestHouse::demo().await;
    let page = search(&house, json!({ "district": "13072" }), 50, None).await;
    let nodes: Vec<_> = page["edges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| &edge["node"])
        .collect();
    assert!(!nodes.is_empty());
    for node in nodes {
        let open_now = &node["openNow"];
        let instead = open_now["instead"].as_array().unwrap();
        assert_eq!(open_now["state"] == "OPEN", instead.is_empty(), "{node}");
        assert!(
            instead
                .iter()
                .all(|line| line["display"] == "0800 14 14 007"),
            "{instead:?}"
        );
    }
}

#[actix_web::test]
async fn an_unknown_cost_is_said_and_never_read_as_free() {
    let house = TestHouse::demo().await;
    let page = search(&house, json!({}), 50, None).await;
    let unknown = page["edges"]
        .as_array()
        .unwrap()
        .iter()
        .find(|edge| edge["node"]["cost"]["kind"] == "UNKNOWN");
    assert_eq!(
        unknown.unwrap()["node"]["cost"]["text"]["value"],
        "Kosten: bitte fragen"
    );
}

#[actix_web::test]
async fn the_first_helpline_answers_now() {
    let house = TestHouse::demo().await;
    let query =
        "{ helplines { name { value } openNow { state } phones { display openNow { state } } } }";
    let data = house.graphql(query, json!({}), None).await["data"].clone();
    let lines = data["helplines"].as_array().unwrap();
    assert_eq!(lines[0]["openNow"]["state"], "OPEN", "{lines:#?}");
    assert_eq!(
        lines[0]["name"]["value"],
        "Kinderschutz-Hotline Mecklenburg-Vorpommern"
    );
    let settings = house
        .send(TestRequest::get().uri("/api/v1/web/settings"))
        .await
        .json();
    assert!(
        !settings["helplines"].as_array().unwrap().is_empty(),
        "{settings}"
    );
    assert_eq!(settings["practice"], true);
}

#[actix_web::test]
async fn a_service_is_found_by_its_id_its_uuid_and_as_a_node() {
    let house = TestHouse::demo().await;
    let page = search(&house, json!({}), 1, None).await;
    let id = page["edges"][0]["node"]["id"].as_str().unwrap();
    let bare = id.strip_prefix("svc_").unwrap();
    let query = "query($id: ID!, $bare: ID!) { a: service(id: $id) { id } b: service(id: $bare) { id } \
                 node(id: $bare) { id __typename ... on Service { version } } none: organisation(id: $id) { id } }";
    let data = house
        .graphql(query, json!({ "id": id, "bare": bare }), None)
        .await["data"]
        .clone();
    assert_eq!(
        (&data["a"]["id"], &data["b"]["id"]),
        (&json!(id), &json!(id))
    );
    assert_eq!(data["node"]["__typename"], "Service");
    assert_eq!(data["none"], Value::Null);
}

#[actix_web::test]
async fn the_rest_twin_of_a_service_has_a_tag_and_spares_what_is_known() {
    let house = TestHouse::demo().await;
    let page = search(
        &house,
        json!({ "text": "Kinderschutz-Hotline Mecklenburg-Vorpommern" }),
        1,
        None,
    )
    .await;
    let id = page["edges"][0]["node"]["id"].as_str().unwrap();
    let uri = format!("/api/v1/directory/services/{id}");
    let first = house.send(TestRequest::get().uri(&uri)).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.text);
    assert_eq!(first.json()["openNow"]["state"], "open");
    assert_eq!(first.json()["phones"][0]["openNow"]["state"], "open");
    let tag = first.header("etag").unwrap().to_owned();
    let again = house
        .send(
            TestRequest::get()
                .uri(&uri)
                .insert_header(("if-none-match", tag)),
        )
        .await;
    assert_eq!(
        (again.status, again.text.as_str()),
        (StatusCode::NOT_MODIFIED, "")
    );
    let organisation = first.json()["organisation"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let uri = format!("/api/v1/directory/organisations/{organisation}");
    let organisation = house.send(TestRequest::get().uri(&uri)).await;
    assert_eq!(organisation.json()["services"][0]["id"], id);
}

#[actix_web::test]
async fn the_page_of_the_hotline_looks_like_this() {
    let house = TestHouse::demo().await;
    let query = "{ services(filter: { text: \"Kinderschutz-Hotline Mecklenburg-Vorpommern\" }, first: 1) { nodes { name { lang value } kinds { key label { value } } \
        status { code } eligibility { ageKnown text { value } } cost { kind text { value } } anonymous areas { label { value } source { date } } \
        phones { number display href kind purpose purposeText { value } cost openNow { state reason text { value } until } statedBy { title date } } \
        hours { channel text { value } alwaysOpen blocks { weekday start end } } openNow { state reason text { value } stale instead { href } } \
        trust { freshness certainty confirmedOn text { value } } organisation { kind { key } district { fullName } status } } } }";
    let answer = house.graphql(query, json!({}), None).await;
    insta::assert_json_snapshot!("the_hotline", answer);
}

const UPDATE: &str = "mutation($id: ID!, $version: Int!, $patch: ServicePatch!) { \
    updateService(id: $id, expectedVersion: $version, patch: $patch) { service { id version summary { value } phones { id display } } \
    userErrors { code field message current { version summary { value } } } } }";

/// A service that the signed-in editor may edit, with its version.
#[actix_web::test]
async fn the_viewer_sees_who_they_are_and_what_they_may_do() {
    let house = TestHouse::demo().await;
    let query =
        "{ viewer { displayName roles can organisation { name { value } } sessionEndsAt } }";
    assert_eq!(
        house.graphql(query, json!({}), None).await["data"]["viewer"],
        Value::Null
    );
    let leo = house.token("leo.leitung").await;
    let viewer = house.graphql(query, json!({}), Some(&leo)).await["data"]["viewer"].clone();
    insta::assert_json_snapshot!("a_viewer", viewer);
    let adam = house.token("adam.amt").await;
    let viewer = house.graphql(query, json!({}), Some(&adam)).await["data"]["viewer"].clone();
    assert_eq!(viewer["can"], json!(["ADMINISTRATE"]));
}

#[actix_web::test]
async fn a_text_is_the_same_however_it_is_asked_for() {
    let house = TestHouse::demo().await;
    let query = "query($yes: Boolean!, $no: Boolean!) { \
        services(first: 1) { nodes { \
            usual: name { lang value } renamed: name { v: value l: lang v: value } \
            typed: name { __typename value } spread: name { ...Text } \
            chosen: name { value @include(if: $yes) lang @include(if: $no) } } } } \
        fragment Text on LocalizedText { value }";
    let answer = house
        .graphql(query, json!({ "yes": true, "no": false }), None)
        .await;
    assert!(answer.get("errors").is_none(), "{answer}");
    let service = &answer["data"]["services"]["nodes"][0];
    let value = &service["usual"]["value"];
    assert!(value.as_str().is_some_and(|value| !value.is_empty()));
    assert_eq!(service["usual"], json!({ "lang": "de", "value": value }));
    assert_eq!(service["renamed"], json!({ "v": value, "l": "de" }));
    assert_eq!(
        service["typed"],
        json!({ "__typename": "LocalizedText", "value": value })
    );
    assert_eq!(service["spread"], json!({ "value": value }));
    assert_eq!(service["chosen"], json!({ "value": value }));
}
