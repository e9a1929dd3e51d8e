//! The golden questions: what people type, and what must be among the first three answers.

use domain::directory::Hit;
use serde::Deserialize;

use super::support::{found, key, the_network, words};

#[derive(Debug, Deserialize)]
struct Golden {
    question: Vec<Question>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    /// What is typed.
    text: String,
    /// Each must hold for one of the first three: `kind:`, `topic:`, `key:`, `name:`, `in:` (its
    /// municipality or district key begins so).
    #[serde(default)]
    first: Vec<String>,
    /// None may hold for one of the first three.
    #[serde(default)]
    never: Vec<String>,
    /// Whether danger is told.
    #[serde(default)]
    urgent: bool,
    /// Whether the question had to be widened.
    #[serde(default)]
    widened: bool,
}

fn holds(hit: &Hit, condition: &str) -> bool {
    let (what, value) = condition.split_once(':').unwrap();
    let service = &hit.service.service;
    let organisation = &hit.service.organisation;
    match what {
        "kind" => {
            service.kinds.iter().any(|kind| kind.as_str() == value)
                || organisation.kind.as_str() == value
        }
        "topic" => service.topics.iter().any(|topic| topic.as_str() == value),
        "key" => key(service) == value,
        "name" => service.name.contains(value) || organisation.name.contains(value),
        "in" => {
            let addresses = hit
                .service
                .places()
                .flat_map(|place| &place.location.addresses);
            let mut keys = addresses.filter_map(|address| address.municipality.as_deref());
            keys.any(|key| key.starts_with(value))
                || organisation
                    .district
                    .as_deref()
                    .is_some_and(|key| key.starts_with(value))
        }
        other => panic!("no such condition: {other}"),
    }
}

#[test]
fn every_golden_question_finds_what_it_means_among_the_first_three() {
    let golden: Golden = toml::from_str(include_str!("golden.toml")).unwrap();
    assert!(
        golden.question.len() >= 60,
        "{} questions",
        golden.question.len()
    );
    let mut missed = Vec::new();
    for question in &golden.question {
        let found = found(the_network(), &words(&question.text));
        let first = &found.hits[..found.hits.len().min(3)];
        for condition in &question.never {
            if first.iter().any(|hit| holds(hit, condition)) {
                missed.push(format!("{:?} must not find {condition}", question.text));
            }
        }
        for condition in &question.first {
            if !first.iter().any(|hit| holds(hit, condition)) {
                let got: Vec<_> = first
                    .iter()
                    .map(|hit| (key(&hit.service.service), hit.score))
                    .collect();
                missed.push(format!(
                    "{:?} wants {condition}, total {}, got {got:?}",
                    question.text, found.total
                ));
            }
        }
        if found.urgent != question.urgent {
            missed.push(format!("{:?} urgent: {}", question.text, found.urgent));
        }
        if found.widened_to.is_some() != question.widened {
            missed.push(format!(
                "{:?} widened to {:?}",
                question.text, found.widened_to
            ));
        }
    }
    assert!(
        missed.is_empty(),
        "{} missed:\n{}",
        missed.len(),
        missed.join("\n")
    );
}

#[test]
fn every_spelling_of_a_town_finds_the_same() {
    let total = |text: &str| found(the_network(), &words(text)).total;
    for spelling in ["Guestrow", "gustrow", "GÜSTROW"] {
        assert_eq!(total(spelling), total("Güstrow"), "{spelling}");
    }
}

#[test]
fn a_typing_error_is_put_right_in_a_proposal() {
    let proposal = |text: &str| found(the_network(), &words(text)).did_you_mean;
    assert_eq!(
        proposal("Famlienhebamme").as_deref(),
        Some("Familienhebamme")
    );
    assert_eq!(
        proposal("kinderschuzt").unwrap().to_lowercase(),
        "kinderschutz"
    );
    assert_eq!(proposal("Hebamme"), None);
}
