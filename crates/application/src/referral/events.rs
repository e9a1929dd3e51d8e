//! What happened since: the feed of one actor.

use domain::ids::EventId;
use domain::referral::records::ReferralEvent;

use crate::{Context, Failure};

/// The most events at once.
const MOST: u32 = 500;

/// At most `limit` (up to 500) events behind `after` that the actor may see, in the order of their
/// publication. At the sending end those its sender may not learn of are left out.
///
/// # Errors
/// `Unauthenticated`.
pub async fn events_after(
    ctx: &Context,
    after: Option<EventId>,
    limit: u32,
) -> Result<Vec<ReferralEvent>, Failure> {
    if ctx.actor.member().is_none() {
        return Err(Failure::Unauthenticated);
    }
    let mut work = ctx.store.read_newest().await?;
    let now = ctx.clock.now();
    let limit = limit.clamp(1, MOST);
    Ok(work
        .referral_events()
        .after(&ctx.actor, after, now, limit)
        .await?)
}
