//! Announcing a referral, and sending it off at once when it is complete.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Member;
use domain::audit::AuditObject;
use domain::ids::{PartId, ReferralId};
use domain::referral::envelope::{AnnouncedPart, Envelope};
use domain::referral::grants::CaseGrant;
use domain::referral::jose::Kid;
use domain::referral::policy;
use domain::referral::recipients::RecipientRule;
use domain::referral::records::{PartHead, StoredPart};
use domain::referral::{Direction, PartRole, Referral, Side};

use super::case::Case;
use super::office::Office;
use super::parts::inspect;
use super::refused::{Refused, RefusedCode};
use super::sender::check_sender;
use super::sight::CaseSight;
use super::submit::send_off;
use super::unit::{Unit, counting_denied};
use crate::error::Enforce;
use crate::{Context, Failure};

/// The most referrals a member may send within an hour (`referral.md` 16.2).
const MOST_AN_HOUR: usize = 60;

/// A part as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenPart {
    /// Which announced part it is.
    pub id: PartId,
    /// The JWE, byte for byte.
    pub jwe: String,
}

/// Announces a referral: checks the envelope, its signature, the sender, the destination and every
/// part, and stores them byte for byte. When all parts are there it is sent off and delivered in the
/// same work, with the first grants at the destination.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` for who may not send for the organisation; `RateLimited`;
/// `Refused` with a code of `referral.md` 5.1 or 16.2. Nothing is stored then.
pub async fn create(
    ctx: &Context,
    envelope: &str,
    parts: &[GivenPart],
) -> Result<CaseSight, Failure> {
    let object = || match Envelope::read(envelope) {
        Ok(read) => AuditObject::new("referral", read.id),
        Err(_) => AuditObject::new("referral", "unreadable"),
    };
    let outcome = announce(ctx, envelope, parts).await;
    counting_denied(ctx, "referral.create", object(), outcome).await
}

async fn announce(ctx: &Context, text: &str, parts: &[GivenPart]) -> Result<CaseSight, Failure> {
    let member = ctx.actor.member().ok_or(Failure::Unauthenticated)?;
    policy::may_send(&ctx.actor).enforce()?;
    let envelope = Envelope::read(text).map_err(Refused::from)?;
    let mut unit = Unit::begin(ctx).await?;
    let now = envelope.announced_at(unit.now);
    within_quota(&mut unit, member).await?;
    let sender = check_sender(unit.work.as_mut(), member, &envelope, now).await?;
    let destination = receiving_office(&mut unit, &envelope).await?;
    follows_own(&mut unit, member, &envelope).await?;
    let stored = checked_parts(&envelope, parts, &sender, &destination, member, now)?;

    let head = envelope.head(
        Some(member.member),
        destination.organisation.district.clone(),
    );
    let referral = Referral::announce(head, now);
    let id = referral.id();
    if !unit.work.referrals().insert(&referral, text).await? {
        return Err(Refused::new(RefusedCode::IdExists)
            .at("/envelope/id")
            .into());
    }
    for part in &stored {
        unit.store_part(part).await?;
    }
    let grant = CaseGrant::of_author(id, member.member, now);
    unit.work.case_grants().insert(&[grant]).await?;
    unit.note("referral.create", AuditObject::new("referral", id), None);
    if stored.len() == envelope.parts.len() {
        send_off(&mut unit, referral, &destination).await?;
    } else {
        let due = referral.due_dates();
        unit.work.referrals().save_due_dates(id, &due).await?;
    }
    unit.finish(id).await
}

/// The destination, which can receive this now and has somebody who would see it.
pub(super) async fn receiving_office(
    unit: &mut Unit<'_>,
    envelope: &Envelope,
) -> Result<Office, Failure> {
    let unknown = || {
        Refused::new(RefusedCode::DestinationCannotReceive)
            .because("there is no such organisation")
            .at("/envelope/destination")
    };
    let office = Office::load(unit.work.as_mut(), envelope.destination)
        .await?
        .filter(Office::is_at_work)
        .ok_or_else(unknown)?;
    let restricted = envelope.flags.contains(&domain::referral::Flag::Restricted);
    office
        .can_receive(envelope.kind, restricted, unit.now)
        .map_err(|reason| Refused::from(reason).at("/envelope/destination"))?;
    Ok(office)
}

