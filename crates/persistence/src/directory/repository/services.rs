//! Services, with where they are given and whom they serve.

use std::collections::HashMap;

use async_trait::async_trait;
use domain::access::Actor;
use domain::directory::repo::Services;
use domain::directory::{Service, ServiceAtLocation, Stated};
use domain::ids::ServiceId;
use domain::page::Page;
use domain::store::Stored;
use domain::territory::Area;
use domain::time::Version;
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::lists;
use super::super::row::{Belongs, OwnerKind, service, service_area, service_at_location};
use super::nested::{Nested, NestedRows};
use crate::column::replacing;
use crate::error::while_doing;

/// Services in one transaction.
pub(crate) struct SqlServices<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlServices<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    async fn load(&self, rows: Vec<service::Model>) -> Result<Vec<Service>, DbErr> {
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let mut nested = Nested::load(self.txn, &ids).await?;
        let mut areas = self.areas(&ids).await?;
        let mut places = self.places(&ids, &mut nested).await?;
        let own = OwnerKind::Service;
        rows.into_iter()
            .map(|row| {
                let parts = service::Parts {
                    areas: areas.remove(&row.id).unwrap_or_default(),
                    at: places.remove(&row.id).unwrap_or_default(),
                    phones: nested.phones(own, row.id)?,
                    contacts: nested.contacts(own, row.id)?,
                    schedules: nested.schedules(own, row.id),
                };
                row.into_domain(parts)
            })
            .collect()
    }

    async fn areas(&self, services: &[Uuid]) -> Result<HashMap<Uuid, Vec<Stated<Area>>>, DbErr> {
        let query = service_area::Entity::find()
            .filter(service_area::Column::ServiceId.is_in(services.iter().copied()))
            .order_by_asc(service_area::Column::Position);
        let mut areas = HashMap::<_, Vec<_>>::new();
        for row in query.all(self.txn).await? {
            areas
                .entry(row.service_id)
                .or_default()
                .push(row.into_domain());
        }
        Ok(areas)
    }

    async fn places(
        &self,
        services: &[Uuid],
        nested: &mut Nested,
    ) -> Result<HashMap<Uuid, Vec<ServiceAtLocation>>, DbErr> {
        let query = service_at_location::Entity::find()
            .filter(service_at_location::Column::ServiceId.is_in(services.iter().copied()))
            .order_by_asc(service_at_location::Column::Position);
        let there = OwnerKind::ServiceAtLocation;
        let mut places = HashMap::<_, Vec<_>>::new();
        for row in query.all(self.txn).await? {
            let (service, phones) = (row.service_id, nested.phones(there, row.id)?);
            let schedules = nested.schedules(there, row.id);
            places
                .entry(service)
                .or_default()
                .push(row.into_domain(phones, schedules));
        }
        Ok(places)
    }

    async fn find_one(&self, id: ServiceId) -> Result<Option<Service>, DbErr> {
        let row = service::Entity::find_by_id(id.as_uuid())
            .one(self.txn)
            .await?;
        match row {
            Some(row) => Ok(self.load(vec![row]).await?.pop()),
            None => Ok(None),
        }
    }

    async fn find_portion(
        &self,
        after: Option<ServiceId>,
        limit: u64,
    ) -> Result<Vec<Service>, DbErr> {
        let after = after.map(ServiceId::as_uuid);
        let query = lists::portion::<service::Entity>(service::Column::Id, after, limit);
        self.load(query.all(self.txn).await?).await
    }

    async fn find_editable(
        &self,
        actor: &Actor,
        offset: u64,
        limit: u64,
    ) -> Result<Page<Service>, DbErr> {
        let (rows, total) = lists::editable_services(self.txn, actor, offset, limit).await?;
        Ok(Page {
            items: self.load(rows).await?,
            total,
            offset,
        })
    }

    async fn upsert(&self, service: &Service) -> Result<(), DbErr> {
        service::Entity::insert(service::ActiveModel::from(service))
            .on_conflict(replacing::<service::Entity>())
            .exec_without_returning(self.txn)
            .await?;
        self.replace_parts(service).await
    }

    async fn update(&self, service: &Service, Version(seen): Version) -> Result<bool, DbErr> {
        let outcome = service::Entity::update_many()
            .set(service::ActiveModel::from(service))
            .filter(service::Column::Id.eq(service.id.as_uuid()))
            .filter(service::Column::Version.eq(seen))
            .exec(self.txn)
            .await?;
        let unchanged = outcome.rows_affected == 1;
        if unchanged {
            self.replace_parts(service).await?;
        }
        Ok(unchanged)
    }

    async fn replace_parts(&self, service: &Service) -> Result<(), DbErr> {
        let id = service.id.as_uuid();
        let had_areas = service_area::Column::ServiceId.eq(id);
        service_area::Entity::delete_many()
            .filter(had_areas)
            .exec(self.txn)
            .await?;
        let had_places = service_at_location::Column::ServiceId.eq(id);
        service_at_location::Entity::delete_many()
            .filter(had_places)
            .exec(self.txn)
            .await?;
        service_area::Entity::insert_many(service_area::rows(service.id, &service.areas))
            .exec_without_returning(self.txn)
            .await?;
        service_at_location::Entity::insert_many(service_at_location::rows(
            service.id,
            &service.at,
        ))
        .exec_without_returning(self.txn)
        .await?;
        let own = Belongs::to_record(OwnerKind::Service, id);
        let mut nested = NestedRows::default();
        nested.add_contacts(own, &service.contacts);
        nested.add_phones(own, &service.phones);
        nested.add_schedules(own, &service.schedules);
        for place in &service.at {
            let there = own.to_part(OwnerKind::ServiceAtLocation, place.id.as_uuid());
            nested.add_phones(there, &place.phones);
            nested.add_schedules(there, &place.schedules);
        }
        nested.replace(self.txn, id).await
    }
}

#[async_trait]
impl Services for SqlServices<'_> {
    async fn find(&mut self, id: ServiceId) -> Stored<Option<Service>> {
        self.find_one(id)
            .await
            .map_err(while_doing("finding a service"))
    }

    async fn portion(&mut self, after: Option<ServiceId>, limit: u64) -> Stored<Vec<Service>> {
        self.find_portion(after, limit)
            .await
            .map_err(while_doing("loading a portion of the services"))
    }

    async fn editable_by(
        &mut self,
        actor: &Actor,
        offset: u64,
        limit: u64,
    ) -> Stored<Page<Service>> {
        let found = self.find_editable(actor, offset, limit).await;
        found.map_err(while_doing("listing the services somebody may edit"))
    }

    async fn save(&mut self, service: &Service) -> Stored<()> {
        self.upsert(service)
            .await
            .map_err(while_doing("saving a service"))
    }

    async fn save_if_unchanged(&mut self, service: &Service, seen: Version) -> Stored<bool> {
        self.update(service, seen)
            .await
            .map_err(while_doing("changing a service"))
    }
}
