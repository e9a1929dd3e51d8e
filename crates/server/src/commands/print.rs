//! `print-schema` and `print-openapi`: the contracts, without a database.

use std::io::Write as _;

/// The GraphQL schema in its own language.
pub(crate) fn schema() -> anyhow::Result<()> {
    Ok(write!(std::io::stdout(), "{}", api::sdl())?)
}

/// The OpenAPI document as JSON.
pub(crate) fn openapi() -> anyhow::Result<()> {
    Ok(writeln!(
        std::io::stdout(),
        "{}",
        api::openapi().to_pretty_json()?
    )?)
}
