//! What the two doors to storage promise.

use domain::store::Store;
use persistence::testing::postgres::fresh_database;
use persistence::testing::{Fresh, options};
use persistence::{ConnectError, Options, connect, on_both_engines};

use crate::samples::{bare_organisation, organisation_id};

on_both_engines! {
    async fn a_connection_that_cannot_be_had_is_told_apart(fresh: Fresh) {
        let narrow = Options {
            max_connections: 1,
            patience: std::time::Duration::from_millis(200),
            ..options()
        };
        let store = connect(&fresh.url, &narrow).await.unwrap();
        let held = store.begin().await.unwrap();
        let refused = store.begin().await.err().expect("there is one connection and it is held");
        assert!(refused.is_out_of_reach(), "{refused:?}");
        drop(held);
        store.begin().await.expect("it is free again");
    }

    async fn what_is_not_committed_leaves_nothing(fresh: Fresh) {
        let mut work = fresh.store.begin().await.unwrap();
        work.organisations().save(&bare_organisation(1)).await.unwrap();
        assert!(work.organisations().find(organisation_id(1)).await.unwrap().is_some());
        drop(work);

        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.organisations().portion(None, 99).await.unwrap(), []);
    }

    async fn the_read_door_refuses_writes(fresh: Fresh) {
        let mut read = fresh.store.read().await.unwrap();
        assert!(read.organisations().save(&bare_organisation(1)).await.is_err());
        drop(read);

        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.organisations().portion(None, 99).await.unwrap(), []);
    }

    async fn the_newest_door_is_never_behind_and_refuses_writes(fresh: Fresh) {
        for n in 1..=5 {
            let mut work = fresh.store.begin().await.unwrap();
            work.organisations().save(&bare_organisation(n)).await.unwrap();
            work.commit().await.unwrap();
            let mut read = fresh.store.read_newest().await.unwrap();
            assert!(read.organisations().find(organisation_id(n)).await.unwrap().is_some());
            assert!(read.organisations().save(&bare_organisation(9)).await.is_err());
        }
    }

    async fn a_reader_sees_one_moment_while_others_write(fresh: Fresh) {
        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.organisations().portion(None, 99).await.unwrap(), []);
        let mut work = fresh.store.begin().await.unwrap();
        work.organisations().save(&bare_organisation(1)).await.unwrap();
        work.commit().await.unwrap();
        assert_eq!(read.organisations().portion(None, 99).await.unwrap(), []);
        drop(read);

        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.organisations().portion(None, 99).await.unwrap().len(), 1);
    }

    async fn a_second_store_on_the_same_database_sees_what_was_committed(fresh: Fresh) {
        let other = connect(&fresh.url, &options()).await.unwrap();
        let mut work = fresh.store.begin().await.unwrap();
        work.organisations().save(&bare_organisation(1)).await.unwrap();
        work.commit().await.unwrap();
        other.ping().await.unwrap();
        let mut read = other.read().await.unwrap();
        assert_eq!(read.organisations().portion(None, 99).await.unwrap().len(), 1);
    }

    async fn many_who_want_to_write_wait_for_each_other(fresh: Fresh) {
        let writers = (0..16).map(|n| {
            let store = fresh.store.clone();
            tokio::spawn(async move {
                let mut work = store.begin().await.unwrap();
                let there = work.organisations().portion(None, 99).await.unwrap();
                assert!(there.len() <= 16);
                work.organisations().save(&bare_organisation(n)).await.unwrap();
                work.commit().await.unwrap();
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.organisations().portion(None, 99).await.unwrap().len(), 16);
    }
}

#[tokio::test]
async fn a_wrong_address_is_explained_in_one_line_without_its_password() {
    let told = |url: &'static str| async move {
        let quickly = Options {
            patience: std::time::Duration::from_secs(2),
            ..Options::default()
        };
        let refusal = connect(url, &quickly).await.unwrap_err().to_string();
        assert!(!refusal.contains('\n'), "{refusal}");
        assert!(!refusal.contains("hush"), "{refusal}");
        refusal
    };
    assert!(told("mysql://a:hush@b/c").await.contains("`mysql`"));
    assert!(told("hush").await.contains("sqlite:// or postgres://"));
    assert!(told("sqlite::memory:").await.contains("in memory"));
    assert!(
        told("sqlite:///no/such/folder/x.db?mode=rwc")
            .await
            .contains("/no/such/folder/x.db")
    );
    assert!(
        told("postgres://a:hush@127.0.0.1:1/c")
            .await
            .contains("127.0.0.1:1")
    );
    assert!(
        told("postgres://a:hush@[/c")
            .await
            .contains("postgres://USER")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replica_is_read_and_not_written() {
    let (primary, replica) = (fresh_database().await, fresh_database().await);
    let with_replica = Options {
        replica: Some(replica.clone()),
        ..options()
    };
    let store = connect(&primary, &with_replica).await.unwrap();
    let on_replica = connect(&replica, &options()).await.unwrap();
    let mut work = on_replica.begin().await.unwrap();
    work.organisations()
        .save(&bare_organisation(7))
        .await
        .unwrap();
    work.commit().await.unwrap();

    let mut work = store.begin().await.unwrap();
    assert_eq!(
        work.organisations().portion(None, 99).await.unwrap(),
        [],
        "a work is on the primary"
    );
    let mut read = store.read().await.unwrap();
    assert_eq!(
        read.organisations().portion(None, 99).await.unwrap(),
        [bare_organisation(7)]
    );
    assert!(
        read.organisations()
            .save(&bare_organisation(8))
            .await
            .is_err()
    );
}

#[tokio::test]
async fn a_replica_of_sqlite_is_refused() {
    let with_replica = Options {
        replica: Some("sqlite://y.db".to_owned()),
        ..Options::default()
    };
    let refusal = connect("sqlite://x.db?mode=rwc", &with_replica)
        .await
        .unwrap_err();
    assert!(matches!(refusal, ConnectError::ReplicaOfSqlite));
}
