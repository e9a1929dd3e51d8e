//! What names, postcodes and points may mean.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::data::tests::{demo, state};
use super::{Coordinates, Gazetteer, Likelihood, Lookup, PlaceQuery, PlaceSet};

fn gazetteer() -> &'static Gazetteer {
    static SHARED: LazyLock<Gazetteer> =
        LazyLock::new(|| Gazetteer::build(state().with(demo())).unwrap());
    &SHARED
}

fn named(name: &str) -> PlaceQuery {
    PlaceQuery {
        place_name: Some(name.to_owned()),
        ..PlaceQuery::default()
    }
}

fn postcode(digits: &str) -> PlaceQuery {
    PlaceQuery {
        postcode: Some(digits.parse().unwrap()),
        ..PlaceQuery::default()
    }
}

fn at(lat: f64, lon: f64) -> PlaceQuery {
    PlaceQuery {
        point: Some(Coordinates { lat, lon }),
        ..PlaceQuery::default()
    }
}

fn found(query: &PlaceQuery) -> PlaceSet {
    match gazetteer().look_up(query) {
        Lookup::Found(set) => set,
        other @ (Lookup::OutsideState | Lookup::Unknown) => panic!("{query:?}: {other:?}"),
    }
}

fn municipalities(query: &PlaceQuery) -> Vec<String> {
    let keys = found(query).places.into_iter().map(|place| {
        place
            .municipality
            .map_or(place.district.to_string(), |key| key.to_string())
    });
    keys.collect()
}

#[test]
fn a_name_is_found_in_every_spelling() {
    for spelling in ["Güstrow", "guestrow", "gustrow", "GÜSTROW", "Stadt Güstrow"] {
        assert_eq!(municipalities(&named(spelling)), ["13072043"], "{spelling}");
    }
    for spelling in ["Waren (Müritz)", "Waren", "waren müritz", "Waren/Mueritz"] {
        assert_eq!(municipalities(&named(spelling)), ["13071156"], "{spelling}");
    }
    for spelling in ["Reuterstadt Stavenhagen", "Stavenhagen"] {
        assert_eq!(municipalities(&named(spelling)), ["13071142"], "{spelling}");
    }
}

#[test]
fn towns_that_differ_by_an_umlaut_are_not_mixed_up() {
    assert_ne!(
        municipalities(&named("Bützow")),
        municipalities(&named("Butzow"))
    );
}

#[test]
fn rostock_alone_is_the_city_first_and_the_district_second() {
    let set = found(&named("Rostock"));
    let keys: Vec<_> = set
        .places
        .iter()
        .map(|place| place.district.as_str())
        .collect();
    assert_eq!(keys, ["13003", "13072"]);
    assert_eq!(set.places[0].likelihood, Likelihood::Likely);
    assert_eq!(set.places[1].likelihood, Likelihood::Possible);
    for city in [
        "Hansestadt Rostock",
        "Rostock (Stadt)",
        "Hanse- und Universitätsstadt Rostock",
    ] {
        assert_eq!(municipalities(&named(city)), ["13003000"], "{city}");
    }
    for district in ["Landkreis Rostock", "LK Rostock"] {
        assert_eq!(municipalities(&named(district)), ["13072"], "{district}");
    }
}

#[test]
fn a_town_comes_before_the_former_district_of_its_name() {
    assert_eq!(municipalities(&named("Demmin")), ["13071029"]);
    assert_eq!(
        municipalities(&named("Landkreis Demmin")),
        ["13071", "13075"]
    );
    assert_eq!(municipalities(&named("Rügen")), ["13073"]);
}

#[test]
fn a_village_is_found_in_its_municipality_and_beside_a_namesake_elsewhere() {
    assert_eq!(municipalities(&named("Groß Gievitz")), ["13071172"]);
    // Kummerow is a municipality in one district and a village in another
    let districts: Vec<_> = found(&named("Kummerow"))
        .places
        .iter()
        .map(|place| place.district.to_string())
        .collect();
    assert_eq!(districts, ["13071", "13073"]);
    // two villages of one name in one district are two
    assert_eq!(municipalities(&named("Bresegard")).len(), 2);
}

#[test]
fn neuenkirchen_is_four_municipalities() {
    assert_eq!(
        municipalities(&named("Neuenkirchen")),
        ["13071108", "13073059", "13075101", "13075102"]
    );
}

#[test]
fn exactly_six_postcodes_may_lie_in_two_districts_and_three_reach_outside() {
    let gazetteer = gazetteer();
    let all: std::collections::BTreeSet<_> = gazetteer
        .real_places()
        .map(|place| place.postcode.to_string())
        .collect();
    let (mut split, mut outside) = (Vec::new(), Vec::new());
    for digits in all {
        let set = found(&postcode(&digits));
        let districts: std::collections::BTreeSet<_> = set
            .places
            .iter()
            .map(|place| place.district.clone())
            .collect();
        if districts.len() > 1 {
            split.push(digits.clone());
        }
        if set.outside.is_some() {
            outside.push(digits);
        }
    }
    assert_eq!(
        split,
        ["17337", "18059", "18069", "18107", "18181", "18182"]
    );
    assert_eq!(outside, ["17337", "19273", "19357"]);
}

#[test]
fn municipalities_without_a_postcode_row_are_reached_by_name_and_key() {
    for (name, key) in [
        ("Verchen", "13071150"),
        ("Sarmstorf", "13072092"),
        ("Lübstorf", "13074048"),
    ] {
        assert_eq!(municipalities(&named(name)), [key]);
        let by_key = PlaceQuery {
            municipality: Some(key.parse().unwrap()),
            ..PlaceQuery::default()
        };
        assert_eq!(municipalities(&by_key), [key]);
    }
}

