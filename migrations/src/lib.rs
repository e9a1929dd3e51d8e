//! The schema of the database, as steps that are only ever added.
//!
//! A step that was released is never edited: a change is a new step. Steps speak to the schema alone
//! and never use the entities of `persistence`, because those follow the newest schema and a step
//! must go on meaning what it meant.
//!
//! House rules: keys are UUIDs, enumerations are short texts checked by the domain, value lists are
//! JSON (`jsonb` on PostgreSQL), every editable record has a `version`, and no instant comes from a
//! database default, because the two engines write them differently. A step is one transaction on
//! both engines: a schema is never half changed.

#![expect(
    elided_lifetimes_in_paths,
    reason = "`MigrationTrait::up` is declared that way"
)]

pub use sea_orm_migration::prelude::MigratorTrait;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseConnection;

mod columns;
mod m0001_sources_and_taxonomies;
mod m0002_directory;
mod m0003_change_feed;
mod m0004_identity;
mod m0005_audit;
mod m0006_referrals;
mod m0007_keys;
mod m0008_idempotency;
mod m0009_receipts;
mod m0010_open_due;

/// Brings a database up to the schema of this version.
#[derive(Debug, Clone, Copy)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_sources_and_taxonomies::Migration),
            Box::new(m0002_directory::Migration),
            Box::new(m0003_change_feed::Migration),
            Box::new(m0004_identity::Migration),
            Box::new(m0005_audit::Migration),
            Box::new(m0006_referrals::Migration),
            Box::new(m0007_keys::Migration),
            Box::new(m0008_idempotency::Migration),
            Box::new(m0009_receipts::Migration),
            Box::new(m0010_open_due::Migration),
        ]
    }
}

/// The names of all steps, in order.
pub fn steps() -> Vec<String> {
    Migrator::migrations()
        .iter()
        .map(|step| step.name().to_owned())
        .collect()
}

/// The names of the steps that a database has seen, in order. Changes nothing.
pub async fn applied_steps(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let manager = SchemaManager::new(db);
    if !manager.has_table("seaql_migrations").await? {
        return Ok(Vec::new());
    }
    let query = Query::select()
        .column("version")
        .from("seaql_migrations")
        .order_by("version", Order::Asc)
        .to_owned();
    let rows = db.query_all(&query).await?;
    rows.iter().map(|row| row.try_get("", "version")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_are_numbered_without_gaps() {
        for (step, number) in steps().iter().zip(1..) {
            assert!(
                step.starts_with(&format!("m{number:04}_")),
                "{step} is not number {number}"
            );
        }
    }
}
