//! The directory: organisations, what they offer, where, when, for whom.
//!
//! Three aggregates are edited on their own and carry a version: an [`Organisation`], a
//! [`Location`], a [`Service`] (with the locations it is given at). Whatever belongs to one of them,
//! phones, contacts, schedules, areas, is saved with it. **Unknown is a value**: absence is kept,
//! published and shown in words, never filled in (`directory.md` 1).
//!
//! Values that differ between sources stand side by side as [`Stated`] values; none is chosen silently.
//! Kinds, topics and sectors are [`TermKey`]s checked against seeded taxonomies, never enumerations.

mod change;
mod contact;
pub mod hours;
mod languages;
mod location;
mod organisation;
mod patch;
pub mod policy;
mod provenance;
pub mod repo;
mod search;
mod service;
mod term;
mod view;

pub use change::{Change, ChangeKind, Cursor, EntityKind, EntityRef};
pub use contact::{CallCost, Contact, ContactFunction, Phone, PhoneKind, PhonePurpose};
pub use location::{
    Accessibility, AccessibilityFeature, Address, AddressKind, AddressVisibility, Location,
    LocationKind, Point,
};
pub use organisation::{Mandate, Organisation, OrganisationStatus, RegisterId};
pub use patch::{InvalidPatch, ServicePatch};
pub use provenance::{
    Certainty, FieldClass, Freshness, Provenance, Source, Stated, Verification, VerificationMethod,
    VerifiedBy,
};
pub use search::{
    Facet, FacetCount, Filter, Found, Hit, Near, Order, Reason, ReasonKind, SearchQuery, Serves,
};
pub use service::{
    Answer, Capacity, CapacityStatus, Cost, CostKind, CostOption, Eligibility, FundingPeriod,
    Language, LanguageMode, Notice, OpeningCommitment, Service, ServiceAtLocation, ServiceStatus,
};
pub use term::{Taxonomy, Term, TermKey};
pub use view::{OrganisationView, Place, ServiceView};
