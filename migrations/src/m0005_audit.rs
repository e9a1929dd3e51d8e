//! The chained record of what was done.
//!
//! An entry is kept as the very text that was hashed, so it is no JSON column: the engine would
//! rewrite it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, binary_len, integer, string, text, text_null, timestamp_with_time_zone,
};

use crate::columns::code;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let stream = Table::create()
            .table("audit_stream")
            .col(code("stream").primary_key())
            .col(big_integer("seq"))
            .col(binary_len("hash", 32))
            .to_owned();
        manager.create_table(stream).await?;

        let entry = Table::create()
            .table("audit_entry")
            .col(code("stream"))
            .col(big_integer("seq"))
            .col(text("entry"))
            .col(binary_len("hash", 32))
            .primary_key(Index::create().col("stream").col("seq"))
            .to_owned();
        manager.create_table(entry).await?;

        // refused attempts of a minute, counted until they are one row of the chain
        let denied = Table::create()
            .table("audit_denied")
            .col(code("stream"))
            .col(timestamp_with_time_zone("minute"))
            .col(text("actor"))
            .col(string("action"))
            .col(code("object_kind"))
            .col(string("object_id"))
            .col(timestamp_with_time_zone("at"))
            .col(text_null("reason"))
            .col(text_null("request_id"))
            .col(integer("count"))
            .primary_key(
                Index::create()
                    .col("stream")
                    .col("minute")
                    .col("actor")
                    .col("action")
                    .col("object_kind")
                    .col("object_id"),
            )
            .to_owned();
        manager.create_table(denied).await
    }
}
