//! What the exchange does by itself when time has passed.

use application::referral;
use application::referral::CaseSight;
use chrono::TimeDelta;
use domain::access::Actor;
use domain::ids::PartId;
use domain::referral::{Action, Doer, Facts, Guard, Problem, State, Who};
use persistence::on_both_engines;
use persistence::testing::Fresh;

use crate::help::{self, Help, referral_id};
use crate::house::{part, submission, text};
use crate::report::{Report, example};

/// Announced with one part of three.
async fn announced(help: &Help) -> CaseSight {
    let (envelope, parts) = submission(&help::example()["referral"]);
    referral::create(&help.doctor(), &envelope, &parts[..1])
        .await
        .unwrap()
}

/// As if the installation had stopped between sending off and delivering.
async fn send_off(help: &Help) {
    let announced = announced(help).await;
    let mut work = help.test.house.store.begin().await.unwrap();
    let found = work.referrals().find(announced.id).await.unwrap().unwrap();
    let author = Doer {
        parts: [Who::Sender].into(),
        member: Some(help.practice.member),
    };
    let facts: Facts = Guard::ALL.iter().copied().collect();
    let submitted = found
        .submit(found.version(), &author, facts, help.test.house.clock.now())
        .unwrap();
    assert!(work.referrals().save(&submitted).await.unwrap());
    work.commit().await.unwrap();
}

on_both_engines! {
    async fn what_was_never_sent_is_thrown_away_after_a_day(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        let waiting = announced(&help).await;
        assert_eq!(waiting.state, State::New);
        let parts: Vec<PartId> = waiting.parts.iter().map(|part| part.id).collect();
        help.test.clock.forward(TimeDelta::hours(23));
        assert_eq!(referral::discard_stale_announcements(&help.test.house).await.unwrap(), 0);
        help.test.clock.forward(TimeDelta::hours(2));
        assert_eq!(referral::discard_stale_announcements(&help.test.house).await.unwrap(), 1);

        let gone = referral::find(&help.doctor(), waiting.id).await.unwrap();
        assert_eq!((gone.state, gone.parts.len(), &*gone.envelope), (State::Purged, 0, ""));
        assert_eq!(gone.history.last().map(|step| (step.action, step.by)), Some((Action::Discard, None)));
        let read = referral::read_parts(&help.doctor(), waiting.id, &parts).await;
        assert!(read.is_err(), "the bytes are gone");
        assert_eq!(referral::discard_stale_announcements(&help.test.house).await.unwrap(), 0);
    }

    async fn what_was_sent_off_and_left_is_delivered(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        send_off(&help).await;
        assert!(referral::find(&help.adviser(), referral_id()).await.is_err());
        assert_eq!(referral::deliver_waiting(&help.test.house).await.unwrap(), 1);
        let there = referral::find(&help.adviser(), referral_id()).await.unwrap();
        assert_eq!((there.state, there.content), (State::Delivered, true));
        assert_eq!(referral::deliver_waiting(&help.test.house).await.unwrap(), 0);
    }

    async fn what_was_sent_off_to_a_key_that_is_stale_by_now_comes_back(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        send_off(&help).await;
        help.test.rotate(&help.service, &help::example()["rotation"]).await;
        help.test.clock.forward(TimeDelta::hours(25));
        assert_eq!(referral::deliver_waiting(&help.test.house).await.unwrap(), 1);
        let back = referral::find(&help.doctor(), referral_id()).await.unwrap();
        assert_eq!((back.state, back.problems), (State::Bounced, [Problem::StaleKey].into()));
        assert!(referral::find(&help.adviser(), referral_id()).await.is_err(), "it never arrived");
    }

    async fn events_come_once_in_order_and_to_those_who_may_know(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        help.send().await;
        assert_eq!(referral::publish_events(&help.test.house).await.unwrap(), 2);
        assert_eq!(referral::publish_events(&help.test.house).await.unwrap(), 0);
        let events = referral::events_after(&help.adviser(), None, 10).await.unwrap();
        let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
        assert_eq!(kinds, ["referral.submitted", "referral.delivered"]);
        let behind = referral::events_after(&help.doctor(), Some(events[0].id), 10).await.unwrap();
        assert_eq!(behind, events[1..]);
        let stranger = help.test.lead(&help.other);
        assert_eq!(referral::events_after(&stranger, None, 10).await.unwrap(), []);
    }

    async fn a_draft_lives_for_thirty_days_after_its_last_change(fresh: Fresh) {
        let report = Report::ready(fresh).await;
        let (doctor, example) = (report.doctor(), example());
        application::keys::save_vault(&doctor, text(&example, "/practice/vault")).await.unwrap();
        let draft = part(&example["draft"]);
        let saved = referral::save_draft(&doctor, None, &draft.jwe).await.unwrap();
        assert_eq!(saved.id.as_uuid(), draft.id.as_uuid());
        report.test.clock.forward(TimeDelta::days(29));
        assert_eq!(referral::delete_outdated(&report.test.house).await.unwrap(), (0, 0));
        assert_eq!(referral::drafts(&doctor).await.unwrap(), [saved]);
        report.test.clock.forward(TimeDelta::days(2));
        assert_eq!(referral::delete_outdated(&report.test.house).await.unwrap(), (1, 0));
        assert_eq!(referral::drafts(&doctor).await.unwrap(), []);
        assert!(referral::drafts(&report.test.house.for_actor(Actor::Anonymous)).await.is_err());
    }
}
