//! The `schutznetz` binary: reads the configuration, runs one command.

mod clock;
mod commands;
mod config;
mod health;
mod jobs;
mod logging;
mod metrics;
mod startup;
mod web;
mod wire;

use std::process::ExitCode;

use clap::Parser;
use tikv_jemallocator::Jemalloc;

use crate::commands::Cli;

/// Gives freed memory back, and is faster than the one of glibc for the many small answers.
#[global_allocator]
static ALLOCATOR: Jemalloc = Jemalloc;

#[actix_web::main]
async fn main() -> ExitCode {
    match commands::run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // one clear line; the causes follow it, because this reader is the operator
            let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
            eprintln!("schutznetz: {}", causes.join(": "));
            ExitCode::FAILURE
        }
    }
}
