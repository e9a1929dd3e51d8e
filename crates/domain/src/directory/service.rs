//! Services (offers, Angebote): what an organisation does for whom, where and on which terms.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::contact::{Contact, Phone};
use super::hours::Schedule;
use super::provenance::{Provenance, Stated, Verification};
use super::term::TermKey;
use crate::ids::{LocationId, OrganisationId, ServiceAtLocationId, ServiceId, SourceId};
use crate::territory::Area;
use crate::text::{Email, Lang, WebAddress};
use crate::time::Version;

/// An answer that may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Yes.
    Yes,
    /// Partly, or on request.
    Partly,
    /// No.
    No,
    /// Nobody has said.
    #[default]
    Unknown,
}

/// Whether a service is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "status")]
pub enum ServiceStatus {
    /// It is.
    Active,
    /// Not at the moment.
    TemporarilyClosed {
        /// Why, for the public.
        reason: String,
        /// Until when; unknown when absent.
        expected_back_on: Option<NaiveDate>,
    },
    /// It is not published, or not any more.
    Inactive,
    /// It has ended for good.
    Defunct,
}

impl ServiceStatus {
    /// The status's name in storage and APIs.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::TemporarilyClosed { .. } => "temporarily_closed",
            Self::Inactive => "inactive",
            Self::Defunct => "defunct",
        }
    }
}

/// Whom a service is for. Ages are months, from inclusive, to exclusive: "0-3 years" is 0..36.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Eligibility {
    /// Whether ages are stated at all; when not, no age filter excludes the service.
    pub age_known: bool,
    /// From this age in months; unbounded when absent and `age_known`.
    pub age_from_months: Option<u16>,
    /// Below this age in months; unbounded when absent and `age_known`.
    pub age_to_months: Option<u16>,
    /// Whether it is for pregnancy.
    pub pregnancy: bool,
    /// For whom it is not, in words.
    pub not_for: Vec<String>,
    /// More, in words.
    pub note: Option<String>,
}

impl Eligibility {
    /// Whether somebody of `months` is meant; `Unknown` when ages are not stated.
    pub fn fits(&self, months: u16) -> Answer {
        if !self.age_known {
            return Answer::Unknown;
        }
        let old_enough = self.age_from_months.is_none_or(|from| from <= months);
        let young_enough = self.age_to_months.is_none_or(|to| months < to);
        if old_enough && young_enough {
            Answer::Yes
        } else {
            Answer::No
        }
    }
}

/// How a language is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LanguageMode {
    /// Spoken.
    Spoken,
    /// Written.
    Written,
    /// Signed.
    Sign,
    /// Through an interpreter.
    Interpreter,
}

/// A language a service is given in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// Which language.
    pub code: Lang,
    /// In which ways.
    pub modes: Vec<LanguageMode>,
    /// More about it, such as "vorher anrufen".
    pub note: Option<String>,
}

/// Whether a service costs something. `Unknown` is never read as free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostKind {
    /// Nothing.
    Free,
    /// Some of it.
    Partly,
    /// It does.
    Paid,
    /// Nobody has said: "Kosten: bitte fragen".
    #[default]
    Unknown,
}

/// One price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostOption {
    /// In cents of a euro.
    pub amount_cents: i64,
    /// For what: a session, a month …
    pub per: Option<String>,
    /// More about it.
    pub note: Option<String>,
}

/// What a service costs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cost {
    /// Whether it costs something.
    pub kind: CostKind,
    /// The prices.
    pub options: Vec<CostOption>,
}

/// A span of funding: history only, hides nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundingPeriod {
    /// What it was.
    pub label: String,
    /// First year or day, as precise as the source is.
    pub from: Option<String>,
    /// Last year or day.
    pub to: Option<String>,
    /// Who states it.
    pub source: Option<SourceId>,
}

/// A promise about opening without times: "an fünf Tagen je mindestens 4 Stunden". It is no schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningCommitment {
    /// On how many days a week at least.
    pub min_days_per_week: u8,
    /// For how many minutes on each at least.
    pub min_minutes_per_day: u16,
    /// Who states it.
    pub source: Option<SourceId>,
}

/// Whether there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CapacityStatus {
    /// New people are accepted.
    Accepting,
    /// There is a waiting list.
    Waitlist,
    /// Somebody looks at the case first.
    AssessmentRequired,
    /// There is none.
    Full,
}

/// Room, as stated on a day; trusted for 14 days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capacity {
    /// Whether there is room.
    pub status: CapacityStatus,
    /// How long people wait, in days; unknown when absent.
    pub waiting_time_days: Option<u16>,
    /// On which day this was stated.
    pub as_of: NaiveDate,
    /// More about it.
    pub note: Option<String>,
}

