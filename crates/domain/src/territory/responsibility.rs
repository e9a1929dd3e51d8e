//! Who answers for what: the rows the resolver asks, and what it must know of the bodies they name.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::area::Area;
use crate::directory::hours::{Block, Schedule};
use crate::directory::{Phone, ServiceView, Stated, Verification};
use crate::ids::{OrganisationId, ResponsibilityId, ServiceId, SourceId};

/// For what somebody is responsible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Takes reports of suspected endangerment of a child.
    ChildProtectionReport,
    /// Advises professionals who weigh such a suspicion.
    ChildProtectionAdvice,
    /// Protects a child at once.
    AcuteProtection,
    /// Early help: pregnancy to three years.
    EarlyHelp,
    /// Kontaktstelle Kinderschutz.
    ContactPoint,
    /// Domestic violence.
    DomesticViolence,
    /// Documents injuries so that a court can use it.
    ForensicDocumentation,
    /// Accompanies victims through court proceedings.
    CourtSupport,
    /// The youth office in all other matters.
    YouthOfficeGeneral,
}

impl Topic {
    /// All topics.
    pub const ALL: [Self; 9] = [
        Self::ChildProtectionReport,
        Self::ChildProtectionAdvice,
        Self::AcuteProtection,
        Self::EarlyHelp,
        Self::ContactPoint,
        Self::DomesticViolence,
        Self::ForensicDocumentation,
        Self::CourtSupport,
        Self::YouthOfficeGeneral,
    ];

    /// The topic's name in storage and APIs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ChildProtectionReport => "child_protection_report",
            Self::ChildProtectionAdvice => "child_protection_advice",
            Self::AcuteProtection => "acute_protection",
            Self::EarlyHelp => "early_help",
            Self::ContactPoint => "contact_point",
            Self::DomesticViolence => "domestic_violence",
            Self::ForensicDocumentation => "forensic_documentation",
            Self::CourtSupport => "court_support",
            Self::YouthOfficeGeneral => "youth_office_general",
        }
    }
}

/// What a responsibility is given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyId {
    /// An organisation as a whole.
    Organisation(OrganisationId),
    /// One of its services.
    Service(ServiceId),
}

/// When a body answers for its topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeWindow {
    /// At all times.
    Always,
    /// In its office hours.
    OfficeHours,
    /// Outside the office hours of the body it stands in for.
    OutOfHours,
    /// In these blocks.
    Blocks(Vec<Block>),
}

/// One statement: this body answers for this topic in this area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Responsibility {
    /// Names the statement.
    pub id: ResponsibilityId,
    /// Who answers.
    pub body: BodyId,
    /// The organisation it answers for, such as the youth office whose on-call service it is.
    pub on_behalf_of: Option<OrganisationId>,
    /// For what.
    pub topic: Topic,
    /// Where.
    pub area: Area,
    /// From which day.
    pub valid_from: Option<NaiveDate>,
    /// Until which day, inclusive.
    pub valid_to: Option<NaiveDate>,
    /// When.
    pub time_window: TimeWindow,
    /// Bodies of the same area come in this order, 1 first.
    pub rank: u16,
    /// Whether it only stands in where nobody else is known or known to answer.
    pub fallback: bool,
    /// What the statement rests on, in words.
    pub basis_note: Option<String>,
    /// Who states it.
    pub source: Option<SourceId>,
    /// Of which date, as precise as the source is.
    pub date: Option<String>,
    /// Whether it belongs to the invented district.
    pub demo: bool,
}

impl Responsibility {
    /// Whether it holds on the day.
    pub fn is_valid_on(&self, date: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= date) && self.valid_to.is_none_or(|to| date <= to)
    }
}

/// What the resolver must know of a body, as the tier of the asker sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyFacts {
    /// The body.
    pub id: BodyId,
    /// Its name.
    pub name: String,
    /// The organisation it belongs to, or is.
    pub organisation: OrganisationId,
    /// The name of that organisation.
    pub organisation_name: String,
    /// Its telephones.
    pub phones: Vec<Phone>,
    /// Its hours, for phones that have none of their own.
    pub hours: Vec<Stated<Schedule>>,
    /// The telephones of the organisation as a whole.
    pub organisation_phones: Vec<Phone>,
    /// The hours of the organisation, for whatever has none of its own.
    pub organisation_hours: Vec<Stated<Schedule>>,
    /// Who confirmed what, and when.
    pub verifications: Vec<Verification>,
}

impl From<&ServiceView> for BodyFacts {
    fn from(view: &ServiceView) -> Self {
        let (service, organisation) = (&view.service, &view.organisation);
        let at_places = view.places().flat_map(|place| &place.link.phones);
        let mut hours = service.schedules.clone();
        if let Some(only) = view.only_place()
            && !only.link.schedules.is_empty()
        {
            hours.clone_from(&only.link.schedules);
        }
        Self {
            id: BodyId::Service(service.id),
            name: service.name.clone(),
            organisation: organisation.id,
            organisation_name: organisation.name.clone(),
            phones: service.phones.iter().chain(at_places).cloned().collect(),
            hours,
            organisation_phones: organisation.phones.clone(),
            organisation_hours: organisation.schedules.clone(),
            verifications: service.verifications.clone(),
        }
    }
}

/// The bodies of a network by their ids.
#[derive(Debug, Clone, Default)]
pub struct Bodies(HashMap<BodyId, BodyFacts>);

impl Bodies {
    /// What is known of a body; absent when it is not published for the asker.
    pub fn get(&self, id: BodyId) -> Option<&BodyFacts> {
        self.0.get(&id)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The name of an organisation, as far as one of its bodies tells it.
    pub(super) fn organisation_name(&self, id: OrganisationId) -> Option<&str> {
        let of_it = self.0.values().find(|facts| facts.organisation == id)?;
        Some(&of_it.organisation_name)
    }
}

impl FromIterator<BodyFacts> for Bodies {
    fn from_iter<Facts: IntoIterator<Item = BodyFacts>>(facts: Facts) -> Self {
        Self(facts.into_iter().map(|facts| (facts.id, facts)).collect())
    }
}
