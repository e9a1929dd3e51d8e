//! The one question that helps most.

use super::answer::{Choice, FollowUp, FollowUpKind, OUTSIDE_STATE, THIS_STATE};
use super::groups::{Group, single_lead};
use super::situation::Situation;
use crate::territory::gazetteer::Gazetteer;
use crate::territory::keys::{DistrictKey, MunicipalityKey};
use crate::territory::place_set::PlaceSet;

/// The question whose options split the candidates best; none where no answer would help.
pub(super) fn follow_up(
    gazetteer: &Gazetteer,
    set: &PlaceSet,
    situations: &[Situation],
    groups: &[Group<'_>],
) -> Option<FollowUp> {
    let settled = single_lead(groups);
    let history_open = situations
        .iter()
        .any(|situation| situation.locus.districts.len() > 1);
    if groups.is_empty() && !history_open {
        return None;
    }
    let one_district = situations
        .windows(2)
        .all(|two| two[0].locus.districts == two[1].locus.districts);
    let (kind, mut options) = match &set.outside {
        Some(_) if settled && one_district => (
            FollowUpKind::WhichState,
            vec![choice(THIS_STATE, "Mecklenburg-Vorpommern")],
        ),
        Some(_) => (
            FollowUpKind::ChoosePlace,
            municipalities(gazetteer, situations),
        ),
        None if !settled || !set.complete || history_open => between_places(gazetteer, situations),
        None => (
            FollowUpKind::ChooseSubRegion,
            parts(gazetteer, situations, groups),
        ),
    };
    options.extend(
        set.outside
            .iter()
            .map(|places| choice(OUTSIDE_STATE, places)),
    );
    (options.len() > 1).then_some(FollowUp { kind, options })
}

fn between_places(gazetteer: &Gazetteer, situations: &[Situation]) -> (FollowUpKind, Vec<Choice>) {
    let formers: Vec<&DistrictKey> = situations
        .iter()
        .filter_map(|situation| situation.place.old_key.as_ref())
        .collect();
    let towns = situations
        .iter()
        .filter(|situation| situation.place.municipality.is_some())
        .count();
    if let ([former, ..], 0) = (formers.as_slice(), towns) {
        return (
            FollowUpKind::ChoosePlace,
            divided(gazetteer, former, situations),
        );
    }
    if let [Situation { place, locus }] = situations {
        if locus.districts.len() > 1 {
            return (
                FollowUpKind::ChooseDistrict,
                former_districts(gazetteer, &locus.districts),
            );
        }
        if place.municipality.is_none() {
            let inside = gazetteer
                .municipalities_of(&place.district)
                .map(|one| one.key.clone());
            return (FollowUpKind::ChoosePlace, labelled(gazetteer, inside));
        }
    }
    if towns == situations.len() {
        (
            FollowUpKind::ChoosePlace,
            municipalities(gazetteer, situations),
        )
    } else {
        (
            FollowUpKind::ChooseDistrict,
            districts(gazetteer, situations),
        )
    }
}

/// The parts of a district that was divided: the municipalities known to have gone one way, and one
/// option for all the rest.
fn divided(gazetteer: &Gazetteer, former: &DistrictKey, situations: &[Situation]) -> Vec<Choice> {
    let known: Vec<MunicipalityKey> = gazetteer.known_members_of(former).cloned().collect();
    let mut options = labelled(gazetteer, known.iter().cloned());
    let name = gazetteer
        .former_district(former)
        .map_or("", |former| former.full_name.as_str());
    for Situation { place, .. } in situations {
        if known
            .iter()
            .all(|member| member.district() != place.district)
        {
            let label = format!("ein anderer Ort im früheren {name}");
            options.push(choice(place.district.as_str(), &label));
        }
    }
    options
}

fn municipalities(gazetteer: &Gazetteer, situations: &[Situation]) -> Vec<Choice> {
    let keys = situations
        .iter()
        .filter_map(|situation| situation.place.municipality.clone());
    labelled(gazetteer, keys)
}

fn labelled(gazetteer: &Gazetteer, keys: impl Iterator<Item = MunicipalityKey>) -> Vec<Choice> {
    keys.map(|key| choice(key.as_str(), &gazetteer.label(&key)))
        .collect()
}

fn districts(gazetteer: &Gazetteer, situations: &[Situation]) -> Vec<Choice> {
    let mut options: Vec<Choice> = Vec::new();
    for Situation { place, .. } in situations {
        let Some(district) = gazetteer.district(&place.district) else {
            continue;
        };
        let option = choice(district.key.as_str(), &district.full_name);
        if !options.contains(&option) {
            options.push(option);
        }
    }
    options
}

fn former_districts(gazetteer: &Gazetteer, keys: &[DistrictKey]) -> Vec<Choice> {
    let former = keys.iter().filter_map(|key| gazetteer.former_district(key));
    former
        .map(|former| choice(former.key.as_str(), &former.full_name))
        .collect()
}

/// The parts of the district, where the group has numbers for several of them.
fn parts(gazetteer: &Gazetteer, situations: &[Situation], groups: &[Group<'_>]) -> Vec<Choice> {
    let keys = situations
        .iter()
        .flat_map(|situation| &situation.locus.sub_regions);
    let mut options: Vec<Choice> = Vec::new();
    for part in keys.filter_map(|key| gazetteer.sub_region(key)) {
        let option = choice(&part.key.0, &part.name);
        let concerns = |group: &Group<'_>| {
            group
                .held
                .iter()
                .any(|held| held.responsibility.area.names_sub_region(&part.key))
        };
        if !options.contains(&option) && groups.iter().any(concerns) {
            options.push(option);
        }
    }
    options
}

fn choice(value: &str, label: &str) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
    }
}
