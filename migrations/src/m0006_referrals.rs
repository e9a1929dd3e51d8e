//! Referrals, their encrypted parts, who was let in, their feed, drafts.
//!
//! Every content is ciphertext that no key in this database opens.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, boolean, integer, json_binary, json_binary_null, pk_uuid, string_null, text,
    text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

use crate::columns::{code, code_null, index, references};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        referrals(manager).await?;
        deadlines_and_history(manager).await?;
        parts_and_messages(manager).await?;
        grants(manager).await?;
        feed(manager).await?;
        drafts(manager).await
    }
}

fn of_referral(table: &'static str) -> ForeignKeyCreateStatement {
    references(table, "referral_id", "referral", ForeignKeyAction::Cascade)
}

async fn referrals(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let referral = Table::create()
        .table("referral")
        .col(pk_uuid("id"))
        .col(integer("version"))
        .col(integer("sender_version"))
        .col(code("kind"))
        .col(code("gate"))
        .col(uuid("destination_id"))
        .col(string_null("district"))
        .col(uuid_null("sender_id"))
        .col(uuid_null("author_id"))
        .col(code("profession"))
        .col(code("urgency"))
        .col(code_null("topic"))
        .col(code_null("age_band"))
        .col(json_binary("flags"))
        .col(integer("destination_epoch"))
        .col(uuid_null("predecessor_id"))
        .col(code("state"))
        // as the sender sees it: lists of the sending end are narrowed by it
        .col(code("sender_state"))
        .col(json_binary("state_facts"))
        .col(timestamp_with_time_zone("state_since"))
        .col(uuid_null("assignee_id"))
        .col(json_binary_null("co_signature"))
        .col(json_binary_null("other_channel"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .col(timestamp_with_time_zone_null("delivered_at"))
        .col(timestamp_with_time_zone_null("opened_at"))
        .col(timestamp_with_time_zone_null("acknowledged_at"))
        .col(timestamp_with_time_zone_null("feedback_at"))
        .col(timestamp_with_time_zone("touched_at"))
        // follows from the dates above; stored because lists ask for it
        .col(timestamp_with_time_zone_null("sender_access_until"))
        .col(text_null("envelope"))
        .foreign_key(&mut references(
            "referral",
            "destination_id",
            "organisation",
            ForeignKeyAction::Restrict,
        ))
        .foreign_key(&mut references(
            "referral",
            "sender_id",
            "organisation",
            ForeignKeyAction::Restrict,
        ))
        .to_owned();
    manager.create_table(referral).await?;
    manager
        .create_index(index("referral", &["destination_id", "created_at"]))
        .await?;
    manager
        .create_index(index("referral", &["sender_id", "created_at"]))
        .await?;
    manager
        .create_index(index("referral", &["state", "state_since"]))
        .await?;
    manager
        .create_index(index("referral", &["predecessor_id"]))
        .await
}

async fn deadlines_and_history(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let due = Table::create()
        .table("referral_due")
        .col(uuid("referral_id"))
        .col(code("timer"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("referral_id").col("timer"))
        .foreign_key(&mut of_referral("referral_due"))
        .to_owned();
    manager.create_table(due).await?;
    manager.create_index(index("referral_due", &["at"])).await?;

    let transition = Table::create()
        .table("referral_transition")
        .col(uuid("referral_id"))
        .col(integer("version"))
        .col(integer("sender_version"))
        .col(code("action"))
        .col(code("from_state"))
        .col(code("to_state"))
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("by_id"))
        .col(text_null("code"))
        .col(code_null("event"))
        .col(boolean("sender_learns"))
        .col(text("destination_name"))
        .col(text_null("district"))
        .col(text_null("sender_name"))
        .col(code("role"))
        .primary_key(Index::create().col("referral_id").col("version"))
        .foreign_key(&mut of_referral("referral_transition"))
        .to_owned();
    manager.create_table(transition).await
}

async fn parts_and_messages(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let part = Table::create()
        .table("referral_part")
        .col(pk_uuid("id"))
        .col(uuid("referral_id"))
        .col(code("role"))
        .col(code("direction"))
        .col(integer("epoch"))
        .col(integer("size"))
        .col(code("tag"))
        .col(json_binary("kids"))
        .col(uuid_null("by_id"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut of_referral("referral_part"))
        .to_owned();
    manager.create_table(part).await?;
    manager
        .create_index(index("referral_part", &["referral_id"]))
        .await?;

    // apart from the head, so that listing heads reads no ciphertext
    let content = Table::create()
        .table("referral_part_content")
        .col(pk_uuid("id"))
        .col(text("jwe"))
        .foreign_key(&mut references(
            "referral_part_content",
            "id",
            "referral_part",
            ForeignKeyAction::Cascade,
        ))
        .to_owned();
    manager.create_table(content).await?;

    let message = Table::create()
        .table("referral_message")
        .col(pk_uuid("id"))
        .col(uuid("referral_id"))
        .col(code("from_side"))
        .col(uuid("part_id"))
        .col(uuid_null("by_id"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut of_referral("referral_message"))
        .to_owned();
    manager.create_table(message).await?;
    manager
        .create_index(index("referral_message", &["referral_id"]))
        .await
}

async fn grants(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let grant = Table::create()
        .table("case_grant")
        .col(uuid("referral_id"))
        .col(uuid("member_id"))
        .col(code("level"))
        .col(uuid_null("by_id"))
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone_null("until"))
        .col(text_null("reason"))
        .primary_key(
            Index::create()
                .col("referral_id")
                .col("member_id")
                .col("level"),
        )
        .foreign_key(&mut of_referral("case_grant"))
        .to_owned();
    manager.create_table(grant).await?;
    manager
        .create_index(index("case_grant", &["member_id"]))
        .await?;

    let exclusion = Table::create()
        .table("case_exclusion")
        .col(uuid("referral_id"))
        .col(uuid("member_id"))
        .col(uuid("by_id"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("referral_id").col("member_id"))
        .foreign_key(&mut of_referral("case_exclusion"))
        .to_owned();
    manager.create_table(exclusion).await?;
    manager
        .create_index(index("case_exclusion", &["member_id"]))
        .await
}

async fn feed(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let event = Table::create()
        .table("referral_event")
        .col(pk_uuid("id"))
        // given when it is published; an act never waits for the feed
        .col(big_integer_null("place"))
        .col(uuid("referral_id"))
        .col(code("kind"))
        .col(timestamp_with_time_zone("at"))
        .col(integer("version"))
        .col(integer("sender_version"))
        .col(boolean("sender_learns"))
        .foreign_key(&mut of_referral("referral_event"))
        .to_owned();
    manager.create_table(event).await?;
    manager
        .create_index(index("referral_event", &["place"]).unique().to_owned())
        .await?;
    manager
        .create_index(index("referral_event", &["referral_id"]))
        .await?;
    let first = Query::insert()
        .into_table("counter")
        .columns(["name", "n"])
        .values_panic(["referral_event".into(), 0_i64.into()])
        .to_owned();
    manager.execute(first).await
}

async fn drafts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let draft = Table::create()
        .table("referral_draft")
        .col(uuid("author_id"))
        .col(uuid("id"))
        .col(text("jwe"))
        .col(timestamp_with_time_zone("changed_at"))
        .primary_key(Index::create().col("author_id").col("id"))
        .to_owned();
    manager.create_table(draft).await?;
    manager
        .create_index(index("referral_draft", &["changed_at"]))
        .await
}
