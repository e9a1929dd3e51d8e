//! The REST face: one file per resource, each with its handlers and their descriptions.

pub(crate) mod attributions;
mod body;
pub(crate) mod destinations;
pub(crate) mod directory;
pub(crate) mod docs;
pub(crate) mod meta;
pub(crate) mod problems;
pub(crate) mod session;
pub(crate) mod territory;

pub(crate) use body::{announced, read_whole};
