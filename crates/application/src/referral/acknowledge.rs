//! Confirming that a human took note.

use domain::access::Member;
use domain::ids::ReferralId;
use domain::referral::envelope::Envelope;
use domain::referral::jose::read_token;
use domain::referral::{Action, Facts, receipt};
use domain::time::Version;

use super::refused::Refused;
use super::sight::CaseSight;
use super::unit::{Unit, refused, settle};
use crate::{Context, Failure};

/// Confirms with a signed receipt that a human took note of exactly these bytes. The receipt is
/// signed with the certified key of the member who hands it in, and is kept with the step.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Referral` with the guards `signed_receipt` and `receipt_matches_tags`
/// for a receipt that does not hold.
pub async fn acknowledge(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    token: &str,
) -> Result<CaseSight, Failure> {
    let outcome = acknowledge_once(ctx, id, seen, token).await;
    settle(ctx, id, Action::Acknowledge, outcome).await
}

async fn acknowledge_once(
    ctx: &Context,
    id: ReferralId,
    seen: Version,
    token: &str,
) -> Result<CaseSight, Failure> {
    let member = ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut unit = Unit::begin(ctx).await?;
    let case = unit.case_for(id, Action::Acknowledge).await?;
    let facts = check_receipt(&mut unit, member, id, token).await?;
    let doer = unit.doer(&case);
    let mut changed = case
        .referral
        .acknowledge(seen, &doer, facts, unit.now)
        .map_err(refused)?;
    changed.step.receipt = Some(token.to_owned());
    unit.keep(&doer, &changed).await?;
    unit.finish(id).await
}

/// Which guards of the receipt hold; none where its signature does not.
async fn check_receipt(
    unit: &mut Unit<'_>,
    member: &Member,
    id: ReferralId,
    token: &str,
) -> Result<Facts, Failure> {
    let text = unit
        .work
        .referrals()
        .envelope(id)
        .await?
        .ok_or(Failure::NotFound)?;
    let envelope = Envelope::read(&text).map_err(Refused::from)?;
    let Ok(outside) = read_token(token, receipt::TYPE) else {
        return Ok(Facts::none());
    };
    let office = super::office::own_office(unit.work.as_mut(), member).await?;
    let chain = office.chain()?;
    let certificate = unit
        .work
        .keys()
        .certificate_by_signing_kid(member.organisation, &outside.kid)
        .await?
        .filter(|one| one.certificate.member == member.member && one.is_good(chain, unit.now));
    let checked =
        certificate.and_then(|one| receipt::check(token, &one.certificate.signing, &envelope).ok());
    Ok(checked.map_or_else(Facts::none, |(facts, _receipt)| facts))
}
