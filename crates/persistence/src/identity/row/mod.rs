//! The tables of identity.

pub(crate) mod account;
pub(crate) mod membership;
pub(crate) mod session;
pub(crate) mod standing;
