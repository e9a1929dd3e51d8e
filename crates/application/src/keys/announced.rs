//! Whom a verifying body can vouch for: the organisations that have announced a key.

use domain::access::Role;

use super::{counted, member};
use crate::referral::{Destination, Office, named};
use crate::{Context, Failure};

/// The most organisations at once.
const MOST: usize = 100;

/// The organisations at work, other than the actor's own, that have announced a key: those nobody
/// vouches for first, then by name. `text` narrows by name.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` for who is no verifier.
pub async fn organisations_with_keys(
    ctx: &Context,
    text: Option<&str>,
    first: usize,
) -> Result<Vec<Destination>, Failure> {
    let outcome = list(ctx, text, first).await;
    counted(ctx, "key.listed", outcome).await
}

async fn list(
    ctx: &Context,
    text: Option<&str>,
    first: usize,
) -> Result<Vec<Destination>, Failure> {
    let own = member(ctx)?.organisation;
    if !ctx.actor.has(Role::Verifier) {
        return Err(Failure::Forbidden);
    }
    let now = ctx.clock.now();
    let mut work = ctx.store.read_newest().await?;
    let mut found = Vec::new();
    for id in named(work.as_mut(), text).await? {
        if id == own || work.keys().links(id).await?.is_empty() {
            continue;
        }
        let office = Office::load(work.as_mut(), id).await?;
        found.extend(office.filter(Office::is_at_work));
    }
    // a stable sort: within each half they stay by name
    found.sort_by_key(|office| !office.endorsements.is_empty());
    Ok(found
        .iter()
        .take(first.min(MOST))
        .map(|office| Destination::of(office, None, ctx, now))
        .collect())
}
