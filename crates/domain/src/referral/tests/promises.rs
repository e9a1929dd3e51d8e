use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};

use super::*;
use crate::time::{LOCAL, Version};

fn guard_failed(guard: Guard) -> Result<Changed, Refusal> {
    Err(Refusal::GuardFailed(vec![guard]))
}

#[test]
fn a_help_referral_goes_its_whole_way() {
    let working = in_progress(Kind::HelpReferral);
    assert_eq!(working.assignee(), Some(member(21)));
    let resting = working
        .hold(
            working.version(),
            &office(21),
            HoldReason::Waitlist,
            noon() + TimeDelta::days(30),
            noon(),
        )
        .unwrap();
    assert_eq!(resting.step.code.as_deref(), Some("WAITLIST"));
    let resting = resting.referral;
    let going = resting
        .resume(resting.version(), &office(21), noon())
        .unwrap()
        .referral;
    let done = going
        .complete(going.version(), &office(21), Outcome::GotHelp, noon())
        .unwrap();
    assert_eq!(done.step.event, Some(EventKind::Completed));
    assert_eq!(
        done.referral.state(),
        &ReferralState::Completed {
            at: noon(),
            by: member(21),
            outcome: Outcome::GotHelp
        }
    );
    assert_eq!(done.referral.version(), done.was.next());
}

#[test]
fn whoever_decided_on_an_old_version_is_told_the_current_one() {
    let referral = acknowledged(Kind::HelpReferral);
    let stale = Version(referral.version().0 - 1);
    assert_eq!(
        referral.accept(stale, &office(21), noon()),
        Err(Refusal::VersionConflict {
            current: referral.version()
        })
    );
}

#[test]
fn what_is_not_possible_names_what_is() {
    let referral = delivered(Kind::SuspicionReport);
    let refused = referral.withdraw(referral.version_for(Side::Sender), &sender(), noon());
    assert_eq!(
        refused,
        Err(Refusal::NotAllowed {
            allowed: vec![Action::Message, Action::ConfirmOtherChannel]
        })
    );
}

#[test]
fn what_is_not_offered_yet_is_refused_although_the_table_knows_it() {
    for kind in Kind::ALL {
        let referral = acknowledged(*kind);
        let offered = *kind == Kind::HelpReferral;
        let redirected = referral.redirect(
            referral.version(),
            &office(21),
            organisation(3),
            true,
            noon(),
        );
        assert_eq!(redirected.is_ok(), offered, "{kind}");
        let allowed = referral.allowed_actions(&office(21), noon());
        assert_eq!(allowed.contains(&Action::Redirect), offered);
        assert!(!allowed.contains(&Action::Recuse) && !allowed.contains(&Action::CallHeld));
    }
}

#[test]
fn a_reason_must_be_one_of_the_kind() {
    let referral = acknowledged(Kind::HelpReferral);
    let version = referral.version();
    let contained = DeclineReason::IdentityContained;
    assert_eq!(
        referral.decline(version, &office(21), contained, None, noon()),
        guard_failed(Guard::ReasonCode)
    );
    let working = in_progress(Kind::HelpReferral);
    assert_eq!(
        working.complete(working.version(), &office(21), Outcome::Processed, noon()),
        guard_failed(Guard::OutcomeCode)
    );
    let until = noon() + TimeDelta::days(3);
    assert_eq!(
        working.hold(
            working.version(),
            &office(21),
            HoldReason::ConsentRevoked,
            until,
            noon()
        ),
        guard_failed(Guard::ReasonCode)
    );
}

#[test]
fn a_rest_ends_in_the_future_and_within_thirty_days() {
    let working = in_progress(Kind::HelpReferral);
    for until in [
        noon(),
        noon() + TimeDelta::days(30) + TimeDelta::microseconds(1),
    ] {
        assert_eq!(
            working.hold(
                working.version(),
                &office(21),
                HoldReason::Absence,
                until,
                noon()
            ),
            guard_failed(Guard::HoldUntilMax30d)
        );
    }
}

