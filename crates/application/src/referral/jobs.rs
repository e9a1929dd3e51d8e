//! What the exchange does by itself.

use std::collections::BTreeSet;

use chrono::{TimeDelta, Utc};
use domain::access::Actor;
use domain::audit::AuditObject;
use domain::ids::ReferralId;
use domain::referral::envelope::Envelope;
use domain::referral::recipients::{RecipientRule, RecipientsRefused};
use domain::referral::retention::{DRAFT, IDEMPOTENCY};
use domain::referral::{Doer, Flag, Problem, State};

use super::office::Office;
use super::submit::deliver;
use super::unit::{Unit, refused};
use crate::{Context, Failure, House};

/// How many referrals one run takes.
const AT_ONCE: u32 = 50;
/// How long what was announced may wait for its parts.
const INCOMPLETE_FOR: TimeDelta = TimeDelta::hours(24);
/// How many events one run publishes.
const EVENTS_AT_ONCE: u32 = 500;

/// Discards what was announced more than 24 hours ago and never sent; answers how many.
///
/// # Errors
/// `Store` alone.
pub async fn discard_stale_announcements(house: &House) -> Result<usize, Failure> {
    let ctx = house.for_actor(Actor::System);
    let before = house.clock.now() - INCOMPLETE_FOR;
    let stale = waiting(&ctx, State::New, before).await?;
    for id in &stale {
        let mut unit = Unit::begin(&ctx).await?;
        let Some(referral) = unit.work.referrals().find(*id).await? else {
            continue;
        };
        // sent or discarded in between: nothing is left to do
        let Ok(changed) = referral.discard(None, &Doer::system(), unit.now) else {
            continue;
        };
        unit.keep(&Doer::system(), &changed).await?;
        unit.work.referrals().purge_content(*id).await?;
        unit.commit().await?;
    }
    Ok(stale.len())
}

/// Delivers what was submitted and is still waiting, after a second look at keys and destination;
/// sends back what cannot be delivered. Answers how many were looked at.
///
/// # Errors
/// `Store` alone.
pub async fn deliver_waiting(house: &House) -> Result<usize, Failure> {
    let ctx = house.for_actor(Actor::System);
    let submitted = waiting(&ctx, State::Submitted, house.clock.now()).await?;
    for id in &submitted {
        deliver_one(&ctx, *id).await?;
    }
    Ok(submitted.len())
}

async fn waiting(
    ctx: &Context,
    state: State,
    before: chrono::DateTime<Utc>,
) -> Result<Vec<ReferralId>, Failure> {
    let mut work = ctx.store.begin().await?;
    Ok(work.referrals().waiting(state, before, AT_ONCE).await?)
}

async fn deliver_one(ctx: &Context, id: ReferralId) -> Result<(), Failure> {
    let mut unit = Unit::begin(ctx).await?;
    let Some(referral) = unit.work.referrals().find(id).await? else {
        return Ok(());
    };
    if referral.state().name() != State::Submitted {
        return Ok(());
    }
    let (office, problems) = second_look(&mut unit, &referral).await?;
    match office {
        Some(office) if problems.is_empty() => deliver(&mut unit, &referral, &office).await?,
        Some(_) | None => {
            let bounced = referral.bounce(problems, unit.now).map_err(refused)?;
            unit.keep(&Doer::system(), &bounced).await?;
        }
    }
    unit.commit().await
}

/// What stands in the way of delivery now.
async fn second_look(
    unit: &mut Unit<'_>,
    referral: &domain::referral::Referral,
) -> Result<(Option<Office>, BTreeSet<Problem>), Failure> {
    let head = referral.head();
    let closed = BTreeSet::from([Problem::DestinationClosed]);
    let Some(office) = Office::load(unit.work.as_mut(), head.destination).await? else {
        return Ok((None, closed));
    };
    let restricted = head.flags.contains(&Flag::Restricted);
    if office.can_receive(head.kind, restricted, unit.now).is_err() {
        return Ok((Some(office), closed));
    }
    let own = match head.sender_organisation {
        Some(sender) => Office::load(unit.work.as_mut(), sender)
            .await?
            .map(|sender| sender.own_copy())
            .unwrap_or_default(),
        None => BTreeSet::new(),
    };
    let text = unit.work.referrals().envelope(head.id).await?;
    let envelope = text.and_then(|text| Envelope::read(&text).ok());
    let Some(envelope) = envelope else {
        return Ok((Some(office), BTreeSet::from([Problem::SchemaInvalid])));
    };
    let keys = office.chain()?.addressee_keys();
    let judged =
        RecipientRule::new(&keys, own, restricted, unit.now).judge(&envelope.recipient_kids);
    let problems = match judged {
        Ok(_epoch) => BTreeSet::new(),
        Err(RecipientsRefused::StaleKey { .. }) => BTreeSet::from([Problem::StaleKey]),
        Err(RecipientsRefused::Mismatch { .. }) => BTreeSet::from([Problem::KeyRevoked]),
    };
    Ok((Some(office), problems))
}

/// Deletes drafts 30 days after their last change and keys of idempotency after 7 days; answers how
/// many of each.
///
/// # Errors
/// `Store` alone.
pub async fn delete_outdated(house: &House) -> Result<(u64, u64), Failure> {
    let ctx = house.for_actor(Actor::System);
    let mut unit = Unit::begin(&ctx).await?;
    let now = unit.now;
    let drafts = unit.work.drafts().delete_before(now - DRAFT).await?;
    let keys = unit
        .work
        .idempotency()
        .delete_before(now - IDEMPOTENCY)
        .await?;
    if drafts > 0 {
        let count = drafts.to_string();
        unit.note(
            "draft.purged",
            AuditObject::new("draft", "outdated"),
            Some(&count),
        );
    }
    unit.commit().await?;
    Ok((drafts, keys))
}

/// Gives the events of committed works their places in the feed; answers how many.
///
/// # Errors
/// `Store` alone.
pub async fn publish_events(house: &House) -> Result<u64, Failure> {
    let mut work = house.store.begin().await?;
    let published = work.referral_events().publish(EVENTS_AT_ONCE).await?;
    work.commit().await?;
    Ok(published)
}
