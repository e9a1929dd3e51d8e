//! Measures the installations of one engine side by side.

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use chrono::{DateTime, Utc};

use crate::Target;
use crate::editor::{change_and_read, make_editor};
use crate::fill::fill;
use crate::questions::{Client, Question, questions};
use crate::server::{Installation, Server, Shipped};

/// How often every service is started and asked everything: some processes are slower than others with the
/// same data, by where their memory came to lie, so that one process says little.
const SITTINGS: usize = 5;
/// How often all questions are gone through in a sitting; each time every question has its slice at every
/// size, so that a busy machine disturbs all of them alike.
const ROUNDS: usize = 2;
/// Between two looks at the memory of a service that has nothing to do: what it gives back to the system
/// it gives back after a second.
const LOOK: Duration = Duration::from_millis(1_500);

/// What one question cost in one sitting.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) requests: u32,
    pub(crate) bytes: u64,
    /// Of the server.
    pub(crate) cpu: Duration,
    /// From the question to the last byte of the answer.
    pub(crate) walls: Vec<Duration>,
}

/// The memory of one process, in bytes.
pub(crate) struct Memory {
    /// At rest, before it is asked anything.
    pub(crate) ready: u64,
    /// At rest, when everything was asked.
    pub(crate) after: u64,
    /// The most it ever was.
    pub(crate) most: u64,
}

/// One process of a service, asked everything.
pub(crate) struct Sitting {
    /// From its start until `/healthz` answered.
    pub(crate) alive: Duration,
    /// From its start until `/readyz` answered.
    pub(crate) ready: Duration,
    pub(crate) memory: Memory,
    /// In the order of the questions.
    pub(crate) tallies: Vec<Tally>,
    /// From the change to the answer of the same client's next read.
    pub(crate) updates: Vec<Duration>,
}

/// Everything measured of one installation.
pub(crate) struct Run {
    pub(crate) engine: &'static str,
    pub(crate) size: usize,
    /// The services of the public tier, with those of the seed.
    pub(crate) services: u64,
    pub(crate) filling: Duration,
    /// The memory with the seed alone, in bytes, at rest.
    pub(crate) memory_of_seed: u64,
    /// What the indexes of words of all tiers weigh, in bytes.
    pub(crate) index: u64,
    pub(crate) questions: Vec<Question>,
    pub(crate) sittings: Vec<Sitting>,
}

/// Fills and measures empty databases of one engine.
///
/// # Errors
/// Anything that makes the figures worthless.
pub(crate) async fn measure(
    shipped: &Shipped,
    targets: &[Target],
    slice: Duration,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<Run>> {
    let mut installed = Vec::new();
    for target in targets {
        let ready = install(shipped, target, now).await;
        installed.push(ready.with_context(|| format!("filling {} services", target.size))?);
    }
    for _ in 0..SITTINGS {
        sit(&mut installed, slice).await?;
    }
    Ok(installed.into_iter().map(|(_, run)| run).collect())
}

/// A filled installation of which nothing is measured yet but the seed alone.
async fn install(
    shipped: &Shipped,
    target: &Target,
    now: DateTime<Utc>,
) -> anyhow::Result<(Installation, Run)> {
    let installation = Installation::new(shipped, &target.url)?;
    installation.run(&["seed"], "").await?;
    let server = installation.serve().await?;
    let memory_of_seed = memory_at_rest(&server).await?;
    server.stop().await?;

    let began = Instant::now();
    let body = fill(&target.url, target.size, now).await?;
    let filling = began.elapsed();
    make_editor(&installation, body).await?;

    let server = installation.serve().await?;
    let (questions, services) = questions(&Client::new(&server.base)?).await?;
    let index = server.index().await?;
    server.stop().await?;
    let expected = u64::try_from(target.size)?;
    ensure!(
        services >= expected,
        "{services} of {expected} services are found"
    );
    let run = Run {
        engine: target.engine(),
        size: target.size,
        services,
        filling,
        memory_of_seed,
        index,
        questions,
        sittings: Vec::new(),
    };
    Ok((installation, run))
}

/// One service that is asked now.
struct Seat<'a> {
    run: &'a mut Run,
    server: Server,
    client: Client,
    /// Its memory when it was ready, in bytes.
    ready: u64,
    tallies: Vec<Tally>,
}

impl<'a> Seat<'a> {
    async fn take(installation: &Installation, run: &'a mut Run) -> anyhow::Result<Self> {
        let server = installation.serve().await?;
        Ok(Self {
            client: Client::new(&server.base)?,
            ready: memory_at_rest(&server).await?,
            tallies: run.questions.iter().map(|_| Tally::default()).collect(),
            run,
            server,
        })
    }

    /// Asks one question for the time of a slice.
    async fn ask(&mut self, question: usize, slice: Duration) -> anyhow::Result<()> {
        let (question, tally) = (&self.run.questions[question], &mut self.tallies[question]);
        let (began, before) = (Instant::now(), self.server.cpu()?);
        let mut turn = usize::try_from(tally.requests)?;
        while began.elapsed() < slice {
            let asked = Instant::now();
            let bytes = self.client.ask(question, turn).await?;
            tally.walls.push(asked.elapsed());
            tally.bytes += u64::try_from(bytes)?;
            tally.requests += 1;
            turn += 1;
        }
        tally.cpu += self.server.cpu()?.saturating_sub(before);
        Ok(())
    }

    async fn leave(self) -> anyhow::Result<()> {
        let updates = change_and_read(&self.client).await?;
        let memory = Memory {
            ready: self.ready,
            after: memory_at_rest(&self.server).await?,
            most: self.server.most_memory()?,
        };
        self.run.sittings.push(Sitting {
            alive: self.server.alive,
            ready: self.server.ready,
            memory,
            tallies: self.tallies,
            updates,
        });
        self.server.stop().await
    }
}

/// Starts every service, asks all of them everything in turn, and ends them.
async fn sit(installed: &mut [(Installation, Run)], slice: Duration) -> anyhow::Result<()> {
    let mut seats = Vec::new();
    for (installation, run) in installed {
        seats.push(Seat::take(installation, run).await?);
    }
    let questions = seats.first().map_or(0, |seat| seat.tallies.len());
    for _ in 0..ROUNDS {
        for question in 0..questions {
            for seat in &mut seats {
                seat.ask(question, slice).await?;
            }
        }
    }
    for seat in seats {
        seat.leave().await?;
    }
    Ok(())
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
