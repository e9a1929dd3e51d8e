//! Who manages an organisation's keys, what of them is published, and which attempts are counted.

use application::referral::{self, RefusedCode};
use application::{Context, Failure, audit, keys};
use chrono::TimeDelta;
use domain::access::Role;
use domain::audit::{Outcome, Stream};
use domain::ids::ReferralId;
use domain::referral::keys::GrantTarget;
use persistence::on_both_engines;
use persistence::testing::Fresh;

use crate::help::{self, Help};
use crate::house::{Body, TestHouse, refused, text};
use crate::report::{Report, example, second};

fn forbidden<T>(outcome: &Result<T, Failure>) -> bool {
    matches!(outcome, Err(Failure::Forbidden))
}

on_both_engines! {
    async fn the_lead_announces_the_first_key_and_nobody_else_of_several(fresh: Fresh) {
        let (test, example) = (TestHouse::on(fresh), example());
        let office = Body::of(&example["office"], "youth_office", &[]);
        test.found(&office).await;
        let roles = [Role::Intake, Role::Decider];
        test.enter(second(), office.organisation, &roles).await;
        let colleague = test.actor(&office, second(), &roles);
        let first = text(&example, "/office/link/announcement").to_owned();
        assert!(forbidden(&keys::announce_organisation_key(&colleague, &first, None).await));
        assert!(!keys::key_health(&colleague).await.unwrap().may_manage);
        test.give_keys(&office).await;

        // a lead who holds no key manages none: from the first holder on, keys hand on keys
        let leading = test.actor(&office, second(), &[Role::Lead]);
        let certificate = text(&example, "/office/certificate");
        assert!(forbidden(&keys::certify_member(&leading, certificate).await));
        assert!(!keys::key_health(&leading).await.unwrap().may_manage);
        assert!(keys::key_health(&test.lead(&office)).await.unwrap().may_manage);
    }

    async fn the_one_member_of_a_body_announces_its_first_key_whatever_the_role(fresh: Fresh) {
        let (test, example) = (TestHouse::on(fresh), example());
        let practice = Body::of(&example["practice"], "medical_practice", &[]);
        test.found(&practice).await;
        let worker = test.actor(&practice, practice.member, &[Role::Worker]);
        let first = text(&example, "/practice/link/announcement");
        assert_eq!(keys::announce_organisation_key(&worker, first, None).await.unwrap(), 1);
    }

    async fn a_past_certificate_stays_published_with_the_instant_it_ended(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        let id = help.service.organisation;
        let before = referral::destination(&help.doctor(), id).await.unwrap();
        assert_eq!(before.certificates.len(), 1);
        assert_eq!(before.certificates[0].revoked_at, None);

        let rotation = help::example()["rotation"].clone();
        help.test.rotate(&help.service, &rotation).await;
        let after = referral::destination(&help.doctor(), id).await.unwrap();
        let [past, good] = &after.certificates[..] else { panic!("{:?}", after.certificates) };
        assert_eq!(past.token, before.certificates[0].token);
        assert!(past.revoked_at.is_some_and(|at| at > crate::house::now()));
        assert_eq!((&*good.token, good.revoked_at), (text(&rotation, "/certificate"), None));
        assert_eq!(after.recipients[0].kid.as_str(), text(&rotation, "/oekKid"));
        // the certifier of the past one was replaced: it vouches for nothing new
        let early = keys::certify_member(&help.adviser(), &past.token).await;
        assert_eq!(refused(early), RefusedCode::CertificateInvalid);
    }

    async fn refused_attempts_on_keys_and_drafts_are_counted(fresh: Fresh) {
        let report = Report::ready(fresh).await;
        let colleague = report.colleague();
        let none: ReferralId = "99999999-9999-4999-8999-999999999999".parse().unwrap();
        assert!(keys::prove_grant(&colleague, 1, "x").await.is_err());
        assert!(referral::delete_draft(&colleague, none).await.is_err());
        let editor = report.test.actor(&report.office, second(), &[Role::DirectoryEditor]);
        assert!(referral::save_draft(&editor, Some(none), "{}").await.is_err());
        let sheet = GrantTarget::Sheet(1);
        assert!(keys::post_grant(&colleague, sheet, 1, "x", "x").await.is_err());

        report.test.clock.forward(TimeDelta::minutes(2));
        assert_eq!(audit::write_denied(&report.test.house).await.unwrap(), 4);
        let counted = ["draft.deleted", "draft.saved", "key.granted", "key.proved"];
        assert_eq!(denied(&colleague).await, counted);
    }
}

/// What was refused, in the actor's stream of the chain.
async fn denied(ctx: &Context) -> Vec<String> {
    let organisation = ctx.actor.member().unwrap().organisation;
    let mut work = ctx.store.read_newest().await.unwrap();
    let entries = work
        .audit()
        .entries(Stream::Organisation(organisation), 0, 1_000)
        .await
        .unwrap();
    let denied = entries
        .into_iter()
        .filter(|one| one.entry.outcome == Outcome::Denied);
    let mut actions: Vec<_> = denied.map(|one| one.entry.action).collect();
    actions.sort();
    actions
}
