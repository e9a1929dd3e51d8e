//! What the resolver reads: places and responsibilities, built once and swapped as a whole.

use std::str::FromStr;

use chrono::NaiveDate;
use domain::directory::hours::SchoolHolidays;
use domain::ids::{ResponsibilityId, imported};
use domain::territory::data::{DataError, TerritoryFiles};
use domain::territory::{
    BodyId, DistrictKey, Gazetteer, GazetteerError, Responsibility, SeededResponsibility,
    read_responsibilities,
};

use super::places::Suggestion;
use crate::seed::convert::{organisation_id, service_id, source_id};

/// The day the shipped data of places describe: the municipal boundaries of the Federal Agency for
/// Cartography and Geodesy, see `data/attributions.json`.
const SHIPPED_AS_OF: &str = "2021-01-01";

macro_rules! shipped {
    ($name:literal) => {
        include_str!(concat!("../../../../data/territory/", $name))
    };
}

/// Data of places that cannot be used, as one line that says why.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// A file has a broken line.
    #[error("data/territory/{0}")]
    File(#[from] DataError),
    /// Rows contradict each other.
    #[error("data/territory: {0}")]
    Rows(#[from] GazetteerError),
}

/// Places and responsibilities.
#[derive(Debug, Default)]
pub struct Atlas {
    gazetteer: Gazetteer,
    responsibilities: Vec<Responsibility>,
    school_holidays: SchoolHolidays,
    suggestions: Vec<Suggestion>,
}

impl Atlas {
    /// The atlas of the data shipped with the software; with the invented district for a demo.
    ///
    /// # Errors
    /// A broken file is one line: which file, which line, what is allowed.
    pub fn shipped(demo: bool) -> Result<Self, Unreadable> {
        let mut rows = TerritoryFiles {
            districts: shipped!("districts.csv"),
            former_districts: shipped!("former_districts.csv"),
            municipalities: shipped!("municipalities.csv"),
            municipality_origins: shipped!("municipality_origins.csv"),
            postcode_places: shipped!("postcode_places.csv"),
            postcode_overrides: shipped!("postcode_overrides.csv"),
            sub_regions: shipped!("sub_regions.csv"),
            as_of: NaiveDate::from_str(SHIPPED_AS_OF).ok(),
            demo: false,
        }
        .read()?;
        let mut responsibilities = identified(
            read_responsibilities(shipped!("responsibilities.csv"))?,
            false,
        );
        if demo {
            let invented = TerritoryFiles {
                districts: shipped!("demo/districts.csv"),
                municipalities: shipped!("demo/municipalities.csv"),
                postcode_places: shipped!("demo/postcode_places.csv"),
                demo: true,
                ..TerritoryFiles::default()
            };
            rows = rows.with(invented.read()?);
            let more = read_responsibilities(shipped!("demo/responsibilities.csv"))?;
            responsibilities.extend(identified(more, true));
        }
        let gazetteer = Gazetteer::build(rows)?;
        Ok(Self {
            suggestions: Suggestion::all(&gazetteer),
            gazetteer,
            responsibilities,
            school_holidays: SchoolHolidays::unknown(),
        })
    }

    /// Whether there are places at all.
    pub fn is_loaded(&self) -> bool {
        self.gazetteer.districts(false).next().is_some()
    }

    /// The places.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Who answers for what.
    pub fn responsibilities(&self) -> &[Responsibility] {
        &self.responsibilities
    }

    /// The school holidays the operator has entered.
    pub fn school_holidays(&self) -> &SchoolHolidays {
        &self.school_holidays
    }

    /// The names of places, for suggesting them.
    pub fn suggestions(&self) -> &[Suggestion] {
        &self.suggestions
    }

    /// The day the data of places describe.
    pub fn as_of(&self) -> Option<NaiveDate> {
        self.gazetteer.as_of()
    }

    /// The full name of a district of today, by its key.
    pub fn district_name(&self, key: &DistrictKey) -> Option<&str> {
        self.gazetteer
            .district(key)
            .map(|district| district.full_name.as_str())
    }
}

/// Gives the rows of a file the ids that the seed gives their bodies.
fn identified(rows: Vec<SeededResponsibility>, demo: bool) -> Vec<Responsibility> {
    let one = |row: SeededResponsibility| {
        let id = ResponsibilityId::from_uuid(imported("seed", "responsibility", &row.key()));
        let SeededResponsibility {
            topic,
            area,
            area_text: _,
            body,
            on_behalf_of,
            time_window,
            rank,
            fallback,
            valid_from,
            valid_to,
            source,
            date,
            remark,
        } = row;
        Responsibility {
            id,
            body: BodyId::Service(service_id(&body)),
            on_behalf_of: on_behalf_of.as_deref().map(organisation_id),
            topic,
            area,
            valid_from,
            valid_to,
            time_window,
            rank,
            fallback,
            basis_note: remark,
            source: source.as_deref().map(source_id),
            date,
            demo,
        }
    };
    rows.into_iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_atlas_holds_eight_districts_and_the_demo_one_more() {
        let real = Atlas::shipped(false).unwrap();
        assert!(real.is_loaded());
        assert_eq!(real.gazetteer().districts(true).count(), 8);
        assert_eq!(
            Atlas::shipped(true)
                .unwrap()
                .gazetteer()
                .districts(true)
                .count(),
            9
        );
        assert!(!Atlas::default().is_loaded());
    }

    #[test]
    fn no_responsibility_of_the_demo_stands_in_the_real_atlas() {
        assert!(
            Atlas::shipped(false)
                .unwrap()
                .responsibilities()
                .iter()
                .all(|one| !one.demo)
        );
        assert!(
            Atlas::shipped(true)
                .unwrap()
                .responsibilities()
                .iter()
                .any(|one| one.demo)
        );
    }
}
