//! The system tests stand in `it/`.
