//! Drafts, each sealed to its author.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::ids::{MemberId, ReferralId};
use domain::referral::records::Draft;
use domain::referral::repo::Drafts;
use domain::store::Stored;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use super::super::row::draft;
use crate::column::replacing;
use crate::error::while_doing;
use crate::scope;

/// Drafts in one transaction.
pub(crate) struct SqlDrafts<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlDrafts<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }
}

#[async_trait]
impl Drafts for SqlDrafts<'_> {
    async fn find(&mut self, author: MemberId, id: ReferralId) -> Stored<Option<Draft>> {
        let row = draft::Entity::find_by_id((author.as_uuid(), id.as_uuid()))
            .one(self.txn)
            .await;
        row.map(|row| row.map(Draft::from))
            .map_err(while_doing("finding a draft"))
    }

    async fn of_author(&mut self, author: MemberId) -> Stored<Vec<Draft>> {
        let rows = scope::whole::<draft::Entity>()
            .filter(draft::Column::AuthorId.eq(author.as_uuid()))
            .order_by_desc(draft::Column::ChangedAt)
            .order_by_desc(draft::Column::Id)
            .all(self.txn)
            .await
            .map_err(while_doing("finding the drafts of an author"))?;
        Ok(rows.into_iter().map(Draft::from).collect())
    }

    async fn save(&mut self, draft: &Draft) -> Stored<()> {
        draft::Entity::insert(draft::ActiveModel::from(draft))
            .on_conflict(replacing::<draft::Entity>())
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("saving a draft"))
    }

    async fn delete(&mut self, author: MemberId, id: ReferralId) -> Stored<bool> {
        let outcome = draft::Entity::delete_by_id((author.as_uuid(), id.as_uuid()))
            .exec(self.txn)
            .await
            .map_err(while_doing("deleting a draft"))?;
        Ok(outcome.rows_affected == 1)
    }

    async fn delete_before(&mut self, before: DateTime<Utc>) -> Stored<u64> {
        let outcome = draft::Entity::delete_many()
            .filter(draft::Column::ChangedAt.lt(before))
            .exec(self.txn)
            .await
            .map_err(while_doing("deleting old drafts"))?;
        Ok(outcome.rows_affected)
    }
}
