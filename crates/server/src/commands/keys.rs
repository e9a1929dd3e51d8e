//! `keys rotate`: a fresh key signs the access tokens from now on.

use std::io::Write as _;

use clap::Subcommand;

use crate::clock::{SystemClock, SystemMint};
use crate::config::Config;

/// The keys that sign access tokens.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Sign with a fresh key from now on; tokens of the old one stay good until they expire.
    Rotate,
}

/// Runs a command about keys; prints the id of the new one.
pub(crate) fn run(config: &Config, command: &Command) -> anyhow::Result<()> {
    let Command::Rotate = command;
    let keys = api::Keys::open(&config.keys.dir, &SystemClock, &SystemMint)?;
    let kid = keys.rotate(&SystemClock, &SystemMint)?;
    Ok(writeln!(std::io::stdout(), "{kid}")?)
}
