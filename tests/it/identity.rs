//! Signing in, from the command line that makes the account to the revoked session.

use serde_json::{Value, json};

use crate::kit::{Engine, Server, Setup};

async fn network_of_one(engine: Engine) -> (Setup, Server) {
    let setup = Setup::new(engine);
    setup.done(&["seed"]).await;
    let organisation = setup
        .done(&[
            "organisation",
            "create",
            "--name",
            "Kita Probe",
            "--kind",
            "daycare",
            "--sector",
            "youth_welfare",
            "--district",
            "13004",
        ])
        .await;
    setup.done(&["organisation", "verify", &organisation]).await;
    setup
        .done(&["organisation", "grant", &organisation, "HELP_REFERRAL"])
        .await;
    let made = setup
        .run_with_input(
            &["user", "create", "--login", "kim", "--name", "Kim Probe"],
            "ein gutes Passwort\n",
        )
        .await;
    assert!(made.ok, "{}", made.err);
    setup
        .done(&[
            "member",
            "add",
            "--login",
            "kim",
            "--organisation",
            &organisation,
            "--role",
            "intake",
        ])
        .await;
    let server = setup.serve().await;
    server.ready().await;
    (setup, server)
}

#[tokio::test]
async fn a_network_without_demo_data_gets_its_first_person_by_command() {
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let (_setup, server) = network_of_one(engine).await;
        let token = server.sign_in("Kim", "ein gutes Passwort").await;
        let viewer = server
            .graphql(
                Some(&token),
                "{ viewer { displayName organisation { name { value } } roles } }",
                json!({}),
            )
            .await;
        assert_eq!(viewer["viewer"]["displayName"], "Kim Probe");
        assert_eq!(
            viewer["viewer"]["organisation"]["name"]["value"],
            "Kita Probe"
        );
        assert_eq!(viewer["viewer"]["roles"], json!(["INTAKE"]));
    }
}

#[tokio::test]
async fn every_refused_sign_in_looks_the_same() {
    let (_setup, server) = network_of_one(Engine::sqlite()).await;
    let mut bodies = Vec::new();
    for (login, password) in [
        ("kim", "ein falsches Passwort"),
        ("niemand", "ein gutes Passwort"),
    ] {
        let answer = server
            .http
            .post(server.at("/api/v1/session"))
            .json(&json!({ "login": login, "password": password }))
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 401);
        let mut body: Value = answer.json().await.unwrap();
        for varying in ["requestId", "instance"] {
            body.as_object_mut().unwrap().remove(varying);
        }
        bodies.push(body);
    }
    assert_eq!(bodies[0], bodies[1]);
}

#[tokio::test]
async fn a_revoked_session_is_refused_at_once() {
    let (_setup, server) = network_of_one(Engine::sqlite()).await;
    let token = server.sign_in("kim", "ein gutes Passwort").await;
    let session = || {
        server
            .http
            .get(server.at("/api/v1/session"))
            .bearer_auth(&token)
            .send()
    };
    assert_eq!(session().await.unwrap().status(), 200);
    let everywhere = server
        .http
        .delete(server.at("/api/v1/sessions"))
        .bearer_auth(&token)
        .send();
    assert!(everywhere.await.unwrap().status().is_success());
    assert_eq!(session().await.unwrap().status(), 401);
}

#[tokio::test]
async fn a_command_names_every_argument_that_is_not_allowed() {
    let setup = Setup::new(Engine::sqlite());
    setup.done(&["seed"]).await;
    let create = [
        "organisation",
        "create",
        "--name",
        "Kita\nProbe",
        "--kind",
        "quatsch",
    ];
    let more = ["--sector", "unsinn", "--district", "99001"];
    let said = setup.run(&[&create[..], &more[..]].concat()).await;
    for (argument, allowed, found) in [
        ("--name", "one line", "Kita\\nProbe"),
        ("--kind", "organisation_kind", "quatsch"),
        ("--sector", "taxonomy sector", "unsinn"),
        // the invented district is none of a real installation
        ("--district", "one of: 13003, 13004, ", "99001"),
    ] {
        let line = said.refusal();
        let part = line.split("; ").find(|part| part.contains(argument));
        let part = part.unwrap_or_else(|| panic!("{argument}: {line}"));
        assert!(part.contains(allowed) && part.contains(found), "{part}");
    }
    let add = [
        "member",
        "add",
        "--login",
        "niemand",
        "--organisation",
        "org_x",
        "--role",
        "chefin",
    ];
    let said = setup.run(&add).await;
    for argument in ["--login", "--organisation", "--role"] {
        assert!(said.refusal().contains(argument), "{}", said.err);
    }
    let grant = setup
        .run(&["organisation", "grant", "org_x", "QUATSCH"])
        .await;
    assert!(
        grant.refusal().contains("ID: ") && grant.refusal().contains("KIND: one of: HELP_REFERRAL")
    );
    let user = ["user", "create", "--login", "k m", "--name", "Kim\u{202e}"];
    let said = setup.run_with_input(&user, "geheim\n").await;
    for named in ["--login", "--name", "password: "] {
        assert!(said.refusal().contains(named), "{}", said.err);
    }
    assert!(!said.err.contains("geheim"), "{}", said.err);
}

#[tokio::test]
async fn the_invented_district_is_for_trying_things_out() {
    let setup = Setup::new(Engine::sqlite()).with("SCHUTZNETZ__INSTANCE_ID", "demo");
    setup.done(&["seed", "--demo"]).await;
    let create = [
        "organisation",
        "create",
        "--name",
        "Kita Beispiel",
        "--kind",
        "daycare",
    ];
    let more = ["--sector", "youth_welfare", "--district", "99001"];
    let made = setup.done(&[&create[..], &more[..]].concat()).await;
    assert!(made.starts_with("org_"), "{made}");
}
