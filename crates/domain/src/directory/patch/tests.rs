//! What a patch takes and what it refuses, by field.

use chrono::Days;

use super::*;
use crate::access::Tier;
use crate::directory::hours::{Channel, Times};
use crate::directory::{
    CapacityStatus, Certainty, CostKind, CostOption, PhoneKind, PhonePurpose, Provenance,
};
use crate::ids::{OrganisationId, PhoneId, ScheduleId, ServiceId};
use crate::time::Version;

fn today() -> NaiveDate {
    "2026-11-27".parse().unwrap()
}

fn service() -> Service {
    let now = DateTime::UNIX_EPOCH;
    Service {
        id: ServiceId::from_uuid(uuid::Uuid::from_u128(1)),
        version: Version(3),
        organisation: OrganisationId::from_uuid(uuid::Uuid::from_u128(2)),
        name: "Beratung".to_owned(),
        alternate_names: vec![],
        summary: None,
        description: None,
        kinds: vec![],
        topics: vec![],
        target_groups: vec![],
        sectors: vec![],
        status: ServiceStatus::Active,
        visible_from: None,
        visible_to: None,
        funding_periods: vec![],
        eligibility: Eligibility::default(),
        areas: vec![],
        languages: vec![],
        cost: Cost::default(),
        anonymous: Answer::Unknown,
        capacity: None,
        opening_commitment: None,
        boundary_note: None,
        notice: None,
        website: None,
        chat: None,
        email: None,
        answered_by: None,
        phones: vec![],
        contacts: vec![],
        schedules: vec![],
        at: vec![],
        internal_note: None,
        demo: false,
        provenance: Provenance {
            sources: vec![],
            source_record_id: None,
            certainty: Certainty::Own,
            imported_at: None,
        },
        verifications: vec![],
        created_at: now,
        updated_at: now,
    }
}

/// The field that is refused; nothing when the patch is taken.
fn refused(patch: ServicePatch) -> Option<String> {
    let applied = patch.apply(
        &service(),
        VerifiedBy::Provider,
        DateTime::UNIX_EPOCH,
        today(),
    );
    applied.err().map(|InvalidPatch { field, allowed }| {
        assert!(!allowed.is_empty());
        field
    })
}

fn phone(number: &str, purpose: PhonePurpose) -> Phone {
    Phone {
        id: PhoneId::from_uuid(uuid::Uuid::from_u128(3)),
        number: number.parse().unwrap(),
        display: number.to_owned(),
        kind: PhoneKind::Voice,
        purpose,
        label: None,
        cost: None,
        anonymous: None,
        languages: vec![],
        schedules: vec![],
        stated: Stated {
            value: (),
            source: None,
            date: None,
        },
        tier: Tier::Public,
    }
}

fn phones(phones: Vec<Phone>) -> ServicePatch {
    ServicePatch {
        phones: Some(phones),
        ..ServicePatch::default()
    }
}

fn languages(codes: &[&str]) -> ServicePatch {
    let language = |code: &&str| Language {
        code: code.parse().unwrap(),
        modes: vec![],
        note: None,
    };
    let languages = Some(codes.iter().map(language).collect());
    ServicePatch {
        languages,
        ..ServicePatch::default()
    }
}

fn named(name: &str) -> ServicePatch {
    ServicePatch {
        name: Some(name.to_owned()),
        ..ServicePatch::default()
    }
}

#[test]
fn an_emergency_call_is_never_the_line_of_an_office() {
    for number in ["110", "112", "+49 112"] {
        let office = vec![
            phone("0385 1234567", PhonePurpose::Office),
            phone(number, PhonePurpose::Office),
        ];
        assert_eq!(
            refused(phones(office)).as_deref(),
            Some("phones.1.purpose"),
            "{number}"
        );
        assert_eq!(
            refused(phones(vec![phone(number, PhonePurpose::Emergency)])),
            None
        );
    }
    assert_eq!(
        refused(phones(vec![phone("116 111", PhonePurpose::Helpline)])),
        None
    );
}

