//! Saying on which other way a report reached the office after all.

use chrono::NaiveDate;
use domain::ids::ReferralId;
use domain::referral::{Action, Channel, Guard};
use domain::time::Version;

use super::day::day_within;
use super::sight::CaseSight;
use super::unit::act;
use crate::{Context, Failure};

/// Records the other way, and the day, on which a report reached the office, beside those recorded
/// before; until the first one a report that did not arrive keeps everything.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid` for a day too early or still to come, `Referral`.
pub async fn confirm_other_channel(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    channel: Channel,
    on: NaiveDate,
) -> Result<CaseSight, Failure> {
    let mut days = None;
    let said = act(ctx, id, Action::ConfirmOtherChannel, |case, doer, at| {
        days = Some(case.referral.other_channel_days(at));
        case.referral
            .confirm_other_channel(seen, doer, channel, on, at)
    })
    .await;
    match days {
        Some(days) => said.map_err(|no| day_within(no, Guard::DateAndChannel, "on", on, &days)),
        None => said,
    }
}
