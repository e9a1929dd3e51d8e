//! The seed against the research register that lies beside the repository; `scripts/test.sh` leaves
//! these tests out where it does not.

use std::collections::{BTreeMap, BTreeSet};

use domain::directory::{Answer, CostKind, Taxonomy, TermKey};
use domain::text::PhoneNumber;

use super::super::crosswalk::{Crosswalk, not_seeded};
use super::super::format::ServiceEntry;
use super::super::read::Network;
use super::the_network;

type Row = BTreeMap<String, String>;

fn register() -> Vec<Row> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/mv_institutions.csv"
    );
    let mut reader = csv::Reader::from_path(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    reader.deserialize().map(Result::unwrap).collect()
}

fn by_key(network: &Network) -> BTreeMap<&str, &ServiceEntry> {
    let services = network
        .organisations()
        .flat_map(|(_, entry)| &entry.services);
    services
        .map(|service| (service.key.as_str(), service))
        .collect()
}

fn words(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';')
        .map(str::trim)
        .filter(|word| !word.is_empty())
}

#[test]
fn every_row_is_seeded_under_its_slug_or_listed_with_a_reason() {
    let rows = register();
    let network = the_network();
    let services = by_key(&network);
    let left_out = not_seeded().unwrap();
    assert!(left_out.iter().all(|row| !row.reason.is_empty()));
    let left_out: BTreeSet<&str> = left_out.iter().map(|row| row.slug.as_str()).collect();
    for row in &rows {
        let slug = row["id"].as_str();
        assert_ne!(
            services.contains_key(slug),
            left_out.contains(slug),
            "{slug}"
        );
    }
    assert_eq!(services.len() + left_out.len(), rows.len());
}

#[test]
fn every_word_of_the_register_is_in_the_table_and_every_term_of_a_row_is_in_its_entry() {
    let rows = register();
    let network = the_network();
    let services = by_key(&network);
    let crosswalk = Crosswalk::read().unwrap();
    for row in &rows {
        let slug = row["id"].as_str();
        for (column, field) in [
            ("kind", "kind"),
            ("topics", "topic"),
            ("target_groups", "target_group"),
        ] {
            for word in words(&row[column]) {
                let terms = crosswalk.terms(field, word, slug);
                let terms = terms.unwrap_or_else(|| {
                    panic!("{field} {word:?} of {slug} is not in data/crosswalk/institutions.csv")
                });
                let Some(entry) = services.get(slug) else {
                    continue;
                };
                for (taxonomy, term) in terms {
                    assert!(
                        holds(&network, entry, *taxonomy, term),
                        "{slug}: {word:?} -> {term}"
                    );
                }
            }
        }
    }
}

fn holds(network: &Network, service: &ServiceEntry, taxonomy: Taxonomy, term: &TermKey) -> bool {
    let among = |terms: &[TermKey]| terms.contains(term);
    match taxonomy {
        Taxonomy::ServiceKind => among(&service.kinds),
        Taxonomy::Topic => among(&service.topics),
        Taxonomy::TargetGroup => among(&service.target_groups),
        Taxonomy::OrganisationKind => network.organisations().any(|(_, entry)| {
            entry.kind == *term && entry.services.iter().any(|own| own.key == service.key)
        }),
        Taxonomy::Need | Taxonomy::Sector | Taxonomy::Goal => false,
    }
}

#[test]
fn what_the_register_leaves_empty_stays_unknown_and_what_it_states_is_kept() {
    let rows = register();
    let network = the_network();
    let services = by_key(&network);
    for row in &rows {
        let slug = row["id"].as_str();
        let Some(service) = services.get(slug) else {
            continue;
        };
        let free = (row["free_of_charge"] == "yes").then_some(CostKind::Free);
        assert_eq!(service.cost, free, "{slug}");
        let anonymous = (row["anonymous_possible"] == "yes").then_some(Answer::Yes);
        assert_eq!(service.anonymous, anonymous, "{slug}");
        assert_eq!(
            service.areas.is_empty(),
            row["serves_ags5"].is_empty(),
            "{slug}"
        );
        if row["hours_text"].is_empty() && slug != "yo-lk-rostock" {
            assert!(service.hours.is_empty(), "{slug}");
        }
        let stated: BTreeSet<PhoneNumber> = words(&row["phone"])
            .map(|number| number.parse().unwrap())
            .collect();
        let seeded: BTreeSet<PhoneNumber> = service
            .phones
            .iter()
            .map(|phone| phone.number.number.clone())
            .collect();
        assert!(seeded.is_superset(&stated), "{slug}: {stated:?} {seeded:?}");
        // the numbers that a note adds as conflicting
        let from_notes = ["yo-mse-waren", "fh-stralsund"];
        assert!(
            seeded == stated || from_notes.contains(&slug),
            "{slug}: {seeded:?}"
        );
    }
}