#[test]
fn a_list_has_an_end() {
    let line = phone("0385 1234567", PhonePurpose::Office);
    assert_eq!(refused(phones(vec![line.clone(); 50])), None);
    assert_eq!(refused(phones(vec![line; 51])).as_deref(), Some("phones"));
    assert_eq!(
        refused(languages(&["de"; 51])).as_deref(),
        Some("languages")
    );
    let hours = Schedule::stating(
        ScheduleId::from_uuid(uuid::Uuid::from_u128(4)),
        Channel::Visit,
        Times::AlwaysOpen,
    );
    let schedules = |many| ServicePatch {
        schedules: Some(vec![hours.clone(); many]),
        ..ServicePatch::default()
    };
    assert_eq!(refused(schedules(50)), None);
    assert_eq!(refused(schedules(51)).as_deref(), Some("hours"));
}

#[test]
fn a_text_holds_nothing_that_is_not_seen() {
    for name in [
        "Praxis \u{202e}abc",
        "a\nb",
        "a\u{2066}b",
        "a\u{7}",
        "a\u{2029}b",
    ] {
        assert_eq!(refused(named(name)).as_deref(), Some("name"), "{name:?}");
    }
    assert_eq!(refused(named(" Praxis \n")), None, "the ends are trimmed");
    let describing = |text: &str| ServicePatch {
        description: Some(Some(text.to_owned())),
        ..ServicePatch::default()
    };
    assert_eq!(refused(describing("Erste Zeile\nzweite Zeile")), None);
    assert_eq!(
        refused(describing("a\u{202e}b")).as_deref(),
        Some("description")
    );
    let mut labelled = phone("0385 1234567", PhonePurpose::Office);
    labelled.label = Some("Zentrale\u{202e}".to_owned());
    assert_eq!(
        refused(phones(vec![labelled])).as_deref(),
        Some("phones.0.label")
    );
    let broken = phone("0385\n1234567", PhonePurpose::Office);
    assert_eq!(
        refused(phones(vec![broken])).as_deref(),
        Some("phones.0.number")
    );
}

#[test]
fn room_is_stated_on_a_day_that_has_come() {
    let room = |as_of| ServicePatch {
        capacity: Some(Some(Capacity {
            status: CapacityStatus::Full,
            waiting_time_days: None,
            as_of,
            note: None,
        })),
        ..ServicePatch::default()
    };
    assert_eq!(refused(room(today())), None);
    let tomorrow = today() + Days::new(1);
    assert_eq!(refused(room(tomorrow)).as_deref(), Some("capacity.asOf"));
}

#[test]
fn a_notice_ends_on_or_after_its_first_day() {
    let notice = |to: &str| ServicePatch {
        notice: Some(Some(Notice {
            text: "Umzug".to_owned(),
            valid_from: Some(today()),
            valid_to: Some(to.parse().unwrap()),
        })),
        ..ServicePatch::default()
    };
    assert_eq!(refused(notice("2026-11-27")), None);
    assert_eq!(
        refused(notice("2020-01-01")).as_deref(),
        Some("notice.validTo")
    );
}

#[test]
fn a_language_exists() {
    assert_eq!(refused(languages(&["de", "gsg", "zh-Hant"])), None);
    assert_eq!(
        refused(languages(&["de", "xx-bogus-1"])).as_deref(),
        Some("languages.1.code")
    );
}

#[test]
fn an_amount_and_an_age_are_named_where_they_stand() {
    let cost = Cost {
        kind: CostKind::Paid,
        options: vec![CostOption {
            amount_cents: -1,
            per: None,
            note: None,
        }],
    };
    let patch = ServicePatch {
        cost: Some(cost),
        ..ServicePatch::default()
    };
    assert_eq!(
        refused(patch).as_deref(),
        Some("cost.options.0.amountCents")
    );
    let eligibility = Eligibility {
        age_known: true,
        age_from_months: Some(36),
        age_to_months: Some(36),
        ..Eligibility::default()
    };
    let patch = ServicePatch {
        eligibility: Some(eligibility),
        ..ServicePatch::default()
    };
    assert_eq!(refused(patch).as_deref(), Some("eligibility.ageFromMonths"));
}

#[test]
fn a_patch_without_a_field_is_empty() {
    assert!(ServicePatch::default().is_empty());
    assert!(!named("Beratung").is_empty());
}
