//! Which keys a part must be sealed to (`referral.md` 5.1): one function for server and tests.
//!
//! Exactly the destination's organisation key and its active client keys, and, at the sender's
//! choice, one own copy. Neither more, or somebody unknown reads along; nor less, or somebody who
//! should cannot.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::jose::Kid;

/// How long after a rotation what was sealed to the key before is still taken.
pub const PREVIOUS_KEY_FOR: TimeDelta = TimeDelta::hours(24);

/// An organisation's encryption key by name and epoch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpochKey {
    /// Its name.
    pub kid: Kid,
    /// Its epoch, from 1; 0 for the reply key of a person without account.
    pub epoch: u32,
}

/// The encryption keys of somebody a part can be addressed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddresseeKeys {
    /// The key to seal to.
    pub current: EpochKey,
    /// The key before it, and when it was replaced.
    pub previous: Option<(EpochKey, DateTime<Utc>)>,
    /// Keys before that one: only to say "stale" instead of "wrong".
    pub retired: BTreeSet<Kid>,
    /// The keys of active machine clients.
    pub clients: BTreeSet<Kid>,
}

/// The rule for one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipientRule {
    accepted: Vec<EpochKey>,
    retired: BTreeSet<Kid>,
    clients: BTreeSet<Kid>,
    own_copies: BTreeSet<Kid>,
}

/// Why the recipients of a part are refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecipientsRefused {
    /// Sealed to a key that was replaced (`stale-key`).
    #[error("the part is sealed to a key that was replaced")]
    StaleKey {
        /// The keys that are expected now.
        expected: Vec<Kid>,
    },
    /// Sealed to more, fewer or other keys (`recipients-mismatch`).
    #[error("the part is not sealed to exactly the expected keys")]
    Mismatch {
        /// The keys that are expected now; an own copy may be added.
        expected: Vec<Kid>,
    },
}

impl RecipientRule {
    /// The rule for a part addressed to `addressee` at the instant `at`. `own_copies` are the keys
    /// one of which may be added for the writer's own copy; `restricted` leaves out all clients.
    pub fn new(
        addressee: &AddresseeKeys,
        own_copies: BTreeSet<Kid>,
        restricted: bool,
        at: DateTime<Utc>,
    ) -> Self {
        let AddresseeKeys {
            current,
            previous,
            retired,
            clients,
        } = addressee;
        let mut accepted = vec![current.clone()];
        let mut retired = retired.clone();
        match previous {
            Some((key, replaced_at)) if at < *replaced_at + PREVIOUS_KEY_FOR => {
                accepted.push(key.clone());
            }
            Some((key, _)) => {
                retired.insert(key.kid.clone());
            }
            None => {}
        }
        Self {
            accepted,
            retired,
            clients: if restricted {
                BTreeSet::new()
            } else {
                clients.clone()
            },
            own_copies,
        }
    }

    /// The rule for a part an organisation seals to itself alone, such as a decision's text.
    pub fn alone(addressee: &AddresseeKeys, at: DateTime<Utc>) -> Self {
        Self::new(addressee, BTreeSet::new(), true, at)
    }

    /// The keys that are expected now, the organisation's own first, then the clients'.
    pub fn expected(&self) -> Vec<Kid> {
        let organisation = self.accepted.first().map(|key| key.kid.clone());
        organisation
            .into_iter()
            .chain(self.clients.iter().cloned())
            .collect()
    }

    /// Whether `kids` are the right ones; answers the epoch of the key they were sealed to.
    pub fn judge<'a>(
        &self,
        kids: impl IntoIterator<Item = &'a Kid>,
    ) -> Result<u32, RecipientsRefused> {
        let kids: BTreeSet<&Kid> = kids.into_iter().collect();
        let stale = kids.iter().any(|kid| self.retired.contains(*kid));
        let sealed_to = self.accepted.iter().find(|key| kids.contains(&key.kid));
        let Some(sealed_to) = sealed_to else {
            let expected = self.expected();
            return Err(if stale {
                RecipientsRefused::StaleKey { expected }
            } else {
                RecipientsRefused::Mismatch { expected }
            });
        };
        let mut rest = kids;
        rest.remove(&sealed_to.kid);
        let all_clients = self.clients.iter().all(|kid| rest.remove(kid));
        // at most one own copy, and nobody else
        let own_copy_or_nobody =
            rest.len() <= 1 && rest.iter().all(|kid| self.own_copies.contains(*kid));
        if all_clients && own_copy_or_nobody {
            Ok(sealed_to.epoch)
        } else {
            Err(RecipientsRefused::Mismatch {
                expected: self.expected(),
            })
        }
    }
}
