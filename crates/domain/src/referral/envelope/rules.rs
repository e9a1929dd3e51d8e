//! The rules of an envelope that need neither keys nor the directory.

use std::collections::BTreeSet;

use super::{AnnouncedPart, Envelope, EnvelopeFault, EnvelopeRefused, Wire, WirePart};
use crate::ids::{OrganisationId, PartId, ReferralId};
use crate::referral::codes::{Flag, Gate, Kind, PartRole};
use crate::referral::jose::decode_exactly;
use crate::referral::jwe::{MOST_RECIPIENTS, may_have_size};

use EnvelopeFault::{FieldNotAllowed, Malformed};

/// The most files of one referral.
const MOST_ATTACHMENTS: usize = 10;

pub(super) fn check(wire: Wire, signed: String) -> Result<Envelope, EnvelopeRefused> {
    check_facts(&wire)?;
    check_sender(&wire)?;
    check_keys(&wire)?;
    check_roles(&wire)?;
    let Wire {
        v: _,
        id,
        kind,
        gate,
        destination,
        sender_organisation,
        sender_profession,
        urgency,
        topic,
        age_band,
        flags,
        schema: _,
        destination_epoch,
        predecessor,
        reply_key,
        recipient_kids,
        parts,
        envelope_signature,
    } = wire;
    let announced = parts
        .into_iter()
        .enumerate()
        .map(|(at, part)| announced(at, part))
        .collect::<Result<Vec<_>, _>>()?;
    let distinct: BTreeSet<_> = announced.iter().map(|part| part.id).collect();
    if distinct.len() != announced.len() {
        return Err(Malformed.at("/parts"));
    }
    Ok(Envelope {
        id: ReferralId::from_uuid(id.0),
        kind,
        gate,
        destination: OrganisationId::from_uuid(destination.0),
        sender_organisation: sender_organisation.map(|id| OrganisationId::from_uuid(id.0)),
        sender_profession,
        urgency,
        topic,
        age_band,
        flags: flags.into_iter().collect(),
        destination_epoch,
        predecessor: predecessor.map(|id| ReferralId::from_uuid(id.0)),
        reply_key,
        recipient_kids,
        parts: announced,
        signature: envelope_signature,
        signed,
    })
}

/// What the server may know about the matter: little, and for a suspicion report less. *Kita X to
/// youth office Y, urgent, age 0-2, 09:14* is nearly a name in a village.
fn check_facts(wire: &Wire) -> Result<(), EnvelopeRefused> {
    if wire.v != 1 {
        return Err(Malformed.at("/v"));
    }
    // a time-ordered id would show the minute it was written in every address
    if wire.id.0.get_version_num() != 4 {
        return Err(Malformed.at("/id"));
    }
    if !wire.kind.gates().contains(&wire.gate) {
        let closed = crate::referral::gates::GateClosed::OtherKind;
        return Err(EnvelopeFault::GateNotAllowed(closed).at("/gate"));
    }
    if wire.schema != wire.kind.schema() {
        return Err(Malformed.at("/schema"));
    }
    let described = wire.kind == Kind::HelpReferral;
    if !described && wire.topic.is_some() {
        return Err(FieldNotAllowed.at("/topic"));
    }
    if !described && wire.age_band.is_some() {
        return Err(FieldNotAllowed.at("/ageBand"));
    }
    let distinct: BTreeSet<_> = wire.flags.iter().collect();
    if distinct.len() != wire.flags.len() {
        return Err(Malformed.at("/flags"));
    }
    if wire.kind == Kind::ExpertConsultation && !wire.flags.is_empty() {
        return Err(FieldNotAllowed.at("/flags"));
    }
    Ok(())
}

