//! A verifying body vouches for the first signing key of an organisation.

use domain::access::Role;
use domain::audit::AuditObject;
use domain::ids::OrganisationId;
use domain::referral::keys::Endorsement;

use super::{counted, member, own_office};
use crate::referral::{Office, Refused, RefusedCode, Unit};
use crate::{Context, Failure};

/// Takes an endorsement, signed with the signing key of the actor's organisation, of another
/// organisation's first signing key. Answers whom it vouches for.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` for who is no verifier; `Refused` with `endorsement-invalid` or
/// `chain-broken`.
pub async fn endorse_organisation(ctx: &Context, token: &str) -> Result<OrganisationId, Failure> {
    let outcome = endorse(ctx, token).await;
    counted(ctx, "key.endorsed", outcome).await
}

async fn endorse(ctx: &Context, token: &str) -> Result<OrganisationId, Failure> {
    let member = member(ctx)?;
    if !ctx.actor.has(Role::Verifier) {
        return Err(Failure::Forbidden);
    }
    let mut unit = Unit::begin(ctx).await?;
    let body = own_office(&mut unit, member).await?;
    let invalid = |why: &str| {
        Refused::new(RefusedCode::EndorsementInvalid)
            .because(why)
            .at("/endorsement")
    };
    let found = Endorsement::read(token, body.id(), &body.chain()?.newest().osk)
        .map_err(|refused| invalid(&refused.to_string()))?;
    let office = Office::load(unit.work.as_mut(), found.organisation)
        .await?
        .ok_or_else(|| invalid("there is no such organisation"))?;
    if !found.is_about(office.chain()?) {
        return Err(invalid("the endorsement is about another key").into());
    }
    let organisation = office.id();
    if !office.endorsements.iter().any(|known| known == token) {
        unit.work
            .keys()
            .insert_endorsement(organisation, token, unit.now)
            .await?;
        let object = AuditObject::new("organisation", organisation);
        unit.note("key.endorsed", object, Some(found.method.as_str()));
    }
    unit.commit().await?;
    Ok(organisation)
}
