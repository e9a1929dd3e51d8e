//! Structures to aggregates of the domain. Ids are derived from keys: seeding twice meets the same
//! records, and whoever knows a key knows the id ([`organisation_id`], [`service_id`] …).

mod ids;
mod reach;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::directory::{
    Address, AddressKind, AddressVisibility, Cost, Eligibility, FundingPeriod, Language, Location,
    LocationKind, OpeningCommitment, Organisation, OrganisationStatus, Point, Provenance, Service,
    ServiceAtLocation, ServiceStatus, Source, Stated, Term,
};
use domain::ids::{ServiceAtLocationId, imported};
use domain::territory::MunicipalityKey;
use domain::text::{Lang, LocalizedText};
use domain::time::Version;

use super::format::{
    EligibilityEntry, FundingEntry, LanguageEntry, LocationEntry, OrganisationEntry,
    OrganisationState, ServiceEntry, ServiceState, SourceEntry, TaxonomyFile, TermEntry,
};
use super::read::{Network, Part};

pub use ids::{location_id, organisation_id, service_id, source_id, term_id};

/// The seed as the domain knows it.
#[derive(Debug, Clone, Default)]
pub struct Aggregates {
    /// Where the facts were read.
    pub sources: Vec<Source>,
    /// The terms of all taxonomies.
    pub terms: Vec<Term>,
    /// The organisations; whoever is part of another comes after it or before it.
    pub organisations: Vec<Organisation>,
    /// Where they are.
    pub locations: Vec<Location>,
    /// What they offer.
    pub services: Vec<Service>,
}

/// How far a house may be off when only its municipality's point is known, in metres.
pub const MUNICIPALITY_ACCURACY_M: u32 = 5_000;

/// Turns what was read into aggregates, first versions as of `now`. `point_of` answers where a
/// municipality lies, for searching by distance; without an answer the place stays unknown.
pub fn aggregates(
    network: &Network,
    now: DateTime<Utc>,
    point_of: &dyn Fn(&MunicipalityKey) -> Option<Point>,
) -> Aggregates {
    let dates = network
        .sources
        .iter()
        .filter_map(|entry| Some((entry.key.as_str(), entry.date()?)))
        .collect();
    let seed = Converter {
        now,
        dates,
        point_of,
    };
    let mut made = Aggregates {
        sources: network.sources.iter().map(source).collect(),
        terms: network.taxonomies.iter().flat_map(terms).collect(),
        ..Aggregates::default()
    };
    for (part, entry) in network.organisations() {
        made.organisations.push(seed.organisation(part, entry));
        made.locations.extend(
            entry
                .locations
                .iter()
                .map(|location| seed.location(part, entry, location)),
        );
        made.services.extend(
            entry
                .services
                .iter()
                .map(|service| seed.service(part, entry, service)),
        );
    }
    made
}

fn source(entry: &SourceEntry) -> Source {
    Source {
        id: source_id(&entry.key),
        key: entry.key.clone(),
        title: entry.title.clone(),
        url: entry.url.as_ref().map(ToString::to_string),
        date: entry.date().unwrap_or_default(),
        licence: entry.licence.clone(),
    }
}

fn terms(file: &TaxonomyFile) -> impl Iterator<Item = Term> + '_ {
    file.terms.iter().map(
        |TermEntry {
             key,
             parent,
             label,
             synonyms,
             plain_words,
         }| Term {
            id: term_id(file.taxonomy, key.as_str()),
            taxonomy: file.taxonomy,
            key: key.clone(),
            parent: parent.clone(),
            labels: vec![
                LocalizedText::german(label.de.clone()),
                LocalizedText {
                    lang: Lang::english(),
                    value: label.en.clone(),
                },
            ],
            synonyms: synonyms.clone(),
            plain_words: plain_words.clone(),
        },
    )
}

