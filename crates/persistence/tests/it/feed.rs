//! The change feed: every change once, in order, whoever writes at the same time.

use domain::directory::{Change, ChangeKind, Cursor, EntityRef};
use domain::store::Store;
use domain::time::Version;
use persistence::testing::Fresh;
use persistence::{SqlStore, on_both_engines};

use crate::samples::{noon, service_id};

/// Appends one change of service `n`; rolls it back when told so.
async fn write(store: &SqlStore, n: u128, roll_back: bool) {
    let mut work = store.begin().await.unwrap();
    let entity = EntityRef::Service(service_id(n));
    work.changes()
        .append(entity, ChangeKind::Upserted, Version(1), noon())
        .await
        .unwrap();
    if roll_back {
        drop(work);
    } else {
        work.commit().await.unwrap();
    }
}

async fn after(store: &SqlStore, cursor: Cursor) -> Vec<Change> {
    store
        .read()
        .await
        .unwrap()
        .changes()
        .after(cursor, 10)
        .await
        .unwrap()
}

on_both_engines! {
    async fn an_empty_feed_begins_before_its_first_change(fresh: Fresh) {
        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.changes().latest().await.unwrap(), Cursor(0));
        assert_eq!(read.changes().after(Cursor(0), 10).await.unwrap(), []);
    }

    async fn a_change_comes_back_as_it_was_written(fresh: Fresh) {
        let entity = EntityRef::Service(service_id(3));
        let mut work = fresh.store.begin().await.unwrap();
        let cursor =
            work.changes().append(entity, ChangeKind::Deleted, Version(7), noon()).await.unwrap();
        work.commit().await.unwrap();
        let expected =
            Change { cursor, kind: ChangeKind::Deleted, entity, version: Version(7), at: noon() };
        assert_eq!(after(&fresh.store, Cursor(0)).await, [expected]);
        assert_eq!(after(&fresh.store, cursor).await, []);
        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.changes().latest().await.unwrap(), cursor);
    }

    async fn a_change_that_was_rolled_back_leaves_no_gap(fresh: Fresh) {
        write(&fresh.store, 1, false).await;
        write(&fresh.store, 2, true).await;
        write(&fresh.store, 3, false).await;
        let cursors: Vec<_> = after(&fresh.store, Cursor(0)).await.iter().map(|c| c.cursor).collect();
        assert_eq!(cursors, [Cursor(1), Cursor(2)]);
    }

    async fn a_reader_of_eight_writers_misses_nothing_and_sees_nothing_twice(fresh: Fresh) {
        const WRITERS: u128 = 8;
        const EACH: u128 = 40;
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let store = fresh.store.clone();
                tokio::spawn(async move {
                    for n in 0..EACH {
                        write(&store, writer * EACH + n, false).await;
                        if n % 8 == 0 {
                            write(&store, 0xffff, true).await;
                        }
                    }
                })
            })
            .collect();
        let expected = usize::try_from(WRITERS * EACH).unwrap();
        let mut seen: Vec<Change> = vec![];
        while seen.len() < expected {
            let cursor = seen.last().map(|change| change.cursor).unwrap_or_default();
            seen.extend(after(&fresh.store, cursor).await);
            assert!(seen.is_sorted_by(|a, b| a.cursor.0 + 1 == b.cursor.0), "a gap was visible");
        }
        for writer in writers {
            writer.await.unwrap();
        }
        let mut entities: Vec<_> = seen.iter().map(|change| change.entity.as_uuid()).collect();
        entities.sort();
        let written: Vec<_> = (0..WRITERS * EACH).map(|n| service_id(n).as_uuid()).collect();
        assert_eq!(entities, written);
    }
}
