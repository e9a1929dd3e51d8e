//! The rows the gazetteer is built from. They may come from the files in `data/territory` or from
//! tables of the database; a territorial reform is new rows, not new code.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::keys::{AssociationKey, DistrictKey, MunicipalityKey, SubRegionKey};
use super::point::Coordinates;
use crate::text::PostalCode;

/// The kind of a district that is one town; all other kinds hold several municipalities.
pub const INDEPENDENT_CITY: &str = "independent_city";

/// A Landkreis or an independent city as it is today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct District {
    /// Its key.
    pub key: DistrictKey,
    /// Its short name, such as `Rostock`; never shown alone, because it names two districts.
    pub name: String,
    /// Its full name, such as `Landkreis Rostock`.
    pub full_name: String,
    /// What it is: `district` or `independent_city`.
    pub kind: String,
    /// Where its administration sits.
    pub seat: Option<String>,
    /// Its NUTS 3 code.
    pub nuts3: Option<String>,
    /// The first day on which it existed in this form; absent when that lies before our data.
    pub valid_from: Option<NaiveDate>,
    /// The last day.
    pub valid_to: Option<NaiveDate>,
    /// Whether it is invented.
    pub demo: bool,
}

/// A Landkreis or an independent city of before the reform of 4 September 2011.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerDistrict {
    /// Its key.
    pub key: DistrictKey,
    /// Its short name, such as `Demmin`.
    pub name: String,
    /// Its full name, such as `Landkreis Demmin`.
    pub full_name: String,
    /// What it was: `district` or `independent_city`.
    pub kind: String,
    /// Where its administration sat.
    pub seat: Option<String>,
    /// The last day on which it existed; absent when it exists to this day under its old key.
    pub valid_to: Option<NaiveDate>,
    /// The districts of today its land belongs to.
    pub successors: Vec<DistrictKey>,
}

/// How one district became another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuccessionKind {
    /// It stayed as it was.
    Unchanged,
    /// It went into a larger one as a whole.
    Merged,
    /// Its land went to several.
    Split,
}

/// One step of history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Succession {
    /// The district of before.
    pub from: DistrictKey,
    /// The district of after.
    pub to: DistrictKey,
    /// The first day of the new order; absent when nothing changed.
    pub on: Option<NaiveDate>,
    /// What happened.
    pub kind: SuccessionKind,
}

impl FormerDistrict {
    /// The steps that lead from it to the districts of today.
    pub fn successions(&self) -> impl Iterator<Item = Succession> {
        let kind = match (self.valid_to, self.successors.len()) {
            (None, _) => SuccessionKind::Unchanged,
            (Some(_), 0 | 1) => SuccessionKind::Merged,
            (Some(_), _) => SuccessionKind::Split,
        };
        self.successors.iter().map(move |to| Succession {
            from: self.key.clone(),
            to: to.clone(),
            on: self.valid_to.and_then(|last_day| last_day.succ_opt()),
            kind,
        })
    }
}

/// An association of small municipalities (Amt). It is no office of the state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Association {
    /// Its key.
    pub key: AssociationKey,
    /// Its name, without the word Amt.
    pub name: String,
}

/// A municipality (Gemeinde).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Municipality {
    /// Its key.
    pub key: MunicipalityKey,
    /// Its name; not unique.
    pub name: String,
    /// What it is: `town` or `municipality`.
    pub kind: String,
    /// The Amt it belongs to.
    pub association: Option<Association>,
    /// A point inside it, good to a few kilometres.
    pub point: Option<Coordinates>,
    /// Whether it is invented.
    pub demo: bool,
}

/// A place a postcode delivers to. The list of a postcode is good for "which district", not
/// complete for "which municipality".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PostcodePlace {
    /// The postcode.
    pub postcode: PostalCode,
    /// The name of the place, often a village of the municipality.
    pub place: String,
    /// The municipality it lies in.
    pub municipality: MunicipalityKey,
    /// Where it is.
    pub point: Option<Coordinates>,
    /// Whether it is invented.
    pub demo: bool,
}

/// Where else a postcode reaches: what the list of places does not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostcodeOverride {
    /// The postcode.
    pub postcode: PostalCode,
    /// Where to.
    pub reaches: Reach,
}

/// What an override adds to a postcode.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// A municipality that has no place of its own in the list.
    Municipality(MunicipalityKey),
    /// Another state (Land); the text names the places there.
    OutsideState(String),
}

/// A part of a district with a team of its own. Only members that a source names are listed: a
/// municipality of the district that is in no list may belong to any of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubRegion {
    /// Its key.
    pub key: SubRegionKey,
    /// The district it is a part of.
    pub district: DistrictKey,
    /// Its name.
    pub name: String,
    /// The municipalities known to belong to it.
    pub members: Vec<MunicipalityKey>,
}

/// The former district a municipality is known to have belonged to, where its present district has
/// several predecessors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The municipality of today.
    pub municipality: MunicipalityKey,
    /// The district it belonged to.
    pub former_district: DistrictKey,
}

/// All rows of a territory.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TerritoryRows {
    /// The day the rows describe.
    pub as_of: Option<NaiveDate>,
    /// The districts of today.
    pub districts: Vec<District>,
    /// The districts of before the reform.
    pub former_districts: Vec<FormerDistrict>,
    /// The municipalities.
    pub municipalities: Vec<Municipality>,
    /// The places of the postcodes.
    pub postcode_places: Vec<PostcodePlace>,
    /// What the places do not say.
    pub postcode_overrides: Vec<PostcodeOverride>,
    /// Parts of districts.
    pub sub_regions: Vec<SubRegion>,
    /// Known histories of municipalities.
    pub origins: Vec<Origin>,
}

impl TerritoryRows {
    /// Adds the rows of another territory, such as the invented district of the demo; the day they
    /// describe stays that of the first.
    #[must_use]
    pub fn with(mut self, more: Self) -> Self {
        let Self {
            as_of: _,
            districts,
            former_districts,
            municipalities,
            postcode_places,
            postcode_overrides,
            sub_regions,
            origins,
        } = more;
        self.districts.extend(districts);
        self.former_districts.extend(former_districts);
        self.municipalities.extend(municipalities);
        self.postcode_places.extend(postcode_places);
        self.postcode_overrides.extend(postcode_overrides);
        self.sub_regions.extend(sub_regions);
        self.origins.extend(origins);
        self
    }
}
