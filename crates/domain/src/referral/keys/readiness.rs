//! May an organisation receive (`referral.md` 7.5)? Only with two ways to open its mail: who has
//! one key in one head loses everything with it.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use crate::referral::codes::Kind;

/// How long a proof or a check of a recovery sheet counts.
const PROOF_FOR: TimeDelta = TimeDelta::days(400);
/// After how long without a proof a warning is shown.
const WARN_AFTER: TimeDelta = TimeDelta::days(365);
/// How long an organisation still receives after the condition failed.
const DEGRADED_FOR: TimeDelta = TimeDelta::days(30);

/// One way to open what the organisation receives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// A holder with a grant for the current epoch, or else a recovery sheet with one.
    pub is_holder: bool,
    /// When the proof came back, or the sheet was checked; `None` when it never was.
    pub proved_at: Option<DateTime<Utc>>,
    /// When the way ended: the holder left, the sheet was replaced.
    pub ended_at: Option<DateTime<Utc>>,
}

impl Way {
    /// Until when the way counts; `None` when it never did.
    fn good_until(&self) -> Option<DateTime<Utc>> {
        let proved = self.proved_at? + PROOF_FOR;
        Some(self.ended_at.map_or(proved, |ended| ended.min(proved)))
    }
}

/// How an organisation's chain of announcements stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainState {
    /// It has announced no keys.
    Missing,
    /// It does not hold, or no verifying body vouches for its first key.
    Broken,
    /// It holds and is vouched for.
    Holds {
        /// Until when its newest key may be used.
        until: DateTime<Utc>,
    },
}

/// What must be known of an organisation to say whether it can receive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivingFacts {
    /// Whether it was verified.
    pub verified: bool,
    /// Whether it is a youth office.
    pub youth_office: bool,
    /// The kinds it was granted to receive.
    pub granted: BTreeSet<Kind>,
    /// How its chain of announcements stands.
    pub chain: ChainState,
    /// The ways to open, ended ones included.
    pub ways: Vec<Way>,
    /// How many members would be let in at delivery
    /// ([`first_level`](crate::referral::grants::first_level)).
    pub receivers: usize,
}

/// How an organisation's keys stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyHealth {
    /// Two ways or more.
    Ready,
    /// Two ways, but one of them needs to be proved anew before this instant.
    Warning {
        /// When the organisation would be degraded.
        until: DateTime<Utc>,
    },
    /// No longer two ways: still receives, the district is warned.
    Degraded {
        /// When it closes.
        closes_at: DateTime<Utc>,
    },
    /// Does not receive.
    Closed,
}

/// Why an organisation cannot receive a kind (`destination-cannot-receive`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum CannotReceive {
    /// It was not verified.
    #[error("the organisation was not verified")]
    NotVerified,
    /// The kind goes to youth offices only.
    #[error("this kind of referral goes to youth offices only")]
    NotAYouthOffice,
    /// It was not granted to receive the kind.
    #[error("the organisation was not granted to receive this kind of referral")]
    NotGranted,
    /// It has no keys.
    #[error("the organisation has no keys")]
    NoKeys,
    /// Its keys cannot be trusted.
    #[error("the organisation's keys cannot be verified")]
    ChainBroken,
    /// Its newest key has run out.
    #[error("the organisation's newest key has run out")]
    KeyExpired,
    /// Nobody there can grant keys.
    #[error("the organisation has no key holder")]
    NoHolder,
    /// There are not two ways to open its mail.
    #[error("the organisation has no two ways to open what it receives")]
    NotEnoughWays,
    /// Nobody there would be let in.
    #[error("nobody in the organisation would see what arrives")]
    NobodyReceives,
}

impl CannotReceive {
    /// The code of the reason, as it stands in APIs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotVerified => "NOT_VERIFIED",
            Self::NotAYouthOffice => "NOT_A_YOUTH_OFFICE",
            Self::NotGranted => "NOT_GRANTED",
            Self::NoKeys => "NO_KEYS",
            Self::ChainBroken => "CHAIN_BROKEN",
            Self::KeyExpired => "KEY_EXPIRED",
            Self::NoHolder => "NO_HOLDER",
            Self::NotEnoughWays => "NOT_ENOUGH_WAYS",
            Self::NobodyReceives => "NOBODY_RECEIVES",
        }
    }
}

/// How many ways count at `at`.
pub fn ways_at(ways: &[Way], at: DateTime<Utc>) -> usize {
    ways.iter()
        .filter(|way| way.good_until().is_some_and(|until| at < until))
        .count()
}

/// How the keys stand at `at`, by the ways alone.
pub fn key_health(ways: &[Way], at: DateTime<Utc>) -> KeyHealth {
    let Some(fails_at) = fails_at(ways) else {
        return KeyHealth::Closed;
    };
    let closes_at = fails_at + DEGRADED_FOR;
    if at >= closes_at {
        KeyHealth::Closed
    } else if at >= fails_at {
        KeyHealth::Degraded { closes_at }
    } else if at >= fails_at - (PROOF_FOR - WARN_AFTER) {
        KeyHealth::Warning { until: fails_at }
    } else {
        KeyHealth::Ready
    }
}

/// When the condition "two ways, one of them a holder" fails, or failed; `None` when it never held.
fn fails_at(ways: &[Way]) -> Option<DateTime<Utc>> {
    let mut ends: Vec<_> = ways.iter().filter_map(Way::good_until).collect();
    ends.sort_unstable_by(|left, right| right.cmp(left));
    let second_last = *ends.get(1)?;
    let last_holder = ways
        .iter()
        .filter(|way| way.is_holder)
        .filter_map(Way::good_until)
        .max()?;
    Some(second_last.min(last_holder))
}

/// Whether an organisation can receive a kind at `at`; the first reason why not.
pub fn can_receive(
    facts: &ReceivingFacts,
    kind: Kind,
    at: DateTime<Utc>,
) -> Result<(), CannotReceive> {
    let needs = [
        (facts.verified, CannotReceive::NotVerified),
        (
            !kind.needs_youth_office() || facts.youth_office,
            CannotReceive::NotAYouthOffice,
        ),
        (facts.granted.contains(&kind), CannotReceive::NotGranted),
        (facts.chain != ChainState::Missing, CannotReceive::NoKeys),
        (
            facts.chain != ChainState::Broken,
            CannotReceive::ChainBroken,
        ),
        (
            matches!(facts.chain, ChainState::Holds { until } if at < until),
            CannotReceive::KeyExpired,
        ),
        (
            facts.ways.iter().any(|way| way.is_holder),
            CannotReceive::NoHolder,
        ),
        (
            key_health(&facts.ways, at) != KeyHealth::Closed,
            CannotReceive::NotEnoughWays,
        ),
        (facts.receivers > 0, CannotReceive::NobodyReceives),
    ];
    match needs.into_iter().find(|(met, _)| !met) {
        Some((_, reason)) => Err(reason),
        None => Ok(()),
    }
}
