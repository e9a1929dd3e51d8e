//! The domain's storage, on SQLite and PostgreSQL.
//!
//! [`connect`] opens a [`SqlStore`], which is the domain's [`Store`](domain::store::Store). One
//! folder per feature: `row` is a table and its way into the domain and back, `repository` answers
//! the domain's trait, `lists` holds the queries of lists and whatever SeaORM cannot say. Rows never
//! leave this crate, and a list can be started only in [`scope`], with the one who is asking.

mod audit;
mod backup;
mod column;
mod connect;
mod counter;
mod directory;
mod error;
mod identity;
mod referral;
mod schema;
mod scope;
#[cfg(feature = "testing")]
pub mod testing;
mod work;

pub use connect::{
    ConnectError, Durability, Options, connect, is_in_use, make_private, sqlite_file,
};
pub use schema::{MigrateError, SchemaState};
pub use work::SqlStore;
