//! Lists of the directory. Each starts in [`scope`], with the one who is asking.

use domain::access::Actor;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};
use uuid::Uuid;

use super::row::service;
use crate::scope;

/// At most `limit` rows of a table after the one named, in the order of their ids.
pub(super) fn portion<E: EntityTrait>(id: E::Column, after: Option<Uuid>, limit: u64) -> Select<E> {
    let mut query = scope::whole::<E>();
    if let Some(after) = after {
        query = query.filter(id.gt(after));
    }
    query.order_by_asc(id).limit(limit)
}

/// One page of the services that the actor may edit, by name, and how many there are in all.
pub(super) async fn editable_services(
    txn: &DatabaseTransaction,
    actor: &Actor,
    offset: u64,
    limit: u64,
) -> Result<(Vec<service::Model>, u64), DbErr> {
    let editable = scope::services(actor);
    let total = editable.clone().count(txn).await?;
    let rows = editable
        .order_by_asc(service::Column::Name)
        .order_by_asc(service::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(txn)
        .await?;
    Ok((rows, total))
}
