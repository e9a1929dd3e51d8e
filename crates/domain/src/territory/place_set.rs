//! Places that may be meant, and how sets of them narrow each other down.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::because::Because;
use super::keys::{DistrictKey, MunicipalityKey};
use super::point::Coordinates;
use crate::text::PostalCode;

/// How sure an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Likelihood {
    /// One of several that fit alike.
    Possible,
    /// What is meant in most cases.
    Likely,
    /// Nothing else fits.
    Certain,
}

/// One place that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The district of today.
    pub district: DistrictKey,
    /// The municipality, when one is meant.
    pub municipality: Option<MunicipalityKey>,
    /// Whether the municipality itself was named; a postcode alone never fixes it.
    pub named: bool,
    /// The former district that was named.
    pub old_key: Option<DistrictKey>,
    /// The postcode that was named.
    pub postcode: Option<PostalCode>,
    /// Where it is, roughly.
    pub point: Option<Coordinates>,
    /// How likely it is meant.
    pub likelihood: Likelihood,
    /// What led to it.
    pub because: Vec<Because>,
}

/// All places that may be meant.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlaceSet {
    /// The places, the likeliest first, then by key.
    pub places: Vec<Place>,
    /// Whether no other district can be meant.
    pub complete: bool,
    /// The places outside the state that may be meant too.
    pub outside: Option<String>,
}

impl PlaceSet {
    pub(super) fn of(places: Vec<Place>) -> Self {
        Self {
            places,
            complete: true,
            outside: None,
        }
    }

    pub(super) fn make_possible(&mut self) {
        for place in &mut self.places {
            place.likelihood = Likelihood::Possible;
        }
    }

    /// The districts the places lie in, each once.
    pub(super) fn districts(&self) -> impl Iterator<Item = &DistrictKey> {
        let keys: BTreeSet<_> = self.places.iter().map(|place| &place.district).collect();
        keys.into_iter()
    }

    /// What both sets allow. Where both know the municipality and agree in one, only that counts;
    /// where they contradict each other, everything stays possible.
    pub(super) fn narrowed(self, other: Self) -> Self {
        let mut same_town = Vec::new();
        let mut same_district = Vec::new();
        for mine in &self.places {
            for theirs in &other.places {
                match (&mine.municipality, &theirs.municipality) {
                    (Some(a), Some(b)) if a == b => same_town.push(mine.merged(theirs)),
                    (Some(_), Some(_)) => {}
                    _ if mine.district == theirs.district => {
                        same_district.push(mine.merged(theirs));
                    }
                    _ => {}
                }
            }
        }
        let mut places = if same_town.is_empty() {
            same_district
        } else {
            same_town
        };
        if places.is_empty() {
            let mut all = Self {
                places: self.places.into_iter().chain(other.places).collect(),
                complete: false,
                outside: self.outside.or(other.outside),
            };
            all.make_possible();
            return all;
        }
        if let [only] = places.as_mut_slice() {
            only.likelihood = Likelihood::Certain;
        }
        let all_named = places.iter().all(|place| place.named);
        Self {
            places,
            complete: all_named || (self.complete && other.complete),
            outside: self.outside.or(other.outside).filter(|_| !all_named),
        }
    }
}

impl Place {
    fn merged(&self, other: &Self) -> Self {
        let mut because = self.because.clone();
        because.extend(
            other
                .because
                .iter()
                .filter(|one| !self.because.contains(one))
                .cloned(),
        );
        Self {
            district: self.district.clone(),
            municipality: self
                .municipality
                .clone()
                .or_else(|| other.municipality.clone()),
            named: self.named || other.named,
            old_key: self.old_key.clone().or_else(|| other.old_key.clone()),
            postcode: self.postcode.clone().or_else(|| other.postcode.clone()),
            point: self.point.or(other.point),
            likelihood: self.likelihood.max(other.likelihood),
            because,
        }
    }
}
