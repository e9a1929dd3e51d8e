//! The directory: organisations, locations, services, and what belongs to them.
//!
//! `organisation.parent_id` and `.successor_id` are no foreign keys: an import meets a child before
//! its parent.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean_null, date_null, double_null, integer, integer_null, json_binary, json_binary_null,
    pk_uuid, string_null, text, text_null, uuid, uuid_null,
};

use crate::columns::{WithColumns, code, code_null, index, nested, record, references};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        organisations(manager).await?;
        locations(manager).await?;
        services(manager).await?;
        places_and_areas(manager).await?;
        nested_rows(manager).await
    }
}

async fn organisations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let organisation = Table::create()
        .table("organisation")
        .col(pk_uuid("id"))
        .col(text("name"))
        .col(json_binary("alternate_names"))
        .col(text_null("description"))
        .col(code("kind"))
        .col(json_binary("sectors"))
        .col(text_null("legal_form"))
        .col(json_binary("register_ids"))
        .col(uuid_null("parent_id"))
        .col(string_null("district"))
        .col(text_null("website"))
        .col(text_null("email"))
        .col(json_binary("mandates"))
        .col(code("status"))
        .col(date_null("closed_on"))
        .col(uuid_null("successor_id"))
        .col(text_null("internal_note"))
        .cols(record())
        .to_owned();
    manager.create_table(organisation).await?;
    manager
        .create_index(index("organisation", &["district"]))
        .await
}

async fn locations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let location = Table::create()
        .table("location")
        .col(pk_uuid("id"))
        .col(uuid("organisation_id"))
        .col(code("kind"))
        .col(text_null("name"))
        .col(json_binary("addresses"))
        .col(double_null("lat"))
        .col(double_null("lon"))
        .col(integer_null("accuracy_m"))
        .col(code("address_visibility"))
        .col(text_null("transport_note"))
        .col(json_binary("accessibility"))
        .cols(record())
        .foreign_key(&mut references(
            "location",
            "organisation_id",
            "organisation",
            ForeignKeyAction::Restrict,
        ))
        .to_owned();
    manager.create_table(location).await?;
    manager
        .create_index(index("location", &["organisation_id"]))
        .await
}

async fn services(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let service = Table::create()
        .table("service")
        .col(pk_uuid("id"))
        .col(uuid("organisation_id"))
        .col(text("name"))
        .col(json_binary("alternate_names"))
        .col(text_null("summary"))
        .col(text_null("description"))
        .col(json_binary("kinds"))
        .col(json_binary("topics"))
        .col(json_binary("target_groups"))
        .col(json_binary("sectors"))
        .col(code("status"))
        .col(text_null("closed_reason"))
        .col(date_null("expected_back_on"))
        .col(date_null("visible_from"))
        .col(date_null("visible_to"))
        .col(json_binary("funding_periods"))
        .col(json_binary("eligibility"))
        .col(json_binary("languages"))
        .col(json_binary("cost"))
        .col(code("anonymous"))
        .col(json_binary_null("capacity"))
        .col(json_binary_null("opening_commitment"))
        .col(text_null("boundary_note"))
        .col(json_binary_null("notice"))
        .col(text_null("website"))
        .col(text_null("chat"))
        .col(text_null("email"))
        .col(text_null("answered_by"))
        .col(text_null("internal_note"))
        .cols(record())
        .foreign_key(&mut references(
            "service",
            "organisation_id",
            "organisation",
            ForeignKeyAction::Restrict,
        ))
        .to_owned();
    manager.create_table(service).await?;
    manager
        .create_index(index("service", &["organisation_id"]))
        .await
}

async fn places_and_areas(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let service_at_location = Table::create()
        .table("service_at_location")
        .col(pk_uuid("id"))
        .col(uuid("service_id"))
        .col(uuid("location_id"))
        .col(integer("position"))
        .col(text_null("description"))
        .foreign_key(&mut references(
            "service_at_location",
            "service_id",
            "service",
            ForeignKeyAction::Cascade,
        ))
        .foreign_key(&mut references(
            "service_at_location",
            "location_id",
            "location",
            ForeignKeyAction::Restrict,
        ))
        .to_owned();
    manager.create_table(service_at_location).await?;
    let once = index("service_at_location", &["service_id", "location_id"])
        .unique()
        .to_owned();
    manager.create_index(once).await?;
    manager
        .create_index(index("service_at_location", &["location_id"]))
        .await?;

    let service_area = Table::create()
        .table("service_area")
        .col(uuid("service_id"))
        .col(integer("position"))
        .col(json_binary("value"))
        .col(uuid_null("source_id"))
        .col(string_null("stated_on"))
        .primary_key(Index::create().col("service_id").col("position"))
        .foreign_key(&mut references(
            "service_area",
            "service_id",
            "service",
            ForeignKeyAction::Cascade,
        ))
        .to_owned();
    manager.create_table(service_area).await
}

async fn nested_rows(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let contact = Table::create()
        .table("contact")
        .col(pk_uuid("id"))
        .cols(nested())
        .col(code("function"))
        .col(text_null("label"))
        .col(text_null("department"))
        .col(text_null("email"))
        .col(code("tier"))
        .to_owned();
    let phone = Table::create()
        .table("phone")
        .col(pk_uuid("id"))
        .cols(nested())
        .col(code("number"))
        .col(text("display"))
        .col(code("kind"))
        .col(code("purpose"))
        .col(text_null("label"))
        .col(code_null("cost"))
        .col(boolean_null("anonymous"))
        .col(json_binary("languages"))
        .col(uuid_null("source_id"))
        .col(string_null("stated_on"))
        .col(code("tier"))
        .to_owned();
    let schedule = Table::create()
        .table("schedule")
        .col(pk_uuid("id"))
        .cols(nested())
        .col(json_binary("value"))
        .col(uuid_null("source_id"))
        .col(string_null("stated_on"))
        .to_owned();
    for (name, table) in [
        ("contact", contact),
        ("phone", phone),
        ("schedule", schedule),
    ] {
        manager.create_table(table).await?;
        manager.create_index(index(name, &["record_id"])).await?;
    }
    Ok(())
}
