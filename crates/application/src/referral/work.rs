//! Working on a case that was taken on, and ending it.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::ids::ReferralId;
use domain::referral::{Action, FailReason, Guard, HoldReason, Outcome, hold_days};
use domain::time::{LOCAL, Version};

use super::day::day_within;
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
/// `NotFound`, `Forbidden`, `Invalid` for a day that has passed or is too far, `Referral`.
pub async fn hold(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    reason: HoldReason,
    until: NaiveDate,
) -> Result<CaseSight, Failure> {
    let days = hold_days(ctx.clock.now());
    // a day behind the end of the calendar is as good as any other that is too far
    let end = end_of_day(until).unwrap_or(DateTime::<Utc>::MAX_UTC);
    act(ctx, id, Action::Hold, |case, doer, at| {
        case.referral.hold(seen, doer, reason, end, at)
    })
    .await
    .map_err(|no| day_within(no, Guard::HoldUntilMax30d, "until", until, &days))
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
