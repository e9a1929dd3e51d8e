//! Who answers for a place: always a list.

use async_graphql::{Enum, ID, SimpleObject};
use domain::territory::Likelihood;
use domain::territory::resolver::{self, FollowUpKind, Number, NumberOrigin, Status};
use serde::Serialize;
use utoipa::ToSchema;

use crate::graphql::context::Asking;
use crate::graphql::directory::{OpenNow, PhonePurpose, StatedBy};
use crate::graphql::scalars::{Date, LocalizedText};
use crate::middleware::request::Tongue;

/// Who answers. Always a list: nobody has to answer a question before seeing numbers.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct ResponsibleAnswer {
    /// How the answer is to be read; it speaks of the body, not of its numbers.
    pub status: ResponsibleStatus,
    /// The bodies that answer, or may.
    pub candidates: Vec<Candidate>,
    /// The one question that would help most; absent when none is needed.
    pub question: Option<Question>,
    /// Numbers that stand in, those known to answer first.
    pub fallback: Vec<ResponsibleNumber>,
    /// What else there is to say, sentence by sentence.
    pub explanation: Vec<LocalizedText>,
    /// The day the data of places describe, such as `2021-01-01`, or that it is not known.
    pub data_as_of: String,
    /// Who publishes the data of places, such as `BKG`.
    pub sources: Vec<String>,
}

/// How an answer is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, ToSchema)]
#[graphql(remote = "Status")]
#[serde(rename_all = "snake_case")]
pub enum ResponsibleStatus {
    /// One body answers for every place that may be meant.
    Unique,
    /// Several bodies may be meant.
    Ambiguous,
    /// Nobody is known to answer; numbers that stand in are in `fallback`.
    Fallback,
    /// The place lies in another state, which is responsible.
    OutsideState,
    /// The place is not known.
    UnknownPlace,
}

/// A body that answers, or may.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// The body.
    pub body: ResponsibleBody,
    /// The area it answers for here.
    pub area: ResponsibleArea,
    /// How sure it is that this body is meant.
    pub certainty: CandidateCertainty,
    /// What led to it, such as "Postleitzahl 18107".
    pub because: Vec<LocalizedText>,
    /// The numbers to call, in the order in which to call them.
    pub numbers: Vec<ResponsibleNumber>,
    /// Since when it answers here.
    pub valid_from: Option<Date>,
    /// Until when, inclusive.
    pub valid_to: Option<Date>,
}

/// An organisation that answers.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct ResponsibleBody {
    /// Names the organisation, such as `org_018f…`.
    #[schema(value_type = String)]
    pub id: ID,
    /// Its name.
    pub name: LocalizedText,
    /// Whether it is invented: show the label "Beispiel".
    pub demo: bool,
}

/// An area a body answers for.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct ResponsibleArea {
    /// The key (AGS) of a district, such as `13072`, or `13` for the whole state.
    pub key: String,
    /// Its full name, such as "Landkreis Rostock".
    pub full_name: String,
}

/// How sure it is that a body is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, ToSchema)]
#[graphql(remote = "Likelihood")]
#[serde(rename_all = "snake_case")]
pub enum CandidateCertainty {
    /// Nothing else fits.
    Certain,
    /// What is meant in most cases.
    Likely,
    /// One of several that fit alike.
    Possible,
}

/// A number with all that is shown beside it.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct ResponsibleNumber {
    /// What is at its other end.
    pub name: LocalizedText,
    /// As it is dialled: E.164 such as `+498001414007`, or a national short code.
    pub number: String,
    /// As it is printed, such as `0800 14 14 007`.
    pub display: String,
    /// The address of a link that calls it, such as `tel:+498001414007`.
    pub href: String,
    /// What it is for. Show it: a switchboard is no reporting line.
    pub purpose: PhonePurpose,
    /// What it is for, in words.
    pub purpose_text: LocalizedText,
    /// Whether it answers at the instant asked about.
    pub open_now: OpenNow,
    /// Until when the number may be trusted; absent when nobody has confirmed it.
    pub trusted_until: Option<Date>,
    /// Whether somebody has confirmed it and that still holds.
    pub confirmed: bool,
    /// Who states it.
    pub source: Option<StatedBy>,
}

/// One question back.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct Question {
    /// Names the question in `answers`, such as `place`.
    pub id: String,
    /// What it asks for.
    pub kind: QuestionKind,
    /// The question in words, such as "In welchem Ort ist das?".
    pub text: LocalizedText,
    /// What may be answered.
    pub options: Vec<QuestionOption>,
}

/// What a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// In which place.
    ChoosePlace,
    /// In which district.
    ChooseDistrict,
    /// In which part of a district.
    ChooseSubRegion,
    /// In which state (Land).
    WhichState,
}

/// One option of a question.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct QuestionOption {
    /// What to send back, such as `13003000`.
    pub value: String,
    /// What is shown, such as "Rostock (Stadt)".
    pub label: String,
}

