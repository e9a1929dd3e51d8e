//! What is refused on the way in, with nothing stored half.

use application::Failure;
use application::referral::{self, CaseSight, GivenPart, RefusedCode};
use chrono::TimeDelta;
use domain::access::Role;
use domain::ids::{MemberId, ReferralId};
use domain::referral::envelope::Envelope;
use domain::referral::records::{PartHead, StoredPart};
use domain::referral::{Direction, PartRole, Referral, State};
use persistence::on_both_engines;
use persistence::testing::Fresh;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::help::{self, Help, referral_id};
use crate::house::{TestHouse, refused, submission};
use crate::report::{Report, report_id, sealed};

async fn tried(help: &Help, submission: (String, Vec<GivenPart>)) -> RefusedCode {
    let (envelope, parts) = submission;
    let outcome = referral::create(&help.doctor(), &envelope, &parts).await;
    let code = refused(outcome);
    assert!(
        is_untouched(&help.test, referral_id(), help.practice.member).await,
        "{code:?}"
    );
    code
}

/// Whether nothing of a referral is stored: no row, no part, no grant, no event.
async fn is_untouched(test: &TestHouse, id: ReferralId, author: MemberId) -> bool {
    referral::publish_events(&test.house).await.unwrap();
    let mut work = test.house.store.begin().await.unwrap();
    let no_referral = work.referrals().find(id).await.unwrap().is_none();
    let no_envelope = work.referrals().envelope(id).await.unwrap().is_none();
    let no_parts = work.parts().heads(&[id]).await.unwrap().is_empty();
    let no_grants = work.case_grants().of_case(id).await.unwrap().is_empty();
    let long_ago = crate::house::now() - TimeDelta::days(1);
    let counted = work
        .referrals()
        .announced_by(author, long_ago)
        .await
        .unwrap();
    no_referral && no_envelope && no_parts && no_grants && counted.is_empty()
}

fn orderly() -> (String, Vec<GivenPart>) {
    submission(&help::example()["referral"])
}

/// The first part, changed on its way.
fn with_first(change: impl FnOnce(&mut Value)) -> (String, Vec<GivenPart>) {
    let (envelope, mut parts) = orderly();
    let mut jwe: Value = serde_json::from_str(&parts[0].jwe).unwrap();
    change(&mut jwe);
    parts[0].jwe = jwe.to_string();
    (envelope, parts)
}

