//! Days that are not ordinary.

use super::super::{
    Channel, Exception, ExceptionKind, HolidayRule, OpenReason, OpenState, OwnerLevel,
    SchoolHolidays, StatedHours, TimeSpan, Times,
};
use super::*;

fn spans(list: &[&str]) -> Vec<TimeSpan> {
    list.iter().map(|span| span.parse().unwrap()).collect()
}

fn on(day: &str, kind: ExceptionKind, reason: Option<&str>) -> Exception {
    Exception {
        from: day.parse().unwrap(),
        to: day.parse().unwrap(),
        kind,
        reason_public: reason.map(str::to_owned),
        reason_internal: None,
    }
}

fn answer(schedule: Schedule, at: &str, school: &SchoolHolidays) -> OpenNow {
    let channel = schedule.channel;
    let stated = own(schedule);
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
    hours.open_now(channel, local(at), school)
}

#[test]
fn hours_instead_replace_the_day_and_hours_additionally_extend_it() {
    let mut changed = visit(&WORKDAYS, &["09:00-12:00"]);
    changed.exceptions = vec![
        on(
            "2026-11-24",
            ExceptionKind::Instead(spans(&["15:00-18:00"])),
            Some("Fachtag"),
        ),
        on(
            "2026-11-28",
            ExceptionKind::Additionally(spans(&["10:00-12:00"])),
            None,
        ),
    ];
    let unknown = SchoolHolidays::unknown();
    let morning = answer(changed.clone(), "2026-11-24 10:00", &unknown);
    assert_eq!(
        (morning.state, morning.reason),
        (OpenState::Closed, OpenReason::BeforeHours)
    );
    let afternoon = answer(changed.clone(), "2026-11-24 16:00", &unknown);
    assert_eq!(
        (
            afternoon.state,
            afternoon.reason,
            afternoon.detail.as_deref()
        ),
        (OpenState::Open, OpenReason::ExceptionOpen, Some("Fachtag"))
    );
    let saturday = answer(changed, "2026-11-28 11:00", &unknown);
    assert_eq!(
        (saturday.state, saturday.reason),
        (OpenState::Open, OpenReason::ExceptionOpen)
    );
}

#[test]
fn company_holidays_close_even_a_line_that_is_always_open() {
    let mut line = schedule(1, Channel::Phone, Times::AlwaysOpen);
    line.exceptions = vec![on("2026-11-24", ExceptionKind::Closed, Some("Umzug"))];
    let now = answer(line, "2026-11-24 10:00", &SchoolHolidays::unknown());
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Closed, OpenReason::ExceptionClosed)
    );
    assert_eq!(next(&now).as_deref(), Some("2026-11-25T00:00:00+01:00"));
}

#[test]
fn a_holiday_may_have_hours_of_its_own_or_none_of_its_own() {
    let mut own_blocks = visit(&WORKDAYS, &["09:00-12:00"]);
    own_blocks.public_holidays = Some(HolidayRule::OwnBlocks(spans(&["16:00-17:00"])));
    let unknown = SchoolHolidays::unknown();
    assert_eq!(
        answer(own_blocks, "2026-05-25 16:30", &unknown).state,
        OpenState::Open
    );
    let mut as_usual = visit(&WORKDAYS, &["09:00-12:00"]);
    as_usual.public_holidays = Some(HolidayRule::AsUsual);
    assert_eq!(
        answer(as_usual, "2026-05-25 10:00", &unknown).state,
        OpenState::Open
    );
}

#[test]
fn an_on_call_night_before_a_holiday_is_kept() {
    let night = schedule(
        1,
        Channel::OnCall,
        weekly(blocks(&WORKDAYS, &["16:00-08:00"])),
    );
    let whit_monday_night = answer(night, "2026-05-25 22:00", &SchoolHolidays::unknown());
    assert_eq!(whit_monday_night.state, OpenState::Open);
}

#[test]
fn the_holiday_rule_looks_at_the_day_on_which_the_night_starts() {
    let night = visit(&WORKDAYS, &["22:00-04:00"]);
    let unknown = SchoolHolidays::unknown();
    // Ascension Day 2026 is Thursday, 14 May
    let into_the_holiday = answer(night.clone(), "2026-05-14 02:00", &unknown);
    assert_eq!(into_the_holiday.state, OpenState::Open);
    assert_eq!(
        answer(night, "2026-05-15 02:00", &unknown).state,
        OpenState::Closed
    );
}

#[test]
fn school_holidays_nobody_entered_leave_it_unknown() {
    let mut term_time = visit(&WORKDAYS, &["09:00-12:00"]);
    term_time.school_holidays = Some(HolidayRule::Closed);
    let now = answer(
        term_time.clone(),
        "2026-11-24 10:00",
        &SchoolHolidays::unknown(),
    );
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Unknown, OpenReason::CalendarMissing)
    );
    assert_eq!(now.next_opening, None);

    let winter = ("2026-12-21".parse().unwrap(), "2026-12-31".parse().unwrap());
    let entered = SchoolHolidays::unknown().with_year(2026, vec![winter]);
    assert_eq!(
        answer(term_time.clone(), "2026-11-24 10:00", &entered).state,
        OpenState::Open
    );
    let closed = answer(term_time, "2026-12-22 10:00", &entered);
    assert_eq!(
        (closed.state, closed.reason),
        (OpenState::Closed, OpenReason::SchoolHoliday)
    );
    assert_eq!(next(&closed), None, "the table of the next year is missing");
}

#[test]
fn a_closed_house_silences_its_telephone_but_not_its_on_call_line() {
    let mut house = schedule(9, Channel::Visit, Times::NotStated);
    house.exceptions = vec![on("2026-11-24", ExceptionKind::Closed, None)];
    let house = own(house);
    let line = |channel| own(schedule(1, channel, Times::AlwaysOpen));
    for (channel, expected) in [
        (Channel::Phone, OpenState::Closed),
        (Channel::OnCall, OpenState::Open),
        (Channel::Chat, OpenState::Open),
    ] {
        let line = line(channel);
        let hours = StatedHours::unknown()
            .stated_by(OwnerLevel::Phone, &line)
            .stated_by(OwnerLevel::Location, &house);
        assert_eq!(
            ask(&hours, channel, "2026-11-24 10:00").state,
            expected,
            "{channel:?}"
        );
    }
}

#[test]
fn a_house_known_to_be_closed_is_closed_even_when_its_hours_are_not_known() {
    let mut house = schedule(9, Channel::Visit, Times::NotStated);
    house.exceptions = vec![on("2026-11-24", ExceptionKind::Closed, Some("Inventur"))];
    let house = own(house);
    let hours = StatedHours::unknown().stated_by(OwnerLevel::Location, &house);
    let now = ask(&hours, Channel::Visit, "2026-11-24 10:00");
    assert_eq!(
        (now.state, now.reason),
        (OpenState::Closed, OpenReason::ExceptionClosed)
    );
    assert_eq!(
        ask(&hours, Channel::Visit, "2026-11-25 10:00").state,
        OpenState::Unknown
    );
}
