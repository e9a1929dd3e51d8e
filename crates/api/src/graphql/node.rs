//! Anything by its opaque id.

use application::{directory, referral};
use async_graphql::{Context, ID, Interface, Object};

use super::context::asking;
use super::directory::{Location, Organisation, Service};
use super::fault::id_of;
use super::referral::Referral;

/// A thing with an id of its own.
#[derive(Interface)]
#[graphql(field(name = "id", ty = "&ID", desc = "Names it, such as `svc_018f…`."))]
pub enum Node {
    /// A service.
    Service(Service),
    /// An organisation.
    Organisation(Organisation),
    /// A location.
    Location(Location),
    /// A referral; for those alone who see it.
    Referral(Box<Referral>),
}

/// Anything by its id.
#[derive(Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// Anything by its id; null when there is none, or none you may know of.
    async fn node(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "An id with its prefix, such as `org_018f…`, or a bare UUID.")] id: ID,
    ) -> Option<Node> {
        let asking = asking(ctx);
        let service = || {
            let view = directory::service(&asking.ctx, id_of(&id)?).ok()?;
            Some(Node::Service(Service::of(&view)))
        };
        let organisation = || {
            let view = directory::organisation(&asking.ctx, id_of(&id)?).ok()?;
            Some(Node::Organisation(Organisation::of(&view.organisation)))
        };
        let location = || {
            let location = directory::location(&asking.ctx, id_of(&id)?).ok()?;
            Some(Node::Location(Location::of(&location, asking)))
        };
        if let Some(found) = service().or_else(organisation).or_else(location) {
            return Some(found);
        }
        let sight = referral::find(&asking.ctx, id_of(&id)?).await.ok()?;
        Some(Node::Referral(Box::new(Referral::of(sight, asking.now))))
    }
}
