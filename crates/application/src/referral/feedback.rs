//! Giving the sender the three facts of § 4 (4) KKG.

use domain::ids::ReferralId;
use domain::referral::{Action, Direction, FeedbackVocabulary, PartRole, Refusal};

use super::create::GivenPart;
use super::decide::sending_office;
use super::office::own_office;
use super::parts::Joining;
use super::sight::CaseSight;
use super::unit::{Unit, refused, settle};
use crate::{Context, Failure};

/// Gives the sender the three facts, where the law says so. Whether the family was told beforehand
/// comes as a part sealed to the own organisation alone, of which the sender learns nothing.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Refused` for a part, `Referral` with `FeedbackNotPermitted`.
pub async fn give_feedback(
    ctx: &Context,
    id: ReferralId,
    part: &GivenPart,
    decision: Option<&GivenPart>,
) -> Result<CaseSight, Failure> {
    let outcome = give_once(ctx, id, part, decision).await;
    settle(ctx, id, Action::Feedback, outcome).await
}

async fn give_once(
    ctx: &Context,
    id: ReferralId,
    given: &GivenPart,
    decision: Option<&GivenPart>,
) -> Result<CaseSight, Failure> {
    let member = ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut unit = Unit::begin(ctx).await?;
    let case = unit.case_for(id, Action::Feedback).await?;
    // the law is asked before the part is looked at
    if case.referral.head().vocabulary() != FeedbackVocabulary::KkgEcho {
        return Err(refused(Refusal::FeedbackNotPermitted));
    }
    let own = own_office(unit.work.as_mut(), member).await?;
    let sender = sending_office(&mut unit, &case.referral).await?;
    let facts = Joining {
        referral: &case.referral,
        given,
        role: PartRole::Feedback,
        direction: Direction::ToSender,
        addressee: &sender,
        own: Some(&own),
        by: member.member,
        at: unit.now,
    }
    .check("/part")?;
    let doer = unit.doer(&case);
    let changed = case
        .referral
        .feedback(&doer, facts.head.size, unit.now)
        .map_err(refused)?;
    unit.store_part(&facts).await?;
    if let Some(given) = decision {
        let kept = Joining {
            referral: &case.referral,
            given,
            role: PartRole::Decision,
            direction: Direction::ToRecipient,
            addressee: &own,
            own: None,
            by: member.member,
            at: unit.now,
        }
        .check("/decisionPart")?;
        unit.store_part(&kept).await?;
    }
    unit.keep(&doer, &changed).await?;
    unit.finish(id).await
}
