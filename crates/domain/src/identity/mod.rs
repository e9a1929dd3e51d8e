//! People with accounts, what they belong to, and the sessions they act in.
//!
//! An [`Account`] is a person; a [`Membership`] lets that person act for one organisation with
//! certain [`Role`](crate::access::Role)s; a [`Session`] is one signed-in use of one membership.
//! What an organisation may do in the exchange is its [`Standing`]: verified or not, and which kinds
//! of referral it was granted to receive.

pub mod repo;

use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::access::{Actor, Member, Role, Verdict};
use crate::directory::Organisation;
use crate::ids::{AccountId, MemberId, OrganisationId, SessionId};

/// How long an access token is good for.
pub const ACCESS_FOR: TimeDelta = TimeDelta::minutes(10);
/// How long a session may be renewed, counted from sign-in.
pub const SESSION_FOR: TimeDelta = TimeDelta::hours(12);
/// How long a session may rest before it ends.
pub const IDLE_FOR: TimeDelta = TimeDelta::minutes(30);
/// How many wrong passwords in a row lock an account: so many that one stranger cannot lock somebody out
/// (one address is braked long before, at the door), and so few that many addresses guess in vain. The
/// number is that of NIST SP 800-63B …
pub const LOCK_AFTER: u32 = 100;
/// … and for how long.
pub const LOCKED_FOR: TimeDelta = TimeDelta::minutes(15);

/// Something that must not be printed: no `Debug`, no `Display` shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Hides a value from every log.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for the one place that needs it.
    pub const fn reveal(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A person who can sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Names the account.
    pub id: AccountId,
    /// What the person types to sign in: 3 to 100 characters, stored in lower case, unique.
    pub login: String,
    /// How the person is addressed.
    pub display_name: String,
    /// The password's Argon2id hash in PHC form.
    pub password_hash: Secret<String>,
    /// Whether the account may sign in at all.
    pub enabled: bool,
    /// How many wrong passwords came in a row.
    pub failures: u32,
    /// Until when the account is locked because of them.
    pub locked_until: Option<DateTime<Utc>>,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
}

impl Account {
    /// Whether a right password would be accepted now.
    pub fn may_sign_in(&self, now: DateTime<Utc>) -> bool {
        self.enabled && self.locked_until.is_none_or(|until| until <= now)
    }

    /// The account after one more wrong password.
    #[must_use]
    pub fn after_failure(&self, now: DateTime<Utc>) -> Self {
        let failures = self.failures + 1;
        let locked = failures >= LOCK_AFTER;
        Self {
            failures: if locked { 0 } else { failures },
            locked_until: if locked {
                Some(now + LOCKED_FOR)
            } else {
                self.locked_until
            },
            ..self.clone()
        }
    }

    /// The account after a right password.
    #[must_use]
    pub fn after_success(&self) -> Self {
        Self {
            failures: 0,
            locked_until: None,
            ..self.clone()
        }
    }
}

/// A person's place in an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Names the membership; stays the same when roles change.
    pub id: MemberId,
    /// The person.
    pub account: AccountId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// What the person does there.
    pub roles: BTreeSet<Role>,
    /// When it began.
    pub since: DateTime<Utc>,
    /// When it ended; an ended membership opens nothing.
    pub ended_at: Option<DateTime<Utc>>,
}

/// What an organisation may do in the referral exchange.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Standing {
    /// When it was verified: register entry and a code by post, or a visit; not yet when absent.
    pub verified_at: Option<DateTime<Utc>>,
    /// The kinds of referral it was granted to receive, as spelled in `referral.md` 2.
    pub receives: BTreeSet<String>,
}

/// One signed-in use of one membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Names the session; stands in every access token.
    pub id: SessionId,
    /// The person.
    pub account: AccountId,
    /// The membership it acts in.
    pub member: MemberId,
    /// SHA-256 of the renewal secret that is good now.
    pub renewal_hash: [u8; 32],
    /// SHA-256 of the renewal secret before it: coming back with it means that it was stolen.
    pub previous_renewal_hash: Option<[u8; 32]>,
    /// When the person signed in.
    pub created_at: DateTime<Utc>,
    /// When it was last renewed.
    pub renewed_at: DateTime<Utc>,
    /// When it was ended by sign-out, revocation or theft.
    pub revoked_at: Option<DateTime<Utc>>,
}

impl Session {
    /// Whether the session may still be used or renewed at `now`.
    pub fn is_live(&self, now: DateTime<Utc>) -> bool {
        self.revoked_at.is_none()
            && now < self.created_at + SESSION_FOR
            && now < self.renewed_at + ACCESS_FOR + IDLE_FOR
    }

    /// The instant at which the session ends for good unless it is renewed.
    pub fn ends_at(&self) -> DateTime<Utc> {
        (self.created_at + SESSION_FOR).min(self.renewed_at + ACCESS_FOR + IDLE_FOR)
    }
}

/// The actor a live session stands for.
pub fn actor(session: &Session, membership: &Membership, organisation: &Organisation) -> Actor {
    if membership.ended_at.is_some() || membership.organisation != organisation.id {
        return Actor::Anonymous;
    }
    Actor::Member(Member {
        account: session.account,
        member: membership.id,
        organisation: organisation.id,
        organisation_kind: organisation.kind.as_str().to_owned(),
        district: organisation.district.clone(),
        session: session.id,
        roles: membership.roles.clone(),
    })
}

/// Whether the actor may manage accounts, organisations and grants: the installation's
/// administrators and its command line.
pub fn may_administrate(actor: &Actor) -> Verdict {
    match actor {
        Actor::System => Verdict::Allow,
        Actor::Member(member) if member.roles.contains(&Role::Administrator) => Verdict::Allow,
        Actor::Member(_) | Actor::Anonymous => Verdict::Forbid,
    }
}
