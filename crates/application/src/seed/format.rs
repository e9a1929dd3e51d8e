//! The form of the files in `data/`, field by field. An unknown field is an error, an absent one is an
//! unknown value.

mod service;
mod sources;

use std::str::FromStr;

use chrono::NaiveDate;
use domain::directory::{AddressVisibility, CallCost, Certainty, PhoneKind, PhonePurpose, TermKey};
use domain::territory::{DistrictKey, MunicipalityKey};
use domain::text::{Email, Malformed, PhoneNumber, PostalCode, WebAddress};
use serde::Deserialize;

pub use service::{
    AreaBasis, AreaEntry, BlockEntry, CommitmentEntry, EligibilityEntry, FundingEntry, HoursEntry,
    LanguageEntry, ServiceEntry, ServiceState,
};
pub use sources::{LabelEntry, SourceEntry, SourceFile, TaxonomyFile, TermEntry};

/// `network/*.toml` and `demo/network.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NetworkFile {
    /// The district key of every organisation in the file that names none itself.
    pub district: Option<DistrictKey>,
    /// Whether everything in the file is invented.
    #[serde(default)]
    pub demo: bool,
    /// The organisations.
    #[serde(default, rename = "organisation")]
    pub organisations: Vec<OrganisationEntry>,
}

/// Whether an organisation works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationState {
    /// It does.
    Active,
    /// It has stopped for a time.
    Paused,
    /// It is closed for good.
    Closed,
    /// It is planned or doubtful: kept, not published.
    Draft,
}

/// One institution.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationEntry {
    /// Names it for ever.
    pub key: String,
    /// Its full name.
    pub name: String,
    /// Other names.
    #[serde(default)]
    pub alternate_names: Vec<String>,
    /// Who runs it, when that is somebody else.
    pub operator: Option<String>,
    /// A term of `organisation_kind`.
    pub kind: TermKey,
    /// Terms of `sector`, at least one.
    pub sectors: Vec<TermKey>,
    /// The district of its seat, when it is not the file's.
    pub district: Option<DistrictKey>,
    /// The key of the organisation it is part of.
    pub parent: Option<String>,
    /// Whether it works.
    pub status: OrganisationState,
    /// Since when it is closed.
    pub closed_on: Option<NaiveDate>,
    /// Why it is not active.
    pub status_reason: Option<String>,
    /// How sure the entry is.
    pub certainty: Certainty,
    /// The keys of its sources, newest first.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Its web page.
    pub website: Option<WebAddress>,
    /// Its mail address.
    pub email: Option<Email>,
    /// A text for everybody.
    pub description: Option<String>,
    /// A note for editors.
    pub internal_note: Option<String>,
    /// Its numbers, for whatever offer has none of its own.
    #[serde(default, rename = "phone")]
    pub phones: Vec<PhoneEntry>,
    /// Where it is.
    #[serde(default, rename = "location")]
    pub locations: Vec<LocationEntry>,
    /// What it offers, at least one service.
    #[serde(default, rename = "service")]
    pub services: Vec<ServiceEntry>,
}

/// A telephone number together with the way it was written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct WrittenNumber {
    /// As it is dialled.
    pub number: PhoneNumber,
    /// As it was written.
    pub display: String,
}

impl TryFrom<String> for WrittenNumber {
    type Error = Malformed;

    fn try_from(display: String) -> Result<Self, Malformed> {
        Ok(Self {
            number: PhoneNumber::from_str(&display)?,
            display,
        })
    }
}

/// One statement of a telephone number.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneEntry {
    /// The number, as it is printed.
    pub number: WrittenNumber,
    /// What is at the other end; a landline telephone when absent.
    pub kind: Option<PhoneKind>,
    /// What it is for.
    pub purpose: PhonePurpose,
    /// A word beside it.
    pub label: Option<String>,
    /// What a call costs.
    pub cost: Option<CallCost>,
    /// Whether callers may stay unnamed.
    pub anonymous: Option<bool>,
    /// It answers round the clock.
    #[serde(default)]
    pub always_open: bool,
    /// It answers outside office hours.
    #[serde(default)]
    pub outside_office_hours: bool,
    /// The hours of its offer are not its hours, which are unknown.
    #[serde(default)]
    pub hours_unknown: bool,
    /// The key of the source.
    pub source: Option<String>,
    /// The date of the statement, when it is not the source's.
    pub date: Option<String>,
}

/// Where an organisation is.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocationEntry {
    /// Names it within the organisation.
    pub key: String,
    /// How it is called.
    pub name: Option<String>,
    /// The street.
    pub street: Option<String>,
    /// The number in the street.
    pub house_number: Option<String>,
    /// Floor, house, c/o.
    pub addition: Option<String>,
    /// The postcode.
    pub postcode: Option<PostalCode>,
    /// The town.
    pub city: Option<String>,
    /// The municipality's key, where certain.
    pub municipality: Option<MunicipalityKey>,
    /// How much of it is shown.
    pub address_visibility: Option<AddressVisibility>,
}
