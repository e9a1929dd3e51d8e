//! The faces in process: the router over SQLite, with the seed network and the demo district.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should say where it stopped"
)]

extern crate schutznetz_api as api;

mod access;
mod contract;
mod directory;
mod exchange;
mod faults;
mod forgery;
mod graphql_http;
mod house;
mod problems;
mod session;
mod territory;
