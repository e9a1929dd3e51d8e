//! A fresh database for one test.

use persistence::testing::postgres::fresh_database;
use tempfile::TempDir;

/// Which database a server of a test runs on; dropping it removes the database.
pub(crate) enum Engine {
    /// A file in a folder of its own.
    Sqlite(TempDir),
    /// A database in the cluster of the test run.
    Postgres(String),
}

impl Engine {
    pub(crate) fn sqlite() -> Self {
        Self::Sqlite(TempDir::new().expect("a temporary folder"))
    }

    pub(crate) async fn postgres() -> Self {
        Self::Postgres(fresh_database().await)
    }

    /// The address for `DATABASE_URL`.
    pub(crate) fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => format!(
                "sqlite://{}?mode=rwc",
                folder.path().join("netz.db").display()
            ),
            Self::Postgres(url) => url.clone(),
        }
    }
}
