//! Organisations.

use async_trait::async_trait;
use domain::directory::Organisation;
use domain::directory::repo::Organisations;
use domain::ids::OrganisationId;
use domain::store::Stored;
use sea_orm::{DatabaseTransaction, DbErr, EntityTrait};

use super::super::row::{Belongs, OwnerKind, organisation};
use super::nested::{Nested, NestedRows, Of};
use crate::column::replacing;
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

    async fn load(
        &self,
        rows: Vec<organisation::Model>,
        of: Of<'_>,
    ) -> Result<Vec<Organisation>, DbErr> {
        let mut nested = Nested::load(self.txn, of).await?;
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
        Ok(self.load(vec![row], Of::These(&[id])).await?.pop())
    }

    async fn find_all(&self) -> Result<Vec<Organisation>, DbErr> {
        let rows = scope::whole::<organisation::Entity>().all(self.txn).await?;
        self.load(rows, Of::All(OwnerKind::Organisation)).await
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

    async fn all(&mut self) -> Stored<Vec<Organisation>> {
        self.find_all()
            .await
            .map_err(while_doing("loading all organisations"))
    }

    async fn save(&mut self, organisation: &Organisation) -> Stored<()> {
        self.upsert(organisation)
            .await
            .map_err(while_doing("saving an organisation"))
    }
}
