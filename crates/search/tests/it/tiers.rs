//! A tier knows no value of another one, neither in its answers nor in their order and counts.

use domain::access::Tier;
use domain::directory::{AddressVisibility, Capacity, CapacityStatus, Filter, Found, SearchQuery};
use domain::ports::ReadModel;

use super::support::{directory_of, filtered, found, key, network, now, only, words};

const MARKER: &str = "zzgeheimzz";

/// The network with a marker in every field that the public may not see.
fn marked() -> application::seed::convert::Aggregates {
    let mut rows = network();
    for organisation in &mut rows.organisations {
        organisation.internal_note = Some(format!("{MARKER} Hebamme Jugendamt"));
    }
    for service in &mut rows.services {
        service.internal_note = Some(format!("{MARKER} Hebamme Jugendamt"));
        if let Some(mut hidden) = service.phones.first().cloned() {
            hidden.tier = Tier::YouthOffice;
            hidden.label = Some(MARKER.to_owned());
            hidden.schedules.clear();
            hidden.id = domain::ids::PhoneId::from_uuid(uuid::Uuid::new_v5(
                &service.id.as_uuid(),
                b"hidden",
            ));
            service.phones.push(hidden);
        }
    }
    for location in &mut rows.locations {
        if location.address_visibility == AddressVisibility::MunicipalityOnly {
            location.transport_note = Some(MARKER.to_owned());
            for address in &mut location.addresses {
                address.street = Some(MARKER.to_owned());
            }
        }
    }
    rows
}

/// The same network without any of it.
fn bare() -> application::seed::convert::Aggregates {
    let mut rows = network();
    for organisation in &mut rows.organisations {
        organisation.internal_note = None;
    }
    for service in &mut rows.services {
        service.internal_note = None;
    }
    rows
}

fn questions() -> Vec<SearchQuery> {
    let mut questions: Vec<SearchQuery> = [
        "Hebamme",
        "Jugendamt",
        "Frauenhaus Schwerin",
        MARKER,
        "zzgeheim",
        "Beratung",
    ]
    .map(words)
    .into();
    questions.push(filtered(Filter::default()));
    questions
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_and_orders_are_the_same_with_and_without_hidden_values() {
    let (_one, with) = directory_of(&marked()).await;
    let (_other, without) = directory_of(&bare()).await;
    for question in questions() {
        let (with, without) = (found(&with, &question), found(&without, &question));
        let same = |one: &Found, other: &Found| {
            let order = |found: &Found| -> Vec<_> {
                found
                    .hits
                    .iter()
                    .map(|hit| (hit.service.service.id, hit.score.to_bits()))
                    .collect()
            };
            assert_eq!(one.total, other.total);
            assert_eq!(one.facets, other.facets);
            assert_eq!(one.did_you_mean, other.did_you_mean);
            assert_eq!(order(one), order(other));
        };
        same(&with, &without);
        assert!(!format!("{with:?}").contains(MARKER));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_higher_tier_sees_and_finds_what_the_public_does_not() {
    let (_store, directory) = directory_of(&marked()).await;
    let office = directory.search(Tier::YouthOffice, &words(MARKER), now());
    assert!(office.total > 0 && office.widened_to.is_none());
    let public = directory.search(Tier::Public, &words(MARKER), now());
    assert!(public.widened_to.is_some());
    let partner = directory.search(Tier::Partner, &words(MARKER), now());
    assert!(partner.widened_to.is_some());
    let service = office.hits[0].service.service.id;
    assert!(format!("{:?}", directory.service(Tier::YouthOffice, service)).contains(MARKER));
    assert!(!format!("{:?}", directory.service(Tier::Public, service)).contains(MARKER));
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_sees_whether_there_is_room_and_professionals_how_long_one_waits() {
    let mut rows = only(|service| key(service) == "sucht-mse-waren");
    rows.services[0].capacity = Some(Capacity {
        status: CapacityStatus::Waitlist,
        waiting_time_days: Some(21),
        as_of: now().date_naive(),
        note: None,
    });
    let id = rows.services[0].id;
    let (_store, directory) = directory_of(&rows).await;
    for (tier, days) in [(Tier::Public, None), (Tier::Partner, Some(21))] {
        let seen = directory.service(tier, id).unwrap();
        let capacity = seen.service.capacity.as_ref().unwrap();
        assert_eq!(
            (capacity.status, capacity.waiting_time_days),
            (CapacityStatus::Waitlist, days)
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_place_is_not_even_a_link() {
    let mut rows = only(|service| key(service) == "sucht-mse-waren");
    rows.locations[0].address_visibility = AddressVisibility::Hidden;
    let hidden = rows.locations[0].id;
    let (_store, directory) = directory_of(&rows).await;
    let id = rows.services[0].id;
    let seen = directory.service(Tier::Public, id).unwrap();
    assert!(seen.places().len() == 0 && seen.service.at.is_empty());
    assert!(directory.location(Tier::Public, hidden).is_none());
    assert!(directory.location(Tier::Internal, hidden).is_some());
    let organisation = directory
        .organisation(Tier::Public, rows.organisations[0].id)
        .unwrap();
    assert!(organisation.locations.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_looks_the_same_is_held_once() {
    let (_store, directory) = directory_of(&bare()).await;
    let id = bare().services[0].id;
    let of = |tier| directory.service(tier, id).unwrap();
    assert!(std::sync::Arc::ptr_eq(
        &of(Tier::Public),
        &of(Tier::Internal)
    ));
}
