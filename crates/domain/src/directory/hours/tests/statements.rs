//! Whose statement counts, since when and until when; lines outside office hours; promises.

use chrono::TimeDelta;

use super::super::{
    Block, Channel, OpenReason, OpenState, OwnerLevel, Repeat, SchoolHolidays, Shortfall,
    StatedHours, Suspension, Times, shortfalls,
};
use super::*;
use crate::directory::OpeningCommitment;

#[test]
fn the_nearest_owner_wins_as_a_whole() {
    let phone = own(schedule(
        1,
        Channel::Phone,
        weekly(blocks(&[Weekday::Tue], &["09:00-10:00"])),
    ));
    let organisation = own(schedule(
        2,
        Channel::Phone,
        weekly(blocks(&WORKDAYS, &["09:00-16:00"])),
    ));
    let hours = StatedHours::unknown()
        .stated_by(OwnerLevel::Organisation, &organisation)
        .stated_by(OwnerLevel::Phone, &phone);
    assert_eq!(
        ask(&hours, Channel::Phone, "2026-11-24 09:30").state,
        OpenState::Open
    );
    // Wednesday is open for the organisation, but the phone has spoken for itself
    assert_eq!(
        ask(&hours, Channel::Phone, "2026-11-25 09:30").state,
        OpenState::Closed
    );
}

#[test]
fn visiting_hours_say_nothing_about_the_telephone() {
    let stated = own(visit(&WORKDAYS, &["09:00-16:00"]));
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    assert_eq!(
        ask(&hours, Channel::Phone, "2026-11-24 09:30").state,
        OpenState::Unknown
    );
}

#[test]
fn a_farther_owner_speaks_on_days_on_which_the_nearer_one_is_not_valid() {
    let mut summer = visit(&WORKDAYS, &["08:00-10:00"]);
    summer.valid_to = Some("2026-11-24".parse().unwrap());
    let (service, organisation) = (own(summer), own(visit(&WORKDAYS, &["09:00-16:00"])));
    let hours = StatedHours::unknown()
        .stated_by(OwnerLevel::Service, &service)
        .stated_by(OwnerLevel::Organisation, &organisation);
    let now = ask(&hours, Channel::Visit, "2026-11-24 11:00");
    assert_eq!(next(&now).as_deref(), Some("2026-11-25T09:00:00+01:00"));
    assert_eq!(now.trusted_until, Some("2026-11-24".parse().unwrap()));
    assert!(!now.stale);
}

#[test]
fn hours_of_the_future_leave_today_unknown() {
    let mut from_december = visit(&WORKDAYS, &["09:00-16:00"]);
    from_december.valid_from = Some("2026-12-01".parse().unwrap());
    let stated = own(from_december);
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let now = ask(&hours, Channel::Visit, "2026-11-24 11:00");
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Unknown, OpenReason::NotYetValid)
    );
    assert_eq!(now.next_opening, None);
}

#[test]
fn an_old_confirmation_makes_the_hours_stale_and_keeps_the_state() {
    let stated = own(visit(&WORKDAYS, &["09:00-16:00"]));
    let hours = StatedHours::unknown()
        .stated_by(OwnerLevel::Service, &stated)
        .verified_until(Some("2026-10-01".parse().unwrap()));
    let now = ask(&hours, Channel::Visit, "2026-11-24 11:00");
    assert_eq!((now.state, now.stale), (OpenState::Open, true));
    assert_eq!(now.reason, OpenReason::RegularHours);
}

#[test]
fn a_suspended_offer_is_closed_whatever_its_hours_say() {
    let stated = own(visit(&WORKDAYS, &["09:00-16:00"]));
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let back = |expected_back_on| {
        Some(Suspension {
            reason: "Umbau",
            expected_back_on,
        })
    };
    let open_end = hours.clone().suspended(back(None));
    let now = ask(&open_end, Channel::Visit, "2026-11-24 11:00");
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Closed, OpenReason::Suspended)
    );
    assert_eq!(now.next_opening, None);
    assert_eq!(
        german(&now),
        "Vorübergehend geschlossen: Umbau. Wann es weitergeht, ist nicht bekannt."
    );
    let until_saturday = hours.suspended(back(Some("2026-11-28".parse().unwrap())));
    let now = ask(&until_saturday, Channel::Visit, "2026-11-24 11:00");
    assert_eq!(next(&now).as_deref(), Some("2026-11-30T09:00:00+01:00"));
    let at = local("2026-11-24 11:00");
    assert!(!until_saturday.is_open_at(Channel::Visit, at, &SchoolHolidays::unknown()));
}

