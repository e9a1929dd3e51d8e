//! Organisations.

use async_trait::async_trait;
use domain::directory::Organisation;
use domain::directory::repo::{Called, Organisations};
use domain::ids::OrganisationId;
use domain::store::Stored;
use sea_orm::{DatabaseTransaction, DbErr, EntityTrait, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::super::lists;
use super::super::row::{Belongs, OwnerKind, organisation};
use super::nested::{Nested, NestedRows};
use crate::column::{Json, replacing};
use crate::error::while_doing;
use crate::scope;

/// Organisations in one transaction.
pub(crate) struct SqlOrganisations<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlOrganisations<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    async fn load(&self, rows: Vec<organisation::Model>) -> Result<Vec<Organisation>, DbErr> {
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let mut nested = Nested::load(self.txn, &ids).await?;
        let own = OwnerKind::Organisation;
        rows.into_iter()
            .map(|row| {
                let parts = organisation::Parts {
                    phones: nested.phones(own, row.id)?,
                    contacts: nested.contacts(own, row.id)?,
                    schedules: nested.schedules(own, row.id),
                };
                row.into_domain(parts)
            })
            .collect()
    }

    async fn find_one(&self, id: OrganisationId) -> Result<Option<Organisation>, DbErr> {
        let id = id.as_uuid();
        let Some(row) = organisation::Entity::find_by_id(id).one(self.txn).await? else {
            return Ok(None);
        };
        Ok(self.load(vec![row]).await?.pop())
    }

    async fn find_portion(
        &self,
        after: Option<OrganisationId>,
        limit: u64,
    ) -> Result<Vec<Organisation>, DbErr> {
        let after = after.map(OrganisationId::as_uuid);
        let query = lists::portion::<organisation::Entity>(organisation::Column::Id, after, limit);
        self.load(query.all(self.txn).await?).await
    }

    async fn find_names(&self) -> Result<Vec<Called>, DbErr> {
        let rows: Vec<(Uuid, String, Json<Vec<String>>)> = scope::whole::<organisation::Entity>()
            .select_only()
            .columns([
                organisation::Column::Id,
                organisation::Column::Name,
                organisation::Column::AlternateNames,
            ])
            .order_by_asc(organisation::Column::Name)
            .order_by_asc(organisation::Column::Id)
            .into_tuple()
            .all(self.txn)
            .await?;
        let names = |(id, name, Json(alternate_names))| Called {
            id: OrganisationId::from_uuid(id),
            name,
            alternate_names,
        };
        Ok(rows.into_iter().map(names).collect())
    }

    async fn upsert(&self, organisation: &Organisation) -> Result<(), DbErr> {
        organisation::Entity::insert(organisation::ActiveModel::from(organisation))
            .on_conflict(replacing::<organisation::Entity>())
            .exec_without_returning(self.txn)
            .await?;
        let id = organisation.id.as_uuid();
        let own = Belongs::to_record(OwnerKind::Organisation, id);
        let mut nested = NestedRows::default();
        nested.add_contacts(own, &organisation.contacts);
        nested.add_phones(own, &organisation.phones);
        nested.add_schedules(own, &organisation.schedules);
        nested.replace(self.txn, id).await
    }
}

#[async_trait]
impl Organisations for SqlOrganisations<'_> {
    async fn find(&mut self, id: OrganisationId) -> Stored<Option<Organisation>> {
        self.find_one(id)
            .await
            .map_err(while_doing("finding an organisation"))
    }

    async fn portion(
        &mut self,
        after: Option<OrganisationId>,
        limit: u64,
    ) -> Stored<Vec<Organisation>> {
        self.find_portion(after, limit)
            .await
            .map_err(while_doing("loading a portion of the organisations"))
    }

    async fn names(&mut self) -> Stored<Vec<Called>> {
        self.find_names()
            .await
            .map_err(while_doing("listing the names of organisations"))
    }

    async fn save(&mut self, organisation: &Organisation) -> Stored<()> {
        self.upsert(organisation)
            .await
            .map_err(while_doing("saving an organisation"))
    }
}
