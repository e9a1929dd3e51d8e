//! Starting: what is refused, with one clear line, and where the service then is.

use sea_orm::{ConnectionTrait as _, Database};

use crate::kit::{Engine, Setup};

#[tokio::test]
async fn an_unknown_setting_is_refused_by_name() {
    let setup = Setup::new(Engine::sqlite()).with("SCHUTZNETZ__LISTEM", "127.0.0.1:1");
    for command in ["serve", "seed", "check-config"] {
        let said = setup.run(&[command]).await;
        assert!(said.refusal().contains("listem"), "{}", said.err);
    }
}

#[tokio::test]
async fn an_unknown_or_broken_line_of_the_file_is_refused_by_name() {
    let cases = [
        ("listem = \"127.0.0.1:1\"", "listem"),
        ("[web]\nnaem = \"Netz\"", "naem"),
        ("listen = \"überall\"", "listen"),
        ("trusted_proxies = [\"proxy.example\"]", "trusted_proxies"),
        ("das ist kein TOML", "schutznetz.toml"),
    ];
    for (text, named) in cases {
        let setup = Setup::new(Engine::sqlite());
        std::fs::write(setup.folder().join("schutznetz.toml"), text).unwrap();
        let said = setup.without("SCHUTZNETZ__LISTEN").run(&["serve"]).await;
        assert!(said.refusal().contains(named), "{}", said.err);
    }
}

#[tokio::test]
async fn a_bad_value_names_its_key_and_what_is_allowed() {
    let setup = Setup::new(Engine::sqlite()).with("SCHUTZNETZ__INSTANCE_ID", "Mein Netz");
    let said = setup.run(&["serve"]).await;
    assert!(!said.ok);
    assert!(
        said.err.contains("instance_id") && said.err.contains("lower-case"),
        "{}",
        said.err
    );
}

#[tokio::test]
async fn the_world_is_not_served_without_encryption() {
    let setup = Setup::new(Engine::sqlite()).with("SCHUTZNETZ__LISTEN", "0.0.0.0:0");
    let said = setup.run(&["serve"]).await;
    assert!(!said.ok);
    assert!(
        said.err.contains("public_url") && said.err.contains("https://"),
        "{}",
        said.err
    );
}

