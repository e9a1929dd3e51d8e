//! Granting an organisation's keys to members and to the sheet, and showing that they open.

use domain::audit::AuditObject;
use domain::referral::jose::decode_exactly;
use domain::referral::keys::{GrantContext, GrantTarget, KeyGrant, check_grant};

use super::{counted, may_manage, member, own_office};
use crate::referral::{Office, Refused, RefusedCode, Unit};
use crate::{Context, Failure};

/// Takes a grant of one epoch's keys, sealed to a member's certified key or to a recovery sheet.
/// `proof_digest` is SHA-256 of the proof inside, 43 characters of base64url.
///
/// # Errors
/// `Unauthenticated`, `Forbidden`; `Refused` with `grant-invalid`, `key-missing` or `chain-broken`.
pub async fn post_grant(
    ctx: &Context,
    target: GrantTarget,
    epoch: u32,
    grant: &str,
    proof_digest: &str,
) -> Result<KeyGrant, Failure> {
    let outcome = post(ctx, target, epoch, grant, proof_digest).await;
    counted(ctx, "key.granted", outcome).await
}

async fn post(
    ctx: &Context,
    target: GrantTarget,
    epoch: u32,
    grant: &str,
    proof_digest: &str,
) -> Result<KeyGrant, Failure> {
    let member = member(ctx)?;
    let mut unit = Unit::begin(ctx).await?;
    let office = own_office(&mut unit, member).await?;
    if !may_manage(&office, member, unit.now) {
        return Err(Failure::Forbidden);
    }
    let invalid = |why: &str| Refused::new(RefusedCode::GrantInvalid).because(why);
    let proof_digest = decode_exactly(proof_digest)
        .ok_or_else(|| invalid("a digest has 43 characters of base64url").at("/proofDigest"))?;
    if !office
        .chain()?
        .announcements()
        .iter()
        .any(|link| link.epoch == epoch)
    {
        return Err(invalid("there is no such epoch").at("/epoch").into());
    }
    let kid = target_kid(&office, target, unit.now)
        .ok_or_else(|| Refused::new(RefusedCode::KeyMissing).at("/member"))?;
    let context = GrantContext {
        organisation: office.id(),
        epoch,
        target,
        granter: member.member,
        kid: &kid,
    };
    check_grant(grant, &context).map_err(|refused| Refused::from(refused).at("/grant"))?;
    let grant = KeyGrant {
        organisation: office.id(),
        epoch,
        target,
        granter: member.member,
        grant: grant.to_owned(),
        proof_digest,
        posted_at: unit.now,
        proved_at: None,
        ended_at: None,
    };
    unit.work.keys().save_grant(&grant).await?;
    let object = AuditObject::new("grant", format!("{epoch}:{target}"));
    unit.note("key.granted", object, None);
    unit.commit().await?;
    Ok(grant)
}

/// The name of the key a grant for this target is sealed to.
fn target_kid(
    office: &Office,
    target: GrantTarget,
    now: chrono::DateTime<chrono::Utc>,
) -> Option<domain::referral::jose::Kid> {
    match target {
        GrantTarget::Member(member) => {
            let stored = office.certificate_of(member, now)?;
            Some(stored.certificate.encryption.kid())
        }
        GrantTarget::Sheet(number) => office
            .sheets
            .iter()
            .find(|sheet| sheet.number == number && sheet.voided_at.is_none())
            .map(|sheet| sheet.key.kid()),
    }
}

/// Shows that the actor's own grant of an epoch really opens: `proof` is what was found inside.
///
/// # Errors
/// `Unauthenticated`, `NotFound` without such a grant; `Refused` with `grant-invalid`.
pub async fn prove_grant(ctx: &Context, epoch: u32, proof: &str) -> Result<KeyGrant, Failure> {
    let outcome = prove(ctx, epoch, proof).await;
    counted(ctx, "key.proved", outcome).await
}

async fn prove(ctx: &Context, epoch: u32, proof: &str) -> Result<KeyGrant, Failure> {
    let member = member(ctx)?;
    let mut unit = Unit::begin(ctx).await?;
    let target = GrantTarget::Member(member.member);
    let grant = proved(&mut unit, member.organisation, target, epoch, proof).await?;
    unit.commit().await?;
    Ok(grant)
}

/// Keeps that a grant was opened.
pub(super) async fn proved(
    unit: &mut Unit<'_>,
    organisation: domain::ids::OrganisationId,
    target: GrantTarget,
    epoch: u32,
    proof: &str,
) -> Result<KeyGrant, Failure> {
    let grants = unit.work.keys().grants_for(organisation, target).await?;
    let grant = grants
        .into_iter()
        .find(|grant| grant.epoch == epoch)
        .ok_or(Failure::NotFound)?;
    if !grant.is_proved_by(proof) {
        return Err(Refused::new(RefusedCode::GrantInvalid)
            .because("the proof is not the one inside the grant")
            .at("/proof")
            .into());
    }
    let grant = KeyGrant {
        proved_at: Some(unit.now),
        ..grant
    };
    unit.work.keys().save_grant(&grant).await?;
    let object = AuditObject::new("grant", format!("{epoch}:{target}"));
    unit.note("key.proved", object, None);
    Ok(grant)
}

/// The grants that the actor can open, by epoch.
///
/// # Errors
/// `Unauthenticated`.
pub async fn my_grants(ctx: &Context) -> Result<Vec<KeyGrant>, Failure> {
    let member = member(ctx)?;
    let mut work = ctx.store.read_newest().await?;
    let target = GrantTarget::Member(member.member);
    Ok(work.keys().grants_for(member.organisation, target).await?)
}
