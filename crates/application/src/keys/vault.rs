//! A member's own private keys, sealed under a passphrase the server never sees.

use domain::audit::AuditObject;
use domain::referral::keys::Vault;

use super::{counted, member};
use crate::referral::{Refused, RefusedCode, Unit};
use crate::{Context, Failure};

/// Saves the actor's vault, byte for byte. A changed passphrase keeps the keys inside; other keys
/// have to be certified and granted anew by a holder.
///
/// # Errors
/// `Unauthenticated`; `Refused` with `vault-invalid`.
pub async fn save_vault(ctx: &Context, text: &str) -> Result<Vault, Failure> {
    let outcome = save(ctx, text).await;
    counted(ctx, "key.vault_saved", outcome).await
}

async fn save(ctx: &Context, text: &str) -> Result<Vault, Failure> {
    let member = member(ctx)?;
    let vault = Vault::read(text).map_err(|refused| {
        Refused::new(RefusedCode::VaultInvalid)
            .because(refused)
            .at("/vault")
    })?;
    let mut unit = Unit::begin(ctx).await?;
    unit.work
        .keys()
        .save_vault(member.member, &vault, unit.now)
        .await?;
    unit.note(
        "key.vault_saved",
        AuditObject::new("member", member.member),
        None,
    );
    unit.commit().await?;
    Ok(vault)
}

/// The actor's vault.
///
/// # Errors
/// `Unauthenticated`.
pub async fn my_vault(ctx: &Context) -> Result<Option<Vault>, Failure> {
    let member = member(ctx)?;
    let mut work = ctx.store.read_newest().await?;
    Ok(work.keys().vault(member.member).await?)
}
