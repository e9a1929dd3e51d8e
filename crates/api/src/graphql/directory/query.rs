//! Reading the directory.

use std::sync::Arc;

use application::{Failure, directory};
use async_graphql::{Context, ID, Object};

use super::list::{Question, nodes};
use super::{
    Organisation, Service, ServiceConnection, ServiceFilter, ServiceOrder, Taxonomy, Term,
};
use crate::graphql::context::asking;
use crate::graphql::fault::{fault, fault_of_arguments, id_of};
use crate::graphql::limits;
use crate::graphql::scalars::DateTime;

/// The queries of the directory.
#[derive(Default)]
pub struct DirectoryQuery;

#[Object]
impl DirectoryQuery {
    /// One service, also an ended one; null when there is none, or none you may know of.
    async fn service(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id, such as `svc_018f…`, or the bare UUID.")] id: ID,
    ) -> Option<Service> {
        directory::service(&asking(ctx).ctx, id_of(&id)?)
            .ok()
            .as_ref()
            .map(Service::of)
    }

    /// One organisation, also a closed one; null when there is none, or none you may know of.
    async fn organisation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id, such as `org_018f…`, or the bare UUID.")] id: ID,
    ) -> Option<Organisation> {
        let view = directory::organisation(&asking(ctx).ctx, id_of(&id)?).ok()?;
        Some(Organisation::of(&view.organisation))
    }

    /// Searches the services that are published now. Nothing of the question is kept.
    #[graphql(complexity = "limits::of_list(first, child_complexity)")]
    async fn services(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What a service must be; everything when absent.")] filter: Option<
            ServiceFilter,
        >,
        #[graphql(desc = "In which order.", default_with = "ServiceOrder::Relevance")]
        order_by: ServiceOrder,
        #[graphql(desc = "How many, 1 to 50.", default = 20)] first: i32,
        #[graphql(
            desc = "The cursor behind which to go on, from an earlier answer to the same question."
        )]
        after: Option<String>,
        #[graphql(
            desc = "The language of sentences in the list, `de`, `de-simple` or `en`; that of Accept-Language when absent."
        )]
        lang: Option<String>,
    ) -> async_graphql::Result<ServiceConnection> {
        let fault = |failure| fault_of_arguments(ctx, failure);
        let asking = asking(ctx).speaking(lang.as_deref()).map_err(fault)?;
        let question = Question {
            filter: filter.unwrap_or_default(),
            order: order_by,
            first,
            after,
            facets: ctx.look_ahead().field("facets").exists(),
        };
        question.ask(&asking).map_err(fault)
    }

    /// Every helpline: those that answer at the instant first, of these the state's own line for the
    /// protection of children, then by name.
    #[graphql(complexity = "20 * child_complexity")]
    async fn helplines(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "At which instant, such as 2026-11-20T15:40:00Z; now when absent.")]
        at: Option<DateTime>,
    ) -> Vec<Service> {
        let asking = asking(ctx);
        let at = at.map_or(asking.now, |at| at.0);
        nodes(&directory::helplines(&asking.ctx, at, &asking.atlas))
    }

    /// The contact points (Kontaktstellen) of the state, by name.
    #[graphql(complexity = "5 * child_complexity")]
    async fn contact_points(&self, ctx: &Context<'_>) -> Vec<Service> {
        let asking = asking(ctx);
        nodes(&directory::contact_points(&asking.ctx, asking.now))
    }

    /// The terms of one taxonomy.
    async fn terms(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which taxonomy.")] taxonomy: Taxonomy,
    ) -> Vec<Term> {
        let asking = asking(ctx);
        let terms = asking.vocabulary.terms_of(taxonomy.into());
        terms.map(|term| Term::of(term, asking.tongue)).collect()
    }

    /// One service you may edit, also an unpublished one, with every value whoever may see it; null
    /// when there is none, or you may not edit it. Needs a session.
    async fn my_entry(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id, such as `svc_018f…`, or the bare UUID.")] id: ID,
    ) -> async_graphql::Result<Option<Service>> {
        let asking = asking(ctx);
        let found = match id_of(&id) {
            Some(id) => directory::my_entry(&asking.ctx, id).await,
            None => Err(Failure::NotFound),
        };
        match found {
            Ok(view) => Ok(Some(Service::of(&Arc::new(view)))),
            Err(Failure::NotFound | Failure::Forbidden) => Ok(None),
            Err(failure) => Err(fault(failure)),
        }
    }

    /// The services you may edit, also unpublished ones, by name. Needs a session.
    #[graphql(complexity = "limits::of_list(first, child_complexity)")]
    async fn my_entries(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100.", default = 50)] first: i32,
        #[graphql(desc = "The cursor behind which to go on, from an earlier answer.")]
        after: Option<String>,
    ) -> async_graphql::Result<super::EntryConnection> {
        let asking = asking(ctx);
        let fault = |failure| fault_of_arguments(ctx, failure);
        let limit = u64::try_from(first)
            .ok()
            .filter(|first| (1..=100).contains(first))
            .ok_or_else(|| fault(Failure::invalid("first", "1 to 100 entries are allowed")))?;
        let offset = after
            .as_deref()
            .map(super::list::read_cursor)
            .transpose()
            .map_err(fault)?;
        let page = directory::my_entries(&asking.ctx, offset.unwrap_or(0).into(), limit);
        Ok(super::EntryConnection::of(page.await.map_err(fault)?))
    }
}
