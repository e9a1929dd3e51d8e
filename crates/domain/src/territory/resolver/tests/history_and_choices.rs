//! Topics other than reports, choices, history, trust.

use super::super::{AnswerPart, Explanation};
use super::network::{day, organisation, service};
use super::*;
use crate::directory::{FieldClass, Verification, VerificationMethod, VerifiedBy};
use crate::ids::{ResponsibilityId, SourceId};
use crate::territory::{Area, BodyId, Coordinates, Likelihood, Responsibility, TimeWindow};

fn about(topic: Topic, place: PlaceQuery) -> Question {
    Question {
        topic,
        ..report(place, FRIDAY_AFTERNOON)
    }
}

#[test]
fn the_contact_point_answers_everywhere_and_both_areas_are_said() {
    let schwerin = ask(&about(Topic::ContactPoint, postcode("19055")));
    assert_eq!(only(&schwerin).name, "Kontaktstelle Kinderschutz");
    assert_eq!(only(&schwerin).certainty, Likelihood::Certain);
    let waren = ask(&about(Topic::ContactPoint, named("Waren (Müritz)")));
    assert_eq!(only(&waren).name, "Kontaktstelle Kinderschutz");
    assert_eq!(only(&waren).certainty, Likelihood::Likely);
    let differ = Explanation::AreasDiffer("Kontaktstelle Kinderschutz".into());
    assert!(waren.explanation.contains(&differ));
    assert!(!schwerin.explanation.contains(&differ));
}

#[test]
fn where_no_intervention_centre_is_known_the_lines_stand_in() {
    let neubrandenburg = ask(&about(Topic::DomesticViolence, named("Neubrandenburg")));
    assert_eq!(neubrandenburg.status, Status::Fallback);
    assert!(neubrandenburg.candidates.is_empty());
    assert_eq!(neubrandenburg.districts[0].key.as_str(), "13071");
    assert_eq!(
        neubrandenburg.fallback[0].name,
        "Hilfetelefon Gewalt gegen Frauen"
    );
    assert!(
        neubrandenburg
            .explanation
            .contains(&Explanation::NobodyKnown)
    );
    let stralsund = ask(&about(Topic::DomesticViolence, named("Stralsund")));
    assert_eq!(only(&stralsund).name, "Interventionsstelle Stralsund");
}

#[test]
fn one_body_may_serve_several_districts_and_then_a_split_postcode_is_no_question() {
    let answer = ask(&about(Topic::DomesticViolence, postcode("18107")));
    assert_eq!(only(&answer).name, "Interventionsstelle Rostock");
    assert_eq!(answer.districts.len(), 2);
    assert_eq!(answer.question, None);
}

#[test]
fn an_expert_of_better_rank_leads_and_the_office_is_listed_after_it() {
    let answer = ask(&about(Topic::ChildProtectionAdvice, named("Greifswald")));
    assert_eq!(answer.status, Status::Unique);
    let names: Vec<_> = answer
        .candidates
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["Fachkraft Kinderschutz", "Jugendamt Vorpommern-Greifswald"]
    );
}

#[test]
fn whoever_chooses_the_other_state_is_sent_there() {
    let question = report(postcode("19273"), FRIDAY_AFTERNOON);
    let away = choosing(question.clone(), FollowUpKind::WhichState, "outside_state");
    assert_eq!(ask(&away).status, Status::OutsideState);
    let here = ask(&choosing(question, FollowUpKind::WhichState, "13"));
    assert_eq!(districts(&here), ["13076"]);
    assert_eq!(here.status, Status::Unique);
}

#[test]
fn an_answer_that_was_never_offered_changes_nothing() {
    let question = report(postcode("18107"), FRIDAY_AFTERNOON);
    let before = ask(&question);
    for value in ["13074001", "99001001", "outside_state", "", "nonsense"] {
        let odd = choosing(question.clone(), FollowUpKind::ChoosePlace, value);
        assert_eq!(ask(&odd), before, "{value}");
    }
}

