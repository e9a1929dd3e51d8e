//! `user create` and `member add`.

use std::io::{BufRead as _, Write as _};

use application::identity::{NewAccount, NewMember, add_member, create_account};
use clap::Subcommand;
use domain::identity::Secret;

use super::typed::Typed;
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
        organisation: String,
        /// What the person does there; may be given several times.
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
    },
}

/// Runs a command about accounts.
pub(crate) async fn run(config: &Config, command: Command) -> anyhow::Result<()> {
    let Command::Create { login, name } = command;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let password = Secret::new(line.trim_end_matches(['\r', '\n']).to_owned());
    let ctx = wire::command_line(config).await?;
    let typed =
        Typed::default()
            .with("login", "--login", &login)
            .with("displayName", "--name", &name);
    let new = NewAccount {
        login,
        display_name: name,
        password,
    };
    let made = create_account(&ctx, new).await;
    let account = made.map_err(|failure| typed.explain(failure))?;
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
    let typed = Typed::default()
        .with("login", "--login", &login)
        .with("organisation", "--organisation", &organisation)
        .with("roles", "--role", &roles.join(", "));
    let new = NewMember {
        login,
        organisation,
        roles,
    };
    let added = add_member(&ctx, new).await;
    let membership = added.map_err(|failure| typed.explain(failure))?;
    Ok(writeln!(std::io::stdout(), "{}", membership.id)?)
}
