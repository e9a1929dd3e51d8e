//! The network the tests ask: shipped places and responsibilities, and the numbers of domain.md 6.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::super::{Answer, Network, NeverOffered, Question, check_answers, resolve};
use crate::access::Tier;
use crate::directory::hours::{Channel, Schedule, SchoolHolidays, Times};
use crate::directory::{Phone, PhoneKind, PhonePurpose, Stated, Verification};
use crate::ids::{
    self, OrganisationId, PhoneId, ResponsibilityId, ScheduleId, ServiceId, SourceId,
};
use crate::territory::data::tests::{demo, state};
use crate::territory::{
    Bodies, BodyFacts, BodyId, Gazetteer, Responsibility, SeededResponsibility,
    read_responsibilities,
};

const STATE: &str = include_str!("../../../../../../data/territory/responsibilities.csv");
const DEMO: &str = include_str!("../../../../../../data/territory/demo/responsibilities.csv");

/// A number in a line of the fixture: how it is read, what it is for, when it answers, of which date.
type NumberLine = (&'static str, PhonePurpose, Hours, &'static str);

#[derive(Clone, Copy)]
enum Hours {
    Unknown,
    Always,
}

use Hours::{Always, Unknown};
use PhonePurpose::{
    Appointments, Emergency, Helpline, InfoPoint, Office, OnCall, Reporting, Switchboard,
};

/// service key, organisation key, name, numbers
const BODIES: &[(&str, &str, &str, &[NumberLine])] = &[
    (
        "yo-rostock-stadt",
        "yo-rostock-stadt",
        "Jugendamt Rostock",
        &[
            ("0381 381-2547", InfoPoint, Unknown, "2022-06-30"),
            ("0381 381-5000", Appointments, Unknown, "2022-01-07"),
        ],
    ),
    (
        "yo-schwerin",
        "yo-schwerin",
        "Jugendamt Schwerin",
        &[("0385 545-0", Switchboard, Unknown, "2018-01")],
    ),
    (
        "kjnd-schwerin",
        "kjnd-schwerin",
        "Kinder- und Jugendnotdienst Schwerin",
        &[("0385 7440363", OnCall, Always, "2025-10")],
    ),
    (
        "yo-mse-neubrandenburg",
        "yo-mse",
        "Regionalteam Neubrandenburg",
        &[("0395 57087 5300", Reporting, Unknown, "2023-12")],
    ),
    (
        "yo-mse-demmin",
        "yo-mse",
        "Regionalteam Demmin",
        &[("0395 57087 5301", Reporting, Unknown, "2023-12")],
    ),
    (
        "yo-mse-neustrelitz",
        "yo-mse",
        "Regionalteam Neustrelitz",
        &[("0395 57087 5302", Reporting, Unknown, "2023-12")],
    ),
    (
        "yo-mse-waren",
        "yo-mse",
        "Regionalteam Waren (Müritz)",
        &[
            ("0395 57087 2371", Reporting, Unknown, "2020-03-24"),
            ("0395 57087 5303", Reporting, Unknown, "2023-12"),
        ],
    ),
    (
        "yo-mse-bereitschaft",
        "yo-mse",
        "Bereitschaft über die Leitstelle",
        &[("0395 57087 8000", OnCall, Unknown, "2023-12")],
    ),
    (
        "yo-lk-rostock",
        "yo-lk-rostock",
        "Jugendamt Landkreis Rostock",
        &[("0800 14 14 007", Reporting, Always, "2025-01")],
    ),
    (
        "yo-vorpommern-ruegen",
        "yo-vorpommern-ruegen",
        "Jugendamt Vorpommern-Rügen",
        &[("03831 357-1000", Switchboard, Unknown, "2013")],
    ),
    (
        "yo-nordwestmecklenburg",
        "yo-nordwestmecklenburg",
        "Jugendamt Nordwestmecklenburg",
        &[],
    ),
    ("kjnd-nwm", "kjnd-nwm", "Notdienst Nordwestmecklenburg", &[]),
    (
        "yo-vorpommern-greifswald",
        "yo-vorpommern-greifswald",
        "Jugendamt Vorpommern-Greifswald",
        &[],
    ),
    (
        "yo-vg-bereitschaft",
        "yo-vorpommern-greifswald",
        "Bereitschaft Vorpommern-Greifswald",
        &[("112", Emergency, Unknown, "2021-12-20")],
    ),
    (
        "fachkraft-kinderschutz-vg",
        "fachkraft-kinderschutz-vg",
        "Fachkraft Kinderschutz",
        &[],
    ),
    (
        "yo-ludwigslust-parchim",
        "yo-ludwigslust-parchim",
        "Jugendamt Ludwigslust-Parchim",
        &[],
    ),
    (
        "kontaktstelle-kinderschutz",
        "kontaktstelle-kinderschutz",
        "Kontaktstelle Kinderschutz",
        &[("0385 4791569", Office, Unknown, "2020-01-15")],
    ),
    (
        "ist-rostock",
        "ist-rostock",
        "Interventionsstelle Rostock",
        &[],
    ),
    (
        "ist-stralsund",
        "ist-stralsund",
        "Interventionsstelle Stralsund",
        &[("03831 307750", Office, Unknown, "2020-11")],
    ),
    (
        "ist-schwerin",
        "ist-schwerin",
        "Interventionsstelle Schwerin",
        &[],
    ),
    (
        "kinderschutz-hotline-mv",
        "kinderschutz-hotline-mv",
        "Kinderschutz-Hotline MV",
        &[("0800 14 14 007", Helpline, Always, "2026")],
    ),
    (
        "hl-gewalt-gegen-frauen",
        "hl-gewalt-gegen-frauen",
        "Hilfetelefon Gewalt gegen Frauen",
        &[("116 016", Helpline, Always, "2026-11-22")],
    ),
    (
        "hl-kinder-jugendtelefon",
        "hl-kinder-jugendtelefon",
        "Kinder- und Jugendtelefon",
        &[("116 111", Helpline, Unknown, "2023-05-18")],
    ),
    (
        "hl-notruf-112",
        "hl-notruf-112",
        "Notruf",
        &[("112", Emergency, Always, "2024")],
    ),
    (
        "beispiel-jugendamt-beispielkreis",
        "beispiel-a",
        "Jugendamt Beispielkreis",
        &[("0000 99001 10", Reporting, Unknown, "2026")],
    ),
    (
        "beispiel-jugendamt-musterland",
        "beispiel-b",
        "Jugendamt Musterland (Beispiel)",
        &[("0000 99001 20", Reporting, Unknown, "2026")],
    ),
    (
        "beispiel-kontaktstelle",
        "beispiel-c",
        "Kontaktstelle Beispielstadt",
        &[],
    ),
];

