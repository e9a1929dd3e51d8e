//! What an operator does with a running installation.

use serde_json::json;

use crate::kit::{Engine, Setup};
use crate::rows::{Rows, rows};

/// The tables in which the demo has no row.
const UNUSED_BY_THE_DEMO: [&str; 4] = [
    "audit_denied",
    "case_exclusion",
    "contact",
    "referral_draft",
];

const COUNT: &str = "{ services { totalCount } }";

#[tokio::test]
async fn a_backup_taken_while_the_service_runs_restores_every_row_on_sqlite() {
    restores_every_row(Engine::sqlite(), Engine::sqlite(), &[]).await;
}

#[tokio::test]
async fn a_backup_taken_while_the_service_runs_restores_every_row_on_postgres() {
    // the suite hands out migrated databases, a SQLite file does not exist yet
    let fresh = Engine::postgres().await;
    restores_every_row(Engine::postgres().await, fresh, &["--replace"]).await;
}

async fn restores_every_row(engine: Engine, fresh: Engine, how: &[&str]) {
    let demo = |engine| Setup::new(engine).with("SCHUTZNETZ__INSTANCE_ID", "demo");
    let (setup, restored) = (demo(engine), demo(fresh));
    setup.done(&["seed", "--demo"]).await;
    let server = setup.serve().await;
    server.ready().await;
    server.sign_in("petra.praxis", "Beispiel-Petra-2026").await;
    let (file, saved) = back_up_unchanged(&setup).await;
    assert!(server.stop().await);
    let empty = saved.iter().filter(|(_, rows)| rows.is_empty());
    let empty: Vec<_> = empty.map(|(table, _)| table.as_str()).collect();
    assert_eq!(empty, UNUSED_BY_THE_DEMO);

    let restore = [&["restore", file.as_str()], how].concat();
    restored.done(&restore).await;
    let found = rows(&restored.engine.url()).await;
    let tables = |rows: &Rows| rows.keys().cloned().collect::<Vec<_>>();
    assert_eq!(tables(&found), tables(&saved));
    for (table, before) in &saved {
        let after = &found[table];
        assert_eq!(after.len(), before.len(), "the rows of {table}");
        assert!(after == before, "what stands in {table} is another");
    }
    let server = restored.serve().await;
    server.ready().await;
    let services = server.graphql(None, COUNT, json!({})).await;
    assert!(services["services"]["totalCount"].as_u64() > Some(0));
}

/// Saves the database while the service runs, and answers the file and what stood in it. The service's own
/// jobs may write at any time: a backup counts when everything was the same before and after it.
async fn back_up_unchanged(setup: &Setup) -> (String, Rows) {
    for attempt in 0..10 {
        let file = setup.folder().join(format!("saved-{attempt}"));
        let file = file.display().to_string();
        let before = rows(&setup.engine.url()).await;
        setup.done(&["backup", &file]).await;
        if rows(&setup.engine.url()).await == before {
            return (file, before);
        }
    }
    panic!("the service never rests")
}

#[tokio::test]
async fn a_backup_never_overwrites_a_file() {
    let setup = Setup::new(Engine::sqlite());
    setup.done(&["migrate"]).await;
    let file = setup.folder().join("saved");
    std::fs::write(&file, "older").unwrap();
    let said = setup.run(&["backup", &file.display().to_string()]).await;
    assert!(
        !said.ok && said.err.contains("exists already"),
        "{}",
        said.err
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "older");
}

#[tokio::test]
async fn a_database_that_is_not_there_is_not_saved() {
    let setup = Setup::new(Engine::sqlite());
    let file = setup.folder().join("saved");
    let name = file.display().to_string();
    let said = setup.run(&["backup", &name]).await;
    assert!(
        !said.ok && said.err.contains("there is no database"),
        "{}",
        said.err
    );
    assert!(!file.exists(), "nothing was made");
    let again = setup.run(&["backup", &name]).await;
    assert!(!again.ok, "looking for it has not made it");
}

#[tokio::test]
async fn a_database_in_use_is_not_replaced() {
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let setup = Setup::new(engine);
        setup.done(&["seed"]).await;
        let name = setup.folder().join("saved").display().to_string();
        setup.done(&["backup", &name]).await;
        let server = setup.serve().await;
        server.ready().await;
        let said = setup.run(&["restore", &name, "--replace"]).await;
        assert!(!said.ok && said.err.contains("is in use"), "{}", said.err);
        assert!(server.stop().await);
        setup.done(&["restore", &name, "--replace"]).await;
    }
}

#[tokio::test]
async fn a_backup_damaged_within_is_refused_and_costs_nothing() {
    let setup = Setup::new(Engine::sqlite());
    setup.done(&["seed"]).await;
    let file = setup.folder().join("saved");
    let name = file.display().to_string();
    setup.done(&["backup", &name]).await;
    let before = rows(&setup.engine.url()).await;
    let mut bytes = std::fs::read(&file).unwrap();
    // in the second half: the schema stays readable
    let middle = bytes.len() / 2;
    for page in bytes[middle..].chunks_mut(4096).step_by(7) {
        page.fill(0xA5);
    }
    std::fs::write(&file, bytes).unwrap();
    let said = setup.run(&["restore", &name, "--replace"]).await;
    assert!(!said.ok && said.err.contains("damaged"), "{}", said.err);
    assert!(rows(&setup.engine.url()).await == before);
}

