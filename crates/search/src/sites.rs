//! Sets of numbers by the districts and municipalities they belong to, so that a question about a place
//! meets those that name it and no others.

use std::collections::HashMap;

use crate::bits::Bits;
use crate::places::{KeyNumber, PlaceKeys, district_of};

/// Sets by key.
#[derive(Debug, Clone, Default)]
pub(crate) struct ByKey(HashMap<KeyNumber, Bits>);

impl ByKey {
    /// Puts a number to a key.
    pub(crate) fn add(&mut self, key: KeyNumber, number: u32) {
        self.0.entry(key).or_default().set(number);
    }

    /// The numbers of any of some keys.
    pub(crate) fn of_any(&self, keys: &[KeyNumber]) -> Bits {
        let mut any = Bits::default();
        for set in keys.iter().filter_map(|key| self.0.get(key)) {
            any.add_all(set);
        }
        any
    }
}

/// Sets by municipality.
#[derive(Debug, Clone, Default)]
pub(crate) struct ByMunicipality {
    own: ByKey,
    in_district: ByKey,
}

impl ByMunicipality {
    /// Puts a number to a municipality.
    pub(crate) fn add(&mut self, municipality: KeyNumber, number: u32) {
        self.own.add(municipality, number);
        self.in_district.add(district_of(municipality), number);
    }

    /// The numbers of the municipality asked for, or for a question about a district of all in it.
    pub(crate) fn asked_for(&self, place: &PlaceKeys) -> Bits {
        let mut all = self.own.of_any(&place.municipalities);
        all.add_all(&self.in_district.of_any(&place.whole_districts));
        all
    }
}
