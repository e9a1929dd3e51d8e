//! Throwing away what was never sent.

use domain::ids::ReferralId;
use domain::referral::Action;
use domain::time::Version;

use super::sight::CaseSight;
use super::unit::{Unit, refused, settle};
use crate::{Context, Failure};

/// Throws away an announced referral that was not sent; its parts are deleted at once.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Referral`.
pub async fn discard(ctx: &Context, id: ReferralId, seen: Version) -> Result<CaseSight, Failure> {
    let outcome = discard_once(ctx, id, seen).await;
    settle(ctx, id, Action::Discard, outcome).await
}

async fn discard_once(ctx: &Context, id: ReferralId, seen: Version) -> Result<CaseSight, Failure> {
    let mut unit = Unit::begin(ctx).await?;
    let case = unit.case_for(id, Action::Discard).await?;
    let doer = unit.doer(&case);
    let changed = case
        .referral
        .discard(Some(seen), &doer, unit.now)
        .map_err(refused)?;
    unit.keep(&doer, &changed).await?;
    unit.work.referrals().purge_content(id).await?;
    unit.finish(id).await
}
