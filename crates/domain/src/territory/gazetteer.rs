//! All places of the state in memory, found by key, name, postcode or point.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::fold::{folded, loosely_folded, short_form};
use super::keys::{DistrictKey, MunicipalityKey, SubRegionKey};
use super::units::{
    District, FormerDistrict, INDEPENDENT_CITY, Municipality, PostcodePlace, Reach, SubRegion,
    TerritoryRows,
};
use crate::text::PostalCode;

/// Rows that contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GazetteerError {
    /// A key occurs twice.
    #[error("{0} occurs twice")]
    Twice(String),
    /// A row names something that is in no table.
    #[error("{row} names {missing}, which is in no table")]
    Missing {
        /// The row.
        row: String,
        /// What it names.
        missing: String,
    },
}

/// What a name may stand for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    /// A municipality.
    Municipality(MunicipalityKey),
    /// A place of a postcode, by its position.
    Place(usize),
    /// A district of today.
    District(DistrictKey),
    /// A district of before the reform.
    FormerDistrict(DistrictKey),
}

/// An immutable index of places, built once from rows and shared by all requests.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    as_of: Option<NaiveDate>,
    districts: BTreeMap<DistrictKey, District>,
    former_districts: BTreeMap<DistrictKey, FormerDistrict>,
    municipalities: BTreeMap<MunicipalityKey, Municipality>,
    places: Vec<PostcodePlace>,
    places_of_postcode: HashMap<PostalCode, Vec<usize>>,
    reaches: HashMap<PostalCode, Vec<Reach>>,
    sub_regions: Vec<SubRegion>,
    origins: BTreeMap<MunicipalityKey, DistrictKey>,
    names: HashMap<String, BTreeSet<Named>>,
    loose_names: HashMap<String, BTreeSet<Named>>,
    postcode_beginnings: BTreeSet<String>,
}

impl Gazetteer {
    /// Builds the index and checks that every row names what exists.
    pub fn build(rows: TerritoryRows) -> Result<Self, GazetteerError> {
        let TerritoryRows {
            as_of,
            districts,
            former_districts,
            municipalities,
            postcode_places,
            postcode_overrides,
            sub_regions,
            origins,
        } = rows;
        let mut index = Self {
            as_of,
            districts: by_key(districts, |district| district.key.clone())?,
            former_districts: by_key(former_districts, |former| former.key.clone())?,
            municipalities: by_key(municipalities, |municipality| municipality.key.clone())?,
            places: postcode_places,
            sub_regions,
            origins: origins
                .into_iter()
                .map(|o| (o.municipality, o.former_district))
                .collect(),
            ..Self::default()
        };
        for (position, place) in index.places.iter().enumerate() {
            index
                .places_of_postcode
                .entry(place.postcode.clone())
                .or_default()
                .push(position);
            if !place.demo {
                index.postcode_beginnings.extend(beginning(&place.postcode));
            }
        }
        for added in postcode_overrides {
            index
                .reaches
                .entry(added.postcode)
                .or_default()
                .push(added.reaches);
        }
        index.check_references()?;
        index.index_names();
        Ok(index)
    }

    /// The day the rows describe.
    pub const fn as_of(&self) -> Option<NaiveDate> {
        self.as_of
    }

    /// The districts of today in the order of their keys; `demo` ones only when asked for.
    pub fn districts(&self, demo: bool) -> impl Iterator<Item = &District> {
        self.districts
            .values()
            .filter(move |district| demo || !district.demo)
    }

    /// A district of today.
    pub fn district(&self, key: &DistrictKey) -> Option<&District> {
        self.districts.get(key)
    }

    /// The districts of before the reform in the order of their keys.
    pub fn former_districts(&self) -> impl Iterator<Item = &FormerDistrict> {
        self.former_districts.values()
    }

    /// A district of before the reform.
    pub fn former_district(&self, key: &DistrictKey) -> Option<&FormerDistrict> {
        self.former_districts.get(key)
    }

    /// The municipalities in the order of their keys; `demo` ones only when asked for.
    pub fn municipalities(&self, demo: bool) -> impl Iterator<Item = &Municipality> {
        self.municipalities
            .values()
            .filter(move |municipality| demo || !municipality.demo)
    }

