//! From the places that may be meant, and the answers given so far, to what areas are asked about.

use chrono::NaiveDate;

use super::answer::{FollowUpKind, GivenAnswer, OUTSIDE_STATE, THIS_STATE};
use crate::territory::area::Locus;
use crate::territory::gazetteer::Gazetteer;
use crate::territory::keys::{DistrictKey, MunicipalityKey, SubRegionKey};
use crate::territory::place_set::{Likelihood, Place, PlaceSet};

/// One place that may be meant, on the day asked about.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Situation {
    pub(super) place: Place,
    pub(super) locus: Locus,
}

/// What is left after the answers; nothing when the place lies in another state.
pub(super) fn answered(
    gazetteer: &Gazetteer,
    mut set: PlaceSet,
    answers: &[GivenAnswer],
) -> Option<PlaceSet> {
    for GivenAnswer { question_id, value } in answers {
        if value == OUTSIDE_STATE && set.outside.is_some() {
            return None;
        }
        let asks = |kind: FollowUpKind| kind.id() == question_id;
        if asks(FollowUpKind::WhichState) && value == THIS_STATE {
            set.outside = None;
            set.complete = true;
        } else if asks(FollowUpKind::ChoosePlace) || asks(FollowUpKind::ChooseDistrict) {
            let (town, district) = (
                value.parse::<MunicipalityKey>(),
                value.parse::<DistrictKey>(),
            );
            match (town, district) {
                (Ok(key), _) => choose_municipality(gazetteer, &mut set, &key),
                (Err(_), Ok(key)) => choose_district(&mut set, &key),
                (Err(_), Err(_)) => {}
            }
        }
    }
    Some(set)
}

/// The place that may be meant in which a municipality can be chosen; none where it cannot.
pub(super) fn choosable_municipality<'s>(
    gazetteer: &Gazetteer,
    set: &'s PlaceSet,
    key: &MunicipalityKey,
) -> Option<&'s Place> {
    gazetteer.municipality(key)?;
    set.places.iter().find(|place| {
        place
            .municipality
            .as_ref()
            .map_or(place.district == key.district(), |one| one == key)
    })
}

fn choose_municipality(gazetteer: &Gazetteer, set: &mut PlaceSet, key: &MunicipalityKey) {
    let Some(place) = choosable_municipality(gazetteer, set, key) else {
        return;
    };
    let chosen = gazetteer.in_municipality(key);
    let mut because = place.because.clone();
    because.extend(
        chosen
            .because
            .iter()
            .filter(|one| !place.because.contains(one))
            .cloned(),
    );
    let place = Place {
        old_key: place.old_key.clone(),
        postcode: place.postcode.clone(),
        because,
        ..chosen
    };
    *set = PlaceSet {
        places: vec![place],
        complete: true,
        outside: None,
    };
}

/// Chooses a district of today, or one of before the reform where that was the question.
fn choose_district(set: &mut PlaceSet, key: &DistrictKey) {
    if set.places.iter().any(|place| place.district == *key) {
        set.places.retain(|place| place.district == *key);
        set.complete = true;
        set.outside = None;
        if let [only] = set.places.as_mut_slice() {
            only.likelihood = Likelihood::Certain;
        }
    } else {
        for place in &mut set.places {
            place.old_key.get_or_insert_with(|| key.clone());
        }
    }
}

/// The places of a set as they were on the day.
pub(super) fn situations(
    gazetteer: &Gazetteer,
    set: &PlaceSet,
    date: NaiveDate,
    answers: &[GivenAnswer],
) -> Vec<Situation> {
    let chosen_part = answers
        .iter()
        .find(|answer| answer.question_id == FollowUpKind::ChooseSubRegion.id())
        .map(|answer| SubRegionKey(answer.value.clone()));
    let situation = |place: &Place| {
        let municipality = place
            .municipality
            .as_ref()
            .and_then(|key| gazetteer.municipality(key));
        let postcodes = match (&place.postcode, &place.municipality) {
            (Some(postcode), _) => vec![postcode.clone()],
            (None, Some(key)) => gazetteer.postcodes_of(key).into_iter().collect(),
            (None, None) => Vec::new(),
        };
        let former = gazetteer.former_districts_of(place);
        let locus = Locus {
            date,
            districts: gazetteer.districts_at(place, date),
            former_districts: former.iter().map(|former| former.key.clone()).collect(),
            municipality: place.municipality.clone(),
            association: municipality
                .and_then(|municipality| municipality.association.as_ref())
                .map(|amt| amt.key.clone()),
            sub_regions: parts(gazetteer, place, chosen_part.as_ref()),
            postcodes,
            point: place.point,
            demo: gazetteer
                .district(&place.district)
                .is_some_and(|district| district.demo),
        };
        Situation {
            place: place.clone(),
            locus,
        }
    };
    set.places.iter().map(situation).collect()
}

/// The parts of its district a place may lie in. Only a municipality that was named, and that a
/// source names as a member, settles it.
fn parts(gazetteer: &Gazetteer, place: &Place, chosen: Option<&SubRegionKey>) -> Vec<SubRegionKey> {
    let all: Vec<_> = gazetteer.sub_regions_of(&place.district).collect();
    if let Some(part) = all.iter().find(|part| Some(&part.key) == chosen) {
        return vec![part.key.clone()];
    }
    let home = place.municipality.as_ref().filter(|_| place.named);
    let known = all
        .iter()
        .find(|part| home.is_some_and(|home| part.members.contains(home)));
    match known {
        Some(part) => vec![part.key.clone()],
        None => all.iter().map(|part| part.key.clone()).collect(),
    }
}
