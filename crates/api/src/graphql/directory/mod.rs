//! The directory as GraphQL and REST show it. The types serve both faces: one description, one
//! mapping from the domain, one spelling.
//!
//! Objects are `serial`: their fields are at hand, and to poll fields side by side would cost more than
//! to write them one after the other.

mod entries;
mod enums;
mod facet;
mod filter;
mod hours;
mod list;
mod location;
mod mutation;
mod organisation;
mod patch;
mod phone;
mod query;
mod service;
mod terms_of_use;
mod trust;

pub use entries::{EntryConnection, EntryEdge};
pub use enums::*;
pub use facet::{Facet, FacetCount};
pub use filter::{NearInput, ServiceFilter};
pub use hours::{Hours, HoursBlock, InsteadNumber, OpenNow};
pub(crate) use hours::{Reach, stated_hours};
pub use list::{PageInfo, Reason, ServiceConnection, ServiceEdge};
pub(crate) use list::{Question, count, cursor, read_cursor};
pub use location::{Accessibility, Address, Location, ServicePlace};
pub use mutation::{
    DirectoryMutation, UpdateServiceError, UpdateServiceErrorCode, UpdateServicePayload,
};
pub use organisation::{Mandate, Organisation};
pub use patch::ServicePatch;
pub use phone::{Contact, Phone};
pub use query::DirectoryQuery;
pub use service::Service;
pub use terms_of_use::{
    Capacity, Cost, CostOption, Eligibility, FundingPeriod, ServiceArea, ServiceLanguage,
    ServiceStatus,
};
pub use trust::{StatedBy, Term, Trust};
