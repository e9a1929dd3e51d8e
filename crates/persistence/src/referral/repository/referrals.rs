//! Referrals, their deadlines and their history.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Actor;
use domain::ids::{MemberId, OrganisationId, ReferralId};
use domain::page::Page;
use domain::referral::records::{Mailbox, ReferralFilter, Transition};
use domain::referral::repo::Referrals;
use domain::referral::timers::Due;
use domain::referral::{Changed, Referral, State};
use domain::store::Stored;
use domain::time::Version;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{LockBehavior, LockType};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::super::lists;
use super::super::row::{due, message, part, referral, transition};
use crate::column::insert_new;
use crate::error::while_doing;
use crate::scope;

/// Referrals in one transaction.
pub(crate) struct SqlReferrals<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlReferrals<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    async fn update(&self, changed: &Changed) -> Result<bool, DbErr> {
        let Version(was) = changed.was;
        let outcome = referral::Entity::update_many()
            .set(referral::ActiveModel::from(&changed.referral))
            .filter(referral::Column::Id.eq(changed.referral.id().as_uuid()))
            .filter(referral::Column::Version.eq(was))
            .exec(self.txn)
            .await?;
        Ok(outcome.rows_affected == 1)
    }

    async fn replace_due_dates(&self, id: ReferralId, due: &[Due]) -> Result<(), DbErr> {
        let had = due::Column::ReferralId.eq(id.as_uuid());
        due::Entity::delete_many()
            .filter(had)
            .exec(self.txn)
            .await?;
        due::Entity::insert_many(due.iter().map(|due| due::row(id, due)))
            .exec_without_returning(self.txn)
            .await?;
        Ok(())
    }

    async fn history_of(&self, id: ReferralId) -> Result<Vec<Transition>, DbErr> {
        let query = scope::whole::<transition::Entity>()
            .filter(transition::Column::ReferralId.eq(id.as_uuid()))
            .order_by_asc(transition::Column::Version);
        query
            .all(self.txn)
            .await?
            .into_iter()
            .map(Transition::try_from)
            .collect()
    }

    async fn find_waiting(
        &self,
        state: State,
        before: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<ReferralId>, DbErr> {
        let rows = scope::whole::<referral::Entity>()
            .filter(referral::Column::State.eq(state.as_str()))
            .filter(referral::Column::StateSince.lt(before))
            .order_by_asc(referral::Column::StateSince)
            .order_by_asc(referral::Column::Id)
            .limit(u64::from(limit))
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .all(self.txn)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| ReferralId::from_uuid(row.id))
            .collect())
    }

    async fn find_unassigned(
        &self,
        destination: OrganisationId,
    ) -> Result<Vec<referral::Model>, DbErr> {
        let ended = State::ALL.iter().filter(|state| state.is_terminal());
        scope::whole::<referral::Entity>()
            .filter(referral::Column::DestinationId.eq(destination.as_uuid()))
            .filter(referral::Column::DeliveredAt.is_not_null())
            .filter(referral::Column::AssigneeId.is_null())
            .filter(referral::Column::State.is_not_in(ended.map(|state| state.as_str())))
            .order_by_asc(referral::Column::CreatedAt)
            .order_by_asc(referral::Column::Id)
            .all(self.txn)
            .await
    }

    async fn announcements(
        &self,
        author: MemberId,
        since: DateTime<Utc>,
    ) -> Result<Vec<DateTime<Utc>>, DbErr> {
        scope::whole::<referral::Entity>()
            .select_only()
            .column(referral::Column::CreatedAt)
            .filter(referral::Column::AuthorId.eq(author.as_uuid()))
            .filter(referral::Column::CreatedAt.gt(since))
            .order_by_desc(referral::Column::CreatedAt)
            .into_tuple()
            .all(self.txn)
            .await
    }

    async fn purge(&self, id: ReferralId) -> Result<(), DbErr> {
        let messages = message::Column::ReferralId.eq(id.as_uuid());
        message::Entity::delete_many()
            .filter(messages)
            .exec(self.txn)
            .await?;
        // the contents go with their heads
        let parts = part::Column::ReferralId.eq(id.as_uuid());
        part::Entity::delete_many()
            .filter(parts)
            .exec(self.txn)
            .await?;
        let without_envelope = referral::ActiveModel {
            envelope: Set(None),
            ..referral::ActiveModel::default()
        };
        referral::Entity::update_many()
            .set(without_envelope)
            .filter(referral::Column::Id.eq(id.as_uuid()))
            .exec(self.txn)
            .await?;
        Ok(())
    }
}

