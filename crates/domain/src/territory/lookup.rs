//! From what somebody typed to the places it may mean. Never a silent guess: whatever fits is in the
//! answer, and how likely it is.

use serde::{Deserialize, Serialize};

use super::because::Because;
use super::gazetteer::{Gazetteer, Named};
use super::keys::{DistrictKey, MunicipalityKey};
use super::place_set::{Likelihood, Place, PlaceSet};
use super::point::Coordinates;
use super::units::{INDEPENDENT_CITY, PostcodePlace, Reach};
use crate::text::PostalCode;

/// A point this far from the nearest known place, in metres, still lies there.
const NEAR_M: f64 = 5_000.0;
/// Beyond this distance from every known place a point lies outside the state.
const FAR_M: f64 = 10_000.0;
/// Places that are farther than the nearest one by less than this may be meant as well.
const AS_NEAR_M: f64 = 2_000.0;

/// What is known of a place; at least one field is given. Fields narrow each other down.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PlaceQuery {
    /// A postcode.
    pub postcode: Option<PostalCode>,
    /// A name as people write it: a municipality, a village, a district, also a former one.
    pub place_name: Option<String>,
    /// A municipality key.
    pub municipality: Option<MunicipalityKey>,
    /// A district key of today.
    pub district: Option<DistrictKey>,
    /// A point.
    pub point: Option<Coordinates>,
    /// A district key of before the reform.
    pub old_key: Option<DistrictKey>,
}

/// What a place query found.
#[derive(Debug, Clone, PartialEq)]
pub enum Lookup {
    /// Places of the state.
    Found(PlaceSet),
    /// A place outside the state.
    OutsideState,
    /// Nothing.
    Unknown,
}

impl Gazetteer {
    /// The places a query may mean.
    pub fn look_up(&self, query: &PlaceQuery) -> Lookup {
        let PlaceQuery {
            postcode,
            place_name,
            municipality,
            district,
            point,
            old_key,
        } = query;
        let asked = [
            municipality.as_ref().map(|key| self.by_municipality(key)),
            place_name.as_deref().map(|name| self.by_name(name)),
            postcode.as_ref().map(|postcode| self.by_postcode(postcode)),
            old_key.as_ref().map(|key| self.by_old_key(key)),
            district.as_ref().map(|key| self.by_district(key)),
            point.map(|point| self.by_point(point)),
        ];
        let mut outside = false;
        let mut found: Option<PlaceSet> = None;
        for answer in asked.into_iter().flatten() {
            match answer {
                Lookup::Found(set) => {
                    found = Some(match found {
                        Some(before) => before.narrowed(set),
                        None => set,
                    });
                }
                Lookup::OutsideState => outside = true,
                Lookup::Unknown => {}
            }
        }
        match (found, outside) {
            (Some(mut set), outside) => {
                if outside {
                    set.complete = false;
                    set.outside
                        .get_or_insert_with(|| "außerhalb des Landes".to_owned());
                }
                Lookup::Found(set)
            }
            (None, true) => Lookup::OutsideState,
            (None, false) => Lookup::Unknown,
        }
    }

    pub(super) fn by_municipality(&self, key: &MunicipalityKey) -> Lookup {
        if self.municipality(key).is_none() {
            return Lookup::Unknown;
        }
        PlaceSet::of(vec![self.in_municipality(key)]).into()
    }

    pub(super) fn by_district(&self, key: &DistrictKey) -> Lookup {
        match self.district(key) {
            Some(_) => PlaceSet::of(vec![self.in_district(key)]).into(),
            None => self.by_old_key(key),
        }
    }

    pub(super) fn by_old_key(&self, key: &DistrictKey) -> Lookup {
        let Some(former) = self.former_district(key) else {
            return Lookup::Unknown;
        };
        let alone = former.successors.len() == 1;
        let likelihood = if alone {
            Likelihood::Certain
        } else {
            Likelihood::Possible
        };
        let successors = former.successors.iter().map(|successor| Place {
            old_key: Some(former.key.clone()),
            likelihood,
            because: vec![Because::FormerDistrict(former.full_name.clone())],
            ..self.in_district(successor)
        });
        PlaceSet::of(successors.collect()).into()
    }

