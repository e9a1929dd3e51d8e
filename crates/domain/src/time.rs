//! Time, identity and chance come in as arguments, so every rule can be replayed in a test.

use chrono::{DateTime, SubsecRound, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The civil time of the state: opening hours, deadlines and holidays are counted in it.
pub const LOCAL: Tz = chrono_tz::Europe::Berlin;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The current instant in UTC, in whole microseconds: PostgreSQL keeps no more, and what was
    /// saved must equal what is read back.
    fn now(&self) -> DateTime<Utc>;
}

/// Mints what nobody may foresee or mix up: identifiers and secrets.
pub trait IdMint: Send + Sync {
    /// A fresh identifier that sorts by the instant of its creation (UUID v7).
    fn mint(&self, at: DateTime<Utc>) -> Uuid;

    /// A fresh identifier that tells nothing (UUID v4).
    fn mint_random(&self) -> Uuid;

    /// 32 unforeseeable bytes, for secrets and salts.
    fn secret(&self) -> [u8; 32];
}

/// Drops what PostgreSQL would drop.
pub fn to_micros(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(6)
}

/// The number of times a record was saved; starts at 1 and is the guard against lost updates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub i32);

impl Version {
    /// The version of a record that was just made.
    pub const FIRST: Self = Self(1);

    /// The version after one more save.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}
