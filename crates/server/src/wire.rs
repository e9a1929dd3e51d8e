//! Puts the rooms of the house together.

use std::sync::Arc;

use anyhow::Context as _;
use application::identity::Passwords;
use application::territory::Atlas;
use application::{Context, House};
use arc_swap::ArcSwap;
use domain::access::Actor;
use persistence::{Options, SchemaState, SqlStore};
use search::{Directory, PlaceNames, Weights};

use crate::clock::{SystemClock, SystemMint};
use crate::config::Config;

/// Opens the database.
pub(crate) async fn connect(config: &Config) -> anyhow::Result<SqlStore> {
    let options = Options {
        replica: config.database_replica_url.clone(),
        ..Options::default()
    };
    Ok(persistence::connect(&config.database_url, &options).await?)
}

/// Refuses a database that does not have exactly this program's schema.
pub(crate) async fn expect_current(store: &SqlStore) -> anyhow::Result<()> {
    match store.schema_state().await? {
        SchemaState::Current => Ok(()),
        SchemaState::Behind(missing) => anyhow::bail!(
            "the database lacks {} step(s) of the schema, from {} on: run `schutznetz migrate`",
            missing.len(),
            missing.first().map(String::as_str).unwrap_or_default()
        ),
        SchemaState::Newer(unknown) => anyhow::bail!(
            "the database belongs to a newer version of this program (unknown here: {}): start that \
             version, or restore an older backup",
            unknown.join(", ")
        ),
    }
}

/// The house on an open database, with a read model that is still empty.
pub(crate) fn house(
    config: &Config,
    store: &SqlStore,
    directory: Arc<Directory>,
    atlas: Atlas,
) -> anyhow::Result<House> {
    Ok(House {
        instance_id: config.instance_id.as_str().into(),
        store: Arc::new(store.clone()),
        read_model: directory,
        atlas: Arc::new(ArcSwap::from_pointee(atlas)),
        clock: Arc::new(SystemClock),
        mint: Arc::new(SystemMint),
        passwords: Arc::new(Passwords::new().context("preparing the password hasher")?),
    })
}

/// A request of the command line: the installation itself acts.
pub(crate) async fn command_line(config: &Config) -> anyhow::Result<Context> {
    let store = connect(config).await?;
    expect_current(&store).await?;
    let atlas = Atlas::shipped(config.is_demo())?;
    let directory = directory(&atlas);
    Ok(house(config, &store, directory, atlas)?.for_actor(Actor::System))
}

/// A directory that knows the places and waits to be filled.
pub(crate) fn directory(atlas: &Atlas) -> Arc<Directory> {
    Directory::new(
        PlaceNames::of(atlas.gazetteer()),
        Arc::new(SystemClock),
        Weights::default(),
    )
}
