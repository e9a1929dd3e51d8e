//! Taking a referral back.

use domain::ids::ReferralId;
use domain::referral::Action;
use domain::time::Version;

use super::sight::CaseSight;
use super::unit::act;
use crate::{Context, Failure};

/// Takes a referral back; a suspicion report only before it was delivered.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Referral`.
pub async fn withdraw(ctx: &Context, id: ReferralId, seen: Version) -> Result<CaseSight, Failure> {
    act(ctx, id, Action::Withdraw, |case, doer, at| {
        case.referral.withdraw(seen, doer, at)
    })
    .await
}
