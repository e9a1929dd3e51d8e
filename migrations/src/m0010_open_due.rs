//! The hours of an office may change while a report waits there: until when it is to be opened is kept as
//! it was when the report arrived.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::timestamp_with_time_zone_null;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let open_due_at = Table::alter()
            .table("referral")
            .add_column(timestamp_with_time_zone_null("open_due_at"))
            .to_owned();
        manager.alter_table(open_due_at).await
    }
}
