//! The `counter` table: numbers that are taken one at a time, in the order of commits.
//!
//! A number is taken by an update of the counter's row, which stays locked until the transaction
//! ends: numbers become visible in their order, and one that was rolled back is taken again.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{DatabaseTransaction, UpdateMany};

/// Gives the places of the directory's change feed.
pub(crate) const DIRECTORY_CHANGE: &str = "directory_change";
/// Gives the places of the referral feed.
pub(crate) const REFERRAL_EVENT: &str = "referral_event";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "counter")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) name: String,
    pub(crate) n: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Takes the next number.
pub(crate) async fn next(txn: &DatabaseTransaction, name: &str) -> Result<i64, DbErr> {
    add(txn, name, 1).await
}

/// The number that was taken last; nobody takes another one until this transaction ends.
pub(crate) async fn lock(txn: &DatabaseTransaction, name: &str) -> Result<i64, DbErr> {
    add(txn, name, 0).await
}

/// Says which number was taken last; the counter has to be locked.
pub(crate) async fn set(txn: &DatabaseTransaction, name: &str, n: i64) -> Result<(), DbErr> {
    let last = ActiveModel {
        n: Set(n),
        ..Default::default()
    };
    named(name).set(last).exec(txn).await.map(drop)
}

async fn add(txn: &DatabaseTransaction, name: &str, how_many: i64) -> Result<i64, DbErr> {
    let counters = named(name)
        .col_expr(Column::N, Expr::col(Column::N).add(how_many))
        .exec_with_returning(txn)
        .await?;
    let counter = counters.into_iter().next();
    counter
        .map(|row| row.n)
        .ok_or_else(|| DbErr::RecordNotFound(name.to_owned()))
}

fn named(name: &str) -> UpdateMany<Entity> {
    Entity::update_many().filter(Column::Name.eq(name))
}
