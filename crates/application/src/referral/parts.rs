//! Encrypted parts on their way in: the outside is checked, the bytes are kept as they came.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::ids::{MemberId, PartId};
use domain::referral::jwe::{self, Inspected, KeyAlgorithm, PartContext};
use domain::referral::recipients::RecipientRule;
use domain::referral::records::{PartHead, StoredPart};
use domain::referral::{Direction, PartRole, Referral};

use super::create::GivenPart;
use super::office::Office;
use super::refused::{Refused, RefusedCode};
use super::unit::Unit;
use crate::Failure;

/// Inspects a part. Every key of this version is a P-256 key, so that is what the registry pins to
/// each of them; whether a key is one of the expected ones is the business of the rule.
pub(super) fn inspect(
    given: &GivenPart,
    context: &PartContext,
    rule: &RecipientRule,
) -> Result<Inspected, Refused> {
    jwe::inspect(&given.jwe, context, rule, |_kid| {
        Some(KeyAlgorithm::EcdhEsA256Kw)
    })
    .map_err(Refused::from)
}

/// A part that joins a referral later, in one of its two directions.
pub(super) struct Joining<'a> {
    pub(super) referral: &'a Referral,
    pub(super) given: &'a GivenPart,
    pub(super) role: PartRole,
    pub(super) direction: Direction,
    pub(super) addressee: &'a Office,
    /// Whose own copy may be added; `None`: sealed to the addressee alone.
    pub(super) own: Option<&'a Office>,
    pub(super) by: MemberId,
    pub(super) at: DateTime<Utc>,
}

impl Joining<'_> {
    /// Checks the part against where it belongs and who must be able to open it.
    pub(super) fn check(&self, field: &str) -> Result<StoredPart, Failure> {
        let head = self.referral.head();
        let keys = self.addressee.chain()?.addressee_keys();
        let rule = match self.own {
            Some(own) => RecipientRule::new(&keys, own.own_copy(), head.is_restricted(), self.at),
            None => RecipientRule::alone(&keys, self.at),
        };
        let context = PartContext {
            referral: head.id.as_uuid(),
            part: self.given.id.as_uuid(),
            role: self.role,
            kind: head.kind,
            to: self.addressee.id().as_uuid().as_hyphenated().to_string(),
            direction: self.direction,
        };
        let found = inspect(self.given, &context, &rule)
            .map_err(|refused| refused.at(format!("{field}/jwe")))?;
        Ok(StoredPart {
            head: PartHead {
                referral: head.id,
                id: self.given.id,
                role: self.role,
                direction: self.direction,
                epoch: found.epoch,
                size: found.size,
                tag: found.tag,
                kids: found.kids,
                by: Some(self.by),
                at: self.at,
            },
            jwe: self.given.jwe.clone(),
        })
    }
}

impl Unit<'_> {
    /// Stores a part; another one of the same id is refused.
    pub(super) async fn store_part(&mut self, part: &StoredPart) -> Result<(), Failure> {
        if self.work.parts().insert(part).await? {
            Ok(())
        } else {
            Err(Refused::new(RefusedCode::PartDiffers).into())
        }
    }
}

/// The announced parts that have not arrived.
pub(super) fn missing(
    announced: impl IntoIterator<Item = PartId>,
    arrived: &BTreeSet<PartId>,
) -> Vec<PartId> {
    announced
        .into_iter()
        .filter(|id| !arrived.contains(id))
        .collect()
}
