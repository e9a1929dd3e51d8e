//! `migrate`: brings the database up to date.

use crate::config::Config;
use crate::wire;

/// Applies every step the database does not have yet.
pub(crate) async fn run(config: &Config) -> anyhow::Result<()> {
    let store = wire::connect(config).await?;
    store.migrate().await?;
    tracing::info!("the database is up to date");
    Ok(())
}
