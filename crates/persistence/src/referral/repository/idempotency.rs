//! What was asked for under which key.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::referral::idempotency::{Answer, IdempotencyKey, IdempotencyRow, Scope};
use domain::referral::repo::Idempotency;
use domain::referral::retention::IDEMPOTENCY;
use domain::store::Stored;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};

use super::super::row::idempotency;
use crate::error::while_doing;

/// Idempotency rows in one transaction.
pub(crate) struct SqlIdempotency<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlIdempotency<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    async fn find_row(
        &self,
        scope: &Scope,
        key: IdempotencyKey,
    ) -> Result<Option<IdempotencyRow>, DbErr> {
        let Scope { caller, route } = scope;
        let id = (caller.clone(), route.clone(), idempotency::bare(key)?);
        let row = idempotency::Entity::find_by_id(id).one(self.txn).await?;
        row.map(IdempotencyRow::try_from).transpose()
    }

    async fn claim_row(&self, row: &IdempotencyRow) -> Result<bool, DbErr> {
        use idempotency::Column;
        // a second request waits here for the end of the first one's transaction
        let unless_kept = OnConflict::columns([Column::Caller, Column::Route, Column::Key])
            .update_columns([
                Column::Fingerprint,
                Column::At,
                Column::Status,
                Column::Body,
            ])
            .action_and_where(
                Expr::col((idempotency::Entity, Column::At)).lte(row.at - IDEMPOTENCY),
            )
            .to_owned();
        let claimed = idempotency::Entity::insert(idempotency::row(row)?)
            .on_conflict(unless_kept)
            .exec_without_returning(self.txn)
            .await?;
        Ok(claimed == 1)
    }

    async fn keep(&self, scope: &Scope, key: IdempotencyKey, answer: &Answer) -> Result<(), DbErr> {
        let (Scope { caller, route }, Answer { status, body }) = (scope, answer);
        let answered = idempotency::ActiveModel {
            status: Set(Some(i32::from(*status))),
            body: Set(Some(body.clone())),
            ..idempotency::ActiveModel::default()
        };
        idempotency::Entity::update_many()
            .set(answered)
            .filter(idempotency::Column::Caller.eq(caller))
            .filter(idempotency::Column::Route.eq(route))
            .filter(idempotency::Column::Key.eq(idempotency::bare(key)?))
            .exec(self.txn)
            .await?;
        Ok(())
    }
}

#[async_trait]
impl Idempotency for SqlIdempotency<'_> {
    async fn find(&mut self, scope: &Scope, key: IdempotencyKey) -> Stored<Option<IdempotencyRow>> {
        self.find_row(scope, key)
            .await
            .map_err(while_doing("finding an idempotency key"))
    }

    async fn claim(&mut self, row: &IdempotencyRow) -> Stored<bool> {
        self.claim_row(row)
            .await
            .map_err(while_doing("claiming an idempotency key"))
    }

    async fn finish(&mut self, scope: &Scope, key: IdempotencyKey, answer: &Answer) -> Stored<()> {
        self.keep(scope, key, answer)
            .await
            .map_err(while_doing("keeping an answer"))
    }

    async fn delete_before(&mut self, before: DateTime<Utc>) -> Stored<u64> {
        let outcome = idempotency::Entity::delete_many()
            .filter(idempotency::Column::At.lt(before))
            .exec(self.txn)
            .await
            .map_err(while_doing("deleting old idempotency keys"))?;
        Ok(outcome.rows_affected)
    }
}
