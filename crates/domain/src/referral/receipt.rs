//! The signed receipt (Eingangsbestätigung, `referral.md` 5.5): a security event token by which a
//! member of the destination says that a human took note, and of exactly which bytes.

use std::collections::BTreeMap;

use super::codes::PartRole;
use super::envelope::Envelope;
use super::jose::{Bare, P256Key, TokenRefused, decode_exactly, read_token};
use super::machine::Guard;
use super::table::Facts;

/// The type of the token.
pub const TYPE: &str = "secevent+jwt";
/// The event that says that somebody took note.
pub const ACKNOWLEDGED: &str = "https://schutznetz.example/events/acknowledged";

/// What a receipt says, once its signature holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Names the receipt.
    pub jti: String,
    /// When it was signed, in seconds since 1970.
    pub issued_at: u64,
    /// SHA-256 of each opened part, by part; compared between the receipts of one organisation.
    pub plain_digests: BTreeMap<String, String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Payload {
    iss: Bare,
    aud: String,
    sub: String,
    iat: u64,
    jti: Bare,
    events: Events,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Events {
    #[serde(rename = "https://schutznetz.example/events/acknowledged")]
    acknowledged: Acknowledged,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Acknowledged {
    authentication_tags: BTreeMap<String, String>,
    plain_digests: BTreeMap<String, String>,
    epoch: u32,
}

/// Checks a receipt against the envelope. `key` is the certified signing key of the member of the
/// destination who hands it in. Answers the guards of `acknowledge` that hold, and the receipt.
pub fn check(
    token: &str,
    key: &P256Key,
    envelope: &Envelope,
) -> Result<(Facts, Receipt), TokenRefused> {
    let payload: Payload = read_token(token, TYPE)?.verify(key)?;
    let Payload {
        iss,
        aud,
        sub,
        iat,
        jti,
        events: Events { acknowledged },
    } = payload;
    let audience = envelope.sender_organisation.map_or_else(
        || "anonymous".to_owned(),
        |sender| sender.as_uuid().as_hyphenated().to_string(),
    );
    let in_place = iss.0 == envelope.destination.as_uuid()
        && aud == audience
        && sub == format!("referral:{}", envelope.id.as_uuid().as_hyphenated());
    if !in_place {
        return Err(TokenRefused::PayloadNotAllowed);
    }
    let Acknowledged {
        authentication_tags,
        plain_digests,
        epoch,
    } = acknowledged;
    let matches = authentication_tags == tags(envelope)
        && epoch == envelope.destination_epoch
        && covers_sealed_parts(&plain_digests, envelope);
    let facts = Facts::none()
        .with(Guard::SignedReceipt, true)
        .with(Guard::ReceiptMatchesTags, matches);
    let receipt = Receipt {
        jti: jti.to_string(),
        issued_at: iat,
        plain_digests,
    };
    Ok((facts, receipt))
}

fn tags(envelope: &Envelope) -> BTreeMap<String, String> {
    let tag = |part: &super::envelope::AnnouncedPart| {
        (
            part.id.as_uuid().as_hyphenated().to_string(),
            part.tag.clone(),
        )
    };
    envelope.parts.iter().map(tag).collect()
}

/// Every sealed part has a digest of what it opened to, and nothing else has.
fn covers_sealed_parts(digests: &BTreeMap<String, String>, envelope: &Envelope) -> bool {
    let sealed = envelope
        .parts
        .iter()
        .filter(|part| part.role != PartRole::Attachment);
    let expected: Vec<String> = sealed
        .map(|part| part.id.as_uuid().as_hyphenated().to_string())
        .collect();
    digests.len() == expected.len()
        && expected.iter().all(|id| {
            digests
                .get(id)
                .is_some_and(|text| decode_exactly::<32>(text).is_some())
        })
}
