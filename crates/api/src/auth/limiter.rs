//! Brakes for whoever asks too often, by network address or by what is tried from it. What is counted
//! lives in memory only, for as long as it is braked, and is never logged.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// How many buckets are remembered at most; those that fill soon are forgotten first.
const REMEMBERED: usize = 100_000;

/// A bucket for each key: every act takes one token, time brings them back.
pub struct Limiter<K> {
    burst: i32,
    refill: TimeDelta,
    spent: Mutex<HashMap<K, Spent>>,
}

#[derive(Clone, Copy)]
struct Spent {
    tokens: i32,
    since: DateTime<Utc>,
}

impl<K: Eq + Hash + Clone> Limiter<K> {
    /// At most `burst` acts at once, one more each `refill`.
    pub fn new(burst: i32, refill: TimeDelta) -> Self {
        Self {
            burst,
            refill,
            spent: Mutex::default(),
        }
    }

    /// Takes one token.
    ///
    /// # Errors
    /// After how many seconds there is one again.
    pub fn take(&self, key: &K, now: DateTime<Utc>) -> Result<(), u64> {
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        let before = self.current(&mut spent, key, now);
        if let Some(entry) = before.filter(|entry| entry.tokens >= self.burst) {
            let wait = self.refill * (entry.tokens - self.burst + 1) - (now - entry.since);
            return Err(u64::try_from(wait.num_seconds()).unwrap_or_default() + 1);
        }
        if spent.len() >= REMEMBERED {
            let refill = self.refill;
            spent.retain(|_, entry| now - entry.since < refill);
        }
        let after = match before {
            Some(entry) => Spent {
                tokens: entry.tokens + 1,
                ..entry
            },
            None => Spent {
                tokens: 1,
                since: now,
            },
        };
        spent.insert(key.clone(), after);
        Ok(())
    }

    /// Gives a token back that was taken for something harmless.
    pub fn give_back(&self, key: &K) {
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = spent.get_mut(key) {
            entry.tokens -= 1;
            if entry.tokens <= 0 {
                spent.remove(key);
            }
        }
    }

    /// How many buckets are remembered.
    #[cfg(test)]
    pub(super) fn remembered(&self) -> usize {
        self.spent.lock().unwrap().len()
    }

    /// Brings a bucket up to date; nothing when nothing is spent of it.
    fn current(&self, spent: &mut HashMap<K, Spent>, key: &K, now: DateTime<Utc>) -> Option<Spent> {
        let entry = spent.get(key).copied()?;
        let refill = self.refill.num_milliseconds().max(1);
        let back = (now - entry.since).num_milliseconds().max(0) / refill;
        let tokens = entry.tokens - i32::try_from(back).unwrap_or(i32::MAX);
        if tokens <= 0 {
            spent.remove(key);
            return None;
        }
        let since = entry.since + TimeDelta::milliseconds(back * refill);
        let entry = Spent { tokens, since };
        spent.insert(key.clone(), entry);
        Some(entry)
    }
}

/// Who is one subscriber: an IPv4 address, or an IPv6 network of 64 bits.
pub(crate) fn subscriber(address: IpAddr) -> IpAddr {
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
    fn whoever_asks_too_often_waits_and_may_then_ask_again() {
        let limiter = Limiter::new(3, TimeDelta::seconds(30));
        for _ in 0..3 {
            assert_eq!(limiter.take(&7, at(0)), Ok(()));
        }
        assert_eq!(limiter.take(&7, at(0)), Err(31));
        assert_eq!(limiter.take(&8, at(0)), Ok(()));
        assert_eq!(limiter.take(&7, at(31)), Ok(()));
        assert!(limiter.take(&7, at(31)).is_err());
        assert_eq!(limiter.take(&7, at(200)), Ok(()));
    }

    #[test]
    fn what_is_given_back_was_never_spent() {
        let limiter = Limiter::new(1, TimeDelta::seconds(30));
        for _ in 0..3 {
            assert_eq!(limiter.take(&7, at(0)), Ok(()));
            limiter.give_back(&7);
        }
        assert_eq!(limiter.remembered(), 0);
    }

    #[test]
    fn a_network_of_ipv6_is_one_subscriber() {
        let of = |text: &str| subscriber(text.parse().unwrap());
        assert_eq!(of("2001:db8::1"), of("2001:db8::2"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
        assert_eq!(of("::ffff:192.0.2.7"), of("192.0.2.7"));
    }
}
