//! What is known of a place on a day, for asking whether it lies in an area.

use chrono::NaiveDate;
use domain::territory::units::{District, FormerDistrict, Municipality};
use domain::territory::{DistrictKey, Locus, MunicipalityKey};
use domain::text::PostalCode;

use super::{Meaning, PlaceNames};

impl PlaceNames {
    /// What a name stands for, on a day.
    pub(super) fn loci(&self, meaning: Meaning, day: NaiveDate) -> (&str, Vec<Locus>) {
        match meaning {
            Meaning::Municipality(at) => {
                let municipality = &self.rows.municipalities[at];
                (
                    &municipality.name,
                    vec![self.municipality_locus(municipality, day)],
                )
            }
            Meaning::District(at) => {
                let district = &self.rows.districts[at];
                (
                    &district.full_name,
                    vec![self.district_locus(&district.key, district.demo, day)],
                )
            }
            Meaning::Former(at) => {
                let former = &self.rows.former_districts[at];
                let successors = former.successors.iter();
                let loci = successors.map(|key| Locus {
                    former_districts: vec![former.key.clone()],
                    ..self.district_locus(key, false, day)
                });
                (&former.full_name, loci.collect())
            }
            Meaning::Village(at) => {
                let village = &self.rows.postcode_places[at];
                let municipality = self.municipality_of(&village.municipality);
                let locus = municipality.map(|municipality| {
                    let locus = self.municipality_locus(municipality, day);
                    Locus {
                        point: village.point.or(locus.point),
                        ..locus
                    }
                });
                (&village.place, locus.into_iter().collect())
            }
        }
    }

    pub(super) fn district(&self, key: &DistrictKey) -> Option<&District> {
        self.rows
            .districts
            .iter()
            .find(|district| district.key == *key)
    }

    pub(super) fn municipality_of(&self, key: &MunicipalityKey) -> Option<&Municipality> {
        self.municipalities
            .get(key)
            .map(|at| &self.rows.municipalities[*at])
    }

    pub(super) fn municipality_locus(&self, municipality: &Municipality, day: NaiveDate) -> Locus {
        let key = &municipality.key;
        let district = key.district();
        let of_district = || {
            self.rows
                .sub_regions
                .iter()
                .filter(|one| one.district == district)
        };
        let certain: Vec<_> = of_district()
            .filter(|region| region.members.contains(key))
            .map(|region| region.key.clone())
            .collect();
        let sub_regions = if certain.is_empty() {
            of_district().map(|region| region.key.clone()).collect()
        } else {
            certain
        };
        let mut postcodes: Vec<PostalCode> = self
            .rows
            .postcode_places
            .iter()
            .filter(|place| place.municipality == *key)
            .map(|place| place.postcode.clone())
            .collect();
        postcodes.sort_unstable();
        postcodes.dedup();
        let origin = self
            .rows
            .origins
            .iter()
            .find(|origin| origin.municipality == *key);
        let former_districts = match origin {
            Some(origin) => vec![origin.former_district.clone()],
            None => self.predecessors(&district),
        };
        Locus {
            date: day,
            former_districts,
            districts: vec![district],
            municipality: Some(key.clone()),
            association: municipality.association.as_ref().map(|one| one.key.clone()),
            sub_regions,
            postcodes,
            point: municipality.point,
            demo: municipality.demo,
        }
    }

    pub(super) fn district_locus(&self, key: &DistrictKey, demo: bool, day: NaiveDate) -> Locus {
        let sub_regions = self
            .rows
            .sub_regions
            .iter()
            .filter(|one| one.district == *key);
        Locus {
            date: day,
            districts: vec![key.clone()],
            former_districts: self.predecessors(key),
            municipality: None,
            association: None,
            sub_regions: sub_regions.map(|region| region.key.clone()).collect(),
            postcodes: self.in_district.get(key).cloned().unwrap_or_default(),
            point: None,
            demo,
        }
    }

    fn predecessors(&self, key: &DistrictKey) -> Vec<DistrictKey> {
        let former = self.rows.former_districts.iter();
        former
            .filter(|one| one.successors.contains(key))
            .map(|one: &FormerDistrict| one.key.clone())
            .collect()
    }
}