    pub(super) fn by_postcode(&self, postcode: &PostalCode) -> Lookup {
        let mut municipalities: Vec<MunicipalityKey> = self
            .places_of(postcode)
            .map(|place| place.municipality.clone())
            .collect();
        let (mut complete, mut outside) = (true, None);
        for reach in self.reaches_of(postcode) {
            complete = false;
            match reach {
                Reach::Municipality(key) => municipalities.push(key.clone()),
                Reach::OutsideState(places) => outside = Some(places.clone()),
            }
        }
        municipalities.sort_unstable();
        municipalities.dedup();
        if municipalities.is_empty() {
            let in_use = ("01001"..="99998").contains(&postcode.as_str());
            let elsewhere = in_use && !self.may_be_missing(postcode);
            return if elsewhere {
                Lookup::OutsideState
            } else {
                Lookup::Unknown
            };
        }
        let places = municipalities.iter().map(|key| Place {
            postcode: Some(postcode.clone()),
            named: false,
            because: vec![
                Because::Postcode(postcode.clone()),
                Because::Municipality(self.label(key)),
            ],
            ..self.in_municipality(key)
        });
        let mut set = PlaceSet {
            places: places.collect(),
            complete,
            outside,
        };
        if !complete || set.districts().count() > 1 {
            set.make_possible();
        }
        set.into()
    }

