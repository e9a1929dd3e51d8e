use chrono::TimeDelta;

use super::*;
use crate::referral::timers::{Timer, after_service_hours};

fn due(referral: &Referral, timer: Timer) -> Option<DateTime<Utc>> {
    let due = referral.due_dates();
    due.iter().find(|due| due.timer == timer).map(|due| due.at)
}

#[test]
fn deadlines_follow_the_hours_of_the_office_and_the_holidays_of_the_state() {
    let report = delivered(Kind::SuspicionReport);
    // an office that told nobody its hours counts as open day and night
    assert_eq!(
        due(&report, Timer::Open),
        Some(noon() + TimeDelta::hours(4))
    );
    assert_eq!(
        due(&report, Timer::Acknowledge),
        Some(noon() + TimeDelta::days(1))
    );
    assert_eq!(
        due(&report, Timer::Expire),
        Some(noon() + TimeDelta::days(14))
    );
    assert_eq!(due(&report, Timer::Decide), None);
    // Thursday before Easter: Good Friday, the weekend and Easter Monday do not count
    let maundy = Utc.with_ymd_and_hms(2026, 4, 2, 12, 0, 0).unwrap();
    let after = timers::after_working_days(maundy, 1);
    assert_eq!(after, Utc.with_ymd_and_hms(2026, 4, 7, 12, 0, 0).unwrap());
    // over the end of daylight saving the time of day in Berlin stays
    let friday = Utc.with_ymd_and_hms(2026, 10, 23, 12, 0, 0).unwrap();
    let monday = timers::after_working_days(friday, 1);
    assert_eq!(
        monday,
        Utc.with_ymd_and_hms(2026, 10, 26, 13, 0, 0).unwrap()
    );
}

#[test]
fn service_hours_run_while_the_office_is_open() {
    let at = |hours| noon() + TimeDelta::hours(hours);
    let open = || {
        [
            at(-8)..at(-6),
            at(-1)..at(1),
            at(20)..at(22),
            at(44)..at(52),
        ]
    };
    for (hours, expected) in [
        (1, Some(at(1))),
        (2, Some(at(21))),
        (4, Some(at(45))),
        (11, Some(at(52))),
        (12, None),
    ] {
        assert_eq!(
            after_service_hours(noon(), hours, open()),
            expected,
            "{hours}"
        );
    }
    let report = submitted(Kind::SuspicionReport);
    let arrived = |of: &Referral| of.deliver(everything(), open(), noon()).unwrap().referral;
    assert_eq!(due(&arrived(&report), Timer::Open), Some(at(45)));
    let help = arrived(&submitted(Kind::HelpReferral));
    assert_eq!(help.milestones().open_due_at, None);
}

#[test]
fn feedback_is_owed_until_it_was_given_after_the_end() {
    let report = in_progress(Kind::SuspicionReport);
    let ten_days = Utc.with_ymd_and_hms(2026, 12, 15, 11, 0, 0).unwrap();
    assert_eq!(due(&report, Timer::Feedback), Some(ten_days));
    let signed = report
        .co_sign_close(report.version(), &office(22), noon())
        .unwrap()
        .referral;
    let closed = signed
        .complete(signed.version(), &office(21), Outcome::Processed, noon())
        .unwrap();
    assert_eq!(due(&closed.referral, Timer::Feedback), Some(ten_days));
    let given = closed
        .referral
        .feedback(&office(21), 1_024, noon())
        .unwrap()
        .referral;
    assert_eq!(due(&given, Timer::Feedback), None);
    assert_eq!(due(&in_progress(Kind::HelpReferral), Timer::Feedback), None);
}
