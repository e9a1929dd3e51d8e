//! Reading the directory as one's tier sees it.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::directory::hours::Channel;
use domain::directory::{
    Filter, Found, Hit, Location, Order, OrganisationView, SearchQuery, ServiceView, TermKey,
};
use domain::ids::{LocationId, OrganisationId, ServiceId};

use crate::territory::{Atlas, hotlines};
use crate::{Context, Failure};

/// How many services a short fixed list holds at most.
const SHORT_LIST: u32 = 50;

/// Searches the services that are published at `now`.
pub fn find_services(ctx: &Context, query: &SearchQuery, now: DateTime<Utc>) -> Found {
    ctx.read_model.search(ctx.actor.tier(), query, now)
}

/// One service, also an ended one; not one that is not to be known yet.
///
/// # Errors
/// `NotFound`.
pub fn service(ctx: &Context, id: ServiceId) -> Result<Arc<ServiceView>, Failure> {
    ctx.read_model
        .service(ctx.actor.tier(), id)
        .filter(|view| view.service.is_announced_on(ctx.today()))
        .ok_or(Failure::NotFound)
}

/// One organisation with its services, those left out that are not to be known yet.
///
/// # Errors
/// `NotFound`.
pub fn organisation(ctx: &Context, id: OrganisationId) -> Result<Arc<OrganisationView>, Failure> {
    let mut found = ctx
        .read_model
        .organisation(ctx.actor.tier(), id)
        .ok_or(Failure::NotFound)?;
    let today = ctx.today();
    let is_announced = |view: &Arc<ServiceView>| view.service.is_announced_on(today);
    if !found.services.iter().all(is_announced) {
        Arc::make_mut(&mut found).services.retain(is_announced);
    }
    Ok(found)
}

/// One location.
///
/// # Errors
/// `NotFound`.
pub fn location(ctx: &Context, id: LocationId) -> Result<Arc<Location>, Failure> {
    ctx.read_model
        .location(ctx.actor.tier(), id)
        .ok_or(Failure::NotFound)
}

/// Every helpline: those that answer at `at` first, of these the state's own line for the protection
/// of children, then by name.
pub fn helplines(ctx: &Context, at: DateTime<Utc>, atlas: &Atlas) -> Vec<Arc<ServiceView>> {
    let of_the_state = hotlines(ctx, atlas);
    let mut lines = of_kind(ctx, "hotline", at);
    // a stable sort keeps the names in order
    lines.sort_by_key(|line| {
        let hours = line.hours();
        let answers = [Channel::Phone, Channel::Chat, Channel::OnCall]
            .into_iter()
            .any(|channel| hours.is_open_at(channel, at, atlas.school_holidays()));
        let id = line.service.id;
        let is_own = of_the_state.iter().any(|own| own.service.id == id);
        (!answers, !is_own)
    });
    lines
}

/// The contact points (Kontaktstellen) of the state: those that can be called first, then by name.
pub fn contact_points(ctx: &Context, at: DateTime<Utc>) -> Vec<Arc<ServiceView>> {
    let mut points = of_kind(ctx, "contact_point", at);
    points
        .sort_by_key(|view| view.service.phones.is_empty() && view.organisation.phones.is_empty());
    points
}

fn of_kind(ctx: &Context, kind: &str, at: DateTime<Utc>) -> Vec<Arc<ServiceView>> {
    let kinds: Vec<TermKey> = kind.parse().into_iter().collect();
    let query = SearchQuery {
        filter: Filter {
            kinds,
            ..Filter::default()
        },
        order: Order::Name,
        offset: 0,
        limit: SHORT_LIST,
        facets: false,
    };
    let found = find_services(ctx, &query, at);
    found
        .hits
        .into_iter()
        .map(|Hit { service, .. }| service)
        .collect()
}
