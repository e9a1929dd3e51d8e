//! Locations.

use async_trait::async_trait;
use domain::directory::Location;
use domain::directory::repo::Locations;
use domain::ids::LocationId;
use domain::store::Stored;
use sea_orm::{DatabaseTransaction, DbErr, EntityTrait};
use uuid::Uuid;

use super::super::lists;
use super::super::row::{Belongs, OwnerKind, location};
use super::nested::{Nested, NestedRows};
use crate::column::replacing;
use crate::error::while_doing;

/// Locations in one transaction.
pub(crate) struct SqlLocations<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlLocations<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    async fn load(&self, rows: Vec<location::Model>) -> Result<Vec<Location>, DbErr> {
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let mut nested = Nested::load(self.txn, &ids).await?;
        let own = OwnerKind::Location;
        rows.into_iter()
            .map(|row| {
                let parts = location::Parts {
                    phones: nested.phones(own, row.id)?,
                    schedules: nested.schedules(own, row.id),
                };
                row.into_domain(parts)
            })
            .collect()
    }

    async fn find_one(&self, id: LocationId) -> Result<Option<Location>, DbErr> {
        let id = id.as_uuid();
        let Some(row) = location::Entity::find_by_id(id).one(self.txn).await? else {
            return Ok(None);
        };
        Ok(self.load(vec![row]).await?.pop())
    }

    async fn find_portion(
        &self,
        after: Option<LocationId>,
        limit: u64,
    ) -> Result<Vec<Location>, DbErr> {
        let after = after.map(LocationId::as_uuid);
        let query = lists::portion::<location::Entity>(location::Column::Id, after, limit);
        self.load(query.all(self.txn).await?).await
    }

    async fn upsert(&self, location: &Location) -> Result<(), DbErr> {
        location::Entity::insert(location::ActiveModel::from(location))
            .on_conflict(replacing::<location::Entity>())
            .exec_without_returning(self.txn)
            .await?;
        let id = location.id.as_uuid();
        let own = Belongs::to_record(OwnerKind::Location, id);
        let mut nested = NestedRows::default();
        nested.add_phones(own, &location.phones);
        nested.add_schedules(own, &location.schedules);
        nested.replace(self.txn, id).await
    }
}

#[async_trait]
impl Locations for SqlLocations<'_> {
    async fn find(&mut self, id: LocationId) -> Stored<Option<Location>> {
        self.find_one(id)
            .await
            .map_err(while_doing("finding a location"))
    }

    async fn portion(&mut self, after: Option<LocationId>, limit: u64) -> Stored<Vec<Location>> {
        self.find_portion(after, limit)
            .await
            .map_err(while_doing("loading a portion of the locations"))
    }

    async fn save(&mut self, location: &Location) -> Stored<()> {
        self.upsert(location)
            .await
            .map_err(while_doing("saving a location"))
    }
}
