//! The confidential exchange.
