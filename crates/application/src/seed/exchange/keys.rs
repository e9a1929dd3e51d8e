//! The acts about keys. Each first looks whether it was done, so that a seed that was cut off goes on
//! where it stopped, and what a person has changed since is left alone.

use domain::access::Member;
use domain::ids::OrganisationId;
use domain::referral::jose::P256Key;
use domain::referral::keys::{GrantTarget, KeyGrant};
use domain::store::Work;

use super::{ActEntry, Deed, KeyDeed};
use crate::keys as exchange;
use crate::{Context, Failure};

/// Whether an organisation of the demo has keys that are not the published ones: then somebody tried
/// the product on this database, and the demo's own exchange has no place in it.
pub(super) async fn has_others(
    work: &mut dyn Work,
    organisation: OrganisationId,
    acts: &[ActEntry],
) -> Result<bool, Failure> {
    let links = work.keys().links(organisation).await?;
    let published = |announced: &str| {
        acts.iter().any(|act| {
            matches!(&act.does, Deed::Keys(KeyDeed::AnnounceKey { announcement })
                if announcement == announced)
        })
    };
    Ok(links
        .first()
        .is_some_and(|link| !published(&link.announcement)))
}

/// Does one act; answers whether there was something to do.
pub(super) async fn act(ctx: &Context, member: &Member, deed: &KeyDeed) -> Result<bool, Failure> {
    if is_done(ctx, member, deed).await? {
        return Ok(false);
    }
    match deed {
        KeyDeed::SaveVault { vault } => {
            exchange::save_vault(ctx, vault).await?;
        }
        KeyDeed::AnnounceKey { announcement } => {
            exchange::announce_organisation_key(ctx, announcement, None).await?;
        }
        KeyDeed::Certify { certificate } => {
            exchange::certify_member(ctx, certificate).await?;
        }
        KeyDeed::PrintSheet { number, jwk } => {
            let key = serde_json::from_str(jwk)
                .ok()
                .and_then(|jwk| P256Key::from_jwk(&jwk))
                .ok_or_else(|| Failure::invalid("jwk", "a public key of P-256"))?;
            exchange::register_recovery_sheet(ctx, *number, key).await?;
        }
        KeyDeed::Grant {
            to,
            epoch,
            grant,
            proof_digest,
        } => {
            exchange::post_grant(ctx, *to, *epoch, grant, proof_digest).await?;
        }
        KeyDeed::Endorse { endorsement } => {
            exchange::endorse_organisation(ctx, endorsement).await?;
        }
        KeyDeed::Prove { epoch, proof } => {
            exchange::prove_grant(ctx, *epoch, proof).await?;
        }
        KeyDeed::TrySheet { number, proof } => {
            exchange::verify_recovery_sheet(ctx, *number, proof).await?;
        }
    }
    Ok(true)
}

async fn is_done(ctx: &Context, member: &Member, deed: &KeyDeed) -> Result<bool, Failure> {
    let mut work = ctx.store.read_newest().await?;
    let own = member.organisation;
    Ok(match deed {
        KeyDeed::SaveVault { .. } => work.keys().vault(member.member).await?.is_some(),
        KeyDeed::AnnounceKey { .. } => !work.keys().links(own).await?.is_empty(),
        KeyDeed::Certify { certificate } => {
            let known = work.keys().certificates(own).await?;
            known.iter().any(|one| one.token == *certificate)
        }
        KeyDeed::PrintSheet { number, .. } => {
            let sheets = work.keys().sheets(own).await?;
            sheets.iter().any(|sheet| sheet.number == *number)
        }
        KeyDeed::Grant { to, epoch, .. } => grant(work.as_mut(), own, *to, *epoch).await?.is_some(),
        // the use case takes the same endorsement twice and keeps it once
        KeyDeed::Endorse { .. } => false,
        KeyDeed::Prove { epoch, .. } => {
            let target = GrantTarget::Member(member.member);
            let found = grant(work.as_mut(), own, target, *epoch).await?;
            found.is_some_and(|grant| grant.proved_at.is_some())
        }
        KeyDeed::TrySheet { number, .. } => {
            let sheets = work.keys().sheets(own).await?;
            sheets
                .iter()
                .any(|sheet| sheet.number == *number && sheet.verified_at.is_some())
        }
    })
}

async fn grant(
    work: &mut dyn Work,
    organisation: OrganisationId,
    target: GrantTarget,
    epoch: u32,
) -> Result<Option<KeyGrant>, Failure> {
    let grants = work.keys().grants_for(organisation, target).await?;
    Ok(grants.into_iter().find(|grant| grant.epoch == epoch))
}
