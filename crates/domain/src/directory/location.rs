//! Locations: houses, postal addresses, places on the web.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::contact::Phone;
use super::hours::Schedule;
use super::provenance::{Provenance, Stated, Verification};
use super::service::Answer;
use crate::ids::{LocationId, OrganisationId};
use crate::text::PostalCode;
use crate::time::Version;

/// What a location is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LocationKind {
    /// A house one can go to.
    Physical,
    /// An address for letters.
    Postal,
    /// A place on the web.
    Virtual,
}

/// How much of an address leaves the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddressVisibility {
    /// All of it.
    Exact,
    /// The municipality alone.
    MunicipalityOnly,
    /// Nothing, not even that there is one.
    Hidden,
}

/// What an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddressKind {
    /// Visitors.
    Physical,
    /// Letters.
    Postal,
}

/// A postal address; every part may be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// What it is for.
    pub kind: AddressKind,
    /// The street.
    pub street: Option<String>,
    /// The number in the street, as written: `8-10`, `31 A`.
    pub house_number: Option<String>,
    /// Floor, house, c/o.
    pub addition: Option<String>,
    /// The postcode.
    pub postcode: Option<PostalCode>,
    /// The town.
    pub city: Option<String>,
    /// The municipality's key (AGS, 8 digits), where certain.
    pub municipality: Option<String>,
}

/// A point on the earth, WGS 84, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Latitude, -90 to 90.
    pub lat: f64,
    /// Longitude, -180 to 180.
    pub lon: f64,
    /// How far off it may be, in metres: a municipality's label point is off by kilometres.
    pub accuracy_m: u32,
}

/// A feature of a building that somebody may depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessibilityFeature {
    /// An entrance without steps.
    StepFreeEntrance,
    /// A lift.
    Lift,
    /// A toilet for wheelchair users.
    WheelchairToilet,
    /// A parking space for disabled people.
    DisabledParking,
    /// An induction loop.
    InductionLoop,
    /// Tactile guidance.
    TactileGuidance,
    /// A quiet room.
    QuietRoom,
    /// A changing table.
    ChangingTable,
    /// Sign language.
    SignLanguage,
    /// Guide dogs welcome.
    GuideDog,
}

/// What is known of one feature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accessibility {
    /// Which feature.
    pub feature: AccessibilityFeature,
    /// Whether it is there.
    pub value: Answer,
    /// More about it.
    pub note: Option<String>,
}

/// A location of an organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Location {
    /// Names the location.
    pub id: LocationId,
    /// Guards against lost updates.
    pub version: Version,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// What it is.
    pub kind: LocationKind,
    /// How it is called.
    pub name: Option<String>,
    /// Its addresses.
    pub addresses: Vec<Address>,
    /// Where it is.
    pub point: Option<Point>,
    /// How much of it leaves the server.
    pub address_visibility: AddressVisibility,
    /// How to get there, in words.
    pub transport_note: Option<String>,
    /// What is known of its accessibility.
    pub accessibility: Vec<Accessibility>,
    /// Its telephones.
    pub phones: Vec<Phone>,
    /// When the house is open.
    pub schedules: Vec<Stated<Schedule>>,
    /// Whether it belongs to an invented body of the demo network.
    pub demo: bool,
    /// Where it comes from.
    pub provenance: Provenance,
    /// Who confirmed what, and when.
    pub verifications: Vec<Verification>,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When the record, or anything nested in it, last changed.
    pub updated_at: DateTime<Utc>,
}
