//! Records of the directory come back as they went in.

use domain::directory::repo::Called;
use domain::directory::{Organisation, OrganisationStatus, Service, Source, Taxonomy, Term};
use domain::ids::{SourceId, TermId};
use domain::store::Store;
use domain::text::LocalizedText;
use domain::time::Version;
use persistence::on_both_engines;
use persistence::testing::Fresh;
use uuid::Uuid;

use crate::samples::{
    bare_location, bare_organisation, bare_service, full_location, full_organisation, full_service,
    location_id, organisation_id, service_id,
};

/// The ids of all records, read two at a time.
macro_rules! all_portions {
    ($records:expr) => {{
        let (mut met, mut last) = (Vec::new(), None);
        loop {
            let portion = $records.portion(last, 2).await.unwrap();
            assert!(portion.len() <= 2);
            let Some(newest) = portion.last() else { break };
            last = Some(newest.id);
            met.extend(portion.into_iter().map(|record| record.id));
        }
        met
    }};
}

async fn with_a_full_service(fresh: &Fresh) -> (Organisation, Service) {
    let organisation = full_organisation(1);
    let (here, there) = (
        full_location(1, organisation.id),
        bare_location(2, organisation.id),
    );
    let service = full_service(1, organisation.id, [here.id, there.id]);
    let mut work = fresh.store.begin().await.unwrap();
    work.organisations().save(&organisation).await.unwrap();
    work.locations().save(&here).await.unwrap();
    work.locations().save(&there).await.unwrap();
    work.services().save(&service).await.unwrap();
    work.commit().await.unwrap();
    (organisation, service)
}

