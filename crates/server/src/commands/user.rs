//! `user create` and `member add`.

use std::collections::BTreeSet;
use std::io::{BufRead as _, Write as _};

use application::identity::{NewAccount, add_member, create_account};
use clap::Subcommand;
use domain::access::Role;
use domain::identity::Secret;
use domain::ids::OrganisationId;

use super::organisation::explain;
use crate::config::Config;
use crate::wire;

/// Accounts of people.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make an account; the password is read from one line of standard input.
    Create {
        /// What the person will type to sign in.
        #[arg(long)]
        login: String,
        /// How the person is addressed.
        #[arg(long)]
        name: String,
    },
}

/// Members of organisations.
#[derive(Debug, Subcommand)]
pub(crate) enum MemberCommand {
    /// Make a person a member, or change the roles of one who is.
    Add {
        /// The person's login.
        #[arg(long)]
        login: String,
        /// The organisation's id.
        #[arg(long)]
        organisation: OrganisationId,
        /// What the person does there; may be given several times.
        #[arg(long = "role", required = true)]
        roles: Vec<Role>,
    },
}

/// Runs a command about accounts.
pub(crate) async fn run(config: &Config, command: Command) -> anyhow::Result<()> {
    let Command::Create { login, name } = command;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let password = Secret::new(line.trim_end_matches(['\r', '\n']).to_owned());
    let ctx = wire::command_line(config).await?;
    let new = NewAccount {
        login,
        display_name: name,
        password,
    };
    let account = create_account(&ctx, new).await.map_err(explain)?;
    Ok(writeln!(std::io::stdout(), "{}", account.id)?)
}

/// Runs a command about members.
pub(crate) async fn member(config: &Config, command: MemberCommand) -> anyhow::Result<()> {
    let MemberCommand::Add {
        login,
        organisation,
        roles,
    } = command;
    let ctx = wire::command_line(config).await?;
    let roles: BTreeSet<Role> = roles.into_iter().collect();
    let membership = add_member(&ctx, &login, organisation, roles)
        .await
        .map_err(explain)?;
    Ok(writeln!(std::io::stdout(), "{}", membership.id)?)
}
