//! Who answers for a place, in a matter, at an instant? (`directory.md` 5.2)
//!
//! 1. What was typed becomes the set of places it may mean ([`Gazetteer::look_up`]).
//! 2. Each place is walked back to the day asked about.
//! 3. Every responsibility for the topic whose area fits is gathered by the organisation it acts
//!    for; a part of a district comes before a district before the state.
//! 4. All numbers of a body are listed: first one that is **known** to answer now (its own, else a
//!    line that stands in), then the others with their hours, known or not. A switchboard is labelled
//!    as one, and 112 is never an office's line.
//! 5. One body for every place that may be meant is `unique`; several, or a set of places that is not
//!    complete, are `ambiguous` and carry one question. Nobody known is `fallback`.
//!
//! The answer is about **where**, not about which place counts in law. Nothing is sorted by
//! population, picked silently, logged or stored.

mod answer;
mod follow_up;
mod groups;
mod numbers;
mod offered;
mod situation;
mod stand_ins;
#[cfg(test)]
mod tests;
mod words;

pub use answer::{
    Answer, AreaRef, Candidate, Choice, Explanation, FollowUp, FollowUpKind, GivenAnswer, Number,
    NumberOrigin, OUTSIDE_STATE, Question, StandIn, Status, THIS_STATE,
};
pub use offered::{AnswerPart, NeverOffered, check_answers};

use self::groups::{Group, bodies_with_differing_areas, groups, single_lead};
use self::numbers::takes_calls;
use self::situation::{Situation, answered, situations};
use self::stand_ins::{Wanted, first_answering, stand_ins};
use super::area::Fit;
use super::because::Because;
use super::gazetteer::Gazetteer;
use super::keys::DistrictKey;
use super::lookup::Lookup;
use super::place_set::{Likelihood, PlaceSet};
use super::responsibility::{Bodies, Responsibility};
use crate::directory::hours::SchoolHolidays;
use crate::time::LOCAL;

/// More municipalities than this are not listed one by one as reasons.
const LISTED_MUNICIPALITIES: usize = 3;

/// Everything the resolver reads.
#[derive(Debug, Clone, Copy)]
pub struct Network<'a> {
    /// The places.
    pub gazetteer: &'a Gazetteer,
    /// Who answers for what.
    pub responsibilities: &'a [Responsibility],
    /// The bodies, as the asker may see them.
    pub bodies: &'a Bodies,
    /// The school holidays, as far as they are known.
    pub school_holidays: &'a SchoolHolidays,
}

/// Who answers for the place of the question, in its matter, at its instant.
pub fn resolve(network: &Network<'_>, question: &Question) -> Answer {
    let found = match network.gazetteer.look_up(&question.place) {
        Lookup::Found(set) => answered(network.gazetteer, set, &question.answers),
        Lookup::OutsideState => None,
        Lookup::Unknown => return nowhere(network, question, Status::UnknownPlace),
    };
    match found {
        Some(set) => somewhere(network, question, &set),
        None => nowhere(network, question, Status::OutsideState),
    }
}

fn nowhere(network: &Network<'_>, question: &Question, status: Status) -> Answer {
    let (wanted, explanation) = match status {
        Status::OutsideState => (Wanted::OutsideState, Explanation::OtherState),
        Status::UnknownPlace | Status::Unique | Status::Ambiguous | Status::Fallback => {
            (Wanted::Anywhere, Explanation::PlaceNotKnown)
        }
    };
    Answer {
        status,
        districts: Vec::new(),
        candidates: Vec::new(),
        question: None,
        fallback: stand_ins(network, question.topic, wanted, question.at),
        explanation: vec![explanation],
        data_as_of: network.gazetteer.as_of(),
        sources: sources(),
    }
}

fn somewhere(network: &Network<'_>, question: &Question, set: &PlaceSet) -> Answer {
    let date = question.at.with_timezone(&LOCAL).date_naive();
    let situations = situations(network.gazetteer, set, date, &question.answers);
    let groups = groups(network, question.topic, &situations);
    let fallback = stand_ins(
        network,
        question.topic,
        Wanted::For(&situations),
        question.at,
    );
    let clear = set.complete && set.outside.is_none() && single_lead(&groups);
    let status = match (groups.is_empty(), clear) {
        (true, _) => Status::Fallback,
        (false, true) => Status::Unique,
        (false, false) => Status::Ambiguous,
    };
    let candidates: Vec<Candidate> = groups
        .iter()
        .map(|group| candidate(network, question, group, &situations, &fallback))
        .collect();
    let follow_up = follow_up::follow_up(network.gazetteer, set, &situations, &groups);
    let explanation = explanation(
        network,
        set,
        &situations,
        &groups,
        &candidates,
        follow_up.as_ref(),
    );
    Answer {
        status,
        districts: districts(network.gazetteer, &situations),
        candidates,
        question: follow_up,
        fallback,
        explanation,
        data_as_of: network.gazetteer.as_of(),
        sources: sources(),
    }
}