/// An organisation signs; only people who ask for themselves or report as citizens may have none.
fn check_sender(wire: &Wire) -> Result<(), EnvelopeRefused> {
    if wire.sender_organisation.is_some() {
        if wire.envelope_signature.is_none() {
            return Err(EnvelopeFault::SignatureInvalid.at("/envelopeSignature"));
        }
        if wire.reply_key.is_some() {
            return Err(FieldNotAllowed.at("/replyKey"));
        }
        if wire.flags.contains(&Flag::Anonymous) {
            return Err(FieldNotAllowed.at("/flags"));
        }
        return Ok(());
    }
    if wire.kind != Kind::SelfReferral && wire.gate != Gate::Citizen {
        return Err(Malformed.at("/senderOrganisation"));
    }
    if wire.envelope_signature.is_some() {
        return Err(EnvelopeFault::SignatureInvalid.at("/envelopeSignature"));
    }
    Ok(())
}

fn check_keys(wire: &Wire) -> Result<(), EnvelopeRefused> {
    if wire.destination_epoch == 0 {
        return Err(Malformed.at("/destinationEpoch"));
    }
    let distinct: BTreeSet<_> = wire.recipient_kids.iter().collect();
    let count = wire.recipient_kids.len();
    if count == 0 || count > MOST_RECIPIENTS || distinct.len() != count {
        return Err(Malformed.at("/recipientKids"));
    }
    Ok(())
}

/// Exactly one matter and one manifest; consent where consent is the gate; messages, feedback and
/// decisions join later and never stand in an envelope.
fn check_roles(wire: &Wire) -> Result<(), EnvelopeRefused> {
    let count = |role| wire.parts.iter().filter(|part| part.role == role).count();
    for (at, part) in wire.parts.iter().enumerate() {
        let allowed = match part.role {
            PartRole::Manifest | PartRole::Consent => true,
            PartRole::Attachment => wire.kind != Kind::ExpertConsultation,
            PartRole::Conflict => wire.flags.contains(&Flag::Restricted),
            PartRole::Report | PartRole::Help | PartRole::SelfStory | PartRole::Consultation => {
                part.role == wire.kind.main_part()
            }
            PartRole::Message | PartRole::Feedback | PartRole::Decision => false,
        };
        if !allowed {
            return Err(FieldNotAllowed.at(format!("/parts/{at}/role")));
        }
    }
    let consent_is_the_gate = wire.gate == Gate::Consent;
    let complete = count(wire.kind.main_part()) == 1
        && count(PartRole::Manifest) == 1
        && count(PartRole::Consent) <= 1
        && (!consent_is_the_gate || count(PartRole::Consent) == 1)
        && count(PartRole::Conflict) <= 1
        && count(PartRole::Attachment) <= MOST_ATTACHMENTS;
    if complete {
        Ok(())
    } else {
        Err(Malformed.at("/parts"))
    }
}

fn announced(at: usize, part: WirePart) -> Result<AnnouncedPart, EnvelopeRefused> {
    let WirePart {
        id,
        role,
        tag,
        stream_digest,
        padded_size,
    } = part;
    let malformed = |member: &str| Malformed.at(format!("/parts/{at}/{member}"));
    let is_file = role == PartRole::Attachment;
    let tag = match (is_file, tag, stream_digest) {
        (false, Some(tag), None) if decode_exactly::<16>(&tag).is_some() => tag,
        (true, None, Some(digest)) if decode_exactly::<32>(&digest).is_some() => digest,
        (false, _, _) => return Err(malformed("tag")),
        (true, _, _) => return Err(malformed("streamDigest")),
    };
    let fits = if is_file {
        is_file_size(padded_size)
    } else {
        may_have_size(role, padded_size)
    };
    if !fits {
        return Err(malformed("paddedSize"));
    }
    Ok(AnnouncedPart {
        id: PartId::from_uuid(id.0),
        role,
        tag,
        padded_size,
    })
}

/// Whether a file can be padded to so many bytes (`referral.md` 6.1): 64 KiB doubled up to four
/// times, then whole mebibytes up to 20.
fn is_file_size(bytes: u32) -> bool {
    const MIB: u32 = 1_048_576;
    matches!(bytes, 65_536 | 131_072 | 262_144 | 524_288)
        || (bytes.is_multiple_of(MIB) && (MIB..=20 * MIB).contains(&bytes))
}
