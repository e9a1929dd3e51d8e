//! The keys of organisations and members: announcing, vouching, certifying, granting, keeping
//! (`referral.md` 7). The server checks every token and can open nothing.

mod announce;
mod announced;
mod certify;
mod endorse;
mod grants;
mod members;
mod sheets;
mod vault;

pub use announce::announce_organisation_key;
pub use announced::organisations_with_keys;
pub use certify::certify_member;
pub use endorse::endorse_organisation;
pub use grants::{my_grants, post_grant, prove_grant};
pub use members::{
    MemberCard, MemberKeys, OrganisationKeys, SheetKeys, key_health, organisation_members,
};
pub use sheets::{register_recovery_sheet, verify_recovery_sheet};
pub use vault::{my_vault, save_vault};

use domain::access::{Member, Role};

use crate::referral::{Office, Unit, counting_denied};
use crate::{Context, Failure};
use domain::audit::AuditObject;

/// The signed-in member.
fn member(ctx: &Context) -> Result<&Member, Failure> {
    ctx.actor.member().ok_or(Failure::Unauthenticated)
}

/// The actor's own organisation with its keys.
async fn own_office(unit: &mut Unit<'_>, member: &Member) -> Result<Office, Failure> {
    Office::load(unit.work.as_mut(), member.organisation)
        .await?
        .ok_or(Failure::NotFound)
}

/// Whether the actor manages the organisation's keys: a holder; before there is one, a lead, or the
/// one member of a one-person body.
fn may_manage(office: &Office, member: &Member, now: chrono::DateTime<chrono::Utc>) -> bool {
    if office.has_holder(now) {
        return office.is_holder(member.member, now);
    }
    member.roles.contains(&Role::Lead) || office.memberships.len() == 1
}

/// Counts an attempt that was refused to the actor.
async fn counted<T>(
    ctx: &Context,
    action: &str,
    outcome: Result<T, Failure>,
) -> Result<T, Failure> {
    let id = ctx.actor.member().map_or_else(
        || "none".to_owned(),
        |member| member.organisation.to_string(),
    );
    counting_denied(ctx, action, AuditObject::new("organisation", id), outcome).await
}
