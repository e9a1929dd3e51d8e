//! The envelope (`referral.md` 4): what the server reads, signed by the sender.
//!
//! It is closed: a member nobody knows is refused, and so is a fact the server must not know. It is
//! kept as it came, byte for byte; its signature is over its canonical form.

mod rules;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;

use super::aggregate::Head;
use super::codes::{AgeBand, Flag, Gate, Kind, PartRole, Profession, Topic, Urgency};
use super::gates::{GateClosed, SenderMarks, may_use_gate};
use super::jose::{Bare, Kid, P256Key, TokenRefused, detached_kid, verify_detached};
use super::jwe::{Inspected, JweRefused, PartContext};
use crate::ids::{MemberId, OrganisationId, PartId, ReferralId};
use crate::jcs::{canonical, integers_only, read_strict};
use crate::misfit::{Misfit, MisfitKind};

/// The type of an envelope's signature.
pub const SIGNATURE_TYPE: &str = "sn-envelope+jws";
/// The most bytes an envelope may have.
pub const LARGEST: usize = 64 * 1024;

/// An announced part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnouncedPart {
    /// Names the part.
    pub id: PartId,
    /// What it holds.
    pub role: PartRole,
    /// What identifies its bytes: the tag of a JWE (22 characters) or the digest of a stream (43).
    pub tag: String,
    /// Its padded size in bytes.
    pub padded_size: u32,
}

/// A well-formed envelope.
#[derive(Debug, Clone, PartialEq)]
pub struct Envelope {
    /// Names the referral; a random UUID chosen by the client.
    pub id: ReferralId,
    /// What it is.
    pub kind: Kind,
    /// Its legal gate.
    pub gate: Gate,
    /// Where it goes.
    pub destination: OrganisationId,
    /// Who sends it; `None` for people without an organisation.
    pub sender_organisation: Option<OrganisationId>,
    /// As what the sender writes.
    pub sender_profession: Profession,
    /// How soon somebody must look.
    pub urgency: Urgency,
    /// Roughly what it is about; help referrals only.
    pub topic: Option<Topic>,
    /// The age in a band; help referrals only.
    pub age_band: Option<AgeBand>,
    /// What the server must know to keep its promises.
    pub flags: BTreeSet<Flag>,
    /// The epoch of the destination's key.
    pub destination_epoch: u32,
    /// The referral it continues.
    pub predecessor: Option<ReferralId>,
    /// The public key to answer somebody without an account.
    pub reply_key: Option<P256Key>,
    /// The keys every part is sealed to.
    pub recipient_kids: Vec<Kid>,
    /// The announced parts.
    pub parts: Vec<AnnouncedPart>,
    /// The detached signature.
    pub signature: Option<String>,
    /// The canonical bytes that are signed: the envelope without its signature.
    signed: String,
}

/// Why an envelope is refused, and at which member. `Display` repeats nothing of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{fault} ({pointer})")]
pub struct EnvelopeRefused {
    /// What is wrong.
    pub fault: EnvelopeFault,
    /// The member, as a JSON pointer such as `/parts/2/tag`.
    pub pointer: String,
}

/// What is wrong with an envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeFault {
    /// `too-large`.
    #[error("an envelope has at most 65536 bytes")]
    TooLarge,
    /// `envelope-malformed`: not one JSON object, or a number that is not whole.
    #[error("an envelope is one JSON object: no member twice, all numbers whole")]
    NotJson,
    /// `envelope-malformed`: the member is not there.
    #[error("missing in the envelope")]
    Missing,
    /// `envelope-malformed`: the object holds a member that does not belong there.
    #[error("too much in the envelope")]
    TooMuch,
    /// `envelope-malformed`: the member holds something else than belongs there.
    #[error("wrong in the envelope")]
    Malformed,
    /// `field-not-allowed`.
    #[error("the member is not allowed for this kind of referral")]
    FieldNotAllowed,
    /// `gate-not-allowed`.
    #[error(transparent)]
    GateNotAllowed(#[from] GateClosed),
    /// `signature-invalid`.
    #[error("the envelope is signed by a certified key of the sending organisation")]
    SignatureInvalid,
}

impl EnvelopeFault {
    /// The code of the fault, as it stands in problems.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::NotJson | Self::Missing | Self::TooMuch | Self::Malformed => "envelope-malformed",
            Self::FieldNotAllowed => "field-not-allowed",
            Self::GateNotAllowed(_) => "gate-not-allowed",
            Self::SignatureInvalid => "signature-invalid",
        }
    }

    fn at(self, pointer: impl Into<String>) -> EnvelopeRefused {
        EnvelopeRefused {
            fault: self,
            pointer: pointer.into(),
        }
    }
}

/// The envelope as it travels.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Wire {
    v: u8,
    id: Bare,
    kind: Kind,
    gate: Gate,
    destination: Bare,
    sender_organisation: Option<Bare>,
    sender_profession: Profession,
    urgency: Urgency,
    #[serde(default)]
    topic: Option<Topic>,
    #[serde(default)]
    age_band: Option<AgeBand>,
    flags: Vec<Flag>,
    schema: String,
    destination_epoch: u32,
    predecessor: Option<Bare>,
    reply_key: Option<P256Key>,
    recipient_kids: Vec<Kid>,
    parts: Vec<WirePart>,
    envelope_signature: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct WirePart {
    id: Bare,
    role: PartRole,
    #[serde(default)]
    tag: Option<String>,
    #[serde(default)]
    stream_digest: Option<String>,
    padded_size: u32,
}

