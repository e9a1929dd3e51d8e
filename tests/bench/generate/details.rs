//! The parts of a record: telephones, hours, terms of use, trust.

use chrono::{NaiveDate, Weekday};
use domain::access::Tier;
use domain::directory::hours::{
    Block, Channel, Exception, ExceptionKind, HolidayRule, Schedule, Times,
};
use domain::directory::{
    Accessibility, AccessibilityFeature, Answer, CallCost, Capacity, CapacityStatus, Certainty,
    Contact, ContactFunction, Cost, CostKind, Eligibility, FieldClass, Language, LanguageMode,
    Phone, PhoneKind, PhonePurpose, Provenance, Stated, Verification, VerificationMethod,
    VerifiedBy,
};
use domain::ids::{ContactId, PhoneId, ScheduleId};
use domain::territory::{Area, DistrictKey, Places};
use domain::text::{Lang, PhoneNumber};

use super::Generator;
use crate::words::{SENTENCES, WEEKS};

const WORKDAYS: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

impl Generator {
    pub(super) fn phone(&mut self, purpose: PhonePurpose) -> anyhow::Result<Phone> {
        // the block 03850 000 is not given out
        let display = format!("03850 000 {:05}", self.dice.below(100_000));
        let number: PhoneNumber = display.parse()?;
        Ok(Phone {
            id: PhoneId::from_uuid(self.dice.id()),
            number,
            display,
            kind: PhoneKind::Voice,
            purpose,
            label: None,
            cost: self.dice.happens(30).then_some(CallCost::National),
            anonymous: None,
            languages: vec![],
            schedules: vec![],
            stated: stated(()),
            tier: Tier::Public,
        })
    }

    pub(super) fn contact(&mut self) -> anyhow::Result<Contact> {
        Ok(Contact {
            id: ContactId::from_uuid(self.dice.id()),
            function: ContactFunction::Reception,
            label: Some("Anmeldung".to_owned()),
            department: None,
            email: Some("anmeldung@traeger.example.org".parse()?),
            phones: vec![self.phone(PhonePurpose::Office)?],
            tier: Tier::Public,
        })
    }

    pub(super) fn hours(&mut self, channel: Channel) -> anyhow::Result<Stated<Schedule>> {
        let week = self.dice.one_of(WEEKS);
        let mut blocks = Vec::new();
        for (weekday, spans) in WORKDAYS.into_iter().zip(week) {
            for span in *spans {
                blocks.push(Block::weekly(weekday, span.parse()?));
            }
        }
        let id = ScheduleId::from_uuid(self.dice.id());
        let mut schedule = Schedule::stating(id, channel, Times::Weekly(blocks.into()));
        if self.dice.happens(15) {
            schedule.public_holidays = Some(HolidayRule::Closed);
            schedule.exceptions = vec![Exception {
                from: day("2026-12-24")?,
                to: day("2026-12-31")?,
                kind: ExceptionKind::Closed,
                reason_public: Some("Betriebsferien".to_owned()),
                reason_internal: None,
            }];
        }
        Ok(stated(schedule))
    }

    pub(super) fn accessibility(&mut self) -> Vec<Accessibility> {
        let known = [
            AccessibilityFeature::StepFreeEntrance,
            AccessibilityFeature::Lift,
            AccessibilityFeature::WheelchairToilet,
        ];
        let mut features = Vec::new();
        for feature in known {
            if self.dice.happens(40) {
                let value = *self.dice.one_of(&[Answer::Yes, Answer::Partly, Answer::No]);
                features.push(Accessibility {
                    feature,
                    value,
                    note: None,
                });
            }
        }
        features
    }

    pub(super) fn eligibility(&mut self) -> Eligibility {
        const AGES: [(Option<u16>, Option<u16>); 4] = [
            (Some(0), Some(36)),
            (Some(36), Some(168)),
            (Some(144), Some(324)),
            (Some(0), None),
        ];
        let (age_from_months, age_to_months) = *self.dice.one_of(&AGES);
        let age_known = self.dice.happens(60);
        Eligibility {
            age_known,
            age_from_months: age_from_months.filter(|_| age_known),
            age_to_months: age_to_months.filter(|_| age_known),
            pregnancy: self.dice.happens(10),
            ..Eligibility::default()
        }
    }

    pub(super) fn areas(&mut self, town: usize) -> Vec<Stated<Area>> {
        let key = self.towns[town].key.clone();
        let district: DistrictKey = key.district();
        match self.dice.below(10) {
            0 => vec![],
            1 => vec![stated(Area::Statewide)],
            2..5 => vec![stated(Area::of([Places::Municipality(key)]))],
            _ => vec![stated(Area::of([Places::District(district)]))],
        }
    }

    pub(super) fn languages(&mut self) -> anyhow::Result<Vec<Language>> {
        let mut languages = Vec::new();
        if self.dice.happens(40) {
            for code in self.dice.some_of(&["en", "uk", "ru", "ar", "pl", "fa"], 2) {
                let code: Lang = code.parse()?;
                languages.push(Language {
                    code,
                    modes: vec![LanguageMode::Spoken],
                    note: None,
                });
            }
        }
        Ok(languages)
    }

    pub(super) fn cost(&mut self) -> Cost {
        let kinds = [
            CostKind::Free,
            CostKind::Free,
            CostKind::Partly,
            CostKind::Unknown,
        ];
        Cost {
            kind: *self.dice.one_of(&kinds),
            options: vec![],
        }
    }

    pub(super) fn capacity(&mut self) -> Option<Capacity> {
        self.dice.happens(30).then(|| Capacity {
            status: *self
                .dice
                .one_of(&[CapacityStatus::Accepting, CapacityStatus::Waitlist]),
            waiting_time_days: None,
            as_of: self.now.date_naive(),
            note: None,
        })
    }

    pub(super) fn provenance(&mut self) -> Provenance {
        Provenance {
            sources: vec![],
            source_record_id: Some(format!("bench-{:016x}", self.dice.bits())),
            certainty: Certainty::Own,
            imported_at: Some(self.now),
        }
    }

    pub(super) fn verifications(&mut self) -> Vec<Verification> {
        if !self.dice.happens(60) {
            return vec![];
        }
        let ago = u64::try_from(self.dice.below(400)).unwrap_or_default();
        vec![Verification {
            field_class: FieldClass::Contact,
            confirmed_on: self.now.date_naive() - chrono::Days::new(ago),
            by: VerifiedBy::Provider,
            method: VerificationMethod::Own,
        }]
    }

    pub(super) fn sentences(&mut self, how_many: usize) -> String {
        self.dice.some_of(SENTENCES, how_many).join(" ")
    }
}

fn stated<T>(value: T) -> Stated<T> {
    Stated {
        value,
        source: None,
        date: None,
    }
}

fn day(text: &str) -> anyhow::Result<NaiveDate> {
    Ok(text.parse()?)
}
