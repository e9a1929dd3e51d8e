//! Where a fact comes from, and how long it may be trusted.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::SourceId;

/// A place where facts were read: a page, a notice, a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Names the source.
    pub id: SourceId,
    /// Its key in the seed, such as `wom87-2023-12`; unique.
    pub key: String,
    /// Who published it, or what it is called.
    pub title: String,
    /// Where it was read.
    pub url: Option<String>,
    /// The date of the page or of its reading, as precise as the source is: `2023-12`, `2018`, `2026-11-22`.
    pub date: String,
    /// Under which licence its content is used; `facts` where only facts were taken.
    pub licence: String,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Read in a source.
    Seen,
    /// Read in a source from before 2020.
    Old,
    /// Two sources differ.
    Conflicting,
    /// Stated by the organisation itself in this service.
    Own,
}

/// A value together with the source that states it. Where sources differ, several `Stated` values
/// stand side by side, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated<T> {
    /// What is stated.
    pub value: T,
    /// By which source; absent when the organisation itself wrote it here.
    pub source: Option<SourceId>,
    /// Of which date, as precise as the source is.
    pub date: Option<String>,
}

/// Where a whole record comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The sources it was read in, newest first; empty when the organisation wrote it itself.
    pub sources: Vec<SourceId>,
    /// The key the record has in its source, such as the slug in the seed.
    pub source_record_id: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
    /// When it was taken over.
    pub imported_at: Option<DateTime<Utc>>,
}

/// Fields that are trusted for the same length of time (`directory.md` 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldClass {
    /// Reporting and on-call phones, responsibility: 90 days.
    ReportingPhones,
    /// Other phones, mail, web: 180 days.
    Contact,
    /// Opening hours: 180 days.
    Hours,
    /// Address and accessibility: 365 days.
    Address,
    /// Description and topics: 365 days.
    Description,
    /// Capacity: 14 days.
    Capacity,
}

impl FieldClass {
    /// For how many days after a confirmation the class is trusted.
    pub const fn trusted_days(self) -> i64 {
        match self {
            Self::ReportingPhones => 90,
            Self::Contact | Self::Hours => 180,
            Self::Address | Self::Description => 365,
            Self::Capacity => 14,
        }
    }
}

/// Who confirmed a class of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerifiedBy {
    /// The organisation itself.
    Provider,
    /// The network coordinator of the district.
    Coordinator,
    /// A directory editor.
    Editor,
}

/// How it was confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerificationMethod {
    /// By a signed link.
    Link,
    /// By telephone.
    Phone,
    /// By a visit.
    Visit,
    /// By editing the own entry.
    Own,
}

/// One confirmation of one class of fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// What was confirmed.
    pub field_class: FieldClass,
    /// On which day.
    pub confirmed_on: NaiveDate,
    /// By whom.
    pub by: VerifiedBy,
    /// How.
    pub method: VerificationMethod,
}

impl Verification {
    /// The last day on which the confirmed values may be trusted.
    pub fn trusted_until(&self) -> NaiveDate {
        self.confirmed_on + chrono::Days::new(self.field_class.trusted_days().unsigned_abs())
    }
}

/// How fresh a record is, for ranking and for the words beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Freshness {
    /// Something was confirmed and is still trusted.
    Confirmed,
    /// Something was confirmed, too long ago.
    Overdue,
    /// Nobody has confirmed it yet.
    Unconfirmed,
}

impl Freshness {
    /// The freshness on `today` of a record with these confirmations: the newest one counts.
    pub fn of(verifications: &[Verification], today: NaiveDate) -> Self {
        match verifications.iter().map(Verification::trusted_until).max() {
            Some(until) if until >= today => Self::Confirmed,
            Some(_) => Self::Overdue,
            None => Self::Unconfirmed,
        }
    }
}
