//! What the index says of the shipped territory.

use super::super::data::tests::{demo, state};
use super::*;

fn gazetteer() -> Gazetteer {
    Gazetteer::build(state().with(demo())).unwrap()
}

#[test]
fn the_invented_district_is_outside_the_count_of_eight() {
    assert_eq!(gazetteer().districts(false).count(), 8);
    assert_eq!(gazetteer().districts(true).count(), 9);
    assert_eq!(gazetteer().municipalities(false).count(), 726);
}

#[test]
fn names_that_occur_more_than_once_are_shown_with_what_tells_them_apart() {
    let label = |key: &str| gazetteer().label(&key.parse().unwrap());
    assert_eq!(label("13003000"), "Rostock (Stadt)");
    assert_eq!(
        label("13071108"),
        "Neuenkirchen (Landkreis Mecklenburgische Seenplatte)"
    );
    assert_eq!(
        label("13075102"),
        "Neuenkirchen (Amt Landhagen, Landkreis Vorpommern-Greifswald)"
    );
    assert_eq!(label("13071156"), "Waren (Müritz)");
    assert_eq!(label("13004000"), "Schwerin");
}

#[test]
fn exactly_twelve_municipality_names_occur_more_than_once() {
    let gazetteer = gazetteer();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for municipality in gazetteer.municipalities(false) {
        *counts.entry(&municipality.name).or_default() += 1;
    }
    let doubled: Vec<_> = counts.into_iter().filter(|(_, count)| *count > 1).collect();
    assert_eq!(doubled.len(), 12);
    assert!(doubled.contains(&("Neuenkirchen", 4)));
}

#[test]
fn rows_that_name_what_does_not_exist_are_refused() {
    let mut rows = state();
    rows.districts
        .retain(|district| district.key.as_str() != "13074");
    assert!(matches!(
        Gazetteer::build(rows),
        Err(GazetteerError::Missing { .. })
    ));
    let rows = state().with(state());
    assert!(matches!(
        Gazetteer::build(rows),
        Err(GazetteerError::Twice(_))
    ));
}

#[test]
fn a_text_that_names_an_invented_place_is_known() {
    let gazetteer = gazetteer();
    for named in ["Jugendamt  Beispielkreis", "beispielkreis"] {
        assert!(gazetteer.names_an_invented_place(named), "{named}");
    }
    for other in ["", "Jugendamt", "Landkreis Rostock", "Beispiel"] {
        assert!(!gazetteer.names_an_invented_place(other), "{other}");
    }
}
