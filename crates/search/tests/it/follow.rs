//! Following the change feed.

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::access::Tier;
use domain::directory::{ChangeKind, Cursor, EntityRef, ServiceStatus};
use domain::ports::ReadModel;
use domain::store::Store;
use persistence::testing::Fresh;
use schutznetz_search::{Directory, Weights};

use super::support::{
    Stopped, directory_of, found, key, network, now, only, places, words, write_all,
    write_organisation, write_service,
};

/// Long enough for a slow machine; what is waited for comes much sooner.
const PATIENCE: Duration = Duration::from_secs(20);

fn start(fresh: Fresh, directory: &Arc<Directory>) -> (Arc<Fresh>, tokio::task::JoinHandle<()>) {
    let fresh = Arc::new(fresh);
    let (follower, store) = (Arc::clone(directory), Arc::clone(&fresh));
    // an hour: whatever is seen was seen because somebody rang
    let following = tokio::spawn(async move {
        follower.follow(&store.store, Duration::from_hours(1)).await;
    });
    (fresh, following)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_writers_next_read_sees_the_write() {
    let rows = only(|service| key(service).starts_with("sucht-mse"));
    let (fresh, directory) = directory_of(&rows).await;
    let (fresh, following) = start(fresh, &directory);
    let mut service = rows.services[0].clone();
    for round in 0..5 {
        service.name = format!("Quittenbaum{}", ["a", "b", "c", "d", "e"][round]);
        service.version = service.version.next();
        let mut work = fresh.store.begin().await.unwrap();
        let cursor = write_service(work.as_mut(), &service).await;
        work.commit().await.unwrap();
        directory.wake();
        assert!(directory.reached(cursor, PATIENCE).await);
        let seen = directory.service(Tier::Public, service.id).unwrap();
        assert_eq!(seen.service.name, service.name);
        let found = found(&directory, &words(&service.name));
        assert_eq!(found.hits[0].service.service.id, service.id);
        assert_eq!(found.total, 1);
    }
    following.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisations_new_name_is_seen_at_its_services() {
    let rows = only(|service| key(service) == "sucht-mse-waren");
    let (fresh, directory) = directory_of(&rows).await;
    let mut organisation = rows.organisations[0].clone();
    organisation.name = "Quittenbaum".to_owned();
    organisation.version = organisation.version.next();
    let mut work = fresh.store.begin().await.unwrap();
    write_organisation(work.as_mut(), &organisation).await;
    work.commit().await.unwrap();
    directory.catch_up(&fresh.store).await.unwrap();
    let found = found(&directory, &words("Quittenbaum"));
    assert_eq!(found.total, 1);
    assert_eq!(found.hits[0].service.organisation.name, "Quittenbaum");
    assert_eq!(
        directory
            .organisation(Tier::Public, organisation.id)
            .unwrap()
            .services
            .len(),
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_is_withdrawn_is_found_no_more_and_its_words_are_forgotten() {
    let rows = only(|service| key(service).starts_with("sucht-mse"));
    let (fresh, directory) = directory_of(&rows).await;
    let mut service = rows.services[0].clone();
    service.name = "Quittenbaum".to_owned();
    let mut work = fresh.store.begin().await.unwrap();
    write_service(work.as_mut(), &service).await;
    work.commit().await.unwrap();
    directory.catch_up(&fresh.store).await.unwrap();
    assert_eq!(
        found(&directory, &words("Quittenbaun"))
            .did_you_mean
            .as_deref(),
        Some("Quittenbaum")
    );
    service.status = ServiceStatus::Inactive;
    let mut work = fresh.store.begin().await.unwrap();
    write_service(work.as_mut(), &service).await;
    work.commit().await.unwrap();
    directory.catch_up(&fresh.store).await.unwrap();
    assert!(directory.service(Tier::Public, service.id).is_none());
    assert!(directory.service(Tier::Internal, service.id).is_some());
    let none = found(&directory, &words("Quittenbaun"));
    assert_eq!(none.did_you_mean, None);
    assert!(
        none.hits
            .iter()
            .all(|hit| hit.service.service.id != service.id)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn following_ends_where_building_anew_would() {
    let rows = network();
    let half = rows.services.len() / 2;
    let mut first = rows.clone();
    first.services.truncate(half);
    let (fresh, followed) = directory_of(&first).await;
    for chunk in rows.services[half..].chunks(7) {
        let mut work = fresh.store.begin().await.unwrap();
        for service in chunk {
            write_service(work.as_mut(), service).await;
        }
        work.commit().await.unwrap();
        followed.catch_up(&fresh.store).await.unwrap();
    }
    let built = Directory::new(places(), Arc::new(Stopped), Weights::default());
    built.build(&fresh.store).await.unwrap();
    assert_eq!(followed.health().applied, built.health().applied);
    assert_eq!(followed.health().services, built.health().services);
    for text in [
        "",
        "Beratung",
        "Jugendamt Schwerin",
        "papa haut",
        "Famlienhebamme",
    ] {
        let (one, other) = (found(&followed, &words(text)), found(&built, &words(text)));
        assert_eq!(one.total, other.total, "{text}");
        assert_eq!(one.facets, other.facets, "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gap_in_the_feed_is_bridged_by_building_anew() {
    let rows = only(|service| key(service).starts_with("sucht-mse"));
    let fresh = persistence::testing::fresh_sqlite().await;
    let directory = Directory::new(places(), Arc::new(Stopped), Weights::default());
    assert!(!directory.health().ready);
    assert_eq!(found(&directory, &words("Sucht")).total, 0);
    directory.build(&fresh.store).await.unwrap();
    // far more than is followed row by row
    let mut work = fresh.store.begin().await.unwrap();
    write_all(work.as_mut(), &rows).await;
    for _ in 0..1_100 {
        let entity = EntityRef::Service(rows.services[0].id);
        work.changes()
            .append(
                entity,
                ChangeKind::Upserted,
                rows.services[0].version,
                now(),
            )
            .await
            .unwrap();
    }
    work.commit().await.unwrap();
    directory.catch_up(&fresh.store).await.unwrap();
    let health = directory.health();
    assert!(health.ready && health.applied > Cursor(1_100));
    assert_eq!(health.services, u64::try_from(rows.services.len()).unwrap());
    assert!(found(&directory, &words("Suchtberatung")).total > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_waits_no_longer_than_its_patience() {
    let (_fresh, directory) =
        directory_of(&only(|service| key(service) == "sucht-mse-waren")).await;
    let started = Instant::now();
    assert!(
        !directory
            .reached(Cursor(i64::MAX), Duration::from_millis(20))
            .await
    );
    assert!(started.elapsed() < Duration::from_secs(5));
}