#[test]
fn a_redirect_needs_another_destination_that_can_receive() {
    let referral = acknowledged(Kind::HelpReferral);
    for (proposed, can_receive) in [(organisation(2), true), (organisation(3), false)] {
        assert_eq!(
            referral.redirect(
                referral.version(),
                &office(21),
                proposed,
                can_receive,
                noon()
            ),
            guard_failed(Guard::RedirectAllowed)
        );
    }
}

#[test]
fn a_suspicion_report_is_closed_by_two() {
    let working = in_progress(Kind::SuspicionReport);
    let version = working.version();
    let close = |referral: &Referral, at| {
        referral.complete(referral.version(), &office(21), Outcome::Processed, at)
    };
    assert_eq!(
        close(&working, noon()),
        guard_failed(Guard::SecondPersonIfSuspicion)
    );
    assert_eq!(
        working.co_sign_close(version, &office(21), noon()),
        guard_failed(Guard::NotTheAssignee)
    );
    let signed = working
        .co_sign_close(version, &office(22), noon())
        .unwrap()
        .referral;
    let in_time = noon() + TimeDelta::days(14);
    let offered = |referral: &Referral, who, at| {
        let signs = Action::CoSignClose;
        let listed = referral.allowed_actions(&office(who), at).contains(&signs);
        let done = referral.co_sign_close(referral.version(), &office(who), at);
        assert_eq!(
            listed,
            done.is_ok(),
            "what is listed can be done, and nothing else"
        );
        listed
    };
    assert!(offered(&working, 22, noon()) && !offered(&working, 21, noon()));
    assert!(!offered(&signed, 22, in_time) && !offered(&signed, 23, in_time));
    assert!(offered(&signed, 23, in_time + TimeDelta::seconds(1)));
    assert!(close(&signed, in_time).is_ok());
    assert!(close(&signed, in_time + TimeDelta::seconds(1)).is_err());
    // who co-signed and is then given the case is no second person any more
    let given = signed
        .assign(signed.version(), &office(21), member(22), true, noon())
        .unwrap();
    let given = given.referral;
    assert!(
        given
            .complete(given.version(), &office(22), Outcome::Processed, noon())
            .is_err()
    );
    assert!(offered(&given, 21, noon()));
}

#[test]
fn the_three_facts_go_to_those_the_law_names_and_have_one_size() {
    let referral = acknowledged(Kind::SuspicionReport);
    assert!(referral.feedback(&office(21), 1_024, noon()).is_ok());
    assert_eq!(
        referral.feedback(&office(21), 2_048, noon()),
        guard_failed(Guard::FixedSize1024)
    );
    let kita = Head {
        gate: Gate::Sgb8a4,
        profession: Profession::Sgb8Provider,
        ..head(Kind::SuspicionReport)
    };
    let from_kita = Referral::restore(ReferralParts {
        head: kita,
        ..referral.to_parts()
    });
    assert_eq!(
        from_kita.feedback(&office(21), 1_024, noon()),
        Err(Refusal::FeedbackNotPermitted)
    );
    assert!(
        !from_kita
            .allowed_actions(&office(21), noon())
            .contains(&Action::Feedback)
    );
}

#[test]
fn what_was_never_sent_is_thrown_away_by_its_sender_or_after_a_day() {
    let new = announced(Kind::HelpReferral);
    assert!(new.discard(Some(new.version()), &sender(), noon()).is_ok());
    let system = Doer::system();
    assert!(
        new.discard(None, &system, noon() + TimeDelta::hours(23))
            .is_err()
    );
    assert!(
        new.discard(None, &system, noon() + TimeDelta::hours(24))
            .is_ok()
    );
}

