//! Units of work on top of a SeaORM transaction.

use async_trait::async_trait;
use domain::audit::repo::Audit;
use domain::directory::repo::{Changes, Locations, Organisations, Services, Taxonomies};
use domain::identity::repo::{Accounts, Memberships, Sessions};
use domain::referral::repo::{
    CaseGrants, Drafts, Idempotency, Keys, Parts, ReferralEvents, Referrals,
};
use domain::store::{Store, Stored, Work};
use sea_orm::{
    AccessMode, DatabaseConnection, DatabaseTransaction, DbBackend, IsolationLevel,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

use crate::audit::SqlAudit;
use crate::directory::{SqlChanges, SqlLocations, SqlOrganisations, SqlServices, SqlTaxonomies};
use crate::error::while_doing;
use crate::identity::{SqlAccounts, SqlMemberships, SqlSessions};
use crate::referral::{
    SqlCaseGrants, SqlDrafts, SqlIdempotency, SqlKeys, SqlParts, SqlReferralEvents, SqlReferrals,
};

/// A store on one database, and perhaps on a replica of it. Cloning it is cheap.
///
/// On SQLite the second connection pool reads the same file: the one writer never makes a reader
/// wait, and a reader cannot write.
#[derive(Debug, Clone)]
pub struct SqlStore {
    primary: DatabaseConnection,
    replica: Option<DatabaseConnection>,
}

impl SqlStore {
    pub(crate) const fn new(
        primary: DatabaseConnection,
        replica: Option<DatabaseConnection>,
    ) -> Self {
        Self { primary, replica }
    }

    /// The connections that write.
    pub(crate) const fn primary(&self) -> &DatabaseConnection {
        &self.primary
    }

    /// Answers when the database does.
    pub async fn ping(&self) -> Stored<()> {
        self.primary
            .ping()
            .await
            .map_err(while_doing("pinging the database"))
    }

    /// Closes every connection, after the transactions that are still open.
    pub async fn close(self) -> Stored<()> {
        if let Some(replica) = self.replica {
            replica
                .close()
                .await
                .map_err(while_doing("closing the replica"))?;
        }
        self.primary
            .close()
            .await
            .map_err(while_doing("closing the database"))
    }
}

#[async_trait]
impl Store for SqlStore {
    async fn begin(&self) -> Stored<Box<dyn Work>> {
        // a transaction that reads first and writes later would find the file taken on SQLite
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let txn = self
            .primary
            .begin_with_options(options)
            .await
            .map_err(while_doing("opening a transaction"))?;
        Ok(Box::new(SqlWork { txn }))
    }

    async fn read(&self) -> Stored<Box<dyn Work>> {
        read_only(self.replica.as_ref().unwrap_or(&self.primary)).await
    }

    async fn read_newest(&self) -> Stored<Box<dyn Work>> {
        // the reading connections of SQLite are on the file itself, so they are never behind
        if self.primary.get_database_backend() == DbBackend::Postgres {
            read_only(&self.primary).await
        } else {
            self.read().await
        }
    }
}

async fn read_only(connection: &DatabaseConnection) -> Stored<Box<dyn Work>> {
    // one snapshot for all queries of the work; SQLite gives that by itself, and refuses writes
    // by the pragma of its reading connections
    let mut options = TransactionOptions::default();
    if connection.get_database_backend() == DbBackend::Postgres {
        options.isolation_level = Some(IsolationLevel::RepeatableRead);
        options.access_mode = Some(AccessMode::ReadOnly);
    }
    let txn = connection
        .begin_with_options(options)
        .await
        .map_err(while_doing("opening a reading transaction"))?;
    Ok(Box::new(SqlWork { txn }))
}

/// One transaction; dropping it rolls back.
struct SqlWork {
    txn: DatabaseTransaction,
}

#[async_trait]
impl Work for SqlWork {
    fn organisations(&mut self) -> Box<dyn Organisations + '_> {
        Box::new(SqlOrganisations::new(&self.txn))
    }

    fn services(&mut self) -> Box<dyn Services + '_> {
        Box::new(SqlServices::new(&self.txn))
    }

    fn locations(&mut self) -> Box<dyn Locations + '_> {
        Box::new(SqlLocations::new(&self.txn))
    }

    fn taxonomies(&mut self) -> Box<dyn Taxonomies + '_> {
        Box::new(SqlTaxonomies::new(&self.txn))
    }

    fn changes(&mut self) -> Box<dyn Changes + '_> {
        Box::new(SqlChanges::new(&self.txn))
    }

    fn accounts(&mut self) -> Box<dyn Accounts + '_> {
        Box::new(SqlAccounts::new(&self.txn))
    }

    fn memberships(&mut self) -> Box<dyn Memberships + '_> {
        Box::new(SqlMemberships::new(&self.txn))
    }

    fn sessions(&mut self) -> Box<dyn Sessions + '_> {
        Box::new(SqlSessions::new(&self.txn))
    }

    fn referrals(&mut self) -> Box<dyn Referrals + '_> {
        Box::new(SqlReferrals::new(&self.txn))
    }

    fn parts(&mut self) -> Box<dyn Parts + '_> {
        Box::new(SqlParts::new(&self.txn))
    }

    fn case_grants(&mut self) -> Box<dyn CaseGrants + '_> {
        Box::new(SqlCaseGrants::new(&self.txn))
    }

    fn referral_events(&mut self) -> Box<dyn ReferralEvents + '_> {
        Box::new(SqlReferralEvents::new(&self.txn))
    }

    fn drafts(&mut self) -> Box<dyn Drafts + '_> {
        Box::new(SqlDrafts::new(&self.txn))
    }

    fn keys(&mut self) -> Box<dyn Keys + '_> {
        Box::new(SqlKeys::new(&self.txn))
    }

    fn idempotency(&mut self) -> Box<dyn Idempotency + '_> {
        Box::new(SqlIdempotency::new(&self.txn))
    }

    fn audit(&mut self) -> Box<dyn Audit + '_> {
        Box::new(SqlAudit::new(&self.txn))
    }

    async fn commit(self: Box<Self>) -> Stored<()> {
        self.txn.commit().await.map_err(while_doing("committing"))
    }
}
