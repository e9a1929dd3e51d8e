//! A suspicion report from the practice to the youth office.

use application::Failure;
use application::referral::{self, CaseSight, GivenPart, Once, RefusedCode, idempotent};
use chrono::{TimeDelta, Weekday};
use domain::access::Role;
use domain::directory::hours::{Block, Channel as ScheduleChannel, Schedule, TimeSpan, Times};
use domain::ids::{MemberId, PartId, ReferralId, ScheduleId};
use domain::referral::idempotency::{Fingerprint, Scope};
use domain::referral::timers::Timer;
use domain::referral::{Action, Channel, Outcome, Refusal, State};
use persistence::on_both_engines;
use persistence::testing::Fresh;
use serde_json::Value;
use uuid::Uuid;

use crate::house::{Body, TestHouse, part, refused, submission, text};

const EXAMPLE: &str = include_str!("../../../../data/referral/sealed_example.json");

pub(crate) fn example() -> Value {
    serde_json::from_str(EXAMPLE).unwrap()
}

pub(crate) fn sealed() -> (String, Vec<GivenPart>) {
    submission(&example())
}

pub(crate) fn report_id() -> ReferralId {
    "11111111-1111-4111-8111-111111111111".parse().unwrap()
}

/// A youth office of two and a practice, both with keys.
pub(crate) struct Report {
    pub(crate) test: TestHouse,
    pub(crate) office: Body,
    pub(crate) practice: Body,
}

impl Report {
    pub(crate) async fn ready(fresh: Fresh) -> Self {
        let example = example();
        let office = Body::of(&example["office"], "youth_office", &["SUSPICION_REPORT"]);
        let practice = Body::of(&example["practice"], "medical_practice", &[]);
        let test = TestHouse::on(fresh);
        for body in [&office, &practice] {
            test.found(body).await;
            test.give_keys(body).await;
        }
        test.vouch(&office, text(&example, "/endorsement/token"))
            .await;
        let roles = [Role::Intake, Role::Decider];
        test.enter(second(), office.organisation, &roles).await;
        Self {
            test,
            office,
            practice,
        }
    }

    pub(crate) fn doctor(&self) -> application::Context {
        self.test.lead(&self.practice)
    }

    pub(crate) fn clerk(&self) -> application::Context {
        self.test.lead(&self.office)
    }

    pub(crate) fn colleague(&self) -> application::Context {
        let roles = [Role::Intake, Role::Decider];
        self.test.actor(&self.office, second(), &roles)
    }

    pub(crate) async fn send(&self) -> CaseSight {
        let (envelope, parts) = sealed();
        referral::create(&self.doctor(), &envelope, &parts)
            .await
            .unwrap()
    }
}

/// The second member of the office.
pub(crate) fn second() -> MemberId {
    MemberId::from_uuid(Uuid::from_u128(0x22))
}

