//! Saying on which other way a report reached the office after all.

use chrono::NaiveDate;
use domain::ids::ReferralId;
use domain::referral::{Action, Channel};
use domain::time::Version;

use super::sight::CaseSight;
use super::unit::act;
use crate::{Context, Failure};

/// Records the other way, and the day, on which a report reached the office; until then a report
/// that did not arrive keeps everything.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Referral`.
pub async fn confirm_other_channel(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    channel: Channel,
    on: NaiveDate,
) -> Result<CaseSight, Failure> {
    act(ctx, id, Action::ConfirmOtherChannel, |case, doer, at| {
        case.referral
            .confirm_other_channel(seen, doer, channel, on, at)
    })
    .await
}