#[test]
fn an_answer_that_was_never_offered_is_told_with_what_may_be_answered() {
    let question = report(postcode("18107"), FRIDAY_AFTERNOON);
    for value in [
        "13074001",
        "99001001",
        "13074",
        "outside_state",
        "",
        "nonsense",
    ] {
        let odd = choosing(question.clone(), FollowUpKind::ChoosePlace, value);
        let told = check(&odd).unwrap_err();
        assert_eq!((told.at, told.part), (0, AnswerPart::Value), "{value}");
        assert_eq!(told.allowed, values(&ask(&question)), "{value}");
    }
    let mut odd = choosing(question.clone(), FollowUpKind::ChoosePlace, "13003000");
    odd.answers.push(GivenAnswer {
        question_id: "region".to_owned(),
        value: "13003000".to_owned(),
    });
    let told = check(&odd).unwrap_err();
    assert_eq!((told.at, told.part), (1, AnswerPart::QuestionId));
    assert_eq!(told.allowed, ["place", "district", "sub_region", "state"]);
    let part = choosing(question, FollowUpKind::ChooseSubRegion, "13071-demmin");
    let told = check(&part).unwrap_err();
    assert_eq!(
        told.allowed,
        Vec::<String>::new(),
        "nobody asked for a part"
    );
}

#[test]
fn every_option_of_every_question_may_be_answered() {
    let places = [
        "Landkreis Demmin",
        "Rostock",
        "Klink",
        "Stavenhagen",
        "Landkreis Rostock",
    ];
    let mut places: Vec<_> = places.into_iter().map(named).collect();
    places.extend(["18107", "19273", "17139", "18181"].map(postcode));
    let mut asked = 0;
    for at in [FRIDAY_AFTERNOON, "2011-09-03 12:00"] {
        for place in &places {
            let question = report(place.clone(), at);
            let Some(open) = ask(&question).question else {
                continue;
            };
            asked += 1;
            for option in open.options {
                let answered = choosing(question.clone(), open.kind, &option.value);
                assert_eq!(check(&answered), Ok(()), "{option:?}");
                for next in ask(&answered).question.into_iter().flat_map(|next| {
                    next.options.into_iter().map(move |option| GivenAnswer {
                        question_id: next.kind.id().to_owned(),
                        value: option.value,
                    })
                }) {
                    let mut twice = answered.clone();
                    twice.answers.push(next);
                    assert_eq!(check(&twice), Ok(()), "{twice:?}");
                }
            }
        }
    }
    assert!(asked > 5, "{asked}");
}

#[test]
fn the_district_of_rostock_can_be_chosen() {
    let question = report(named("Rostock"), FRIDAY_AFTERNOON);
    let answer = ask(&choosing(question, FollowUpKind::ChooseDistrict, "13072"));
    assert_eq!(districts(&answer), ["13072"]);
    assert_eq!(only(&answer).certainty, Likelihood::Certain);
}

#[test]
fn in_the_former_district_of_demmin_a_place_or_the_rest_can_be_chosen() {
    let question = report(named("Landkreis Demmin"), FRIDAY_AFTERNOON);
    let jarmen = ask(&choosing(
        question.clone(),
        FollowUpKind::ChoosePlace,
        "13075054",
    ));
    assert_eq!(districts(&jarmen), ["13075"]);
    only(&jarmen);
    let rest = ask(&choosing(question, FollowUpKind::ChoosePlace, "13071"));
    assert_eq!(districts(&rest), ["13071"]);
    assert_eq!(kind(&rest), Some(FollowUpKind::ChooseSubRegion));
}

#[test]
fn before_the_reform_a_place_of_unsettled_history_asks_for_the_district_of_then() {
    let question = report(named("Klink"), "2011-09-03 12:00");
    let answer = ask(&question);
    assert_eq!(answer.status, Status::Fallback);
    assert_eq!(kind(&answer), Some(FollowUpKind::ChooseDistrict));
    assert_eq!(
        labels(&answer),
        [
            "Landkreis Demmin",
            "Landkreis Mecklenburg-Strelitz",
            "Landkreis Müritz"
        ]
    );
    assert!(answer.explanation.contains(&Explanation::HistoryNotSettled));
    let chosen = ask(&choosing(question, FollowUpKind::ChooseDistrict, "13056"));
    assert_eq!(chosen.districts[0].full_name, "Landkreis Müritz");
    assert_eq!(chosen.question, None);
}

