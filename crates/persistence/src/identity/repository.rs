//! The repositories of identity.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::identity::repo::{Accounts, Memberships, Sessions};
use domain::identity::{ACCESS_FOR, Account, IDLE_FOR, Membership, SESSION_FOR, Session, Standing};
use domain::ids::{AccountId, MemberId, OrganisationId, SessionId};
use domain::store::Stored;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use super::row::{account, membership, session, standing};
use crate::column::replacing;
use crate::error::while_doing;
use crate::scope;

/// Accounts in one transaction.
pub(crate) struct SqlAccounts<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlAccounts<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }
}

#[async_trait]
impl Accounts for SqlAccounts<'_> {
    async fn find(&mut self, id: AccountId) -> Stored<Option<Account>> {
        account::Entity::find_by_id(id.as_uuid())
            .one(self.txn)
            .await
            .and_then(|row| row.map(Account::try_from).transpose())
            .map_err(while_doing("finding an account"))
    }

    async fn by_login(&mut self, login: &str) -> Stored<Option<Account>> {
        scope::whole::<account::Entity>()
            .filter(account::Column::Login.eq(login))
            .one(self.txn)
            .await
            .and_then(|row| row.map(Account::try_from).transpose())
            .map_err(while_doing("finding an account by its login"))
    }

    async fn save(&mut self, account: &Account) -> Stored<()> {
        account::Entity::insert(account::ActiveModel::from(account))
            .on_conflict(replacing::<account::Entity>())
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("saving an account"))
    }
}

/// Memberships and standings in one transaction.
pub(crate) struct SqlMemberships<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlMemberships<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    async fn current(&self, whose: Condition) -> Result<Vec<Membership>, DbErr> {
        let rows = scope::whole::<membership::Entity>()
            .filter(whose)
            .filter(membership::Column::EndedAt.is_null())
            .order_by_asc(membership::Column::Since)
            .order_by_asc(membership::Column::Id)
            .all(self.txn)
            .await?;
        Ok(rows.into_iter().map(Membership::from).collect())
    }
}

#[async_trait]
impl Memberships for SqlMemberships<'_> {
    async fn find(&mut self, id: MemberId) -> Stored<Option<Membership>> {
        let row = membership::Entity::find_by_id(id.as_uuid())
            .one(self.txn)
            .await;
        row.map(|row| row.map(Membership::from))
            .map_err(while_doing("finding a membership"))
    }

    async fn of_account(&mut self, account: AccountId) -> Stored<Vec<Membership>> {
        let whose = membership::Column::AccountId.eq(account.as_uuid());
        let found = self.current(Condition::all().add(whose)).await;
        found.map_err(while_doing("finding the memberships of an account"))
    }

    async fn of_organisation(&mut self, organisation: OrganisationId) -> Stored<Vec<Membership>> {
        let whose = membership::Column::OrganisationId.eq(organisation.as_uuid());
        let found = self.current(Condition::all().add(whose)).await;
        found.map_err(while_doing("finding the members of an organisation"))
    }

    async fn save(&mut self, membership: &Membership) -> Stored<()> {
        membership::Entity::insert(membership::ActiveModel::from(membership))
            .on_conflict(replacing::<membership::Entity>())
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("saving a membership"))
    }

    async fn standing(&mut self, organisation: OrganisationId) -> Stored<Standing> {
        let row = standing::Entity::find_by_id(organisation.as_uuid())
            .one(self.txn)
            .await;
        row.map(|row| row.map(Standing::from).unwrap_or_default())
            .map_err(while_doing("finding the standing of an organisation"))
    }

    async fn save_standing(
        &mut self,
        organisation: OrganisationId,
        standing: &Standing,
    ) -> Stored<()> {
        standing::Entity::insert(standing::row(organisation, standing))
            .on_conflict(replacing::<standing::Entity>())
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("saving the standing of an organisation"))
    }
}

/// Sessions in one transaction.
pub(crate) struct SqlSessions<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlSessions<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }
}

#[async_trait]
impl Sessions for SqlSessions<'_> {
    async fn find(&mut self, id: SessionId) -> Stored<Option<Session>> {
        session::Entity::find_by_id(id.as_uuid())
            .one(self.txn)
            .await
            .and_then(|row| row.map(Session::try_from).transpose())
            .map_err(while_doing("finding a session"))
    }

    async fn by_renewal_hash(&mut self, hash: &[u8; 32]) -> Stored<Option<Session>> {
        let now_or_before = Condition::any()
            .add(session::Column::RenewalHash.eq(hash.to_vec()))
            .add(session::Column::PreviousRenewalHash.eq(hash.to_vec()));
        scope::whole::<session::Entity>()
            .filter(now_or_before)
            .one(self.txn)
            .await
            .and_then(|row| row.map(Session::try_from).transpose())
            .map_err(while_doing("finding a session by its renewal secret"))
    }

    async fn save(&mut self, session: &Session) -> Stored<()> {
        session::Entity::insert(session::ActiveModel::from(session))
            .on_conflict(replacing::<session::Entity>())
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("saving a session"))
    }

    async fn revoke_all(&mut self, account: AccountId, at: DateTime<Utc>) -> Stored<u64> {
        // live as `Session::is_live` says it
        let revoked = session::Entity::update_many()
            .set(session::ActiveModel {
                revoked_at: sea_orm::ActiveValue::Set(Some(at)),
                ..session::ActiveModel::default()
            })
            .filter(session::Column::AccountId.eq(account.as_uuid()))
            .filter(session::Column::RevokedAt.is_null())
            .filter(session::Column::CreatedAt.gt(at - SESSION_FOR))
            .filter(session::Column::RenewedAt.gt(at - ACCESS_FOR - IDLE_FOR))
            .exec(self.txn)
            .await
            .map_err(while_doing("revoking the sessions of an account"))?;
        Ok(revoked.rows_affected)
    }

    async fn revoked_since(&mut self, since: DateTime<Utc>) -> Stored<Vec<SessionId>> {
        let rows = scope::whole::<session::Entity>()
            .filter(session::Column::RevokedAt.gte(since))
            .order_by_asc(session::Column::RevokedAt)
            .all(self.txn)
            .await
            .map_err(while_doing("finding revoked sessions"))?;
        Ok(rows
            .into_iter()
            .map(|row| SessionId::from_uuid(row.id))
            .collect())
    }
}
