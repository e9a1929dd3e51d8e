//! The invented district: never in an answer, a count or a proposal, unless somebody names it.

use domain::access::Tier;
use domain::directory::Filter;

use super::support::{all_hits, count, filtered, found, the_network, words};

#[test]
fn invented_services_are_in_no_answer_that_does_not_name_their_district() {
    for query in [
        filtered(Filter::default()),
        words("Jugendamt"),
        words("Beratung"),
        words("Kita"),
        filtered(Filter {
            kinds: vec!["daycare".parse().unwrap()],
            ..Filter::default()
        }),
    ] {
        let hits = all_hits(the_network(), Tier::Public, &query);
        assert!(
            hits.iter()
                .all(|hit| !hit.service.service.demo && !hit.service.organisation.demo)
        );
        let found = found(the_network(), &query);
        assert_eq!(found.total, u64::try_from(hits.len()).unwrap());
        assert_eq!(count(&found, "district", "99001"), 0);
    }
}

#[test]
fn whoever_names_the_invented_district_sees_it_and_nothing_else() {
    for filter in [
        Filter {
            district: Some("99001".to_owned()),
            ..Filter::default()
        },
        Filter {
            municipality: Some("99001002".to_owned()),
            ..Filter::default()
        },
        Filter {
            place: Some("Beispielkreis".to_owned()),
            ..Filter::default()
        },
        Filter {
            postcode: Some("99992".parse().unwrap()),
            ..Filter::default()
        },
        Filter {
            text: Some("Jugendamt Beispielstadt".to_owned()),
            ..Filter::default()
        },
    ] {
        let hits = all_hits(the_network(), Tier::Public, &filtered(filter.clone()));
        assert!(!hits.is_empty(), "{filter:?}");
        assert!(
            hits.iter().all(|hit| hit.service.service.demo),
            "{filter:?}"
        );
    }
}
