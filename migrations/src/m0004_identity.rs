//! Accounts, memberships, the standing of organisations, sessions.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary_len, binary_len_null, boolean, integer, json_binary, pk_uuid, string, text,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

use crate::columns::{index, references};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        accounts(manager).await?;
        memberships(manager).await?;
        sessions(manager).await
    }
}

async fn accounts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let account = Table::create()
        .table("account")
        .col(pk_uuid("id"))
        .col(string("login"))
        .col(text("display_name"))
        .col(text("password_hash"))
        .col(boolean("enabled"))
        .col(integer("failures"))
        .col(timestamp_with_time_zone_null("locked_until"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned();
    manager.create_table(account).await?;
    manager
        .create_index(index("account", &["login"]).unique().to_owned())
        .await
}

async fn memberships(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let membership = Table::create()
        .table("membership")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(uuid("organisation_id"))
        .col(json_binary("roles"))
        .col(timestamp_with_time_zone("since"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .foreign_key(&mut references(
            "membership",
            "account_id",
            "account",
            ForeignKeyAction::Restrict,
        ))
        .foreign_key(&mut references(
            "membership",
            "organisation_id",
            "organisation",
            ForeignKeyAction::Restrict,
        ))
        .to_owned();
    manager.create_table(membership).await?;
    manager
        .create_index(index("membership", &["account_id"]))
        .await?;
    manager
        .create_index(index("membership", &["organisation_id"]))
        .await?;

    let standing = Table::create()
        .table("standing")
        .col(uuid("organisation_id").primary_key())
        .col(timestamp_with_time_zone_null("verified_at"))
        .col(json_binary("receives"))
        .foreign_key(&mut references(
            "standing",
            "organisation_id",
            "organisation",
            ForeignKeyAction::Restrict,
        ))
        .to_owned();
    manager.create_table(standing).await
}

async fn sessions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let session = Table::create()
        .table("session")
        .col(pk_uuid("id"))
        .col(uuid("account_id"))
        .col(uuid("member_id"))
        .col(binary_len("renewal_hash", 32))
        .col(binary_len_null("previous_renewal_hash", 32))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("renewed_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .foreign_key(&mut references(
            "session",
            "account_id",
            "account",
            ForeignKeyAction::Restrict,
        ))
        .foreign_key(&mut references(
            "session",
            "member_id",
            "membership",
            ForeignKeyAction::Restrict,
        ))
        .to_owned();
    manager.create_table(session).await?;
    let by_secret = index("session", &["renewal_hash"]).unique().to_owned();
    manager.create_index(by_secret).await?;
    manager
        .create_index(index("session", &["previous_renewal_hash"]))
        .await?;
    manager
        .create_index(index("session", &["account_id"]))
        .await?;
    manager
        .create_index(index("session", &["revoked_at"]))
        .await
}
