//! Reads the files of `data/territory`. Whoever calls has opened them: here is no IO.
//!
//! A broken file is refused with its name, the line and what is allowed there.

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::keys::{AssociationKey, DistrictKey, MunicipalityKey, SubRegionKey};
use super::point::Coordinates;
use super::units::{
    Association, District, FormerDistrict, Municipality, Origin, PostcodeOverride, PostcodePlace,
    Reach, SubRegion, TerritoryRows,
};
use crate::text::PostalCode;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {problem}")]
pub struct DataError {
    /// The name of the file.
    pub file: &'static str,
    /// The line, counted from 1; 0 when it is not known.
    pub line: u64,
    /// What is wrong and what is allowed.
    pub problem: String,
}

/// The texts of the files of one territory; an empty text is a table without rows.
#[derive(Debug, Clone, Copy, Default)]
pub struct TerritoryFiles<'a> {
    /// `districts.csv`
    pub districts: &'a str,
    /// `former_districts.csv`
    pub former_districts: &'a str,
    /// `municipalities.csv`
    pub municipalities: &'a str,
    /// `municipality_origins.csv`
    pub municipality_origins: &'a str,
    /// `postcode_places.csv`
    pub postcode_places: &'a str,
    /// `postcode_overrides.csv`
    pub postcode_overrides: &'a str,
    /// `sub_regions.csv`
    pub sub_regions: &'a str,
    /// The day the files describe.
    pub as_of: Option<NaiveDate>,
    /// Whether the territory is invented.
    pub demo: bool,
}

impl TerritoryFiles<'_> {
    /// The rows the files hold.
    pub fn read(&self) -> Result<TerritoryRows, DataError> {
        let demo = self.demo;
        Ok(TerritoryRows {
            as_of: self.as_of,
            districts: rows("districts.csv", self.districts, |row| {
                Ok(district(row, demo))
            })?,
            former_districts: rows(
                "former_districts.csv",
                self.former_districts,
                former_district,
            )?,
            municipalities: rows("municipalities.csv", self.municipalities, |row| {
                municipality(row, demo)
            })?,
            postcode_places: rows("postcode_places.csv", self.postcode_places, |row| {
                Ok(postcode_place(row, demo))
            })?,
            postcode_overrides: rows(
                "postcode_overrides.csv",
                self.postcode_overrides,
                postcode_override,
            )?,
            sub_regions: rows("sub_regions.csv", self.sub_regions, sub_region)?,
            origins: rows(
                "municipality_origins.csv",
                self.municipality_origins,
                |row| Ok(origin(row)),
            )?,
        })
    }
}

/// Reads every row of a table and makes something of it.
pub(super) fn rows<Row: DeserializeOwned, Made>(
    file: &'static str,
    text: &str,
    make: impl Fn(Row) -> Result<Made, String>,
) -> Result<Vec<Made>, DataError> {
    let mut table = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut made = Vec::new();
    for (number, row) in (2_u64..).zip(table.deserialize::<Row>()) {
        let row = row.map_err(|broken| {
            let line = broken.position().map_or(number, csv::Position::line);
            DataError {
                file,
                line,
                problem: broken.to_string(),
            }
        })?;
        made.push(make(row).map_err(|problem| DataError {
            file,
            line: number,
            problem,
        })?);
    }
    Ok(made)
}

/// Reads a list of keys separated by `;`.
fn keys<Key>(list: &str) -> Result<Vec<Key>, String>
where
    Key: std::str::FromStr,
    Key::Err: ToString,
{
    list.split(';')
        .map(str::trim)
        .filter(|key| !key.is_empty())
        .map(|key| key.parse().map_err(|wrong: Key::Err| wrong.to_string()))
        .collect()
}

fn point(lat: Option<f64>, lon: Option<f64>) -> Option<Coordinates> {
    Some(Coordinates {
        lat: lat?,
        lon: lon?,
    })
}

