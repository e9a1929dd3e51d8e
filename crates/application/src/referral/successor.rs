//! What became of a case its sender sealed anew to somebody else.

use domain::ids::ReferralId;
use domain::referral::Referral;
use domain::referral::timers::{Due, Timer};
use domain::store::Work;

use crate::Failure;

/// The referral by which the sender continued this one, once it was sent off. The other end never
/// learns of it.
pub(super) async fn successor(
    work: &mut dyn Work,
    referral: &Referral,
) -> Result<Option<ReferralId>, Failure> {
    let head = referral.head();
    match head.sender_organisation {
        Some(sender) => Ok(work.referrals().successor(head.id, sender).await?),
        None => Ok(None),
    }
}

/// The deadlines that run on a referral: what was sealed anew is no longer waited for.
pub(super) async fn due_dates(
    work: &mut dyn Work,
    referral: &Referral,
) -> Result<Vec<Due>, Failure> {
    let mut due = referral.due_dates();
    let waits = due.iter().any(|due| due.timer == Timer::RedirectFollowUp);
    if waits && successor(work, referral).await?.is_some() {
        due.retain(|due| due.timer != Timer::RedirectFollowUp);
    }
    Ok(due)
}

/// Brings the deadlines of the predecessor up to date, in the work that sends the successor off.
pub(super) async fn settle_predecessor(
    work: &mut dyn Work,
    successor: &Referral,
) -> Result<(), Failure> {
    let Some(id) = successor.head().predecessor else {
        return Ok(());
    };
    let Some(predecessor) = work.referrals().find(id).await? else {
        return Ok(());
    };
    let due = due_dates(work, &predecessor).await?;
    work.referrals().save_due_dates(id, &due).await?;
    Ok(())
}
