//! Doing the acts again: as the person, at the instant, in the order they were told in.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::access::{Actor, Member};
use domain::ids::{ReferralId, SessionId, imported};
use domain::referral::idempotency::{Fingerprint, Scope};
use domain::time::Clock;

use super::{ActEntry, Deed, ExchangeFile, keys, referrals};
use crate::referral::Once;
use crate::{Context, Failure};

/// A clock that stands.
struct Standing(DateTime<Utc>);

impl Clock for Standing {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// Does what was not done yet; answers how many acts that were.
///
/// # Errors
/// `Invalid` for an act of somebody who is no member; what a use case refuses.
pub(in crate::seed) async fn play(ctx: &Context, file: &ExchangeFile) -> Result<usize, Failure> {
    let people = people(ctx, file).await?;
    if is_over(ctx, &file.acts).await? || met_others(ctx, &people, &file.acts).await? {
        return Ok(0);
    }
    let mut done = 0;
    for (number, act) in file.acts.iter().enumerate() {
        let Some(member) = people.get(act.login.as_str()) else {
            return Err(Failure::invalid("as", "a login of data/demo/accounts.toml"));
        };
        // every act in a session of its own: a sheet is tried in another one than it was printed in
        let member = Member {
            session: SessionId::from_uuid(imported("seed", "session", &number.to_string())),
            ..member.clone()
        };
        let mut then = ctx.for_actor(Actor::Member(member.clone()));
        then.house.clock = Arc::new(Standing(act.at));
        let new = match &act.does {
            Deed::Keys(deed) => keys::act(&then, &member, deed).await?,
            Deed::Referral(deed) => referrals::act(&then, once(&then, number)?, deed).await?,
        };
        done += usize::from(new);
    }
    Ok(done)
}

/// The acts end with the newest referral: once it is there, everything is.
async fn is_over(ctx: &Context, acts: &[ActEntry]) -> Result<bool, Failure> {
    let Some(newest) = acts.iter().rev().find_map(referral_of) else {
        return Ok(false);
    };
    let mut work = ctx.store.read_newest().await?;
    Ok(work.referrals().find(newest).await?.is_some())
}

const fn referral_of(act: &ActEntry) -> Option<ReferralId> {
    match &act.does {
        Deed::Referral(deed) => Some(deed.referral()),
        Deed::Keys(_) => None,
    }
}

async fn met_others(
    ctx: &Context,
    people: &BTreeMap<&str, Member>,
    acts: &[ActEntry],
) -> Result<bool, Failure> {
    let mut work = ctx.store.read_newest().await?;
    for member in people.values() {
        if keys::has_others(work.as_mut(), member.organisation, acts).await? {
            tracing::warn!(
                organisation = %member.organisation,
                "an organisation of the demo has keys of its own: the published keys and referrals are left out"
            );
            return Ok(true);
        }
    }
    Ok(false)
}

/// Everybody who acts.
async fn people<'a>(
    ctx: &Context,
    file: &'a ExchangeFile,
) -> Result<BTreeMap<&'a str, Member>, Failure> {
    let mut work = ctx.store.read_newest().await?;
    let mut people = BTreeMap::new();
    for act in &file.acts {
        if people.contains_key(act.login.as_str()) {
            continue;
        }
        let Some(account) = work.accounts().by_login(&act.login).await? else {
            continue;
        };
        let Some(membership) = work.memberships().of_account(account.id).await?.pop() else {
            continue;
        };
        let Some(organisation) = work.organisations().find(membership.organisation).await? else {
            continue;
        };
        let member = Member {
            account: account.id,
            member: membership.id,
            organisation: organisation.id,
            organisation_kind: organisation.kind.to_string(),
            district: organisation.district,
            session: SessionId::from_uuid(imported("seed", "session", "")),
            roles: membership.roles,
        };
        people.insert(act.login.as_str(), member);
    }
    Ok(people)
}

fn once(ctx: &Context, number: usize) -> Result<Once, Failure> {
    let scope = Scope::of(&ctx.actor, "SEED", "demo").ok_or(Failure::Unauthenticated)?;
    let name = number.to_string();
    Ok(Once {
        scope,
        key: imported("seed", "act", &name)
            .to_string()
            .parse()
            .map_err(|_never| Failure::invalid("act", "a number"))?,
        fingerprint: Fingerprint::of_rest("SEED", "demo", name.as_bytes()),
    })
}
