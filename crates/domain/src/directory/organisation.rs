//! Organisations: offices, providers, clinics, schools, networks.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::contact::{Contact, Phone};
use super::hours::Schedule;
use super::provenance::{Certainty, Provenance, Stated, Verification};
use super::term::TermKey;
use crate::ids::{OrganisationId, SourceId};
use crate::text::{Email, WebAddress};
use crate::time::Version;

/// Whether an organisation works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "status")]
pub enum OrganisationStatus {
    /// It works.
    Active,
    /// It has stopped for a time.
    Paused,
    /// It is closed for good.
    Closed {
        /// Since when; unknown when absent.
        on: Option<NaiveDate>,
        /// Who took over.
        successor: Option<OrganisationId>,
    },
    /// It is not published yet.
    Draft,
}

impl OrganisationStatus {
    /// The status's name in storage and APIs.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Closed { .. } => "closed",
            Self::Draft => "draft",
        }
    }
}

/// A number in a public register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterId {
    /// Which register.
    pub scheme: String,
    /// The number in it.
    pub value: String,
}

/// A task the organisation holds for a time, such as running the alliance's office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// What the task is.
    pub title: String,
    /// Since when; unknown when absent.
    pub valid_from: Option<NaiveDate>,
    /// Until when; open or unknown when absent.
    pub valid_to: Option<NaiveDate>,
    /// Who states it.
    pub source: Option<SourceId>,
}

/// An organisation of the network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Names the organisation.
    pub id: OrganisationId,
    /// Guards against lost updates.
    pub version: Version,
    /// Its full name, 1 to 200 characters.
    pub name: String,
    /// Other names it is known by.
    pub alternate_names: Vec<String>,
    /// What it is and does.
    pub description: Option<String>,
    /// Its kind, a term of `organisation_kind`.
    pub kind: TermKey,
    /// Its sectors, at least one.
    pub sectors: Vec<TermKey>,
    /// Its legal form.
    pub legal_form: Option<String>,
    /// Its numbers in registers.
    pub register_ids: Vec<RegisterId>,
    /// The organisation it is part of.
    pub parent: Option<OrganisationId>,
    /// The district key of its seat; unknown when absent.
    pub district: Option<String>,
    /// Its web page.
    pub website: Option<WebAddress>,
    /// Its mail address.
    pub email: Option<Email>,
    /// Tasks it holds for a time.
    pub mandates: Vec<Mandate>,
    /// Whether it works.
    pub status: OrganisationStatus,
    /// Its telephones.
    pub phones: Vec<Phone>,
    /// Its contacts.
    pub contacts: Vec<Contact>,
    /// Its hours, for whatever offer has none of its own. Several statements may differ.
    pub schedules: Vec<Stated<Schedule>>,
    /// A note for editors; never public.
    pub internal_note: Option<String>,
    /// Whether it is an invented body of the demo network.
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

impl Organisation {
    /// An organisation at work of which nothing is known but its name and kind, entered by its own word.
    pub const fn entered(
        id: OrganisationId,
        name: String,
        kind: TermKey,
        at: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            version: Version::FIRST,
            name,
            alternate_names: Vec::new(),
            description: None,
            kind,
            sectors: Vec::new(),
            legal_form: None,
            register_ids: Vec::new(),
            parent: None,
            district: None,
            website: None,
            email: None,
            mandates: Vec::new(),
            status: OrganisationStatus::Active,
            phones: Vec::new(),
            contacts: Vec::new(),
            schedules: Vec::new(),
            internal_note: None,
            demo: false,
            provenance: Provenance {
                sources: Vec::new(),
                source_record_id: None,
                certainty: Certainty::Own,
                imported_at: None,
            },
            verifications: Vec::new(),
            created_at: at,
            updated_at: at,
        }
    }
}