on_both_engines! {
    async fn a_record_of_which_everything_is_known_comes_back_equal(fresh: Fresh) {
        let (organisation, service) = with_a_full_service(&fresh).await;
        let mut read = fresh.store.read().await.unwrap();
        let found = read.organisations().find(organisation.id).await.unwrap();
        assert_eq!(found.as_ref(), Some(&organisation));
        let found = read.locations().find(location_id(1)).await.unwrap();
        assert_eq!(found, Some(full_location(1, organisation.id)));
        let found = read.services().find(service.id).await.unwrap();
        assert_eq!(found.as_ref(), Some(&service));

        assert_eq!(read.organisations().portion(None, 99).await.unwrap(), [organisation]);
        assert_eq!(read.services().portion(None, 9).await.unwrap(), [service]);
        assert_eq!(read.locations().portion(None, 99).await.unwrap().len(), 2);
    }

    async fn portions_hold_every_record_exactly_once(fresh: Fresh) {
        let mut work = fresh.store.begin().await.unwrap();
        for number in [4, 2, 5, 1, 3] {
            let organisation = bare_organisation(number);
            work.organisations().save(&organisation).await.unwrap();
            work.locations().save(&bare_location(number, organisation.id)).await.unwrap();
            work.services().save(&bare_service(number, organisation.id)).await.unwrap();
        }
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let all = [1, 2, 3, 4, 5];
        assert_eq!(all_portions!(read.organisations()), all.map(organisation_id));
        assert_eq!(all_portions!(read.locations()), all.map(location_id));
        assert_eq!(all_portions!(read.services()), all.map(service_id));
    }

    async fn unknown_stays_unknown(fresh: Fresh) {
        let organisation = bare_organisation(1);
        let location = bare_location(1, organisation.id);
        let service = bare_service(1, organisation.id);
        let mut work = fresh.store.begin().await.unwrap();
        work.organisations().save(&organisation).await.unwrap();
        work.locations().save(&location).await.unwrap();
        work.services().save(&service).await.unwrap();
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let found = read.organisations().find(organisation.id).await.unwrap();
        assert_eq!(found, Some(organisation));
        assert_eq!(read.locations().find(location.id).await.unwrap(), Some(location));
        assert_eq!(read.services().find(service.id).await.unwrap(), Some(service));
    }

    async fn what_is_not_there_is_absent_and_no_error(fresh: Fresh) {
        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.organisations().find(organisation_id(7)).await.unwrap(), None);
        assert_eq!(read.services().find(service_id(7)).await.unwrap(), None);
        assert_eq!(read.locations().find(location_id(7)).await.unwrap(), None);
    }

    async fn saving_again_replaces_everything_nested(fresh: Fresh) {
        let (organisation, service) = with_a_full_service(&fresh).await;
        let fewer_phones = Organisation {
            version: organisation.version.next(),
            phones: organisation.phones[..1].to_vec(),
            contacts: vec![],
            schedules: vec![],
            status: OrganisationStatus::Paused,
            ..organisation
        };
        let bare = Service { version: service.version.next(), ..bare_service(1, fewer_phones.id) };
        let mut work = fresh.store.begin().await.unwrap();
        work.organisations().save(&fewer_phones).await.unwrap();
        work.services().save(&bare).await.unwrap();
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.organisations().portion(None, 99).await.unwrap(), [fewer_phones]);
        assert_eq!(read.services().portion(None, 9).await.unwrap(), [bare]);
    }

    async fn the_parts_of_one_record_are_not_those_of_another(fresh: Fresh) {
        let (first, second) = (full_organisation(1), full_organisation(2));
        let mut work = fresh.store.begin().await.unwrap();
        work.organisations().save(&first).await.unwrap();
        work.organisations().save(&second).await.unwrap();
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let mut all = read.organisations().portion(None, 99).await.unwrap();
        all.sort_by_key(|organisation| organisation.id);
        assert_eq!(all, [first, second]);
    }

    async fn a_stale_version_changes_nothing(fresh: Fresh) {
        let (_, service) = with_a_full_service(&fresh).await;
        let renamed = |name: &str, version: Version| Service {
            name: name.to_owned(),
            version: version.next(),
            phones: vec![],
            ..service.clone()
        };
        let mut work = fresh.store.begin().await.unwrap();
        let first = renamed("zuerst", Version(1));
        assert!(work.services().save_if_unchanged(&first, Version(1)).await.unwrap());
        work.commit().await.unwrap();

        let mut work = fresh.store.begin().await.unwrap();
        let late = renamed("zu spät", Version(1));
        assert!(!work.services().save_if_unchanged(&late, Version(1)).await.unwrap());
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.services().find(service.id).await.unwrap(), Some(first));
    }

    async fn of_two_who_saw_the_same_version_one_may_save(fresh: Fresh) {
        let (_, service) = with_a_full_service(&fresh).await;
        let attempts = (0..6).map(|n| {
            let (store, service) = (fresh.store.clone(), service.clone());
            tokio::spawn(async move {
                let mine = Service {
                    name: format!("Fassung {n}"),
                    version: service.version.next(),
                    ..service.clone()
                };
                let mut work = store.begin().await.unwrap();
                let saved = work.services().save_if_unchanged(&mine, service.version).await.unwrap();
                work.commit().await.unwrap();
                saved
            })
        });
        let mut winners = 0;
        for attempt in attempts.collect::<Vec<_>>() {
            winners += usize::from(attempt.await.unwrap());
        }
        assert_eq!(winners, 1);
    }

    async fn organisations_are_listed_by_name_with_all_they_are_called(fresh: Fresh) {
        let mut work = fresh.store.begin().await.unwrap();
        for (n, name, others) in [(1, "Wochenbett", vec!["Wochenstube"]), (2, "Beratung", vec![])] {
            let organisation = Organisation {
                name: name.to_owned(),
                alternate_names: others.into_iter().map(str::to_owned).collect(),
                ..bare_organisation(n)
            };
            work.organisations().save(&organisation).await.unwrap();
        }
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let listed = read.organisations().names().await.unwrap();
        let named = |n, name: &str, alternate_names| Called { id: organisation_id(n), name: name.to_owned(), alternate_names };
        assert_eq!(listed, [named(2, "Beratung", vec![]), named(1, "Wochenbett", vec!["Wochenstube".to_owned()])]);
    }

    async fn terms_and_sources_come_back_sorted_and_are_replaced(fresh: Fresh) {
        let term = |n, taxonomy, key: &str| Term {
            id: TermId::from_uuid(Uuid::from_u128(n)),
            taxonomy,
            key: key.parse().unwrap(),
            parent: Some("parent".parse().unwrap()),
            labels: vec![LocalizedText::german("Vernachlässigung")],
            synonyms: vec!["Verwahrlosung".to_owned()],
            plain_words: vec!["kümmert sich nicht".to_owned()],
        };
        let source = |n, key: &str, url: Option<&str>| Source {
            id: SourceId::from_uuid(Uuid::from_u128(n)),
            key: key.to_owned(),
            title: "Wegweiser".to_owned(),
            url: url.map(str::to_owned),
            date: "2023-12".to_owned(),
            licence: "facts".to_owned(),
        };
        let mut work = fresh.store.begin().await.unwrap();
        work.taxonomies().save_term(&term(1, Taxonomy::Topic, "neglect")).await.unwrap();
        work.taxonomies().save_term(&term(2, Taxonomy::Sector, "health")).await.unwrap();
        work.taxonomies().save_source(&source(1, "b", None)).await.unwrap();
        work.taxonomies().save_source(&source(2, "a", None)).await.unwrap();
        work.taxonomies().save_source(&source(1, "b", Some("https://example.org"))).await.unwrap();
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let expected = [term(2, Taxonomy::Sector, "health"), term(1, Taxonomy::Topic, "neglect")];
        assert_eq!(read.taxonomies().terms().await.unwrap(), expected);
        let expected = [source(2, "a", None), source(1, "b", Some("https://example.org"))];
        assert_eq!(read.taxonomies().sources().await.unwrap(), expected);
    }
}
