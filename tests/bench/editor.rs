//! The editor of the bench, who changes an entry and reads it again.

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use domain::ids::OrganisationId;
use serde_json::{Value, json};

use crate::questions::Client;
use crate::server::Installation;

/// How many changes are made in a sitting.
const UPDATES: usize = 12;
const LOGIN: &str = "bench.messung";
const PASSWORD: &str = "Beispiel-Messung-2026";

const READ: &str = "query ($id: ID!) { service(id: $id) { version summary { value } } }";
const UPDATE: &str = "mutation ($id: ID!, $version: Int!, $patch: ServicePatch!) { \
    updateService(id: $id, expectedVersion: $version, patch: $patch) { \
    service { version } userErrors { code message } } }";

/// Gives the editor of a body an account.
///
/// # Errors
/// A command fails.
pub(crate) async fn make_editor(
    installation: &Installation,
    body: OrganisationId,
) -> anyhow::Result<()> {
    let create = ["user", "create", "--login", LOGIN, "--name", "Messung"];
    installation.run(&create, PASSWORD).await?;
    let organisation = body.to_string();
    let add = [
        "member",
        "add",
        "--login",
        LOGIN,
        "--organisation",
        &organisation,
        "--role",
        "directory_editor",
    ];
    installation.run(&add, "").await
}

/// Changes a service and reads it again, as one client does; the read must show the change.
///
/// # Errors
/// An answer with errors, or a read that does not show the change.
pub(crate) async fn change_and_read(client: &Client) -> anyhow::Result<Vec<Duration>> {
    let token = client.sign_in(LOGIN, PASSWORD).await?;
    let token = Some(token.as_str());
    let mine = client
        .graphql(
            token,
            "{ myEntries(first: 1) { nodes { id version } } }",
            json!({}),
        )
        .await?;
    let mine = mine.pointer("/myEntries/nodes/0").context("an entry")?;
    let id = mine["id"].as_str().context("an id")?;
    let mut version = mine["version"].as_i64().context("a version")?;
    let mut took = Vec::new();
    for n in 0..UPDATES {
        let summary = format!("Fassung {n}");
        let variables = json!({ "id": id, "version": version, "patch": { "summary": summary } });
        let began = Instant::now();
        let changed = client.graphql(token, UPDATE, variables).await?;
        let read = client.graphql(token, READ, json!({ "id": id })).await?;
        took.push(began.elapsed());
        let errors = &changed["updateService"]["userErrors"];
        ensure!(errors.as_array().is_some_and(Vec::is_empty), "{errors}");
        version += 1;
        let seen = (
            &read["service"]["version"],
            &read["service"]["summary"]["value"],
        );
        let written = (&Value::from(version), &Value::from(summary));
        ensure!(seen == written, "the writer's next read is late: {read}");
    }
    Ok(took)
}
