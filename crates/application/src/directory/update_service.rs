//! Changing a service.

use domain::access::{Actor, Role};
use domain::directory::{ChangeKind, Cursor, EntityRef, Service, ServicePatch, VerifiedBy};
use domain::ids::ServiceId;
use domain::time::Version;

use super::entries::find_editable;
use crate::{Context, Failure};

/// Changes a service if nobody else did since `seen`, and answers it with the place of the change
/// in the feed, so that the writer's next read can wait for it. A patch that changes nothing makes no
/// version and has no place.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid` with the field, `ServiceConflict` with the service as it is now.
pub async fn update_service(
    ctx: &Context,
    id: ServiceId,
    seen: Version,
    patch: ServicePatch,
) -> Result<(Service, Option<Cursor>), Failure> {
    let mut work = ctx.store.begin().await?;
    let service = find_editable(work.as_mut(), ctx, id).await?;
    if service.version != seen {
        return Err(Failure::ServiceConflict(Box::new(service)));
    }
    if patch.is_empty() {
        return Ok((service, None));
    }
    let now = ctx.clock.now();
    let changed = patch.apply(&service, editor(&ctx.actor), now, ctx.today())?;
    if !work.services().save_if_unchanged(&changed, seen).await? {
        let current = work.services().find(id).await?.ok_or(Failure::NotFound)?;
        return Err(Failure::ServiceConflict(Box::new(current)));
    }
    let cursor = work
        .changes()
        .append(
            EntityRef::Service(id),
            ChangeKind::Upserted,
            changed.version,
            now,
        )
        .await?;
    work.commit().await?;
    Ok((changed, Some(cursor)))
}

fn editor(actor: &Actor) -> VerifiedBy {
    match actor {
        Actor::Member(member) if member.roles.contains(&Role::DirectoryEditor) => {
            VerifiedBy::Provider
        }
        Actor::Member(_) => VerifiedBy::Coordinator,
        Actor::Anonymous | Actor::System => VerifiedBy::Editor,
    }
}
