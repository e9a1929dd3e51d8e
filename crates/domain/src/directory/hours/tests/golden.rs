//! The golden cases of `directory.md` 4, row by row.

use chrono::{NaiveDate, TimeDelta};

use super::super::{
    Channel, Exception, ExceptionKind, HolidayRule, Line, OpenReason, OpenState, OwnerLevel,
    SchoolHolidays, StandIns, StatedHours, Times, instead,
};
use super::*;
use crate::directory::OpeningCommitment;
use crate::text::PhoneNumber;

fn two_blocks() -> Schedule {
    visit(&WORKDAYS, &["09:00-12:00", "14:00-16:00"])
}

#[test]
fn on_friday_afternoon_an_office_opens_on_monday_morning() {
    let stated = own(visit(&WORKDAYS, &["09:00-13:00"]));
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let now = ask(&hours, Channel::Visit, "2026-11-20 16:40");
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Closed, OpenReason::AfterHours)
    );
    assert_eq!(next(&now).as_deref(), Some("2026-11-23T09:00:00+01:00"));
    assert_eq!(
        german(&now),
        "Geschlossen seit 13:00. Öffnet Montag, 23.11., 09:00."
    );
    assert_eq!(
        now.sentence(&Lang::english()),
        "Closed since 13:00. Opens on Monday, 23 November, 09:00."
    );
}

#[test]
fn between_two_blocks_it_is_a_break() {
    let stated = own(two_blocks());
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let now = ask(&hours, Channel::Visit, "2026-11-24 12:30");
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Closed, OpenReason::Break)
    );
    assert_eq!(next(&now).as_deref(), Some("2026-11-24T14:00:00+01:00"));
    assert_eq!(german(&now), "Pause seit 12:00. Öffnet um 14:00.");
}

#[test]
fn whit_monday_is_a_public_holiday() {
    let stated = own(two_blocks());
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let now = ask(&hours, Channel::Visit, "2026-05-25 10:00");
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Closed, OpenReason::PublicHoliday)
    );
    assert_eq!(next(&now).as_deref(), Some("2026-05-26T09:00:00+02:00"));
    assert_eq!(
        german(&now),
        "Heute geschlossen: Pfingstmontag. Öffnet Dienstag, 26.05., 09:00."
    );
}

#[test]
fn a_holiday_on_a_saturday_is_only_a_saturday() {
    let stated = own(two_blocks());
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let now = ask(&hours, Channel::Visit, "2026-10-03 10:00");
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Closed, OpenReason::WeekdayClosed)
    );
    assert_eq!(next(&now).as_deref(), Some("2026-10-05T09:00:00+02:00"));
    assert_eq!(
        german(&now),
        "Heute geschlossen. Öffnet Montag, 05.10., 09:00."
    );
}

#[test]
fn the_evening_before_a_holiday_on_a_saturday_opens_on_monday() {
    let stated = own(two_blocks());
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let now = ask(&hours, Channel::Visit, "2027-04-30 17:00");
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Closed, OpenReason::AfterHours)
    );
    assert_eq!(next(&now).as_deref(), Some("2027-05-03T09:00:00+02:00"));
}

#[test]
fn the_night_the_clocks_go_forward_lasts_fifteen_hours() {
    let now = on_call_at(local("2026-03-29 01:30"));
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Open, OpenReason::RegularHours)
    );
    assert_eq!(now.until.unwrap().to_rfc3339(), "2026-03-29T08:00:00+02:00");
    assert_eq!(german(&now), "Geöffnet bis 08:00.");
    assert_eq!(night_of("2026-03-28"), TimeDelta::hours(15));
}

#[test]
fn the_night_the_clocks_go_back_lasts_seventeen_hours() {
    let first = local("2026-10-25 02:30");
    for at in [first, first + TimeDelta::hours(1)] {
        let now = on_call_at(at);
        assert_eq!(now.at.format("%H:%M").to_string(), "02:30");
        assert_eq!(now.state, OpenState::Open);
        assert_eq!(now.until.unwrap().to_rfc3339(), "2026-10-25T08:00:00+01:00");
    }
    assert_eq!(night_of("2026-10-24"), TimeDelta::hours(17));
}