#[test]
fn a_line_outside_unknown_office_hours_answers_at_night_on_weekends_and_holidays() {
    let stated = own(schedule(1, Channel::OnCall, Times::OutsideOfficeHours));
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Phone, &stated);
    for at in [
        "2026-11-20 20:00",
        "2026-11-20 23:00",
        "2026-11-21 12:00",
        "2026-11-23 05:59",
        "2026-05-25 10:00",
    ] {
        let now = ask(&hours, Channel::OnCall, at);
        assert_eq!(
            (now.state, now.reason),
            (OpenState::Open, OpenReason::OutsideOfficeHours)
        );
    }
    for at in ["2026-11-20 16:40", "2026-11-20 19:59", "2026-11-23 06:00"] {
        let now = ask(&hours, Channel::OnCall, at);
        assert_eq!(
            (now.state, now.reason),
            (OpenState::Unknown, OpenReason::OutsideOfficeHours)
        );
        assert_eq!((now.until, now.next_opening), (None, None));
        assert!(german(&now).contains("außerhalb der Sprechzeiten"));
    }
    let weekend = ask(&hours, Channel::OnCall, "2026-11-20 23:00");
    assert_eq!(
        weekend.until.unwrap().to_rfc3339(),
        "2026-11-23T06:00:00+01:00"
    );
}

#[test]
fn an_end_that_is_not_near_is_said_with_its_day() {
    let stated = own(schedule(1, Channel::OnCall, Times::OutsideOfficeHours));
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Phone, &stated);
    let told = |at| german(&ask(&hours, Channel::OnCall, at));
    // a holiday (8 March) and a Sunday: 06:00 is tomorrow
    let holiday = "Jetzt erreichbar, außerhalb der Sprechzeiten bis Dienstag, 09.03., 06:00.";
    assert_eq!(told("2027-03-08 11:00"), holiday);
    let sunday = "Jetzt erreichbar, außerhalb der Sprechzeiten bis Montag, 23.11., 06:00.";
    assert_eq!(told("2026-11-22 17:59"), sunday);
    // in the evening, and after midnight, there is but one 06:00
    let tonight = "Jetzt erreichbar, außerhalb der Sprechzeiten bis 06:00.";
    for at in ["2026-11-22 18:00", "2026-11-23 00:30", "2026-11-24 20:00"] {
        assert_eq!(told(at), tonight, "{at}");
    }
}

#[test]
fn appointments_are_said() {
    let mut with_appointment = visit(&WORKDAYS, &["09:00-16:00"]);
    with_appointment.appointment_only = true;
    let stated = own(with_appointment);
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let now = ask(&hours, Channel::Visit, "2026-11-24 11:00");
    assert_eq!(now.reason, OpenReason::AppointmentOnly);
    assert_eq!(german(&now), "Nur mit Termin bis 16:00.");

    let mut without_times = schedule(1, Channel::Visit, Times::NotStated);
    without_times.appointment_only = true;
    let stated = own(without_times);
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let now = ask(&hours, Channel::Visit, "2026-11-24 11:00");
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Unknown, OpenReason::AppointmentOnly)
    );
}

