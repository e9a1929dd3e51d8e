//! Who may ask for what the binary answers beside the interfaces: the second part of
//! `docs/access-matrix.txt`. That no route is missing there, `crates/api/tests/it/access` demands.

use std::fmt::Write as _;
use std::path::Path;

use crate::kit::{Engine, Server, Setup};

const HEADING: &str = "\
Beside the interfaces, asked of the running binary. Whatever nothing else answers is a page, as GET / is.
nobody and signed in: from another machine. operator: on the own machine, and elsewhere with the token of the metrics.

";

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

/// Who asks, in the order of the answers.
const CALLERS: [&str; 4] = [
    "nobody",
    "signed in",
    "operator here",
    "operator with token",
];

/// An operation and the answers to the callers.
const ROWS: [(&str, [u16; 4]); 8] = [
    ("GET /", [200; 4]),
    ("GET /graphiql", [200; 4]),
    ("GET /healthz", [200; 4]),
    ("GET /intern", [200; 4]),
    ("GET /metrics", [404, 404, 200, 200]),
    ("GET /readyz", [200; 4]),
    ("GET /sorge", [200; 4]),
    ("GET /viewer", [200; 4]),
];

async fn asked(server: &Server, path: &str, caller: usize, token: &str) -> u16 {
    let request = server.http.get(server.at(path));
    let elsewhere = ("x-forwarded-for", "203.0.113.9");
    let request = match caller {
        0 => request.header(elsewhere.0, elsewhere.1),
        1 => request.header(elsewhere.0, elsewhere.1).bearer_auth(token),
        2 => request,
        _ => request.header(elsewhere.0, elsewhere.1).bearer_auth(TOKEN),
    };
    request.send().await.expect("an answer").status().as_u16()
}

#[tokio::test]
async fn everybody_is_answered_as_the_table_says() {
    let setup = Setup::new(Engine::sqlite())
        .with("SCHUTZNETZ__INSTANCE_ID", "demo")
        .with("SCHUTZNETZ__METRICS__TOKEN", TOKEN);
    setup.done(&["seed", "--demo"]).await;
    let pages = setup.folder().join("pages");
    std::fs::create_dir(&pages).expect("a folder");
    for name in ["index.html", "intern.html", "viewer.html", "graphiql.html"] {
        std::fs::write(pages.join(name), "<!doctype html>").expect("a file");
    }
    let setup = setup.with("SCHUTZNETZ__WEB__DIR", &pages.display().to_string());
    let server = setup.serve().await;
    server.ready().await;
    let token = server.sign_in("leo.leitung", "Beispiel-Leo-2026").await;

    let mut table = HEADING.to_owned();
    line(&mut table, "operation", &CALLERS);
    for (operation, expected) in ROWS {
        let path = operation.strip_prefix("GET ").expect("a path");
        let mut given = Vec::new();
        for caller in 0..CALLERS.len() {
            given.push(asked(&server, path, caller, &token).await);
        }
        assert_eq!(given, expected, "{operation}");
        let cells = given.iter().map(u16::to_string).collect::<Vec<_>>();
        line(&mut table, operation, &cells);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/access-matrix.txt");
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed.ends_with(&format!("\n\n{table}")),
        "docs/access-matrix.txt is stale, it should end with:\n{table}"
    );
}

fn line<T: AsRef<str>>(table: &mut String, operation: &str, cells: &[T]) {
    let cells = cells.iter().map(|cell| format!("{:<20}", cell.as_ref()));
    let text = format!("{operation:<45}{}", cells.collect::<String>());
    writeln!(table, "{}", text.trim_end()).expect("text");
}
