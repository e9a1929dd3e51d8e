//! A copy of a SQLite database while it is in use, and whether a copy is whole.

use std::path::Path;

use domain::store::Stored;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::SqlStore;
use crate::error::while_doing;

impl SqlStore {
    /// Writes everything that is committed to a new SQLite file. It holds no page that was freed,
    /// and no write waits longer than a transaction would.
    ///
    /// # Errors
    /// When the file exists or cannot be written, or the database is not SQLite.
    pub async fn copy_to(&self, file: &Path) -> Stored<()> {
        // raw SQL: there is no other word for an online copy
        let copy = Statement::from_sql_and_values(
            DbBackend::Sqlite,
            "VACUUM INTO ?",
            [file.to_string_lossy().into_owned().into()],
        );
        self.primary()
            .execute_raw(copy)
            .await
            .map(drop)
            .map_err(while_doing("copying the database"))
    }

    /// Whether every page of a SQLite database can be read and fits the others.
    ///
    /// # Errors
    /// When it cannot even be looked at, or the database is not SQLite.
    pub async fn is_whole(&self) -> Stored<bool> {
        // raw SQL: the builder has no word for it
        let check = Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check(1)");
        let said = self.primary().query_one_raw(check).await;
        said.and_then(|row| row.map(|row| row.try_get_by_index::<String>(0)).transpose())
            .map(|said| said.as_deref() == Some("ok"))
            .map_err(while_doing("checking the database"))
    }
}
