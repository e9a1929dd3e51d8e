use chrono::{TimeDelta, TimeZone};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 12, 1, 8, 0, 0).unwrap()
}

fn genesis() -> Act {
    Act::allowed(
        Stream::Platform,
        at(),
        &Actor::System,
        "audit.genesis",
        AuditObject::new("stream", "platform"),
    )
}

fn chain(length: u64) -> Vec<Sealed> {
    let mut tail = Tail::empty(Stream::Platform);
    (0..length)
        .map(|n| {
            let object = AuditObject::new("account", n);
            let act = Act::allowed(
                Stream::Platform,
                at(),
                &Actor::System,
                "account.create",
                object,
            );
            let sealed = tail.append(act.in_request("r-1"));
            tail = sealed.tail();
            sealed
        })
        .collect()
}

#[test]
fn the_first_entry_has_the_hash_of_the_vector() {
    let sealed = Tail::empty(Stream::Platform).append(genesis());
    assert_eq!(
        sealed.entry.canonical(),
        "{\"action\":\"audit.genesis\",\"actor\":{\"type\":\"system\"},\"at\":\"2026-12-01T08:00:00Z\",\
         \"object\":{\"id\":\"platform\",\"type\":\"stream\"},\"outcome\":\"allowed\",\"seq\":1,\
         \"stream\":\"platform\",\"v\":1}"
    );
    assert_eq!(
        sealed.hash.to_string(),
        "90d67f4f630f5284aa3c4c128c8903e9aab9c6cc8aba33827145117f762b9634"
    );
    assert_eq!(sealed.hash.to_string().parse(), Ok(sealed.hash));
}

#[test]
fn an_entry_is_read_back_as_it_was_written() {
    let org = Stream::Organisation(OrganisationId::from_uuid(Uuid::from_u128(7)));
    let act = Act::denied(
        org,
        at() + TimeDelta::microseconds(1_250),
        &Actor::Anonymous,
        "referral.open",
        AuditObject::new("referral", "x"),
    )
    .because("no-grant")
    .folded(4);
    let entry = Tail::empty(org).append(act).entry;
    assert_eq!(
        serde_json::from_str::<Entry>(&entry.canonical()).unwrap(),
        entry
    );
    assert_eq!(entry.count, Some(4));
}

#[test]
fn an_untouched_chain_holds_and_ends_where_it_was_left() {
    let entries = chain(5);
    let end = entries[4].tail();
    assert_eq!(
        verify(Tail::empty(Stream::Platform), &entries, Some(end)),
        Ok(end)
    );
}

#[test]
fn a_cut_tail_shows_only_against_an_end_kept_elsewhere() {
    let entries = chain(5);
    let kept = entries[4].tail();
    let cut = &entries[..3];
    assert!(verify(Tail::empty(Stream::Platform), cut, None).is_ok());
    assert_eq!(
        verify(Tail::empty(Stream::Platform), cut, Some(kept)),
        Err(Broken {
            stream: Stream::Platform,
            seq: 4,
            fault: Fault::Truncated
        })
    );
}

#[test]
fn a_chain_that_was_written_anew_differs_from_the_end_kept_elsewhere() {
    let kept = chain(3)[2].tail();
    let mut tail = Tail::empty(Stream::Platform);
    let anew: Vec<_> = (0..3)
        .map(|_| {
            let sealed = tail.append(genesis());
            tail = sealed.tail();
            sealed
        })
        .collect();
    assert_eq!(
        verify(Tail::empty(Stream::Platform), &anew, Some(kept))
            .unwrap_err()
            .fault,
        Fault::Changed
    );
}

#[test]
fn refused_attempts_of_one_actor_on_one_object_are_one_row_a_minute() {
    let attempt = |after: i64, object: &str| {
        let when = at() + TimeDelta::seconds(after);
        let object = AuditObject::new("account", object);
        Act::denied(
            Stream::Platform,
            when,
            &Actor::Anonymous,
            "session.create",
            object,
        )
        .fold_key()
    };
    assert_eq!(attempt(0, "a"), attempt(59, "a"));
    assert_ne!(attempt(0, "a"), attempt(60, "a"));
    assert_ne!(attempt(0, "a"), attempt(0, "b"));
    assert_eq!(genesis().fold_key(), None);
}

proptest! {
    #[test]
    fn any_change_or_gap_is_named_by_its_place(length in 2_u64..30, at in any::<prop::sample::Index>(), change in 0..4) {
        let mut entries = chain(length);
        let place = at.index(entries.len());
        let seq = entries[place].entry.seq;
        let last = seq == length;
        let expected = match change {
            0 => { entries[place].entry.action.push('x'); Some(Fault::Changed) }
            1 => { entries[place].hash.0[31] ^= 1; Some(Fault::Changed) }
            2 => { entries[place].entry.stream = Stream::Organisation(OrganisationId::from_uuid(Uuid::nil())); Some(Fault::Foreign) }
            _ => { entries.remove(place); (!last).then_some(Fault::Missing) }
        };
        let found = verify(Tail::empty(Stream::Platform), &entries, None);
        match expected {
            Some(fault) => prop_assert_eq!(found, Err(Broken { stream: Stream::Platform, seq, fault })),
            None => prop_assert!(found.is_ok()),
        }
    }
}