#[test]
fn an_office_that_opens_twice_a_year_is_found_within_the_horizon_and_none_beyond_it() {
    let yearly = |from: &str| {
        let mut rare = visit(&WORKDAYS, &["09:00-10:00"]);
        rare.exceptions.push(super::super::Exception {
            from: "2026-11-24".parse().unwrap(),
            to: from
                .parse::<chrono::NaiveDate>()
                .unwrap()
                .pred_opt()
                .unwrap(),
            kind: super::super::ExceptionKind::Closed,
            reason_public: None,
            reason_internal: None,
        });
        own(rare)
    };
    let stated = yearly("2027-10-29");
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let now = ask(&hours, Channel::Visit, "2026-11-24 11:00");
    assert_eq!(next(&now).as_deref(), Some("2027-10-29T09:00:00+02:00"));
    assert!(german(&now).ends_with("Öffnet Freitag, 29.10.2027, 09:00."));
    let stated = yearly("2029-01-01");
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    assert_eq!(
        ask(&hours, Channel::Visit, "2026-11-24 11:00").next_opening,
        None
    );
}

#[test]
fn odd_weeks_and_last_fridays_are_kept() {
    let odd = Block {
        repeat: Repeat::OddIsoWeek,
        ..Block::weekly(Weekday::Mon, "09:00-10:00".parse().unwrap())
    };
    let stated = own(schedule(1, Channel::Visit, weekly(vec![odd])));
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    // ISO week 48 of 2026 is even; week 53 and week 1 of 2027 are both odd
    let now = ask(&hours, Channel::Visit, "2026-11-23 08:00");
    assert_eq!(next(&now).as_deref(), Some("2026-11-30T09:00:00+01:00"));
    let now = ask(&hours, Channel::Visit, "2026-12-28 11:00");
    assert_eq!(next(&now).as_deref(), Some("2027-01-04T09:00:00+01:00"));
}

#[test]
fn opening_soon_counts_from_the_very_minute() {
    let stated = own(visit(&WORKDAYS, &["09:00-10:00"]));
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let soon = |at: &str, minutes| {
        let patience = TimeDelta::minutes(minutes);
        hours.opens_within(
            Channel::Visit,
            local(at),
            patience,
            &SchoolHolidays::unknown(),
        )
    };
    assert!(soon("2026-11-24 08:30", 30));
    assert!(!soon("2026-11-24 08:30", 29));
    assert!(soon("2026-11-24 09:59", 0));
    assert!(!soon("2026-11-24 10:00", 0));
}

const FIVE_DAYS_FOUR_HOURS: OpeningCommitment = OpeningCommitment {
    min_days_per_week: 5,
    min_minutes_per_day: 240,
    source: None,
};

fn shortfalls_of(stated: &[Stated<Schedule>], day: &str) -> Vec<Shortfall> {
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, stated);
    let school = SchoolHolidays::unknown();
    let day = day.parse().unwrap();
    shortfalls(&FIVE_DAYS_FOUR_HOURS, &hours, Channel::Visit, day, &school)
}

#[test]
fn four_days_or_three_and_a_half_hours_break_the_promise() {
    let kept = own(visit(&WORKDAYS, &["09:00-12:00", "14:00-15:00"]));
    assert_eq!(shortfalls_of(&kept, "2026-11-24"), []);
    let four_days = own(visit(&WORKDAYS[..4], &["09:00-13:00"]));
    assert_eq!(
        shortfalls_of(&four_days, "2026-11-24"),
        [Shortfall::TooFewDays {
            days: 4,
            promised: 5
        }]
    );
    let mut short = visit(&WORKDAYS[..4], &["09:00-13:00"]);
    let mut week = blocks(&WORKDAYS[..4], &["09:00-13:00"]);
    week.extend(blocks(&[Weekday::Fri], &["09:00-12:30"]));
    short.times = weekly(week);
    assert_eq!(
        shortfalls_of(&own(short), "2026-11-24"),
        [Shortfall::TooShort {
            date: "2026-11-27".parse().unwrap(),
            minutes: 210,
            promised: 240
        }]
    );
}

#[test]
fn a_public_holiday_is_not_owed() {
    let kept = own(visit(&WORKDAYS, &["09:00-13:00"]));
    assert_eq!(shortfalls_of(&kept, "2026-05-27"), []);
    let four_days = own(visit(&WORKDAYS[..4], &["09:00-13:00"]));
    assert_eq!(
        shortfalls_of(&four_days, "2026-05-27"),
        [Shortfall::TooFewDays {
            days: 3,
            promised: 4
        }]
    );
}