on_both_engines! {
    async fn what_the_profile_forbids_is_refused_and_leaves_nothing(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        let example = help::example();
        let wrong = tried(&help, submission(&example["toOtherKeys"])).await;
        assert_eq!(wrong, RefusedCode::RecipientsMismatch);
        let gate = tried(&help, submission(&example["unmarkedGate"])).await;
        assert_eq!(gate, RefusedCode::GateNotAllowed);
        let key = with_first(|jwe| jwe["recipients"][0]["header"]["jku"] = json!("https://example.org/keys"));
        assert_eq!(tried(&help, key).await, RefusedCode::JweHeaderNotAllowed);
        let algorithm = with_first(|jwe| jwe["recipients"][0]["header"]["alg"] = json!("RSA1_5"));
        assert_eq!(tried(&help, algorithm).await, RefusedCode::JweAlgorithmNotAllowed);
        let outside = with_first(|jwe| jwe["unprotected"] = json!({"zip": "DEF"}));
        assert_eq!(tried(&help, outside).await, RefusedCode::JweHeaderNotAllowed);
        let (envelope, parts) = orderly();
        let altered = envelope.replace("\"NORMAL\"", "\"URGENT\"");
        assert_ne!(altered, envelope);
        assert_eq!(tried(&help, (altered, parts)).await, RefusedCode::SignatureInvalid);
        let (envelope, mut parts) = orderly();
        parts[1].id = parts[0].id;
        assert_eq!(tried(&help, (envelope, parts)).await, RefusedCode::FieldNotAllowed);
    }

    async fn a_part_that_cannot_be_stored_takes_those_before_it_back(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        let (envelope, parts) = orderly();
        assert_eq!(parts.len(), 3);
        taken_elsewhere(&help, &parts[2]).await;
        assert_eq!(tried(&help, (envelope, parts)).await, RefusedCode::PartDiffers);
    }

    async fn a_replaced_key_is_good_for_a_day_and_stale_after_it(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        let rotation = help::example()["rotation"].clone();
        help.test.rotate(&help.service, &rotation).await;
        help.test.clock.forward(TimeDelta::hours(25));
        assert_eq!(tried(&help, orderly()).await, RefusedCode::StaleKey);
    }

    async fn a_replaced_key_is_taken_within_a_day(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        let rotation = help::example()["rotation"].clone();
        help.test.rotate(&help.service, &rotation).await;
        help.test.clock.forward(TimeDelta::hours(20));
        assert_eq!(help.send().await.state, State::Delivered);
    }

    async fn what_the_office_cannot_take_or_the_sender_may_not_send_leaves_nothing(fresh: Fresh) {
        let report = Report::ready(fresh).await;
        let doctor = report.doctor();
        let (envelope, parts) = sealed();
        let mut swapped = parts.clone();
        swapped[1].jwe.clone_from(&parts[0].jwe);
        let outcome = referral::create(&doctor, &envelope, &swapped).await;
        assert_eq!(refused(outcome), RefusedCode::HeaderContextMismatch);

        let outcome = referral::create(&report.clerk(), &envelope, &parts).await;
        assert!(matches!(outcome, Err(Failure::Forbidden)));
        let outcome = by_a_caretaker(&report).await;
        assert!(matches!(outcome, Err(Failure::Forbidden)));

        let mut work = report.test.house.store.begin().await.unwrap();
        let office = report.office.organisation;
        let mut standing = work.memberships().standing(office).await.unwrap();
        standing.receives.clear();
        work.memberships().save_standing(office, &standing).await.unwrap();
        work.commit().await.unwrap();
        let outcome = referral::create(&doctor, &envelope, &parts).await;
        assert_eq!(refused(outcome), RefusedCode::DestinationCannotReceive);
        assert!(is_untouched(&report.test, report_id(), report.practice.member).await);
    }

    async fn sixty_of_one_member_an_hour_are_enough_and_those_of_colleagues_do_not_count(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        announce_sixty(&help, 1_000, MemberId::from_uuid(Uuid::from_u128(0xb9))).await;
        assert_eq!(help.send().await.state, State::Delivered, "the colleague was busy, not the lead");

        announce_sixty(&help, 2_000, help.practice.member).await;
        let (envelope, parts) = submission(&help::example()["toOtherKeys"]);
        let outcome = referral::create(&help.doctor(), &envelope, &parts).await;
        assert!(matches!(outcome, Err(Failure::RateLimited { retry_after }) if retry_after <= 3_600));
        help.test.clock.forward(TimeDelta::hours(1));
        let outcome = referral::create(&help.doctor(), &envelope, &parts).await;
        assert_eq!(refused(outcome), RefusedCode::RecipientsMismatch, "looked at again");
    }
}

/// Somebody of the practice who only keeps its entry in the directory.
async fn by_a_caretaker(report: &Report) -> Result<CaseSight, Failure> {
    let member = MemberId::from_uuid(Uuid::from_u128(0x77));
    let ctx = report
        .test
        .actor(&report.practice, member, &[Role::DirectoryEditor]);
    let (envelope, parts) = sealed();
    referral::create(&ctx, &envelope, &parts).await
}

/// Another referral has a part of this id.
async fn taken_elsewhere(help: &Help, part: &GivenPart) {
    let (envelope, _) = orderly();
    let mut head = Envelope::read(&envelope).unwrap().head(None, None);
    head.id = ReferralId::from_uuid(Uuid::from_u128(7));
    let other = Referral::announce(head, crate::house::now());
    let taken = StoredPart {
        head: PartHead {
            referral: other.id(),
            id: part.id,
            role: PartRole::Help,
            direction: Direction::ToRecipient,
            epoch: 1,
            size: 2_048,
            tag: "another".to_owned(),
            kids: Vec::new(),
            by: None,
            at: crate::house::now(),
        },
        jwe: "{}".to_owned(),
    };
    let mut work = help.test.house.store.begin().await.unwrap();
    assert!(work.referrals().insert(&other, "{}").await.unwrap());
    assert!(work.parts().insert(&taken).await.unwrap());
    work.commit().await.unwrap();
}

/// Sixty referrals that somebody of the practice announced just now.
async fn announce_sixty(help: &Help, from: u128, author: MemberId) {
    let (envelope, _) = orderly();
    let read = Envelope::read(&envelope).unwrap();
    let mut work = help.test.house.store.begin().await.unwrap();
    for n in from..from + 60 {
        let mut head = read.head(Some(author), None);
        head.id = ReferralId::from_uuid(Uuid::from_u128(n));
        let announced = Referral::announce(head, help.test.house.clock.now());
        assert!(work.referrals().insert(&announced, "{}").await.unwrap());
    }
    work.commit().await.unwrap();
}
