//! Handing a case to a colleague.

use domain::ids::{MemberId, ReferralId};
use domain::referral::Action;
use domain::referral::grants::CaseGrant;
use domain::time::Version;

use super::sight::CaseSight;
use super::unit::{Unit, refused, settle};
use crate::{Context, Failure};

/// Hands a case to a member of the destination who is not excluded from it, and lets that member in.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Referral`.
pub async fn assign(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    to: MemberId,
) -> Result<CaseSight, Failure> {
    let outcome = assign_once(ctx, id, seen, to).await;
    settle(ctx, id, Action::Assign, outcome).await
}

async fn assign_once(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    to: MemberId,
) -> Result<CaseSight, Failure> {
    let mut unit = Unit::begin(ctx).await?;
    let case = unit.case_for(id, Action::Assign).await?;
    let destination = case.referral.head().destination;
    let colleague = unit.work.memberships().find(to).await?;
    let belongs =
        colleague.is_some_and(|one| one.organisation == destination && one.ended_at.is_none());
    let excluded = unit.work.case_grants().excluded(id).await?;
    let eligible = belongs && !excluded.contains(&to);
    let doer = unit.doer(&case);
    let changed = case
        .referral
        .assign(seen, &doer, to, eligible, unit.now)
        .map_err(refused)?;
    unit.keep(&doer, &changed).await?;
    let grant = CaseGrant::of_assignee(id, to, doer.member, unit.now);
    unit.work.case_grants().insert(&[grant]).await?;
    unit.finish(id).await
}
