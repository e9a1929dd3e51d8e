//! The keys of organisations and members. The server checks every token and can open nothing.

mod mutation;
mod query;

pub use mutation::{KeyMutation, KeyPayload};
pub use query::{KeyGrant, KeyHealth, KeyQuery, OrganisationMember, RecoverySheet, Vault};
