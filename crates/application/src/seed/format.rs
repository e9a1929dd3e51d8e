//! The form of the files in `data/`, field by field. An unknown field is an error, an absent one is an
//! unknown value.

use std::str::FromStr;

use chrono::NaiveDate;
use domain::directory::hours::{Channel, TimeOfDay, TimeSpan};
use domain::directory::{
    AddressVisibility, Answer, CallCost, Certainty, CostKind, LanguageMode, PhoneKind,
    PhonePurpose, TermKey,
};
use domain::territory::{DistrictKey, MunicipalityKey};
use domain::text::{Email, Lang, Malformed, PhoneNumber, PostalCode, WebAddress};
use serde::Deserialize;

use super::days::Days;

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

/// `sources/sources.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// The sources.
    #[serde(rename = "source")]
    pub sources: Vec<SourceEntry>,
}

/// Where facts were read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry {
    /// Names it.
    pub key: String,
    /// Who published it.
    pub title: String,
    /// Where.
    pub url: Option<WebAddress>,
    /// The date of the page: `2023-12`, `2018` …
    pub page_date: Option<String>,
    /// The day on which an undated page was read.
    pub read_on: Option<NaiveDate>,
    /// Whether `page_date` is an estimate.
    #[serde(default)]
    pub circa: bool,
    /// A word about it.
    pub remark: Option<String>,
    /// Under which licence its content is used.
    pub licence: String,
}

impl SourceEntry {
    /// The date of what it states: of the page, else of its reading.
    pub fn date(&self) -> Option<String> {
        self.page_date
            .clone()
            .or_else(|| self.read_on.map(|day| day.to_string()))
    }
}

/// `taxonomies/*.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaxonomyFile {
    /// Which taxonomy.
    pub taxonomy: domain::directory::Taxonomy,
    /// Its terms, wider ones first.
    #[serde(rename = "term")]
    pub terms: Vec<TermEntry>,
}

/// One term.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermEntry {
    /// Names it within the taxonomy.
    pub key: TermKey,
    /// The key of the wider term.
    pub parent: Option<TermKey>,
    /// Its name in German and English.
    pub label: LabelEntry,
    /// Other words professionals use.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Phrases of everyday language that lead here.
    #[serde(default)]
    pub plain_words: Vec<String>,
}

/// A label in the two complete languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelEntry {
    /// German.
    pub de: String,
    /// English.
    pub en: String,
}
