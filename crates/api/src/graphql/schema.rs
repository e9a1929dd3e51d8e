//! The schema, put together from its features.

use std::sync::Arc;

use async_graphql::{EmptySubscription, MergedObject, SDLExportOptions, SchemaBuilder};

use super::directory::{DirectoryMutation, DirectoryQuery};
use super::identity::IdentityQuery;
use super::keys::{KeyMutation, KeyQuery};
use super::limits;
use super::node::NodeQuery;
use super::referral::{ContentMutation, ReferralMutation, ReferralQuery};
use super::territory::TerritoryQuery;
use crate::Settings;

/// Everything that can be read.
#[derive(MergedObject, Default)]
pub struct Query(
    NodeQuery,
    DirectoryQuery,
    TerritoryQuery,
    IdentityQuery,
    ReferralQuery,
    KeyQuery,
);

/// Everything that can be changed.
#[derive(MergedObject, Default)]
pub struct Mutation(
    DirectoryMutation,
    ReferralMutation,
    ContentMutation,
    KeyMutation,
);

/// The executable schema. Every request carries its [`Asking`](super::context::Asking).
pub type Schema = async_graphql::Schema<Query, Mutation, EmptySubscription>;

/// Puts the schema together.
pub fn build(settings: Arc<Settings>) -> Schema {
    builder().data(settings).finish()
}

/// The schema in its own language, as committed in `openapi/schema.graphql`.
pub fn sdl() -> String {
    builder().finish().sdl_with_options(SDLExportOptions::new())
}

fn builder() -> SchemaBuilder<Query, Mutation, EmptySubscription> {
    async_graphql::Schema::build(Query::default(), Mutation::default(), EmptySubscription)
        .limit_complexity(limits::COMPLEXITY)
}