#[test]
fn a_report_that_did_not_arrive_is_kept_until_it_reached_the_office_otherwise() {
    let report = delivered(Kind::SuspicionReport)
        .key_lost(noon())
        .unwrap()
        .referral;
    assert_eq!(report.purge_at(), None);
    let version = report.version_for(Side::Sender);
    let day = NaiveDate::from_ymd_opt(2026, 12, 2).unwrap();
    let said = |on, at| report.confirm_other_channel(version, &sender(), Channel::Phone, on, at);
    assert_eq!(said(day, noon()), guard_failed(Guard::DateAndChannel));
    let later = noon() + TimeDelta::days(3);
    let told = said(day, later).unwrap().referral;
    assert_eq!(told.purge_at(), Some(later + TimeDelta::days(7)));
    // what was said first stays, what is said again is said once, and the last word counts for how long it is kept
    let again = later + TimeDelta::days(1);
    let version = told.version_for(Side::Sender);
    let told = told
        .confirm_other_channel(version, &sender(), Channel::Fax, day, again)
        .unwrap()
        .referral;
    let version = told.version_for(Side::Sender);
    let told = told
        .confirm_other_channel(version, &sender(), Channel::Phone, day, again)
        .unwrap()
        .referral;
    let ways: Vec<_> = told
        .other_channels()
        .iter()
        .map(|one| one.channel)
        .collect();
    assert_eq!(ways, [Channel::Phone, Channel::Fax]);
    assert_eq!(told.purge_at(), Some(again + TimeDelta::days(7)));
    // nobody telephoned about it long before it was sent
    let days = report.other_channel_days(later);
    assert!(said(*days.start(), later).is_ok() && said(*days.end(), later).is_ok());
    let sent = noon().with_timezone(&LOCAL).date_naive();
    assert_eq!(*days.start(), sent - TimeDelta::days(31));
    let before = *days.start() - TimeDelta::days(1);
    assert_eq!(said(before, later), guard_failed(Guard::DateAndChannel));
    // any other kind needs nobody's word
    let help = delivered(Kind::HelpReferral)
        .key_lost(noon())
        .unwrap()
        .referral;
    assert_eq!(help.purge_at(), Some(noon() + TimeDelta::days(7)));
}

#[test]
fn a_bounce_names_at_least_one_problem() {
    let opened = delivered(Kind::HelpReferral)
        .open(&office(21), noon())
        .unwrap()
        .referral;
    let refuse =
        |problems| opened.reject_technical(opened.version(), &office(21), problems, noon());
    assert_eq!(refuse(BTreeSet::new()), guard_failed(Guard::ProblemList));
    let problems = BTreeSet::from([Problem::DecryptFailed, Problem::TagMismatch]);
    let bounced = refuse(problems.clone()).unwrap();
    assert_eq!(
        bounced.step.code.as_deref(),
        Some("decrypt_failed tag_mismatch")
    );
    assert_eq!(
        bounced.referral.state(),
        &ReferralState::Bounced {
            at: noon(),
            problems
        }
    );
}

#[test]
fn messages_end_ninety_days_after_the_end() {
    let referral = acknowledged(Kind::HelpReferral);
    let declined = referral
        .decline(
            referral.version(),
            &office(21),
            DeclineReason::NoCapacity,
            None,
            noon(),
        )
        .unwrap()
        .referral;
    let last = noon() + TimeDelta::days(90);
    assert!(declined.message(&sender(), last).is_ok());
    assert_eq!(
        declined.message(&sender(), last + TimeDelta::seconds(1)),
        guard_failed(Guard::OpenOr90dAfterTerminal)
    );
}

#[test]
fn a_referral_taken_apart_and_put_together_is_the_same() {
    let referral = in_progress(Kind::SuspicionReport);
    assert_eq!(Referral::restore(referral.to_parts()), referral);
    let text = serde_json::to_string(referral.state()).unwrap();
    assert_eq!(
        &serde_json::from_str::<ReferralState>(&text).unwrap(),
        referral.state()
    );
    assert!(text.contains("\"state\":\"IN_PROGRESS\""));
}

#[test]
fn people_name_a_case_by_a_reference_drawn_from_its_id() {
    let id = Uuid::from_u128(0x1111_1111_1111_4111_8111_1111_1111_1111);
    assert_eq!(reference(ReferralId::from_uuid(id)), "WFKA-WB6K");
}
