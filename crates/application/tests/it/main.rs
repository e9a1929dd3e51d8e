//! The use cases over real storage, with what the browser's own modules sealed and signed.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

// a crate cannot rename itself in its manifest, and the suite calls both what their users call them
extern crate schutznetz_application as application;
extern crate schutznetz_persistence as persistence;

mod help;
mod house;
mod jobs;
mod keys;
mod refusals;
mod report;
mod seed;