impl ResponsibleAnswer {
    /// The answer in the words of both faces.
    pub(super) fn of(
        answer: resolver::Answer,
        at: chrono::DateTime<chrono::Utc>,
        asking: &Asking,
    ) -> Self {
        let lang = asking.tongue.lang();
        let resolver::Answer {
            status,
            districts: _,
            candidates,
            question,
            fallback,
            explanation,
            data_as_of,
            sources,
        } = answer;
        let sentence = |text: String| LocalizedText::in_tongue(asking.tongue, text);
        Self {
            status: status.into(),
            candidates: candidates
                .into_iter()
                .map(|one| Candidate::of(one, at, asking))
                .collect(),
            question: question.map(|question| Question::of(question, asking)),
            fallback: fallback
                .iter()
                .flat_map(|stand_in| &stand_in.numbers)
                .map(|number| ResponsibleNumber::of(number, at, asking))
                .collect(),
            explanation: explanation
                .iter()
                .map(|one| sentence(one.text(&lang)))
                .collect(),
            data_as_of: data_as_of.map_or_else(
                || match asking.tongue {
                    Tongue::German => "nicht bekannt".to_owned(),
                    Tongue::English => "not known".to_owned(),
                },
                |day| day.to_string(),
            ),
            sources: sources.into_iter().map(str::to_owned).collect(),
        }
    }
}

impl Candidate {
    fn of(
        candidate: resolver::Candidate,
        at: chrono::DateTime<chrono::Utc>,
        asking: &Asking,
    ) -> Self {
        let lang = asking.tongue.lang();
        let resolver::Candidate {
            organisation,
            name,
            parts: _,
            area,
            certainty,
            because,
            numbers,
            valid_from,
            valid_to,
            sources: _,
        } = candidate;
        let view = asking
            .ctx
            .read_model
            .organisation(asking.tier, organisation);
        Self {
            body: ResponsibleBody {
                id: organisation.to_string().into(),
                name: LocalizedText::german(name),
                demo: view.is_some_and(|view| view.organisation.demo),
            },
            area: area.map_or_else(ResponsibleArea::state, |area| ResponsibleArea {
                key: area.key.to_string(),
                full_name: area.full_name,
            }),
            certainty: certainty.into(),
            because: because
                .iter()
                .map(|reason| LocalizedText::in_tongue(asking.tongue, reason.text(&lang)))
                .collect(),
            numbers: numbers
                .iter()
                .map(|number| ResponsibleNumber::of(number, at, asking))
                .collect(),
            valid_from: valid_from.map(Date),
            valid_to: valid_to.map(Date),
        }
    }
}

impl ResponsibleArea {
    fn state() -> Self {
        Self {
            key: "13".to_owned(),
            full_name: "Mecklenburg-Vorpommern".to_owned(),
        }
    }
}

impl ResponsibleNumber {
    fn of(number: &Number, at: chrono::DateTime<chrono::Utc>, asking: &Asking) -> Self {
        let phone = &number.phone;
        let purpose = PhonePurpose::from(phone.purpose);
        let name = match (number.origin, &number.region) {
            // a body that names the emergency call is not at its other end
            (NumberOrigin::EmergencyCall, _) => purpose.words(asking.tongue),
            (NumberOrigin::Own | NumberOrigin::StandIn, Some(region))
                if !number.body_name.contains(region.as_str()) =>
            {
                LocalizedText::german(format!("{} ({region})", number.body_name))
            }
            (NumberOrigin::Own | NumberOrigin::StandIn, _) => {
                LocalizedText::german(number.body_name.as_str())
            }
        };
        Self {
            name,
            number: phone.number.to_string(),
            display: phone.display.clone(),
            href: phone.number.href(),
            purpose,
            purpose_text: match &phone.label {
                Some(label) => LocalizedText::german(label.as_str()),
                None => purpose.words(asking.tongue),
            },
            open_now: OpenNow::of(&number.open_now, at, asking),
            trusted_until: number.trusted_until.map(Date),
            confirmed: number.confirmed,
            source: asking.stated_by(&phone.stated),
        }
    }
}

impl Question {
    fn of(question: resolver::FollowUp, asking: &Asking) -> Self {
        let text = question.text(&asking.tongue.lang());
        Self {
            id: question.kind.id().to_owned(),
            kind: question.kind.into(),
            text: LocalizedText::in_tongue(asking.tongue, text),
            options: question
                .options
                .into_iter()
                .map(|resolver::Choice { value, label }| QuestionOption { value, label })
                .collect(),
        }
    }
}

impl From<FollowUpKind> for QuestionKind {
    fn from(kind: FollowUpKind) -> Self {
        match kind {
            FollowUpKind::ChoosePlace => Self::ChoosePlace,
            FollowUpKind::ChooseDistrict => Self::ChooseDistrict,
            FollowUpKind::ChooseSubRegion => Self::ChooseSubRegion,
            FollowUpKind::WhichState => Self::WhichState,
        }
    }
}
