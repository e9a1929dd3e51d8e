//! The recovery sheet: a key pair whose private half is on paper.

use domain::audit::AuditObject;
use domain::referral::jose::P256Key;
use domain::referral::keys::{GrantTarget, RecoverySheet};

use super::grants::proved;
use super::{counted, may_manage, member, own_office};
use crate::referral::{Refused, RefusedCode, Unit};
use crate::{Context, Failure};

/// Registers the public half of a sheet that is printed in this session. Its number is the next one
/// of the organisation. A sheet before it stays good until the new one is verified.
///
/// # Errors
/// `Unauthenticated`, `Forbidden`; `Refused` with `grant-invalid` for a number that is not the next,
/// or a key that another sheet has.
pub async fn register_recovery_sheet(
    ctx: &Context,
    number: u32,
    key: P256Key,
) -> Result<RecoverySheet, Failure> {
    let outcome = register(ctx, number, key).await;
    counted(ctx, "key.sheet_printed", outcome).await
}

async fn register(ctx: &Context, number: u32, key: P256Key) -> Result<RecoverySheet, Failure> {
    let member = member(ctx)?;
    let mut unit = Unit::begin(ctx).await?;
    let office = own_office(&mut unit, member).await?;
    if !may_manage(&office, member, unit.now) {
        return Err(Failure::Forbidden);
    }
    let next = office
        .sheets
        .iter()
        .map(|sheet| sheet.number)
        .max()
        .unwrap_or(0)
        + 1;
    let known = office.sheets.iter().any(|sheet| sheet.key == key);
    if number != next || known {
        return Err(Refused::new(RefusedCode::GrantInvalid)
            .because("a new sheet has the next number and a key of its own")
            .at("/no")
            .into());
    }
    let sheet = RecoverySheet {
        organisation: office.id(),
        number,
        key,
        printed_in: member.session,
        printed_at: unit.now,
        verified_at: None,
        voided_at: None,
    };
    unit.work.keys().save_sheet(&sheet).await?;
    let object = AuditObject::new("sheet", number);
    unit.note("key.sheet_printed", object, None);
    unit.commit().await?;
    Ok(sheet)
}

/// Shows that a sheet was typed in whole and opened its grant of the newest epoch, in another session
/// than the one that printed it. Sheets before it are replaced by it.
///
/// # Errors
/// `Unauthenticated`; `NotFound` without such a sheet or grant; `Forbidden` in the session that
/// printed it; `Refused` with `grant-invalid`.
pub async fn verify_recovery_sheet(
    ctx: &Context,
    number: u32,
    proof: &str,
) -> Result<RecoverySheet, Failure> {
    let outcome = verify(ctx, number, proof).await;
    counted(ctx, "key.sheet_verified", outcome).await
}

async fn verify(ctx: &Context, number: u32, proof: &str) -> Result<RecoverySheet, Failure> {
    let member = member(ctx)?;
    let mut unit = Unit::begin(ctx).await?;
    let office = own_office(&mut unit, member).await?;
    let sheet = office
        .sheets
        .iter()
        .find(|sheet| sheet.number == number)
        .ok_or(Failure::NotFound)?;
    if !sheet.can_be_verified_in(member.session) {
        return Err(Failure::Forbidden);
    }
    let epoch = office.chain()?.newest().epoch;
    let target = GrantTarget::Sheet(number);
    proved(&mut unit, office.id(), target, epoch, proof).await?;
    let verified = RecoverySheet {
        verified_at: Some(unit.now),
        ..sheet.clone()
    };
    unit.work.keys().save_sheet(&verified).await?;
    for older in &office.sheets {
        if older.number < number && older.voided_at.is_none() {
            let voided = RecoverySheet {
                voided_at: Some(unit.now),
                ..older.clone()
            };
            unit.work.keys().save_sheet(&voided).await?;
        }
    }
    let object = AuditObject::new("sheet", number);
    unit.note("key.sheet_verified", object, None);
    unit.commit().await?;
    Ok(verified)
}
