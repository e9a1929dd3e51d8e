//! Filters, facets, order and pages.

use std::collections::HashSet;

use domain::access::Tier;
use domain::directory::{
    Accessibility, AccessibilityFeature, Answer, Capacity, CapacityStatus, CostKind, Eligibility,
    Filter, Language, LanguageMode, Near, Order, SearchQuery, Serves, Service,
};

use super::support::{
    all_hits, count, directory_of, filtered, found, key, now, only, the_network, words,
};

fn keys(hits: &[domain::directory::Hit]) -> Vec<&str> {
    hits.iter().map(|hit| key(&hit.service.service)).collect()
}

/// The network reduced to these services, each changed.
async fn with(
    keys: &[&str],
    mut change: impl FnMut(&mut Service),
) -> (
    persistence::testing::Fresh,
    std::sync::Arc<schutznetz_search::Directory>,
) {
    let mut rows = only(|service| keys.contains(&key(service)));
    assert_eq!(rows.services.len(), keys.len());
    rows.services.iter_mut().for_each(&mut change);
    directory_of(&rows).await
}

const THREE: [&str; 3] = ["sucht-mse-waren", "sucht-mse-demmin", "sucht-mse-malchow"];

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_cost_is_kept_behind_what_is_free_and_a_known_price_is_not() {
    let (_store, directory) = with(&THREE, |service| {
        service.cost.kind = match key(service) {
            "sucht-mse-waren" => CostKind::Free,
            "sucht-mse-demmin" => CostKind::Unknown,
            _ => CostKind::Paid,
        };
    })
    .await;
    let free = Filter {
        cost: vec![CostKind::Free],
        ..Filter::default()
    };
    let found = found(&directory, &filtered(free));
    assert_eq!(keys(&found.hits), ["sucht-mse-waren", "sucht-mse-demmin"]);
    assert_eq!(found.total, 2);
    assert_eq!(count(&found, "cost", "unknown"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_age_finds_who_is_meant_and_whoever_does_not_say() {
    let (_store, directory) = with(&THREE, |service| {
        service.eligibility = match key(service) {
            // an absent bound is open, it drops nobody
            "sucht-mse-waren" => Eligibility {
                age_known: true,
                age_to_months: Some(36),
                ..Eligibility::default()
            },
            "sucht-mse-demmin" => Eligibility::default(),
            _ => Eligibility {
                age_known: true,
                age_from_months: Some(216),
                ..Eligibility::default()
            },
        };
    })
    .await;
    let of = |months| {
        let filter = Filter {
            age_months: Some(months),
            ..Filter::default()
        };
        found(&directory, &filtered(filter))
    };
    assert_eq!(keys(&of(35).hits), ["sucht-mse-waren", "sucht-mse-demmin"]);
    assert_eq!(keys(&of(37).hits), ["sucht-mse-demmin"]);
    assert_eq!(
        keys(&of(300).hits),
        ["sucht-mse-malchow", "sucht-mse-demmin"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn languages_anonymity_and_room_are_asked_alike() {
    let (_store, directory) = with(&THREE, |service| match key(service) {
        "sucht-mse-waren" => {
            service.languages = vec![Language {
                code: "uk".parse().unwrap(),
                modes: vec![LanguageMode::Spoken],
                note: None,
            }];
            service.anonymous = Answer::Yes;
            service.capacity = Some(room(CapacityStatus::Accepting, "2026-11-10"));
        }
        "sucht-mse-demmin" => {
            // stated too long ago to count
            service.capacity = Some(room(CapacityStatus::Full, "2026-10-01"));
        }
        _ => {
            service.languages = vec![Language {
                code: "de".parse().unwrap(),
                modes: vec![LanguageMode::Spoken],
                note: None,
            }];
            service.anonymous = Answer::No;
            service.capacity = Some(room(CapacityStatus::Full, "2026-11-10"));
        }
    })
    .await;
    let expected = ["sucht-mse-waren", "sucht-mse-demmin"];
    for filter in [
        Filter {
            languages: vec!["uk".parse().unwrap()],
            ..Filter::default()
        },
        Filter {
            anonymous: true,
            ..Filter::default()
        },
        Filter {
            accepting: true,
            ..Filter::default()
        },
    ] {
        assert_eq!(
            keys(&found(&directory, &filtered(filter.clone())).hits),
            expected,
            "{filter:?}"
        );
    }
    assert_eq!(
        keys(&found(&directory, &words("ukrainisch sprechen")).hits),
        expected
    );
    assert_eq!(keys(&found(&directory, &words("anonym")).hits), expected);
    let all = found(&directory, &filtered(Filter::default()));
    assert_eq!(
        (
            count(&all, "language", "uk"),
            count(&all, "language", "unknown")
        ),
        (1, 1)
    );
    assert_eq!(
        (
            count(&all, "anonymous", "no"),
            count(&all, "anonymous", "unknown")
        ),
        (1, 1)
    );
}

fn room(status: CapacityStatus, as_of: &str) -> Capacity {
    Capacity {
        status,
        waiting_time_days: None,
        as_of: as_of.parse().unwrap(),
        note: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_known_step_excludes_and_an_unknown_entrance_does_not() {
    let mut rows = only(|service| THREE.contains(&key(service)));
    for (at, value) in [(0, Answer::Yes), (1, Answer::No)] {
        rows.locations[at].accessibility = vec![Accessibility {
            feature: AccessibilityFeature::StepFreeEntrance,
            value,
            note: None,
        }];
    }
    let (_store, directory) = directory_of(&rows).await;
    let accessible = Filter {
        accessible: true,
        ..Filter::default()
    };
    let found = found(&directory, &filtered(accessible));
    assert_eq!(found.total, 2);
    let first = found.hits[0].service.place(0).unwrap().location;
    assert_eq!(first.id, rows.locations[0].id);
}

#[test]
fn a_filter_and_its_facet_count_alike() {
    let all = found(the_network(), &filtered(Filter::default()));
    for (field, values) in [("kind", 6), ("topic", 6), ("sector", 3)] {
        let facet = all
            .facets
            .iter()
            .find(|facet| facet.field == field)
            .unwrap();
        let known = facet.counts.iter().filter(|one| one.value != "unknown");
        for one in known.take(values) {
            let term = vec![one.value.parse().unwrap()];
            let filter = match field {
                "kind" => Filter {
                    kinds: term,
                    ..Filter::default()
                },
                "topic" => Filter {
                    topics: term,
                    ..Filter::default()
                },
                _ => Filter {
                    sectors: term,
                    ..Filter::default()
                },
            };
            let total = found(the_network(), &filtered(filter)).total;
            assert_eq!(total, one.count, "{field} {}", one.value);
        }
    }
}

#[test]
fn a_district_finds_what_serves_it_the_state_and_what_does_not_say() {
    let all = found(the_network(), &filtered(Filter::default()));
    let district = Filter {
        district: Some("13071".to_owned()),
        ..Filter::default()
    };
    let found = found(the_network(), &filtered(district));
    let named = count(&all, "district", "13071");
    assert!(named > 10);
    assert!(found.total >= named);
    assert!(
        found.total
            <= named + count(&all, "district", "statewide") + count(&all, "district", "unknown")
    );
    assert!(found.hits.iter().all(|hit| hit.serves.is_some()));
    assert_eq!(found.hits[0].serves, Some(Serves::Yes));
}

#[test]
fn near_holds_only_what_lies_in_the_circle_and_tells_the_distance() {
    let near = Filter {
        near: Some(Near {
            lat: 53.6288,
            lon: 11.4148,
            radius_m: 10_000,
        }),
        ..Filter::default()
    };
    let query = SearchQuery {
        order: Order::Distance,
        ..filtered(near)
    };
    let hits = all_hits(the_network(), Tier::Public, &query);
    assert!(hits.len() > 5);
    let distances: Vec<f64> = hits.iter().map(|hit| hit.distance_m.unwrap()).collect();
    assert!(distances.iter().all(|metres| *metres <= 10_000.0));
    assert!(distances.is_sorted());
}

#[test]
fn open_now_holds_nothing_that_is_known_to_be_closed() {
    let open = Filter {
        open_at: Some(now()),
        ..Filter::default()
    };
    let hits = all_hits(the_network(), Tier::Public, &filtered(open));
    let hotline = "kinderschutz-hotline-mv";
    assert!(keys(&hits).contains(&hotline));
    // open around the clock comes before whoever does not say
    let at = keys(&hits).iter().position(|key| *key == hotline).unwrap();
    assert!(at < 30, "{at}");
}

#[test]
fn names_come_in_the_order_of_the_alphabet() {
    let query = SearchQuery {
        order: Order::Name,
        ..filtered(Filter::default())
    };
    let hits = all_hits(the_network(), Tier::Public, &query);
    let first = |at: usize| {
        hits[at]
            .service
            .service
            .name
            .to_lowercase()
            .chars()
            .next()
            .unwrap()
    };
    assert!(first(0) <= first(hits.len() - 1));
    assert!(
        hits.iter()
            .position(|hit| hit.service.service.name.starts_with("Ä"))
            .is_none_or(|at| at < hits.len() / 2)
    );
}

#[test]
fn every_hit_is_on_exactly_one_page() {
    for order in [Order::Relevance, Order::Name, Order::Distance] {
        for filter in [
            Filter::default(),
            Filter {
                text: Some("Beratung".to_owned()),
                ..Filter::default()
            },
            Filter {
                place: Some("Rostock".to_owned()),
                ..Filter::default()
            },
        ] {
            let query = SearchQuery {
                filter,
                order,
                offset: 0,
                limit: 7,
                facets: false,
            };
            let hits = all_hits(the_network(), Tier::Public, &query);
            let distinct: HashSet<_> = hits.iter().map(|hit| hit.service.service.id).collect();
            assert_eq!(distinct.len(), hits.len());
            assert_eq!(
                found(the_network(), &query).total,
                u64::try_from(hits.len()).unwrap()
            );
        }
    }
}

#[test]
fn nobody_goes_empty_handed() {
    for text in ["xyzzyqwert", "Hebamme xyzzyqwert", "xyzzyqwert Wismar"] {
        let found = found(the_network(), &words(text));
        assert!(found.total > 0, "{text}");
        assert!(found.widened_to.is_some(), "{text}");
    }
    let elsewhere = Filter {
        postcode: Some("10115".parse().unwrap()),
        ..Filter::default()
    };
    let found = found(the_network(), &filtered(elsewhere));
    assert!(found.total > 0);
    assert!(found.widened_to.is_some());
}

#[test]
fn a_bare_filter_that_fits_nothing_says_so() {
    let none = Filter {
        kinds: vec!["no_such_kind".parse().unwrap()],
        ..Filter::default()
    };
    let found = found(the_network(), &filtered(none));
    assert_eq!((found.total, found.widened_to), (0, None));
}

#[test]
fn a_hit_says_why_it_was_found() {
    use domain::directory::ReasonKind;
    let kinds = |text: &str| -> HashSet<String> {
        let found = found(the_network(), &words(text));
        let reasons = found.hits.iter().flat_map(|hit| &hit.reasons);
        reasons.map(|reason| format!("{:?}", reason.kind)).collect()
    };
    for (text, kind) in [
        ("Jugendamt", ReasonKind::Exact),
        ("Frauenhäuser", ReasonKind::Stem),
        ("Ambulanz", ReasonKind::CompoundPart),
        ("InsoFa", ReasonKind::Synonym),
        ("papa haut", ReasonKind::Concept),
        ("Elterntelephon", ReasonKind::Typo),
        ("Beratung Wismar", ReasonKind::Area),
        ("Beratung Wismar", ReasonKind::Place),
        ("haeusliche", ReasonKind::Folded),
    ] {
        assert!(
            kinds(text).contains(&format!("{kind:?}")),
            "{text}: {:?}",
            kinds(text)
        );
    }
}
