//! Starts the shipped binary and talks to it over HTTP.

mod engine;
mod server;

pub(crate) use engine::Engine;
pub(crate) use server::{Server, Setup};
