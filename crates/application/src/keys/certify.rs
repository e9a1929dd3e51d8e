//! A holder certifies the keys of a colleague.

use domain::audit::AuditObject;
use domain::referral::keys::{Certificate, StoredCertificate};

use super::{counted, may_manage, member, own_office};
use crate::referral::{Refused, RefusedCode, Unit};
use crate::{Context, Failure};

/// Takes a certificate for a member of the actor's organisation, signed with its newest signing key,
/// and ends the member's certificates before it. The first holder certifies themself.
///
/// # Errors
/// `Unauthenticated`, `Forbidden`; `Refused` with `certificate-invalid` or `chain-broken`.
pub async fn certify_member(ctx: &Context, token: &str) -> Result<Certificate, Failure> {
    let outcome = certify(ctx, token).await;
    counted(ctx, "key.certified", outcome).await
}

async fn certify(ctx: &Context, token: &str) -> Result<Certificate, Failure> {
    let member = member(ctx)?;
    let mut unit = Unit::begin(ctx).await?;
    let office = own_office(&mut unit, member).await?;
    if !may_manage(&office, member, unit.now) {
        return Err(Failure::Forbidden);
    }
    let chain = office.chain()?;
    let certificate = Certificate::read(token, chain)
        .map_err(|refused| Refused::from(refused).at("/certificate"))?;
    let invalid = |why: &str| {
        Refused::new(RefusedCode::CertificateInvalid)
            .because(why)
            .at("/certificate")
    };
    if certificate.certified_by != chain.newest().osk.kid() {
        return Err(invalid("it is signed with a key that was replaced").into());
    }
    if !office
        .memberships
        .iter()
        .any(|one| one.id == certificate.member)
    {
        return Err(invalid("it is for nobody of this organisation").into());
    }
    let stored = StoredCertificate {
        token: token.to_owned(),
        certificate: certificate.clone(),
        revoked_at: None,
    };
    unit.work
        .keys()
        .insert_certificate(office.id(), &stored, unit.now)
        .await?;
    let object = AuditObject::new("member", certificate.member);
    unit.note("key.certified", object, Some(certificate.role.as_str()));
    unit.commit().await?;
    Ok(certificate)
}
