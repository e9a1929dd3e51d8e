//! Records with everything set, and records of which next to nothing is known.

use chrono::{DateTime, NaiveDate, Utc};
use domain::directory::{
    Accessibility, AccessibilityFeature, Address, AddressKind, AddressVisibility, Answer, Capacity,
    CapacityStatus, Certainty, Cost, CostKind, CostOption, Eligibility, FieldClass, FundingPeriod,
    Language, LanguageMode, Location, LocationKind, Mandate, Notice, OpeningCommitment,
    Organisation, OrganisationStatus, Point, Provenance, RegisterId, Service, ServiceAtLocation,
    ServiceStatus, Verification, VerificationMethod, VerifiedBy,
};
use domain::ids::{LocationId, OrganisationId, ServiceAtLocationId, ServiceId, SourceId};
use domain::territory::{Area, AreaMember, AreaSet, Coordinates, Places};
use domain::time::Version;
use uuid::Uuid;

use crate::parts::{Ids, own, stated};

/// An instant with all the digits that storage keeps.
pub(crate) fn noon() -> DateTime<Utc> {
    "2026-11-24T11:00:00.123456Z".parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn organisation_id(n: u128) -> OrganisationId {
    OrganisationId::from_uuid(Uuid::from_u128(0x0a00 + n))
}

pub(crate) fn service_id(n: u128) -> ServiceId {
    ServiceId::from_uuid(Uuid::from_u128(0x0b_0000 + n))
}

pub(crate) fn location_id(n: u128) -> LocationId {
    LocationId::from_uuid(Uuid::from_u128(0x0c_0000 + n))
}

pub(crate) fn source() -> SourceId {
    SourceId::from_uuid(Uuid::from_u128(0x0d))
}

fn unknown_provenance() -> Provenance {
    Provenance {
        sources: vec![],
        source_record_id: None,
        certainty: Certainty::Own,
        imported_at: None,
    }
}

fn provenance() -> Provenance {
    Provenance {
        sources: vec![source()],
        source_record_id: Some("ja-schwerin".to_owned()),
        certainty: Certainty::Conflicting,
        imported_at: Some(noon()),
    }
}

fn verifications() -> Vec<Verification> {
    vec![Verification {
        field_class: FieldClass::ReportingPhones,
        confirmed_on: day("2026-10-01"),
        by: VerifiedBy::Coordinator,
        method: VerificationMethod::Phone,
    }]
}

/// An organisation of which everything is known.
pub(crate) fn full_organisation(n: u128) -> Organisation {
    let mut ids = Ids((0xa0 + n) << 64);
    Organisation {
        alternate_names: vec!["ASD".to_owned()],
        description: Some("Eine **Beschreibung** mit Umlauten: äöüß €".to_owned()),
        legal_form: Some("e. V.".to_owned()),
        register_ids: vec![RegisterId {
            scheme: "VR".to_owned(),
            value: "00123".to_owned(),
        }],
        parent: Some(organisation_id(99)),
        district: Some("13076".to_owned()),
        website: Some("https://example.org/".parse().unwrap()),
        email: Some("post@example.org".parse().unwrap()),
        mandates: vec![Mandate {
            title: "Geschäftsstelle".to_owned(),
            valid_from: Some(day("2019-01-01")),
            valid_to: None,
            source: Some(source()),
        }],
        status: OrganisationStatus::Closed {
            on: Some(day("2024-06-30")),
            successor: Some(organisation_id(98)),
        },
        phones: vec![ids.phone(), ids.bare_phone()],
        contacts: vec![ids.contact(), ids.contact()],
        schedules: vec![stated(ids.schedule()), own(ids.schedule())],
        internal_note: Some("nur intern".to_owned()),
        demo: true,
        provenance: provenance(),
        verifications: verifications(),
        ..bare_organisation(n)
    }
}

/// An organisation of which only name, kind and sector are known.
pub(crate) fn bare_organisation(n: u128) -> Organisation {
    Organisation {
        id: organisation_id(n),
        version: Version::FIRST,
        name: format!("Jugendamt {n}"),
        alternate_names: vec![],
        description: None,
        kind: "youth_office".parse().unwrap(),
        sectors: vec!["youth_welfare".parse().unwrap()],
        legal_form: None,
        register_ids: vec![],
        parent: None,
        district: None,
        website: None,
        email: None,
        mandates: vec![],
        status: OrganisationStatus::Active,
        phones: vec![],
        contacts: vec![],
        schedules: vec![],
        internal_note: None,
        demo: false,
        provenance: unknown_provenance(),
        verifications: vec![],
        created_at: noon(),
        updated_at: noon(),
    }
}

/// A location of which everything is known.
pub(crate) fn full_location(n: u128, organisation: OrganisationId) -> Location {
    let mut ids = Ids((0xc0 + n) << 64);
    Location {
        name: Some("Haus am Pfaffenteich".to_owned()),
        addresses: vec![Address {
            kind: AddressKind::Postal,
            street: Some("Am Packhof".to_owned()),
            house_number: Some("2-6".to_owned()),
            addition: Some("c/o".to_owned()),
            postcode: Some("19053".parse().unwrap()),
            city: Some("Schwerin".to_owned()),
            municipality: Some("13004000".to_owned()),
        }],
        point: Some(Point {
            lat: 53.628_912_345_678_9,
            lon: 11.412_345,
            accuracy_m: 25,
        }),
        address_visibility: AddressVisibility::MunicipalityOnly,
        transport_note: Some("Linie 1".to_owned()),
        accessibility: vec![Accessibility {
            feature: AccessibilityFeature::StepFreeEntrance,
            value: Answer::Partly,
            note: Some("Rampe im Hof".to_owned()),
        }],
        phones: vec![ids.phone()],
        schedules: vec![stated(ids.schedule())],
        demo: true,
        provenance: provenance(),
        verifications: verifications(),
        ..bare_location(n, organisation)
    }
}

/// A location of which nothing is known but that there is one.
pub(crate) fn bare_location(n: u128, organisation: OrganisationId) -> Location {
    Location {
        id: location_id(n),
        version: Version::FIRST,
        organisation,
        kind: LocationKind::Physical,
        name: None,
        addresses: vec![],
        point: None,
        address_visibility: AddressVisibility::Exact,
        transport_note: None,
        accessibility: vec![],
        phones: vec![],
        schedules: vec![],
        demo: false,
        provenance: unknown_provenance(),
        verifications: vec![],
        created_at: noon(),
        updated_at: noon(),
    }
}

/// A service of which everything is known, given at two locations.
pub(crate) fn full_service(
    n: u128,
    organisation: OrganisationId,
    places: [LocationId; 2],
) -> Service {
    let mut ids = Ids((0xb0 + n) << 64);
    Service {
        alternate_names: vec!["Elternberatung".to_owned()],
        summary: Some("Kurz".to_owned()),
        description: Some("Lang".to_owned()),
        kinds: vec!["counselling".parse().unwrap()],
        topics: vec!["newborn".parse().unwrap(), "neglect".parse().unwrap()],
        target_groups: vec!["parents".parse().unwrap()],
        sectors: vec!["health".parse().unwrap()],
        status: ServiceStatus::TemporarilyClosed {
            reason: "Umbau".to_owned(),
            expected_back_on: Some(day("2027-01-04")),
        },
        visible_from: Some(day("2026-01-01")),
        visible_to: Some(day("2027-12-31")),
        funding_periods: vec![FundingPeriod {
            label: "Modellphase".to_owned(),
            from: Some("2019".to_owned()),
            to: Some("2022".to_owned()),
            source: Some(source()),
        }],
        eligibility: Eligibility {
            age_known: true,
            age_from_months: Some(0),
            age_to_months: Some(36),
            pregnancy: true,
            not_for: vec!["Schulkinder".to_owned()],
            note: Some("auch Großeltern".to_owned()),
        },
        areas: vec![stated(split_area()), own(Area::Statewide)],
        languages: vec![Language {
            code: "fr".parse().unwrap(),
            modes: vec![LanguageMode::Spoken, LanguageMode::Interpreter],
            note: Some("vorher anrufen".to_owned()),
        }],
        cost: Cost {
            kind: CostKind::Partly,
            options: vec![CostOption {
                amount_cents: 1_250,
                per: Some("Kurs".to_owned()),
                note: None,
            }],
        },
        anonymous: Answer::Partly,
        capacity: Some(Capacity {
            status: CapacityStatus::Waitlist,
            waiting_time_days: Some(21),
            as_of: day("2026-11-20"),
            note: Some("nur nachmittags".to_owned()),
        }),
        opening_commitment: Some(OpeningCommitment {
            min_days_per_week: 5,
            min_minutes_per_day: 240,
            source: Some(source()),
        }),
        boundary_note: Some("ersetzt keine ärztliche Hilfe".to_owned()),
        notice: Some(Notice {
            text: "Umgezogen".to_owned(),
            valid_from: Some(day("2026-11-01")),
            valid_to: None,
        }),
        website: Some("https://example.org/angebot".parse().unwrap()),
        chat: Some("https://example.org/chat".parse().unwrap()),
        email: Some("angebot@example.org".parse().unwrap()),
        answered_by: Some("geschulte Ehrenamtliche".to_owned()),
        phones: vec![ids.phone(), ids.bare_phone()],
        contacts: vec![ids.contact()],
        schedules: vec![stated(ids.schedule())],
        at: places
            .into_iter()
            .map(|location| ServiceAtLocation {
                id: ServiceAtLocationId::from_uuid(ids.next()),
                location,
                description: Some("im Erdgeschoss".to_owned()),
                phones: vec![ids.phone()],
                schedules: vec![stated(ids.schedule()), own(ids.schedule())],
            })
            .collect(),
        internal_note: Some("nur intern".to_owned()),
        demo: true,
        provenance: provenance(),
        verifications: verifications(),
        ..bare_service(n, organisation)
    }
}

fn split_area() -> Area {
    let radius = Places::Radius {
        point: Coordinates {
            lat: 53.6,
            lon: 11.4,
        },
        metres: 5_000,
    };
    Area::Set(AreaSet {
        include: vec![
            AreaMember {
                places: Places::District("13076".parse().unwrap()),
                valid_from: Some(day("2011-09-04")),
                valid_to: None,
            },
            radius.into(),
        ],
        exclude: vec![Places::Postcode("19055".parse().unwrap()).into()],
        note: Some("nach Absprache auch darüber hinaus".to_owned()),
    })
}

/// A service of which only the name is known.
pub(crate) fn bare_service(n: u128, organisation: OrganisationId) -> Service {
    Service {
        id: service_id(n),
        version: Version::FIRST,
        organisation,
        name: format!("Angebot {n:05}"),
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
        provenance: unknown_provenance(),
        verifications: vec![],
        created_at: noon(),
        updated_at: noon(),
    }
}
