//! The chained record of what was done, in tables.
//!
//! `audit_stream` holds the end of each chain and is what an append locks, `audit_entry` the entries
//! as the text that was hashed. Refused attempts wait in `audit_denied` until their minute is over.

mod repository;
mod row;

pub(crate) use repository::SqlAudit;
