//! The GraphQL face: one schema, a folder per feature.

#![expect(
    clippy::unused_async,
    reason = "the macro wants every resolver to be asynchronous"
)]

pub mod context;
pub mod directory;
mod documents;
mod fault;
pub mod http;
pub mod identity;
pub mod keys;
mod limits;
pub mod node;
pub mod referral;
pub mod scalars;
mod schema;
pub mod territory;

pub(crate) use documents::Documents;
pub use schema::{Schema, sdl};
