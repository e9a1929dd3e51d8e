//! What the domain may rely on, promised on SQLite and on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

// a crate cannot rename itself in its manifest, and the suite calls it what its users call it
extern crate schutznetz_persistence as persistence;

mod audit;
mod boxes;
mod directory;
mod doors;
mod exchange;
mod feed;
mod identity;
mod keys;
mod parts;
mod samples;
mod schema;
mod scope;
