//! Storage with records in it, and a directory built from it.

use std::sync::{Arc, OnceLock};

use application::seed::convert::{Aggregates, aggregates};
use application::seed::{read, read_demo};
use application::territory::Atlas;
use chrono::{DateTime, Utc};
use domain::access::Tier;
use domain::directory::{
    ChangeKind, Cursor, EntityRef, Filter, Found, Hit, Location, Order, Organisation, SearchQuery,
    Service,
};
use domain::ports::ReadModel;
use domain::store::{Store, Work};
use domain::time::{Clock, Version};
use persistence::testing::{Fresh, fresh_sqlite};
use schutznetz_search::{Directory, PlaceNames, Weights};

/// Friday, 20 November 2026, 10:00 in Schwerin.
pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-20T09:00:00Z".parse().unwrap()
}

#[derive(Debug)]
pub(crate) struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> DateTime<Utc> {
        now()
    }
}

/// The places of the state and of the invented district.
pub(crate) fn places() -> PlaceNames {
    PlaceNames::of(Atlas::shipped(true).unwrap().gazetteer())
}

/// The real network, with the invented district beside it.
pub(crate) fn network() -> Aggregates {
    let nowhere = |_: &_| None;
    let mut all = aggregates(&read().unwrap(), now(), &nowhere);
    let demo = aggregates(&read_demo().unwrap().network, now(), &nowhere);
    all.organisations.extend(demo.organisations);
    all.locations.extend(demo.locations);
    all.services.extend(demo.services);
    all
}

/// Writes records and what the feed says of them.
pub(crate) async fn write_all(work: &mut dyn Work, rows: &Aggregates) {
    for source in &rows.sources {
        work.taxonomies().save_source(source).await.unwrap();
    }
    for term in &rows.terms {
        work.taxonomies().save_term(term).await.unwrap();
    }
    for organisation in &rows.organisations {
        write_organisation(work, organisation).await;
    }
    for location in &rows.locations {
        write_location(work, location).await;
    }
    for service in &rows.services {
        write_service(work, service).await;
    }
}

pub(crate) async fn write_organisation(work: &mut dyn Work, organisation: &Organisation) -> Cursor {
    work.organisations().save(organisation).await.unwrap();
    tell(
        work,
        EntityRef::Organisation(organisation.id),
        organisation.version,
    )
    .await
}

pub(crate) async fn write_location(work: &mut dyn Work, location: &Location) -> Cursor {
    work.locations().save(location).await.unwrap();
    tell(work, EntityRef::Location(location.id), location.version).await
}

pub(crate) async fn write_service(work: &mut dyn Work, service: &Service) -> Cursor {
    work.services().save(service).await.unwrap();
    tell(work, EntityRef::Service(service.id), service.version).await
}

async fn tell(work: &mut dyn Work, entity: EntityRef, version: Version) -> Cursor {
    work.changes()
        .append(entity, ChangeKind::Upserted, version, now())
        .await
        .unwrap()
}

/// A store with these records, and a directory built from it.
pub(crate) async fn directory_of(rows: &Aggregates) -> (Fresh, Arc<Directory>) {
    let fresh = fresh_sqlite().await;
    let mut work = fresh.store.begin().await.unwrap();
    write_all(work.as_mut(), rows).await;
    work.commit().await.unwrap();
    let directory = Directory::new(places(), Arc::new(Stopped), Weights::default());
    directory.build(&fresh.store).await.unwrap();
    (fresh, directory)
}

/// The directory of the whole network, built once.
pub(crate) fn the_network() -> &'static Arc<Directory> {
    static BUILT: OnceLock<Arc<Directory>> = OnceLock::new();
    BUILT.get_or_init(|| {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let (_fresh, directory) = runtime.block_on(directory_of(&network()));
        directory
    })
}

/// The network without the records the question is not about.
pub(crate) fn only(keep: impl Fn(&Service) -> bool) -> Aggregates {
    let mut rows = network();
    rows.services.retain(|service| keep(service));
    let owners: Vec<_> = rows
        .services
        .iter()
        .map(|service| service.organisation)
        .collect();
    rows.organisations
        .retain(|organisation| owners.contains(&organisation.id));
    for organisation in &mut rows.organisations {
        organisation.parent = None;
    }
    rows.locations
        .retain(|location| owners.contains(&location.organisation));
    rows
}

/// The key a service has in the seed.
pub(crate) fn key(service: &Service) -> &str {
    service
        .provenance
        .source_record_id
        .as_deref()
        .unwrap_or_default()
}

pub(crate) fn words(text: &str) -> SearchQuery {
    filtered(Filter {
        text: Some(text.to_owned()),
        ..Filter::default()
    })
}

pub(crate) fn filtered(filter: Filter) -> SearchQuery {
    SearchQuery {
        filter,
        order: Order::Relevance,
        offset: 0,
        limit: 50,
        facets: true,
    }
}

pub(crate) fn found(directory: &Directory, query: &SearchQuery) -> Found {
    directory.search(Tier::Public, query, now())
}

/// Every hit, page by page.
pub(crate) fn all_hits(directory: &Directory, tier: Tier, query: &SearchQuery) -> Vec<Hit> {
    let mut hits = Vec::new();
    loop {
        let offset = u32::try_from(hits.len()).unwrap();
        let page = directory.search(
            tier,
            &SearchQuery {
                offset,
                ..query.clone()
            },
            now(),
        );
        if page.hits.is_empty() {
            return hits;
        }
        hits.extend(page.hits);
    }
}

/// How often a value is counted in a facet.
pub(crate) fn count(found: &Found, field: &str, value: &str) -> u64 {
    let facet = found
        .facets
        .iter()
        .find(|facet| facet.field == field)
        .unwrap();
    facet
        .counts
        .iter()
        .find(|count| count.value == value)
        .map_or(0, |count| count.count)
}