#[tokio::test]
async fn the_directory_is_read_from_the_replica_and_written_to_the_primary() {
    let replica = Engine::postgres().await;
    Setup::new(Engine::Postgres(replica.url()))
        .with("SCHUTZNETZ__INSTANCE_ID", "demo")
        .done(&["seed"])
        .await;
    let setup = Setup::new(Engine::postgres().await)
        .with("DATABASE_REPLICA_URL", &replica.url())
        .with("SCHUTZNETZ__INSTANCE_ID", "demo");
    setup.done(&["migrate"]).await;
    let server = setup.serve().await;
    server.ready().await;
    // the primary holds nothing: what is found came from the replica
    let services = server.graphql(None, COUNT, json!({})).await;
    assert!(services["services"]["totalCount"].as_u64() > Some(0));
    let account = ["user", "create", "--login", "kim", "--name", "Kim Probe"];
    let made = setup.run_with_input(&account, "ein gutes Passwort\n").await;
    assert!(made.ok, "{}", made.err);
    assert_eq!(rows(&setup.engine.url()).await["account"].len(), 1);
    assert!(rows(&replica.url()).await["account"].is_empty());
}

#[tokio::test]
async fn a_broken_backup_is_refused_and_costs_nothing() {
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let setup = Setup::new(engine);
        setup.done(&["seed"]).await;
        let file = setup.folder().join("brief.txt");
        std::fs::write(&file, "Das ist kein Backup, sondern ein Brief.".repeat(40)).unwrap();
        let name = file.display().to_string();
        let said = setup.run(&["restore", &name, "--replace"]).await;
        let last = said.err.lines().last().unwrap_or_default();
        assert!(!said.ok && last.starts_with("schutznetz: "), "{}", said.err);
        let server = setup.serve().await;
        server.ready().await;
        let still = server.graphql(None, COUNT, json!({})).await;
        assert_ne!(still["services"]["totalCount"], 0);
    }
}

#[tokio::test]
async fn an_edit_on_one_instance_is_read_on_the_other_within_two_seconds() {
    let setup = Setup::new(Engine::postgres().await).with("SCHUTZNETZ__INSTANCE_ID", "demo");
    setup.done(&["seed", "--demo"]).await;
    let (one, other) = (setup.serve().await, setup.serve().await);
    one.ready().await;
    other.ready().await;
    let token = one.sign_in("petra.praxis", "Beispiel-Petra-2026").await;
    let entries = one
        .graphql(
            Some(&token),
            "{ myEntries { nodes { id version } } }",
            json!({}),
        )
        .await;
    let entry = &entries["myEntries"]["nodes"][0];
    let changed = one
        .graphql(
            Some(&token),
            "mutation($id: ID!, $seen: Int!) {
               updateService(id: $id, expectedVersion: $seen, patch: { summary: \"Neu gesagt\" }) {
                 service { summary { value } } userErrors { code } } }",
            json!({ "id": entry["id"], "seen": entry["version"] }),
        )
        .await;
    assert_eq!(
        changed["updateService"]["service"]["summary"]["value"],
        "Neu gesagt"
    );

    let read = "query($id: ID!) { service(id: $id) { summary { value } } }";
    let own = one.graphql(None, read, json!({ "id": entry["id"] })).await;
    assert_eq!(
        own["service"]["summary"]["value"], "Neu gesagt",
        "the writer's next read sees the write"
    );
    let deadline = tokio::time::Instant::now() + std::time::Duration::from_secs(2);
    loop {
        let seen = other
            .graphql(None, read, json!({ "id": entry["id"] }))
            .await;
        if seen["service"]["summary"]["value"] == "Neu gesagt" {
            break;
        }
        assert!(
            tokio::time::Instant::now() < deadline,
            "the other instance did not follow"
        );
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn an_acknowledged_edit_survives_a_kill() {
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let setup = Setup::new(engine).with("SCHUTZNETZ__INSTANCE_ID", "demo");
        setup.done(&["seed", "--demo"]).await;
        let server = setup.serve().await;
        server.ready().await;
        let token = server.sign_in("petra.praxis", "Beispiel-Petra-2026").await;
        let entries = server
            .graphql(
                Some(&token),
                "{ myEntries { nodes { id version } } }",
                json!({}),
            )
            .await;
        let id = entries["myEntries"]["nodes"][0]["id"].clone();
        let mut version = entries["myEntries"]["nodes"][0]["version"].clone();
        for round in 0..3 {
            let change = "mutation($id: ID!, $seen: Int!, $summary: String!) {
                updateService(id: $id, expectedVersion: $seen, patch: { summary: $summary }) {
                  service { version } userErrors { code } } }";
            let said = format!("Runde {round}");
            let answer = server
                .graphql(
                    Some(&token),
                    change,
                    json!({ "id": id, "seen": version, "summary": said }),
                )
                .await;
            version = answer["updateService"]["service"]["version"].clone();
        }
        server.kill().await;
        let server = setup.serve().await;
        server.ready().await;
        let read = "query($id: ID!) { service(id: $id) { version summary { value } } }";
        let after = server.graphql(None, read, json!({ "id": id })).await;
        assert_eq!(after["service"]["version"], version);
        assert_eq!(after["service"]["summary"]["value"], "Runde 2");
    }
}

#[tokio::test]
async fn a_request_is_one_line_of_the_log_with_the_id_that_the_answer_names() {
    let setup = Setup::new(Engine::sqlite());
    let server = setup.serve().await;
    let asked = server.http.get(server.at("/api/v1/meta")).send().await;
    let answer = asked.unwrap();
    let id = answer.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    let lines = server.log().await;
    let answered: Vec<_> = lines
        .iter()
        .filter(|line| line["fields"]["message"] == "answered")
        .collect();
    let [line] = answered.as_slice() else {
        panic!("not one line: {answered:?}")
    };
    assert_eq!(line["span"]["request_id"], json!(id));
    assert_eq!(line["fields"]["route"], "/api/v1/meta");
}
