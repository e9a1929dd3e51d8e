//! Which places lie in an area.

use super::*;

fn schwerin() -> Locus {
    Locus {
        date: "2026-11-20".parse().unwrap(),
        districts: vec!["13004".parse().unwrap()],
        former_districts: vec!["13004".parse().unwrap()],
        municipality: Some("13004000".parse().unwrap()),
        association: None,
        sub_regions: Vec::new(),
        postcodes: vec!["19053".parse().unwrap(), "19055".parse().unwrap()],
        point: Some(Coordinates {
            lat: 53.615,
            lon: 11.434,
        }),
        demo: false,
    }
}

fn fit(area: &str) -> Fit {
    area.parse::<Area>().unwrap().fit(&schwerin())
}

#[test]
fn a_place_lies_in_its_district_its_state_and_the_country() {
    assert_eq!(fit("nationwide"), Fit::Certain);
    assert_eq!(fit("statewide"), Fit::Certain);
    assert_eq!(fit("district:13074;district:13004"), Fit::Certain);
    assert_eq!(fit("district:13074"), Fit::No);
}

#[test]
fn an_exception_takes_out_what_was_included() {
    assert_eq!(fit("district:13004;-municipality:13004000"), Fit::No);
    assert_eq!(fit("district:13004;-postcode:19055"), Fit::Possible);
    assert_eq!(fit("district:13004;-district:13074"), Fit::Certain);
}

#[test]
fn a_member_counts_only_on_its_days() {
    let mut member = AreaMember::from(Places::District("13004".parse().unwrap()));
    member.valid_to = Some("2026-11-19".parse().unwrap());
    let set = AreaSet {
        include: vec![member],
        ..AreaSet::default()
    };
    assert_eq!(Area::Set(set.clone()).fit(&schwerin()), Fit::No);
    let day_before = Locus {
        date: "2026-11-19".parse().unwrap(),
        ..schwerin()
    };
    assert_eq!(Area::Set(set).fit(&day_before), Fit::Certain);
}

#[test]
fn what_is_not_known_precisely_fits_perhaps() {
    let anywhere_in_the_district = Locus {
        municipality: None,
        ..schwerin()
    };
    let municipality: Area = "municipality:13004000".parse().unwrap();
    assert_eq!(municipality.fit(&anywhere_in_the_district), Fit::Possible);
    let elsewhere: Area = "municipality:13071107".parse().unwrap();
    assert_eq!(elsewhere.fit(&anywhere_in_the_district), Fit::No);
}

#[test]
fn a_radius_is_measured() {
    let around = |metres| {
        let point = Coordinates {
            lat: 53.63,
            lon: 11.41,
        };
        Area::of([Places::Radius { point, metres }]).fit(&schwerin())
    };
    assert_eq!(around(5_000), Fit::Possible);
    assert_eq!(around(1_000), Fit::No);
}

#[test]
fn an_invented_place_lies_in_no_real_area() {
    let invented = Locus {
        districts: vec!["99001".parse().unwrap()],
        municipality: Some("99001001".parse().unwrap()),
        demo: true,
        ..schwerin()
    };
    assert_eq!(Area::Statewide.fit(&invented), Fit::No);
}

#[test]
fn an_area_is_written_and_read_alike() {
    let area: Area = "district:13004;sub_region:13071-waren;-postcode:19055"
        .parse()
        .unwrap();
    let json = serde_json::to_value(&area).unwrap();
    assert_eq!(json["set"]["include"][0]["places"]["district"], "13004");
    assert_eq!(serde_json::from_value::<Area>(json).unwrap(), area);
    for wrong in ["", "district", "district:1300", "planet:1", "sub_region:"] {
        assert!(wrong.parse::<Area>().is_err(), "{wrong}");
    }
}
