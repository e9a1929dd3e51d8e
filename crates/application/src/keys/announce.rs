//! Announcing the keys of an organisation, the first and every next.

use chrono::TimeDelta;
use domain::audit::AuditObject;
use domain::referral::keys::{Chain, ChainBroken, ChainFault, Link};

use super::{counted, may_manage, member, own_office};
use crate::referral::{Refused, RefusedCode, Unit};
use crate::{Context, Failure};

/// How far the clock of a browser may be ahead.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(5);

/// Announces the next key of the actor's organisation. The first one is announced by a lead (in a
/// one-person body by its member), every next one by a holder. `proof` comes exactly where the
/// signing key changed. Answers the epoch.
///
/// # Errors
/// `Unauthenticated`, `Forbidden`; `Refused` with `chain-broken`.
pub async fn announce_organisation_key(
    ctx: &Context,
    announcement: &str,
    proof: Option<&str>,
) -> Result<u32, Failure> {
    let outcome = announce(ctx, announcement, proof).await;
    counted(ctx, "key.announced", outcome).await
}

async fn announce(ctx: &Context, announcement: &str, proof: Option<&str>) -> Result<u32, Failure> {
    let member = member(ctx)?;
    let mut unit = Unit::begin(ctx).await?;
    let office = own_office(&mut unit, member).await?;
    if !may_manage(&office, member, unit.now) {
        return Err(Failure::Forbidden);
    }
    let link = Link {
        announcement: announcement.to_owned(),
        proof: proof.map(str::to_owned),
    };
    let organisation = office.id();
    let chain = if office.links.is_empty() {
        Chain::walk(organisation, std::slice::from_ref(&link))
    } else {
        office.chain()?.clone().followed_by(&link)
    }
    .map_err(in_announcement)?;
    let newest = chain.newest();
    let epoch = newest.epoch;
    if newest.issued_at > unit.now + CLOCKS_DIFFER || !chain.is_current(unit.now) {
        let broken = ChainBroken {
            epoch,
            fault: ChainFault::Dates,
        };
        return Err(in_announcement(broken).into());
    }
    let appended = unit
        .work
        .keys()
        .append_link(organisation, epoch, &link, unit.now)
        .await?;
    if !appended {
        return Err(Refused::new(RefusedCode::ChainBroken)
            .because("somebody announced this epoch in between")
            .at("/announcement")
            .into());
    }
    let object = AuditObject::new("organisation", organisation);
    unit.note("key.announced", object, Some(&epoch.to_string()));
    unit.commit().await?;
    Ok(epoch)
}

fn in_announcement(broken: ChainBroken) -> Refused {
    Refused::from(broken).at("/announcement")
}