#[test]
fn a_responsibility_of_then_answers_for_a_day_of_then() {
    let mut network = TestNetwork::new();
    network.responsibilities.push(Responsibility {
        id: ResponsibilityId::from_uuid(uuid::Uuid::from_u128(1)),
        body: BodyId::Service(service("yo-mse-demmin")),
        on_behalf_of: Some(organisation("yo-mse")),
        topic: Topic::ChildProtectionReport,
        area: Area::of([crate::territory::Places::District("13052".parse().unwrap())]),
        valid_from: None,
        valid_to: Some(day("2011-09-03")),
        time_window: TimeWindow::OfficeHours,
        rank: 1,
        fallback: false,
        basis_note: None,
        source: Some(SourceId::from_uuid(uuid::Uuid::from_u128(2))),
        date: None,
        demo: false,
    });
    let then = network.resolve(&report(named("Jarmen"), "2011-09-03 12:00"));
    assert_eq!(
        only(&then).area.as_ref().unwrap().full_name,
        "Landkreis Demmin"
    );
    let perhaps = network.resolve(&report(named("Klink"), "2011-09-03 12:00"));
    assert_eq!(perhaps.status, Status::Ambiguous);
    assert_eq!(perhaps.candidates[0].certainty, Likelihood::Possible);
}

#[test]
fn a_point_gives_a_likely_answer() {
    let point = Some(Coordinates {
        lat: 53.52,
        lon: 12.68,
    });
    let answer = ask(&report(
        PlaceQuery {
            point,
            ..PlaceQuery::default()
        },
        FRIDAY_AFTERNOON,
    ));
    assert_eq!(districts(&answer), ["13071"]);
    assert_eq!(only(&answer).certainty, Likelihood::Likely);
    // near Waren, but the point does not say in which municipality
    assert_eq!(kind(&answer), Some(FollowUpKind::ChooseSubRegion));
}

#[test]
fn a_number_is_confirmed_as_long_as_its_confirmation_is_trusted() {
    let confirmed_on = |date| Verification {
        field_class: FieldClass::ReportingPhones,
        confirmed_on: day(date),
        by: VerifiedBy::Coordinator,
        method: VerificationMethod::Phone,
    };
    let waren = |verification| {
        let network = TestNetwork::new().confirmed("yo-mse-waren", &verification);
        let answer = network.resolve(&report(named("Waren (Müritz)"), FRIDAY_AFTERNOON));
        let number = answer.candidates[0].numbers[1].clone();
        (number.confirmed, number.trusted_until)
    };
    assert_eq!(
        waren(confirmed_on("2026-09-01")),
        (true, Some(day("2026-11-30")))
    );
    assert_eq!(
        waren(confirmed_on("2026-08-01")),
        (false, Some(day("2026-10-30")))
    );
    let never = ask(&report(named("Waren (Müritz)"), FRIDAY_AFTERNOON));
    assert!(
        never.candidates[0]
            .numbers
            .iter()
            .all(|number| !number.confirmed)
    );
}

#[test]
fn a_body_that_is_not_published_is_not_named() {
    let mut network = TestNetwork::new();
    let unpublished = BodyId::Service(service("nobody"));
    for responsibility in &mut network.responsibilities {
        if responsibility.body == BodyId::Service(service("yo-ludwigslust-parchim")) {
            responsibility.body = unpublished;
        }
    }
    let answer = network.resolve(&report(named("Parchim"), FRIDAY_AFTERNOON));
    assert_eq!(answer.status, Status::Fallback);
    assert_eq!(answer.fallback[0].name, "Kinderschutz-Hotline MV");
}

#[test]
fn every_sentence_has_a_german_and_an_english_form() {
    let answer = ask(&report(postcode("19273"), FRIDAY_AFTERNOON));
    for explanation in &answer.explanation {
        let (german, english) = (
            explanation.text(&Lang::german()),
            explanation.text(&Lang::english()),
        );
        assert!(!german.is_empty() && german != english);
    }
    let question = answer.question.unwrap();
    assert_eq!(
        question.text(&Lang::german()),
        "In welchem Bundesland ist das?"
    );
}