#[test]
fn a_postcode_of_another_state_is_told_from_one_that_does_not_exist() {
    let look_up = |digits| gazetteer().look_up(&postcode(digits));
    assert_eq!(look_up("10115"), Lookup::OutsideState);
    assert_eq!(look_up("00000"), Lookup::Unknown);
    // begins like postcodes of the state: may be missing in the list
    assert_eq!(look_up("18199"), Lookup::Unknown);
}

#[test]
fn postcode_and_name_together_name_one_place() {
    let both = PlaceQuery {
        place_name: Some("Rostock".to_owned()),
        ..postcode("18107")
    };
    assert_eq!(municipalities(&both), ["13003000"]);
    assert!(found(&both).complete);
    let graal = PlaceQuery {
        place_name: Some("Graal-Müritz".to_owned()),
        ..postcode("18181")
    };
    assert_eq!(municipalities(&graal), ["13072036"]);
    assert!(found(&graal).complete);
}

#[test]
fn a_name_that_nobody_knows_leaves_the_postcode() {
    let street = PlaceQuery {
        place_name: Some("Am Waldrand".to_owned()),
        ..postcode("19055")
    };
    assert_eq!(municipalities(&street), ["13004000"]);
}

#[test]
fn postcode_and_name_that_contradict_each_other_leave_both_possible() {
    let both = PlaceQuery {
        place_name: Some("Waren".to_owned()),
        ..postcode("19055")
    };
    let set = found(&both);
    assert_eq!(set.places.len(), 2);
    assert!(!set.complete);
    assert!(
        set.places
            .iter()
            .all(|place| place.likelihood == Likelihood::Possible)
    );
}

#[test]
fn keys_and_postcodes_of_different_districts_contradict_each_other_by_name() {
    use crate::territory::PlaceField::{District, Municipality, OldKey, Postcode};
    let gazetteer = gazetteer();
    let town = |key: &str| Some(key.parse().unwrap());
    let with = |postcode: &str, municipality: Option<_>| PlaceQuery {
        postcode: Some(postcode.parse().unwrap()),
        municipality,
        ..PlaceQuery::default()
    };
    for (query, fields) in [
        // the city of Rostock, and a postcode of Stralsund, of Berlin
        (with("18435", town("13003000")), [Municipality, Postcode]),
        (with("10115", town("13003000")), [Municipality, Postcode]),
        (
            PlaceQuery {
                district: Some("13071".parse().unwrap()),
                ..with("18435", None)
            },
            [Postcode, District],
        ),
        (
            PlaceQuery {
                old_key: Some("13052".parse().unwrap()),
                ..with("18435", None)
            },
            [Postcode, OldKey],
        ),
    ] {
        assert_eq!(gazetteer.contradiction(&query), Some(fields), "{query:?}");
    }
    for query in [
        // one of two districts; reaching over a border; a municipality without a row of its postcode
        with("18107", town("13003000")),
        with("18181", town("13003000")),
        with("17337", town("13073088")),
        with("17192", town("13071150")),
        with("19055", None),
        PlaceQuery {
            place_name: Some("Waren".to_owned()),
            ..with("19055", None)
        },
    ] {
        assert_eq!(gazetteer.contradiction(&query), None, "{query:?}");
    }
}

#[test]
fn a_point_lies_in_the_district_of_the_places_around_it() {
    let waren = found(&at(53.52, 12.68));
    assert!(
        waren
            .places
            .iter()
            .all(|place| place.district.as_str() == "13071")
    );
    assert!(waren.complete);
    assert_eq!(waren.places[0].likelihood, Likelihood::Likely);
    // on the beach of Dierhagen and in Lohme, where generalised polygons have a hole
    assert_eq!(
        found(&at(54.30, 12.35)).places[0].district.as_str(),
        "13073"
    );
    assert_eq!(
        found(&at(54.58, 13.61)).places[0].district.as_str(),
        "13073"
    );
    // the edge of the city of Rostock
    let edge = found(&at(54.13, 12.02));
    let districts: std::collections::BTreeSet<_> = edge
        .places
        .iter()
        .map(|place| place.district.to_string())
        .collect();
    assert_eq!(
        districts.into_iter().collect::<Vec<_>>(),
        ["13003", "13072"]
    );
    assert_eq!(gazetteer().look_up(&at(52.52, 13.41)), Lookup::OutsideState);
}

#[test]
fn the_invented_district_is_found_only_by_its_exact_names_and_postcodes() {
    assert_eq!(municipalities(&named("Beispielkreis")), ["99001"]);
    assert_eq!(municipalities(&named("Musterdorf")), ["99001002"]);
    assert_eq!(municipalities(&postcode("99992")), ["99001001", "99001002"]);
    for near_miss in ["Beispielkries", "Beispiel", "Muster-Dorf-Nord"] {
        assert_eq!(gazetteer().look_up(&named(near_miss)), Lookup::Unknown);
    }
}

#[test]
fn without_the_demo_its_postcodes_lie_in_no_state_of_ours() {
    let real = Gazetteer::build(state()).unwrap();
    assert_eq!(real.look_up(&postcode("99992")), Lookup::OutsideState);
    assert_eq!(real.look_up(&named("Beispielkreis")), Lookup::Unknown);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_of_any_kind_breaks_the_lookup(name in "\\PC{0,24}", digits in "[0-9]{5}") {
        let gazetteer = gazetteer();
        let _ = gazetteer.look_up(&named(&name));
        let _ = gazetteer.look_up(&PlaceQuery { place_name: Some(name), ..postcode(&digits) });
    }
}
