//! The invented district: it works like a real one and never mixes with one.

use super::super::Explanation;
use super::network::{organisation, service};
use super::*;
use crate::territory::BodyId;

#[test]
fn the_split_postcode_of_the_demo_asks_which_place_is_meant() {
    let question = report(postcode("99992"), FRIDAY_AFTERNOON);
    let answer = ask(&question);
    assert_eq!(answer.status, Status::Ambiguous);
    assert_eq!(labels(&answer), ["Beispielstadt", "Musterdorf"]);
    let names: Vec<_> = answer
        .candidates
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["Jugendamt Beispielkreis", "Jugendamt Musterland (Beispiel)"]
    );
    assert!(answer.explanation.contains(&Explanation::Invented));
    let chosen = ask(&choosing(question, FollowUpKind::ChoosePlace, "99001002"));
    assert_eq!(only(&chosen).name, "Jugendamt Musterland (Beispiel)");
}

#[test]
fn the_invented_district_as_a_whole_asks_for_the_place() {
    let answer = ask(&report(named("Beispielkreis"), FRIDAY_AFTERNOON));
    assert_eq!(answer.status, Status::Ambiguous);
    assert_eq!(kind(&answer), Some(FollowUpKind::ChoosePlace));
    assert_eq!(labels(&answer), ["Beispielstadt", "Musterdorf"]);
    assert_eq!(answer.candidates.len(), 2);
}

#[test]
fn who_tries_the_demo_sees_the_real_lines_in_case_it_is_no_trial() {
    let answer = ask(&report(postcode("99993"), FRIDAY_NIGHT));
    assert!(starts_with_the_hotline(only(&answer)));
    assert_eq!(answer.fallback[0].name, "Kinderschutz-Hotline MV");
}

#[test]
fn no_real_place_is_answered_by_an_invented_body_and_no_invented_one_by_a_real_body() {
    let invented = [
        "beispiel-jugendamt-beispielkreis",
        "beispiel-jugendamt-musterland",
        "beispiel-kontaktstelle",
    ];
    let is_invented = |part: &BodyId| {
        invented
            .iter()
            .any(|key| *part == BodyId::Service(service(key)))
    };
    for topic in Topic::ALL {
        for municipality in crate::territory::data::tests::state()
            .municipalities
            .iter()
            .step_by(7)
        {
            let key = Some(municipality.key.clone());
            let place = PlaceQuery {
                municipality: key,
                ..PlaceQuery::default()
            };
            let answer = ask(&Question {
                topic,
                ..report(place, FRIDAY_AFTERNOON)
            });
            assert!(
                !answer
                    .candidates
                    .iter()
                    .flat_map(|one| &one.parts)
                    .any(is_invented)
            );
        }
        let answer = ask(&Question {
            topic,
            ..report(named("Musterdorf"), FRIDAY_AFTERNOON)
        });
        assert!(
            answer
                .candidates
                .iter()
                .flat_map(|one| &one.parts)
                .all(is_invented)
        );
    }
}

#[test]
fn an_area_of_the_whole_state_does_not_reach_into_the_invented_district() {
    let mut network = TestNetwork::new();
    for responsibility in &mut network.responsibilities {
        responsibility.demo = true;
    }
    let question = Question {
        topic: Topic::ContactPoint,
        ..report(named("Musterdorf"), FRIDAY_AFTERNOON)
    };
    let answer = network.resolve(&question);
    let organisations: Vec<_> = answer
        .candidates
        .iter()
        .map(|one| one.organisation)
        .collect();
    assert_eq!(organisations, [organisation("beispiel-c")]);
}
