//! What no engine may be given.

use serde_json::{Value, json};

use crate::kit::{Engine, Server, Setup};

async fn posted(server: &Server, path: &str, token: Option<&str>, body: &Value) -> (u16, Value) {
    let mut request = server.http.post(server.at(path)).json(body);
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    let answer = request.send().await.expect("an answer");
    let status = answer.status().as_u16();
    (status, answer.json().await.expect("JSON"))
}

/// PostgreSQL cannot store the character NUL, SQLite would: both refuse it before storage.
#[tokio::test]
async fn the_character_nul_is_refused_by_name_on_both_engines() {
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let setup = Setup::new(engine).with("SCHUTZNETZ__INSTANCE_ID", "demo");
        setup.done(&["seed", "--demo"]).await;
        let server = setup.serve().await;
        server.ready().await;

        let login = json!({ "login": "petra\0.praxis", "password": "x" });
        let (status, problem) = posted(&server, "/api/v1/session", None, &login).await;
        assert_eq!((status, &problem["code"]), (422, &json!("invalid")));
        assert_eq!(problem["errors"][0]["pointer"], "/login");

        let token = server.sign_in("petra.praxis", "Beispiel-Petra-2026").await;
        let entries = "{ myEntries { nodes { id version } } }";
        let found = server.graphql(Some(&token), entries, json!({})).await;
        let entry = &found["myEntries"]["nodes"][0];
        let edit = "mutation($id: ID!, $seen: Int!, $patch: ServicePatch!) {
            updateService(id: $id, expectedVersion: $seen, patch: $patch) { userErrors { code } } }";
        let asked = json!({ "query": edit, "variables": {
            "id": entry["id"], "seen": entry["version"], "patch": { "summary": "Neu\0gesagt" } } });
        let (status, answer) = posted(&server, "/graphql", Some(&token), &asked).await;
        let said = &answer["errors"][0]["extensions"];
        assert_eq!((status, &said["code"]), (422, &json!("INVALID")));
        assert_eq!(said["fields"][0]["field"], json!(["patch", "summary"]));
        let after = server.graphql(Some(&token), entries, json!({})).await;
        assert_eq!(found, after, "nothing was stored");
    }
}