/// At most so many of one member within an hour, so that nobody hides a real report under a flood.
async fn within_quota(unit: &mut Unit<'_>, member: &Member) -> Result<(), Failure> {
    let hour_ago = unit.now - TimeDelta::hours(1);
    let announced = unit
        .work
        .referrals()
        .announced_by(member.member, hour_ago)
        .await?;
    match announced.get(MOST_AN_HOUR - 1) {
        Some(at) => Err(Failure::RateLimited {
            retry_after: u64::try_from((*at - hour_ago).num_seconds().max(1)).unwrap_or(1),
        }),
        None => Ok(()),
    }
}

/// A predecessor is a referral this member sees as its sender; of any other one nothing is said.
async fn follows_own(
    unit: &mut Unit<'_>,
    member: &Member,
    envelope: &Envelope,
) -> Result<(), Failure> {
    let Some(predecessor) = envelope.predecessor else {
        return Ok(());
    };
    let actor = &unit.ctx.actor;
    let seen = match Case::load(unit.work.as_mut(), actor, predecessor).await {
        Ok(case) => case.sight(actor, unit.now).is_some_and(|sight| {
            sight.side == Side::Sender
                && case.referral.head().sender_organisation == Some(member.organisation)
        }),
        Err(Failure::NotFound) => false,
        Err(failure) => return Err(failure),
    };
    if seen {
        Ok(())
    } else {
        Err(Refused::new(RefusedCode::FieldNotAllowed)
            .because("a predecessor is a referral of your own")
            .at("/envelope/predecessor")
            .into())
    }
}

fn checked_parts(
    envelope: &Envelope,
    given: &[GivenPart],
    sender: &Office,
    destination: &Office,
    member: &Member,
    now: DateTime<Utc>,
) -> Result<Vec<StoredPart>, Failure> {
    // files come as streams, which this version does not take
    if let Some(at) = envelope
        .parts
        .iter()
        .position(|part| part.role == PartRole::Attachment)
    {
        return Err(Refused::new(RefusedCode::FieldNotAllowed)
            .because("files cannot be attached in this version")
            .at(format!("/envelope/parts/{at}"))
            .into());
    }
    let rule = rule(envelope, sender, destination, now)?;
    let mut seen = BTreeSet::new();
    let mut stored = Vec::with_capacity(given.len());
    for (at, part) in given.iter().enumerate() {
        let pointer = format!("/parts/{at}");
        let announced = envelope
            .part(part.id)
            .filter(|_| seen.insert(part.id))
            .ok_or_else(|| {
                Refused::new(RefusedCode::FieldNotAllowed)
                    .because("the envelope announces each part once")
                    .at(format!("{pointer}/id"))
            })?;
        let head = checked_part(envelope, announced, part, &rule, member, now)
            .map_err(|refused| refused.at(format!("{pointer}/jwe")))?;
        stored.push(StoredPart {
            head,
            jwe: part.jwe.clone(),
        });
    }
    Ok(stored)
}

/// The keys every part must be sealed to; those the envelope names are these.
pub(super) fn rule(
    envelope: &Envelope,
    sender: &Office,
    destination: &Office,
    now: DateTime<Utc>,
) -> Result<RecipientRule, Failure> {
    let restricted = envelope.flags.contains(&domain::referral::Flag::Restricted);
    let keys = destination.chain()?.addressee_keys();
    let rule = RecipientRule::new(&keys, sender.own_copy(), restricted, now);
    let kids: Vec<&Kid> = envelope.recipient_kids.iter().collect();
    let epoch = rule
        .judge(kids)
        .map_err(|refused| Refused::from(refused).at("/envelope/recipientKids"))?;
    if epoch == envelope.destination_epoch {
        Ok(rule)
    } else {
        Err(Refused::new(RefusedCode::HeaderContextMismatch)
            .at("/envelope/destinationEpoch")
            .into())
    }
}

fn checked_part(
    envelope: &Envelope,
    announced: &AnnouncedPart,
    given: &GivenPart,
    rule: &RecipientRule,
    member: &Member,
    now: DateTime<Utc>,
) -> Result<PartHead, Refused> {
    let found = inspect(given, &envelope.context(announced), rule)?;
    envelope.matches(announced, &found).map_err(Refused::from)?;
    Ok(PartHead {
        referral: ReferralId::from_uuid(envelope.id.as_uuid()),
        id: announced.id,
        role: announced.role,
        direction: Direction::ToRecipient,
        epoch: found.epoch,
        size: found.size,
        tag: found.tag,
        kids: found.kids,
        by: Some(member.member),
        at: now,
    })
}
