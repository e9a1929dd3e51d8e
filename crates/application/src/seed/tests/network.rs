//! Promises about the real network.

use std::collections::BTreeSet;

use domain::directory::{AddressVisibility, CostKind, PhonePurpose, Taxonomy};
use domain::territory::DistrictKey;

use super::super::crosswalk::Crosswalk;
use super::super::files;
use super::super::format::OrganisationState;
use super::super::holes::{holes, report};
use super::{DATA, date_of, organisation, service, the_network};

#[test]
fn every_file_of_the_data_folders_is_compiled_in() {
    for (folder, embedded) in [
        ("network", files::NETWORK),
        ("taxonomies", files::TAXONOMIES),
    ] {
        let on_disk: BTreeSet<String> = std::fs::read_dir(format!("{DATA}/{folder}"))
            .unwrap()
            .map(|entry| format!("{folder}/{}", entry.unwrap().file_name().to_string_lossy()))
            .collect();
        let compiled: BTreeSet<String> = embedded.iter().map(|file| file.path.to_owned()).collect();
        assert_eq!(on_disk, compiled);
    }
}

#[test]
fn the_eight_youth_offices_are_there_each_in_its_district() {
    let network = the_network();
    let offices: Vec<_> = network
        .organisations()
        .filter(|(_, entry)| entry.kind.as_str() == "youth_office")
        .map(|(part, _)| part.file.district.clone().unwrap().to_string())
        .collect();
    assert_eq!(
        offices,
        [
            "13003", "13004", "13071", "13072", "13073", "13074", "13075", "13076"
        ]
    );
}

#[test]
fn a_house_that_lodges_people_tells_no_more_than_its_town() {
    let network = the_network();
    let mut seen = 0;
    for (_, entry) in network.organisations() {
        let lodges = entry.services.iter().any(|service| {
            service.kinds.iter().any(|kind| kind.as_str() == "shelter")
                || (entry.kind.as_str() == "on_call_service"
                    && service
                        .kinds
                        .iter()
                        .any(|kind| kind.as_str() == "emergency_care"))
        });
        // the on-call service of Nordwestmecklenburg is the provider's office, not the house
        if !lodges || entry.key == "kjnd-nwm" {
            continue;
        }
        for location in &entry.locations {
            seen += 1;
            assert_eq!(
                location.address_visibility,
                Some(AddressVisibility::MunicipalityOnly),
                "{}",
                entry.key
            );
            assert!(
                location.street.is_none() && location.postcode.is_none(),
                "{}",
                entry.key
            );
        }
    }
    assert_eq!(seen, 9);
}

#[test]
fn what_is_planned_doubtful_or_closed_is_not_active() {
    let network = the_network();
    let hidden: BTreeSet<&str> = network
        .organisations()
        .filter(|(_, entry)| entry.status != OrganisationState::Active)
        .map(|(_, entry)| entry.key.as_str())
        .collect();
    assert_eq!(
        hidden,
        BTreeSet::from([
            "dv-demmin",
            "mgh-anklam-ill",
            "mgh-roebel",
            "ps-crivitz-drk",
            "ps-sternberg-drk"
        ])
    );
}

#[test]
fn statements_that_differ_stand_newest_first() {
    let network = the_network();
    let descending = |dates: &[String], what: &str| {
        assert!(
            dates.windows(2).all(|pair| pair[0] >= pair[1]),
            "{what}: {dates:?}"
        );
    };
    for (_, entry) in network.organisations() {
        let dates: Vec<_> = entry
            .sources
            .iter()
            .map(|key| date_of(&network, Some(key), None))
            .collect();
        descending(&dates, &entry.key);
        for service in &entry.services {
            let phones: Vec<_> = service
                .phones
                .iter()
                .map(|phone| date_of(&network, phone.source.as_ref(), phone.date.as_ref()))
                .collect();
            let hours: Vec<_> = service
                .hours
                .iter()
                .map(|hours| date_of(&network, hours.source.as_ref(), hours.date.as_ref()))
                .collect();
            // the first number of the forensic clinic is an older statement about something else
            if service.key != "opferambulanz-rostock" {
                descending(&phones, &service.key);
            }
            descending(&hours, &service.key);
        }
    }
}

