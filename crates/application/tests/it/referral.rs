//! A suspicion report from the practice to the youth office, and what is refused on the way.

use application::Failure;
use application::referral::{self, CaseSight, GivenPart, Once, RefusedCode, idempotent};
use domain::ids::{PartId, ReferralId};
use domain::referral::idempotency::{Fingerprint, Scope};
use domain::referral::{Action, Outcome, Refusal, State};

use crate::house::{TestHouse, example, part, text};

fn sealed() -> (String, Vec<GivenPart>) {
    let example = example();
    let parts = example["parts"].as_array().unwrap().iter().map(part);
    (text(&example, "/envelope").to_owned(), parts.collect())
}

fn report_id() -> ReferralId {
    "11111111-1111-4111-8111-111111111111".parse().unwrap()
}

async fn send(test: &TestHouse) -> CaseSight {
    let (envelope, parts) = sealed();
    referral::create(&test.doctor(), &envelope, &parts)
        .await
        .unwrap()
}

fn refused(outcome: Result<CaseSight, Failure>) -> RefusedCode {
    match outcome {
        Err(Failure::Refused(refused)) => refused.code,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn a_report_travels_to_the_office_and_its_sender_sees_no_more_than_the_law_says() {
    let test = TestHouse::ready().await;
    let (doctor, clerk, colleague) = (test.doctor(), test.clerk(), test.colleague());
    let sent = send(&test).await;
    assert_eq!(sent.state, State::Delivered);
    let ids: Vec<PartId> = sent.parts.iter().map(|part| part.id).collect();

    let opened = referral::read_parts(&clerk, sent.id, &ids).await.unwrap();
    let bytes: Vec<_> = opened.parts.iter().map(|part| &part.jwe).collect();
    let (_, given) = sealed();
    assert_eq!(
        bytes,
        given.iter().map(|part| &part.jwe).collect::<Vec<_>>()
    );
    assert_eq!(opened.referral.state, State::Opened);

    let receipt = text(&example(), "/receipt").to_owned();
    let version = opened.referral.version;
    let case = referral::acknowledge(&clerk, sent.id, version, &receipt)
        .await
        .unwrap();
    assert_eq!(case.receipt.as_deref(), Some(&*receipt));
    let seen = referral::find(&doctor, sent.id).await.unwrap();
    assert_eq!(seen.state, State::Acknowledged);

    let me = clerk.actor.member().unwrap().member;
    let case = referral::accept(&clerk, sent.id, case.version)
        .await
        .unwrap();
    let case = referral::assign(&clerk, sent.id, case.version, me)
        .await
        .unwrap();
    let case = referral::start(&clerk, sent.id, case.version)
        .await
        .unwrap();
    let alone = referral::complete(&clerk, sent.id, case.version, Outcome::Processed).await;
    assert!(matches!(alone, Err(Failure::Referral(why))
        if matches!(why.refusal, Refusal::GuardFailed(_)) && why.current.is_some()));
    let case = referral::co_sign_close(&colleague, sent.id, case.version)
        .await
        .unwrap();
    let case = referral::complete(&clerk, sent.id, case.version, Outcome::Processed)
        .await
        .unwrap();
    assert_eq!(case.state, State::Completed);
    assert_eq!(referral::find(&doctor, sent.id).await.unwrap(), seen);

    let facts = part(&example()["feedback"]);
    referral::give_feedback(&clerk, sent.id, &facts, None)
        .await
        .unwrap();
    let told = referral::find(&doctor, sent.id).await.unwrap();
    assert!(told.feedback_given && told.state == State::Acknowledged);
}

#[tokio::test]
async fn what_is_refused_leaves_nothing_behind() {
    let test = TestHouse::ready().await;
    let doctor = test.doctor();
    let (envelope, parts) = sealed();
    let tampered = envelope.replace("\"SOON\"", "\"NORMAL\"");
    let outcome = referral::create(&doctor, &tampered, &parts).await;
    assert_eq!(refused(outcome), RefusedCode::SignatureInvalid);

    let mut swapped = parts.clone();
    swapped[1].jwe.clone_from(&parts[0].jwe);
    let outcome = referral::create(&doctor, &envelope, &swapped).await;
    assert_eq!(refused(outcome), RefusedCode::HeaderContextMismatch);

    let outcome = referral::create(&test.clerk(), &envelope, &parts).await;
    assert!(matches!(outcome, Err(Failure::Forbidden)));

    let mut work = test.house.store.begin().await.unwrap();
    let mut standing = work.memberships().standing(test.office).await.unwrap();
    standing.receives.clear();
    work.memberships()
        .save_standing(test.office, &standing)
        .await
        .unwrap();
    work.commit().await.unwrap();
    let outcome = referral::create(&doctor, &envelope, &parts).await;
    assert_eq!(refused(outcome), RefusedCode::DestinationCannotReceive);

    let found = referral::find(&doctor, report_id()).await;
    assert!(matches!(found, Err(Failure::NotFound)));
    let mut work = test.house.store.begin().await.unwrap();
    assert!(work.parts().heads(&[report_id()]).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_incomplete_report_waits_and_cannot_be_submitted_without_its_parts() {
    let test = TestHouse::ready().await;
    let doctor = test.doctor();
    let (envelope, parts) = sealed();
    let waiting = referral::create(&doctor, &envelope, &parts[..1])
        .await
        .unwrap();
    assert_eq!(waiting.state, State::New);
    assert!(waiting.allowed_actions.contains(&Action::Discard));
    let outcome = referral::submit(&doctor, waiting.id, waiting.version).await;
    assert_eq!(refused(outcome), RefusedCode::PartsMissing);
    let gone = referral::discard(&doctor, waiting.id, waiting.version)
        .await
        .unwrap();
    assert_eq!(gone.state, State::Purged);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_equal_requests_at_once_make_one_referral() {
    let test = TestHouse::ready().await;
    let doctor = test.doctor();
    let once = Once {
        scope: Scope::of(&doctor.actor, "POST", "/graphql createReferral").unwrap(),
        key: "6f2a3c1e-0d7b-4c55-9a7e-2f8b8c1d2e3f".parse().unwrap(),
        fingerprint: Fingerprint::of_rest("POST", "/graphql", b"the same"),
    };
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
