//! Areas, each kept once: many services state the same one, so a question asks each distinct
//! statement only once.

use std::collections::HashMap;
use std::sync::Arc;

use domain::directory::Stated;
use domain::territory::{Area, AreaMember, DistrictKey, Fit, Level, Places};

use crate::bits::Bits;
use crate::model::position;
use crate::places::{KeyNumber, Named, PlaceKeys, PlaceNames, number};
use crate::sites::{ByKey, ByMunicipality};

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
    /// Those that name municipalities and nothing else.
    of_municipalities: ByMunicipality,
    /// The others by the districts beyond which nothing of them lies.
    in_districts: ByKey,
    /// Those of which no such districts are known.
    anywhere: Bits,
}

impl Default for AreaTable {
    fn default() -> Self {
        let nothing = Statement {
            areas: Vec::new(),
            districts: Vec::new(),
            is_wide: false,
        };
        Self {
            known: HashMap::new(),
            statements: vec![Arc::new(nothing)],
            of_municipalities: ByMunicipality::default(),
            in_districts: ByKey::default(),
            anywhere: Bits::default(),
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
        match municipalities_of(&areas) {
            Some(own) if !is_wide => {
                for own in own {
                    self.of_municipalities.add(own, id);
                }
            }
            _ if is_confined => {
                for own in &districts {
                    self.in_districts.add(*own, id);
                }
            }
            _ => self.anywhere.set(id),
        }
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
        let mut fits = vec![AreaFit::Excluded; self.statements.len()];
        fits[position(UNKNOWN)] = AreaFit::Unknown;
        for id in self.near(keys).iter().map(position) {
            fits[id] = self.statements[id].fit(place);
        }
        fits
    }

    /// The statements that may hold the place: seven hundred municipalities are stated somewhere, and
    /// most of them are far away.
    fn near(&self, keys: &PlaceKeys) -> Bits {
        let mut near = self.anywhere.clone();
        near.add_all(&self.of_municipalities.asked_for(keys));
        near.add_all(&self.in_districts.of_any(&keys.districts));
        near
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

/// The municipalities that some areas name, when they include nothing else.
fn municipalities_of(areas: &[Area]) -> Option<Vec<KeyNumber>> {
    let members = areas.iter().flat_map(included);
    let municipality = |member: &AreaMember| match &member.places {
        Places::Municipality(key) => number(key.as_str()),
        Places::State
        | Places::District(_)
        | Places::FormerDistrict(_)
        | Places::Association(_)
        | Places::SubRegion(_)
        | Places::Postcode(_)
        | Places::Radius { .. } => None,
    };
    members.map(municipality).collect()
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
    fn a_statement_that_is_not_asked_does_not_hold_the_place() {
        let atlas = Atlas::shipped(true).unwrap();
        let places = PlaceNames::of(atlas.gazetteer());
        let day = "2026-11-20".parse().unwrap();
        let table = table(&atlas, &places);
        assert!(table.len() > 300);
        assert_eq!(table.anywhere.count(), 0);
        let gazetteer = atlas.gazetteer();
        let municipalities = gazetteer.municipalities(true).step_by(5);
        let municipalities =
            municipalities.filter_map(|one| places.of_municipality(one.key.as_str(), day));
        let districts = gazetteer.districts(true);
        let districts = districts.filter_map(|one| places.of_district(one.key.as_str(), day));
        let former = gazetteer.former_districts();
        let former = former.filter_map(|one| places.named(&one.full_name.to_lowercase(), day));
        let postcodes = ["18181", "17153", "13071", "99991"].map(|text| text.parse().unwrap());
        let postcodes = postcodes
            .iter()
            .filter_map(|one| places.of_postcode(one, day));
        let mut asked = 0;
        for place in municipalities
            .chain(districts)
            .chain(former)
            .chain(postcodes)
        {
            let fits = table.fits(&place, &PlaceKeys::of(&place));
            for (statement, fit) in table.statements.iter().zip(&fits).skip(1) {
                let stated = &statement.areas;
                assert_eq!(*fit, statement.fit(&place), "{} in {stated:?}", place.label);
            }
            asked += 1;
        }
        assert!(asked > 150, "{asked} places asked for");
    }
}