#[async_trait]
impl Referrals for SqlReferrals<'_> {
    async fn find(&mut self, id: ReferralId) -> Stored<Option<Referral>> {
        referral::Entity::find_by_id(id.as_uuid())
            .one(self.txn)
            .await
            .and_then(|row| row.map(Referral::try_from).transpose())
            .map_err(while_doing("finding a referral"))
    }

    async fn insert(&mut self, referral: &Referral, envelope: &str) -> Stored<bool> {
        let row = referral::ActiveModel {
            envelope: Set(Some(envelope.to_owned())),
            ..referral::ActiveModel::from(referral)
        };
        insert_new(self.txn, row)
            .await
            .map_err(while_doing("announcing a referral"))
    }

    async fn envelope(&mut self, id: ReferralId) -> Stored<Option<String>> {
        let row = referral::Entity::find_by_id(id.as_uuid())
            .one(self.txn)
            .await;
        row.map(|row| row.and_then(|row| row.envelope))
            .map_err(while_doing("finding an envelope"))
    }

    async fn save(&mut self, changed: &Changed) -> Stored<bool> {
        self.update(changed)
            .await
            .map_err(while_doing("saving a referral"))
    }

    async fn save_due_dates(&mut self, id: ReferralId, due: &[Due]) -> Stored<()> {
        let saved = self.replace_due_dates(id, due).await;
        saved.map_err(while_doing("saving the deadlines of a referral"))
    }

    async fn record(&mut self, transition: &Transition) -> Stored<()> {
        transition::Entity::insert(transition::ActiveModel::from(transition))
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("recording a step of a referral"))
    }

    async fn history(&mut self, id: ReferralId) -> Stored<Vec<Transition>> {
        self.history_of(id)
            .await
            .map_err(while_doing("reading the history of a referral"))
    }

    async fn page(
        &mut self,
        actor: &Actor,
        mailbox: Mailbox,
        filter: &ReferralFilter,
        now: DateTime<Utc>,
        offset: u64,
        limit: u64,
    ) -> Stored<Page<Referral>> {
        let found = lists::page(self.txn, actor, mailbox, filter, now, (offset, limit)).await;
        found
            .and_then(|(rows, total)| {
                let items = rows
                    .into_iter()
                    .map(Referral::try_from)
                    .collect::<Result<_, _>>()?;
                Ok(Page {
                    items,
                    total,
                    offset,
                })
            })
            .map_err(while_doing("listing referrals"))
    }

    async fn announced_by(
        &mut self,
        author: MemberId,
        since: DateTime<Utc>,
    ) -> Stored<Vec<DateTime<Utc>>> {
        self.announcements(author, since)
            .await
            .map_err(while_doing("counting what a member announced"))
    }

    async fn waiting(
        &mut self,
        state: State,
        before: DateTime<Utc>,
        limit: u32,
    ) -> Stored<Vec<ReferralId>> {
        let found = self.find_waiting(state, before, limit).await;
        found.map_err(while_doing("finding referrals that wait"))
    }

    async fn unassigned(&mut self, destination: OrganisationId) -> Stored<Vec<Referral>> {
        let found = self.find_unassigned(destination).await;
        found
            .and_then(|rows| rows.into_iter().map(Referral::try_from).collect())
            .map_err(while_doing("finding referrals that nobody was given"))
    }

    async fn successor(
        &mut self,
        id: ReferralId,
        sender: OrganisationId,
    ) -> Stored<Option<ReferralId>> {
        let row = scope::whole::<referral::Entity>()
            .filter(referral::Column::PredecessorId.eq(id.as_uuid()))
            .filter(referral::Column::SenderId.eq(sender.as_uuid()))
            .filter(referral::Column::SubmittedAt.is_not_null())
            .order_by_desc(referral::Column::CreatedAt)
            .order_by_desc(referral::Column::Id)
            .one(self.txn)
            .await;
        row.map(|row| row.map(|row| ReferralId::from_uuid(row.id)))
            .map_err(while_doing("finding the successor of a referral"))
    }

    async fn purge_content(&mut self, id: ReferralId) -> Stored<()> {
        self.purge(id)
            .await
            .map_err(while_doing("purging the content of a referral"))
    }
}
