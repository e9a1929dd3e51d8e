//! The command line: one file per command.

mod backup;
mod check_config;
mod keys;
mod migrate;
mod organisation;
mod print;
mod seed;
mod serve;
mod typed;
mod user;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::config::Config;
use crate::logging;

/// Schutznetz: find help for children, and pass a worry to the right office safely.
#[derive(Debug, Parser)]
#[command(name = "schutznetz", version, about)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the pages and interfaces.
    Serve,
    /// Bring the database up to date.
    Migrate,
    /// Load the network of Mecklenburg-Vorpommern; repeating it changes nothing.
    Seed {
        /// Also load the invented demo network; only where `instance_id` is `demo`.
        #[arg(long)]
        demo: bool,
    },
    /// Print the configuration with secrets masked, and what is still missing.
    CheckConfig,
    /// Save the whole database to a new file, while the service runs.
    Backup {
        /// The file to write; it must not exist.
        file: PathBuf,
    },
    /// Restore a database from a backup, while the service does not run.
    Restore {
        /// The file `backup` wrote.
        file: PathBuf,
        /// Replace what the database holds now.
        #[arg(long)]
        replace: bool,
    },
    /// The keys that sign access tokens.
    Keys {
        #[command(subcommand)]
        command: keys::Command,
    },
    /// Accounts of people.
    User {
        #[command(subcommand)]
        command: user::Command,
    },
    /// Organisations and what they may do.
    Organisation {
        #[command(subcommand)]
        command: organisation::Command,
    },
    /// Members of organisations.
    Member {
        #[command(subcommand)]
        command: user::MemberCommand,
    },
    /// Print the GraphQL schema, without a database.
    PrintSchema,
    /// Print the OpenAPI document, without a database.
    PrintOpenapi,
}

/// Runs one command.
pub(crate) async fn run(cli: Cli) -> anyhow::Result<()> {
    match cli.command {
        Command::PrintSchema => print::schema(),
        Command::PrintOpenapi => print::openapi(),
        Command::CheckConfig => check_config::run(&Config::read()?),
        Command::Serve => serve::run(&configured()?).await,
        Command::Migrate => migrate::run(&configured()?).await,
        Command::Seed { demo } => seed::run(&configured()?, demo).await,
        Command::Backup { file } => backup::save(&configured()?, &file).await,
        Command::Restore { file, replace } => backup::restore(&configured()?, &file, replace).await,
        Command::Keys { command } => keys::run(&configured()?, &command),
        Command::User { command } => user::run(&configured()?, command).await,
        Command::Member { command } => user::member(&configured()?, command).await,
        Command::Organisation { command } => organisation::run(&configured()?, command).await,
    }
}

fn configured() -> anyhow::Result<Config> {
    let config = Config::read()?;
    logging::start(&config.log)?;
    Ok(config)
}
