//! The sender of a suspicion report learns of the receipt and the three facts, and of nothing else:
//! not by a state, a version, a date, a list of actions, nor a refusal.

use chrono::{NaiveDate, TimeDelta};

use super::*;
use crate::referral::retention::RetentionDates;
use crate::referral::timers::Due;
use crate::time::Version;

/// Everything the sender can get out of a referral.
#[derive(Debug, PartialEq)]
struct Seen {
    state: State,
    version: Version,
    dates: RetentionDates,
    due: Vec<Due>,
    actions: Vec<Action>,
    refusals: Vec<Result<(), Refusal>>,
}

fn seen(referral: &Referral, at: DateTime<Utc>) -> Seen {
    let by = sender();
    let version = referral.version_for(Side::Sender);
    let day = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
    let attempts = [
        referral.withdraw(version, &by, at),
        referral.submit(version, &by, everything(), at),
        referral.discard(Some(version), &by, at),
        referral.confirm_other_channel(version, &by, Channel::Phone, day, at),
        referral.message(&by, at),
        referral.accept(version, &by, at),
        referral.start(version, &by, at),
        referral.hold(
            version,
            &by,
            HoldReason::Absence,
            at + TimeDelta::days(1),
            at,
        ),
        referral.resume(version, &by, at),
        referral.co_sign_close(version, &by, at),
        referral.complete(version, &by, Outcome::Processed, at),
        referral.decline(version, &by, DeclineReason::Other, None, at),
        referral.fail(version, &by, FailReason::NoShow, at),
        referral.redirect(version, &by, organisation(3), true, at),
        referral.assign(version, &by, member(11), true, at),
        referral.acknowledge(version, &by, everything(), at),
        referral.open(&by, at),
        referral.feedback(&by, 1_024, at),
        referral.withdraw(Version(version.0 + 1), &by, at),
    ];
    Seen {
        state: referral.state_for(Side::Sender),
        version,
        dates: referral.retention(Side::Sender),
        due: referral.due_dates_for(Side::Sender),
        actions: referral.allowed_actions(&by, at),
        refusals: attempts
            .into_iter()
            .map(|attempt| attempt.map(|_changed| ()))
            .collect(),
    }
}

/// A report in every state it can reach after the acknowledgement, in this version or a later one.
fn afterwards() -> Vec<Referral> {
    let acknowledged = acknowledged(Kind::SuspicionReport);
    let working = in_progress(Kind::SuspicionReport);
    let accepted = acknowledged
        .accept(acknowledged.version(), &office(21), noon())
        .unwrap();
    let until = noon() + TimeDelta::days(9);
    let version = working.version();
    let resting = working
        .hold(version, &office(21), HoldReason::Absence, until, noon())
        .unwrap();
    let signed = working
        .co_sign_close(version, &office(22), noon())
        .unwrap()
        .referral;
    let closed = signed
        .complete(
            signed.version(),
            &office(21),
            Outcome::Processed,
            noon() + TimeDelta::days(2),
        )
        .unwrap();
    let redirected = Referral::restore(ReferralParts {
        state: ReferralState::Redirected {
            at: noon(),
            by: member(21),
            proposed: organisation(3),
        },
        ..acknowledged.to_parts()
    });
    vec![
        acknowledged,
        accepted.referral,
        working,
        resting.referral,
        signed,
        closed.referral,
        redirected,
    ]
}

#[test]
fn after_the_acknowledgement_every_state_looks_the_same_to_its_sender() {
    let all = afterwards();
    for later in [0, 1, 10, 89, 90, 200] {
        let at = noon() + TimeDelta::days(later);
        let first = seen(&all[0], at);
        assert_eq!(first.state, State::Acknowledged);
        for referral in &all {
            assert_eq!(
                seen(referral, at),
                first,
                "{} after {later} days",
                referral.state().name()
            );
        }
    }
}

#[test]
fn a_report_is_not_purged_while_its_sender_may_still_look() {
    let until = noon() + TimeDelta::days(90);
    for referral in afterwards() {
        assert_eq!(referral.sender_access_until(), Some(until));
        assert!(referral.purge_at().is_none_or(|purge| purge >= until));
        assert!(
            referral
                .message(&sender(), until - TimeDelta::seconds(1))
                .is_ok()
        );
        assert!(referral.message(&sender(), until).is_err());
    }
}

#[test]
fn feedback_alone_prolongs_the_access_of_the_sender() {
    let report = in_progress(Kind::SuspicionReport);
    let given = noon() + TimeDelta::days(80);
    let after = report.feedback(&office(21), 1_024, given).unwrap();
    assert!(after.step.sender_learns);
    assert_eq!(
        after.referral.sender_access_until(),
        Some(given + TimeDelta::days(30))
    );
    assert_eq!(
        after.referral.version_for(Side::Sender),
        report.version_for(Side::Sender).next()
    );
}

#[test]
fn the_work_of_the_office_leaves_the_version_of_the_sender_alone() {
    let before = acknowledged(Kind::SuspicionReport);
    let accepted = before
        .accept(before.version(), &office(21), noon())
        .unwrap();
    assert!(!accepted.step.sender_learns);
    assert_eq!(
        accepted.referral.version_for(Side::Sender),
        before.version_for(Side::Sender)
    );
    assert_eq!(
        accepted.referral.version_for(Side::Recipient),
        before.version().next()
    );
    // a help referral hides nothing from its sender
    let help = acknowledged(Kind::HelpReferral);
    let accepted = help.accept(help.version(), &office(21), noon()).unwrap();
    assert!(accepted.step.sender_learns);
    assert_eq!(
        accepted.referral.version_for(Side::Sender),
        help.version().next()
    );
}
