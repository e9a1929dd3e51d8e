//! The real time and real chance: the one place that asks the system for them.

use chrono::{DateTime, Utc};
use domain::time::{Clock, IdMint, to_micros};
use uuid::{NoContext, Timestamp, Uuid};

/// The system's clock.
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the clock that everybody else is given"
    )]
    fn now(&self) -> DateTime<Utc> {
        to_micros(Utc::now())
    }
}

/// The system's randomness.
pub(crate) struct SystemMint;

impl IdMint for SystemMint {
    fn mint(&self, at: DateTime<Utc>) -> Uuid {
        let seconds = u64::try_from(at.timestamp()).unwrap_or_default();
        Uuid::new_v7(Timestamp::from_unix(
            NoContext,
            seconds,
            at.timestamp_subsec_nanos(),
        ))
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is the mint that everybody else is given"
    )]
    fn mint_random(&self) -> Uuid {
        Uuid::new_v4()
    }

    fn secret(&self) -> [u8; 32] {
        rand::random()
    }
}