    /// Whether a text names the invented district or a place in it.
    pub fn names_an_invented_place(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let districts = self.districts.values().filter(|one| one.demo);
        let municipalities = self.municipalities.values().filter(|one| one.demo);
        let mut names = districts
            .map(|one| &one.name)
            .chain(municipalities.map(|one| &one.name));
        names.any(|name| text.contains(&name.to_lowercase()))
    }

    /// A municipality.
    pub fn municipality(&self, key: &MunicipalityKey) -> Option<&Municipality> {
        self.municipalities.get(key)
    }

    /// The municipalities of a district.
    pub fn municipalities_of<'a>(
        &'a self,
        district: &'a DistrictKey,
    ) -> impl Iterator<Item = &'a Municipality> {
        self.municipalities
            .values()
            .filter(move |m| m.key.district() == *district)
    }

    /// The parts of a district that have teams of their own.
    pub fn sub_regions_of<'a>(
        &'a self,
        district: &'a DistrictKey,
    ) -> impl Iterator<Item = &'a SubRegion> {
        self.sub_regions
            .iter()
            .filter(move |part| part.district == *district)
    }

    /// A part of a district.
    pub fn sub_region(&self, key: &SubRegionKey) -> Option<&SubRegion> {
        self.sub_regions.iter().find(|part| part.key == *key)
    }

    /// The places of a postcode.
    pub fn places_of<'a>(
        &'a self,
        postcode: &PostalCode,
    ) -> impl Iterator<Item = &'a PostcodePlace> {
        let positions = self.places_of_postcode.get(postcode).into_iter().flatten();
        positions.filter_map(|position| self.places.get(*position))
    }

    /// The postcodes of a municipality, as far as they are listed.
    pub fn postcodes_of(&self, municipality: &MunicipalityKey) -> BTreeSet<PostalCode> {
        let of_it = self
            .places
            .iter()
            .filter(|place| place.municipality == *municipality);
        of_it.map(|place| place.postcode.clone()).collect()
    }

    /// All places with a postcode, invented ones left out.
    pub(super) fn real_places(&self) -> impl Iterator<Item = &PostcodePlace> {
        self.places.iter().filter(|place| !place.demo)
    }

    pub(super) fn place(&self, position: usize) -> Option<&PostcodePlace> {
        self.places.get(position)
    }

    pub(super) fn reaches_of(&self, postcode: &PostalCode) -> &[Reach] {
        self.reaches.get(postcode).map_or(&[], Vec::as_slice)
    }

    /// The district a municipality is known to have belonged to before the reform.
    pub(super) fn origin_of(&self, municipality: &MunicipalityKey) -> Option<&DistrictKey> {
        self.origins.get(municipality)
    }

    /// The municipalities known to have belonged to a district before the reform.
    pub(super) fn known_members_of<'a>(
        &'a self,
        former: &'a DistrictKey,
    ) -> impl Iterator<Item = &'a MunicipalityKey> {
        self.origins
            .iter()
            .filter(move |(_, origin)| *origin == former)
            .map(|(key, _)| key)
    }

    /// Whether a postcode that is not listed may still lie in the state: others that begin alike do.
    pub(super) fn may_be_missing(&self, postcode: &PostalCode) -> bool {
        beginning(postcode).is_some_and(|digits| self.postcode_beginnings.contains(&digits))
    }

    /// What a folded name stands for; names of invented places only when spelled exactly.
    pub(super) fn named(&self, name: &str) -> Vec<&Named> {
        let exact = self.names.get(&folded(name));
        let found = exact.or_else(|| self.loose_names.get(&loosely_folded(name)));
        found.into_iter().flatten().collect()
    }

    /// The name of a municipality as it is shown in a choice: with what tells it apart.
    pub fn label(&self, key: &MunicipalityKey) -> String {
        let Some(municipality) = self.municipalities.get(key) else {
            return key.to_string();
        };
        let name = &municipality.name;
        let district = self.districts.get(&key.district());
        let namesakes: Vec<_> = self
            .municipalities
            .values()
            .filter(|other| other.name == *name)
            .collect();
        if namesakes.len() > 1 {
            let full_name = district.map_or("", |district| district.full_name.as_str());
            let here = |m: &&&Municipality| m.key.district() == key.district();
            let twice_here = namesakes.iter().filter(here).count() > 1;
            return match (&municipality.association, twice_here) {
                (Some(amt), true) => format!("{name} (Amt {}, {full_name})", amt.name),
                _ => format!("{name} ({full_name})"),
            };
        }
        let names_other_district = self
            .districts
            .values()
            .any(|d| d.name == *name && d.key != key.district());
        if names_other_district {
            format!("{name} (Stadt)")
        } else {
            name.clone()
        }
    }

    fn index_names(&mut self) {
        let mut named: Vec<(String, Named, bool)> = Vec::new();
        for municipality in self.municipalities.values() {
            let forms = [
                Some(municipality.name.as_str()),
                short_form(&municipality.name),
            ];
            for form in forms.into_iter().flatten() {
                let entry = Named::Municipality(municipality.key.clone());
                named.push((form.to_owned(), entry, municipality.demo));
            }
        }
        for (position, place) in self.places.iter().enumerate() {
            named.push((place.place.clone(), Named::Place(position), place.demo));
        }
        for district in self.districts.values() {
            // an independent city is its one municipality
            let city = (district.kind == INDEPENDENT_CITY)
                .then(|| self.municipalities_of(&district.key).next())
                .flatten();
            let entry = city.map_or_else(
                || Named::District(district.key.clone()),
                |city| Named::Municipality(city.key.clone()),
            );
            named.push((district.name.clone(), entry.clone(), district.demo));
            named.push((district.full_name.clone(), entry, district.demo));
        }
        let landkreise = self
            .former_districts
            .values()
            .filter(|old| old.kind != INDEPENDENT_CITY);
        for former in landkreise {
            let entry = Named::FormerDistrict(former.key.clone());
            named.push((former.name.clone(), entry.clone(), false));
            named.push((former.full_name.clone(), entry, false));
        }
        for (name, entry, demo) in named {
            self.names
                .entry(folded(&name))
                .or_default()
                .insert(entry.clone());
            if !demo {
                self.loose_names
                    .entry(loosely_folded(&name))
                    .or_default()
                    .insert(entry);
            }
        }
    }

    fn check_references(&self) -> Result<(), GazetteerError> {
        let known = |known: bool, row: &dyn ToString, missing: &dyn ToString| {
            let (row, missing) = (row.to_string(), missing.to_string());
            if known {
                Ok(())
            } else {
                Err(GazetteerError::Missing { row, missing })
            }
        };
        for key in self.municipalities.keys() {
            known(
                self.districts.contains_key(&key.district()),
                key,
                &key.district(),
            )?;
        }
        for place in &self.places {
            let key = &place.municipality;
            known(self.municipalities.contains_key(key), &place.postcode, key)?;
        }
        for former in self.former_districts.values() {
            for successor in &former.successors {
                known(
                    self.districts.contains_key(successor),
                    &former.key,
                    successor,
                )?;
            }
        }
        for part in &self.sub_regions {
            known(
                self.districts.contains_key(&part.district),
                &part.key,
                &part.district,
            )?;
            for member in &part.members {
                known(self.municipalities.contains_key(member), &part.key, member)?;
            }
        }
        for (postcode, reaches) in &self.reaches {
            for reach in reaches {
                if let Reach::Municipality(key) = reach {
                    known(self.municipalities.contains_key(key), postcode, key)?;
                }
            }
        }
        for (municipality, former) in &self.origins {
            known(
                self.municipalities.contains_key(municipality),
                municipality,
                municipality,
            )?;
            known(
                self.former_districts.contains_key(former),
                municipality,
                former,
            )?;
        }
        Ok(())
    }
}

/// The first three digits: postcodes that share them lie near each other.
fn beginning(postcode: &PostalCode) -> Option<String> {
    postcode.as_str().get(..3).map(str::to_owned)
}

fn by_key<Key: Ord + ToString, Row>(
    rows: Vec<Row>,
    key: impl Fn(&Row) -> Key,
) -> Result<BTreeMap<Key, Row>, GazetteerError> {
    let mut map = BTreeMap::new();
    for row in rows {
        let key = key(&row);
        if map.contains_key(&key) {
            return Err(GazetteerError::Twice(key.to_string()));
        }
        map.insert(key, row);
    }
    Ok(map)
}

#[cfg(test)]
mod tests;
