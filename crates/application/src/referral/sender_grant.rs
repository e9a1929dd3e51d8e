//! A lead of the sending end lets themselves in.

use domain::access::Role;
use domain::audit::AuditObject;
use domain::ids::ReferralId;
use domain::referral::Side;
use domain::referral::grants::{CaseGrant, GrantLevel};

use super::case::Case;
use super::sight::CaseSight;
use super::unit::{Unit, counting_denied};
use crate::{Context, Failure};

/// The longest reason.
const LONGEST_REASON: usize = 500;

/// Lets a lead of the sending organisation into a case of it, with a reason that stands in the audit.
///
/// # Errors
/// `NotFound`; `Forbidden` for who is no lead there; `Invalid` without a reason.
pub async fn take_sender_grant(
    ctx: &Context,
    id: ReferralId,
    reason: &str,
) -> Result<CaseSight, Failure> {
    let reason = reason.trim();
    if !(1..=LONGEST_REASON).contains(&reason.chars().count()) {
        return Err(Failure::invalid("reason", "1 to 500 characters"));
    }
    let outcome = take_once(ctx, id, reason).await;
    let object = AuditObject::new("referral", id);
    counting_denied(ctx, "referral.take_sender_grant", object, outcome).await
}

async fn take_once(ctx: &Context, id: ReferralId, reason: &str) -> Result<CaseSight, Failure> {
    let member = ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut unit = Unit::begin(ctx).await?;
    let case = Case::load(unit.work.as_mut(), &ctx.actor, id).await?;
    let sight = case.sight(&ctx.actor, unit.now).ok_or(Failure::NotFound)?;
    if sight.side != Side::Sender || !ctx.actor.has(Role::Lead) {
        return Err(Failure::Forbidden);
    }
    if !sight.content {
        let grant = CaseGrant {
            referral: id,
            member: member.member,
            level: GrantLevel::Sender,
            by: Some(member.member),
            at: unit.now,
            until: None,
            reason: Some(reason.to_owned()),
        };
        unit.work.case_grants().insert(&[grant]).await?;
        let object = AuditObject::new("referral", id);
        unit.note("referral.take_sender_grant", object, Some(reason));
    }
    unit.finish(id).await
}