pub(super) struct TestNetwork {
    gazetteer: Gazetteer,
    pub(super) responsibilities: Vec<Responsibility>,
    bodies: Bodies,
}

impl TestNetwork {
    /// The network of all tests that change nothing in it.
    pub(super) fn shared() -> &'static Self {
        static SHARED: LazyLock<TestNetwork> = LazyLock::new(TestNetwork::new);
        &SHARED
    }

    pub(super) fn new() -> Self {
        let real = read_responsibilities(STATE)
            .unwrap()
            .into_iter()
            .map(|row| stated(row, false));
        let invented = read_responsibilities(DEMO)
            .unwrap()
            .into_iter()
            .map(|row| stated(row, true));
        Self {
            gazetteer: Gazetteer::build(state().with(demo())).unwrap(),
            responsibilities: real.chain(invented).collect(),
            bodies: BODIES.iter().map(facts).collect(),
        }
    }

    pub(super) fn resolve(&self, question: &Question) -> Answer {
        resolve(&self.network(&SchoolHolidays::unknown()), question)
    }

    pub(super) fn check_answers(&self, question: &Question) -> Result<(), NeverOffered> {
        check_answers(&self.network(&SchoolHolidays::unknown()), question)
    }

    fn network<'n>(&'n self, school_holidays: &'n SchoolHolidays) -> Network<'n> {
        Network {
            gazetteer: &self.gazetteer,
            responsibilities: &self.responsibilities,
            bodies: &self.bodies,
            school_holidays,
        }
    }

    /// The same network after somebody confirmed the numbers of a body.
    pub(super) fn confirmed(mut self, key: &str, verification: &Verification) -> Self {
        let confirm = |line| {
            let mut facts = facts(line);
            if line.0 == key {
                facts.verifications.push(verification.clone());
            }
            facts
        };
        self.bodies = BODIES.iter().map(confirm).collect();
        self
    }
}

pub(super) fn service(key: &str) -> ServiceId {
    ServiceId::from_uuid(ids::imported("test", "service", key))
}

pub(super) fn organisation(key: &str) -> OrganisationId {
    OrganisationId::from_uuid(ids::imported("test", "organisation", key))
}

fn stated(row: SeededResponsibility, demo: bool) -> Responsibility {
    let key = row.key();
    Responsibility {
        id: ResponsibilityId::from_uuid(ids::imported("test", "responsibility", &key)),
        body: BodyId::Service(service(&row.body)),
        on_behalf_of: row.on_behalf_of.as_deref().map(organisation),
        topic: row.topic,
        area: row.area,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        time_window: row.time_window,
        rank: row.rank,
        fallback: row.fallback,
        basis_note: row.remark,
        source: row
            .source
            .map(|key| SourceId::from_uuid(ids::imported("test", "source", &key))),
        date: row.date,
        demo,
    }
}

fn facts(line: &(&str, &str, &str, &[NumberLine])) -> BodyFacts {
    let (key, organisation_key, name, numbers) = *line;
    BodyFacts {
        id: BodyId::Service(service(key)),
        name: name.to_owned(),
        organisation: organisation(organisation_key),
        organisation_name: match organisation_key {
            "yo-mse" => "Jugendamt Mecklenburgische Seenplatte".to_owned(),
            "yo-vorpommern-greifswald" => "Jugendamt Vorpommern-Greifswald".to_owned(),
            _ => name.to_owned(),
        },
        phones: numbers.iter().map(|number| phone(key, number)).collect(),
        hours: Vec::new(),
        organisation_phones: Vec::new(),
        organisation_hours: Vec::new(),
        verifications: Vec::new(),
    }
}

fn phone(key: &str, (display, purpose, hours, date): &NumberLine) -> Phone {
    let id = ids::imported("test", "phone", &format!("{key}/{display}"));
    let always = || Schedule::stating(ScheduleId::from_uuid(id), Channel::Phone, Times::AlwaysOpen);
    let schedules = match hours {
        Unknown => Vec::new(),
        Always => vec![Stated {
            value: always(),
            source: None,
            date: None,
        }],
    };
    Phone {
        id: PhoneId::from_uuid(id),
        // invented numbers have the form of real ones and belong to nobody
        number: display.parse().or_else(|_| "+490000".parse()).unwrap(),
        display: (*display).to_owned(),
        kind: PhoneKind::Voice,
        purpose: *purpose,
        label: None,
        cost: None,
        anonymous: None,
        languages: Vec::new(),
        schedules,
        stated: Stated {
            value: (),
            source: None,
            date: Some((*date).to_owned()),
        },
        tier: Tier::Public,
    }
}

/// A day as `2026-11-20`.
pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