struct Converter<'a> {
    now: DateTime<Utc>,
    dates: BTreeMap<&'a str, String>,
    point_of: &'a dyn Fn(&MunicipalityKey) -> Option<Point>,
}

impl Converter<'_> {
    fn stated<T>(&self, value: T, source: Option<&String>, date: Option<&String>) -> Stated<T> {
        let of_source = || source.and_then(|key| self.dates.get(key.as_str()).cloned());
        Stated {
            value,
            source: source.map(|key| source_id(key)),
            date: date.cloned().or_else(of_source),
        }
    }

    fn provenance(&self, entry: &OrganisationEntry, key: &str) -> Provenance {
        Provenance {
            sources: entry.sources.iter().map(|key| source_id(key)).collect(),
            source_record_id: Some(key.to_owned()),
            certainty: entry.certainty,
            imported_at: Some(self.now),
        }
    }

    fn organisation(&self, part: &Part, entry: &OrganisationEntry) -> Organisation {
        let id = organisation_id(&entry.key);
        Organisation {
            alternate_names: entry.alternate_names.clone(),
            description: description(entry),
            sectors: entry.sectors.clone(),
            parent: entry.parent.as_deref().map(organisation_id),
            district: entry
                .district
                .as_ref()
                .or(part.file.district.as_ref())
                .map(ToString::to_string),
            website: entry.website.clone(),
            email: entry.email.clone(),
            status: status(entry),
            phones: self.phones(&format!("organisation:{}", entry.key), &entry.phones),
            internal_note: internal_note(entry),
            demo: part.file.demo,
            provenance: self.provenance(entry, &entry.key),
            ..Organisation::entered(id, entry.name.clone(), entry.kind.clone(), self.now)
        }
    }

    fn location(&self, part: &Part, owner: &OrganisationEntry, entry: &LocationEntry) -> Location {
        let shown = entry.address_visibility.unwrap_or(AddressVisibility::Exact);
        // a house that must not be found has no point at all, not even its town's
        let point = entry
            .municipality
            .as_ref()
            .filter(|_| shown == AddressVisibility::Exact);
        Location {
            id: location_id(&owner.key, &entry.key),
            version: Version::FIRST,
            organisation: organisation_id(&owner.key),
            kind: LocationKind::Physical,
            name: entry.name.clone(),
            addresses: vec![Address {
                kind: AddressKind::Physical,
                street: entry.street.clone(),
                house_number: entry.house_number.clone(),
                addition: entry.addition.clone(),
                postcode: entry.postcode.clone(),
                city: entry.city.clone(),
                municipality: entry.municipality.as_ref().map(ToString::to_string),
            }],
            point: point.and_then(|key| (self.point_of)(key)),
            address_visibility: shown,
            transport_note: None,
            accessibility: Vec::new(),
            phones: Vec::new(),
            schedules: Vec::new(),
            demo: part.file.demo,
            provenance: self.provenance(owner, &format!("{}:{}", owner.key, entry.key)),
            verifications: Vec::new(),
            created_at: self.now,
            updated_at: self.now,
        }
    }

    fn service(&self, part: &Part, owner: &OrganisationEntry, entry: &ServiceEntry) -> Service {
        // an offer that is the whole institution says what the institution says
        let only = (owner.services.len() == 1)
            .then(|| owner.description.clone())
            .flatten();
        Service {
            id: service_id(&entry.key),
            version: Version::FIRST,
            organisation: organisation_id(&owner.key),
            name: entry.name.clone(),
            alternate_names: entry.alternate_names.clone(),
            summary: entry.summary.clone(),
            description: entry.description.clone().or(only),
            kinds: entry.kinds.clone(),
            topics: entry.topics.clone(),
            target_groups: entry.target_groups.clone(),
            sectors: owner.sectors.clone(),
            status: match entry.status {
                ServiceState::Active => ServiceStatus::Active,
                ServiceState::Inactive => ServiceStatus::Inactive,
                ServiceState::Defunct => ServiceStatus::Defunct,
            },
            visible_from: None,
            visible_to: None,
            funding_periods: funding_periods(entry),
            eligibility: entry
                .eligibility
                .as_ref()
                .map(eligibility)
                .unwrap_or_default(),
            areas: entry.areas.iter().map(|stated| self.area(stated)).collect(),
            languages: languages(entry),
            cost: Cost {
                kind: entry.cost.unwrap_or_default(),
                options: Vec::new(),
            },
            anonymous: entry.anonymous.unwrap_or_default(),
            capacity: None,
            opening_commitment: entry.opening_commitment.as_ref().map(|promise| {
                OpeningCommitment {
                    min_days_per_week: promise.min_days_per_week,
                    min_minutes_per_day: promise.min_minutes_per_day,
                    source: promise.source.as_deref().map(source_id),
                }
            }),
            boundary_note: entry.boundary_note.clone(),
            notice: None,
            website: entry.website.clone(),
            chat: entry.chat.clone(),
            email: entry.email.clone(),
            answered_by: entry.answered_by.clone(),
            phones: self.phones(&format!("service:{}", entry.key), &entry.phones),
            contacts: Vec::new(),
            schedules: self.schedules(entry),
            at: entry
                .at
                .iter()
                .map(|at| service_at(&owner.key, &entry.key, at))
                .collect(),
            internal_note: entry.internal_note.clone(),
            demo: part.file.demo,
            provenance: self.provenance(owner, &entry.key),
            verifications: Vec::new(),
            created_at: self.now,
            updated_at: self.now,
        }
    }
}

