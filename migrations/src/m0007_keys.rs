//! Keys: public halves, and private ones sealed to people.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary_len, integer, json_binary, string, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid,
};

use crate::columns::{code, index, references};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        announcements(manager).await?;
        certificates(manager).await?;
        sealed_keys(manager).await
    }
}

fn of_organisation(table: &'static str) -> ForeignKeyCreateStatement {
    references(
        table,
        "organisation_id",
        "organisation",
        ForeignKeyAction::Restrict,
    )
}

async fn announcements(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let link = Table::create()
        .table("key_link")
        .col(uuid("organisation_id"))
        .col(integer("epoch"))
        .col(text("announcement"))
        .col(text_null("proof"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("organisation_id").col("epoch"))
        .foreign_key(&mut of_organisation("key_link"))
        .to_owned();
    manager.create_table(link).await?;

    let endorsement = Table::create()
        .table("key_endorsement")
        .col(uuid("organisation_id"))
        .col(binary_len("digest", 32))
        .col(text("token"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("organisation_id").col("digest"))
        .foreign_key(&mut of_organisation("key_endorsement"))
        .to_owned();
    manager.create_table(endorsement).await
}

async fn certificates(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let certificate = Table::create()
        .table("key_certificate")
        .col(uuid("organisation_id"))
        .col(string("jti"))
        .col(uuid("member_id"))
        .col(code("role"))
        .col(json_binary("signing"))
        .col(code("signing_kid"))
        .col(json_binary("encryption"))
        .col(timestamp_with_time_zone("issued_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(code("certified_by"))
        .col(text("token"))
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .primary_key(Index::create().col("organisation_id").col("jti"))
        .foreign_key(&mut of_organisation("key_certificate"))
        .to_owned();
    manager.create_table(certificate).await?;
    manager
        .create_index(index(
            "key_certificate",
            &["organisation_id", "signing_kid"],
        ))
        .await
}

async fn sealed_keys(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let grant = Table::create()
        .table("key_grant")
        .col(uuid("organisation_id"))
        .col(integer("epoch"))
        .col(code("target"))
        .col(uuid("granter_id"))
        .col(text("sealed"))
        .col(binary_len("proof_digest", 32))
        .col(timestamp_with_time_zone("posted_at"))
        .col(timestamp_with_time_zone_null("proved_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .primary_key(
            Index::create()
                .col("organisation_id")
                .col("epoch")
                .col("target"),
        )
        .foreign_key(&mut of_organisation("key_grant"))
        .to_owned();
    manager.create_table(grant).await?;

    let vault = Table::create()
        .table("key_vault")
        .col(uuid("member_id").primary_key())
        .col(code("enc_kid"))
        .col(code("sig_kid"))
        .col(text("sealed"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut references(
            "key_vault",
            "member_id",
            "membership",
            ForeignKeyAction::Restrict,
        ))
        .to_owned();
    manager.create_table(vault).await?;

    let sheet = Table::create()
        .table("key_sheet")
        .col(uuid("organisation_id"))
        .col(integer("number"))
        .col(json_binary("key"))
        .col(uuid("printed_in_id"))
        .col(timestamp_with_time_zone("printed_at"))
        .col(timestamp_with_time_zone_null("verified_at"))
        .col(timestamp_with_time_zone_null("voided_at"))
        .primary_key(Index::create().col("organisation_id").col("number"))
        .foreign_key(&mut of_organisation("key_sheet"))
        .to_owned();
    manager.create_table(sheet).await
}
