//! What identity asks of storage.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::{Account, Membership, Session, Standing};
use crate::ids::{AccountId, MemberId, OrganisationId, SessionId};
use crate::store::Stored;

/// Accounts in storage.
#[async_trait]
pub trait Accounts: Send {
    /// One account.
    async fn find(&mut self, id: AccountId) -> Stored<Option<Account>>;
    /// The account that signs in with `login` (lower case).
    async fn by_login(&mut self, login: &str) -> Stored<Option<Account>>;
    /// Inserts or replaces an account.
    async fn save(&mut self, account: &Account) -> Stored<()>;
}

/// Memberships and standings in storage.
#[async_trait]
pub trait Memberships: Send {
    /// One membership.
    async fn find(&mut self, id: MemberId) -> Stored<Option<Membership>>;
    /// The memberships of one account that have not ended, oldest first.
    async fn of_account(&mut self, account: AccountId) -> Stored<Vec<Membership>>;
    /// The memberships of one organisation that have not ended, oldest first.
    async fn of_organisation(&mut self, organisation: OrganisationId) -> Stored<Vec<Membership>>;
    /// Inserts or replaces a membership.
    async fn save(&mut self, membership: &Membership) -> Stored<()>;
    /// What an organisation may do in the exchange; nothing yet when it was never set.
    async fn standing(&mut self, organisation: OrganisationId) -> Stored<Standing>;
    /// Sets it.
    async fn save_standing(
        &mut self,
        organisation: OrganisationId,
        standing: &Standing,
    ) -> Stored<()>;
}

/// Sessions in storage.
#[async_trait]
pub trait Sessions: Send {
    /// One session.
    async fn find(&mut self, id: SessionId) -> Stored<Option<Session>>;
    /// The session whose renewal secret, now or before, has this SHA-256.
    async fn by_renewal_hash(&mut self, hash: &[u8; 32]) -> Stored<Option<Session>>;
    /// Inserts or replaces a session.
    async fn save(&mut self, session: &Session) -> Stored<()>;
    /// Revokes every live session of an account; answers how many there were.
    async fn revoke_all(&mut self, account: AccountId, at: DateTime<Utc>) -> Stored<u64>;
    /// The sessions revoked since `since`, for instances that keep a list of them.
    async fn revoked_since(&mut self, since: DateTime<Utc>) -> Stored<Vec<SessionId>>;
}
