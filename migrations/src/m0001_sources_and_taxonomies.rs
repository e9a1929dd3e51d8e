//! Where facts come from, and the words they are sorted by.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{json_binary, pk_uuid, string, text, text_null};

use crate::columns::{code, code_null, index};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let source = Table::create()
            .table("source")
            .col(pk_uuid("id"))
            .col(string("key"))
            .col(text("title"))
            .col(text_null("url"))
            .col(string("date"))
            .col(string("licence"))
            .to_owned();
        manager.create_table(source).await?;
        manager
            .create_index(index("source", &["key"]).unique().to_owned())
            .await?;

        let term = Table::create()
            .table("term")
            .col(pk_uuid("id"))
            .col(code("taxonomy"))
            .col(code("key"))
            .col(code_null("parent"))
            .col(json_binary("labels"))
            .col(json_binary("synonyms"))
            .col(json_binary("plain_words"))
            .to_owned();
        manager.create_table(term).await?;
        manager
            .create_index(index("term", &["taxonomy", "key"]).unique().to_owned())
            .await
    }
}
