//! Which district a place belonged to on a day.

use chrono::NaiveDate;

use super::gazetteer::Gazetteer;
use super::keys::{DistrictKey, MunicipalityKey};
use super::place_set::Place;
use super::units::{FormerDistrict, INDEPENDENT_CITY};

impl Gazetteer {
    /// The districts a place may have belonged to on the day. Before the reform a key of today has
    /// several predecessors, unless the old key, a municipality of known history or a former
    /// independent city settles it.
    pub fn districts_at(&self, place: &Place, date: NaiveDate) -> Vec<DistrictKey> {
        let today = self.district(&place.district);
        let existed =
            today.is_none_or(|district| district.valid_from.is_none_or(|from| from <= date));
        if existed {
            return vec![place.district.clone()];
        }
        self.former_districts_of(place)
            .into_iter()
            .filter(|former| former.valid_to.is_none_or(|last_day| date <= last_day))
            .map(|former| former.key.clone())
            .collect()
    }

    /// The districts of before the reform a place may have belonged to.
    pub(super) fn former_districts_of(&self, place: &Place) -> Vec<&FormerDistrict> {
        let settled = place
            .old_key
            .as_ref()
            .or_else(|| self.origin_of(place.municipality.as_ref()?))
            .and_then(|key| self.former_district(key));
        if let Some(settled) = settled {
            return vec![settled];
        }
        let predecessors = self
            .former_districts()
            .filter(|former| former.successors.contains(&place.district));
        predecessors
            .filter(|former| self.may_have_held(former, place.municipality.as_ref()))
            .collect()
    }

    /// An independent city held no municipality but itself.
    fn may_have_held(
        &self,
        former: &FormerDistrict,
        municipality: Option<&MunicipalityKey>,
    ) -> bool {
        let Some(municipality) = municipality else {
            return true;
        };
        let still_exists = former.valid_to.is_none();
        former.kind != INDEPENDENT_CITY
            || still_exists
            || self.origin_of(municipality) == Some(&former.key)
    }
}

#[cfg(test)]
mod tests {
    use super::super::data::tests::state;
    use super::super::lookup::{Lookup, PlaceQuery};
    use super::*;

    fn districts_of(name: &str, date: &str) -> Vec<String> {
        let gazetteer = Gazetteer::build(state()).unwrap();
        let query = PlaceQuery {
            place_name: Some(name.to_owned()),
            ..PlaceQuery::default()
        };
        let Lookup::Found(set) = gazetteer.look_up(&query) else {
            panic!("{name} not found")
        };
        let date = date.parse().unwrap();
        let keys = set
            .places
            .iter()
            .flat_map(|place| gazetteer.districts_at(place, date));
        keys.map(|key| key.to_string()).collect()
    }

    #[test]
    fn jarmen_changed_its_district_on_the_fourth_of_september_2011() {
        assert_eq!(districts_of("Jarmen", "2011-09-03"), ["13052"]);
        assert_eq!(districts_of("Jarmen", "2011-09-04"), ["13075"]);
    }

    #[test]
    fn a_former_independent_city_was_its_own_district() {
        assert_eq!(districts_of("Greifswald", "2011-09-03"), ["13001"]);
        assert_eq!(districts_of("Rostock (Stadt)", "2011-09-03"), ["13003"]);
    }

    #[test]
    fn where_nothing_settles_it_all_predecessors_are_listed() {
        assert_eq!(
            districts_of("Klink", "2011-09-03"),
            ["13052", "13055", "13056"]
        );
        assert_eq!(
            districts_of("Landkreis Mecklenburgische Seenplatte", "2011-09-03"),
            ["13002", "13052", "13055", "13056"]
        );
    }

    #[test]
    fn a_former_district_that_was_named_settles_it() {
        assert_eq!(
            districts_of("Landkreis Demmin", "2011-09-03"),
            ["13052", "13052"]
        );
        assert_eq!(
            districts_of("Landkreis Demmin", "2026-11-20"),
            ["13071", "13075"]
        );
    }
}
