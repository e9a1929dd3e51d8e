//! The shipped network, asked through the shipped atlas: places, responsibilities and institutions
//! are kept in different files and must meet.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::directory::{OrganisationStatus, PhonePurpose, ServiceView};
use domain::territory::resolver::{
    Answer, Candidate, Network, NumberOrigin, Question, Status, resolve,
};
use domain::territory::{Bodies, BodyFacts, BodyId, PlaceQuery, Topic};

use super::super::convert::aggregates;
use super::super::read::read_demo;
use super::the_network;
use crate::territory::Atlas;

const HOTLINE: &str = "0800 14 14 007";

/// What the public may know of every service that is published.
fn bodies() -> Bodies {
    let now: DateTime<Utc> = "2026-11-20T12:00:00Z".parse().unwrap();
    let mut facts = Vec::new();
    for network in [the_network(), read_demo().unwrap().network] {
        let seed = aggregates(&network, now, &|_| None);
        let organisations: HashMap<_, _> = seed
            .organisations
            .into_iter()
            .map(|one| (one.id, Arc::new(one)))
            .collect();
        let locations: HashMap<_, _> = seed
            .locations
            .into_iter()
            .map(|one| (one.id, Arc::new(one)))
            .collect();
        for service in seed.services {
            let organisation = Arc::clone(&organisations[&service.organisation]);
            let published = service.is_published_on(now.date_naive())
                && organisation.status == OrganisationStatus::Active;
            let view = ServiceView::join(service, organisation, |id| locations.get(&id).cloned());
            facts.extend(published.then(|| BodyFacts::from(&view)));
        }
    }
    facts.into_iter().collect()
}

fn ask(topic: Topic, name: &str, at: &str) -> Answer {
    let atlas = Atlas::shipped(true).unwrap();
    let network = Network {
        gazetteer: atlas.gazetteer(),
        responsibilities: atlas.responsibilities(),
        bodies: &bodies(),
        school_holidays: atlas.school_holidays(),
    };
    let place = match name.parse() {
        Ok(postcode) => PlaceQuery {
            postcode: Some(postcode),
            ..PlaceQuery::default()
        },
        Err(_) => PlaceQuery {
            place_name: Some(name.to_owned()),
            ..PlaceQuery::default()
        },
    };
    resolve(
        &network,
        &Question {
            place,
            topic,
            at: at.parse().unwrap(),
            answers: Vec::new(),
        },
    )
}

/// Friday, 20 November 2026, 16:40.
fn report(name: &str) -> Answer {
    ask(Topic::ChildProtectionReport, name, "2026-11-20T15:40:00Z")
}

fn only(answer: &Answer) -> &Candidate {
    assert_eq!(answer.status, Status::Unique, "{answer:#?}");
    &answer.candidates[0]
}

fn digits(candidate: &Candidate) -> Vec<String> {
    let plain = |text: &str| text.replace([' ', '-'], "");
    candidate
        .numbers
        .iter()
        .map(|number| plain(&number.phone.display))
        .collect()
}

#[test]
fn every_responsibility_names_a_body_that_is_published() {
    let bodies = bodies();
    for responsibility in Atlas::shipped(true).unwrap().responsibilities() {
        let BodyId::Service(_) = responsibility.body else {
            panic!("a service is named")
        };
        assert!(
            bodies.get(responsibility.body).is_some(),
            "{responsibility:?}"
        );
    }
}

#[test]
fn waren_is_told_what_is_known_on_friday_afternoon_and_on_friday_night() {
    let answer = report("Waren (Müritz)");
    let office = only(&answer);
    assert_eq!(
        digits(office),
        [
            "08001414007",
            "0395570875303",
            "0395570872371",
            "0395570878000"
        ]
    );
    assert_eq!(office.numbers[0].origin, NumberOrigin::StandIn);
    assert!(office.numbers[0].open_now.is_open());
    assert!(
        office.numbers[1..]
            .iter()
            .all(|number| !number.open_now.is_open())
    );
    let night = ask(
        Topic::ChildProtectionReport,
        "17192",
        "2026-11-20T22:00:00Z",
    );
    assert_eq!(
        digits(only(&night))[..2],
        ["0395570878000", "0395570875303"]
    );
}

#[test]
fn the_other_offices_are_named_with_what_they_have() {
    for (place, first, origin) in [
        ("Rostock (Stadt)", HOTLINE, NumberOrigin::StandIn),
        ("Landkreis Rostock", HOTLINE, NumberOrigin::Own),
        ("Schwerin", "0385 7440363", NumberOrigin::Own),
        ("Stralsund", HOTLINE, NumberOrigin::StandIn),
        ("Wismar", HOTLINE, NumberOrigin::StandIn),
        ("Jarmen", HOTLINE, NumberOrigin::StandIn),
        ("Parchim", HOTLINE, NumberOrigin::StandIn),
    ] {
        let answer = report(place);
        let office = only(&answer);
        assert_eq!(office.numbers[0].phone.display, first, "{place}");
        assert_eq!(office.numbers[0].origin, origin, "{place}");
    }
    let jarmen = report("Jarmen");
    let emergency = only(&jarmen)
        .numbers
        .iter()
        .find(|one| one.phone.display == "112")
        .unwrap();
    assert_eq!(emergency.phone.purpose, PhonePurpose::Emergency);
}

#[test]
fn the_contact_point_is_found_from_19055_and_its_hours_are_not_invented() {
    let answer = ask(Topic::ContactPoint, "19055", "2026-11-20T10:00:00Z");
    let contact_point = only(&answer);
    assert!(
        contact_point
            .numbers
            .iter()
            .any(|number| number.phone.display == "0385 4791569")
    );
}

#[test]
fn the_two_offices_of_the_demo_share_a_postcode_that_does_not_exist() {
    let answer = report("99992");
    assert_eq!(answer.status, Status::Ambiguous);
    assert_eq!(answer.candidates.len(), 2);
    assert!(only(&report("99993")).name.contains("Beispiel"));
}
