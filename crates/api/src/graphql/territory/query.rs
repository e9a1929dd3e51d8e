//! Reading the territory.

use application::{Failure, territory};
use async_graphql::{Context, Object};

use super::{District, Place, ResponsibleAnswer, ResponsibleInput};
use crate::graphql::context::asking;
use crate::graphql::fault::fault_of_arguments;

/// The queries of the territory.
#[derive(Default)]
pub struct TerritoryQuery;

#[Object]
impl TerritoryQuery {
    /// Who answers for a place, in a matter, at an instant: always a list, never a silent guess.
    /// The same as `POST /api/v1/territory/responsible`.
    #[graphql(complexity = "5 * child_complexity")]
    async fn responsible(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The place, the matter and the instant.")] input: ResponsibleInput,
    ) -> async_graphql::Result<ResponsibleAnswer> {
        input
            .ask(asking(ctx))
            .map_err(|failure| fault_of_arguments(ctx, failure))
    }

    /// The districts of the state, by key; invented ones are left out.
    async fn districts(&self, ctx: &Context<'_>) -> Vec<District> {
        territory::districts(&asking(ctx).atlas)
            .into_iter()
            .map(District::of)
            .collect()
    }

    /// Places whose name or postcode begins like this, for a place field.
    async fn places(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "What was typed, such as \"Güst\" or `1810`; umlauts may be written out."
        )]
        starts_with: String,
        #[graphql(desc = "How many, 1 to 10.", default = 10)] first: i32,
    ) -> async_graphql::Result<Vec<Place>> {
        let most = usize::try_from(first)
            .ok()
            .filter(|first| (1..=10).contains(first))
            .ok_or_else(|| Failure::invalid("first", "1 to 10 places are allowed"))
            .map_err(|failure| fault_of_arguments(ctx, failure))?;
        let found = territory::places(&asking(ctx).atlas, &starts_with, most);
        Ok(found.into_iter().map(Place::from).collect())
    }
}
