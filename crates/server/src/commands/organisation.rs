//! `organisation create`, `verify`, `grant`: what joining will do by itself one day.

use std::io::Write as _;

use application::Failure;
use application::identity::{
    NewOrganisation, create_organisation, grant_reception, verify_organisation,
};
use clap::Subcommand;
use domain::directory::TermKey;
use domain::ids::OrganisationId;

use crate::config::Config;
use crate::wire;

/// Organisations and what they may do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make an organisation; prints its id.
    Create {
        /// Its full name.
        #[arg(long)]
        name: String,
        /// Its kind, a term such as `daycare`.
        #[arg(long)]
        kind: TermKey,
        /// Its sectors, terms such as `youth_welfare`; may be given several times.
        #[arg(long = "sector", required = true)]
        sectors: Vec<TermKey>,
        /// The district key of its seat, such as `13004`.
        #[arg(long)]
        district: Option<String>,
    },
    /// Mark an organisation as verified by register and letter, or by a visit.
    Verify {
        /// The organisation's id.
        id: OrganisationId,
    },
    /// Let an organisation receive a kind of referral, such as `SUSPICION_REPORT`.
    Grant {
        /// The organisation's id.
        id: OrganisationId,
        /// The kind of referral.
        kind: String,
    },
}

/// Runs a command about organisations.
pub(crate) async fn run(config: &Config, command: Command) -> anyhow::Result<()> {
    let ctx = wire::command_line(config).await?;
    match command {
        Command::Create {
            name,
            kind,
            sectors,
            district,
        } => {
            let new = NewOrganisation {
                name,
                kind,
                sectors,
                district,
            };
            let organisation = create_organisation(&ctx, new).await.map_err(explain)?;
            writeln!(std::io::stdout(), "{}", organisation.id)?;
        }
        Command::Verify { id } => {
            verify_organisation(&ctx, id).await.map_err(explain)?;
        }
        Command::Grant { id, kind } => {
            grant_reception(&ctx, id, &kind).await.map_err(explain)?;
        }
    }
    Ok(())
}

/// A failure in words for the person at the command line.
pub(crate) fn explain(failure: Failure) -> anyhow::Error {
    if let Failure::Invalid(fields) = &failure {
        let all: Vec<String> = fields.iter().map(ToString::to_string).collect();
        return anyhow::anyhow!(all.join("; "));
    }
    anyhow::Error::new(failure)
}