impl Envelope {
    /// Reads an envelope and checks every rule that needs neither keys nor the directory.
    pub fn read(text: &str) -> Result<Self, EnvelopeRefused> {
        if text.len() > LARGEST {
            return Err(EnvelopeFault::TooLarge.at(""));
        }
        let no_json = || EnvelopeFault::NotJson.at("");
        let value = read_strict(text).map_err(|_may_hold_content| no_json())?;
        if !value.is_object() || !integers_only(&value) {
            return Err(no_json());
        }
        let signed = without_signature(&value)
            .ok_or_else(|| EnvelopeFault::Missing.at("/envelopeSignature"))?;
        let wire: Wire = serde_path_to_error::deserialize(value).map_err(|error| blamed(&error))?;
        rules::check(wire, signed)
    }

    /// The canonical bytes that are signed.
    pub fn signed_bytes(&self) -> &[u8] {
        self.signed.as_bytes()
    }

    /// Whether the sender may use the gate, with what the directory says about the organisation.
    pub fn check_gate(&self, marks: Option<SenderMarks>) -> Result<(), EnvelopeRefused> {
        may_use_gate(self.kind, self.gate, self.sender_profession, marks)
            .map_err(|closed| EnvelopeFault::GateNotAllowed(closed).at("/gate"))
    }

    /// The name of the key the signature claims to be by; `None` for people without organisation.
    pub fn signing_kid(&self) -> Result<Option<Kid>, EnvelopeRefused> {
        self.signature
            .as_deref()
            .map(|signature| detached_kid(signature, SIGNATURE_TYPE).map_err(invalid))
            .transpose()
    }

    /// Checks the signature with the certified signing key of the author.
    pub fn verify(&self, key: &P256Key) -> Result<(), EnvelopeRefused> {
        let signature = self
            .signature
            .as_deref()
            .ok_or_else(|| invalid(TokenRefused::Malformed))?;
        verify_detached(signature, SIGNATURE_TYPE, self.signed_bytes(), key).map_err(invalid)
    }

    /// Where the header of an announced part must say it belongs.
    pub fn context(&self, part: &AnnouncedPart) -> PartContext {
        PartContext {
            referral: self.id.as_uuid(),
            part: part.id.as_uuid(),
            role: part.role,
            kind: self.kind,
            to: self.destination.as_uuid().as_hyphenated().to_string(),
            direction: super::codes::Direction::ToRecipient,
        }
    }

    /// Whether an inspected part is the announced one: its tag, its size, its keys, its epoch.
    pub fn matches(&self, part: &AnnouncedPart, found: &Inspected) -> Result<(), JweRefused> {
        let announced: BTreeSet<_> = self.recipient_kids.iter().collect();
        let sealed_to: BTreeSet<_> = found.kids.iter().collect();
        let differing = [
            ("tag", found.tag == part.tag),
            ("paddedSize", found.size == part.padded_size),
            ("epoch", found.epoch == self.destination_epoch),
            ("recipientKids", announced == sealed_to),
        ];
        match differing.into_iter().find(|(_, equal)| !equal) {
            Some((member, _)) => Err(JweRefused::ContextMismatch { member }),
            None => Ok(()),
        }
    }

    /// The announced part of this id.
    pub fn part(&self, id: PartId) -> Option<&AnnouncedPart> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// The head of the referral this envelope announces. Self-referrals and citizens' reports keep
    /// their dates to the minute only; see [`announced_at`](Self::announced_at).
    pub fn head(&self, author: Option<MemberId>, district: Option<String>) -> Head {
        Head {
            id: self.id,
            kind: self.kind,
            gate: self.gate,
            destination: self.destination,
            district,
            sender_organisation: self.sender_organisation,
            author,
            profession: self.sender_profession,
            urgency: self.urgency,
            topic: self.topic,
            age_band: self.age_band,
            flags: self.flags.clone(),
            destination_epoch: self.destination_epoch,
            predecessor: self.predecessor,
        }
    }

    /// The instant to keep for something the sender did: whole minutes for people without an
    /// organisation, because a second may give somebody away.
    pub fn announced_at(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        if self.sender_organisation.is_some() {
            now
        } else {
            crate::audit::minute_of(now)
        }
    }
}

/// The member to blame where the envelope does not fit its type.
fn blamed(error: &serde_path_to_error::Error<serde_json::Error>) -> EnvelopeRefused {
    let Misfit { path, kind } = Misfit::of(error);
    let fault = match kind {
        MisfitKind::Missing => EnvelopeFault::Missing,
        MisfitKind::Unknown => EnvelopeFault::TooMuch,
        MisfitKind::Wrong => EnvelopeFault::Malformed,
    };
    fault.at(path.iter().fold(String::new(), |at, step| at + "/" + step))
}

fn invalid(_why: TokenRefused) -> EnvelopeRefused {
    EnvelopeFault::SignatureInvalid.at("/envelopeSignature")
}

fn without_signature(value: &Value) -> Option<String> {
    let mut members = value.as_object()?.clone();
    members.remove("envelopeSignature")?;
    Some(canonical(&Value::Object(members)))
}

#[cfg(test)]
mod tests;
