//! May this session send for its organisation, and is the envelope its own?

use chrono::{DateTime, Utc};
use domain::access::Member;
use domain::referral::Kind;
use domain::referral::envelope::Envelope;
use domain::store::Work;

use super::office::Office;
use super::refused::{Refused, RefusedCode};
use crate::Failure;

/// Everything that must hold of the sender: the envelope is of the own organisation, which can send;
/// it is signed with the certified key of this very member; its legal gate is open.
pub(super) async fn check_sender(
    work: &mut dyn Work,
    member: &Member,
    envelope: &Envelope,
    now: DateTime<Utc>,
) -> Result<Office, Failure> {
    if !Kind::OFFERED.contains(&envelope.kind) {
        return Err(Refused::new(RefusedCode::KindNotOffered)
            .at("/envelope/kind")
            .into());
    }
    if envelope.sender_organisation != Some(member.organisation) {
        return Err(Failure::Forbidden);
    }
    let office = super::office::own_office(work, member).await?;
    let chain = office.can_send(now)?;
    let invalid = || Refused::new(RefusedCode::SignatureInvalid).at("/envelope/envelopeSignature");
    let kid = envelope
        .signing_kid()
        .map_err(Refused::from)?
        .ok_or_else(invalid)?;
    let certificate = work
        .keys()
        .certificate_by_signing_kid(member.organisation, &kid)
        .await?
        .filter(|stored| stored.certificate.member == member.member && stored.is_good(chain, now))
        .ok_or_else(invalid)?;
    envelope
        .verify(&certificate.certificate.signing)
        .map_err(Refused::from)?;
    envelope
        .check_gate(Some(office.marks()))
        .map_err(Refused::from)?;
    Ok(office)
}
