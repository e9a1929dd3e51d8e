//! What the directory asks of storage. Whoever reads everything reads it portion by portion, so that
//! it never lies in memory twice.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::{Change, ChangeKind, Cursor, EntityRef, Location, Organisation, Service, Source, Term};
use crate::access::Actor;
use crate::ids::{LocationId, OrganisationId, ServiceId};
use crate::page::Page;
use crate::store::Stored;
use crate::time::Version;

/// What an organisation is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// Which organisation.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Other names it is known by.
    pub alternate_names: Vec<String>,
}

/// Organisations in storage.
#[async_trait]
pub trait Organisations: Send {
    /// One organisation, with everything nested in it.
    async fn find(&mut self, id: OrganisationId) -> Stored<Option<Organisation>>;
    /// At most `limit` organisations after the one named, in an order that stays.
    async fn portion(
        &mut self,
        after: Option<OrganisationId>,
        limit: u64,
    ) -> Stored<Vec<Organisation>>;
    /// What each organisation is called, by name.
    async fn names(&mut self) -> Stored<Vec<Called>>;
    /// Inserts or replaces an organisation and everything nested in it.
    async fn save(&mut self, organisation: &Organisation) -> Stored<()>;
}

/// Services in storage.
#[async_trait]
pub trait Services: Send {
    /// One service, with everything nested in it.
    async fn find(&mut self, id: ServiceId) -> Stored<Option<Service>>;
    /// At most `limit` services after the one named, in an order that stays.
    async fn portion(&mut self, after: Option<ServiceId>, limit: u64) -> Stored<Vec<Service>>;
    /// The services that the actor may edit, by name: at most `limit` after the first `offset`, and
    /// how many there are in all. The same records as `policy::may_edit` allows.
    async fn editable_by(
        &mut self,
        actor: &Actor,
        offset: u64,
        limit: u64,
    ) -> Stored<Page<Service>>;
    /// Inserts or replaces a service and everything nested in it.
    async fn save(&mut self, service: &Service) -> Stored<()>;
    /// Replaces a service only if storage still holds `seen`; answers whether it did.
    async fn save_if_unchanged(&mut self, service: &Service, seen: Version) -> Stored<bool>;
}

/// Locations in storage.
#[async_trait]
pub trait Locations: Send {
    /// One location, with everything nested in it.
    async fn find(&mut self, id: LocationId) -> Stored<Option<Location>>;
    /// At most `limit` locations after the one named, in an order that stays.
    async fn portion(&mut self, after: Option<LocationId>, limit: u64) -> Stored<Vec<Location>>;
    /// Inserts or replaces a location and everything nested in it.
    async fn save(&mut self, location: &Location) -> Stored<()>;
}

/// Taxonomies and sources in storage.
#[async_trait]
pub trait Taxonomies: Send {
    /// Every term, by taxonomy and key.
    async fn terms(&mut self) -> Stored<Vec<Term>>;
    /// Inserts or replaces a term.
    async fn save_term(&mut self, term: &Term) -> Stored<()>;
    /// Every source of facts, by key.
    async fn sources(&mut self) -> Stored<Vec<Source>>;
    /// Inserts or replaces a source.
    async fn save_source(&mut self, source: &Source) -> Stored<()>;
}

/// The change feed in storage.
#[async_trait]
pub trait Changes: Send {
    /// Appends a row, taking the next number from the locked counter, and answers its place.
    async fn append(
        &mut self,
        entity: EntityRef,
        kind: ChangeKind,
        version: Version,
        at: DateTime<Utc>,
    ) -> Stored<Cursor>;
    /// At most `limit` rows after `cursor`, in order.
    async fn after(&mut self, cursor: Cursor, limit: u64) -> Stored<Vec<Change>>;
    /// The place of the newest row; `Cursor(0)` when there is none.
    async fn latest(&mut self) -> Stored<Cursor>;
}
