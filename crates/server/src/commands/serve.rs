//! `serve`: the pages and interfaces, until a signal ends it.

use crate::config::Config;
use crate::startup;

/// Serves until SIGTERM or SIGINT; requests that run are finished first.
pub(crate) async fn run(config: &Config) -> anyhow::Result<()> {
    config.check_exposure()?;
    startup::serve(config).await
}
