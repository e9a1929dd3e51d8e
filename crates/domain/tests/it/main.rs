//! What the rules of the domain come to, in tables to read.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should say where it stopped"
)]

extern crate schutznetz_domain as domain;

mod referral_matrix;