#[test]
fn the_contact_point_is_active_free_has_no_invented_hours_and_two_statements_of_its_area() {
    let network = the_network();
    assert_eq!(
        organisation(&network, "kontaktstelle-kinderschutz").status,
        OrganisationState::Active
    );
    let contact_point = service(&network, "kontaktstelle-kinderschutz");
    assert_eq!(contact_point.cost, Some(CostKind::Free));
    assert!(contact_point.hours.is_empty());
    let promise = contact_point.opening_commitment.as_ref().unwrap();
    assert_eq!(
        (promise.min_days_per_week, promise.min_minutes_per_day),
        (5, 240)
    );
    assert_eq!(contact_point.areas.len(), 2);
    assert!(contact_point.areas.iter().any(|area| area.statewide));
    assert!(contact_point.areas.iter().any(|area| {
        area.districts
            .iter()
            .map(DistrictKey::as_str)
            .eq(["13004", "13074", "13076"])
    }));
    assert_eq!(contact_point.funding_periods.len(), 1);
}

#[test]
fn waren_has_both_numbers_and_the_children_s_line_both_statements_of_its_hours() {
    let network = the_network();
    let numbers: Vec<_> = service(&network, "yo-mse-waren")
        .phones
        .iter()
        .map(|phone| phone.number.display.as_str())
        .collect();
    assert_eq!(numbers, ["0395 57087 5303", "0395 57087 2371"]);
    let children = service(&network, "hl-kinder-jugendtelefon");
    let mornings = children
        .hours
        .iter()
        .filter(|hours| hours.blocks.len() > 1)
        .count();
    assert_eq!((children.hours.len(), mornings), (3, 1));
    assert_eq!(service(&network, "hl-elterntelefon").hours.len(), 2);
}

#[test]
fn a_number_is_called_what_it_is() {
    let network = the_network();
    let purposes = |key: &str| {
        service(&network, key)
            .phones
            .iter()
            .map(|phone| phone.purpose)
            .collect::<Vec<_>>()
    };
    assert_eq!(purposes("yo-schwerin"), [PhonePurpose::Switchboard]);
    assert_eq!(
        purposes("yo-rostock-stadt"),
        [PhonePurpose::InfoPoint, PhonePurpose::Appointments]
    );
    assert_eq!(purposes("yo-vg-bereitschaft"), [PhonePurpose::Emergency]);
    assert_eq!(purposes("yo-mse-bereitschaft"), [PhonePurpose::OnCall]);
    for (_, entry) in network.organisations() {
        for phone in entry.services.iter().flat_map(|service| &service.phones) {
            let reporting = phone.purpose == PhonePurpose::Reporting;
            assert_eq!(
                reporting,
                phone
                    .label
                    .as_deref()
                    .is_some_and(|label| label.starts_with("Kinderschutz-Telefon"))
            );
        }
    }
}

#[test]
fn no_text_names_a_person() {
    let network = the_network();
    let ministers = ["drese", "schwesig"];
    for (_, entry) in network.organisations() {
        let texts = [
            Some(&entry.name),
            entry.description.as_ref(),
            entry.internal_note.as_ref(),
            entry.operator.as_ref(),
        ];
        for text in texts.into_iter().flatten() {
            let titled = text
                .split_whitespace()
                .any(|word| ["Herr", "Herrn", "Dr.", "Prof."].contains(&word));
            assert!(!titled && !text.contains("Frau "), "{}: {text}", entry.key);
        }
    }
    for url in network
        .sources
        .iter()
        .filter_map(|source| source.url.as_ref())
    {
        assert!(
            !ministers.iter().any(|name| url.as_str().contains(name)),
            "{url}"
        );
    }
}

