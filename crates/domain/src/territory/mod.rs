//! Places, and who answers for them.
//!
//! The [`Gazetteer`] knows the places of the state: districts of today and of before the reform of
//! 4 September 2011, municipalities, what a postcode delivers to, parts of districts with teams of
//! their own. It is built from rows, never from code: a territorial reform is a data change.
//!
//! A [`Responsibility`] is one statement "this body answers for this topic in this [`Area`]". The
//! [`resolver`] brings both together: from a place, a topic and an instant to the bodies, their
//! numbers and why.
//!
//! The rules (`directory.md` 2.7 and 5):
//!
//! * **Never a silent guess.** Whatever a name or postcode may mean is in the answer; where it is
//!   ambiguous the answer carries one question, and its candidates are shown at once.
//! * A postcode fixes the district in most cases, never the municipality.
//! * "Rostock" names a city and a district: never shown alone.
//! * No area means unknown, not everywhere. Where sources state different areas, all are kept.
//! * Invented places lie outside the state: no real body answers for them, and none of their bodies
//!   answers for a real place.
//! * Nothing here logs or stores the place somebody asked about.

mod area;
mod because;
mod contradiction;
pub mod data;
mod fold;
mod gazetteer;
mod history;
mod keys;
mod lookup;
#[cfg(test)]
mod lookup_tests;
mod place_set;
mod point;
pub mod resolver;
mod responsibility;
mod responsibility_data;
pub mod units;

pub use area::{Area, AreaMember, AreaSet, Fit, Level, Locus, Places};
pub use because::Because;
pub use contradiction::PlaceField;
pub use gazetteer::{Gazetteer, GazetteerError};
pub use keys::{AssociationKey, DistrictKey, MunicipalityKey, SubRegionKey};
pub use lookup::{Lookup, PlaceQuery};
pub use place_set::{Likelihood, Place, PlaceSet};
pub use point::Coordinates;
pub use responsibility::{Bodies, BodyFacts, BodyId, Responsibility, TimeWindow, Topic};
pub use responsibility_data::{SeededResponsibility, read_responsibilities};