#[derive(Deserialize)]
struct DistrictRow {
    key: DistrictKey,
    name: String,
    full_name: String,
    kind: String,
    seat: Option<String>,
    nuts3: Option<String>,
    valid_from: Option<NaiveDate>,
}

fn district(row: DistrictRow, demo: bool) -> District {
    let DistrictRow {
        key,
        name,
        full_name,
        kind,
        seat,
        nuts3,
        valid_from,
    } = row;
    District {
        key,
        name,
        full_name,
        kind,
        seat,
        nuts3,
        valid_from,
        valid_to: None,
        demo,
    }
}

#[derive(Deserialize)]
struct FormerDistrictRow {
    key: DistrictKey,
    name: String,
    full_name: String,
    kind: String,
    seat: Option<String>,
    valid_to: Option<NaiveDate>,
    successors: String,
}

fn former_district(row: FormerDistrictRow) -> Result<FormerDistrict, String> {
    let FormerDistrictRow {
        key,
        name,
        full_name,
        kind,
        seat,
        valid_to,
        successors,
    } = row;
    let successors = keys(&successors)?;
    Ok(FormerDistrict {
        key,
        name,
        full_name,
        kind,
        seat,
        valid_to,
        successors,
    })
}

#[derive(Deserialize)]
struct MunicipalityRow {
    key: MunicipalityKey,
    name: String,
    kind: String,
    association_key: Option<AssociationKey>,
    association: Option<String>,
    lat: Option<f64>,
    lon: Option<f64>,
}

fn municipality(row: MunicipalityRow, demo: bool) -> Result<Municipality, String> {
    let MunicipalityRow {
        key,
        name,
        kind,
        association_key,
        association,
        lat,
        lon,
    } = row;
    let association = match (association_key, association) {
        (Some(key), Some(name)) => Some(Association { key, name }),
        (None, None) => None,
        _ => return Err("an Amt has a key and a name, or both are empty".to_owned()),
    };
    Ok(Municipality {
        key,
        name,
        kind,
        association,
        point: point(lat, lon),
        demo,
    })
}

#[derive(Deserialize)]
struct PostcodePlaceRow {
    postcode: PostalCode,
    place: String,
    municipality: MunicipalityKey,
    lat: Option<f64>,
    lon: Option<f64>,
}

fn postcode_place(row: PostcodePlaceRow, demo: bool) -> PostcodePlace {
    let PostcodePlaceRow {
        postcode,
        place,
        municipality,
        lat,
        lon,
    } = row;
    PostcodePlace {
        postcode,
        place,
        municipality,
        point: point(lat, lon),
        demo,
    }
}

#[derive(Deserialize)]
struct PostcodeOverrideRow {
    postcode: PostalCode,
    municipality: Option<MunicipalityKey>,
    outside: Option<String>,
}

fn postcode_override(row: PostcodeOverrideRow) -> Result<PostcodeOverride, String> {
    let PostcodeOverrideRow {
        postcode,
        municipality,
        outside,
    } = row;
    let reaches = match (municipality, outside) {
        (Some(municipality), None) => Reach::Municipality(municipality),
        (None, Some(outside)) => Reach::OutsideState(outside),
        _ => return Err("an override names either a municipality or places outside".to_owned()),
    };
    Ok(PostcodeOverride { postcode, reaches })
}

#[derive(Deserialize)]
struct SubRegionRow {
    key: String,
    district: DistrictKey,
    name: String,
    members: String,
}

fn sub_region(row: SubRegionRow) -> Result<SubRegion, String> {
    let SubRegionRow {
        key,
        district,
        name,
        members,
    } = row;
    Ok(SubRegion {
        key: SubRegionKey(key),
        district,
        name,
        members: keys(&members)?,
    })
}

#[derive(Deserialize)]
struct OriginRow {
    municipality: MunicipalityKey,
    former_district: DistrictKey,
}

fn origin(row: OriginRow) -> Origin {
    let OriginRow {
        municipality,
        former_district,
    } = row;
    Origin {
        municipality,
        former_district,
    }
}

#[cfg(test)]
pub(super) mod tests;