#[test]
fn everyday_words_lead_to_terms() {
    let network = the_network();
    let leads_to = |phrase: &str, taxonomy: Taxonomy, key: &str| {
        let terms = network
            .taxonomies
            .iter()
            .filter(|file| file.taxonomy == taxonomy)
            .flat_map(|file| &file.terms);
        let found = terms.filter(|term| {
            term.plain_words
                .iter()
                .chain(&term.synonyms)
                .any(|word| word.to_lowercase() == phrase.to_lowercase())
        });
        assert!(
            found.into_iter().any(|term| term.key.as_str() == key),
            "{phrase} -> {key}"
        );
    };
    leads_to("papa haut", Taxonomy::Topic, "physical_abuse");
    leads_to(
        "mama ist krank im kopf",
        Taxonomy::Topic,
        "parent_mental_illness",
    );
    leads_to(
        "verletzung dokumentieren",
        Taxonomy::ServiceKind,
        "forensic_documentation",
    );
    leads_to("kita schutzkonzept", Taxonomy::Topic, "kita_protection");
    leads_to("InsoFa", Taxonomy::ServiceKind, "expert_consultation");
    leads_to(
        "insoweit erfahrene Fachkraft",
        Taxonomy::ServiceKind,
        "expert_consultation",
    );
    leads_to(
        "Opferambulanz",
        Taxonomy::ServiceKind,
        "forensic_documentation",
    );
    leads_to("nachts anrufen", Taxonomy::ServiceKind, "hotline");
}

#[test]
fn the_holes_are_named() {
    let network = the_network();
    let found = holes(&network);
    let has = |district: &str, subject: &str| {
        found.iter().any(|hole| {
            hole.district
                .as_ref()
                .is_some_and(|own| own.as_str() == district)
                && hole.subject == subject
        })
    };
    for district in [
        "13003", "13004", "13072", "13073", "13074", "13075", "13076",
    ] {
        assert!(
            has(district, "reporting number of the youth office"),
            "{district}"
        );
    }
    assert!(!has("13071", "reporting number of the youth office"));
    // Neubrandenburg has no centre in the register, and Anklam states no area
    assert!(has("13071", "intervention centre") && has("13075", "intervention centre"));
    assert!(!has("13004", "intervention centre"));
    // the state's coordination sits in Schwerin, but it is not Schwerin's network
    assert!(has("13004", "phone of the early-help network"));
    assert!(
        network
            .districts()
            .all(|district| has(district.as_str(), "office hours of the youth office"))
    );
    assert!(
        network
            .districts()
            .all(|district| !has(district.as_str(), "youth office"))
    );
    assert!(
        network
            .districts()
            .all(|district| !has(district.as_str(), "early-help network"))
    );
}

#[test]
fn the_committed_report_is_fresh() {
    let fresh = report(&the_network());
    let committed =
        std::fs::read_to_string(format!("{DATA}/../docs/seed-report.md")).unwrap_or_default();
    if committed != fresh {
        let written = format!("{DATA}/../target/seed-report.md");
        std::fs::write(&written, fresh).unwrap();
        panic!(
            "docs/seed-report.md is stale: copy target/seed-report.md over it and read what changed"
        );
    }
}

#[test]
fn other_is_used_only_where_nothing_fits() {
    let crosswalk = Crosswalk::read().unwrap();
    let network = the_network();
    for (taxonomy, term) in crosswalk.targets() {
        let known = network
            .taxonomies
            .iter()
            .filter(|file| file.taxonomy == taxonomy)
            .flat_map(|file| &file.terms);
        assert!(
            known.into_iter().any(|own| own.key == *term),
            "{term} is no term"
        );
    }
    let others: Vec<_> = network
        .organisations()
        .filter(|(_, entry)| entry.kind.as_str() == "other")
        .map(|(_, entry)| entry.key.as_str())
        .collect();
    assert_eq!(others, ["portal-familieninfo-mv"]);
}
