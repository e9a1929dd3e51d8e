//! Doors to what is neither a rule nor a row: the read model.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::access::Tier;
use crate::directory::{
    Cursor, Found, Location, OrganisationView, SearchQuery, ServiceView, Source, Term,
};
use crate::ids::{LocationId, OrganisationId, ServiceId};

/// The directory as it is read: one index and one snapshot per tier, following the change feed.
///
/// Everything it answers was already narrowed to the tier by `directory::policy`; a tier's counts,
/// suggestions and orders know no value of another one.
#[async_trait]
pub trait ReadModel: Send + Sync {
    /// Waits until the model has applied `cursor`, at most for `patience`; answers whether it has.
    async fn reached(&self, cursor: Cursor, patience: Duration) -> bool;

    /// One service, also an ended one.
    fn service(&self, tier: Tier, id: ServiceId) -> Option<Arc<ServiceView>>;

    /// One organisation with its services.
    fn organisation(&self, tier: Tier, id: OrganisationId) -> Option<Arc<OrganisationView>>;

    /// One location.
    fn location(&self, tier: Tier, id: LocationId) -> Option<Arc<Location>>;

    /// Searches the services that are published at `now`.
    fn search(&self, tier: Tier, query: &SearchQuery, now: DateTime<Utc>) -> Found;

    /// The terms of every taxonomy.
    fn terms(&self) -> Arc<[Term]>;

    /// The sources of facts.
    fn sources(&self) -> Arc<[Source]>;

    /// How the model stands. Every request asks: it costs nothing to say.
    fn health(&self) -> ReadModelHealth;

    /// What the indexes of words of all tiers weigh, in bytes. Looks into every part of them.
    fn index_bytes(&self) -> u64;
}

/// How the read model stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadModelHealth {
    /// Whether the first build is done.
    pub ready: bool,
    /// The newest change it has applied.
    pub applied: Cursor,
    /// How many services it holds, all tiers counted once.
    pub services: u64,
    /// How far it was behind at the last look.
    pub lag: Duration,
}
