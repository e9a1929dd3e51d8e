//! The people of the invented district. Their passwords and passphrases are public: they open the demo
//! and nothing else.

use std::collections::BTreeSet;

use domain::access::Role;
use serde::Deserialize;

use super::exchange::ExchangeFile;
use super::read::Network;

/// The invented district as it was read.
#[derive(Debug, Clone)]
pub struct Demo {
    /// Its organisations.
    pub network: Network,
    /// Its people.
    pub accounts: Vec<AccountEntry>,
    /// What its organisations may do in the exchange.
    pub standings: Vec<StandingEntry>,
    /// What they did in the exchange.
    pub exchange: ExchangeFile,
}

/// `demo/accounts.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountsFile {
    /// What the organisations may do in the exchange.
    #[serde(rename = "standing")]
    pub standings: Vec<StandingEntry>,
    /// The people.
    #[serde(rename = "account")]
    pub accounts: Vec<AccountEntry>,
}

/// What an organisation of the demo may do in the exchange.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandingEntry {
    /// The organisation's key.
    pub organisation: String,
    /// Whether it was verified.
    pub verified: bool,
    /// The kinds of referral it may receive, as spelled in the protocol.
    pub receives: BTreeSet<String>,
    /// The logins of the members who hold the organisation's key, the first one first.
    pub key_holders: Vec<String>,
    /// The logins of the members who can open what comes in, and grant nothing.
    #[serde(default)]
    pub key_readers: Vec<String>,
    /// Whether a recovery sheet was printed and tried: the second way of a body of one person.
    #[serde(default)]
    pub recovery_sheet: bool,
}

/// One invented person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountEntry {
    /// What the person types to sign in.
    pub login: String,
    /// How the person is addressed.
    pub name: String,
    /// The published password.
    pub password: String,
    /// The key of the organisation.
    pub organisation: String,
    /// What the person does there.
    #[serde(deserialize_with = "roles")]
    pub roles: BTreeSet<Role>,
    /// The published passphrase of the vault: five words or more.
    pub vault_passphrase: String,
}

fn roles<'de, D: serde::Deserializer<'de>>(given: D) -> Result<BTreeSet<Role>, D::Error> {
    Vec::<String>::deserialize(given)?
        .iter()
        .map(|name| name.parse().map_err(serde::de::Error::custom))
        .collect()
}
