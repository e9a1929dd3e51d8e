//! `make soak`: a crowd reads the directory and edits its own entries at once, on both engines, for as
//! long as one likes. Several editors share each entry, so they meet. No request may fail on our side,
//! no acknowledged edit may be lost, and the memory of the service may not grow with time.

mod crowd;
#[path = "../it/kit/mod.rs"]
#[expect(dead_code, reason = "the system tests need more of it")]
mod kit;
mod tally;

use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use anyhow::ensure;
use clap::Parser;
use tokio::time::{Instant, sleep_until};

use crate::crowd::{EDITORS, Editor, Reader};
use crate::kit::{Engine, Server, Setup};
use crate::tally::Tally;

/// How much memory the service may hold after the warm-up, in KiB, beyond what it held then.
const GROWTH_KIB: u64 = 64 * 1024;

/// Lets a crowd at the service.
#[derive(Debug, Parser)]
struct Cli {
    /// How many clients there are; a quarter of them edits.
    #[arg(long, default_value_t = 32)]
    clients: usize,
    /// For how many seconds, on each engine.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    for (name, engine) in [
        ("SQLite", Engine::sqlite()),
        ("PostgreSQL", Engine::postgres().await),
    ] {
        let setup = Setup::new(engine).with("SCHUTZNETZ__INSTANCE_ID", "demo");
        setup.done(&["seed", "--demo"]).await;
        let server = Arc::new(setup.serve().await);
        server.ready().await;
        let said = soak(&server, &cli).await?;
        writeln!(std::io::stdout(), "{name}: {said}")?;
    }
    Ok(())
}

/// One run on one engine; says in a line what happened.
async fn soak(server: &Arc<Server>, cli: &Cli) -> anyhow::Result<String> {
    let end = Instant::now() + Duration::from_secs(cli.seconds);
    let tally = Arc::new(Tally::default());
    let editing = (cli.clients / 4).max(EDITORS.len());
    let mut crowd = Vec::new();
    for at in 0..editing {
        let editor = Editor::of(server, EDITORS[at % EDITORS.len()], at).await?;
        crowd.push(tokio::spawn(editor.work(Arc::clone(&tally), end)));
    }
    for at in editing..cli.clients {
        let reader = Reader::of(server, at);
        crowd.push(tokio::spawn(reader.work(Arc::clone(&tally), end)));
    }
    sleep_until(end - Duration::from_secs(cli.seconds) * 2 / 3).await;
    let warm = resident_kib(server)?;
    for one in crowd {
        one.await??;
    }
    let after = resident_kib(server)?;
    ensure!(
        after <= warm + GROWTH_KIB,
        "memory grew from {warm} to {after} KiB"
    );
    tally.check(server).await?;
    Ok(format!(
        "{tally}; memory {warm} KiB warm, {after} KiB at the end"
    ))
}

/// The memory the process holds, in KiB, as the kernel counts it.
fn resident_kib(server: &Server) -> anyhow::Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.pid()))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|rest| rest.split_whitespace().next());
    Ok(number.unwrap_or_default().parse()?)
}
