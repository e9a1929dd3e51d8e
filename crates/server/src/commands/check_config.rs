//! `check-config`: what is set, and what an operator should still do.

use std::io::Write as _;

use crate::config::Config;

/// Prints the configuration as TOML with secrets masked; warnings follow on standard error.
pub(crate) fn run(config: &Config) -> anyhow::Result<()> {
    write!(std::io::stdout(), "{}", config.masked())?;
    config.check_exposure()?;
    for warning in config.warnings() {
        eprintln!("warning: {warning}");
    }
    Ok(())
}
