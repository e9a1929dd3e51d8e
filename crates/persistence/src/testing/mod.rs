//! A fresh database per test, on either engine, migrated and empty.
//!
//! SQLite gives each test a file of its own. PostgreSQL is one cluster per test run, started by the
//! first test that wants it, with one database per test copied from a migrated template; see
//! [`postgres`]. A test that should hold on both engines is written once, with
//! [`on_both_engines!`](crate::on_both_engines).

pub mod postgres;

use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use crate::{Durability, Options, SqlStore, connect};

const SQLITE_FILE: &str = "test.db";

/// A database for one test.
#[derive(Debug)]
pub struct Fresh {
    /// The store on it.
    pub store: SqlStore,
    /// Its address, for a second store or another program on the same database.
    pub url: String,
    /// Keeps the file as long as the test runs.
    _dir: Option<TempDir>,
}

/// How tests open a database: nothing has to survive a power cut.
pub fn options() -> Options {
    Options {
        replica: None,
        max_connections: 10,
        patience: Duration::from_secs(30),
        durability: Durability::ProcessEnd,
    }
}

/// A fresh SQLite database in a file that goes away with the value.
///
/// # Panics
/// When the file cannot be made or migrated.
pub async fn fresh_sqlite() -> Fresh {
    open_sqlite(TempDir::new().expect("a temporary folder")).await
}

/// A fresh SQLite database that begins as a copy of a closed one.
///
/// # Panics
/// When the file cannot be copied, opened or migrated.
pub async fn copied_sqlite(template: &Path) -> Fresh {
    let dir = TempDir::new().expect("a temporary folder");
    std::fs::copy(template, dir.path().join(SQLITE_FILE)).expect("a copy of the template");
    open_sqlite(dir).await
}

async fn open_sqlite(dir: TempDir) -> Fresh {
    let url = format!(
        "sqlite://{}?mode=rwc",
        dir.path().join(SQLITE_FILE).display()
    );
    let store = connect(&url, &options())
        .await
        .expect("a fresh SQLite database opens");
    store
        .migrate()
        .await
        .expect("a fresh SQLite database can be migrated");
    Fresh {
        store,
        url,
        _dir: Some(dir),
    }
}

/// A fresh PostgreSQL database in the cluster of this test run.
///
/// # Panics
/// When PostgreSQL is not installed, with a sentence that says so, or does not start.
pub async fn fresh_postgres() -> Fresh {
    let url = postgres::fresh_database().await;
    let store = connect(&url, &options())
        .await
        .expect("a fresh PostgreSQL database opens");
    Fresh {
        store,
        url,
        _dir: None,
    }
}

/// Runs each test on SQLite and on PostgreSQL. The body is given a [`Fresh`] database.
///
/// ```ignore
/// persistence::on_both_engines! {
///     async fn a_ping_is_answered(fresh: Fresh) {
///         fresh.store.ping().await.unwrap();
///     }
/// }
/// ```
#[macro_export]
macro_rules! on_both_engines {
    ($( $(#[$attribute:meta])* async fn $name:ident($fresh:ident: $kind:ty) $body:block )+) => {
        $(
            mod $name {
                use super::*;

                $(#[$attribute])*
                async fn promise($fresh: $kind) $body

                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn on_sqlite() {
                    promise($crate::testing::fresh_sqlite().await).await;
                }

                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn on_postgres() {
                    promise($crate::testing::fresh_postgres().await).await;
                }
            }
        )+
    };
}
