//! Brakes for callers that ask too often, by network address. Addresses live in memory only, for as
//! long as they are braked, and are never logged.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// How many addresses are remembered at most; the fullest buckets are forgotten first.
const REMEMBERED: usize = 100_000;

/// A bucket per address: every act takes one token, time brings them back.
pub struct Limiter {
    burst: i32,
    refill: TimeDelta,
    spent: Mutex<HashMap<IpAddr, Spent>>,
}

#[derive(Clone, Copy)]
struct Spent {
    tokens: i32,
    since: DateTime<Utc>,
}

impl Limiter {
    /// At most `burst` acts at once, one more each `refill`.
    pub fn new(burst: i32, refill: TimeDelta) -> Self {
        Self {
            burst,
            refill,
            spent: Mutex::default(),
        }
    }

    /// After how many seconds the address may act again; nothing when it may now.
    pub fn wait(&self, address: IpAddr, now: DateTime<Utc>) -> Option<u64> {
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = self.current(&mut spent, subscriber(address), now)?;
        let over = entry.tokens - self.burst + 1;
        (over > 0).then(|| {
            let wait = self.refill * over - (now - entry.since);
            u64::try_from(wait.num_seconds()).unwrap_or_default() + 1
        })
    }

    /// Takes one token.
    pub fn take(&self, address: IpAddr, now: DateTime<Utc>) {
        let address = subscriber(address);
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        let before = self.current(&mut spent, address, now);
        if spent.len() >= REMEMBERED {
            let refill = self.refill;
            spent.retain(|_, entry| now - entry.since < refill);
        }
        let after = match before {
            Some(entry) => Spent {
                tokens: (entry.tokens + 1).min(self.burst * 2),
                ..entry
            },
            None => Spent {
                tokens: 1,
                since: now,
            },
        };
        spent.insert(address, after);
    }

    /// Brings the address up to date; nothing when it has spent nothing.
    fn current(
        &self,
        spent: &mut HashMap<IpAddr, Spent>,
        address: IpAddr,
        now: DateTime<Utc>,
    ) -> Option<Spent> {
        let entry = spent.get(&address).copied()?;
        let refill = self.refill.num_milliseconds().max(1);
        let back = (now - entry.since).num_milliseconds().max(0) / refill;
        let tokens = entry.tokens - i32::try_from(back).unwrap_or(i32::MAX);
        if tokens <= 0 {
            spent.remove(&address);
            return None;
        }
        let since = entry.since + TimeDelta::milliseconds(back * refill);
        let entry = Spent { tokens, since };
        spent.insert(address, entry);
        Some(entry)
    }
}

/// Who is one subscriber: an IPv4 address, or an IPv6 network of 64 bits.
fn subscriber(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap()
    }

    #[test]
    fn whoever_fails_too_often_waits_and_may_then_try_again() {
        let limiter = Limiter::new(3, TimeDelta::seconds(30));
        let caller: IpAddr = "192.0.2.7".parse().unwrap();
        for _ in 0..3 {
            assert_eq!(limiter.wait(caller, at(0)), None);
            limiter.take(caller, at(0));
        }
        assert_eq!(limiter.wait(caller, at(0)), Some(31));
        assert_eq!(limiter.wait("192.0.2.8".parse().unwrap(), at(0)), None);
        assert_eq!(limiter.wait(caller, at(31)), None);
        limiter.take(caller, at(31));
        assert!(limiter.wait(caller, at(31)).is_some());
        assert_eq!(limiter.wait(caller, at(200)), None);
    }

    #[test]
    fn a_network_of_ipv6_is_one_subscriber() {
        let limiter = Limiter::new(1, TimeDelta::seconds(30));
        limiter.take("2001:db8::1".parse().unwrap(), at(0));
        assert!(
            limiter
                .wait("2001:db8::2".parse().unwrap(), at(0))
                .is_some()
        );
        assert!(
            limiter
                .wait("2001:db8:0:1::2".parse().unwrap(), at(0))
                .is_none()
        );
    }
}