fn description(entry: &OrganisationEntry) -> Option<String> {
    let operator = entry
        .operator
        .as_ref()
        .map(|operator| format!("Träger: {operator}"));
    let paragraphs: Vec<String> = entry.description.iter().cloned().chain(operator).collect();
    (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
}

fn internal_note(entry: &OrganisationEntry) -> Option<String> {
    let notes: Vec<&str> = [&entry.status_reason, &entry.internal_note]
        .into_iter()
        .filter_map(Option::as_deref)
        .collect();
    (!notes.is_empty()).then(|| notes.join("\n\n"))
}

fn status(entry: &OrganisationEntry) -> OrganisationStatus {
    match entry.status {
        OrganisationState::Active => OrganisationStatus::Active,
        OrganisationState::Paused => OrganisationStatus::Paused,
        OrganisationState::Closed => OrganisationStatus::Closed {
            on: entry.closed_on,
            successor: None,
        },
        OrganisationState::Draft => OrganisationStatus::Draft,
    }
}

fn funding_periods(entry: &ServiceEntry) -> Vec<FundingPeriod> {
    let period = |funding: &FundingEntry| FundingPeriod {
        label: funding.label.clone(),
        from: funding.from.clone(),
        to: funding.to.clone(),
        source: funding.source.as_deref().map(source_id),
    };
    entry.funding_periods.iter().map(period).collect()
}

fn eligibility(entry: &EligibilityEntry) -> Eligibility {
    Eligibility {
        age_known: entry.age_known,
        age_from_months: entry.age_from_months,
        age_to_months: entry.age_to_months,
        pregnancy: entry.pregnancy,
        not_for: Vec::new(),
        note: entry.note.clone(),
    }
}

fn languages(entry: &ServiceEntry) -> Vec<Language> {
    let language = |stated: &LanguageEntry| Language {
        code: stated.code.clone(),
        modes: stated.modes.clone(),
        note: stated.note.clone(),
    };
    entry.languages.iter().map(language).collect()
}

fn service_at(organisation: &str, service: &str, location: &str) -> ServiceAtLocation {
    let key = format!("{service}:{location}");
    ServiceAtLocation {
        id: ServiceAtLocationId::from_uuid(imported("seed", "service_at_location", &key)),
        location: location_id(organisation, location),
        description: None,
        phones: Vec::new(),
        schedules: Vec::new(),
    }
}
