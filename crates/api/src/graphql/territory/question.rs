//! Who answers for a place? The question, as both faces take it.

use application::{Failure, FieldError};
use async_graphql::{Enum, InputObject};
use domain::directory::PhonePurpose;
use domain::territory::resolver;
use domain::territory::{Coordinates, PlaceQuery, Topic};
use domain::text::Malformed;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ResponsibleAnswer;
use crate::graphql::context::Asking;
use crate::graphql::directory::Channel;
use crate::graphql::scalars::DateTime;

/// Who answers for a place, in a matter, at an instant? Nothing of the question is kept.
#[derive(Debug, Clone, InputObject, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"place": {"postcode": "18107"}, "topic": "child_protection_report"}))]
pub struct ResponsibleInput {
    /// What is known of the place; at least one of its fields.
    pub place: PlaceInput,
    /// In which matter.
    pub topic: ResponsibilityTopic,
    /// At which instant, such as `2026-11-20T15:40:00Z`; now when absent.
    #[serde(default)]
    pub at: Option<DateTime>,
    /// By which telephone: the ordinary one, as when absent, or on call, for the lines outside office
    /// hours first (`PHONE`, `ON_CALL`; in REST `phone`, `on_call`). The answer is numbers, so no other
    /// channel is allowed.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// Answers to questions of earlier answers, at most 10, in the order they were given.
    #[serde(default)]
    pub answers: Option<Vec<AnswerInput>>,
}

/// What is known of a place. The fields narrow each other down; keys and a postcode of different
/// districts are refused.
#[derive(Debug, Clone, Default, InputObject, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct PlaceInput {
    /// A postcode: five digits, such as `18107`.
    pub postcode: Option<String>,
    /// A name as people write it, such as "Waren (Müritz)" or "Landkreis Demmin".
    pub place_name: Option<String>,
    /// A municipality key (AGS): eight digits, such as `13071156`.
    pub municipality: Option<String>,
    /// A district key (AGS): five digits, such as `13071`.
    pub district: Option<String>,
    /// Latitude in degrees, WGS 84; needs `lon`.
    pub lat: Option<f64>,
    /// Longitude in degrees, WGS 84; needs `lat`.
    pub lon: Option<f64>,
    /// The key of a district of before September 2011: five digits, such as `13052`.
    pub old_key: Option<String>,
}

/// The answer to a question that came with an earlier answer.
#[derive(Debug, Clone, InputObject, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerInput {
    /// The id of the question, such as `place`.
    pub question_id: String,
    /// The value of the option that was chosen, such as `13003000`.
    pub value: String,
}

/// In which matter somebody is responsible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, Deserialize, ToSchema)]
#[graphql(remote = "Topic")]
#[serde(rename_all = "snake_case")]
pub enum ResponsibilityTopic {
    /// Takes reports of suspected endangerment of a child.
    ChildProtectionReport,
    /// Advises professionals who weigh such a suspicion.
    ChildProtectionAdvice,
    /// Protects a child at once.
    AcuteProtection,
    /// Early help: from pregnancy to three years.
    EarlyHelp,
    /// Kontaktstelle Kinderschutz.
    ContactPoint,
    /// Domestic violence.
    DomesticViolence,
    /// Documents injuries so that a court can use it.
    ForensicDocumentation,
    /// Accompanies victims through court proceedings.
    CourtSupport,
    /// The youth office in all other matters.
    YouthOfficeGeneral,
}

/// One place leads to three questions at most.
const MOST_ANSWERS: usize = 10;

impl ResponsibleInput {
    /// Asks the resolver.
    ///
    /// # Errors
    /// `Invalid` with the fields below `place` and `answers`, and with `channel`.
    pub(crate) fn ask(self, asking: &Asking) -> Result<ResponsibleAnswer, Failure> {
        let Self {
            place,
            topic,
            at,
            channel,
            answers,
        } = self;
        let on_call_first = match channel {
            None | Some(Channel::Phone) => false,
            Some(Channel::OnCall) => true,
            Some(Channel::Visit | Channel::Chat | Channel::Mail) => {
                let allowed = "a channel of telephones: phone or on_call";
                return Err(Failure::invalid("channel", allowed));
            }
        };
        let answers = answers.unwrap_or_default();
        if answers.len() > MOST_ANSWERS {
            return Err(Failure::invalid("answers", "at most 10 values"));
        }
        let at = at.map_or(asking.now, |at| at.0);
        let question = resolver::Question {
            place: place.parse()?,
            topic: topic.into(),
            at,
            answers: answers
                .into_iter()
                .map(|AnswerInput { question_id, value }| resolver::GivenAnswer {
                    question_id,
                    value,
                })
                .collect(),
        };
        let mut answer =
            application::territory::responsible(&asking.ctx, &asking.atlas, &question)?;
        if on_call_first {
            for candidate in &mut answer.candidates {
                // the order among the others stays
                candidate
                    .numbers
                    .sort_by_key(|number| number.phone.purpose != PhonePurpose::OnCall);
            }
        }
        Ok(ResponsibleAnswer::of(answer, at, asking))
    }
}

impl PlaceInput {
    fn parse(self) -> Result<PlaceQuery, Failure> {
        let Self {
            postcode,
            place_name,
            municipality,
            district,
            lat,
            lon,
            old_key,
        } = self;
        let mut wrong = Vec::new();
        let point = match (lat, lon) {
            (Some(lat), Some(lon)) if lat.abs() <= 90.0 && lon.abs() <= 180.0 => {
                Some(Coordinates { lat, lon })
            }
            (None, None) => None,
            _ => {
                let allowed = "lat -90 to 90 and lon -180 to 180, both";
                wrong.push(FieldError::new("place.lat", allowed));
                None
            }
        };
        let name = place_name.filter(|name| !name.trim().is_empty());
        if name.as_ref().is_some_and(|name| name.chars().count() > 200) {
            wrong.push(FieldError::new("place.placeName", "at most 200 characters"));
        }
        let query = PlaceQuery {
            postcode: parsed("place.postcode", postcode, &mut wrong),
            place_name: name,
            municipality: parsed("place.municipality", municipality, &mut wrong),
            district: parsed("place.district", district, &mut wrong),
            point,
            old_key: parsed("place.oldKey", old_key, &mut wrong),
        };
        if wrong.is_empty() && query == PlaceQuery::default() {
            wrong.push(FieldError::new("place", "at least one field of the place"));
        }
        if wrong.is_empty() {
            Ok(query)
        } else {
            Err(Failure::Invalid(wrong))
        }
    }
}

fn parsed<T: std::str::FromStr<Err = Malformed>>(
    field: &str,
    given: Option<String>,
    wrong: &mut Vec<FieldError>,
) -> Option<T> {
    let text = given.filter(|text| !text.trim().is_empty())?;
    text.trim()
        .parse()
        .map_err(|malformed: Malformed| wrong.push(FieldError::new(field, malformed.allowed)))
        .ok()
}
