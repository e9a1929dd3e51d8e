//! The golden cases of `directory.md` 5.2, row by row.

use super::super::{Explanation, OUTSIDE_STATE};
use super::*;
use crate::directory::PhonePurpose;
use crate::directory::hours::{OpenReason, OpenState};
use crate::territory::Likelihood;

#[test]
fn most_postcodes_have_one_youth_office() {
    let expected = [
        ("19055", "13004"),
        ("18055", "13003"),
        ("17489", "13075"),
        ("17033", "13071"),
        ("23966", "13074"),
        ("18435", "13073"),
        ("19370", "13076"),
        ("18273", "13072"),
        ("17192", "13071"),
        ("23936", "13074"),
    ];
    for (digits, district) in expected {
        let answer = ask(&report(postcode(digits), FRIDAY_AFTERNOON));
        let office = only(&answer);
        assert_eq!(districts(&answer), [district], "{digits}");
        assert_eq!(office.certainty, Likelihood::Certain, "{digits}");
        assert_eq!(office.valid_from.unwrap().to_string(), "2011-09-04");
    }
}

#[test]
fn postcode_18107_lies_in_the_city_and_in_the_district() {
    let answer = ask(&report(postcode("18107"), FRIDAY_AFTERNOON));
    assert_eq!(answer.status, Status::Ambiguous);
    assert_eq!(districts(&answer), ["13003", "13072"]);
    assert_eq!(kind(&answer), Some(FollowUpKind::ChoosePlace));
    assert_eq!(
        labels(&answer),
        ["Rostock (Stadt)", "Elmenhorst/Lichtenhagen"]
    );
    let because: Vec<String> = answer.candidates[1]
        .because
        .iter()
        .map(|one| one.text(&Lang::english()))
        .collect();
    assert_eq!(
        because,
        ["postcode 18107", "municipality Elmenhorst/Lichtenhagen"]
    );
}

#[test]
fn postcode_18181_is_ambiguous_although_the_file_has_one_district() {
    let answer = ask(&report(postcode("18181"), FRIDAY_AFTERNOON));
    assert_eq!(answer.status, Status::Ambiguous);
    assert_eq!(districts(&answer), ["13003", "13072"]);
    assert_eq!(labels(&answer), ["Rostock (Stadt)", "Graal-Müritz"]);
    assert!(
        answer
            .explanation
            .contains(&Explanation::PostcodeIncomplete)
    );
}

#[test]
fn postcodes_that_reach_outside_offer_the_other_state() {
    let answer = ask(&report(postcode("17337"), FRIDAY_AFTERNOON));
    assert_eq!(answer.status, Status::Ambiguous);
    assert_eq!(districts(&answer), ["13071", "13075"]);
    assert_eq!(kind(&answer), Some(FollowUpKind::ChoosePlace));
    assert_eq!(
        answer
            .question
            .as_ref()
            .unwrap()
            .options
            .last()
            .unwrap()
            .value,
        OUTSIDE_STATE
    );

    let answer = ask(&report(postcode("19273"), FRIDAY_AFTERNOON));
    assert_eq!(answer.status, Status::Ambiguous);
    assert_eq!(districts(&answer), ["13076"]);
    assert_eq!(kind(&answer), Some(FollowUpKind::WhichState));
    assert_eq!(
        labels(&answer),
        [
            "Mecklenburg-Vorpommern",
            "Amt Neuhaus und Bleckede (Niedersachsen)"
        ]
    );
}

#[test]
fn rostock_is_the_city_first_and_the_district_second() {
    let answer = ask(&report(named("Rostock"), FRIDAY_AFTERNOON));
    assert_eq!(answer.status, Status::Ambiguous);
    assert_eq!(districts(&answer), ["13003", "13072"]);
    assert_eq!(answer.candidates[0].certainty, Likelihood::Likely);
    assert_eq!(answer.candidates[1].certainty, Likelihood::Possible);
    assert_eq!(kind(&answer), Some(FollowUpKind::ChooseDistrict));
    assert_eq!(
        labels(&answer),
        ["Hanse- und Universitätsstadt Rostock", "Landkreis Rostock"]
    );
}

