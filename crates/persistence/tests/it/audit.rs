//! The audit: every act in its place, whoever writes at the same time.

use chrono::TimeDelta;
use domain::access::Actor;
use domain::audit::{Act, AuditObject, Stream, Tail, minute_of, verify};
use domain::store::Store;
use persistence::on_both_engines;
use persistence::testing::Fresh;
use sea_orm::{ConnectionTrait, Database};

use crate::samples::{noon, organisation_id};

fn act(stream: Stream, n: u32) -> Act {
    let object = AuditObject::new("referral", format!("ref_{n}"));
    Act::allowed(stream, noon(), &Actor::System, "referral.open", object)
        .because("Grund: äöü \u{1f512}")
        .in_request(format!("req-{n}"))
}

fn refusal(second: i64) -> Act {
    let object = AuditObject::new("account", "unknown");
    let at = minute_of(noon()) + TimeDelta::seconds(second);
    Act::denied(
        Stream::Platform,
        at,
        &Actor::Anonymous,
        "session.begin",
        object,
    )
}

on_both_engines! {
    async fn streams_written_by_many_at_once_hold(fresh: Fresh) {
        const WRITERS: u32 = 8;
        const EACH: u32 = 10;
        let streams = [Stream::Platform, Stream::Organisation(organisation_id(1))];
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let store = fresh.store.clone();
                tokio::spawn(async move {
                    for n in 0..EACH {
                        let mut work = store.begin().await.unwrap();
                        let stream = streams[usize::try_from(n % 2).unwrap()];
                        work.audit().append(act(stream, writer * EACH + n)).await.unwrap();
                        if n == 4 {
                            drop(work);
                        } else {
                            work.commit().await.unwrap();
                        }
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let mut read = fresh.store.read().await.unwrap();
        let mut audit = read.audit();
        let tails = audit.tails().await.unwrap();
        assert_eq!(tails.len(), 2);
        for tail in tails {
            let entries = audit.entries(tail.stream, 0, 1_000).await.unwrap();
            assert_eq!(verify(Tail::empty(tail.stream), &entries, Some(tail)), Ok(tail));
        }
        let kept = audit.entries(Stream::Platform, 0, 1_000).await.unwrap();
        assert_eq!(kept.len(), 32, "the fifth of each writer was rolled back");
        let rest = audit.entries(Stream::Platform, 30, 1_000).await.unwrap();
        assert_eq!(rest, kept[30..]);
    }

    async fn a_changed_row_breaks_the_chain(fresh: Fresh) {
        let mut work = fresh.store.begin().await.unwrap();
        for n in 0..3 {
            work.audit().append(act(Stream::Platform, n)).await.unwrap();
        }
        work.commit().await.unwrap();
        let meddler = Database::connect(&fresh.url).await.unwrap();
        let meddling = "UPDATE audit_entry SET entry = replace(entry, 'ref_1', 'ref_9')";
        meddler.execute_unprepared(meddling).await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let entries = read.audit().entries(Stream::Platform, 0, 10).await.unwrap();
        let broken = verify(Tail::empty(Stream::Platform), &entries, None).unwrap_err();
        assert_eq!(broken.seq, 2);
    }

    async fn refused_attempts_of_a_minute_become_one_act(fresh: Fresh) {
        let mut work = fresh.store.begin().await.unwrap();
        for second in 0..5 {
            let attempt = refusal(second);
            let key = attempt.fold_key().unwrap();
            let so_far = work.audit().count_denied(&key, &attempt).await.unwrap();
            assert_eq!(i64::from(so_far), second + 1);
        }
        let later = refusal(61);
        work.audit().count_denied(&later.fold_key().unwrap(), &later).await.unwrap();
        work.commit().await.unwrap();

        let mut work = fresh.store.begin().await.unwrap();
        let over = minute_of(noon()) + TimeDelta::minutes(1);
        let taken = work.audit().take_denied(over).await.unwrap();
        assert_eq!(taken, [refusal(0).folded(5)]);
        assert_eq!(work.audit().take_denied(over).await.unwrap(), []);
        let rest = work.audit().take_denied(over + TimeDelta::minutes(1)).await.unwrap();
        assert_eq!(rest, [later]);
    }
}
