//! Names of places, postcodes and districts as they occur in questions, and what is known of the
//! places they name. The rows are those of `domain::territory`; whether a place lies in an area is
//! the rule of that feature, asked through [`Locus`].

mod keys;
mod locus;
mod naming;

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::territory::units::{District, Reach, TerritoryRows};
use domain::territory::{Coordinates, DistrictKey, Gazetteer, Locus, MunicipalityKey};
use domain::text::PostalCode;

use crate::analyze;
pub(crate) use keys::{KeyNumber, PlaceKeys, district_key, district_of, number};
use naming::{is_same_kind, keep_likeliest, overrides, spellings};

/// The most words a name of a place has.
pub(crate) const LONGEST_NAME: usize = 6;

/// How much less a place counts that shares its name with one more likely meant.
const ALSO_MEANT: f32 = 0.9;

/// One place a question may mean.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// What is known of it.
    pub(crate) locus: Locus,
    /// How likely it is meant, 0 to 1.
    pub(crate) weight: f32,
}

/// The places a part of a question names.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    /// Every place it may mean, the likeliest first.
    pub(crate) candidates: Vec<Candidate>,
    /// How the place is called.
    pub(crate) label: String,
}

impl Named {
    /// Whether it names the invented district.
    pub(crate) fn is_demo(&self) -> bool {
        self.candidates.iter().any(|candidate| candidate.locus.demo)
    }

    /// Where the likeliest place is.
    pub(crate) fn point(&self) -> Option<Coordinates> {
        self.candidates
            .iter()
            .find_map(|candidate| candidate.locus.point)
    }

    /// The districts it lies in as a whole: the next wider area.
    pub(crate) fn districts(&self) -> Vec<DistrictKey> {
        let mut districts: Vec<DistrictKey> = Vec::new();
        for key in self
            .candidates
            .iter()
            .flat_map(|candidate| &candidate.locus.districts)
        {
            if !districts.contains(key) {
                districts.push(key.clone());
            }
        }
        districts
    }

    /// Whether it is already as wide as a district.
    pub(crate) fn is_district(&self) -> bool {
        self.candidates
            .iter()
            .all(|candidate| candidate.locus.municipality.is_none())
    }
}

/// What a name stands for, by position in the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Meaning {
    Municipality(usize),
    District(usize),
    Former(usize),
    Village(usize),
}

/// All names of places.
#[derive(Debug)]
pub struct PlaceNames {
    rows: TerritoryRows,
    municipalities: HashMap<MunicipalityKey, usize>,
    postcodes: HashMap<PostalCode, Vec<usize>>,
    /// The postcodes that reach into each district.
    in_district: HashMap<DistrictKey, Vec<PostalCode>>,
    names: HashMap<String, Vec<Meaning>>,
    common: Vec<String>,
}

impl PlaceNames {
    /// The names of everything a gazetteer knows, invented places included.
    pub fn of(gazetteer: &Gazetteer) -> Self {
        let mut postcodes = BTreeSet::new();
        for municipality in gazetteer.municipalities(true) {
            postcodes.extend(gazetteer.postcodes_of(&municipality.key));
        }
        let districts: Vec<District> = gazetteer.districts(true).cloned().collect();
        let sub_regions = districts
            .iter()
            .flat_map(|one| gazetteer.sub_regions_of(&one.key));
        let sub_regions = sub_regions.cloned().collect();
        Self::new(TerritoryRows {
            as_of: gazetteer.as_of(),
            former_districts: gazetteer.former_districts().cloned().collect(),
            municipalities: gazetteer.municipalities(true).cloned().collect(),
            postcode_overrides: postcodes
                .iter()
                .flat_map(|one| overrides(gazetteer, one))
                .collect(),
            postcode_places: postcodes
                .iter()
                .flat_map(|one| gazetteer.places_of(one))
                .cloned()
                .collect(),
            sub_regions,
            // without them a former district's land is possible, not certain
            origins: Vec::new(),
            districts,
        })
    }

