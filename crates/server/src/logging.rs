//! The log: JSON lines with request ids; contents, codes, tokens, addresses of computers and query
//! strings never enter it. What it says of a request is written by `api::accompany`.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::{Log, LogFormat};

/// Starts the log on standard error.
///
/// # Errors
/// When the level is not a filter.
pub(crate) fn start(log: &Log) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&log.level).map_err(|_not_a_filter| {
        anyhow::anyhow!(
            "configuration: log.level: a filter such as info or info,sqlx=warn is allowed"
        )
    })?;
    let registry = tracing_subscriber::registry().with(filter);
    match log.format {
        LogFormat::Json => registry
            .with(
                fmt::layer()
                    .json()
                    .with_current_span(true)
                    .with_span_list(false)
                    .with_writer(std::io::stderr),
            )
            .try_init()?,
        LogFormat::Text => {
            registry
                .with(
                    fmt::layer()
                        .with_target(false)
                        .with_ansi(std::io::stderr().is_terminal())
                        .with_writer(std::io::stderr),
                )
                .try_init()?;
        }
    }
    Ok(())
}
