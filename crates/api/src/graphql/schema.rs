//! The schema, put together from its features.

use std::sync::Arc;

use async_graphql::{
    EmptySubscription, MergedObject, Request, Response, SDLExportOptions, SchemaBuilder,
    ValidationMode,
};

use super::directory::{DirectoryMutation, DirectoryQuery};
use super::documents::Known;
use super::identity::IdentityQuery;
use super::keys::{KeyMutation, KeyQuery};
use super::limits;
use super::node::NodeQuery;
use super::referral::{ContentMutation, ReferralMutation, ReferralQuery};
use super::territory::TerritoryQuery;
use crate::Settings;

/// Everything that can be read.
#[derive(MergedObject, Default)]
pub(super) struct Query(
    NodeQuery,
    DirectoryQuery,
    TerritoryQuery,
    IdentityQuery,
    ReferralQuery,
    KeyQuery,
);

/// Everything that can be changed.
#[derive(MergedObject, Default)]
pub(super) struct Mutation(
    DirectoryMutation,
    ReferralMutation,
    ContentMutation,
    KeyMutation,
);

type Executable = async_graphql::Schema<Query, Mutation, EmptySubscription>;

/// The executable schema. Every request carries its [`Asking`](super::context::Asking).
pub struct Schema {
    validating: Executable,
    /// For documents that were found valid before: a fifth of a small answer was spent on that.
    trusting: Executable,
}

impl Schema {
    /// Puts the schema together.
    pub(crate) fn new(settings: &Arc<Settings>) -> Self {
        let with = |mode| {
            let builder = builder().data(Arc::clone(settings));
            builder.validation_mode(mode).finish()
        };
        Self {
            validating: with(ValidationMode::Strict),
            trusting: with(ValidationMode::Fast),
        }
    }

    /// The schema in its own language.
    pub(crate) fn sdl(&self) -> String {
        self.validating.sdl()
    }

    /// Runs a request, whose document is `known` when it is kept.
    pub(crate) async fn execute(&self, request: Request, known: Option<&Known>) -> Response {
        if known.is_some_and(Known::is_valid) {
            return self.trusting.execute(request).await;
        }
        let response = self.validating.execute(request).await;
        if let Some(known) = known.filter(|_| response.is_ok()) {
            known.was_found_valid();
        }
        response
    }
}

/// The schema in its own language, as committed in `openapi/schema.graphql`.
pub fn sdl() -> String {
    builder().finish().sdl_with_options(SDLExportOptions::new())
}

fn builder() -> SchemaBuilder<Query, Mutation, EmptySubscription> {
    async_graphql::Schema::build(Query::default(), Mutation::default(), EmptySubscription)
        .limit_complexity(limits::COMPLEXITY)
}
