//! `seed`: the network of the state, and on a demo installation the invented district.

use anyhow::ensure;
use application::seed::{plant, plant_demo};
use application::territory::Atlas;

use crate::config::Config;
use crate::wire;

/// Plants what is missing. Migrates first, so that a new installation needs one command.
pub(crate) async fn run(config: &Config, demo: bool) -> anyhow::Result<()> {
    ensure!(
        !demo || config.is_demo(),
        "seed --demo: the demo has public passwords, so instance_id must be \"demo\" and is {:?}; \
         set SCHUTZNETZ__INSTANCE_ID=demo on an installation without real data",
        config.instance_id
    );
    if config.migrate {
        wire::connect(config).await?.migrate().await?;
    }
    let ctx = wire::command_line(config).await?;
    let atlas = Atlas::shipped(demo)?;
    let mut written = plant(&ctx, &atlas).await?;
    if demo {
        written += plant_demo(&ctx, &atlas).await?;
    }
    tracing::info!(written, "the seed is in the database");
    Ok(())
}
