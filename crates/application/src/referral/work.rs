//! Working on a case that was taken on, and ending it.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::ids::ReferralId;
use domain::referral::{Action, FailReason, HoldReason, Outcome};
use domain::time::{LOCAL, Version};

use super::sight::CaseSight;
use super::unit::act;
use crate::{Context, Failure};

/// Begins to work on it.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Referral`.
pub async fn start(ctx: &Context, id: ReferralId, seen: Version) -> Result<CaseSight, Failure> {
    act(ctx, id, Action::Start, |case, doer, at| {
        case.referral.start(seen, doer, at)
    })
    .await
}

/// Lets it rest until the end of a day within 30 days.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid` for a day that does not exist, `Referral`.
pub async fn hold(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    reason: HoldReason,
    until: NaiveDate,
) -> Result<CaseSight, Failure> {
    let until = end_of_day(until)
        .ok_or_else(|| Failure::invalid("until", "a day within the next 30 days"))?;
    act(ctx, id, Action::Hold, |case, doer, at| {
        case.referral.hold(seen, doer, reason, until, at)
    })
    .await
}

/// The last microsecond of a day in Mecklenburg-Vorpommern, so that the day itself is shown again.
fn end_of_day(day: NaiveDate) -> Option<DateTime<Utc>> {
    let midnight = day
        .checked_add_days(Days::new(1))?
        .and_hms_opt(0, 0, 0)?
        .and_local_timezone(LOCAL)
        .earliest()?;
    Some(midnight.to_utc() - chrono::TimeDelta::microseconds(1))
}

/// Goes on with it.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Referral`.
pub async fn resume(ctx: &Context, id: ReferralId, seen: Version) -> Result<CaseSight, Failure> {
    act(ctx, id, Action::Resume, |case, doer, at| {
        case.referral.resume(seen, doer, at)
    })
    .await
}

/// Ends it without an outcome.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Referral`.
pub async fn fail(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    reason: FailReason,
) -> Result<CaseSight, Failure> {
    act(ctx, id, Action::Fail, |case, doer, at| {
        case.referral.fail(seen, doer, reason, at)
    })
    .await
}

/// Agrees, as another member than the assignee, that a suspicion report may be closed.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Referral`.
pub async fn co_sign_close(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
) -> Result<CaseSight, Failure> {
    act(ctx, id, Action::CoSignClose, |case, doer, at| {
        case.referral.co_sign_close(seen, doer, at)
    })
    .await
}

/// Ends it with an outcome; a suspicion report needs the co-signature of a second member.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Referral`.
pub async fn complete(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    outcome: Outcome,
) -> Result<CaseSight, Failure> {
    act(ctx, id, Action::Complete, |case, doer, at| {
        case.referral.complete(seen, doer, outcome, at)
    })
    .await
}
