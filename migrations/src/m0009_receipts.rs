//! The signed receipt has a column of its own; until now it stood among the codes of the steps.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text_null;

use crate::columns::index;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let receipt = Table::alter()
            .table("referral_transition")
            .add_column(text_null("receipt"))
            .to_owned();
        manager.alter_table(receipt).await?;
        let moved = Query::update()
            .table("referral_transition")
            .value("receipt", Expr::col("code"))
            .value("code", Option::<String>::None)
            .and_where(Expr::col("action").eq("acknowledge"))
            .to_owned();
        manager.execute(moved).await?;
        // how much a member announced within the last hour is counted at every announcement
        manager
            .create_index(index("referral", &["author_id", "created_at"]))
            .await
    }
}
