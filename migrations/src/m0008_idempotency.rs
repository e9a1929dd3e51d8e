//! What was asked for under which key, and what was answered.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary_len, blob_null, integer_null, string, text, timestamp_with_time_zone, uuid,
};

use crate::columns::index;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let idempotency = Table::create()
            .table("idempotency")
            .col(string("caller"))
            .col(text("route"))
            .col(uuid("key"))
            .col(binary_len("fingerprint", 32))
            .col(timestamp_with_time_zone("at"))
            .col(integer_null("status"))
            .col(blob_null("body"))
            .primary_key(Index::create().col("caller").col("route").col("key"))
            .to_owned();
        manager.create_table(idempotency).await?;
        manager.create_index(index("idempotency", &["at"])).await
    }
}