#[tokio::test]
async fn a_port_in_use_is_one_clear_line() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let setup = Setup::new(Engine::sqlite()).with("SCHUTZNETZ__LISTEN", &address);
    let said = setup.run(&["serve"]).await;
    assert!(!said.ok);
    let last = said.err.lines().last().unwrap_or_default();
    assert!(
        last.contains(&address) && last.contains("in use"),
        "{}",
        said.err
    );
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused_by_every_command() {
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let setup = Setup::new(engine);
        setup.done(&["migrate"]).await;
        let newer = Database::connect(setup.engine.url()).await.unwrap();
        newer
            .execute_unprepared("INSERT INTO seaql_migrations VALUES ('m9999_tomorrow', 0)")
            .await
            .unwrap();
        newer.close().await.unwrap();
        for command in ["serve", "seed", "migrate"] {
            let said = setup.run(&[command]).await;
            let line = said.refusal();
            assert!(line.contains("newer version"), "{command}: {line}");
            assert!(line.contains("m9999_tomorrow"), "{command}: {line}");
        }
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_as_it_is() {
    let setup = Setup::new(Engine::sqlite());
    let file = setup.folder().join("brief.txt");
    std::fs::write(
        &file,
        "Das ist keine Datenbank, sondern ein Brief.".repeat(40),
    )
    .unwrap();
    let before = std::fs::read(&file).unwrap();
    let url = format!("sqlite://{}?mode=rwc", file.display());
    let setup = setup.with("DATABASE_URL", &url);
    let said = setup.run(&["serve"]).await;
    assert!(said.refusal().contains("brief.txt"), "{}", said.err);
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[tokio::test]
async fn broken_signing_keys_and_a_folder_without_pages_are_named() {
    let setup = Setup::new(Engine::sqlite());
    setup.done(&["keys", "rotate"]).await;
    for key in std::fs::read_dir(setup.folder().join("keys")).unwrap() {
        std::fs::write(key.unwrap().path(), "kein Schlüssel").unwrap();
    }
    let said = setup.run(&["serve"]).await;
    let last = said.err.lines().last().unwrap_or_default();
    assert!(!said.ok && last.contains("keys"), "{}", said.err);

    let empty = setup.folder().join("leer");
    std::fs::create_dir(&empty).unwrap();
    let setup = setup.with("SCHUTZNETZ__WEB__DIR", &empty.display().to_string());
    let said = setup.run(&["serve"]).await;
    let last = said.err.lines().last().unwrap_or_default();
    assert!(!said.ok && last.contains("index.html"), "{}", said.err);
}

#[tokio::test]
async fn on_a_free_port_the_service_names_the_one_it_got() {
    let setup = Setup::new(Engine::sqlite());
    let server = setup.serve().await;
    let refused = server.http.get(server.at("/api/v1/nirgends")).send();
    let problem: serde_json::Value = refused.await.unwrap().json().await.unwrap();
    assert_eq!(problem["type"], server.at("/problems/not-found"));
}

#[tokio::test]
async fn without_built_pages_there_is_no_graphiql_and_the_service_says_so() {
    let setup = Setup::new(Engine::sqlite());
    let server = setup.serve().await;
    let answer = server
        .http
        .get(server.at("/graphiql"))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 404);
    assert!(answer.text().await.unwrap().contains("not bundled"));
}

#[tokio::test]
async fn the_demo_is_refused_on_a_real_installation() {
    let setup = Setup::new(Engine::sqlite());
    let said = setup.run(&["seed", "--demo"]).await;
    assert!(!said.ok);
    assert!(said.err.contains("instance_id"), "{}", said.err);
}

#[tokio::test]
async fn a_started_server_is_alive_then_ready_and_ends_when_asked() {
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let setup = Setup::new(engine);
        setup.done(&["seed"]).await;
        let server = setup.serve().await;
        let alive = server.http.get(server.at("/healthz")).send().await.unwrap();
        assert_eq!(alive.status(), 200);
        server.ready().await;
        assert!(server.stop().await);
    }
}

#[tokio::test]
async fn a_server_that_just_started_says_so_instead_of_finding_nothing() {
    let setup = Setup::new(Engine::sqlite());
    setup.done(&["seed"]).await;
    let server = setup.serve().await;
    let count = serde_json::json!({ "query": "{ services { totalCount } }" });
    loop {
        let asked = server.http.post(server.at("/graphql")).json(&count).send();
        let answer = asked.await.unwrap();
        let starting = answer.status() == 503;
        let said: serde_json::Value = answer.json().await.unwrap();
        if !starting {
            let total = said.pointer("/data/services/totalCount");
            assert!(
                total.and_then(serde_json::Value::as_u64) > Some(0),
                "{said}"
            );
            break;
        }
        assert_eq!(said["errors"][0]["extensions"]["code"], "STARTING");
    }
}

#[tokio::test]
async fn an_empty_directory_is_ready_and_the_log_says_which_command_fills_it() {
    for (seeded, warnings) in [(false, 1), (true, 0)] {
        let setup = Setup::new(Engine::sqlite());
        if seeded {
            setup.done(&["seed"]).await;
        }
        let server = setup.serve().await;
        server.ready().await;
        let log = server.log().await;
        let named = log
            .iter()
            .filter(|line| line["level"] == "WARN" && line.to_string().contains("schutznetz seed"));
        assert_eq!(named.count(), warnings, "{log:?}");
    }
}

#[tokio::test]
async fn seeding_twice_changes_nothing() {
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let setup = Setup::new(engine);
        setup.done(&["seed"]).await;
        let server = setup.serve().await;
        server.ready().await;
        let count = "{ services { totalCount } }";
        let first = server.graphql(None, count, serde_json::json!({})).await;
        assert!(server.stop().await);
        let again = setup.run(&["seed"]).await;
        assert!(
            again.ok && again.err.contains("\"written\":0"),
            "{}",
            again.err
        );
        let server = setup.serve().await;
        server.ready().await;
        assert_eq!(
            first,
            server.graphql(None, count, serde_json::json!({})).await
        );
    }
}