#[test]
fn neuenkirchen_has_three_bodies_and_four_options() {
    let answer = ask(&report(named("Neuenkirchen"), FRIDAY_AFTERNOON));
    assert_eq!(answer.status, Status::Ambiguous);
    assert_eq!(districts(&answer), ["13071", "13073", "13075"]);
    assert_eq!(labels(&answer).len(), 4);
}

#[test]
fn jarmen_changed_hands_on_the_fourth_of_september_2011() {
    let on = |at: &str| {
        let answer = ask(&report(named("Jarmen"), at));
        answer
            .districts
            .iter()
            .map(|area| area.key.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(on("2011-09-03 12:00"), ["13052"]);
    assert_eq!(on("2011-09-04 12:00"), ["13075"]);
}

#[test]
fn the_former_district_of_demmin_belongs_to_two_offices_today() {
    let old_key = PlaceQuery {
        old_key: Some("13052".parse().unwrap()),
        ..PlaceQuery::default()
    };
    for place in [named("Landkreis Demmin"), old_key] {
        let answer = ask(&report(place, FRIDAY_AFTERNOON));
        assert_eq!(answer.status, Status::Ambiguous);
        assert_eq!(districts(&answer), ["13071", "13075"]);
        assert_eq!(kind(&answer), Some(FollowUpKind::ChoosePlace));
        let labels = labels(&answer);
        assert!(labels.contains(&"Jarmen"));
        assert_eq!(
            *labels.last().unwrap(),
            "ein anderer Ort im früheren Landkreis Demmin"
        );
    }
}

#[test]
fn waren_on_friday_afternoon_is_told_who_answers_now_and_what_is_not_known() {
    let answer = ask(&report(named("Waren (Müritz)"), FRIDAY_AFTERNOON));
    let office = only(&answer);
    assert_eq!(districts(&answer), ["13071"]);
    assert_eq!(
        numbers(office),
        [
            HOTLINE,
            "0395 57087 5303",
            "0395 57087 2371",
            "0395 57087 8000"
        ]
    );
    assert!(starts_with_the_hotline(office));
    for regional in &office.numbers[1..3] {
        assert_eq!(regional.open_now.state, OpenState::Unknown);
        assert_eq!(said(regional), "Sprechzeiten nicht bekannt.");
        assert_eq!(
            regional.region.as_deref(),
            Some("Regionalteam Waren (Müritz)")
        );
    }
    let on_call = &office.numbers[3];
    assert_eq!(on_call.open_now.state, OpenState::Unknown);
    assert!(said(on_call).contains("außerhalb der Sprechzeiten"));
    assert_eq!(answer.question, None);
}

#[test]
fn the_postcode_of_waren_alone_gives_all_four_numbers_and_asks_for_the_region() {
    let answer = ask(&report(postcode("17192"), FRIDAY_AFTERNOON));
    let office = only(&answer);
    let all = numbers(office);
    assert_eq!(all[0], HOTLINE);
    // the region of a town the postcode delivers to comes first
    assert_eq!(all[1], "0395 57087 5303");
    for number in [
        "0395 57087 5300",
        "0395 57087 5301",
        "0395 57087 5302",
        "0395 57087 2371",
    ] {
        assert!(all.contains(&number), "{number}");
    }
    assert_eq!(kind(&answer), Some(FollowUpKind::ChooseSubRegion));
    assert_eq!(labels(&answer).len(), 4);
    assert!(
        answer
            .explanation
            .contains(&Explanation::RegionNotPublished)
    );
    assert!(
        office.numbers[1..]
            .iter()
            .all(|number| number.open_now.state == OpenState::Unknown)
    );
}

#[test]
fn on_friday_night_the_control_centre_comes_first() {
    for place in [named("Waren (Müritz)"), postcode("17192")] {
        let answer = ask(&report(place, FRIDAY_NIGHT));
        let office = only(&answer);
        assert_eq!(numbers(office)[..2], ["0395 57087 8000", "0395 57087 5303"]);
        assert!(office.numbers[0].open_now.is_open());
        assert!(
            office
                .numbers
                .iter()
                .all(|number| number.origin == NumberOrigin::Own)
        );
        let regional = &office.numbers[1].open_now;
        assert_eq!(
            (regional.state, regional.next_opening),
            (OpenState::Unknown, None)
        );
    }
}

#[test]
fn demmin_has_its_regional_number_and_stavenhagen_is_asked_for_the_region() {
    let demmin = ask(&report(named("Demmin"), FRIDAY_AFTERNOON));
    assert_eq!(numbers(only(&demmin))[1], "0395 57087 5301");
    assert_eq!(demmin.question, None);
    for place in [
        named("Stavenhagen"),
        named("Reuterstadt Stavenhagen"),
        postcode("17153"),
    ] {
        let answer = ask(&report(place, FRIDAY_AFTERNOON));
        let office = only(&answer);
        assert_eq!(kind(&answer), Some(FollowUpKind::ChooseSubRegion));
        let regional = |purpose: &&Number| purpose.phone.purpose == PhonePurpose::Reporting;
        let newest: Vec<_> = office
            .numbers
            .iter()
            .filter(regional)
            .filter(|number| number.phone.stated.date.as_deref() == Some("2023-12"))
            .collect();
        assert_eq!(newest.len(), 4);
    }
}

#[test]
fn whoever_chooses_the_region_gets_its_number() {
    let question = report(named("Stavenhagen"), FRIDAY_AFTERNOON);
    let answer = ask(&choosing(
        question,
        FollowUpKind::ChooseSubRegion,
        "13071-demmin",
    ));
    assert_eq!(
        numbers(only(&answer)),
        [HOTLINE, "0395 57087 5301", "0395 57087 8000"]
    );
    assert_eq!(answer.question, None);
}

#[test]
fn in_18181_the_choice_of_the_city_leads_to_its_transitional_info_point() {
    let question = report(postcode("18181"), FRIDAY_AFTERNOON);
    let answer = ask(&choosing(question, FollowUpKind::ChoosePlace, "13003000"));
    let office = only(&answer);
    assert_eq!(districts(&answer), ["13003"]);
    assert!(starts_with_the_hotline(office));
    let info_point = office
        .numbers
        .iter()
        .find(|n| n.phone.display == "0381 381-2547")
        .unwrap();
    assert_eq!(info_point.phone.purpose, PhonePurpose::InfoPoint);
    assert!(
        answer
            .explanation
            .contains(&Explanation::NoNumberKnown("Jugendamt Rostock".into()))
    );
}

#[test]
fn in_18181_the_choice_of_graal_mueritz_leads_to_the_hotline_the_district_itself_names() {
    let question = report(postcode("18181"), FRIDAY_AFTERNOON);
    let answer = ask(&choosing(question, FollowUpKind::ChoosePlace, "13072036"));
    let office = only(&answer);
    assert_eq!(districts(&answer), ["13072"]);
    assert_eq!(numbers(office), [HOTLINE]);
    assert_eq!(office.numbers[0].origin, NumberOrigin::Own);
    assert_eq!(office.numbers[0].phone.purpose, PhonePurpose::Reporting);
}

#[test]
fn in_jarmen_on_sunday_evening_112_is_an_emergency_call_and_not_the_line_of_the_office() {
    let answer = ask(&report(postcode("17126"), "2026-11-29 21:30"));
    let office = only(&answer);
    assert_eq!(districts(&answer), ["13075"]);
    assert_eq!(office.name, "Jugendamt Vorpommern-Greifswald");
    assert_eq!(numbers(office), [HOTLINE, "112"]);
    assert!(starts_with_the_hotline(office));
    assert_eq!(office.numbers[1].phone.purpose, PhonePurpose::Emergency);
    assert_eq!(office.numbers[1].origin, NumberOrigin::EmergencyCall);
    let no_number = Explanation::NoNumberKnown("Jugendamt Vorpommern-Greifswald".into());
    assert!(answer.explanation.contains(&no_number));
}

#[test]
fn the_emergency_call_answers_by_day_too_although_it_is_named_for_the_night() {
    for at in ["2026-11-24 10:00", "2026-11-29 21:30"] {
        let answer = ask(&report(postcode("17126"), at));
        let emergency = &only(&answer).numbers[1];
        assert_eq!(emergency.phone.display, "112");
        assert_eq!(emergency.open_now.state, OpenState::Open, "{at}");
        assert_eq!(emergency.open_now.reason, OpenReason::AlwaysOpen, "{at}");
    }
}

#[test]
fn in_schwerin_the_youth_emergency_service_comes_before_the_switchboard() {
    let answer = ask(&report(named("Schwerin"), FRIDAY_AFTERNOON));
    let office = only(&answer);
    assert_eq!(office.name, "Jugendamt Schwerin");
    assert_eq!(numbers(office), ["0385 7440363", "0385 545-0"]);
    assert_eq!(office.numbers[0].open_now.reason, OpenReason::AlwaysOpen);
    assert_eq!(office.numbers[1].phone.purpose, PhonePurpose::Switchboard);
    assert_eq!(office.numbers[1].open_now.state, OpenState::Unknown);
}

#[test]
fn offices_without_a_number_are_named_with_the_hotline() {
    for (place, name) in [
        ("Wismar", "Jugendamt Nordwestmecklenburg"),
        ("Grevesmühlen", "Jugendamt Nordwestmecklenburg"),
        ("Parchim", "Jugendamt Ludwigslust-Parchim"),
        ("Boizenburg", "Jugendamt Ludwigslust-Parchim"),
    ] {
        let answer = ask(&report(named(place), FRIDAY_AFTERNOON));
        let office = only(&answer);
        assert_eq!(office.name, name);
        assert_eq!(numbers(office), [HOTLINE]);
        assert!(starts_with_the_hotline(office));
    }
}

#[test]
fn every_municipality_of_the_state_has_exactly_one_youth_office_for_reports() {
    for municipality in crate::territory::data::tests::state().municipalities {
        let key = municipality.key;
        let place = PlaceQuery {
            municipality: Some(key.clone()),
            ..PlaceQuery::default()
        };
        let answer = ask(&report(place, FRIDAY_AFTERNOON));
        only(&answer);
        assert_eq!(districts(&answer), [key.district().as_str()]);
        assert!(answer.candidates[0].numbers[0].open_now.is_open(), "{key}");
    }
}

#[test]
fn elsewhere_and_nowhere_both_get_lines_that_stand_in() {
    let berlin = ask(&report(postcode("10115"), FRIDAY_AFTERNOON));
    assert_eq!(berlin.status, Status::OutsideState);
    assert_eq!(berlin.explanation, [Explanation::OtherState]);
    let names: Vec<_> = berlin
        .fallback
        .iter()
        .map(|line| line.name.as_str())
        .collect();
    assert_eq!(names, ["Kinder- und Jugendtelefon", "Notruf"]);

    let nowhere = ask(&report(postcode("00000"), FRIDAY_AFTERNOON));
    assert_eq!(nowhere.status, Status::UnknownPlace);
    assert_eq!(nowhere.fallback[0].name, "Kinderschutz-Hotline MV");
    assert!(nowhere.fallback[0].numbers[0].open_now.is_open());
    assert_eq!(nowhere.fallback.last().unwrap().name, "Notruf");
}
