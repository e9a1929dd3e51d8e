//! Measures one installation.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use chrono::{DateTime, Utc};
use domain::ids::OrganisationId;
use serde_json::{Value, json};

use crate::fill::fill;
use crate::questions::{Client, Question, questions};
use crate::server::{Installation, Server};

/// How often all questions are gone through; each time every question has its slice, so that a
/// busy machine disturbs all of them alike.
const ROUNDS: usize = 6;
/// How often the service is started for its starting time.
const STARTS: usize = 3;
/// How many changes are made.
const UPDATES: usize = 60;
/// Between two looks at the memory of a service that has nothing to do: what it gives back to the system
/// it gives back after a second.
const LOOK: Duration = Duration::from_millis(1_500);
const LOGIN: &str = "bench.messung";
const PASSWORD: &str = "Beispiel-Messung-2026";

const READ: &str = "query ($id: ID!) { service(id: $id) { version summary { value } } }";
const UPDATE: &str = "mutation ($id: ID!, $version: Int!, $patch: ServicePatch!) { \
    updateService(id: $id, expectedVersion: $version, patch: $patch) { \
    service { version } userErrors { code message } } }";

/// What one question cost.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) requests: u32,
    pub(crate) bytes: u64,
    /// Of the server.
    pub(crate) cpu: Duration,
    /// From the question to the last byte of the answer.
    pub(crate) walls: Vec<Duration>,
}

/// Everything measured of one installation.
pub(crate) struct Run {
    pub(crate) engine: &'static str,
    pub(crate) size: usize,
    /// The services of the public tier, with those of the seed.
    pub(crate) services: u64,
    pub(crate) filling: Duration,
    pub(crate) alive: Vec<Duration>,
    pub(crate) ready: Vec<Duration>,
    /// In bytes, at rest: with the seed alone, when ready, when everything was asked; then the most it
    /// ever was.
    pub(crate) memory: [u64; 4],
    pub(crate) tallies: Vec<(Question, Tally)>,
    /// From the change to the answer of the same client's next read.
    pub(crate) updates: Vec<Duration>,
}

/// Fills and measures an empty database.
///
/// # Errors
/// Anything that makes the figures worthless.
pub(crate) async fn measure(
    binary: &Path,
    size: usize,
    url: &str,
    slice: Duration,
    now: DateTime<Utc>,
) -> anyhow::Result<Run> {
    let engine = if url.starts_with("sqlite") {
        "SQLite"
    } else {
        "PostgreSQL"
    };
    let installation = Installation::new(binary, url)?;
    installation.run(&["seed"], "").await?;
    let server = installation.serve().await?;
    let with_seed = memory_at_rest(&server).await?;
    server.stop().await?;

    let began = Instant::now();
    let body = fill(url, size, now).await?;
    let filling = began.elapsed();
    make_editor(&installation, body).await?;

    let (mut alive, mut ready) = (Vec::new(), Vec::new());
    let server = loop {
        let server = installation.serve().await?;
        alive.push(server.alive);
        ready.push(server.ready);
        if alive.len() == STARTS {
            break server;
        }
        server.stop().await?;
    };
    let when_ready = memory_at_rest(&server).await?;
    let client = Client::new(&server.base)?;
    let (questions, services) = questions(&client).await?;
    let expected = u64::try_from(size)?;
    ensure!(
        services >= expected,
        "{services} of {size} services are found"
    );
    let tallies = ask_in_turn(&server, &client, questions, slice).await?;
    let updates = change_and_read(&client).await?;
    let after = memory_at_rest(&server).await?;
    let memory = [with_seed, when_ready, after, server.most_memory()?];
    server.stop().await?;
    Ok(Run {
        engine,
        size,
        services,
        filling,
        alive,
        ready,
        memory,
        tallies,
        updates,
    })
}

/// The memory of a service once it gives nothing more back.
async fn memory_at_rest(server: &Server) -> anyhow::Result<u64> {
    let mut looks = tokio::time::interval(LOOK);
    let mut least = u64::MAX;
    loop {
        looks.tick().await;
        let now = server.memory()?;
        if now >= least {
            return Ok(least);
        }
        least = now;
    }
}

async fn make_editor(installation: &Installation, body: OrganisationId) -> anyhow::Result<()> {
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

async fn ask_in_turn(
    server: &Server,
    client: &Client,
    questions: Vec<Question>,
    slice: Duration,
) -> anyhow::Result<Vec<(Question, Tally)>> {
    let mut tallies: Vec<_> = questions
        .into_iter()
        .map(|question| (question, Tally::default()))
        .collect();
    let mut turn = 0;
    for _ in 0..ROUNDS {
        for (question, tally) in &mut tallies {
            let (began, before) = (Instant::now(), server.cpu()?);
            while began.elapsed() < slice {
                let asked = Instant::now();
                let bytes = client.ask(question, turn).await?;
                tally.walls.push(asked.elapsed());
                tally.bytes += u64::try_from(bytes)?;
                tally.requests += 1;
                turn += 1;
            }
            tally.cpu += server.cpu()?.saturating_sub(before);
        }
    }
    Ok(tallies)
}

/// Changes a service and reads it again, as one client does; the read must show the change.
async fn change_and_read(client: &Client) -> anyhow::Result<Vec<Duration>> {
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
