//! What can be asked of the directory and what it answers (`directory.md` 6).

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::hours::Channel;
use super::{Answer, CapacityStatus, CostKind, ServiceView, TermKey};
use crate::text::{Lang, PostalCode};

/// What a service must be to be found. All given conditions hold together; an unknown value never
/// excludes a service, it ranks lower.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// Words, as typed.
    pub text: Option<String>,
    /// A place by name or postcode, as typed.
    pub place: Option<String>,
    /// A district key (AGS, 5 digits).
    pub district: Option<String>,
    /// A municipality key (AGS, 8 digits).
    pub municipality: Option<String>,
    /// A postcode.
    pub postcode: Option<PostalCode>,
    /// Any of these topics.
    pub topics: Vec<TermKey>,
    /// Any of these kinds of service or organisation.
    pub kinds: Vec<TermKey>,
    /// Any of these sectors.
    pub sectors: Vec<TermKey>,
    /// For somebody of this age in months.
    pub age_months: Option<u16>,
    /// In any of these languages.
    pub languages: Vec<Lang>,
    /// Reachable without steps.
    pub accessible: bool,
    /// Costs at most this: `Free` alone, or `Free` and `Partly` …
    pub cost: Vec<CostKind>,
    /// Possible without a name.
    pub anonymous: bool,
    /// Not known to be closed at this instant; those known to be open rank first.
    pub open_at: Option<DateTime<Utc>>,
    /// By this channel.
    pub channel: Option<Channel>,
    /// Has room.
    pub accepting: bool,
    /// Within a distance of a point.
    pub near: Option<Near>,
}

/// A circle on the earth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
    /// Radius in metres, 1 to 200,000.
    pub radius_m: u32,
}

/// In which order services come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// What fits best comes first; equals in an order that is fair and stays the same for a day.
    #[default]
    Relevance,
    /// By name.
    Name,
    /// By distance from the point or place asked for; unknown distances last.
    Distance,
}

/// One question to the directory.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SearchQuery {
    /// What must hold.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// How many to skip.
    pub offset: u32,
    /// How many to answer, at most 50.
    pub limit: u32,
    /// Whether the counts beside the list are wanted: they cost a look at every hit.
    pub facets: bool,
}

/// What a hit was found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonKind {
    /// The very word.
    Exact,
    /// Another form of the word.
    Stem,
    /// The word with umlauts spelled otherwise.
    Folded,
    /// A part of a longer word.
    CompoundPart,
    /// Another word for it.
    Synonym,
    /// A phrase of everyday language that leads to a topic.
    Concept,
    /// The word with a typing error.
    Typo,
    /// It lies in the place asked for.
    Place,
    /// It serves the place asked for.
    Area,
}

/// Why a service was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// How.
    pub kind: ReasonKind,
    /// In which field: `name`, `topics`, `areas` …
    pub field: &'static str,
    /// What of the question it answers.
    pub query_part: String,
    /// What it was found in.
    pub matched: String,
}

/// Whether a service is for people of the place asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Serves {
    /// It is.
    Yes,
    /// Its area is not stated.
    Unknown,
}

/// One service found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The service.
    pub service: Arc<ServiceView>,
    /// How well it fits; only comparable within one answer.
    pub score: f32,
    /// Why it was found.
    pub reasons: Vec<Reason>,
    /// Distance in metres, where a point was asked for and the service has one.
    pub distance_m: Option<f64>,
    /// Whether it is for people of the place asked for; absent when no place was asked for.
    pub serves: Option<Serves>,
}

/// One value of a facet and how many of the hits have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCount {
    /// The value: a term, a district key, `unknown` …
    pub value: String,
    /// How many hits have it.
    pub count: u64,
}

/// The counts beside a list, over all hits, not only the slice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// What is counted: `district`, `kind`, `topic`, `cost`, `anonymous` …
    pub field: &'static str,
    /// The counts, largest first.
    pub counts: Vec<FacetCount>,
}

/// What the directory answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The slice asked for.
    pub hits: Vec<Hit>,
    /// How many services fit in all, exactly.
    pub total: u64,
    /// Counts beside the list; none when they were not asked for.
    pub facets: Vec<Facet>,
    /// A better spelling of what was typed, when nothing or little was found.
    pub did_you_mean: Option<String>,
    /// Whether the words tell of danger: emergency numbers belong above the results.
    pub urgent: bool,
    /// When a narrower question found nothing: what was widened, such as "ganz Mecklenburg-Vorpommern".
    pub widened_to: Option<String>,
}

impl Found {
    /// The spelling of a cost in facets and APIs.
    pub const fn cost_value(kind: CostKind) -> &'static str {
        match kind {
            CostKind::Free => "free",
            CostKind::Partly => "partly",
            CostKind::Paid => "paid",
            CostKind::Unknown => "unknown",
        }
    }

    /// The spelling of an answer in facets and APIs.
    pub const fn answer_value(answer: Answer) -> &'static str {
        match answer {
            Answer::Yes => "yes",
            Answer::Partly => "partly",
            Answer::No => "no",
            Answer::Unknown => "unknown",
        }
    }

    /// The spelling of a capacity in facets and APIs.
    pub const fn capacity_value(status: Option<CapacityStatus>) -> &'static str {
        match status {
            Some(CapacityStatus::Accepting) => "accepting",
            Some(CapacityStatus::Waitlist) => "waitlist",
            Some(CapacityStatus::AssessmentRequired) => "assessment_required",
            Some(CapacityStatus::Full) => "full",
            None => "unknown",
        }
    }
}
