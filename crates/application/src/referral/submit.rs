//! Sending off what is complete, and handing it to the destination.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::{DateTime, Utc};
use domain::access::Tier;
use domain::ids::{OrganisationId, ReferralId};
use domain::referral::envelope::Envelope;
use domain::referral::grants::first_grants;
use domain::referral::timers::UNOPENED_FOR_AT_MOST;
use domain::referral::{Action, Doer, Facts, Guard, Referral, Who};
use domain::time::{LOCAL, Version};

use super::create::{receiving_office, rule};
use super::office::Office;
use super::parts::missing;
use super::refused::{Refused, RefusedCode};
use super::sender::check_sender;
use super::sight::CaseSight;
use super::successor::settle_predecessor;
use super::unit::{Unit, refused, settle};
use crate::{Context, Failure};

/// Sends off an announced referral whose parts have all arrived. Sender, keys and destination are
/// checked again, because they may have changed since it was announced.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Refused` with `parts-missing`, `stale-key`,
/// `destination-cannot-receive`, `sender-not-ready`, `signature-invalid`; `Referral`.
pub async fn submit(ctx: &Context, id: ReferralId, seen: Version) -> Result<CaseSight, Failure> {
    let outcome = submit_once(ctx, id, seen).await;
    settle(ctx, id, Action::Submit, outcome).await
}

async fn submit_once(ctx: &Context, id: ReferralId, seen: Version) -> Result<CaseSight, Failure> {
    let member = ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    let mut unit = Unit::begin(ctx).await?;
    let case = unit.case_for(id, Action::Submit).await?;
    // version and state are judged first: what was sent already is not checked as if it were new
    let doer = unit.doer(&case);
    case.referral
        .submit(seen, &doer, checked(), unit.now)
        .map_err(refused)?;
    let text = unit
        .work
        .referrals()
        .envelope(id)
        .await?
        .ok_or(Failure::NotFound)?;
    let envelope = Envelope::read(&text).map_err(Refused::from)?;
    let heads = unit.work.parts().heads(&[id]).await?;
    let arrived: BTreeSet<_> = heads.iter().map(|head| head.id).collect();
    let absent = missing(envelope.parts.iter().map(|part| part.id), &arrived);
    if !absent.is_empty() {
        let list = absent
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", ");
        return Err(Refused::new(RefusedCode::PartsMissing).because(list).into());
    }
    let sender = check_sender(unit.work.as_mut(), member, &envelope, unit.now).await?;
    let destination = receiving_office(&mut unit, &envelope).await?;
    rule(&envelope, &sender, &destination, unit.now)?;
    send_off(&mut unit, case.referral, &destination).await?;
    unit.finish(id).await
}

/// Submits a referral of which everything was checked, and delivers it in the same work.
pub(super) async fn send_off(
    unit: &mut Unit<'_>,
    referral: Referral,
    destination: &Office,
) -> Result<(), Failure> {
    // people without an organisation keep their dates to the minute; here it is always one
    let author = Doer {
        parts: BTreeSet::from([Who::Sender]),
        member: unit.ctx.actor.member().map(|member| member.member),
    };
    let submitted = referral
        .submit(referral.version(), &author, checked(), unit.now)
        .map_err(refused)?;
    unit.keep(&author, &submitted).await?;
    settle_predecessor(unit.work.as_mut(), &submitted.referral).await?;
    deliver(unit, &submitted.referral, destination).await
}

/// Hands a submitted referral to the destination, with the first grants there.
pub(super) async fn deliver(
    unit: &mut Unit<'_>,
    referral: &Referral,
    destination: &Office,
) -> Result<(), Failure> {
    let open = office_hours(unit.ctx, destination.id(), unit.now);
    let delivered = referral
        .deliver(checked(), open, unit.now)
        .map_err(refused)?;
    let excluded = unit.work.case_grants().excluded(referral.id()).await?;
    let grants = first_grants(
        &delivered.referral,
        &destination.colleagues(),
        &excluded,
        unit.now,
    );
    unit.keep(&Doer::system(), &delivered).await?;
    unit.work.case_grants().insert(&grants).await?;
    Ok(())
}

/// The spans, until what waits there expires, in which the directory says that an office is open; none
/// when its hours are not known.
fn office_hours(
    ctx: &Context,
    office: OrganisationId,
    now: DateTime<Utc>,
) -> Vec<Range<DateTime<Utc>>> {
    let day = |at: DateTime<Utc>| at.with_timezone(&LOCAL).date_naive();
    let view = ctx.read_model.organisation(Tier::Internal, office);
    let open = view.map_or_else(Vec::new, |view| {
        view.office_hours(day(now), day(now + UNOPENED_FOR_AT_MOST))
    });
    open.into_iter().map(|span| span.start..span.end).collect()
}

/// The guards of `submit` and `deliver`. Whoever names them has asked for each of them before, and
/// has refused with its own code where one did not hold.
fn checked() -> Facts {
    [
        Guard::PartsComplete,
        Guard::EnvelopeSigned,
        Guard::HeadersAllowed,
        Guard::KidsCurrent,
        Guard::DestinationCanReceive,
        Guard::GateValid,
        Guard::Quota,
    ]
    .into_iter()
    .collect()
}
