//! Areas, each kept once: many services state the same one, so a question asks each distinct
//! statement only once.

use std::collections::HashMap;
use std::sync::Arc;

use domain::directory::Stated;
use domain::territory::{Area, AreaMember, DistrictKey, Fit, Level, Places};

use crate::lists::ShortLists;
use crate::places::{KeyNumber, Named, PlaceKeys, PlaceNames, number};

/// Names a distinct statement of areas.
pub(crate) type AreaId = u32;

/// The statement "nothing is stated".
pub(crate) const UNKNOWN: AreaId = 0;

/// How much less a place counts that lies in an area only perhaps.
const PERHAPS: f32 = 0.9;

/// One distinct statement: the union of what the sources say.
#[derive(Debug)]
pub(crate) struct Statement {
    areas: Vec<Area>,
    /// The districts it reaches into.
    pub(crate) districts: Vec<KeyNumber>,
    /// Whether it covers the whole state.
    pub(crate) is_wide: bool,
}

/// What an area says about the place asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum AreaFit {
    /// It does not hold it.
    Excluded,
    /// It is not stated.
    Unknown,
    /// It holds it; from 0.5 (the state) to 1 (the municipality is named).
    Fits(f32),
}

/// All distinct statements.
#[derive(Debug, Clone)]
pub(crate) struct AreaTable {
    known: HashMap<String, AreaId>,
    statements: Vec<Arc<Statement>>,
    /// The districts beyond which nothing of each lies; none where that cannot be said.
    confines: ShortLists,
}

impl Default for AreaTable {
    fn default() -> Self {
        let nothing = Statement {
            areas: Vec::new(),
            districts: Vec::new(),
            is_wide: false,
        };
        let mut confines = ShortLists::default();
        confines.push(&[]);
        Self {
            known: HashMap::new(),
            statements: vec![Arc::new(nothing)],
            confines,
        }
    }
}

impl AreaTable {
    /// The id of what a service states.
    pub(crate) fn id_of(&mut self, stated: &[Stated<Area>], places: &PlaceNames) -> AreaId {
        if stated.is_empty() {
            return UNKNOWN;
        }
        let areas: Vec<Area> = stated.iter().map(|one| one.value.clone()).collect();
        let text = serde_json::to_string(&areas).unwrap_or_default();
        if let Some(id) = self.known.get(&text) {
            return *id;
        }
        let Ok(id) = AreaId::try_from(self.statements.len()) else {
            return UNKNOWN;
        };
        let is_wide = areas.iter().any(|area| area.level() >= Level::State);
        let mut is_confined = !is_wide;
        let mut districts: Vec<KeyNumber> = Vec::new();
        for member in areas.iter().flat_map(included) {
            let of_member = districts_of(member, places);
            is_confined &= !of_member.is_empty();
            districts.extend(of_member.iter().filter_map(|key| number(key.as_str())));
        }
        districts.sort_unstable();
        districts.dedup();
        self.confines
            .push(if is_confined { &districts } else { &[] });
        self.statements.push(Arc::new(Statement {
            areas,
            districts,
            is_wide,
        }));
        self.known.insert(text, id);
        id
    }

    /// How many distinct statements there are.
    pub(crate) fn len(&self) -> usize {
        self.statements.len()
    }

    /// The statement an id names.
    pub(crate) fn get(&self, id: AreaId) -> &Statement {
        let at = usize::try_from(id).unwrap_or(0);
        &self.statements[at.min(self.statements.len() - 1)]
    }

    /// What each statement says about a place, by id.
    pub(crate) fn fits(&self, place: &Named, keys: &PlaceKeys) -> Vec<AreaFit> {
        let stated = (0..).zip(&self.statements).map(|(id, statement)| {
            // seven hundred municipalities are stated somewhere, and most are far from the place asked for
            let confines = self.confines.get(id);
            match id {
                UNKNOWN => AreaFit::Unknown,
                _ if confines.is_empty() || confines.iter().any(|own| keys.lie_in(*own)) => {
                    statement.fit(place)
                }
                _ => AreaFit::Excluded,
            }
        });
        stated.collect()
    }
}