fn every_night() -> [Stated<Schedule>; 1] {
    let week: Vec<Weekday> = WORKDAYS
        .into_iter()
        .chain([Weekday::Sat, Weekday::Sun])
        .collect();
    own(schedule(
        1,
        Channel::OnCall,
        weekly(blocks(&week, &["16:00-08:00"])),
    ))
}

fn on_call_at(at: DateTime<Utc>) -> OpenNow {
    let stated = every_night();
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Phone, &stated);
    hours.open_now(Channel::OnCall, at, &SchoolHolidays::unknown())
}

fn night_of(evening: &str) -> TimeDelta {
    let stated = every_night();
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Phone, &stated);
    let evening: NaiveDate = evening.parse().unwrap();
    let nights = hours.intervals(
        Channel::OnCall,
        evening,
        evening.succ_opt().unwrap(),
        &SchoolHolidays::unknown(),
    );
    let night = nights[1];
    night.end - night.start
}

#[test]
fn a_helpline_that_is_always_open_is_open_at_christmas() {
    let stated = own(schedule(1, Channel::Phone, Times::AlwaysOpen));
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Phone, &stated);
    let now = ask(&hours, Channel::Phone, "2026-12-25 03:00");
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Open, OpenReason::AlwaysOpen)
    );
    assert_eq!((now.until, now.next_opening), (None, None));
    assert_eq!(german(&now), "Rund um die Uhr erreichbar.");
}

#[test]
fn a_closed_house_closes_the_service_in_it() {
    let service = own(two_blocks());
    let mut house = schedule(2, Channel::Visit, Times::NotStated);
    house.exceptions.push(Exception {
        from: "2026-11-24".parse().unwrap(),
        to: "2026-11-25".parse().unwrap(),
        kind: ExceptionKind::Closed,
        reason_public: Some("Wasserschaden".to_owned()),
        reason_internal: Some("Versicherung prüft".to_owned()),
    });
    let house = own(house);
    let hours = StatedHours::unknown()
        .stated_by(OwnerLevel::Location, &house)
        .stated_by(OwnerLevel::Service, &service);
    let now = ask(&hours, Channel::Visit, "2026-11-24 10:00");
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Closed, OpenReason::ExceptionClosed)
    );
    assert_eq!(now.detail.as_deref(), Some("Wasserschaden"));
    assert_eq!(next(&now).as_deref(), Some("2026-11-26T09:00:00+01:00"));
    assert_eq!(
        german(&now),
        "Heute geschlossen: Wasserschaden. Öffnet Donnerstag, 26.11., 09:00."
    );
}

#[test]
fn hours_that_ended_yesterday_are_used_and_marked() {
    let mut ended = two_blocks();
    ended.valid_to = Some("2026-11-23".parse().unwrap());
    let stated = own(ended);
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let now = ask(&hours, Channel::Visit, "2026-11-24 10:00");
    assert_eq!(
        (now.state, now.reason, now.stale),
        (OpenState::Open, OpenReason::Expired, true)
    );
    assert_eq!(
        german(&now),
        "Geöffnet bis 12:00. Diese Zeiten galten bis 23.11.2026."
    );
}

#[test]
fn hours_that_ended_long_ago_count_as_none() {
    let mut ended = two_blocks();
    ended.valid_to = Some("2026-08-16".parse().unwrap());
    let stated = own(ended);
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    let used_until = ask(&hours, Channel::Visit, "2026-11-13 10:00");
    assert_eq!(
        (used_until.state, used_until.stale),
        (OpenState::Open, true)
    );
    let now = ask(&hours, Channel::Visit, "2026-11-24 10:00");
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Unknown, OpenReason::NoSchedule)
    );
}

