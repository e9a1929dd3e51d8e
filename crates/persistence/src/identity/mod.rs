//! Identity in tables.

mod repository;
mod row;

pub(crate) use repository::{SqlAccounts, SqlMemberships, SqlSessions};
