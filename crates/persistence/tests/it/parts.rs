//! Phones, contacts and schedules for the samples, with everything set and with next to nothing.

use chrono::Weekday;
use domain::access::Tier;
use domain::directory::hours::{
    Block, Channel, Exception, ExceptionKind, HolidayRule, Repeat, Schedule, Times,
};
use domain::directory::{
    CallCost, Contact, ContactFunction, Phone, PhoneKind, PhonePurpose, Stated,
};
use domain::ids::{ContactId, PhoneId, ScheduleId};
use domain::text::Lang;
use uuid::Uuid;

use crate::samples::{day, source};

pub(crate) fn stated<T>(value: T) -> Stated<T> {
    Stated {
        value,
        source: Some(source()),
        date: Some("2023-12".to_owned()),
    }
}

pub(crate) fn own<T>(value: T) -> Stated<T> {
    Stated {
        value,
        source: None,
        date: None,
    }
}

/// Hands out ids, so that no two parts of a sample share one.
pub(crate) struct Ids(pub(crate) u128);

impl Ids {
    pub(crate) fn next(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(self.0)
    }

    pub(crate) fn schedule(&mut self) -> Schedule {
        let id = ScheduleId::from_uuid(self.next());
        let span = "09:00-24:00".parse().unwrap();
        let block = Block {
            repeat: Repeat::NthOfMonth(vec![1, -1]),
            by_appointment: true,
            note: Some("Hintereingang".to_owned()),
            ..Block::weekly(Weekday::Fri, span)
        };
        Schedule {
            valid_from: Some(day("2026-01-01")),
            valid_to: Some(day("2026-12-31")),
            public_holidays: Some(HolidayRule::OwnBlocks(vec![span])),
            school_holidays: Some(HolidayRule::Closed),
            exceptions: vec![Exception {
                from: day("2026-12-24"),
                to: day("2026-12-31"),
                kind: ExceptionKind::Instead(vec![span]),
                reason_public: Some("Betriebsferien".to_owned()),
                reason_internal: Some("Umzug".to_owned()),
            }],
            appointment_only: true,
            booking_url: Some("https://example.org/termin".parse().unwrap()),
            note: Some("bitte klingeln".to_owned()),
            ..Schedule::stating(id, Channel::Phone, Times::Weekly([block].into()))
        }
    }

    pub(crate) fn phone(&mut self) -> Phone {
        Phone {
            id: PhoneId::from_uuid(self.next()),
            number: "0385 4791569".parse().unwrap(),
            display: "0385 4791569".to_owned(),
            kind: PhoneKind::Mobile,
            purpose: PhonePurpose::InfoPoint,
            label: Some("Anlaufstelle im Übergang".to_owned()),
            cost: Some(CallCost::MobileRate),
            anonymous: Some(false),
            languages: vec![Lang::german(), "uk".parse().unwrap()],
            schedules: vec![stated(self.schedule()), own(self.schedule())],
            stated: stated(()),
            tier: Tier::YouthOffice,
        }
    }

    pub(crate) fn bare_phone(&mut self) -> Phone {
        Phone {
            id: PhoneId::from_uuid(self.next()),
            number: "116111".parse().unwrap(),
            display: "116 111".to_owned(),
            kind: PhoneKind::Voice,
            purpose: PhonePurpose::Helpline,
            label: None,
            cost: None,
            anonymous: None,
            languages: vec![],
            schedules: vec![],
            stated: own(()),
            tier: Tier::Public,
        }
    }

    pub(crate) fn contact(&mut self) -> Contact {
        Contact {
            id: ContactId::from_uuid(self.next()),
            function: ContactFunction::NetworkCoordination,
            label: Some("Koordination Frühe Hilfen".to_owned()),
            department: Some("FD 51".to_owned()),
            email: Some("fruehe-hilfen@example.org".parse().unwrap()),
            phones: vec![self.phone(), self.bare_phone()],
            tier: Tier::Partner,
        }
    }
}
