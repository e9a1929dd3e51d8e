//! The area a body or an offer answers for: a set of places, not a sentence.

use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::keys::{AssociationKey, DistrictKey, MunicipalityKey, SubRegionKey};
use super::point::Coordinates;
use crate::text::{Malformed, PostalCode};

/// An area. No area at all means unknown, never "everywhere".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// All of Germany.
    Nationwide,
    /// All of Mecklenburg-Vorpommern.
    Statewide,
    /// What is included and not excluded.
    Set(AreaSet),
}

/// Members and exceptions.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AreaSet {
    /// What belongs to it.
    pub include: Vec<AreaMember>,
    /// What does not.
    #[serde(default)]
    pub exclude: Vec<AreaMember>,
    /// More about it in words; never evaluated.
    #[serde(default)]
    pub note: Option<String>,
}

/// One member and the days on which it is one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AreaMember {
    /// Which places.
    pub places: Places,
    /// From which day; always when absent.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Until which day, inclusive.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
}

/// A group of places named by a key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Places {
    /// All of the state.
    State,
    /// A district of today or, for days before the reform, of then.
    District(DistrictKey),
    /// The land of a district that no longer exists.
    FormerDistrict(DistrictKey),
    /// An Amt.
    Association(AssociationKey),
    /// A municipality.
    Municipality(MunicipalityKey),
    /// A part of a district.
    SubRegion(SubRegionKey),
    /// A postcode.
    Postcode(PostalCode),
    /// Everything within a distance of a point.
    Radius {
        /// The point.
        point: Coordinates,
        /// The distance in metres.
        metres: u32,
    },
}

impl From<Places> for AreaMember {
    fn from(places: Places) -> Self {
        Self {
            places,
            valid_from: None,
            valid_to: None,
        }
    }
}

impl AreaMember {
    fn counts_on(&self, date: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= date) && self.valid_to.is_none_or(|to| date <= to)
    }
}

impl Area {
    /// The area of some groups of places, without exceptions.
    pub fn of(places: impl IntoIterator<Item = Places>) -> Self {
        let include = places.into_iter().map(AreaMember::from).collect();
        Self::Set(AreaSet {
            include,
            ..AreaSet::default()
        })
    }

    /// How finely it is drawn: a body for a smaller area comes before one for a larger area.
    pub fn level(&self) -> Level {
        match self {
            Self::Nationwide => Level::Country,
            Self::Statewide => Level::State,
            Self::Set(set) => {
                let levels = set.include.iter().map(|member| member.places.level());
                levels.max().unwrap_or(Level::State)
            }
        }
    }
}

impl Area {
    /// Whether it includes the part of a district by name.
    pub(super) fn names_sub_region(&self, key: &SubRegionKey) -> bool {
        match self {
            Self::Nationwide | Self::Statewide => false,
            Self::Set(set) => set
                .include
                .iter()
                .any(|member| member.places == Places::SubRegion(key.clone())),
        }
    }
}

impl Places {
    const fn level(&self) -> Level {
        match self {
            Self::State => Level::State,
            Self::District(_) | Self::FormerDistrict(_) => Level::District,
            Self::Association(_)
            | Self::Municipality(_)
            | Self::SubRegion(_)
            | Self::Postcode(_)
            | Self::Radius { .. } => Level::PartOfDistrict,
        }
    }
}

/// How large an area is, the smallest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Less than a district.
    PartOfDistrict,
    /// One or more districts.
    District,
    /// The state.
    State,
    /// The country.
    Country,
}

/// What is known of a place on a day, for asking whether it lies in an area.
#[derive(Debug, Clone, PartialEq)]
pub struct Locus {
    /// The day.
    pub date: NaiveDate,
    /// The districts it may have belonged to on that day; one when that is known.
    pub districts: Vec<DistrictKey>,
    /// The districts of before the reform it may have belonged to.
    pub former_districts: Vec<DistrictKey>,
    /// Its municipality, when it is known.
    pub municipality: Option<MunicipalityKey>,
    /// The Amt of its municipality.
    pub association: Option<AssociationKey>,
    /// The parts of its district it may lie in; one when that is known.
    pub sub_regions: Vec<SubRegionKey>,
    /// The postcodes it may have; one when that is known.
    pub postcodes: Vec<PostalCode>,
    /// Where it is, roughly.
    pub point: Option<Coordinates>,
    /// Whether it is invented.
    pub demo: bool,
}

