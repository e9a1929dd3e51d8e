//! Keys and postcodes that cannot belong together: a slip of whoever asks, told before anything is answered.
//!
//! Names and points are left out: people type them, and whatever they may mean is listed. Nor does a
//! municipality have to stand among the places of its postcode: those are complete for districts alone.

use std::collections::BTreeSet;

use super::gazetteer::Gazetteer;
use super::keys::DistrictKey;
use super::lookup::{Lookup, PlaceQuery};

/// A field of a [`PlaceQuery`] that names a place exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceField {
    /// The postcode.
    Postcode,
    /// The municipality key.
    Municipality,
    /// The district key.
    District,
    /// The key of a former district.
    OldKey,
}

impl Gazetteer {
    /// Two fields of a query whose places lie in different districts, as far as that is certain.
    pub fn contradiction(&self, query: &PlaceQuery) -> Option<[PlaceField; 2]> {
        let PlaceQuery {
            postcode,
            place_name: _,
            municipality,
            district,
            point: _,
            old_key,
        } = query;
        let looked_up = [
            (
                PlaceField::Municipality,
                municipality.as_ref().map(|key| self.by_municipality(key)),
            ),
            (
                PlaceField::Postcode,
                postcode.as_ref().map(|postcode| self.by_postcode(postcode)),
            ),
            (
                PlaceField::District,
                district.as_ref().map(|key| self.by_district(key)),
            ),
            (
                PlaceField::OldKey,
                old_key.as_ref().map(|key| self.by_old_key(key)),
            ),
        ];
        let certain: Vec<(PlaceField, BTreeSet<DistrictKey>)> = looked_up
            .into_iter()
            .filter_map(|(field, found)| Some((field, certain_districts(found?)?)))
            .collect();
        certain.iter().enumerate().find_map(|(at, (first, here))| {
            let mut others = certain.iter().skip(at + 1);
            let apart = others.find(|(_, there)| here.is_disjoint(there));
            apart.map(|(second, _)| [*first, *second])
        })
    }
}

/// The districts a place certainly lies in; none of them outside the state, unknown where others may be
/// meant too.
fn certain_districts(found: Lookup) -> Option<BTreeSet<DistrictKey>> {
    match found {
        Lookup::Found(set) if set.complete => {
            Some(set.places.into_iter().map(|place| place.district).collect())
        }
        Lookup::OutsideState => Some(BTreeSet::new()),
        Lookup::Found(_) | Lookup::Unknown => None,
    }
}
