//! What is asked of the resolver and what it answers.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::directory::Phone;
use crate::directory::hours::OpenNow;
use crate::ids::{OrganisationId, SourceId};
use crate::territory::because::Because;
use crate::territory::keys::DistrictKey;
use crate::territory::lookup::PlaceQuery;
use crate::territory::place_set::Likelihood;
use crate::territory::responsibility::{BodyId, Topic};

/// Who answers for a place, in a matter, at an instant?
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// What is known of the place.
    pub place: PlaceQuery,
    /// The matter.
    pub topic: Topic,
    /// The instant.
    pub at: DateTime<Utc>,
    /// Answers to questions of earlier answers.
    pub answers: Vec<GivenAnswer>,
}

/// The answer somebody gave to a [`FollowUp`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GivenAnswer {
    /// The id of the question.
    pub question_id: String,
    /// The value of the option chosen.
    pub value: String,
}

/// How an answer is to be read; it speaks of the body, not of its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// One body answers for every place that may be meant.
    Unique,
    /// Several bodies may be meant.
    Ambiguous,
    /// Nobody is known to answer; lines that stand in are listed.
    Fallback,
    /// The place lies in another state (Land), which is responsible.
    OutsideState,
    /// The place is not known.
    UnknownPlace,
}

/// Everything the resolver has to say. Always a list, so nobody has to answer a question first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// How it is to be read.
    pub status: Status,
    /// The districts that may be meant, as they were on the day asked about.
    pub districts: Vec<AreaRef>,
    /// The bodies.
    pub candidates: Vec<Candidate>,
    /// The one question that helps most.
    pub question: Option<FollowUp>,
    /// Lines that stand in, those known to answer now first.
    pub fallback: Vec<StandIn>,
    /// What else there is to say.
    pub explanation: Vec<Explanation>,
    /// The day the data of places describe.
    pub data_as_of: Option<NaiveDate>,
    /// Who publishes the data of places.
    pub sources: Vec<&'static str>,
}

/// A district, by key and full name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AreaRef {
    /// The key.
    pub key: DistrictKey,
    /// The full name; the short one would mix up the two Rostocks.
    pub full_name: String,
}

/// A body that answers, or may.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// Its parts that answer here: teams, on-call services.
    pub parts: Vec<BodyId>,
    /// The district it answers for here.
    pub area: Option<AreaRef>,
    /// How sure that is.
    pub certainty: Likelihood,
    /// What led to it.
    pub because: Vec<Because>,
    /// The numbers to call, in the order in which to call them.
    pub numbers: Vec<Number>,
    /// Since when it answers here.
    pub valid_from: Option<NaiveDate>,
    /// Until when.
    pub valid_to: Option<NaiveDate>,
    /// Who states that it does.
    pub sources: Vec<SourceId>,
}

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberOrigin {
    /// The body's own.
    Own,
    /// Of a line that stands in because none of the body's own is known to answer now.
    StandIn,
    /// The emergency call, which somebody names beside the body: nobody's own line.
    EmergencyCall,
}

/// A number with all that is shown beside it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Number {
    /// Whose number it is.
    pub origin: NumberOrigin,
    /// The part of the body it belongs to.
    pub body: BodyId,
    /// The name of that part.
    pub body_name: String,
    /// The telephone entry with its purpose, label, source and date.
    pub phone: Phone,
    /// The part of the district it is for.
    pub region: Option<String>,
    /// Whether it answers now.
    pub open_now: OpenNow,
    /// Until when the number may be trusted; absent when nobody has confirmed it.
    pub trusted_until: Option<NaiveDate>,
    /// Whether somebody has confirmed it and that still holds.
    pub confirmed: bool,
}

/// A line that stands in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StandIn {
    /// The body.
    pub body: BodyId,
    /// Its name.
    pub name: String,
    /// Its numbers.
    pub numbers: Vec<Number>,
}

/// What a follow-up asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpKind {
    /// In which place.
    ChoosePlace,
    /// In which district.
    ChooseDistrict,
    /// In which part of the district.
    ChooseSubRegion,
    /// In which state (Land).
    WhichState,
}

impl FollowUpKind {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::ChoosePlace,
        Self::ChooseDistrict,
        Self::ChooseSubRegion,
        Self::WhichState,
    ];

    /// The id a [`GivenAnswer`] refers to.
    pub const fn id(self) -> &'static str {
        match self {
            Self::ChoosePlace => "place",
            Self::ChooseDistrict => "district",
            Self::ChooseSubRegion => "sub_region",
            Self::WhichState => "state",
        }
    }
}

/// One question back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FollowUp {
    /// What it asks for.
    pub kind: FollowUpKind,
    /// What may be answered.
    pub options: Vec<Choice>,
}

/// One option of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// A key, or [`OUTSIDE_STATE`].
    pub value: String,
    /// What is shown.
    pub label: String,
}

/// The value of the option "in another state".
pub const OUTSIDE_STATE: &str = "outside_state";
/// The value of the option "in this state".
pub const THIS_STATE: &str = "13";

/// One sentence that goes with an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Explanation {
    /// The answer is about where, not about which place counts in law.
    WhereNotLaw,
    /// The place lies, or may lie, in more than one district.
    SeveralDistricts,
    /// The list of places of the postcode is not complete.
    PostcodeIncomplete,
    /// The postcode reaches outside the state, to these places.
    ReachesOutside(String),
    /// Which part of the district the place belongs to is not published.
    RegionNotPublished,
    /// The first number is one that is known to answer now, not the body's own.
    FirstAnswersNow,
    /// No number of this body that takes reports is known.
    NoNumberKnown(String),
    /// Sources state different areas for this body.
    AreasDiffer(String),
    /// Another state is responsible.
    OtherState,
    /// The place is not known.
    PlaceNotKnown,
    /// Nobody is known to answer for this matter here.
    NobodyKnown,
    /// Which district the place belonged to on that day is not settled.
    HistoryNotSettled,
    /// The district is invented.
    Invented,
}