/// Whether a place lies in an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// It does not.
    No,
    /// It may: the place is not known precisely enough.
    Possible,
    /// It does.
    Certain,
}

impl Area {
    /// Whether the place lies in the area on its day: some member that counts on that day holds it
    /// and no exception does. An invented place lies in no real area but its own.
    pub fn fit(&self, locus: &Locus) -> Fit {
        match self {
            Self::Nationwide => Fit::Certain,
            Self::Statewide => Places::State.fit(locus),
            Self::Set(set) => {
                let best = |members: &[AreaMember]| {
                    let counting = members.iter().filter(|member| member.counts_on(locus.date));
                    counting
                        .map(|member| member.places.fit(locus))
                        .max()
                        .unwrap_or(Fit::No)
                };
                match (best(&set.include), best(&set.exclude)) {
                    (_, Fit::Certain) => Fit::No,
                    (included, Fit::Possible) => included.min(Fit::Possible),
                    (included, Fit::No) => included,
                }
            }
        }
    }
}

impl Places {
    fn fit(&self, locus: &Locus) -> Fit {
        match self {
            Self::State => {
                if locus.demo {
                    Fit::No
                } else {
                    Fit::Certain
                }
            }
            Self::District(key) => one_of(key, &locus.districts),
            Self::FormerDistrict(key) => one_of(key, &locus.former_districts),
            Self::Association(key) => same(key, locus.association.as_ref(), || {
                locus.municipality.is_none() && locus.lies_around(key.as_str())
            }),
            Self::Municipality(key) => same(key, locus.municipality.as_ref(), || {
                locus.lies_around(key.as_str())
            }),
            Self::SubRegion(key) => one_of(key, &locus.sub_regions),
            Self::Postcode(key) => one_of(key, &locus.postcodes),
            Self::Radius { point, metres } => match locus.point {
                Some(place) if place.distance_m(*point) <= f64::from(*metres) => Fit::Possible,
                Some(_) | None => Fit::No,
            },
        }
    }
}

impl Locus {
    /// Whether a key that begins with the key of a district may name the place.
    fn lies_around(&self, key: &str) -> bool {
        self.districts
            .iter()
            .any(|district| key.starts_with(district.as_str()))
    }
}

fn one_of<K: PartialEq>(key: &K, possible: &[K]) -> Fit {
    match possible {
        [only] if only == key => Fit::Certain,
        several if several.contains(key) => Fit::Possible,
        _ => Fit::No,
    }
}

fn same<K: PartialEq>(key: &K, known: Option<&K>, may_be: impl FnOnce() -> bool) -> Fit {
    match known {
        Some(known) if known == key => Fit::Certain,
        None if may_be() => Fit::Possible,
        Some(_) | None => Fit::No,
    }
}

impl FromStr for Area {
    type Err = Malformed;

    /// Reads `statewide`, `nationwide`, or groups of places separated by `;`, such as
    /// `district:13004;district:13074` or `sub_region:13071-waren`; a group after `-` is an
    /// exception, as in `district:13071;-municipality:13071107`.
    fn from_str(given: &str) -> Result<Self, Malformed> {
        match given {
            "nationwide" => return Ok(Self::Nationwide),
            "statewide" => return Ok(Self::Statewide),
            _ => {}
        }
        let mut set = AreaSet::default();
        for part in given.split(';').map(str::trim) {
            match part.strip_prefix('-') {
                Some(exception) => set.exclude.push(places(exception)?.into()),
                None => set.include.push(places(part)?.into()),
            }
        }
        Ok(Self::Set(set))
    }
}

fn places(given: &str) -> Result<Places, Malformed> {
    const ALLOWED: Malformed = Malformed {
        allowed: "an area is nationwide, statewide or a list like district:13004;municipality:13071156 \
                  of district, former_district, association, municipality, sub_region, postcode",
    };
    let (kind, key) = given.split_once(':').ok_or(ALLOWED)?;
    match kind {
        "district" => Ok(Places::District(key.parse()?)),
        "former_district" => Ok(Places::FormerDistrict(key.parse()?)),
        "association" => Ok(Places::Association(key.parse()?)),
        "municipality" => Ok(Places::Municipality(key.parse()?)),
        "sub_region" if !key.is_empty() => Ok(Places::SubRegion(SubRegionKey(key.to_owned()))),
        "postcode" => Ok(Places::Postcode(key.parse()?)),
        _ => Err(ALLOWED),
    }
}

#[cfg(test)]
mod tests;