fn candidate(
    network: &Network<'_>,
    question: &Question,
    group: &Group<'_>,
    situations: &[Situation],
    fallback: &[StandIn],
) -> Candidate {
    let here: Vec<&Situation> = situations
        .iter()
        .zip(&group.fits)
        .filter(|(_, fit)| **fit > Fit::No)
        .map(|(situation, _)| situation)
        .collect();
    let mut numbers = numbers::own_numbers(network, group, situations, question.at);
    let answers = |number: &Number| number.open_now.is_open() && takes_calls(number.phone.purpose);
    if !numbers.iter().any(answers) {
        let first = first_answering(fallback).cloned();
        numbers.splice(0..0, first);
    }
    let name = network.bodies.organisation_name(group.organisation);
    let first_held = group.held.first();
    let held = || group.held.iter().map(|held| held.responsibility);
    let mut sources: Vec<_> = held()
        .filter_map(|responsibility| responsibility.source)
        .collect();
    sources.dedup();
    let mut parts: Vec<_> = held().map(|responsibility| responsibility.body).collect();
    parts.dedup();
    Candidate {
        organisation: group.organisation,
        name: name
            .or_else(|| first_held.map(|held| held.facts.organisation_name.as_str()))
            .unwrap_or_default()
            .to_owned(),
        parts,
        area: districts_of(network.gazetteer, here.iter().copied())
            .into_iter()
            .next(),
        certainty: certainty(network, group, situations),
        because: because(&here),
        numbers,
        valid_from: held()
            .filter_map(|responsibility| responsibility.valid_from)
            .max(),
        valid_to: held()
            .filter_map(|responsibility| responsibility.valid_to)
            .min(),
        sources,
    }
}

/// A body is as certain as the likeliest place it answers for; sources that state different areas
/// leave it likely, and an area that only may hold the place leaves it possible.
fn certainty(network: &Network<'_>, group: &Group<'_>, situations: &[Situation]) -> Likelihood {
    let by_place = situations
        .iter()
        .zip(&group.fits)
        .filter_map(|(situation, fit)| match fit {
            Fit::No => None,
            Fit::Possible => Some(Likelihood::Possible),
            Fit::Certain => Some(situation.place.likelihood),
        });
    let best = by_place.max().unwrap_or(Likelihood::Possible);
    if bodies_with_differing_areas(network, group, situations).is_empty() {
        best
    } else {
        best.min(Likelihood::Likely)
    }
}

/// What led to the places of a candidate, each reason once.
fn because(here: &[&Situation]) -> Vec<Because> {
    let mut reasons: Vec<Because> = Vec::new();
    for reason in here.iter().flat_map(|situation| &situation.place.because) {
        if !reasons.contains(reason) {
            reasons.push(reason.clone());
        }
    }
    let is_municipality = |reason: &Because| matches!(reason, Because::Municipality(_));
    let municipalities = reasons
        .iter()
        .filter(|reason| is_municipality(reason))
        .count();
    if municipalities > LISTED_MUNICIPALITIES {
        reasons.retain(|reason| !is_municipality(reason));
    }
    reasons
}

fn explanation(
    network: &Network<'_>,
    set: &PlaceSet,
    situations: &[Situation],
    groups: &[Group<'_>],
    candidates: &[Candidate],
    follow_up: Option<&FollowUp>,
) -> Vec<Explanation> {
    let mut said = Vec::new();
    let unsettled = situations
        .iter()
        .any(|situation| situation.locus.districts.len() > 1);
    if unsettled {
        said.push(Explanation::HistoryNotSettled);
    } else if districts(network.gazetteer, situations).len() > 1 {
        said.push(Explanation::SeveralDistricts);
    }
    match &set.outside {
        Some(places) => said.push(Explanation::ReachesOutside(places.clone())),
        None if !set.complete => said.push(Explanation::PostcodeIncomplete),
        None => {}
    }
    if follow_up.is_some_and(|question| question.kind == FollowUpKind::ChooseSubRegion) {
        said.push(Explanation::RegionNotPublished);
    }
    for group in groups {
        let differing = bodies_with_differing_areas(network, group, situations);
        said.extend(
            differing
                .iter()
                .map(|facts| Explanation::AreasDiffer(facts.name.clone())),
        );
    }
    for candidate in candidates {
        let own = |number: &&Number| number.origin == NumberOrigin::Own;
        if !candidate
            .numbers
            .iter()
            .filter(own)
            .any(|number| takes_calls(number.phone.purpose))
        {
            said.push(Explanation::NoNumberKnown(candidate.name.clone()));
        }
    }
    let stood_in = |candidate: &Candidate| {
        candidate
            .numbers
            .first()
            .is_some_and(|first| first.origin == NumberOrigin::StandIn)
    };
    if candidates.iter().any(stood_in) {
        said.push(Explanation::FirstAnswersNow);
    }
    if candidates.is_empty() {
        said.push(Explanation::NobodyKnown);
    }
    if situations.iter().any(|situation| situation.locus.demo) {
        said.push(Explanation::Invented);
    }
    said.push(Explanation::WhereNotLaw);
    said
}

fn districts(gazetteer: &Gazetteer, situations: &[Situation]) -> Vec<AreaRef> {
    districts_of(gazetteer, situations.iter())
}

fn districts_of<'s>(
    gazetteer: &Gazetteer,
    situations: impl Iterator<Item = &'s Situation>,
) -> Vec<AreaRef> {
    let mut districts: Vec<AreaRef> = Vec::new();
    for key in situations.flat_map(|situation| &situation.locus.districts) {
        if !districts.iter().any(|known| known.key == *key) {
            districts.push(area_ref(gazetteer, key));
        }
    }
    districts
}

/// A district by the name it has today, else by the one it had.
fn area_ref(gazetteer: &Gazetteer, key: &DistrictKey) -> AreaRef {
    let today = gazetteer.district(key).map(|district| &district.full_name);
    let then = || {
        gazetteer
            .former_district(key)
            .map(|former| &former.full_name)
    };
    let full_name = today
        .or_else(then)
        .cloned()
        .unwrap_or_else(|| key.to_string());
    AreaRef {
        key: key.clone(),
        full_name,
    }
}

fn sources() -> Vec<&'static str> {
    vec!["GeoNames", "BKG"]
}