#[test]
fn without_a_schedule_it_is_unknown_and_something_else_is_known_to_answer() {
    let hotline_hours = own(schedule(1, Channel::Phone, Times::AlwaysOpen));
    let number: PhoneNumber = "0800 14 14 007".parse().unwrap();
    let emergency: PhoneNumber = "112".parse().unwrap();
    let always = StatedHours::unknown().stated_by(OwnerLevel::Phone, &hotline_hours);
    let stand_ins = StandIns {
        duty: vec![Line {
            name: "Dienst",
            number: &number,
            hours: StatedHours::unknown(),
        }],
        statewide: vec![Line {
            name: "Hotline",
            number: &number,
            hours: always.clone(),
        }],
        emergency: vec![Line {
            name: "Notruf",
            number: &emergency,
            hours: always,
        }],
    };
    let at = local("2026-11-24 10:00");
    let school = SchoolHolidays::unknown();
    let now = StatedHours::unknown().open_now(Channel::Phone, at, &school);
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Unknown, OpenReason::NoSchedule)
    );
    assert_eq!(now.next_opening, None);
    assert_eq!(german(&now), "Sprechzeiten nicht bekannt.");
    let names = |danger| -> Vec<&str> {
        instead(&now, &stand_ins, danger, at, &school)
            .iter()
            .map(|line| line.name)
            .collect()
    };
    assert_eq!(names(false), ["Hotline"]);
    assert_eq!(names(true), ["Hotline", "Notruf"]);
}

#[test]
fn a_promise_without_times_stays_unknown_at_any_instant() {
    let commitment = OpeningCommitment {
        min_days_per_week: 5,
        min_minutes_per_day: 240,
        source: None,
    };
    let hours = StatedHours::unknown().promising(Some(&commitment));
    for at in ["2026-11-20 16:40", "2026-11-24 10:00", "2026-12-25 03:00"] {
        let now = ask(&hours, Channel::Visit, at);
        assert_eq!(
            (now.state, now.reason),
            (OpenState::Unknown, OpenReason::NoSchedule)
        );
        assert_eq!(now.next_opening, None);
        assert!(
            german(&now).contains("an fünf Tagen je mindestens 4 Stunden, Zeiten nicht bekannt")
        );
    }
}

#[test]
fn where_the_sources_of_a_helpline_agree_it_is_known_and_where_they_differ_it_is_not() {
    let six_days = [WORKDAYS.as_slice(), &[Weekday::Sat]].concat();
    let afternoons = blocks(&six_days, &["14:00-20:00"]);
    let mut with_mornings = afternoons.clone();
    with_mornings.extend(blocks(
        &[Weekday::Mon, Weekday::Wed, Weekday::Thu],
        &["10:00-12:00"],
    ));
    let helpline = |number, blocks| {
        let mut schedule = schedule(number, Channel::Phone, weekly(blocks));
        schedule.public_holidays = Some(HolidayRule::AsUsual);
        schedule
    };
    let stated = [
        sourced(helpline(1, afternoons), 1, "2021-02-09"),
        sourced(helpline(2, with_mornings), 2, "2020"),
    ];
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Phone, &stated);

    let sunday_night = ask(&hours, Channel::Phone, "2026-11-29 21:30");
    assert_eq!(sunday_night.state, OpenState::Closed);
    assert_eq!(
        next(&sunday_night).as_deref(),
        Some("2026-11-30T14:00:00+01:00")
    );
    assert_eq!(sunday_night.statements.len(), 2);

    let monday_morning = ask(&hours, Channel::Phone, "2026-11-30 10:30");
    assert_eq!(
        (monday_morning.state, monday_morning.reason),
        (OpenState::Unknown, OpenReason::StatementsDiffer)
    );
    assert_eq!(monday_morning.next_opening, None);
    let states: Vec<_> = monday_morning
        .statements
        .iter()
        .map(|one| one.state)
        .collect();
    assert_eq!(states, [OpenState::Closed, OpenState::Open]);
}
