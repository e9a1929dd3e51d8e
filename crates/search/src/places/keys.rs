//! Keys of districts and municipalities as numbers: one question compares them with every statement
//! of areas and with every seat.

use domain::territory::DistrictKey;

use super::Named;

/// The digits of a key (AGS) as a number: five of a district, eight of a municipality.
pub(crate) type KeyNumber = u32;

/// How many municipalities a district's key has room for.
const PER_DISTRICT: KeyNumber = 1_000;

/// The number of a key; nothing when it is none.
pub(crate) fn number(key: &str) -> Option<KeyNumber> {
    key.parse().ok()
}

/// The key of a district that a number stands for.
pub(crate) fn district_key(district: KeyNumber) -> String {
    format!("{district:05}")
}

/// The district of a municipality.
pub(crate) const fn district_of(municipality: KeyNumber) -> KeyNumber {
    municipality / PER_DISTRICT
}

/// The keys of a place asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct PlaceKeys {
    /// The municipalities it may be.
    pub(crate) municipalities: Vec<KeyNumber>,
    /// The districts it may be, as a whole.
    pub(crate) whole_districts: Vec<KeyNumber>,
    /// The districts it may lie in.
    pub(crate) districts: Vec<KeyNumber>,
}

impl PlaceKeys {
    /// The keys of every place that may be meant.
    pub(crate) fn of(place: &Named) -> Self {
        let mut keys = Self::default();
        for locus in place.candidates.iter().map(|candidate| &candidate.locus) {
            let districts = || {
                locus
                    .districts
                    .iter()
                    .filter_map(|key| number(DistrictKey::as_str(key)))
            };
            match &locus.municipality {
                Some(key) => keys.municipalities.extend(number(key.as_str())),
                None => keys.whole_districts.extend(districts()),
            }
            keys.districts.extend(districts());
        }
        keys
    }
}
