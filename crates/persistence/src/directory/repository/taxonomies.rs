//! Taxonomies and sources.

use async_trait::async_trait;
use domain::directory::repo::Taxonomies;
use domain::directory::{Source, Term};
use domain::store::Stored;
use sea_orm::{DatabaseTransaction, DbErr, EntityTrait, QueryOrder};

use super::super::row::{source, term};
use crate::column::replacing;
use crate::error::while_doing;
use crate::scope;

/// Taxonomies and sources in one transaction.
pub(crate) struct SqlTaxonomies<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlTaxonomies<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    async fn all_terms(&self) -> Result<Vec<Term>, DbErr> {
        let query = scope::whole::<term::Entity>()
            .order_by_asc(term::Column::Taxonomy)
            .order_by_asc(term::Column::Key);
        query
            .all(self.txn)
            .await?
            .into_iter()
            .map(Term::try_from)
            .collect()
    }

    async fn all_sources(&self) -> Result<Vec<Source>, DbErr> {
        let query = scope::whole::<source::Entity>().order_by_asc(source::Column::Key);
        Ok(query
            .all(self.txn)
            .await?
            .into_iter()
            .map(Source::from)
            .collect())
    }
}

#[async_trait]
impl Taxonomies for SqlTaxonomies<'_> {
    async fn terms(&mut self) -> Stored<Vec<Term>> {
        self.all_terms()
            .await
            .map_err(while_doing("loading all terms"))
    }

    async fn save_term(&mut self, term: &Term) -> Stored<()> {
        term::Entity::insert(term::ActiveModel::from(term))
            .on_conflict(replacing::<term::Entity>())
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("saving a term"))
    }

    async fn sources(&mut self) -> Stored<Vec<Source>> {
        self.all_sources()
            .await
            .map_err(while_doing("loading all sources"))
    }

    async fn save_source(&mut self, source: &Source) -> Stored<()> {
        source::Entity::insert(source::ActiveModel::from(source))
            .on_conflict(replacing::<source::Entity>())
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("saving a source"))
    }
}
