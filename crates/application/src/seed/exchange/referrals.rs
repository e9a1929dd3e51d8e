//! The acts about referrals, each under a key of idempotency of its own: a seed that was cut off
//! meets them again and goes on.

use domain::time::Version;

use super::{PartEntry, ReferralDeed};
use crate::referral::{self as exchange, CaseSight, GivenPart, Once, idempotent};
use crate::{Context, Failure};

/// Does one act; answers whether there was something to do.
pub(super) async fn act(ctx: &Context, once: Once, deed: &ReferralDeed) -> Result<bool, Failure> {
    let done = idempotent(ctx, Some(once), |ctx| async move { take(&ctx, deed).await }).await?;
    Ok(!done.replayed)
}

async fn take(ctx: &Context, deed: &ReferralDeed) -> Result<CaseSight, Failure> {
    let id = deed.referral();
    match deed {
        ReferralDeed::Send {
            envelope, parts, ..
        } => {
            let parts: Vec<_> = parts.iter().map(given).collect();
            exchange::create(ctx, envelope, &parts).await
        }
        ReferralDeed::Read { parts, .. } => {
            Ok(exchange::read_parts(ctx, id, parts).await?.referral)
        }
        ReferralDeed::Acknowledge { receipt, .. } => {
            exchange::acknowledge(ctx, id, seen(ctx, deed).await?, receipt).await
        }
        ReferralDeed::Accept { .. } => exchange::accept(ctx, id, seen(ctx, deed).await?).await,
        ReferralDeed::Assign { member, .. } => {
            exchange::assign(ctx, id, seen(ctx, deed).await?, *member).await
        }
        ReferralDeed::Start { .. } => exchange::start(ctx, id, seen(ctx, deed).await?).await,
        ReferralDeed::Hold { reason, until, .. } => {
            exchange::hold(ctx, id, seen(ctx, deed).await?, *reason, *until).await
        }
        ReferralDeed::CoSignClose { .. } => {
            exchange::co_sign_close(ctx, id, seen(ctx, deed).await?).await
        }
        ReferralDeed::Complete { outcome, .. } => {
            exchange::complete(ctx, id, seen(ctx, deed).await?, *outcome).await
        }
        ReferralDeed::Decline {
            reason, decision, ..
        } => {
            let decision = given(decision);
            exchange::decline(ctx, id, seen(ctx, deed).await?, *reason, Some(&decision)).await
        }
        ReferralDeed::Redirect {
            proposed_destination,
            ..
        } => exchange::redirect(ctx, id, seen(ctx, deed).await?, *proposed_destination).await,
        ReferralDeed::Withdraw { .. } => exchange::withdraw(ctx, id, seen(ctx, deed).await?).await,
        ReferralDeed::Message { part, .. } => exchange::post_message(ctx, id, &given(part)).await,
        ReferralDeed::Feedback { part, .. } => {
            exchange::give_feedback(ctx, id, &given(part), None).await
        }
    }
}

/// The version the person has on the screen.
async fn seen(ctx: &Context, deed: &ReferralDeed) -> Result<Version, Failure> {
    Ok(exchange::find(ctx, deed.referral()).await?.version)
}

fn given(part: &PartEntry) -> GivenPart {
    GivenPart {
        id: part.id,
        jwe: part.jwe.clone(),
    }
}