    /// The names in the rows of the territory.
    pub fn new(rows: TerritoryRows) -> Self {
        let mut names: HashMap<String, Vec<Meaning>> = HashMap::new();
        let mut name = |text: &str, meaning| {
            for spelling in spellings(text) {
                let meanings = names.entry(spelling).or_default();
                if !meanings.contains(&meaning) {
                    meanings.push(meaning);
                }
            }
        };
        for (at, municipality) in rows.municipalities.iter().enumerate() {
            name(&municipality.name, Meaning::Municipality(at));
        }
        for (at, district) in rows.districts.iter().enumerate() {
            name(&district.name, Meaning::District(at));
            name(&district.full_name, Meaning::District(at));
        }
        for (at, former) in rows.former_districts.iter().enumerate() {
            name(&former.name, Meaning::Former(at));
            name(&former.full_name, Meaning::Former(at));
        }
        for (at, village) in rows.postcode_places.iter().enumerate() {
            name(&village.place, Meaning::Village(at));
        }
        for meanings in names.values_mut() {
            keep_likeliest(meanings, &rows);
        }
        let municipalities = rows.municipalities.iter().enumerate();
        let municipalities = municipalities
            .map(|(at, one)| (one.key.clone(), at))
            .collect();
        let mut postcodes: HashMap<PostalCode, Vec<usize>> = HashMap::new();
        for (at, place) in rows.postcode_places.iter().enumerate() {
            postcodes
                .entry(place.postcode.clone())
                .or_default()
                .push(at);
        }
        let common = analyze::listed(include_str!("../../words/common_names.txt"))
            .map(|word| analyze::fold::key(&analyze::fold::lower(word)))
            .collect();
        let mut names = Self {
            rows,
            municipalities,
            postcodes,
            in_district: HashMap::new(),
            names,
            common,
        };
        names.in_district = names.postcodes_by_district();
        names
    }

    fn postcodes_by_district(&self) -> HashMap<DistrictKey, Vec<PostalCode>> {
        let mut in_district: HashMap<DistrictKey, Vec<PostalCode>> = HashMap::new();
        for postcode in self.postcodes.keys() {
            for district in self.districts_of_postcode(postcode) {
                let inside = in_district.entry(district).or_default();
                inside.push(postcode.clone());
            }
        }
        in_district
    }

    /// Every name, for the analyzer to leave whole.
    pub(crate) fn all_names(&self) -> impl Iterator<Item = &str> {
        let districts = self.rows.districts.iter().map(|one| one.name.as_str());
        let former = self
            .rows
            .former_districts
            .iter()
            .map(|one| one.name.as_str());
        let municipalities = self.rows.municipalities.iter().map(|one| one.name.as_str());
        let villages = self
            .rows
            .postcode_places
            .iter()
            .map(|one| one.place.as_str());
        municipalities
            .chain(districts)
            .chain(former)
            .chain(villages)
    }

    /// Whether the folded word is a common word too.
    pub(crate) fn is_common_word(&self, key: &str) -> bool {
        self.common.iter().any(|common| common == key)
    }

    /// What a name, folded and with single blanks, names on a day.
    pub(crate) fn named(&self, name: &str, day: NaiveDate) -> Option<Named> {
        let meanings = self.names.get(name)?;
        let mut label = String::new();
        let mut candidates = Vec::new();
        for meaning in meanings {
            let weight = if candidates.is_empty() || is_same_kind(meanings, *meaning) {
                1.0
            } else {
                ALSO_MEANT
            };
            let (called, loci) = self.loci(*meaning, day);
            if label.is_empty() {
                called.clone_into(&mut label);
            }
            candidates.extend(loci.into_iter().map(|locus| Candidate { locus, weight }));
        }
        (!candidates.is_empty()).then_some(Named { candidates, label })
    }

    /// The places of a postcode; nothing when it is not known.
    pub(crate) fn of_postcode(&self, postcode: &PostalCode, day: NaiveDate) -> Option<Named> {
        let mut keys: Vec<&MunicipalityKey> = self.municipalities_of_postcode(postcode).collect();
        keys.sort_unstable();
        keys.dedup();
        let municipalities = keys.into_iter().filter_map(|key| self.municipality_of(key));
        let candidates: Vec<Candidate> = municipalities
            .map(|municipality| Candidate {
                locus: Locus {
                    postcodes: vec![postcode.clone()],
                    ..self.municipality_locus(municipality, day)
                },
                weight: 1.0,
            })
            .collect();
        let label = postcode.as_str().to_owned();
        (!candidates.is_empty()).then_some(Named { candidates, label })
    }