impl Statement {
    fn fit(&self, place: &Named) -> AreaFit {
        let scores = place.candidates.iter().flat_map(|candidate| {
            self.areas.iter().filter_map(move |area| {
                let certainty = match area.fit(&candidate.locus) {
                    Fit::No => return None,
                    Fit::Possible => PERHAPS,
                    Fit::Certain => 1.0,
                };
                let level = match area.level() {
                    Level::PartOfDistrict => 1.0,
                    Level::District => 0.8,
                    Level::State | Level::Country => 0.5,
                };
                Some(level * certainty * candidate.weight)
            })
        });
        scores
            .max_by(f32::total_cmp)
            .map_or(AreaFit::Excluded, AreaFit::Fits)
    }
}

fn included(area: &Area) -> &[AreaMember] {
    match area {
        Area::Nationwide | Area::Statewide => &[],
        Area::Set(set) => &set.include,
    }
}

fn districts_of(member: &AreaMember, places: &PlaceNames) -> Vec<DistrictKey> {
    let begins_with = |key: &str| key.get(..5).and_then(|five| five.parse().ok());
    match &member.places {
        Places::State | Places::Radius { .. } => Vec::new(),
        Places::District(key) => vec![key.clone()],
        Places::FormerDistrict(key) => places.successors(key).to_vec(),
        Places::Association(key) => begins_with(key.as_str()).into_iter().collect(),
        Places::Municipality(key) => vec![key.district()],
        Places::SubRegion(key) => begins_with(&key.0).into_iter().collect(),
        Places::Postcode(postcode) => places.districts_of_postcode(postcode),
    }
}

#[cfg(test)]
mod tests {
    use application::territory::Atlas;
    use domain::directory::Stated;
    use domain::territory::{Area, AreaSet};

    use super::*;

    /// One statement for each district, old and new, association, part of a district and postcode.
    fn table(atlas: &Atlas, places: &PlaceNames) -> AreaTable {
        let gazetteer = atlas.gazetteer();
        let mut members: Vec<Places> = Vec::new();
        for district in gazetteer.districts(true) {
            members.push(Places::District(district.key.clone()));
            let parts = gazetteer.sub_regions_of(&district.key);
            members.extend(parts.map(|part| Places::SubRegion(part.key.clone())));
        }
        let former = gazetteer.former_districts();
        members.extend(former.map(|one| Places::FormerDistrict(one.key.clone())));
        for municipality in gazetteer.municipalities(true) {
            members.push(Places::Municipality(municipality.key.clone()));
            let association = municipality.association.as_ref();
            members.extend(association.map(|one| Places::Association(one.key.clone())));
            let postcodes = gazetteer.postcodes_of(&municipality.key);
            members.extend(postcodes.into_iter().map(Places::Postcode));
        }
        let mut table = AreaTable::default();
        for places_of_member in members {
            let area = Area::Set(AreaSet {
                include: vec![AreaMember {
                    places: places_of_member,
                    valid_from: None,
                    valid_to: None,
                }],
                ..AreaSet::default()
            });
            let stated = Stated {
                value: area,
                source: None,
                date: None,
            };
            table.id_of(&[stated], places);
        }
        table
    }

    #[test]
    fn a_place_in_none_of_the_districts_lies_in_no_member_either() {
        let atlas = Atlas::shipped(true).unwrap();
        let places = PlaceNames::of(atlas.gazetteer());
        let day = "2026-11-20".parse().unwrap();
        let table = table(&atlas, &places);
        assert!(table.len() > 300);
        assert!(
            (1..)
                .zip(&table.statements[1..])
                .all(|(id, _)| !table.confines.get(id).is_empty())
        );
        for municipality in atlas.gazetteer().municipalities(true).step_by(5) {
            let asked = places
                .of_municipality(municipality.key.as_str(), day)
                .unwrap();
            let keys = PlaceKeys::of(&asked);
            let fits = table.fits(&asked, &keys);
            for (statement, fit) in table.statements.iter().zip(&fits).skip(1) {
                let stated = &statement.areas;
                assert_eq!(*fit, statement.fit(&asked), "{} in {stated:?}", asked.label);
            }
        }
    }
}
