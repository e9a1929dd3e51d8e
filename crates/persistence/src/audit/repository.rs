//! The repository of the audit.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::audit::repo::Audit;
use domain::audit::{Act, FoldKey, Sealed, Stream, Tail};
use domain::store::Stored;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::row::{denied, entry, seq, stream};
use crate::error::while_doing;
use crate::scope;

/// The audit in one transaction.
pub(crate) struct SqlAudit<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlAudit<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    /// The end of a stream, locked until this transaction ends; made when there is none.
    async fn lock(&self, stream: Stream) -> Result<Tail, DbErr> {
        let begun = stream::ActiveModel::from(&Tail::empty(stream));
        // an update that changes nothing takes the lock and answers the row as it is
        let untouched = OnConflict::column(stream::Column::Stream)
            .update_column(stream::Column::Stream)
            .to_owned();
        let row = stream::Entity::insert(begun)
            .on_conflict(untouched)
            .exec_with_returning(self.txn)
            .await?;
        Tail::try_from(row)
    }

    async fn append_one(&self, act: Act) -> Result<Sealed, DbErr> {
        let sealed = self.lock(act.stream).await?.append(act);
        entry::Entity::insert(entry::ActiveModel::from(&sealed))
            .exec_without_returning(self.txn)
            .await?;
        stream::Entity::update_many()
            .set(stream::ActiveModel::from(&sealed.tail()))
            .filter(stream::Column::Stream.eq(sealed.entry.stream.to_string()))
            .exec(self.txn)
            .await?;
        Ok(sealed)
    }

    async fn count_one(&self, key: &FoldKey, act: &Act) -> Result<u32, DbErr> {
        let once_more = OnConflict::columns([
            denied::Column::Stream,
            denied::Column::Minute,
            denied::Column::Actor,
            denied::Column::Action,
            denied::Column::ObjectKind,
            denied::Column::ObjectId,
        ])
        .value(
            denied::Column::Count,
            Expr::col((denied::Entity, denied::Column::Count)).add(1),
        )
        .to_owned();
        let row = denied::Entity::insert(denied::first(key, act)?)
            .on_conflict(once_more)
            .exec_with_returning(self.txn)
            .await?;
        denied::attempts(row.count)
    }

    async fn take_before(&self, minute: DateTime<Utc>) -> Result<Vec<Act>, DbErr> {
        // deleting answers the rows, so of two instances only one gets each
        let mut rows = denied::Entity::delete_many()
            .filter(denied::Column::Minute.lt(minute))
            .exec_with_returning(self.txn)
            .await?;
        rows.sort_by(|a, b| (a.at, &a.actor, &a.action).cmp(&(b.at, &b.actor, &b.action)));
        rows.into_iter().map(Act::try_from).collect()
    }

    async fn all_tails(&self) -> Result<Vec<Tail>, DbErr> {
        let query = scope::whole::<stream::Entity>().order_by_asc(stream::Column::Stream);
        query
            .all(self.txn)
            .await?
            .into_iter()
            .map(Tail::try_from)
            .collect()
    }

    async fn entries_after(
        &self,
        of: Stream,
        after: u64,
        limit: u32,
    ) -> Result<Vec<Sealed>, DbErr> {
        let query = scope::whole::<entry::Entity>()
            .filter(entry::Column::Stream.eq(of.to_string()))
            .filter(entry::Column::Seq.gt(seq(after)))
            .order_by_asc(entry::Column::Seq)
            .limit(u64::from(limit));
        query
            .all(self.txn)
            .await?
            .into_iter()
            .map(Sealed::try_from)
            .collect()
    }
}

#[async_trait]
impl Audit for SqlAudit<'_> {
    async fn append(&mut self, act: Act) -> Stored<Sealed> {
        self.append_one(act)
            .await
            .map_err(while_doing("appending to the audit"))
    }

    async fn count_denied(&mut self, key: &FoldKey, act: &Act) -> Stored<u32> {
        let counted = self.count_one(key, act).await;
        counted.map_err(while_doing("counting a refused attempt"))
    }

    async fn take_denied(&mut self, minute: DateTime<Utc>) -> Stored<Vec<Act>> {
        let taken = self.take_before(minute).await;
        taken.map_err(while_doing("taking out the refused attempts"))
    }

    async fn tails(&mut self) -> Stored<Vec<Tail>> {
        self.all_tails()
            .await
            .map_err(while_doing("finding the ends of the audit"))
    }

    async fn entries(&mut self, stream: Stream, after: u64, limit: u32) -> Stored<Vec<Sealed>> {
        let found = self.entries_after(stream, after, limit).await;
        found.map_err(while_doing("reading the audit"))
    }
}