    fn by_point(&self, point: Coordinates) -> Lookup {
        let municipalities = self
            .municipalities(false)
            .filter_map(|municipality| Some((municipality.point?, municipality.key.clone())));
        let places = self
            .real_places()
            .filter_map(|place| Some((place.point?, place.municipality.clone())));
        let mut near: Vec<(f64, MunicipalityKey)> = municipalities
            .chain(places)
            .map(|(there, key)| (point.distance_m(there), key))
            .filter(|(distance, _)| *distance <= FAR_M)
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0));
        let Some((nearest, _)) = near.first() else {
            return Lookup::OutsideState;
        };
        let (nearest, limit) = (*nearest, *nearest + AS_NEAR_M);
        let mut keys: Vec<MunicipalityKey> = Vec::new();
        for (_, key) in near
            .into_iter()
            .take_while(|(distance, _)| *distance <= limit)
        {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let places = keys.iter().map(|key| Place {
            point: Some(point),
            named: false,
            likelihood: Likelihood::Likely,
            because: vec![Because::Point, Because::Municipality(self.label(key))],
            ..self.in_municipality(key)
        });
        let complete = nearest <= NEAR_M;
        let mut set = PlaceSet {
            places: places.collect(),
            complete,
            outside: None,
        };
        if !complete || set.districts().count() > 1 {
            set.make_possible();
        }
        set.into()
    }

    fn by_name(&self, name: &str) -> Lookup {
        const DISTRICT_WORDS: [&str; 5] = ["landkreis ", "kreis ", "lkr. ", "lkr ", "lk "];
        const TOWN_WORDS: [&str; 6] = [
            "hanse- und universitätsstadt ",
            "landeshauptstadt ",
            "hansestadt ",
            "reuterstadt ",
            "gemeinde ",
            "stadt ",
        ];
        let lower = name.trim().to_lowercase();
        let after = |words: &[&str]| {
            words
                .iter()
                .find_map(|word| lower.strip_prefix(word))
                .map(str::to_owned)
        };
        if let Some(district) = after(&DISTRICT_WORDS) {
            return self.by_district_name(&district);
        }
        let found = self.among(&self.named(&lower));
        if !found.places.is_empty() {
            return found.into();
        }
        let town = after(&TOWN_WORDS).or_else(|| lower.strip_suffix(" (stadt)").map(str::to_owned));
        let towns: Vec<&Named> = town
            .iter()
            .flat_map(|town| self.named(town))
            .filter(|named| matches!(named, Named::Municipality(_)))
            .collect();
        self.among(&towns).into()
    }

    fn by_district_name(&self, name: &str) -> Lookup {
        let named = self.named(name);
        let today = named.iter().find_map(|named| match named {
            Named::District(key) => Some(key),
            Named::Municipality(_) | Named::Place(_) | Named::FormerDistrict(_) => None,
        });
        let former = named.iter().find_map(|named| match named {
            Named::FormerDistrict(key) => Some(key),
            Named::Municipality(_) | Named::Place(_) | Named::District(_) => None,
        });
        match (today, former) {
            (Some(key), _) => self.by_district(key),
            (None, Some(key)) => self.by_old_key(key),
            (None, None) => Lookup::Unknown,
        }
    }

    /// A name stands for municipalities before villages before districts, and for a district of
    /// before the reform only when it stands for nothing else. A village counts as a place of its
    /// own only where its district has no municipality of that name.
    fn among(&self, named: &[&Named]) -> PlaceSet {
        let mut towns: Vec<Place> = Vec::new();
        let mut villages: Vec<Place> = Vec::new();
        let (mut districts, mut former) = (Vec::new(), Vec::new());
        for named in named {
            match named {
                Named::Municipality(key) => towns.push(self.in_municipality(key)),
                Named::Place(position) => {
                    villages.extend(self.place(*position).map(|place| self.in_village(place)));
                }
                Named::District(key) => districts.push(self.in_district(key)),
                Named::FormerDistrict(key) => former.push(key),
            }
        }
        villages.retain(|village| towns.iter().all(|town| town.district != village.district));
        villages.dedup_by(|next, before| next.municipality == before.municipality);
        towns.extend(villages);
        districts.retain(|district| towns.iter().all(|town| town.district != district.district));
        if let (true, true, [old_key, ..]) =
            (towns.is_empty(), districts.is_empty(), former.as_slice())
        {
            return match self.by_old_key(old_key) {
                Lookup::Found(set) => set,
                Lookup::OutsideState | Lookup::Unknown => PlaceSet::default(),
            };
        }
        let single_town = towns.len() == 1;
        let mut set = PlaceSet::of(towns.into_iter().chain(districts).collect());
        if set.places.len() > 1 {
            set.make_possible();
            if let (true, Some(town)) = (single_town, set.places.first_mut()) {
                town.likelihood = Likelihood::Likely;
            }
        }
        set
    }

    pub(super) fn in_municipality(&self, key: &MunicipalityKey) -> Place {
        Place {
            district: key.district(),
            municipality: Some(key.clone()),
            named: true,
            old_key: None,
            postcode: None,
            point: self
                .municipality(key)
                .and_then(|municipality| municipality.point),
            likelihood: Likelihood::Certain,
            because: vec![Because::Municipality(self.label(key))],
        }
    }

    fn in_village(&self, place: &PostcodePlace) -> Place {
        Place {
            point: place.point,
            because: vec![
                Because::Village(place.place.clone()),
                Because::Municipality(self.label(&place.municipality)),
            ],
            ..self.in_municipality(&place.municipality)
        }
    }

    fn in_district(&self, key: &DistrictKey) -> Place {
        let district = self.district(key);
        let is_city = district.is_some_and(|district| district.kind == INDEPENDENT_CITY);
        let city = self.municipalities_of(key).next().filter(|_| is_city);
        if let Some(city) = city {
            return self.in_municipality(&city.key);
        }
        Place {
            district: key.clone(),
            municipality: None,
            named: false,
            old_key: None,
            postcode: None,
            point: None,
            likelihood: Likelihood::Certain,
            because: district
                .map(|district| Because::District(district.full_name.clone()))
                .into_iter()
                .collect(),
        }
    }
}

impl From<PlaceSet> for Lookup {
    fn from(set: PlaceSet) -> Self {
        if set.places.is_empty() {
            Self::Unknown
        } else {
            Self::Found(set)
        }
    }
}
