//! The use cases over real storage, with what the browser's own modules sealed and signed.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

// a crate cannot rename itself in its manifest, and the suite calls it what its users call it
extern crate schutznetz_application as application;

mod house;
mod referral;
