//! The entries somebody may edit, as storage holds them.

use std::collections::HashMap;
use std::sync::Arc;

use domain::access::{Tier, Verdict};
use domain::directory::{Location, Organisation, Place, Service, ServiceView, policy};
use domain::identity::Standing;
use domain::ids::{LocationId, ServiceId};
use domain::store::Work;

use crate::error::Enforce;
use crate::{Context, Failure};

/// A service for the form that edits it, with everything internal.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn editable_service(ctx: &Context, id: ServiceId) -> Result<Service, Failure> {
    let mut work = ctx.store.read().await?;
    let service = work.services().find(id).await?.ok_or(Failure::NotFound)?;
    let organisation = work
        .organisations()
        .find(service.organisation)
        .await?
        .ok_or(Failure::NotFound)?;
    policy::may_edit(&ctx.actor, &organisation).enforce()?;
    Ok(service)
}

/// A service that was just read or saved, joined with its organisation and places.
///
/// # Errors
/// `NotFound` when its organisation is gone.
pub async fn view_of(ctx: &Context, service: Service) -> Result<ServiceView, Failure> {
    let mut work = ctx.store.read().await?;
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

/// The services the actor may edit, also unpublished ones, by name.
///
/// # Errors
/// `Unauthenticated`.
pub async fn my_entries(ctx: &Context) -> Result<Vec<ServiceView>, Failure> {
    ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut work = ctx.store.read().await?;
    let mut entries = Vec::new();
    let mut locations = HashMap::new();
    let organisations = work.organisations().all().await?;
    for organisation in organisations {
        if policy::may_edit(&ctx.actor, &organisation) != Verdict::Allow {
            continue;
        }
        let organisation = Arc::new(organisation);
        let services = work.services().of_organisation(organisation.id).await?;
        for service in services {
            entries.push(join(work.as_mut(), service, &organisation, &mut locations).await?);
        }
    }
    entries.sort_by(|one, other| {
        (&one.service.name, one.service.id).cmp(&(&other.service.name, other.service.id))
    });
    Ok(entries)
}

async fn join(
    work: &mut dyn Work,
    service: Service,
    organisation: &Arc<Organisation>,
    known: &mut HashMap<LocationId, Arc<Location>>,
) -> Result<ServiceView, Failure> {
    let mut places = Vec::with_capacity(service.at.len());
    for link in &service.at {
        let location = if let Some(location) = known.get(&link.location) {
            Arc::clone(location)
        } else {
            let Some(location) = work.locations().find(link.location).await? else {
                continue;
            };
            let location = Arc::new(location);
            known.insert(location.id, Arc::clone(&location));
            location
        };
        places.push(Place {
            link: link.clone(),
            location,
        });
    }
    Ok(ServiceView {
        service,
        organisation: Arc::clone(organisation),
        places,
    })
}

/// The organisation the actor acts for, and what it may do in the exchange.
///
/// # Errors
/// `Unauthenticated`.
pub async fn own_organisation(ctx: &Context) -> Result<(Arc<Organisation>, Standing), Failure> {
    let member = ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut work = ctx.store.read().await?;
    let organisation = work
        .organisations()
        .find(member.organisation)
        .await?
        .ok_or(Failure::Unauthenticated)?;
    let standing = work.memberships().standing(member.organisation).await?;
    let seen = policy::visible_organisation(&organisation, Tier::Internal);
    Ok((Arc::new(seen.unwrap_or(organisation)), standing))
}
