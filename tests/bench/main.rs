//! `make bench`: the release binary over HTTP, on generated networks of several sizes, on both
//! engines. Figures are ratios to a plain `{ __typename }` of the same run, because those travel
//! from one machine to another. `docs/performance.md` says what they mean.
//!
//! A missed order is marked in the report and does not fail the run; only a broken run does.

mod cores;
mod dice;
mod editor;
mod fill;
mod generate;
mod measure;
mod questions;
mod report;
mod server;
mod words;

use std::io::Write as _;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use anyhow::Context as _;
use chrono::Utc;
use clap::Parser;

/// Measures the service.
#[derive(Debug, Parser)]
struct Cli {
    /// What to measure, as SIZE=URL: so many services in the empty database at this address; may be
    /// given several times.
    #[arg(long = "on", required = true)]
    on: Vec<Target>,
    /// The binary to measure.
    #[arg(long, default_value = "target/release/schutznetz")]
    binary: PathBuf,
    /// For how many milliseconds each question is asked in each of the two rounds of a sitting.
    #[arg(long, default_value_t = 500)]
    slice_ms: u64,
    /// Where the report is written as Markdown.
    #[arg(long, default_value = "target/bench.md")]
    report: PathBuf,
    /// Only fill the databases, for a profile by hand.
    #[arg(long)]
    fill_only: bool,
}

/// A size and a database.
#[derive(Debug, Clone)]
struct Target {
    size: usize,
    url: String,
}

impl Target {
    /// The name of the engine behind the address.
    fn engine(&self) -> &'static str {
        if self.url.starts_with("sqlite") {
            "SQLite"
        } else {
            "PostgreSQL"
        }
    }
}

impl FromStr for Target {
    type Err = String;

    fn from_str(given: &str) -> Result<Self, String> {
        let parts = given.split_once('=');
        parts
            .and_then(|(size, url)| {
                Some(Self {
                    size: size.parse().ok()?,
                    url: url.to_owned(),
                })
            })
            .ok_or_else(|| "SIZE=URL is allowed, such as 1000=sqlite://PATH?mode=rwc".to_owned())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    #[expect(
        clippy::disallowed_methods,
        reason = "hours are computed for the instant of the request, so the network is made for today"
    )]
    let now = domain::time::to_micros(Utc::now());
    let slice = Duration::from_millis(cli.slice_ms);
    let machine = machine();
    let shipped = server::Shipped::new(&cli.binary, cores::Cores::share()?)?;
    if cli.fill_only {
        for Target { size, url } in &cli.on {
            server::Installation::new(&shipped, url)?
                .run(&["seed"], "")
                .await?;
            fill::fill(url, *size, now).await?;
        }
        return Ok(());
    }
    let mut runs = Vec::new();
    for targets in cli.on.chunk_by(|one, next| one.engine() == next.engine()) {
        runs.extend(measure::measure(&shipped, targets, slice, now).await?);
    }
    let text = report::markdown(&runs, now, &machine)?;
    std::fs::write(&cli.report, &text)
        .with_context(|| format!("writing {}", cli.report.display()))?;
    writeln!(std::io::stdout(), "\n{text}")?;
    Ok(())
}

/// The machine in words: its processors.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(':'))
        .map_or("unknown", |(_, name)| name.trim());
    format!("{cores} cores ({model})")
}
