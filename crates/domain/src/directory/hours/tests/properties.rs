//! What must hold for any hours at any instant, the nights of clock changes included.

use chrono::{Days, NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::super::{
    Block, Channel, Interval, OpenState, OwnerLevel, SchoolHolidays, StatedHours, TimeOfDay,
    TimeSpan,
};
use super::*;

fn span() -> impl Strategy<Value = TimeSpan> {
    let quarter = |max: u16| (0..max).prop_map(|q| TimeOfDay::new(q / 4, q % 4 * 15).unwrap());
    (quarter(96), quarter(97)).prop_map(|(start, end)| TimeSpan::new(start, end).unwrap())
}

fn block() -> impl Strategy<Value = Block> {
    (0_u8..7, span())
        .prop_map(|(weekday, span)| Block::weekly(Weekday::try_from(weekday).unwrap(), span))
}

/// Days around both clock changes, Christmas and any other time of three years.
fn day() -> impl Strategy<Value = NaiveDate> {
    let near = |date: &str| {
        let date: NaiveDate = date.parse().unwrap();
        (0_u64..4).prop_map(move |days| date + Days::new(days))
    };
    let any = (0_u64..1_000)
        .prop_map(|days| NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + Days::new(days));
    prop_oneof![
        near("2026-03-27"),
        near("2026-10-23"),
        near("2026-12-24"),
        any
    ]
}

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (day(), 0_i64..1_440).prop_map(|(day, minutes)| {
        let midnight = day.and_hms_opt(0, 0, 0).unwrap().and_utc();
        midnight + TimeDelta::minutes(minutes)
    })
}

fn any_channel() -> impl Strategy<Value = Channel> {
    prop_oneof![Just(Channel::Visit), Just(Channel::OnCall)]
}

proptest! {
    #[test]
    fn the_state_agrees_with_the_expanded_intervals(
        blocks in prop::collection::vec(block(), 0..6), channel in any_channel(), at in instant()
    ) {
        let stated = own(schedule(1, channel, weekly(blocks)));
        let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
        let school = SchoolHolidays::unknown();
        let now = hours.open_now(channel, at, &school);
        let today = at.with_timezone(&LOCAL).date_naive();
        let expanded = hours.intervals(channel, today, today, &school);
        let open = expanded.iter().any(|interval| interval.contains(at));
        prop_assert_eq!(now.state == OpenState::Open, open);
        prop_assert_ne!(now.state, OpenState::Unknown);
        prop_assert_eq!(hours.is_open_at(channel, at, &school), open);
    }

    #[test]
    fn it_opens_when_it_says_and_closes_when_it_says(
        blocks in prop::collection::vec(block(), 1..6), channel in any_channel(), at in instant()
    ) {
        let stated = own(schedule(1, channel, weekly(blocks)));
        let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
        let school = SchoolHolidays::unknown();
        let now = hours.open_now(channel, at, &school);
        let is_open = |at| hours.is_open_at(channel, at, &school);
        let instant_before = TimeDelta::microseconds(1);
        if let Some(until) = now.until {
            let until = until.with_timezone(&Utc);
            prop_assert!(until > at && is_open(until - instant_before) && !is_open(until));
        }
        if let Some(next) = now.next_opening {
            let next = next.with_timezone(&Utc);
            prop_assert!(next > at && is_open(next) && !is_open(next - instant_before));
        }
        prop_assert!(now.until.is_none() || now.next_opening.is_none());
    }

    #[test]
    fn intervals_are_sorted_apart_and_within_the_days_asked_for(
        blocks in prop::collection::vec(block(), 0..8), from in day(), length in 0_u64..20
    ) {
        let stated = own(schedule(1, Channel::OnCall, weekly(blocks)));
        let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
        let to = from + Days::new(length);
        let found = hours.intervals(Channel::OnCall, from, to, &SchoolHolidays::unknown());
        prop_assert!(found.iter().all(|interval| interval.start < interval.end));
        prop_assert!(found.windows(2).all(|pair| pair[0].end < pair[1].start));
        let date = |at: DateTime<Utc>| at.with_timezone(&LOCAL).date_naive();
        for Interval { start, end } in found {
            prop_assert!(date(start) >= from && date(end - TimeDelta::microseconds(1)) <= to);
        }
    }

    #[test]
    fn a_whole_week_of_nights_and_days_leaves_no_gap(at in instant(), split in 0_u16..24) {
        let split = TimeOfDay::new(split, 0).unwrap();
        let week: Vec<Weekday> = WORKDAYS.into_iter().chain([Weekday::Sat, Weekday::Sun]).collect();
        let mut blocks = Block::on(&week, TimeSpan::new(split, TimeOfDay::END_OF_DAY).unwrap());
        if split != TimeOfDay::MIDNIGHT {
            blocks.extend(Block::on(&week, TimeSpan::new(TimeOfDay::MIDNIGHT, split).unwrap()));
        }
        let stated = own(schedule(1, Channel::OnCall, weekly(blocks)));
        let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
        let now = hours.open_now(Channel::OnCall, at, &SchoolHolidays::unknown());
        prop_assert_eq!((now.state, now.until), (OpenState::Open, None));
    }

    #[test]
    fn statements_that_agree_give_their_state_and_others_give_unknown(
        first in prop::collection::vec(block(), 0..4), second in prop::collection::vec(block(), 0..4), at in instant()
    ) {
        let stated = [
            sourced(schedule(1, Channel::Visit, weekly(first)), 1, "2023"),
            sourced(schedule(2, Channel::Visit, weekly(second)), 2, "2020"),
        ];
        let school = SchoolHolidays::unknown();
        let alone = |one: usize| {
            let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated[one..=one]);
            hours.open_now(Channel::Visit, at, &school).state
        };
        let hours = StatedHours::unknown().stated_by(OwnerLevel::Service, &stated);
        let both = hours.open_now(Channel::Visit, at, &school);
        let expected = if alone(0) == alone(1) { alone(0) } else { OpenState::Unknown };
        prop_assert_eq!(both.state, expected);
        prop_assert!(both.state != OpenState::Unknown || both.next_opening.is_none());
    }
}
