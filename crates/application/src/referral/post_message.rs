//! Writing to the other end.

use domain::ids::{MessageId, ReferralId};
use domain::referral::records::Message;
use domain::referral::{Action, Direction, PartRole, Side};

use super::create::GivenPart;
use super::decide::sending_office;
use super::office::{Office, own_office};
use super::parts::Joining;
use super::sight::CaseSight;
use super::unit::{Unit, refused, settle};
use crate::{Context, Failure};

/// Adds a message to the thread, sealed to the other end. Answers to the sender do not ask whether
/// the sender could receive: two ways are not needed for that.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Refused` for the part, `Referral`.
pub async fn post_message(
    ctx: &Context,
    id: ReferralId,
    part: &GivenPart,
) -> Result<CaseSight, Failure> {
    let outcome = post_once(ctx, id, part).await;
    settle(ctx, id, Action::Message, outcome).await
}

async fn post_once(ctx: &Context, id: ReferralId, given: &GivenPart) -> Result<CaseSight, Failure> {
    let member = ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut unit = Unit::begin(ctx).await?;
    let case = unit.case_for(id, Action::Message).await?;
    let doer = unit.doer(&case);
    let changed = case.referral.message(&doer, unit.now).map_err(refused)?;
    let own = own_office(unit.work.as_mut(), member).await?;
    let from = doer.side();
    let (direction, addressee) = match from {
        Side::Sender => {
            let destination = case.referral.head().destination;
            let office = Office::load(unit.work.as_mut(), destination)
                .await?
                .ok_or(Failure::NotFound)?;
            (Direction::ToRecipient, office)
        }
        Side::Recipient => {
            let office = sending_office(&mut unit, &case.referral).await?;
            (Direction::ToSender, office)
        }
    };
    let part = Joining {
        referral: &case.referral,
        given,
        role: PartRole::Message,
        direction,
        addressee: &addressee,
        own: Some(&own),
        by: member.member,
        at: unit.now,
    }
    .check("/part")?;
    unit.store_part(&part).await?;
    let message = Message {
        id: MessageId::from_uuid(ctx.mint.mint(unit.now)),
        referral: id,
        from,
        part: part.head.id,
        by: Some(member.member),
        at: unit.now,
    };
    unit.work.parts().insert_message(&message).await?;
    unit.keep(&doer, &changed).await?;
    unit.finish(id).await
}
