//! What every use case is given: the house it works in and who is asking.

use std::sync::Arc;

use arc_swap::ArcSwap;
use chrono::NaiveDate;
use domain::access::Actor;
use domain::ports::ReadModel;
use domain::store::Store;
use domain::time::{Clock, IdMint, LOCAL};

use crate::identity::Passwords;
use crate::referral::Once;

/// The parts of one running installation, shared by all requests.
#[derive(Clone)]
pub struct House {
    /// Names the installation, such as `mv` or `demo`.
    pub instance_id: Arc<str>,
    /// Storage.
    pub store: Arc<dyn Store>,
    /// The directory as it is read.
    pub read_model: Arc<dyn ReadModel>,
    /// Places and responsibilities, swapped when they change.
    pub atlas: Arc<ArcSwap<crate::territory::Atlas>>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Fresh ids and secrets.
    pub mint: Arc<dyn IdMint>,
    /// Hashes and checks passwords, a few at a time.
    pub passwords: Arc<Passwords>,
}

/// One request: the house, and who is asking in it.
#[derive(Clone)]
pub struct Context {
    /// The house.
    pub house: House,
    /// Who is asking.
    pub actor: Actor,
    /// Under which key of idempotency, where the request carries one.
    pub once: Option<Once>,
}

impl std::ops::Deref for Context {
    type Target = House;

    fn deref(&self) -> &House {
        &self.house
    }
}

impl House {
    /// Whether this is an installation for trying things out, with invented organisations.
    pub fn is_practice(&self) -> bool {
        &*self.instance_id == "demo"
    }

    /// The day in the civil time of the state.
    pub fn today(&self) -> NaiveDate {
        self.clock.now().with_timezone(&LOCAL).date_naive()
    }

    /// A request of `actor` in this house.
    pub fn for_actor(&self, actor: Actor) -> Context {
        Context {
            house: self.clone(),
            actor,
            once: None,
        }
    }
}
