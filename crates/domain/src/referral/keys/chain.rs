//! The chain of an organisation's announcements: each key vouches for the next.

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::instant;
use crate::ids::OrganisationId;
use crate::referral::jose::{Bare, Kid, P256Key, digest, read_token};
use crate::referral::recipients::{AddresseeKeys, EpochKey};

/// The type of an announcement.
const ANNOUNCEMENT: &str = "orgkey+jwt";
/// The type of the proof that a new signing key exists.
const PROOF: &str = "orgkey-proof+jwt";

/// One link as it is stored and published: the tokens, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The announcement, signed by the previous signing key; the first one by its own.
    pub announcement: String,
    /// The proof by the new signing key, exactly where that key changed.
    pub proof: Option<String>,
}

/// One link, verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Its number, from 1.
    pub epoch: u32,
    /// The organisation encryption key (OEK).
    pub oek: P256Key,
    /// The organisation signing key (OSK).
    pub osk: P256Key,
    /// Since when it is in force.
    pub issued_at: DateTime<Utc>,
    /// Until when it may be used.
    pub not_after: DateTime<Utc>,
    /// SHA-256 of the token in base64url: the next link names it.
    pub digest: String,
}

/// An organisation's announcements, verified from the first one on; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    organisation: OrganisationId,
    links: Vec<Announcement>,
    newest: Announcement,
}

/// Where a chain does not hold (`chain-broken`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the first announcement that does not hold is number {epoch}")]
pub struct ChainBroken {
    /// The number of the first announcement that does not hold.
    pub epoch: u32,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with an announcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is none.
    Missing,
    /// It does not have the form, or is not signed by the key before it.
    Signature,
    /// It is about another organisation, another number, or follows another announcement.
    Place,
    /// Its dates are not in order.
    Dates,
    /// Its encryption key was announced before: each epoch has a new one.
    Reused,
    /// The new signing key does not prove that it exists, or proves it without need.
    Proof,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Payload {
    iss: Bare,
    epoch: u32,
    oek: P256Key,
    osk: P256Key,
    prev: Option<String>,
    iat: u64,
    not_after: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Proof {
    iss: Bare,
    epoch: u32,
    announcement: String,
}

impl Chain {
    /// Walks a chain from its first link to its last.
    pub fn walk(organisation: OrganisationId, links: &[Link]) -> Result<Self, ChainBroken> {
        let (first, rest) = links.split_first().ok_or(ChainBroken {
            epoch: 1,
            fault: Fault::Missing,
        })?;
        let newest = read(organisation, first, None)?;
        let chain = Self {
            organisation,
            links: vec![newest.clone()],
            newest,
        };
        rest.iter().try_fold(chain, Self::followed_by)
    }

    /// The chain with one more link.
    pub fn followed_by(mut self, link: &Link) -> Result<Self, ChainBroken> {
        let next = read(self.organisation, link, Some(&self.newest))?;
        if self.links.iter().any(|link| link.oek == next.oek) {
            return Err(ChainBroken {
                epoch: next.epoch,
                fault: Fault::Reused,
            });
        }
        self.links.push(next.clone());
        self.newest = next;
        Ok(self)
    }

    /// The organisation.
    pub const fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// The newest announcement.
    pub const fn newest(&self) -> &Announcement {
        &self.newest
    }

    /// All announcements, oldest first.
    pub fn announcements(&self) -> &[Announcement] {
        &self.links
    }

    /// The name of the first signing key: what a verifying body vouches for.
    pub fn first_osk(&self) -> Kid {
        self.links.first().unwrap_or(&self.newest).osk.kid()
    }

    /// The announcement in force at an instant.
    pub fn in_force_at(&self, at: DateTime<Utc>) -> Option<&Announcement> {
        self.links.iter().rfind(|link| link.issued_at <= at)
    }

    /// Whether the newest key may still be used.
    pub fn is_current(&self, at: DateTime<Utc>) -> bool {
        at < self.newest.not_after
    }

    /// The keys to seal to. Machine clients are not part of this version.
    pub fn addressee_keys(&self) -> AddresseeKeys {
        let key = |link: &Announcement| EpochKey {
            kid: link.oek.kid(),
            epoch: link.epoch,
        };
        let current = key(&self.newest);
        let mut older = self.links.iter().rev().skip(1).map(key);
        let previous = older.next().map(|key| (key, self.newest.issued_at));
        AddresseeKeys {
            current,
            previous,
            retired: older.map(|key| key.kid).collect(),
            clients: std::collections::BTreeSet::new(),
        }
    }
}

fn read(
    organisation: OrganisationId,
    link: &Link,
    previous: Option<&Announcement>,
) -> Result<Announcement, ChainBroken> {
    let epoch = previous.map_or(1, |previous| previous.epoch + 1);
    let broken = |fault| ChainBroken { epoch, fault };
    let token = read_token(&link.announcement, ANNOUNCEMENT)
        .map_err(|_refused| broken(Fault::Signature))?;
    let payload: Payload = match previous {
        Some(previous) => token.verify(&previous.osk),
        None => token.verify(&announced_osk(&link.announcement).ok_or(broken(Fault::Signature))?),
    }
    .map_err(|_refused| broken(Fault::Signature))?;
    let Payload {
        iss,
        epoch: given,
        oek,
        osk,
        prev,
        iat,
        not_after,
    } = payload;
    let expected = previous.map(|previous| previous.digest.clone());
    if iss.0 != organisation.as_uuid() || given != epoch || prev != expected {
        return Err(broken(Fault::Place));
    }
    let dates = instant(iat).zip(instant(not_after));
    let (issued_at, not_after) = dates.ok_or(broken(Fault::Dates))?;
    let in_order = previous.is_none_or(|previous| previous.issued_at <= issued_at);
    if not_after <= issued_at || !in_order {
        return Err(broken(Fault::Dates));
    }
    let found = Announcement {
        epoch,
        oek,
        osk,
        issued_at,
        not_after,
        digest: digest(&link.announcement),
    };
    let changed = previous.is_some_and(|previous| previous.osk != found.osk);
    match (&link.proof, changed) {
        (None, false) => Ok(found),
        (Some(proof), true) if proves(proof, organisation, &found) => Ok(found),
        (Some(_), _) | (None, true) => Err(broken(Fault::Proof)),
    }
}

/// The signing key the first announcement claims; whether it really signed is checked next.
fn announced_osk(token: &str) -> Option<P256Key> {
    let payload = token.split('.').nth(1)?;
    let text = String::from_utf8(crate::referral::jose::decode(payload)?).ok()?;
    let value = crate::jcs::read_strict(&text).ok()?;
    P256Key::from_jwk(value.get("osk")?)
}

fn proves(proof: &str, organisation: OrganisationId, found: &Announcement) -> bool {
    let read: Result<Proof, _> =
        read_token(proof, PROOF).and_then(|token| token.verify(&found.osk));
    read.is_ok_and(
        |Proof {
             iss,
             epoch,
             announcement,
         }| {
            iss.0 == organisation.as_uuid() && epoch == found.epoch && announcement == found.digest
        },
    )
}
