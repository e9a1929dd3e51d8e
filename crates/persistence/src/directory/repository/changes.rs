//! The change feed.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::directory::repo::Changes;
use domain::directory::{Change, ChangeKind, Cursor, EntityRef};
use domain::store::Stored;
use domain::time::Version;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::super::row::change;
use crate::counter;
use crate::error::while_doing;
use crate::scope;

/// The change feed in one transaction.
pub(crate) struct SqlChanges<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlChanges<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    async fn insert(
        &self,
        entity: EntityRef,
        kind: ChangeKind,
        version: Version,
        at: DateTime<Utc>,
    ) -> Result<Cursor, DbErr> {
        let cursor = Cursor(counter::next(self.txn, counter::DIRECTORY_CHANGE).await?);
        let change = Change {
            cursor,
            kind,
            entity,
            version,
            at,
        };
        change::Entity::insert(change::ActiveModel::from(&change))
            .exec_without_returning(self.txn)
            .await?;
        Ok(cursor)
    }

    async fn find_after(&self, cursor: Cursor, limit: u64) -> Result<Vec<Change>, DbErr> {
        let query = scope::whole::<change::Entity>()
            .filter(change::Column::Cursor.gt(cursor.0))
            .order_by_asc(change::Column::Cursor)
            .limit(limit);
        query
            .all(self.txn)
            .await?
            .into_iter()
            .map(Change::try_from)
            .collect()
    }
}

#[async_trait]
impl Changes for SqlChanges<'_> {
    async fn append(
        &mut self,
        entity: EntityRef,
        kind: ChangeKind,
        version: Version,
        at: DateTime<Utc>,
    ) -> Stored<Cursor> {
        self.insert(entity, kind, version, at)
            .await
            .map_err(while_doing("recording a change"))
    }

    async fn after(&mut self, cursor: Cursor, limit: u64) -> Stored<Vec<Change>> {
        self.find_after(cursor, limit)
            .await
            .map_err(while_doing("reading the change feed"))
    }

    async fn latest(&mut self) -> Stored<Cursor> {
        let newest = scope::whole::<change::Entity>()
            .order_by_desc(change::Column::Cursor)
            .one(self.txn)
            .await
            .map_err(while_doing("reading the newest change"))?;
        Ok(newest.map(|row| Cursor(row.cursor)).unwrap_or_default())
    }
}