on_both_engines! {
    async fn the_hours_to_open_it_run_while_the_office_is_open(fresh: Fresh) {
        let mut report = Report::ready(fresh).await;
        let nine_to_twelve: TimeSpan = "09:00-12:00".parse().unwrap();
        let blocks = Block::on(&[Weekday::Tue, Weekday::Thu], nine_to_twelve);
        let id = ScheduleId::from_uuid(Uuid::from_u128(1));
        let hours = Schedule::stating(id, ScheduleChannel::Visit, Times::Weekly(blocks.into()));
        report.test.opens(&report.office, hours);
        let (envelope, parts) = sealed();
        let sent = referral::create(&report.doctor(), &envelope, &parts).await.unwrap();
        let arrived = sent.history.iter().find(|step| step.action == Action::Deliver).unwrap().at;
        let due = sent.due_dates.iter().find(|due| due.timer == Timer::Open).unwrap().at;
        // it arrives on a Tuesday after nine: what is left of the four hours runs from Thursday at nine on
        assert_eq!(due - arrived, TimeDelta::hours(45) + TimeDelta::hours(4));
        // the office may change its hours, the date stays
        report.test.opens(&report.office, Schedule::stating(id, ScheduleChannel::Visit, Times::NotStated));
        let seen = referral::find(&report.doctor(), sent.id).await.unwrap();
        assert!(seen.due_dates.iter().any(|one| one.timer == Timer::Open && one.at == due));
    }

    async fn a_report_travels_to_the_office_and_its_sender_sees_no_more_than_the_law_says(fresh: Fresh) {
        let report = Report::ready(fresh).await;
        let (doctor, clerk, colleague) = (report.doctor(), report.clerk(), report.colleague());
        let sent = report.send().await;
        assert_eq!(sent.state, State::Delivered);
        let ids: Vec<PartId> = sent.parts.iter().map(|part| part.id).collect();

        let opened = referral::read_parts(&clerk, sent.id, &ids).await.unwrap();
        let bytes: Vec<_> = opened.parts.iter().map(|part| &part.jwe).collect();
        let (_, given) = sealed();
        assert_eq!(bytes, given.iter().map(|part| &part.jwe).collect::<Vec<_>>());
        assert_eq!(opened.referral.state, State::Opened);

        let receipt = text(&example(), "/receipt").to_owned();
        let version = opened.referral.version;
        let case = referral::acknowledge(&clerk, sent.id, version, &receipt).await.unwrap();
        assert_eq!(case.receipt.as_deref(), Some(&*receipt));
        assert!(case.history.iter().all(|step| step.code.is_none()), "a receipt is no code");
        let seen = referral::find(&doctor, sent.id).await.unwrap();
        assert_eq!(seen.state, State::Acknowledged);
        assert_eq!(seen.receipt.as_deref(), Some(&*receipt));

        let me = report.office.member;
        let case = referral::accept(&clerk, sent.id, case.version).await.unwrap();
        let case = referral::assign(&clerk, sent.id, case.version, me).await.unwrap();
        let case = referral::start(&clerk, sent.id, case.version).await.unwrap();
        let alone = referral::complete(&clerk, sent.id, case.version, Outcome::Processed).await;
        assert!(matches!(alone, Err(Failure::Referral(why))
            if matches!(why.refusal, Refusal::GuardFailed(_)) && why.current.is_some()));
        let case = referral::co_sign_close(&colleague, sent.id, case.version).await.unwrap();
        let case = referral::complete(&clerk, sent.id, case.version, Outcome::Processed).await.unwrap();
        assert_eq!(case.state, State::Completed);
        assert_eq!(referral::find(&doctor, sent.id).await.unwrap(), seen);

        let facts = part(&example()["feedback"]);
        referral::give_feedback(&clerk, sent.id, &facts, None).await.unwrap();
        let told = referral::find(&doctor, sent.id).await.unwrap();
        assert!(told.feedback_given && told.state == State::Acknowledged);
    }

    async fn every_other_channel_stays_and_a_day_is_one_around_the_report(fresh: Fresh) {
        let report = Report::ready(fresh).await;
        let doctor = report.doctor();
        let sent = report.send().await;
        let today = sent.created_at.date_naive();
        let say = async |version, channel, on| {
            referral::confirm_other_channel(&doctor, sent.id, version, channel, on).await
        };
        let month_ago = today - TimeDelta::days(31);
        let told = say(sent.version, Channel::Phone, month_ago).await.unwrap();
        let told = say(told.version, Channel::Fax, today).await.unwrap();
        let told = say(told.version, Channel::Phone, today).await.unwrap();
        let wanted = [(Channel::Phone, month_ago), (Channel::Fax, today), (Channel::Phone, today)];
        for sight in [&told, &referral::find(&report.clerk(), sent.id).await.unwrap()] {
            let said: Vec<_> = sight.other_channels.iter().map(|one| (one.channel, one.on)).collect();
            assert_eq!(said, wanted);
        }

        let outside = [(month_ago.pred_opt(), "an earlier"), (today.succ_opt(), "a later")];
        for (day, found) in outside {
            let refused = say(told.version, Channel::Post, day.unwrap()).await;
            let allowed = format!("a day from {month_ago} to {today}; found is {found} one");
            assert!(matches!(&refused, Err(Failure::Invalid(faults))
                if faults.len() == 1 && faults[0].pointer() == "/on" && faults[0].allowed == allowed),
                "{refused:?}");
        }
        // an office is told that this is not its act, whatever the day
        let long_ago = month_ago - TimeDelta::days(9);
        let clerk = report.clerk();
        let theirs =
            referral::confirm_other_channel(&clerk, sent.id, told.version, Channel::Post, long_ago).await;
        assert!(matches!(&theirs, Err(no) if !matches!(no, Failure::Invalid(_))), "{theirs:?}");
        assert_eq!(referral::find(&doctor, sent.id).await.unwrap().other_channels.len(), 3);
    }

    async fn one_co_signature_is_enough_and_is_offered_to_others_than_the_assignee(fresh: Fresh) {
        let report = Report::ready(fresh).await;
        let (clerk, colleague) = (report.clerk(), report.colleague());
        let sent = report.send().await;
        let ids: Vec<PartId> = sent.parts.iter().map(|part| part.id).collect();
        let case = referral::read_parts(&clerk, sent.id, &ids).await.unwrap().referral;
        let receipt = text(&example(), "/receipt").to_owned();
        let case = referral::acknowledge(&clerk, sent.id, case.version, &receipt).await.unwrap();
        let case = referral::accept(&clerk, sent.id, case.version).await.unwrap();
        let me = report.office.member;
        let case = referral::assign(&clerk, sent.id, case.version, me).await.unwrap();
        let case = referral::start(&clerk, sent.id, case.version).await.unwrap();
        assert!(!case.allowed_actions.contains(&Action::CoSignClose), "the assignee");
        let seen = referral::find(&colleague, sent.id).await.unwrap();
        assert!(seen.allowed_actions.contains(&Action::CoSignClose));

        let signed = referral::co_sign_close(&colleague, sent.id, case.version).await.unwrap();
        assert!(signed.co_signed && !signed.allowed_actions.contains(&Action::CoSignClose));
        let again = referral::co_sign_close(&colleague, sent.id, signed.version).await;
        assert!(matches!(again, Err(Failure::Referral(why))
            if matches!(why.refusal, Refusal::NotAllowed { .. })));

        // it holds for 14 days
        report.test.clock.forward(TimeDelta::days(15));
        let later = referral::find(&colleague, sent.id).await.unwrap();
        assert!(later.allowed_actions.contains(&Action::CoSignClose));
    }

    async fn an_incomplete_report_waits_and_cannot_be_submitted_without_its_parts(fresh: Fresh) {
        let report = Report::ready(fresh).await;
        let doctor = report.doctor();
        let (envelope, parts) = sealed();
        let waiting = referral::create(&doctor, &envelope, &parts[..1]).await.unwrap();
        assert_eq!(waiting.state, State::New);
        assert!(waiting.allowed_actions.contains(&Action::Discard));
        let outcome = referral::submit(&doctor, waiting.id, waiting.version).await;
        assert_eq!(refused(outcome), RefusedCode::PartsMissing);
        let gone = referral::discard(&doctor, waiting.id, waiting.version).await.unwrap();
        assert_eq!(gone.state, State::Purged);
    }

    async fn fifty_equal_requests_at_once_make_one_referral(fresh: Fresh) {
        let report = Report::ready(fresh).await;
        let doctor = report.doctor();
        let once = once(&doctor, b"the same");
        let tasks: Vec<_> = (0..50)
            .map(|_| {
                let (doctor, once) = (doctor.clone(), once.clone());
                tokio::spawn(async move {
                    let (envelope, parts) = sealed();
                    idempotent(&doctor, Some(once), |ctx| async move {
                        referral::create(&ctx, &envelope, &parts).await
                    })
                    .await
                    .unwrap()
                })
            })
            .collect();
        let mut ran = 0;
        for task in tasks {
            let done = task.await.unwrap();
            assert_eq!(done.referral.id, report_id());
            ran += usize::from(!done.replayed);
        }
        assert_eq!(ran, 1);
        let (envelope, parts) = sealed();
        let again = referral::create(&doctor, &envelope, &parts).await;
        assert_eq!(refused(again), RefusedCode::IdExists);
    }

    async fn a_repeated_request_shows_the_referral_as_it_stands_and_a_refused_one_is_asked_anew(fresh: Fresh) {
        let report = Report::ready(fresh).await;
        let doctor = report.doctor();
        let key = once(&doctor, b"the same");
        let send = |parts: Vec<GivenPart>| {
            let (doctor, key) = (doctor.clone(), key.clone());
            async move {
                let (envelope, _) = sealed();
                idempotent(&doctor, Some(key), |ctx| async move {
                    referral::create(&ctx, &envelope, &parts).await
                })
                .await
            }
        };
        let (_, parts) = sealed();
        let mut swapped = parts.clone();
        swapped[1].jwe.clone_from(&parts[0].jwe);
        let outcome = send(swapped).await.map(|done| done.referral);
        assert_eq!(refused(outcome), RefusedCode::HeaderContextMismatch);

        let done = send(parts.clone()).await.unwrap();
        assert!(!done.replayed, "a refusal changed nothing, so the key is free");
        let ids: Vec<PartId> = done.referral.parts.iter().map(|part| part.id).collect();
        referral::read_parts(&report.clerk(), report_id(), &ids).await.unwrap();
        let again = send(parts).await.unwrap();
        assert!(again.replayed);
        assert_eq!(again.referral.state, State::Opened, "as it stands now");

        let other = Once { fingerprint: Fingerprint::of_rest("POST", "/graphql", b"other"), ..key };
        let reused = idempotent(&doctor, Some(other), |ctx| async move {
            referral::find(&ctx, report_id()).await?;
            referral::discard(&ctx, report_id(), domain::time::Version::FIRST).await
        })
        .await
        .map(|done| done.referral);
        assert_eq!(refused(reused), RefusedCode::IdempotencyKeyReused);
    }
}

fn once(doctor: &application::Context, body: &[u8]) -> Once {
    Once {
        scope: Scope::of(&doctor.actor, "POST", "/graphql createReferral").unwrap(),
        key: "6f2a3c1e-0d7b-4c55-9a7e-2f8b8c1d2e3f".parse().unwrap(),
        fingerprint: Fingerprint::of_rest("POST", "/graphql", body),
    }
}
