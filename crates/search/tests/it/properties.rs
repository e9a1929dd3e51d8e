//! Whatever is asked: no panic, and every answer keeps its promises.

use domain::access::Tier;
use domain::directory::{Answer, CostKind, Filter, Near, Order, SearchQuery, Serves};
use domain::ports::ReadModel;
use proptest::prelude::*;

use super::support::{all_hits, now, the_network};

fn text() -> impl Strategy<Value = Option<String>> {
    let typed = prop_oneof![
        any::<String>(),
        "[a-zäöüß]{1,12}( [A-Za-zäöüß0-9-]{1,12}){0,5}",
        prop::sample::select(vec![
            "Beratung",
            "Hebamme Wismar",
            "papa haut",
            "jetzt offen",
            "19055",
            "kostet nichts",
            "Rostock",
            "Waren",
            "jugendamt",
            "ukrainisch sprechen",
            "-",
            "/",
            "  ",
            "\u{0}",
            "ﬁ ﷺ 𝔉𝔯𝔞𝔨𝔱𝔲𝔯",
        ])
        .prop_map(str::to_owned),
    ];
    prop::option::of(typed)
}

fn filter() -> impl Strategy<Value = Filter> {
    let places = (
        prop::option::of(prop::sample::select(vec![
            "Schwerin", "Rostock", "nirgends", "17192", "",
        ])),
        prop::option::of(prop::sample::select(vec![
            "13071", "13004", "13052", "99999", "x",
        ])),
        prop::option::of(prop::sample::select(vec!["13071156", "13003000", "1"])),
    );
    let kinds = prop::collection::vec(
        prop::sample::select(vec!["counselling", "hotline", "none"]),
        0..2,
    );
    let costs = prop::collection::vec(
        prop::sample::select(vec![CostKind::Free, CostKind::Paid]),
        0..2,
    );
    let near = prop::option::of((53.0..54.7, 10.5..14.5, 1_u32..200_000));
    let rest = (
        prop::option::of(0_u16..400),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
    );
    (text(), places, kinds, costs, near, rest).prop_map(
        |(text, (place, district, municipality), kinds, cost, near, rest)| {
            let (age_months, anonymous, accessible, open) = rest;
            Filter {
                text,
                place: place.map(str::to_owned),
                district: district.map(str::to_owned),
                municipality: municipality.map(str::to_owned),
                kinds: kinds.into_iter().map(|key| key.parse().unwrap()).collect(),
                cost,
                near: near.map(|(lat, lon, radius_m)| Near { lat, lon, radius_m }),
                age_months,
                anonymous,
                accessible,
                open_at: open.then(now),
                ..Filter::default()
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_hit_keeps_what_the_filter_asks(filter in filter(), order in 0..3) {
        let order = [Order::Relevance, Order::Name, Order::Distance][usize::try_from(order).unwrap()];
        let query = SearchQuery { filter: filter.clone(), order, offset: 0, limit: 50, facets: true };
        let found = the_network().search(Tier::Public, &query, now());
        prop_assert!(found.hits.len() <= 50);
        prop_assert!(u64::try_from(found.hits.len()).unwrap() == found.total.min(50));
        for facet in &found.facets {
            prop_assert!(facet.counts.iter().all(|one| one.count <= found.total));
        }
        let narrow = found.widened_to.is_none();
        for hit in &found.hits {
            let service = &hit.service.service;
            prop_assert!(service.is_published_on(now().date_naive()));
            prop_assert!(hit.score.is_finite());
            if !narrow {
                continue;
            }
            prop_assert!(!filter.anonymous || service.anonymous != Answer::No);
            if let Some(months) = filter.age_months {
                prop_assert!(service.eligibility.fits(months) != Answer::No);
            }
            let cost = service.cost.kind;
            prop_assert!(
                filter.cost.is_empty() || cost == CostKind::Unknown || filter.cost.contains(&cost)
            );
            if let Some(near) = filter.near {
                prop_assert!(hit.distance_m.unwrap() <= f64::from(near.radius_m) + 0.001);
            }
            if filter.district.is_some() {
                prop_assert!(matches!(hit.serves, Some(Serves::Yes | Serves::Unknown) | None));
            }
        }
    }

    #[test]
    fn pages_cover_every_hit_exactly_once(filter in filter(), limit in 1_u32..50) {
        let query = SearchQuery { filter, order: Order::Relevance, offset: 0, limit, facets: false };
        let total = the_network().search(Tier::Public, &query, now()).total;
        let hits = all_hits(the_network(), Tier::Public, &query);
        let distinct: std::collections::HashSet<_> =
            hits.iter().map(|hit| hit.service.service.id).collect();
        prop_assert_eq!(u64::try_from(distinct.len()).unwrap(), total);
        prop_assert_eq!(hits.len(), distinct.len());
    }
}
