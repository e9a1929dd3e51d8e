//! The shipped territory, for all tests, and what must be true of it.

use super::*;

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("../../../../../data/territory/", $name))
    };
}

/// The real state, as shipped.
pub(in crate::territory) fn state() -> TerritoryRows {
    let files = TerritoryFiles {
        districts: file!("districts.csv"),
        former_districts: file!("former_districts.csv"),
        municipalities: file!("municipalities.csv"),
        municipality_origins: file!("municipality_origins.csv"),
        postcode_places: file!("postcode_places.csv"),
        postcode_overrides: file!("postcode_overrides.csv"),
        sub_regions: file!("sub_regions.csv"),
        as_of: NaiveDate::from_ymd_opt(2021, 1, 1),
        demo: false,
    };
    files.read().unwrap()
}

/// The invented district, as shipped.
pub(in crate::territory) fn demo() -> TerritoryRows {
    let files = TerritoryFiles {
        districts: file!("demo/districts.csv"),
        municipalities: file!("demo/municipalities.csv"),
        postcode_places: file!("demo/postcode_places.csv"),
        demo: true,
        ..TerritoryFiles::default()
    };
    files.read().unwrap()
}

#[test]
fn the_state_has_8_districts_18_former_ones_726_municipalities_and_196_postcodes() {
    let state = state();
    assert_eq!(state.districts.len(), 8);
    assert_eq!(state.former_districts.len(), 18);
    assert_eq!(state.municipalities.len(), 726);
    assert_eq!(state.postcode_places.len(), 1_015);
    let postcodes: std::collections::BTreeSet<_> = state
        .postcode_places
        .iter()
        .map(|place| &place.postcode)
        .collect();
    assert_eq!(postcodes.len(), 196);
    let of = |key: &str| {
        let of_district = |m: &&Municipality| m.key.district().as_str() == key;
        state.municipalities.iter().filter(of_district).count()
    };
    let counts = [
        "13003", "13004", "13071", "13072", "13073", "13074", "13075", "13076",
    ];
    assert_eq!(counts.map(of), [1, 1, 148, 112, 101, 83, 138, 142]);
}

#[test]
fn sixteen_of_the_eighteen_ended_on_the_third_of_september_2011() {
    let state = state();
    let ended: Vec<_> = state
        .former_districts
        .iter()
        .filter_map(|old| old.valid_to)
        .collect();
    assert_eq!(ended.len(), 16);
    assert!(ended.iter().all(|day| day.to_string() == "2011-09-03"));
    let demmin = state
        .former_districts
        .iter()
        .find(|old| old.name == "Demmin")
        .unwrap();
    let steps: Vec<_> = demmin.successions().collect();
    assert_eq!(steps.len(), 2);
    assert!(
        steps
            .iter()
            .all(|step| step.kind == super::super::units::SuccessionKind::Split)
    );
    assert_eq!(steps[0].on, Some("2011-09-04".parse().unwrap()));
}

#[test]
fn a_broken_row_is_refused_with_file_line_and_what_is_allowed() {
    let files = TerritoryFiles {
        postcode_places: "postcode,place,municipality,lat,lon\n17192,Waren,1307115,,\n",
        ..TerritoryFiles::default()
    };
    let refused = files.read().unwrap_err();
    assert_eq!((refused.file, refused.line), ("postcode_places.csv", 2));
    assert!(refused.to_string().contains("eight digits"), "{refused}");
}

#[test]
fn an_override_names_one_thing() {
    let files = TerritoryFiles {
        postcode_overrides: "postcode,municipality,outside,remark\n17192,,,x\n",
        ..TerritoryFiles::default()
    };
    assert!(
        files
            .read()
            .unwrap_err()
            .to_string()
            .starts_with("postcode_overrides.csv, line 2")
    );
}
