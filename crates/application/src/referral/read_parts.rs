//! Fetching encrypted parts: the only way ciphertext leaves, and what `open` is.

use domain::audit::AuditObject;
use domain::ids::{PartId, ReferralId};
use domain::referral::records::StoredPart;
use domain::referral::{Action, Side, policy};

use super::case::Case;
use super::sight::CaseSight;
use super::unit::{Unit, refused, settle};
use crate::error::Enforce;
use crate::{Context, Failure};

/// The most parts that are fetched at once.
const MOST: usize = 100;

/// Parts with their bytes, and the referral after the fetch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedParts {
    /// The parts, in the order they were asked for, byte for byte.
    pub parts: Vec<StoredPart>,
    /// The referral, opened where this was the first fetch.
    pub referral: CaseSight,
}

/// Fetches parts of a case. The first fetch by the recipient opens the referral; every fetch of
/// every part is in the audit.
///
/// # Errors
/// `NotFound`, also for a part that this end is not shown; `Forbidden` for who sees head and state
/// only; `Invalid` for more than 100 parts at once.
pub async fn read_parts(
    ctx: &Context,
    id: ReferralId,
    parts: &[PartId],
) -> Result<OpenedParts, Failure> {
    if parts.is_empty() || parts.len() > MOST {
        return Err(Failure::invalid("partIds", "1 to 100 parts at once"));
    }
    let outcome = read_once(ctx, id, parts).await;
    settle(ctx, id, Action::Open, outcome).await
}

async fn read_once(
    ctx: &Context,
    id: ReferralId,
    wanted: &[PartId],
) -> Result<OpenedParts, Failure> {
    let mut unit = Unit::begin(ctx).await?;
    let case = Case::load(unit.work.as_mut(), &ctx.actor, id).await?;
    policy::may_read_parts(&ctx.actor, &case.view(), unit.now).enforce()?;
    let side = case
        .sight(&ctx.actor, unit.now)
        .map_or(Side::Sender, |sight| sight.side);
    let mut parts = Vec::with_capacity(wanted.len());
    for part in wanted {
        let found = unit
            .work
            .parts()
            .find(id, *part)
            .await?
            .filter(|found| found.head.is_shown_to(side))
            .ok_or(Failure::NotFound)?;
        unit.note("part.read", AuditObject::new("part", part), None);
        parts.push(found);
    }
    let doer = unit.doer(&case);
    if case.referral.opens_on_read(&doer, unit.now) {
        let opened = case.referral.open(&doer, unit.now).map_err(refused)?;
        unit.keep(&doer, &opened).await?;
    }
    Ok(OpenedParts {
        parts,
        referral: unit.finish(id).await?,
    })
}
