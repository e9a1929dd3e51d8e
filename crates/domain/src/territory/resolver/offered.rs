//! Whether answers answer something: what was never asked is refused, never passed over in silence.

use super::answer::{FollowUpKind, GivenAnswer, OUTSIDE_STATE, Question, THIS_STATE};
use super::situation::{answered, choosable_municipality, situations};
use super::{Network, follow_up, groups};
use crate::territory::gazetteer::Gazetteer;
use crate::territory::keys::DistrictKey;
use crate::territory::lookup::Lookup;
use crate::territory::place_set::PlaceSet;
use crate::time::LOCAL;

/// Longer lists of options are not written out.
const LISTED_OPTIONS: usize = 20;

/// An answer that answers nothing. Holds nothing of what was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeverOffered {
    /// Which of the answers, from 0.
    pub at: usize,
    /// What is wrong with it.
    pub part: AnswerPart,
    /// What may be given there; empty where it is too much to list.
    pub allowed: Vec<String>,
}

/// A part of a [`GivenAnswer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerPart {
    /// The id of the question.
    QuestionId,
    /// The value of the option.
    Value,
}

/// Checks that every answer names a question there is, and an option it has for the place, after the
/// answers before it. Where the place is not known, or was said to lie in another state, there are no
/// options to check.
///
/// # Errors
/// The first answer that does not.
pub fn check_answers(network: &Network<'_>, question: &Question) -> Result<(), NeverOffered> {
    let found = match network.gazetteer.look_up(&question.place) {
        Lookup::Found(set) => Some(set),
        Lookup::OutsideState | Lookup::Unknown => None,
    };
    for (at, given) in question.answers.iter().enumerate() {
        let kind = FollowUpKind::ALL
            .into_iter()
            .find(|kind| kind.id() == given.question_id);
        let Some(kind) = kind else {
            let ids = FollowUpKind::ALL.map(|kind| kind.id().to_owned());
            return Err(NeverOffered {
                at,
                part: AnswerPart::QuestionId,
                allowed: ids.into(),
            });
        };
        let before = &question.answers[..at];
        let set = found
            .clone()
            .and_then(|set| answered(network.gazetteer, set, before));
        let Some(set) = set else { continue };
        if !takes(network.gazetteer, &set, kind, given, question) {
            let allowed = options(network, question, &set, kind, before);
            return Err(NeverOffered {
                at,
                part: AnswerPart::Value,
                allowed,
            });
        }
    }
    Ok(())
}

/// Whether a value chooses something among the places that may be meant.
fn takes(
    gazetteer: &Gazetteer,
    set: &PlaceSet,
    kind: FollowUpKind,
    GivenAnswer { value, .. }: &GivenAnswer,
    question: &Question,
) -> bool {
    if value == OUTSIDE_STATE {
        return set.outside.is_some();
    }
    match kind {
        FollowUpKind::WhichState => value == THIS_STATE,
        FollowUpKind::ChoosePlace | FollowUpKind::ChooseDistrict => {
            let town = value.parse().ok();
            town.is_some_and(|key| choosable_municipality(gazetteer, set, &key).is_some())
                || value
                    .parse()
                    .is_ok_and(|key| has_district(gazetteer, set, &key, question))
        }
        FollowUpKind::ChooseSubRegion => set.places.iter().any(|place| {
            let mut parts = gazetteer.sub_regions_of(&place.district);
            parts.any(|part| part.key.0 == *value)
        }),
    }
}

/// Whether a district is one of today's, or of the day asked about, of a place that may be meant.
fn has_district(
    gazetteer: &Gazetteer,
    set: &PlaceSet,
    key: &DistrictKey,
    question: &Question,
) -> bool {
    let date = question.at.with_timezone(&LOCAL).date_naive();
    set.places
        .iter()
        .any(|place| place.district == *key || gazetteer.districts_at(place, date).contains(key))
}

/// The options of the question that is open after some answers, if it is the one meant.
fn options(
    network: &Network<'_>,
    question: &Question,
    set: &PlaceSet,
    kind: FollowUpKind,
    before: &[GivenAnswer],
) -> Vec<String> {
    let date = question.at.with_timezone(&LOCAL).date_naive();
    let situations = situations(network.gazetteer, set, date, before);
    let groups = groups(network, question.topic, &situations);
    let open = follow_up::follow_up(network.gazetteer, set, &situations, &groups)
        .filter(|open| open.kind == kind && open.options.len() <= LISTED_OPTIONS);
    let options = open.into_iter().flat_map(|open| open.options);
    options.map(|option| option.value).collect()
}
