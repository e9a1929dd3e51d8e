//! What an operator does with a running installation.

use serde_json::json;

use crate::kit::{Engine, Setup};

const COUNT: &str = "{ services { totalCount } }";

#[tokio::test]
async fn a_backup_taken_while_the_service_runs_restores_what_was_there() {
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let postgres = matches!(engine, Engine::Postgres(_));
        let setup = Setup::new(engine);
        setup.done(&["seed"]).await;
        let server = setup.serve().await;
        server.ready().await;
        let before = server.graphql(None, COUNT, json!({})).await;
        let file = setup.folder().join("saved").display().to_string();
        setup.done(&["backup", &file]).await;
        assert!(server.stop().await);

        let fresh = if postgres {
            Engine::postgres().await
        } else {
            Engine::sqlite()
        };
        let restored = Setup::new(fresh);
        // the suite hands out migrated PostgreSQL databases, a SQLite file does not exist yet
        let mut restore = vec!["restore", file.as_str()];
        restore.extend(postgres.then_some("--replace"));
        restored.done(&restore).await;
        let server = restored.serve().await;
        server.ready().await;
        assert_eq!(before, server.graphql(None, COUNT, json!({})).await);
    }
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
    let setup = Setup::new(Engine::sqlite());
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
