//! Looking at referrals: one, or a box of them.

use domain::ids::ReferralId;
use domain::page::Page;
use domain::referral::policy;
use domain::referral::records::{Mailbox, ReferralFilter};

use super::case::Case;
use super::sight::{self, CaseSight};
use crate::error::Enforce;
use crate::{Context, Failure};

/// The most referrals at once.
const MOST: u64 = 100;

/// One referral as the actor may see it.
///
/// # Errors
/// `NotFound`, also for a case that does not exist for the actor.
pub async fn find(ctx: &Context, id: ReferralId) -> Result<CaseSight, Failure> {
    let mut work = ctx.store.read_newest().await?;
    let now = ctx.clock.now();
    let case = Case::load(work.as_mut(), &ctx.actor, id).await?;
    policy::may_see(&ctx.actor, &case.view(), now).enforce()?;
    sight::of(work.as_mut(), &ctx.actor, &case, now)
        .await?
        .ok_or(Failure::NotFound)
}

/// The referrals of a box in the order of the filter: at most `limit` (up to 100) behind the first `offset`.
///
/// # Errors
/// `Unauthenticated`.
pub async fn page(
    ctx: &Context,
    mailbox: Mailbox,
    filter: &ReferralFilter,
    offset: u64,
    limit: u64,
) -> Result<Page<CaseSight>, Failure> {
    if ctx.actor.member().is_none() {
        return Err(Failure::Unauthenticated);
    }
    let mut work = ctx.store.read_newest().await?;
    let now = ctx.clock.now();
    let found = work
        .referrals()
        .page(
            &ctx.actor,
            mailbox,
            filter,
            now,
            offset,
            limit.clamp(1, MOST),
        )
        .await?;
    let mut items = Vec::with_capacity(found.items.len());
    for referral in found.items {
        let case = Case::of(work.as_mut(), &ctx.actor, referral).await?;
        items.extend(sight::of(work.as_mut(), &ctx.actor, &case, now).await?);
    }
    Ok(Page {
        items,
        total: found.total,
        offset: found.offset,
    })
}
