//! The entries somebody may edit, as storage holds them.

use std::collections::HashMap;
use std::sync::Arc;

use domain::access::Tier;
use domain::directory::{Location, Organisation, Service, ServiceView, policy};
use domain::identity::Standing;
use domain::ids::{LocationId, ServiceId};
use domain::page::Page;
use domain::store::Work;

use crate::error::Enforce;
use crate::{Context, Failure};

/// A service for whoever edits it, with everything internal.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn editable_service(ctx: &Context, id: ServiceId) -> Result<Service, Failure> {
    let mut work = ctx.store.read_newest().await?;
    find_editable(work.as_mut(), ctx, id).await
}

/// The same within a unit of work that changes it.
pub(super) async fn find_editable(
    work: &mut dyn Work,
    ctx: &Context,
    id: ServiceId,
) -> Result<Service, Failure> {
    let service = work.services().find(id).await?.ok_or(Failure::NotFound)?;
    let organisation = work
        .organisations()
        .find(service.organisation)
        .await?
        .ok_or(Failure::NotFound)?;
    policy::may_edit_service(&ctx.actor, &organisation, &service, ctx.today()).enforce()?;
    Ok(service)
}

/// One service the actor may edit, also an unpublished one, with everything internal, joined with its
/// organisation and places.
///
/// # Errors
/// `Unauthenticated`, `NotFound`, `Forbidden`.
pub async fn my_entry(ctx: &Context, id: ServiceId) -> Result<ServiceView, Failure> {
    ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let service = editable_service(ctx, id).await?;
    view_of(ctx, service).await
}

/// A service that was just read or saved, joined with its organisation and places.
///
/// # Errors
/// `NotFound` when its organisation is gone.
pub async fn view_of(ctx: &Context, service: Service) -> Result<ServiceView, Failure> {
    let mut work = ctx.store.read_newest().await?;
    let organisation = work
        .organisations()
        .find(service.organisation)
        .await?
        .ok_or(Failure::NotFound)?;
    join(
        work.as_mut(),
        service,
        &Arc::new(organisation),
        &mut HashMap::new(),
    )
    .await
}

/// The services the actor may edit, also unpublished ones, by name: at most `limit` after the first
/// `offset`.
///
/// # Errors
/// `Unauthenticated`.
pub async fn my_entries(
    ctx: &Context,
    offset: u64,
    limit: u64,
) -> Result<Page<ServiceView>, Failure> {
    ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut work = ctx.store.read_newest().await?;
    let Page {
        items,
        total,
        offset,
    } = work
        .services()
        .editable_by(&ctx.actor, offset, limit)
        .await?;
    let (mut organisations, mut locations) = (HashMap::new(), HashMap::new());
    let mut entries = Vec::with_capacity(items.len());
    for service in items {
        let id = service.organisation;
        if !organisations.contains_key(&id)
            && let Some(organisation) = work.organisations().find(id).await?
        {
            organisations.insert(id, Arc::new(organisation));
        }
        let organisation = organisations.get(&id).ok_or(Failure::NotFound)?;
        entries.push(join(work.as_mut(), service, organisation, &mut locations).await?);
    }
    Ok(Page {
        items: entries,
        total,
        offset,
    })
}

async fn join(
    work: &mut dyn Work,
    service: Service,
    organisation: &Arc<Organisation>,
    known: &mut HashMap<LocationId, Arc<Location>>,
) -> Result<ServiceView, Failure> {
    for link in &service.at {
        if !known.contains_key(&link.location)
            && let Some(location) = work.locations().find(link.location).await?
        {
            known.insert(location.id, Arc::new(location));
        }
    }
    let organisation = Arc::clone(organisation);
    Ok(ServiceView::join(service, organisation, |id| {
        known.get(&id).cloned()
    }))
}

/// The organisation the actor acts for, and what it may do in the exchange.
///
/// # Errors
/// `Unauthenticated`.
pub async fn own_organisation(ctx: &Context) -> Result<(Arc<Organisation>, Standing), Failure> {
    let member = ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut work = ctx.store.read_newest().await?;
    let organisation = work
        .organisations()
        .find(member.organisation)
        .await?
        .ok_or(Failure::Unauthenticated)?;
    let standing = work.memberships().standing(member.organisation).await?;
    let seen = policy::visible_organisation(&organisation, Tier::Internal);
    Ok((Arc::new(seen.unwrap_or(organisation)), standing))
}
