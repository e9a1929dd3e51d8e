//! How a schedule is stored, repeated and checked.

use uuid::Uuid;

use super::*;

fn span(text: &str) -> TimeSpan {
    text.parse().unwrap()
}

fn weekly(blocks: Vec<Block>) -> Schedule {
    let id = ScheduleId::from_uuid(Uuid::from_u128(1));
    Schedule::stating(id, Channel::Visit, Times::Weekly(blocks.into()))
}

#[test]
fn a_schedule_is_stored_in_the_words_of_the_paper() {
    let mut schedule = weekly(vec![Block::weekly(Weekday::Sun, span("22:00-24:00"))]);
    schedule.exceptions.push(Exception {
        from: "2026-12-24".parse().unwrap(),
        to: "2026-12-31".parse().unwrap(),
        kind: ExceptionKind::Closed,
        reason_public: Some("Betriebsferien".to_owned()),
        reason_internal: None,
    });
    let json = serde_json::to_value(&schedule).unwrap();
    assert_eq!(json["tz"], "Europe/Berlin");
    assert_eq!(json["times"]["weekly"][0]["weekday"], 7);
    assert_eq!(json["times"]["weekly"][0]["end"], "24:00");
    assert_eq!(json["exceptions"][0]["kind"], "closed");
    assert_eq!(serde_json::from_value::<Schedule>(json).unwrap(), schedule);
}

#[test]
fn what_is_left_out_has_the_stated_defaults() {
    let id = ScheduleId::from_uuid(Uuid::from_u128(1));
    let short = serde_json::json!({
        "id": id, "channel": "on_call", "times": "outside_office_hours"
    });
    let schedule: Schedule = serde_json::from_value(short).unwrap();
    assert_eq!(
        schedule,
        Schedule::stating(id, Channel::OnCall, Times::OutsideOfficeHours)
    );
    assert_eq!(schedule.on_public_holidays(), &HolidayRule::AsUsual);
}

#[test]
fn an_unknown_weekday_or_zone_is_refused() {
    let block = serde_json::json!({"weekday": 8, "start": "09:00", "end": "10:00"});
    assert!(serde_json::from_value::<Block>(block).is_err());
    let mut json = serde_json::to_value(weekly(vec![])).unwrap();
    json["tz"] = "Europe/Schwerin".into();
    assert!(serde_json::from_value::<Schedule>(json).is_err());
}

#[test]
fn the_last_friday_and_the_first_are_told_apart() {
    let last = Repeat::NthOfMonth(vec![-1]);
    assert!(last.includes("2026-11-27".parse().unwrap()));
    assert!(!last.includes("2026-11-20".parse().unwrap()));
    let first = Repeat::NthOfMonth(vec![1]);
    assert!(first.includes("2026-11-06".parse().unwrap()));
    assert!(!first.includes("2026-11-13".parse().unwrap()));
}

#[test]
fn overlapping_blocks_are_found_and_touching_ones_are_not() {
    let mon = |text| Block::weekly(Weekday::Mon, span(text));
    assert!(
        weekly(vec![mon("09:00-12:00"), mon("12:00-14:00")])
            .overlapping_blocks()
            .is_empty()
    );
    assert_eq!(
        weekly(vec![mon("09:00-12:00"), mon("11:00-14:00")]).overlapping_blocks(),
        [(0, 1)]
    );
    let sunday_night = Block::weekly(Weekday::Sun, span("22:00-10:00"));
    assert_eq!(
        weekly(vec![mon("09:00-12:00"), sunday_night]).overlapping_blocks(),
        [(0, 1)]
    );
}

#[test]
fn odd_and_even_weeks_never_overlap() {
    let mon = |repeat| Block {
        repeat,
        ..Block::weekly(Weekday::Mon, span("09:00-12:00"))
    };
    let blocks = vec![mon(Repeat::OddIsoWeek), mon(Repeat::EvenIsoWeek)];
    assert!(weekly(blocks).overlapping_blocks().is_empty());
}
