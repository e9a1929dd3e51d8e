//! Drafts on the server, sealed to their author's own member key: nobody else lists them.

use domain::access::Member;
use domain::audit::AuditObject;
use domain::ids::ReferralId;
use domain::referral::jose::decode;
use domain::referral::jwe::inspect_draft;
use domain::referral::policy;
use domain::referral::records::Draft;
use serde_json::Value;
use uuid::Uuid;

use super::refused::{Refused, RefusedCode};
use super::unit::{Unit, counting_denied};
use crate::error::Enforce;
use crate::{Context, Failure};

/// The most drafts one author keeps.
const MOST_DRAFTS: usize = 50;

/// The actor's drafts, last changed first.
///
/// # Errors
/// `Unauthenticated`.
pub async fn drafts(ctx: &Context) -> Result<Vec<Draft>, Failure> {
    let member = author(ctx)?;
    let mut work = ctx.store.read_newest().await?;
    Ok(work.drafts().of_author(member.member).await?)
}

/// Saves a draft: one JWE, sealed to the author's own member key alone. Without an id it is saved
/// under the one that the JWE names, which the referral will have.
///
/// # Errors
/// `Unauthenticated`, `Forbidden`; `Refused` with a code of the profile, or `key-missing` without a
/// vault; `Invalid` for the 51st draft.
pub async fn save_draft(
    ctx: &Context,
    id: Option<ReferralId>,
    jwe: &str,
) -> Result<Draft, Failure> {
    let id = match id {
        Some(id) => id,
        None => named_id(jwe).ok_or_else(|| Refused::new(RefusedCode::JweMalformed).at("/jwe"))?,
    };
    let outcome = save_once(ctx, id, jwe).await;
    counting_denied(ctx, "draft.saved", AuditObject::new("draft", id), outcome).await
}

async fn save_once(ctx: &Context, id: ReferralId, jwe: &str) -> Result<Draft, Failure> {
    let member = author(ctx)?;
    policy::may_send(&ctx.actor).enforce()?;
    let mut unit = Unit::begin(ctx).await?;
    let vault = unit
        .work
        .keys()
        .vault(member.member)
        .await?
        .ok_or_else(|| Refused::new(RefusedCode::KeyMissing))?;
    inspect_draft(jwe, id.as_uuid(), &vault.enc_kid)
        .map_err(|refused| Refused::from(refused).at("/jwe"))?;
    let known = unit.work.drafts().of_author(member.member).await?;
    if known.len() >= MOST_DRAFTS && known.iter().all(|draft| draft.id != id) {
        return Err(Failure::invalid(
            "jwe",
            "at most 50 drafts; delete one first",
        ));
    }
    let draft = Draft {
        id,
        author: member.member,
        jwe: jwe.to_owned(),
        changed_at: unit.now,
    };
    unit.work.drafts().save(&draft).await?;
    unit.note("draft.saved", AuditObject::new("draft", id), None);
    unit.commit().await?;
    Ok(draft)
}

/// Deletes a draft of the actor.
///
/// # Errors
/// `Unauthenticated`, `NotFound`.
pub async fn delete_draft(ctx: &Context, id: ReferralId) -> Result<(), Failure> {
    let outcome = delete_once(ctx, id).await;
    let object = AuditObject::new("draft", id);
    counting_denied(ctx, "draft.deleted", object, outcome).await
}

async fn delete_once(ctx: &Context, id: ReferralId) -> Result<(), Failure> {
    let member = author(ctx)?;
    let mut unit = Unit::begin(ctx).await?;
    if !unit.work.drafts().delete(member.member, id).await? {
        return Err(Failure::NotFound);
    }
    unit.note("draft.deleted", AuditObject::new("draft", id), None);
    unit.commit().await
}

fn author(ctx: &Context) -> Result<&Member, Failure> {
    ctx.actor.member().ok_or(Failure::Unauthenticated)
}

/// The id a draft names in its header; whether the header holds is checked next.
fn named_id(jwe: &str) -> Option<ReferralId> {
    let outside: Value = serde_json::from_str(jwe).ok()?;
    let header = decode(outside.get("protected")?.as_str()?)?;
    let header: Value = serde_json::from_slice(&header).ok()?;
    let id = Uuid::try_parse(header.get("draft")?.as_str()?).ok()?;
    Some(ReferralId::from_uuid(id))
}
