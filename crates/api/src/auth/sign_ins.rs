//! The brakes on guessing passwords: on one address whatever it tries, so that it cannot make us
//! remember ever more logins, and within that on one address that tries one login. They know no
//! accounts, so that a login nobody has is braked like any other.
//! Guesses from many addresses at one account are the account's own matter (`domain::identity`).

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use super::limiter::{Limiter, subscriber};

/// The digest of a login: logins are not kept, not even in memory.
type Mark = [u8; 32];
/// Where an attempt comes from; nothing where no network is between.
type Origin = Option<IpAddr>;

/// Counts the sign-ins that failed.
pub(crate) struct SignIns {
    /// 10 at once, one more each 90 seconds.
    at_login: Limiter<(Origin, Mark)>,
    /// 30 at once, one more each 30 seconds.
    from: Limiter<Origin>,
}

/// An attempt under way. It counts as failed unless it is forgiven.
pub(crate) struct Attempt<'a> {
    brakes: &'a SignIns,
    from: Origin,
    mark: Mark,
}

impl Default for SignIns {
    fn default() -> Self {
        Self {
            at_login: Limiter::new(10, TimeDelta::seconds(90)),
            from: Limiter::new(30, TimeDelta::seconds(30)),
        }
    }
}

impl SignIns {
    /// Lets an attempt pass.
    ///
    /// # Errors
    /// After how many seconds the next one may be made.
    pub(crate) fn attempt(
        &self,
        address: Origin,
        login: &str,
        now: DateTime<Utc>,
    ) -> Result<Attempt<'_>, u64> {
        let from = address.map(subscriber);
        let mark = Sha256::digest(login.trim().to_lowercase()).into();
        self.from.take(&from, now)?;
        if let Err(wait) = self.at_login.take(&(from, mark), now) {
            self.from.give_back(&from);
            return Err(wait);
        }
        Ok(Attempt {
            brakes: self,
            from,
            mark,
        })
    }
}

impl Attempt<'_> {
    /// The attempt was no guess.
    pub(crate) fn forgive(self) {
        let Self { brakes, from, mark } = self;
        brakes.at_login.give_back(&(from, mark));
        brakes.from.give_back(&from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    #[test]
    fn an_address_that_is_braked_is_remembered_and_what_it_tries_is_not() {
        let brakes = SignIns::default();
        let from = Some("192.0.2.7".parse().unwrap());
        let refused = (0..1_000)
            .filter(|n| brakes.attempt(from, &format!("login{n}"), now()).is_err())
            .count();
        assert_eq!(refused, 970);
        assert_eq!(brakes.at_login.remembered(), 30);
    }

    #[test]
    fn guesses_at_one_login_leave_the_address_its_other_ones() {
        let brakes = SignIns::default();
        let from = Some("192.0.2.7".parse().unwrap());
        for _ in 0..100 {
            let _outcome = brakes.attempt(from, "leo.leitung", now());
        }
        assert!(brakes.attempt(from, "leo.leitung", now()).is_err());
        assert!(brakes.attempt(from, "kim.kontakt", now()).is_ok());
    }
}
