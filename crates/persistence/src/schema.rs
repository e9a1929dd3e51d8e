//! Which schema a database has, and how it gets the newest one.

use domain::store::{StoreError, Stored};
use migrations::{Migrator, MigratorTrait, applied_steps};
use sea_orm::sea_query::{Func, Query};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};

use crate::SqlStore;
use crate::error::while_doing;

/// The name of the lock on PostgreSQL under which one instance migrates: `schutzne` in ASCII.
const MIGRATING: i64 = 0x7363_6875_747a_6e65;

/// How the schema of a database compares with this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemaState {
    /// It is the one this program was built for.
    Current,
    /// It lacks these steps, in order.
    Behind(Vec<String>),
    /// It has steps that this program does not know, in order: a newer version wrote it.
    Newer(Vec<String>),
}

/// Why a database was not brought up to date. The text is one line for an operator.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// A newer version wrote the database.
    #[error(
        "the database belongs to a newer version of this program (unknown here: {0}): \
         start that version, or restore an older backup"
    )]
    Newer(String),
    /// The database refused.
    #[error("the database schema could not be brought up to date: {}", .0.source)]
    Store(#[from] StoreError),
}

impl SqlStore {
    /// How the database's schema compares with this program. Changes nothing.
    pub async fn schema_state(&self) -> Stored<SchemaState> {
        let applied = applied_steps(self.primary())
            .await
            .map_err(while_doing("reading the version of the schema"))?;
        let known = migrations::steps();
        let unknown: Vec<_> = applied
            .iter()
            .filter(|step| !known.contains(step))
            .cloned()
            .collect();
        let missing: Vec<_> = known
            .into_iter()
            .filter(|step| !applied.contains(step))
            .collect();
        Ok(if !unknown.is_empty() {
            SchemaState::Newer(unknown)
        } else if missing.is_empty() {
            SchemaState::Current
        } else {
            SchemaState::Behind(missing)
        })
    }

    /// Brings the schema up to date in one transaction; does nothing when it is. Several instances
    /// may start at once: one of them does it, the others wait.
    pub async fn migrate(&self) -> Result<(), MigrateError> {
        if self.must_migrate().await? {
            migrate(self.primary())
                .await
                .map_err(while_doing("migrating"))?;
        }
        Ok(())
    }

    async fn must_migrate(&self) -> Result<bool, MigrateError> {
        match self.schema_state().await? {
            SchemaState::Current => Ok(false),
            SchemaState::Behind(_) => Ok(true),
            SchemaState::Newer(unknown) => Err(MigrateError::Newer(unknown.join(", "))),
        }
    }
}

async fn migrate(db: &DatabaseConnection) -> Result<(), DbErr> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let txn = db.begin_with_options(options).await?;
    if txn.get_database_backend() == DbBackend::Postgres {
        // there is no table yet that could be locked instead; an engine on which this lock means
        // nothing refuses the second one who makes the same table
        let lock = Func::cust("pg_advisory_xact_lock").arg(MIGRATING);
        txn.query_one(&Query::select().expr(lock).to_owned())
            .await?;
    }
    Migrator::up(&txn, None).await?;
    txn.commit().await
}
