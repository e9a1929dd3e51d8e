//! The change feed, and the counter its places are taken from.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, string, timestamp_with_time_zone, uuid};

use crate::columns::code;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let counter = Table::create()
            .table("counter")
            .col(string("name").primary_key())
            .col(big_integer("n"))
            .to_owned();
        manager.create_table(counter).await?;
        let first = Query::insert()
            .into_table("counter")
            .columns(["name", "n"])
            .values_panic(["directory_change".into(), 0_i64.into()])
            .to_owned();
        manager.execute(first).await?;

        let change = Table::create()
            .table("directory_change")
            .col(big_integer("cursor").primary_key())
            .col(code("kind"))
            .col(code("entity_kind"))
            .col(uuid("entity_id"))
            .col(integer("version"))
            .col(timestamp_with_time_zone("at"))
            .to_owned();
        manager.create_table(change).await
    }
}
