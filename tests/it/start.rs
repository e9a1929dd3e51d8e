//! Starting: what is refused, with one clear line.

use crate::kit::{Engine, Setup};

#[tokio::test]
async fn an_unknown_setting_is_refused_by_name() {
    let setup = Setup::new(Engine::sqlite()).with("SCHUTZNETZ__LISTEM", "127.0.0.1:1");
    let said = setup.run(&["serve"]).await;
    assert!(!said.ok);
    assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    assert!(said.err.contains("listem"), "{}", said.err);
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
