//! Taking a referral on, refusing it, or proposing another place.

use domain::ids::{OrganisationId, ReferralId};
use domain::referral::{Action, DeclineReason, Direction, PartRole};
use domain::time::Version;

use super::create::GivenPart;
use super::office::Office;
use super::parts::Joining;
use super::refused::{Refused, RefusedCode};
use super::sight::CaseSight;
use super::unit::{Unit, act, refused, settle};
use crate::{Context, Failure};

/// Takes it on.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Referral`.
pub async fn accept(ctx: &Context, id: ReferralId, seen: Version) -> Result<CaseSight, Failure> {
    act(ctx, id, Action::Accept, |case, doer, at| {
        case.referral.accept(seen, doer, at)
    })
    .await
}

/// Refuses it with a reason; free text comes as a part sealed to the sender.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Refused` for the part, `Referral`.
pub async fn decline(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    reason: DeclineReason,
    decision: Option<&GivenPart>,
) -> Result<CaseSight, Failure> {
    let outcome = decline_once(ctx, id, seen, reason, decision).await;
    settle(ctx, id, Action::Decline, outcome).await
}

async fn decline_once(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    reason: DeclineReason,
    decision: Option<&GivenPart>,
) -> Result<CaseSight, Failure> {
    let member = ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut unit = Unit::begin(ctx).await?;
    let case = unit.case_for(id, Action::Decline).await?;
    let doer = unit.doer(&case);
    let changed = case
        .referral
        .decline(seen, &doer, reason, decision.map(|part| part.id), unit.now)
        .map_err(refused)?;
    if let Some(given) = decision {
        let own = super::office::own_office(unit.work.as_mut(), member).await?;
        let sender = sending_office(&mut unit, &case.referral).await?;
        let part = Joining {
            referral: &case.referral,
            given,
            role: PartRole::Decision,
            direction: Direction::ToSender,
            addressee: &sender,
            own: Some(&own),
            by: member.member,
            at: unit.now,
        }
        .check("/decision")?;
        unit.store_part(&part).await?;
    }
    unit.keep(&doer, &changed).await?;
    unit.finish(id).await
}

/// Proposes another destination, which can receive the kind now; the sender seals it anew.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Refused` with `destination-cannot-receive`, `Referral`.
pub async fn redirect(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    proposed: OrganisationId,
) -> Result<CaseSight, Failure> {
    let outcome = redirect_once(ctx, id, seen, proposed).await;
    settle(ctx, id, Action::Redirect, outcome).await
}

async fn redirect_once(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    proposed: OrganisationId,
) -> Result<CaseSight, Failure> {
    let mut unit = Unit::begin(ctx).await?;
    let case = unit.case_for(id, Action::Redirect).await?;
    let doer = unit.doer(&case);
    let kind = case.referral.head().kind;
    let office = Office::load(unit.work.as_mut(), proposed).await?;
    let receives = office.map_or_else(
        || Err(Refused::new(RefusedCode::DestinationCannotReceive)),
        |office| {
            office
                .can_receive(kind, false, unit.now)
                .map_err(Refused::from)
        },
    );
    let changed = case
        .referral
        .redirect(seen, &doer, proposed, receives.is_ok(), unit.now);
    // what the referral itself says comes first; then why the other place cannot receive
    let changed = match (changed, receives) {
        (Ok(changed), _) => changed,
        (Err(domain::referral::Refusal::GuardFailed(_)), Err(cannot)) => {
            return Err(cannot.at("/proposedDestination").into());
        }
        (Err(refusal), _) => return Err(refused(refusal)),
    };
    unit.keep(&doer, &changed).await?;
    unit.finish(id).await
}

/// The sending organisation, to which answers are sealed.
pub(super) async fn sending_office(
    unit: &mut Unit<'_>,
    referral: &domain::referral::Referral,
) -> Result<Office, Failure> {
    let missing = || Refused::new(RefusedCode::KeyMissing).because("the sender has no keys");
    let sender = referral.head().sender_organisation.ok_or_else(missing)?;
    Ok(Office::load(unit.work.as_mut(), sender)
        .await?
        .ok_or_else(missing)?)
}
