//! The doors to storage, in domain words. Repositories answer absence as `None`; only a failing
//! backend is an error.

use std::error::Error;
use std::fmt;

use async_trait::async_trait;

use crate::audit::repo::Audit;
use crate::directory::repo::{Changes, Locations, Organisations, Services, Taxonomies};
use crate::identity::repo::{Accounts, Memberships, Sessions};
use crate::referral::repo::{
    CaseGrants, Drafts, Idempotency, Keys, Parts, ReferralEvents, Referrals,
};

/// The storage behind a repository failed. The cause is for the log, never for a client.
#[derive(Debug)]
pub struct StoreError {
    /// What was going on, such as "saving a service".
    pub doing: &'static str,
    /// What the backend said.
    pub source: Box<dyn Error + Send + Sync>,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} failed", self.doing)
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.source.as_ref())
    }
}

impl StoreError {
    /// Whether a value that has to be unique is there already, such as a login.
    pub fn is_already_taken(&self) -> bool {
        self.source.is::<AlreadyTaken>()
    }

    /// Whether no connection could be had: the database is away, or too much is asked of it.
    pub fn is_out_of_reach(&self) -> bool {
        self.source.is::<OutOfReach>()
    }
}

/// The cause of a [`StoreError`] when a value that has to be unique is there already. Its own cause
/// names the table, so it is for the log as well.
#[derive(Debug, thiserror::Error)]
#[error("the value is there already")]
pub struct AlreadyTaken(#[source] pub Box<dyn Error + Send + Sync>);

/// The cause of a [`StoreError`] when no connection could be had: nothing was begun.
#[derive(Debug, thiserror::Error)]
#[error("no connection could be had")]
pub struct OutOfReach(#[source] pub Box<dyn Error + Send + Sync>);

/// The result of asking storage.
pub type Stored<T> = Result<T, StoreError>;

/// Opens units of work.
#[async_trait]
pub trait Store: Send + Sync {
    /// Opens a transaction that may write. Dropping it rolls back.
    async fn begin(&self) -> Stored<Box<dyn Work>>;

    /// Opens a read-only transaction, possibly on a replica: never for case state after a write.
    /// Writing through it fails.
    async fn read(&self) -> Stored<Box<dyn Work>>;

    /// Opens a read-only transaction where writes go, never on a replica: for what has to be as it
    /// is now, such as cases, keys and drafts. Writing through it fails.
    async fn read_newest(&self) -> Stored<Box<dyn Work>>;
}

/// One unit of work: a transaction as a value.
#[async_trait]
pub trait Work: Send {
    /// The organisations of the directory.
    fn organisations(&mut self) -> Box<dyn Organisations + '_>;
    /// The services of the directory.
    fn services(&mut self) -> Box<dyn Services + '_>;
    /// The locations of the directory.
    fn locations(&mut self) -> Box<dyn Locations + '_>;
    /// The taxonomies and the sources of facts.
    fn taxonomies(&mut self) -> Box<dyn Taxonomies + '_>;
    /// The change feed of the directory.
    fn changes(&mut self) -> Box<dyn Changes + '_>;
    /// Accounts of people.
    fn accounts(&mut self) -> Box<dyn Accounts + '_>;
    /// Memberships of accounts in organisations, and what was granted to organisations.
    fn memberships(&mut self) -> Box<dyn Memberships + '_>;
    /// Signed-in sessions.
    fn sessions(&mut self) -> Box<dyn Sessions + '_>;
    /// Referrals with their envelopes, deadlines and history.
    fn referrals(&mut self) -> Box<dyn Referrals + '_>;
    /// Their encrypted parts and messages.
    fn parts(&mut self) -> Box<dyn Parts + '_>;
    /// Who was let into which case.
    fn case_grants(&mut self) -> Box<dyn CaseGrants + '_>;
    /// The feed of the exchange.
    fn referral_events(&mut self) -> Box<dyn ReferralEvents + '_>;
    /// Drafts, sealed to their authors.
    fn drafts(&mut self) -> Box<dyn Drafts + '_>;
    /// Keys: public halves, and private ones sealed.
    fn keys(&mut self) -> Box<dyn Keys + '_>;
    /// Requests that were made under a key of idempotency.
    fn idempotency(&mut self) -> Box<dyn Idempotency + '_>;
    /// The chained record of what was done. It is written last in a work, after the feed, so that
    /// works wait for each other in one order.
    fn audit(&mut self) -> Box<dyn Audit + '_>;

    /// Makes everything done in this work durable and visible at once.
    async fn commit(self: Box<Self>) -> Stored<()>;
}
