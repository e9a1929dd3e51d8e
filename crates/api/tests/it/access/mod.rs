//! Who may ask what: every route and every root field of GraphQL, asked by somebody without a
//! session, by strangers to the case in question, and by those who have a part in it.
//!
//! The sweep starts from the sources that register routes, the contract and the schema, not from the
//! table: a route or field without a row fails. The table, with what was answered, is the first part
//! of `docs/access-matrix.txt`; `tests/it/access.rs` asks the running binary for the second.

mod demo;
mod registered;
mod rules;
mod table;

use std::fmt::Write as _;
use std::path::Path;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{ObjectType, TypeKind, TypeSystemDefinition};

use self::demo::Demo;
use self::registered::{Registered, Source};
use self::table::{ROWS, Row};

/// Who asks: what the table calls them, and their login.
const CALLERS: [(&str, Option<&str>); 6] = [
    ("nobody", None),
    ("stranger", Some("karla.kita")),
    ("verifier", Some("vera.verband")),
    ("lead", Some("leo.leitung")),
    ("assignee", Some("frida.fall")),
    ("sender", Some("petra.praxis")),
];

const HEADING: &str = "\
Who may ask what. Checked against the sources that register routes, the GraphQL schema and the running faces.
stranger: signed in for a body that has nothing to do with the case or the entry asked for, a lead there.
verifier: the same, of a body that verifies others.
lead: lead and directory editor of the youth office that has the case and the entry.
assignee: worker there, who was given the case.
sender: wrote the case, and a draft.
An act about the case is asked with a version it does not have: who may do it is told so, and nothing is done.

";

/// Every operation that the sources, the contract and the schema have.
fn operations() -> Vec<String> {
    let mut all = Registered::by(&Source::folder("api/src")).operations;
    all.extend(contract());
    all.extend(root_fields(&api::sdl()));
    all.sort();
    all.dedup();
    all
}

fn contract() -> Vec<String> {
    let contract = serde_json::to_value(api::openapi()).unwrap();
    let paths = contract["paths"].as_object().unwrap().iter();
    let of_path = |(path, item): (&String, &serde_json::Value)| -> Vec<String> {
        let methods = item.as_object().unwrap().keys();
        methods
            .map(|method| format!("{} {path}", method.to_uppercase()))
            .collect()
    };
    paths.flat_map(of_path).collect()
}

/// The root types of a schema, by what the operations on them are called.
fn roots(sdl: &str) -> Vec<(String, ObjectType)> {
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
            all.push((name.to_lowercase(), object));
        }
    }
    all
}

fn root_fields(sdl: &str) -> Vec<String> {
    let of_root = |(root, object): (String, ObjectType)| -> Vec<String> {
        let fields = object.fields.iter();
        fields
            .map(|field| format!("{root} {}", field.node.name.node))
            .collect()
    };
    roots(sdl).into_iter().flat_map(of_root).collect()
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

/// The committed matrix.
fn committed() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/access-matrix.txt");
    std::fs::read_to_string(path).unwrap_or_default()
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
    let mut demo = Demo::new().await;
    let before = demo.case().await;
    let mut wrong = Vec::new();
    let mut table = String::from(HEADING);
    line(&mut table, "operation", &CALLERS.map(|(name, _)| name));
    for row in ROWS {
        let mut given = Vec::new();
        for (caller, login) in CALLERS {
            let answered = demo.ask(row, login).await;
            let expected = row.answers[given.len()];
            if answered != expected {
                wrong.push(format!(
                    "{} as {caller}: {answered}, not {expected}",
                    row.operation
                ));
            }
            given.push(answered);
        }
        let given: Vec<_> = given.iter().map(String::as_str).collect();
        line(&mut table, row.operation, &given);
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(demo.case().await, before, "the sweep has changed the case");
    assert!(
        committed().starts_with(&format!("{table}\n")),
        "docs/access-matrix.txt is stale, it should begin with:\n{table}"
    );
}

fn line(table: &mut String, operation: &str, cells: &[&str]) {
    let cells = cells.iter().map(|cell| format!("{cell:<20}"));
    let text = format!("{operation:<45}{}", cells.collect::<String>());
    writeln!(table, "{}", text.trim_end()).unwrap();
}
