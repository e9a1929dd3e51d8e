//! Who may ask what: every route and every root field of GraphQL, asked by somebody without a
//! session, with the wrong role, and with the right one.
//!
//! The sweep starts from the routes and the schema, not from the table: a route or field without a row
//! fails. The table, with what was answered, is `docs/access-matrix.txt`.

mod table;

use std::fmt::Write as _;
use std::path::Path;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use serde_json::{Value, json};

use self::table::{ROWS, Row};
use crate::house::TestHouse;

const KEY: &str = r#""0f9c7a52-41d2-4f0e-9a53-6b1c2d3e4f50""#;

/// Every operation that the routes and the schema have.
fn operations() -> Vec<String> {
    let mut all = Vec::new();
    let contract = serde_json::to_value(api::openapi()).unwrap();
    for (path, item) in contract["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys() {
            all.push(format!("{} {path}", method.to_uppercase()));
        }
    }
    all.extend(root_fields(&api::sdl()));
    all.sort();
    all
}

fn root_fields(sdl: &str) -> Vec<String> {
    let mut all = Vec::new();
    for definition in parse_schema(sdl).unwrap().definitions {
        let TypeSystemDefinition::Type(definition) = definition else {
            continue;
        };
        let (name, kind) = (definition.node.name.node.to_string(), definition.node.kind);
        let TypeKind::Object(object) = kind else {
            continue;
        };
        if ["Query", "Mutation", "Subscription"].contains(&name.as_str()) {
            let fields = object.fields.into_iter();
            all.extend(
                fields.map(|field| format!("{} {}", name.to_lowercase(), field.node.name.node)),
            );
        }
    }
    all
}

/// Operations without a row, and rows without an operation.
fn unaccounted(operations: &[String], rows: &[Row]) -> Vec<String> {
    let has_row = |operation: &&String| !rows.iter().any(|row| row.operation == *operation);
    let is_there = |row: &&Row| {
        !operations
            .iter()
            .any(|operation| operation == row.operation)
    };
    let missing = operations
        .iter()
        .filter(has_row)
        .map(|operation| format!("no row for {operation}"));
    let stale = rows
        .iter()
        .filter(is_there)
        .map(|row| format!("no operation for {}", row.operation));
    missing.chain(stale).collect()
}

struct Demo {
    service: String,
    organisation: String,
}

impl Demo {
    async fn of(house: &TestHouse) -> Self {
        let editor = house.token("leo.leitung").await;
        let query = "{ myEntries { nodes { id organisation { id } } } }";
        let data = house.graphql(query, json!({}), Some(&editor)).await["data"].clone();
        let node = &data["myEntries"]["nodes"][0];
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        Self {
            service: text(&node["id"]),
            organisation: text(&node["organisation"]["id"]),
        }
    }

    fn fill(&self, text: &str) -> String {
        text.replace("REFERRAL\"", "6f2a3c1e-0d7b-4c55-9a7e-2f8b8c1d2e3f\"")
            .replace("SERVICE", &self.service)
            .replace("ORGANISATION", &self.organisation)
    }
}

async fn ask(house: &TestHouse, demo: &Demo, row: &Row, token: Option<&str>) -> String {
    let (how, what) = row.operation.split_once(' ').unwrap();
    let ask = demo.fill(row.ask);
    if how == "query" || how == "mutation" {
        let query = format!("{how} {{ {what}{ask} }}");
        let mut request = TestRequest::post()
            .uri("/graphql")
            .set_json(json!({ "query": query }));
        if how == "mutation" {
            request = request.insert_header(("idempotency-key", KEY));
        }
        if let Some(token) = token {
            request = request.insert_header(("authorization", format!("Bearer {token}")));
        }
        return outcome(&house.send(request).await.json(), what);
    }
    let path = match what.split_once('{') {
        Some((start, _)) => format!("{start}{ask}"),
        None => what.to_owned(),
    };
    let mut request = TestRequest::with_uri(&path).method(how.parse::<Method>().unwrap());
    if how == "POST" {
        request = request
            .insert_header(("content-type", "application/json"))
            .set_payload(ask);
    }
    if let Some(token) = token {
        request = request.insert_header(("authorization", format!("Bearer {token}")));
    }
    house.send(request).await.status.as_u16().to_string()
}

fn outcome(answer: &Value, field: &str) -> String {
    if let Some(code) = answer["errors"][0]["extensions"]["code"].as_str() {
        return code.to_owned();
    }
    let data = &answer["data"][field];
    if let Some(code) = data["userErrors"][0]["code"].as_str() {
        return code.to_owned();
    }
    match (data, data["totalCount"].as_i64()) {
        (Value::Null, _) => "null".to_owned(),
        (_, Some(total)) if field == "myEntries" => total.to_string(),
        _ => "ok".to_owned(),
    }
}

#[test]
fn every_route_and_root_field_has_a_row() {
    assert_eq!(unaccounted(&operations(), ROWS), Vec::<String>::new());
}

#[test]
fn a_route_or_root_field_without_a_row_is_found() {
    let mut more = operations();
    more.push("POST /api/v1/secrets".to_owned());
    more.extend(root_fields(
        "\"Reads.\" type Query { everything: String } type Mutation { eraseAll: Int }",
    ));
    assert_eq!(
        unaccounted(&more, ROWS),
        [
            "no row for POST /api/v1/secrets",
            "no row for query everything",
            "no row for mutation eraseAll"
        ]
    );
    let gone: Vec<_> = operations()
        .into_iter()
        .filter(|one| one != "query viewer")
        .collect();
    assert_eq!(unaccounted(&gone, ROWS), ["no operation for query viewer"]);
}

#[actix_web::test]
async fn everybody_is_answered_as_the_table_says() {
    let house = TestHouse::demo().await;
    let demo = Demo::of(&house).await;
    let mut table = String::from(
        "Who may ask what. Checked against the routes, the GraphQL schema and the running faces.\n\
         worker: signed in for another organisation, without a role in the directory.\n\
         editor: directory editor of the organisation whose entry is asked for.\n\n",
    );
    let line = |table: &mut String, cells: [&str; 4]| {
        let [operation, nobody, worker, editor] = cells;
        let text = format!("{operation:<45} {nobody:<16} {worker:<16} {editor}");
        writeln!(table, "{}", text.trim_end()).unwrap();
    };
    line(&mut table, ["operation", "nobody", "worker", "editor"]);
    let mut wrong = Vec::new();
    for row in ROWS {
        for (at, login) in [None, Some("karla.kita"), Some("leo.leitung")]
            .into_iter()
            .enumerate()
        {
            // a session of its own, because some operations end it
            let token = match login {
                Some(login) => Some(house.token(login).await),
                None => None,
            };
            let answered = ask(&house, &demo, row, token.as_deref()).await;
            if answered != row.answers[at] {
                let who = login.unwrap_or("nobody");
                wrong.push(format!(
                    "{} as {who}: {answered}, not {}",
                    row.operation, row.answers[at]
                ));
            }
        }
        let [nobody, worker, editor] = row.answers;
        line(&mut table, [row.operation, nobody, worker, editor]);
    }
    assert_eq!(wrong, Vec::<String>::new());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/access-matrix.txt");
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == table,
        "docs/access-matrix.txt is stale, it should be:\n{table}"
    );
}
