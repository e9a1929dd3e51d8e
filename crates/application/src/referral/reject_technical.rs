//! Sending back what cannot be read.

use std::collections::BTreeSet;

use domain::ids::ReferralId;
use domain::referral::{Action, Problem};
use domain::time::Version;

use super::sight::CaseSight;
use super::unit::act;
use crate::{Context, Failure};

/// Refuses what cannot be read, with what went wrong; the sender is told and sends it again.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Referral`.
pub async fn reject_technical(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    problems: BTreeSet<Problem>,
) -> Result<CaseSight, Failure> {
    act(ctx, id, Action::RejectTechnical, |case, doer, at| {
        case.referral.reject_technical(seen, doer, problems, at)
    })
    .await
}
