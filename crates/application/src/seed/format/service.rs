//! A service as it is written.

use domain::directory::hours::{Channel, TimeOfDay, TimeSpan};
use domain::directory::{Answer, CostKind, LanguageMode, TermKey};
use domain::territory::{DistrictKey, MunicipalityKey};
use domain::text::{Email, Lang, Malformed, PostalCode, WebAddress};
use serde::Deserialize;

use super::super::days::Days;
use super::PhoneEntry;

/// Whether a service is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceState {
    /// It is.
    #[default]
    Active,
    /// It is not published.
    Inactive,
    /// It has ended for good.
    Defunct,
}

/// What an organisation offers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceEntry {
    /// Names it for ever, unique among all services.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Other names.
    #[serde(default)]
    pub alternate_names: Vec<String>,
    /// What a result card shows, at most 200 characters.
    pub summary: Option<String>,
    /// All there is to say.
    pub description: Option<String>,
    /// Terms of `service_kind`, at least one.
    pub kinds: Vec<TermKey>,
    /// Terms of `topic`.
    #[serde(default)]
    pub topics: Vec<TermKey>,
    /// Terms of `target_group`.
    #[serde(default)]
    pub target_groups: Vec<TermKey>,
    /// Whether it is given.
    #[serde(default)]
    pub status: ServiceState,
    /// What it costs; unknown when absent.
    pub cost: Option<CostKind>,
    /// Whether people may stay unnamed; unknown when absent.
    pub anonymous: Option<Answer>,
    /// Who answers, in words.
    pub answered_by: Option<String>,
    /// Its own web page.
    pub website: Option<WebAddress>,
    /// The address of its chat.
    pub chat: Option<WebAddress>,
    /// Its mail address.
    pub email: Option<Email>,
    /// What it does not replace.
    pub boundary_note: Option<String>,
    /// The keys of the locations it is given at.
    #[serde(default)]
    pub at: Vec<String>,
    /// In which languages it is given; unknown when empty.
    #[serde(default)]
    pub languages: Vec<LanguageEntry>,
    /// Whom it is for; ages unknown when absent.
    pub eligibility: Option<EligibilityEntry>,
    /// A promise about opening without times.
    pub opening_commitment: Option<CommitmentEntry>,
    /// Spans of funding: history.
    #[serde(default)]
    pub funding_periods: Vec<FundingEntry>,
    /// Where people may live to use it; unknown when empty.
    #[serde(default, rename = "area")]
    pub areas: Vec<AreaEntry>,
    /// Its numbers.
    #[serde(default, rename = "phone")]
    pub phones: Vec<PhoneEntry>,
    /// Its hours; unknown when empty.
    #[serde(default, rename = "hours")]
    pub hours: Vec<HoursEntry>,
    /// A note for editors.
    pub internal_note: Option<String>,
}

/// A language of a service.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageEntry {
    /// Which.
    pub code: Lang,
    /// In which ways.
    pub modes: Vec<LanguageMode>,
    /// More about it.
    pub note: Option<String>,
}

/// Whom a service is for, in months.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EligibilityEntry {
    /// Whether ages are stated.
    pub age_known: bool,
    /// From, inclusive.
    pub age_from_months: Option<u16>,
    /// To, exclusive.
    pub age_to_months: Option<u16>,
    /// Whether it is for pregnancy.
    #[serde(default)]
    pub pregnancy: bool,
    /// More, in words.
    pub note: Option<String>,
}

/// A promise about opening without times.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitmentEntry {
    /// On how many days a week at least.
    pub min_days_per_week: u8,
    /// For how many minutes on each at least.
    pub min_minutes_per_day: u16,
    /// The key of the source.
    pub source: Option<String>,
}

/// A span of funding.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundingEntry {
    /// What it was.
    pub label: String,
    /// First year or day.
    pub from: Option<String>,
    /// Last year or day.
    pub to: Option<String>,
    /// The key of the source.
    pub source: Option<String>,
}

/// On what the statement of an area rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AreaBasis {
    /// Only the district of the seat is known.
    Seat,
}

/// One statement about where people may live.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaEntry {
    /// All of the country.
    #[serde(default)]
    pub nationwide: bool,
    /// All of the state.
    #[serde(default)]
    pub statewide: bool,
    /// These districts.
    #[serde(default)]
    pub districts: Vec<DistrictKey>,
    /// These municipalities.
    #[serde(default)]
    pub municipalities: Vec<MunicipalityKey>,
    /// These postcodes.
    #[serde(default)]
    pub postcodes: Vec<PostalCode>,
    /// On what it rests, when it is not stated itself.
    pub basis: Option<AreaBasis>,
    /// A word beside it; never evaluated.
    pub note: Option<String>,
    /// The key of the source.
    pub source: Option<String>,
    /// The date of the statement, when it is not the source's.
    pub date: Option<String>,
}

/// One statement about hours: exactly one of `always_open`, `outside_office_hours`, `blocks`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoursEntry {
    /// By which way.
    pub channel: Channel,
    /// Round the clock.
    #[serde(default)]
    pub always_open: bool,
    /// Outside the hours of an office.
    #[serde(default)]
    pub outside_office_hours: bool,
    /// Spans of weekdays.
    #[serde(default)]
    pub blocks: Vec<BlockEntry>,
    /// More about it.
    pub note: Option<String>,
    /// The key of the source.
    pub source: Option<String>,
    /// The date of the statement, when it is not the source's.
    pub date: Option<String>,
}

/// The same span on several weekdays.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "WrittenBlock")]
pub struct BlockEntry {
    /// `mo`, `mo,mi,fr` or `mo-fr`.
    pub days: Days,
    /// From when to when; an end at or before the start is on the next day.
    pub span: TimeSpan,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenBlock {
    days: Days,
    start: TimeOfDay,
    end: TimeOfDay,
}

impl TryFrom<WrittenBlock> for BlockEntry {
    type Error = Malformed;

    fn try_from(WrittenBlock { days, start, end }: WrittenBlock) -> Result<Self, Malformed> {
        Ok(Self {
            days,
            span: TimeSpan::new(start, end)?,
        })
    }
}
