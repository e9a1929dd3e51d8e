//! What the read model promises, over the real network and over records made for one question.

#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test that finds nothing fails the test"
)]

mod filters;
mod follow;
mod golden;
mod invented;
mod properties;
mod support;
mod tiers;