/// A short dated notice on top of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What it says.
    pub text: String,
    /// From which day it is shown.
    pub valid_from: Option<NaiveDate>,
    /// Until which day, inclusive.
    pub valid_to: Option<NaiveDate>,
}

/// A service given at a location; what is stated here overrides what the service says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServiceAtLocation {
    /// Names the link.
    pub id: ServiceAtLocationId,
    /// Where.
    pub location: LocationId,
    /// What is different there.
    pub description: Option<String>,
    /// Telephones there.
    pub phones: Vec<Phone>,
    /// Hours there. Several statements may differ.
    pub schedules: Vec<Stated<Schedule>>,
}

/// A service of an organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Service {
    /// Names the service.
    pub id: ServiceId,
    /// Guards against lost updates.
    pub version: Version,
    /// Who gives it.
    pub organisation: OrganisationId,
    /// Its name, 1 to 200 characters.
    pub name: String,
    /// Other names it is known by.
    pub alternate_names: Vec<String>,
    /// What a result card shows, at most 200 characters.
    pub summary: Option<String>,
    /// All there is to say.
    pub description: Option<String>,
    /// Its kinds, terms of `service_kind`.
    pub kinds: Vec<TermKey>,
    /// Its topics, terms of `topic`.
    pub topics: Vec<TermKey>,
    /// Whom it is for, terms of `target_group`.
    pub target_groups: Vec<TermKey>,
    /// Its sectors, terms of `sector`.
    pub sectors: Vec<TermKey>,
    /// Whether it is given.
    pub status: ServiceStatus,
    /// From which day it is shown.
    pub visible_from: Option<NaiveDate>,
    /// Until which day it is shown, inclusive; afterwards hidden, not deleted.
    pub visible_to: Option<NaiveDate>,
    /// Spans of funding: history, hides nothing.
    pub funding_periods: Vec<FundingPeriod>,
    /// Whom it is for.
    pub eligibility: Eligibility,
    /// Where people may live to use it. Empty is unknown, not "everywhere"; sources that differ
    /// stand side by side and the offer is shown in all of them.
    pub areas: Vec<Stated<Area>>,
    /// In which languages it is given; unknown when empty.
    pub languages: Vec<Language>,
    /// What it costs.
    pub cost: Cost,
    /// Whether people may stay unnamed.
    pub anonymous: Answer,
    /// Room, where stated.
    pub capacity: Option<Capacity>,
    /// A promise about opening without times.
    pub opening_commitment: Option<OpeningCommitment>,
    /// What it does not replace.
    pub boundary_note: Option<String>,
    /// A dated notice.
    pub notice: Option<Notice>,
    /// Its own web page.
    pub website: Option<WebAddress>,
    /// The address of its chat.
    pub chat: Option<WebAddress>,
    /// Its mail address.
    pub email: Option<Email>,
    /// Who answers, in words: "geschulte Ehrenamtliche".
    pub answered_by: Option<String>,
    /// Its telephones.
    pub phones: Vec<Phone>,
    /// Its contacts.
    pub contacts: Vec<Contact>,
    /// Its hours. Several statements may differ.
    pub schedules: Vec<Stated<Schedule>>,
    /// Where it is given.
    pub at: Vec<ServiceAtLocation>,
    /// A note for editors; never public.
    pub internal_note: Option<String>,
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

impl Service {
    /// Whether people may know of it on `day`: not before it is shown for the first time, but also
    /// when that is over.
    pub fn is_announced_on(&self, day: NaiveDate) -> bool {
        self.visible_from.is_none_or(|from| from <= day)
    }

    /// Whether the service is shown to people on `day`: given, or paused, and within its dates.
    pub fn is_published_on(&self, day: NaiveDate) -> bool {
        let given = match self.status {
            ServiceStatus::Active | ServiceStatus::TemporarilyClosed { .. } => true,
            ServiceStatus::Inactive | ServiceStatus::Defunct => false,
        };
        given && self.is_announced_on(day) && self.visible_to.is_none_or(|to| day <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_five_months_fit_zero_to_three_and_thirty_seven_do_not() {
        let small = Eligibility {
            age_known: true,
            age_from_months: Some(0),
            age_to_months: Some(36),
            ..Eligibility::default()
        };
        assert_eq!(small.fits(35), Answer::Yes);
        assert_eq!(small.fits(36), Answer::No);
        assert_eq!(small.fits(37), Answer::No);
    }

    #[test]
    fn an_unstated_age_excludes_nobody_and_an_absent_bound_is_open() {
        assert_eq!(Eligibility::default().fits(500), Answer::Unknown);
        let from_twelve = Eligibility {
            age_known: true,
            age_from_months: Some(144),
            ..Eligibility::default()
        };
        assert_eq!(from_twelve.fits(143), Answer::No);
        assert_eq!(from_twelve.fits(900), Answer::Yes);
    }
}
