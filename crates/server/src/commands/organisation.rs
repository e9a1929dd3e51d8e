//! `organisation create`, `verify`, `grant`: what joining will do by itself one day.

use std::io::Write as _;

use application::identity::{
    NewOrganisation, create_organisation, grant_reception, verify_organisation,
};
use clap::Subcommand;

use super::typed::Typed;
use crate::config::Config;
use crate::wire;

/// Organisations and what they may do. What is typed is checked by the use case, which names
/// everything that is not allowed at once.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make an organisation; prints its id.
    Create {
        /// Its full name.
        #[arg(long)]
        name: String,
        /// Its kind, a term such as `daycare`.
        #[arg(long)]
        kind: String,
        /// Its sectors, terms such as `youth_welfare`; may be given several times.
        #[arg(long = "sector", required = true)]
        sectors: Vec<String>,
        /// The district key of its seat, such as `13004`.
        #[arg(long)]
        district: Option<String>,
    },
    /// Mark an organisation as verified by register and letter, or by a visit.
    Verify {
        /// The organisation's id.
        id: String,
    },
    /// Let an organisation receive a kind of referral, such as `SUSPICION_REPORT`.
    Grant {
        /// The organisation's id.
        id: String,
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
            let typed = Typed::default()
                .with("name", "--name", &name)
                .with("kind", "--kind", &kind)
                .with("sectors", "--sector", &sectors.join(", "))
                .with(
                    "district",
                    "--district",
                    district.as_deref().unwrap_or_default(),
                );
            let new = NewOrganisation {
                name,
                kind,
                sectors,
                district,
            };
            let made = create_organisation(&ctx, new).await;
            let organisation = made.map_err(|failure| typed.explain(failure))?;
            writeln!(std::io::stdout(), "{}", organisation.id)?;
        }
        Command::Verify { id } => {
            let typed = Typed::default().with("organisation", "ID", &id);
            let verified = verify_organisation(&ctx, &id).await;
            verified.map_err(|failure| typed.explain(failure))?;
        }
        Command::Grant { id, kind } => {
            let typed = Typed::default()
                .with("organisation", "ID", &id)
                .with("kind", "KIND", &kind);
            let granted = grant_reception(&ctx, &id, &kind).await;
            granted.map_err(|failure| typed.explain(failure))?;
        }
    }
    Ok(())
}
