//! Who may ask what: every route and every root field of GraphQL, asked by somebody without a
//! session, with the wrong role, and with the right one.
//!
//! The sweep starts from the routes and the schema, not from the table: a route or field without a row
//! fails. The table, with what was answered, is `docs/access-matrix.txt`.

use std::fmt::Write as _;
use std::path::Path;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use serde_json::{Value, json};

use crate::house::TestHouse;

/// One operation and what its callers are answered.
struct Row {
    /// `METHOD /path` or `query field` or `mutation field`.
    operation: &'static str,
    /// How it is asked: a JSON body, or a selection of the field. `SERVICE` and `ORGANISATION`
    /// stand for ids of the demo, `REFERRAL` for that of a referral nobody has.
    ask: &'static str,
    /// The answers to nobody, to a worker, to the directory editor of the organisation.
    answers: [&'static str; 3],
}

const fn row(operation: &'static str, ask: &'static str, answers: [&'static str; 3]) -> Row {
    Row {
        operation,
        ask,
        answers,
    }
}

const SIGN_IN: &str = r#"{"login": "niemand", "password": "irgendetwas"}"#;
const KEY: &str = r#""0f9c7a52-41d2-4f0e-9a53-6b1c2d3e4f50""#;
const RESPONSIBLE: &str = r#"{"place": {"postcode": "19055"}, "topic": "child_protection_report"}"#;

/// Everything that can be asked. What is open to all answers all three alike.
const ROWS: &[Row] = &[
    row("DELETE /api/v1/session", "", ["401", "204", "204"]),
    row("DELETE /api/v1/sessions", "", ["401", "204", "204"]),
    row("GET /.well-known/jwks.json", "", ["200", "200", "200"]),
    row("GET /api/v1/attributions", "", ["200", "200", "200"]),
    row(
        "GET /api/v1/destinations/{id}/keys",
        "ORGANISATION/keys",
        ["200", "200", "200"],
    ),
    row(
        "GET /api/v1/directory/organisations/{id}",
        "ORGANISATION",
        ["200", "200", "200"],
    ),
    row(
        "GET /api/v1/directory/services/{id}",
        "SERVICE",
        ["200", "200", "200"],
    ),
    row("GET /api/v1/meta", "", ["200", "200", "200"]),
    row("GET /api/v1/openapi.json", "", ["200", "200", "200"]),
    row("GET /api/v1/session", "", ["401", "200", "200"]),
    row("GET /api/v1/web/settings", "", ["200", "200", "200"]),
    row("GET /problems/{code}", "not-found", ["200", "200", "200"]),
    row("POST /api/v1/directory/search", "{}", ["200", "200", "200"]),
    // the login decides here, not the session; without a cookie nothing can be renewed
    row("POST /api/v1/session", SIGN_IN, ["401", "401", "401"]),
    row("POST /api/v1/session/renew", "{}", ["403", "403", "403"]),
    row(
        "POST /api/v1/territory/responsible",
        RESPONSIBLE,
        ["200", "200", "200"],
    ),
    row(
        "mutation acceptReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation acknowledgeReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, receipt: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation announceOrganisationKey",
        r#"(announcement: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "CHAIN_BROKEN", "CHAIN_BROKEN"],
    ),
    row(
        "mutation assignReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, member: "mem_018f0000000070008000000000000001") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation certifyMember",
        r#"(certificate: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "CHAIN_BROKEN", "CHAIN_BROKEN"],
    ),
    row(
        "mutation coSignCloseReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation completeReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, outcome: "PROCESSED") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation confirmOtherChannelReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, channel: PHONE, on: "2026-11-20") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation createReferral",
        r#"(envelope: "{}", parts: []) { userErrors { code } }"#,
        [
            "UNAUTHENTICATED",
            "ENVELOPE_MALFORMED",
            "ENVELOPE_MALFORMED",
        ],
    ),
    row(
        "mutation declineReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, reason: "OTHER") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation deleteReferralDraft",
        r#"(id: "REFERRAL") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation discardReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation endorseOrganisation",
        r#"(endorsement: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN"],
    ),
    row(
        "mutation failReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, reason: "NO_SHOW") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation giveFeedback",
        r#"(id: "REFERRAL", part: {id: "018f0000-0000-7000-8000-000000000001", jwe: "{}"}) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation holdReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, reason: "WAITLIST", until: "2026-11-25") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation postGrant",
        r#"(member: "sheet:1", epoch: 1, grant: "x", proofDigest: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "GRANT_INVALID", "GRANT_INVALID"],
    ),
    row(
        "mutation postMessage",
        r#"(id: "REFERRAL", part: {id: "018f0000-0000-7000-8000-000000000001", jwe: "{}"}) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation proveGrant",
        r#"(epoch: 1, member: "mem_018f0000000070008000000000000001", proof: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation readReferralParts",
        r#"(id: "REFERRAL", partIds: ["018f0000-0000-7000-8000-000000000001"]) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation redirectReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, proposedDestination: "ORGANISATION") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation rejectTechnicalReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, problems: ["decrypt_failed"]) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation resumeReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation saveReferralDraft",
        r#"(id: "REFERRAL", jwe: "{}") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "KEY_MISSING", "KEY_MISSING"],
    ),
    row(
        "mutation saveVault",
        r#"(vault: "{}") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "VAULT_INVALID", "VAULT_INVALID"],
    ),
    row(
        "mutation startReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation submitReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation takeSenderGrant",
        r#"(id: "REFERRAL", reason: "Vertretung") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation updateService",
        r#"(id: "SERVICE", expectedVersion: 1, patch: {}) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "FORBIDDEN", "ok"],
    ),
    row(
        "mutation verifyRecoverySheet",
        r#"(no: 1, proof: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation withdrawReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row("query contactPoints", "{ id }", ["ok", "ok", "ok"]),
    row(
        "query destination",
        r#"(id: "ORGANISATION") { ways }"#,
        ["ok", "ok", "ok"],
    ),
    row(
        "query destinations",
        "(kind: SUSPICION_REPORT) { ways }",
        ["ok", "ok", "ok"],
    ),
    row("query districts", "{ key }", ["ok", "ok", "ok"]),
    row("query helplines", "{ id }", ["ok", "ok", "ok"]),
    row(
        "query keyHealth",
        "{ ways }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row("query meta", "{ version }", ["ok", "ok", "ok"]),
    row(
        "query myEntries",
        "{ totalCount }",
        ["UNAUTHENTICATED", "0", "1"],
    ),
    row(
        "query myGrants",
        "{ epoch }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row(
        "query myVault",
        "{ vault }",
        ["UNAUTHENTICATED", "null", "null"],
    ),
    row(
        "query node",
        r#"(id: "SERVICE") { id }"#,
        ["ok", "ok", "ok"],
    ),
    row(
        "query organisation",
        r#"(id: "ORGANISATION") { id }"#,
        ["ok", "ok", "ok"],
    ),
    row(
        "query organisationMembers",
        "{ id }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row(
        "query organisationsWithKeys",
        "{ id }",
        ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN"],
    ),
    row(
        "query places",
        r#"(startsWith: "Güs") { label }"#,
        ["ok", "ok", "ok"],
    ),
    row(
        "query referral",
        r#"(id: "REFERRAL") { id }"#,
        ["UNAUTHENTICATED", "null", "null"],
    ),
    row(
        "query referralDrafts",
        "{ id }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row(
        "query referralEvents",
        "{ endCursor }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row(
        "query referrals",
        "(box: INBOX) { totalCount }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row(
        "query responsible",
        r#"(input: {place: {postcode: "19055"}, topic: EARLY_HELP}) { status }"#,
        ["ok", "ok", "ok"],
    ),
    row(
        "query service",
        r#"(id: "SERVICE") { id }"#,
        ["ok", "ok", "ok"],
    ),
    row(
        "query services",
        "(first: 1) { totalCount }",
        ["ok", "ok", "ok"],
    ),
    row(
        "query terms",
        "(taxonomy: TOPIC) { key }",
        ["ok", "ok", "ok"],
    ),
    row("query viewer", "{ id }", ["null", "ok", "ok"]),
];

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
