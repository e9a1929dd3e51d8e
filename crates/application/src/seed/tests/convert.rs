//! Promises about the aggregates.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::directory::hours::{Channel, HolidayRule, OpenState, SchoolHolidays, Times};
use domain::directory::{Answer, CostKind, OrganisationStatus, Point, Service};

use super::super::convert::{Aggregates, aggregates, organisation_id, service_id};
use super::super::read::read_demo;
use super::the_network;

fn now() -> DateTime<Utc> {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

fn seeded() -> Aggregates {
    aggregates(&the_network(), now(), &|_| {
        Some(Point {
            lat: 53.6,
            lon: 11.4,
            accuracy_m: 5_000,
        })
    })
}

fn service<'a>(seed: &'a Aggregates, key: &str) -> &'a Service {
    seed.services
        .iter()
        .find(|service| service.id == service_id(key))
        .unwrap()
}

#[test]
fn ids_are_unique_and_the_same_on_every_reading() {
    let (one, two) = (seeded(), seeded());
    assert_eq!(one.organisations, two.organisations);
    assert_eq!(one.services, two.services);
    let services = one.services.iter();
    let phones: Vec<_> = services
        .clone()
        .flat_map(|service| &service.phones)
        .map(|phone| phone.id)
        .collect();
    let of_phones = services
        .clone()
        .flat_map(|service| &service.phones)
        .flat_map(|phone| &phone.schedules);
    let schedules: Vec<_> = services
        .clone()
        .flat_map(|service| &service.schedules)
        .chain(of_phones)
        .map(|stated| stated.value.id)
        .collect();
    let links: Vec<_> = services
        .flat_map(|service| &service.at)
        .map(|link| link.id)
        .collect();
    assert_eq!(phones.iter().collect::<BTreeSet<_>>().len(), phones.len());
    assert_eq!(
        schedules.iter().collect::<BTreeSet<_>>().len(),
        schedules.len()
    );
    assert_eq!(links.iter().collect::<BTreeSet<_>>().len(), links.len());
}

#[test]
fn every_reference_meets_an_aggregate() {
    let seed = seeded();
    let organisations: BTreeSet<_> = seed.organisations.iter().map(|entry| entry.id).collect();
    let locations: BTreeSet<_> = seed.locations.iter().map(|entry| entry.id).collect();
    let sources: BTreeSet<_> = seed.sources.iter().map(|entry| entry.id).collect();
    for service in &seed.services {
        assert!(organisations.contains(&service.organisation));
        assert!(
            service
                .at
                .iter()
                .all(|link| locations.contains(&link.location))
        );
        assert!(
            service
                .phones
                .iter()
                .all(|phone| sources.contains(&phone.stated.source.unwrap()))
        );
        assert!(service.areas.iter().all(|area| area.date.is_some()));
    }
    assert!(
        seed.organisations
            .iter()
            .filter_map(|entry| entry.parent)
            .all(|parent| organisations.contains(&parent))
    );
    assert!(
        seed.organisations
            .iter()
            .flat_map(|entry| &entry.provenance.sources)
            .all(|id| sources.contains(id))
    );
}

#[test]
fn nothing_unknown_is_filled_in() {
    let seed = seeded();
    let office = service(&seed, "yo-nordwestmecklenburg");
    assert_eq!(office.cost.kind, CostKind::Unknown);
    assert_eq!(office.anonymous, Answer::Unknown);
    assert!(office.schedules.is_empty() && office.phones.is_empty());
    assert!(!office.eligibility.age_known);
    assert!(
        seed.services
            .iter()
            .all(|service| service.verifications.is_empty())
    );
}

#[test]
fn a_house_that_must_not_be_found_has_no_point() {
    let seed = seeded();
    let shelter = seed
        .locations
        .iter()
        .find(|location| location.organisation == organisation_id("fh-schwerin"))
        .unwrap();
    assert_eq!(shelter.point, None);
    assert!(
        seed.locations
            .iter()
            .any(|location| location.point.is_some())
    );
}

#[test]
fn what_is_not_active_is_not_published() {
    let seed = seeded();
    let today = now().date_naive();
    for entry in seed
        .organisations
        .iter()
        .filter(|entry| entry.status != OrganisationStatus::Active)
    {
        let own = seed
            .services
            .iter()
            .filter(|service| service.organisation == entry.id);
        assert!(
            own.into_iter()
                .all(|service| !service.is_published_on(today)),
            "{}",
            entry.name
        );
    }
}

#[test]
fn helplines_work_on_holidays_and_an_out_of_hours_number_says_so_by_either_bell() {
    let seed = seeded();
    let children = &service(&seed, "hl-kinder-jugendtelefon").schedules;
    assert!(
        children
            .iter()
            .all(|stated| stated.value.public_holidays == Some(HolidayRule::AsUsual))
    );
    let duty = &service(&seed, "yo-mse-bereitschaft").phones[0].schedules;
    let channels: Vec<_> = duty.iter().map(|stated| stated.value.channel).collect();
    assert_eq!(channels, [Channel::Phone, Channel::OnCall]);
    assert!(
        duty.iter()
            .all(|stated| stated.value.times == Times::OutsideOfficeHours)
    );
}

#[test]
fn the_children_s_line_is_unknown_on_monday_morning_and_open_in_the_afternoon() {
    let seed = seeded();
    let organisation = seed
        .organisations
        .iter()
        .find(|entry| entry.id == organisation_id("hl-kinder-jugendtelefon"))
        .cloned()
        .map(std::sync::Arc::new)
        .unwrap();
    let line = service(&seed, "hl-kinder-jugendtelefon").clone();
    let view = domain::directory::ServiceView::join(line, organisation, |_| None);
    let state = |at: &str| {
        view.hours()
            .open_now(
                Channel::Phone,
                at.parse().unwrap(),
                &SchoolHolidays::default(),
            )
            .state
    };
    assert_eq!(state("2026-11-30T09:30:00Z"), OpenState::Unknown);
    assert_eq!(state("2026-11-30T14:00:00Z"), OpenState::Open);
    assert_eq!(state("2026-11-29T20:30:00Z"), OpenState::Closed);
}

#[test]
fn the_demo_is_marked_everywhere() {
    let demo = aggregates(&read_demo().unwrap().network, now(), &|_| None);
    assert!(demo.organisations.iter().all(|entry| entry.demo));
    assert!(demo.services.iter().all(|entry| entry.demo));
    assert!(demo.locations.iter().all(|entry| entry.demo));
    assert!(!seeded().organisations.iter().any(|entry| entry.demo));
}