    /// A municipality by its key; a key that is in no row still names its district.
    pub(crate) fn of_municipality(&self, key: &str, day: NaiveDate) -> Option<Named> {
        let key: MunicipalityKey = key.parse().ok()?;
        let (label, locus) = if let Some(municipality) = self.municipality_of(&key) {
            let locus = self.municipality_locus(municipality, day);
            (municipality.name.clone(), locus)
        } else {
            let district = key.district();
            let demo = self.is_demo_district(district.as_str());
            let around = self.district_locus(&district, demo, day);
            let label = key.as_str().to_owned();
            let municipality = Some(key);
            (
                label,
                Locus {
                    municipality,
                    ..around
                },
            )
        };
        Some(Named {
            candidates: vec![Candidate { locus, weight: 1.0 }],
            label,
        })
    }

    /// A district by its key, present or former.
    pub(crate) fn of_district(&self, key: &str, day: NaiveDate) -> Option<Named> {
        let present = self
            .rows
            .districts
            .iter()
            .position(|one| one.key.as_str() == key);
        let former = || {
            self.rows
                .former_districts
                .iter()
                .position(|one| one.key.as_str() == key)
        };
        let meaning = present
            .map(Meaning::District)
            .or_else(|| former().map(Meaning::Former));
        let (label, loci) = if let Some(meaning) = meaning {
            let (label, loci) = self.loci(meaning, day);
            (label.to_owned(), loci)
        } else {
            let unknown: DistrictKey = key.parse().ok()?;
            let locus = self.district_locus(&unknown, false, day);
            (key.to_owned(), vec![locus])
        };
        let candidates = loci
            .into_iter()
            .map(|locus| Candidate { locus, weight: 1.0 });
        Some(Named {
            candidates: candidates.collect(),
            label,
        })
    }

    /// The full name of a district.
    pub(crate) fn district_name(&self, key: &DistrictKey) -> Option<&str> {
        self.district(key)
            .map(|district| district.full_name.as_str())
    }

    /// Whether the key belongs to the invented district.
    pub(crate) fn is_demo_district(&self, key: &str) -> bool {
        self.rows
            .districts
            .iter()
            .any(|district| district.demo && district.key.as_str() == key)
    }

    /// A point inside a municipality, good to a few kilometres.
    pub(crate) fn municipality_point(&self, key: &str) -> Option<Coordinates> {
        let key: MunicipalityKey = key.parse().ok()?;
        self.municipality_of(&key)?.point
    }

    /// The districts a postcode lies in.
    pub(crate) fn districts_of_postcode(&self, postcode: &PostalCode) -> Vec<DistrictKey> {
        let mut districts: Vec<DistrictKey> = self
            .municipalities_of_postcode(postcode)
            .map(MunicipalityKey::district)
            .collect();
        districts.sort_unstable();
        districts.dedup();
        districts
    }

    fn municipalities_of_postcode(
        &self,
        postcode: &PostalCode,
    ) -> impl Iterator<Item = &MunicipalityKey> {
        let places = self.postcodes.get(postcode).into_iter().flatten();
        let places = places.map(|at| &self.rows.postcode_places[*at].municipality);
        let further = self.rows.postcode_overrides.iter();
        let further = further.filter(move |one| one.postcode == *postcode);
        places.chain(further.filter_map(|one| match &one.reaches {
            Reach::Municipality(key) => Some(key),
            Reach::OutsideState(_) => None,
        }))
    }

    /// The districts of today that a former one went into.
    pub(crate) fn successors(&self, former: &DistrictKey) -> &[DistrictKey] {
        let known = self
            .rows
            .former_districts
            .iter()
            .find(|one| one.key == *former);
        known.map_or(&[], |former| former.successors.as_slice())
    }
}
