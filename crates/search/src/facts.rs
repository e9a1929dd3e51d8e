//! What filters, facets and ranking ask of a service, in small and once computed.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::directory::hours::Channel;
use domain::directory::{
    AccessibilityFeature, Answer, CapacityStatus, CostKind, Eligibility, FieldClass, LocationKind,
    PhonePurpose, Place, ServiceStatus, ServiceView, Taxonomy, TermKey, Verification,
};
use domain::territory::Coordinates;

use crate::analyze::fold;
use crate::areas::{AreaId, AreaTable};
use crate::hours::{self, Openings, Window};
use crate::places::PlaceNames;
use crate::points::{Spot, on_sphere};
use crate::terms::{SlotIx, TermIx, TermTable};
use crate::text::{Told, Trace, told, traces};

/// A service in the index.
#[derive(Debug)]
pub(crate) struct Doc {
    /// What is shown.
    pub(crate) view: Arc<ServiceView>,
    /// What is asked.
    pub(crate) facts: Facts,
    /// Where its words stand.
    pub(crate) traces: Box<[Trace]>,
}

/// What is asked of a service.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one fact of the service"
)]
pub(crate) struct Facts {
    /// Whether it is an invented one.
    pub(crate) demo: bool,
    /// Whether it is given at all, and from when to when it is shown.
    given: bool,
    visible_from: Option<NaiveDate>,
    visible_to: Option<NaiveDate>,
    /// What it costs.
    pub(crate) cost: CostKind,
    /// Whether people may stay unnamed.
    pub(crate) anonymous: Answer,
    /// The ages it is for in months, absent when they are not stated.
    ages: Option<(u16, u16)>,
    /// Its room and the day on which it was stated.
    capacity: Option<(CapacityStatus, NaiveDate)>,
    /// Whether its languages are stated.
    pub(crate) has_languages: bool,
    /// The terms it carries itself, its organisation's kind included.
    pub(crate) terms: Box<[TermIx]>,
    /// Its values in the facets of terms, wider terms included; sorted.
    pub(crate) slots: Box<[SlotIx]>,
    /// Its areas.
    pub(crate) area: AreaId,
    /// The municipalities it is given in.
    pub(crate) municipalities: Box<[Box<str>]>,
    /// The districts it is given in; that of the organisation's seat where no place is known.
    pub(crate) districts: Box<[Box<str>]>,
    /// Where it is given.
    pub(crate) points: Box<[Spot]>,
    /// Whether somebody can come to it.
    pub(crate) is_visited: bool,
    /// Whether it can be entered without steps.
    pub(crate) accessible: Answer,
    /// The channels it is reached by, as bits by the order of [`Channel::ALL`].
    channels: u8,
    /// When it can be reached.
    pub(crate) openings: Openings,
    /// The last day on which some confirmation is trusted; absent when nothing was confirmed.
    pub(crate) trusted_until: Option<NaiveDate>,
    /// Its name as names are sorted.
    pub(crate) sort_name: Box<str>,
}

/// What facts are computed with.
pub(crate) struct Surroundings<'a> {
    pub(crate) terms: &'a TermTable,
    pub(crate) places: &'a PlaceNames,
    pub(crate) analyzer: &'a crate::analyze::Analyzer,
    pub(crate) window: Window,
}

impl Doc {
    /// A service for the index, with the words of its own texts.
    pub(crate) fn new(
        view: Arc<ServiceView>,
        areas: &mut AreaTable,
        around: &Surroundings<'_>,
    ) -> (Self, Vec<Told>) {
        let facts = Facts::of(&view, areas, around);
        let told = told(&view, around.analyzer);
        let traces = traces(&told);
        (
            Self {
                view,
                facts,
                traces,
            },
            told,
        )
    }
}

impl Facts {
    fn of(view: &ServiceView, areas: &mut AreaTable, around: &Surroundings<'_>) -> Self {
        let service = &view.service;
        let terms = terms_of(view, around.terms);
        let districts = districts_of(view);
        let (points, is_visited) = points_of(view, around.places);
        Self {
            demo: service.demo || view.organisation.demo,
            given: match service.status {
                ServiceStatus::Active | ServiceStatus::TemporarilyClosed { .. } => true,
                ServiceStatus::Inactive | ServiceStatus::Defunct => false,
            },
            visible_from: service.visible_from,
            visible_to: service.visible_to,
            cost: service.cost.kind,
            anonymous: service.anonymous,
            ages: ages(&service.eligibility),
            capacity: service
                .capacity
                .as_ref()
                .map(|stated| (stated.status, stated.as_of)),
            has_languages: !service.languages.is_empty(),
            slots: slots_of(&terms, around.terms),
            terms: terms.into(),
            area: areas.id_of(&service.areas, around.places),
            municipalities: municipalities_of(view).map(Box::from).collect(),
            districts: districts.into(),
            points,
            is_visited,
            accessible: accessible(&view.places),
            channels: channels_of(view),
            openings: Openings::of(view, around.window),
            trusted_until: trusted_until(view),
            sort_name: fold::key(&fold::lower(&service.name)).into(),
        }
    }

    /// Whether it is shown to people on the day.
    pub(crate) fn is_published_on(&self, day: NaiveDate) -> bool {
        self.given
            && self.visible_from.is_none_or(|from| from <= day)
            && self.visible_to.is_none_or(|to| day <= to)
    }

    /// Whether somebody of this age is meant.
    pub(crate) fn fits_age(&self, months: u16) -> Answer {
        match self.ages {
            None => Answer::Unknown,
            Some((from, to)) if from <= months && months < to => Answer::Yes,
            Some(_) => Answer::No,
        }
    }

    /// Its room on `today`; a statement older than it may be trusted is none.
    pub(crate) fn capacity(&self, today: NaiveDate) -> Option<CapacityStatus> {
        let (status, as_of) = self.capacity?;
        let age = (today - as_of).num_days();
        (age <= FieldClass::Capacity.trusted_days()).then_some(status)
    }

    /// Whether it is reached by the channel.
    pub(crate) fn has_channel(&self, channel: Channel) -> bool {
        self.channels & bit(channel) != 0
    }

    /// Whether it has any of these facet values.
    pub(crate) fn has_any(&self, slots: &[SlotIx]) -> bool {
        slots
            .iter()
            .any(|slot| self.slots.binary_search(slot).is_ok())
    }
}

/// Every term key of a service with its taxonomy.
fn term_keys(view: &ServiceView) -> impl Iterator<Item = (Taxonomy, &TermKey)> {
    fn of(taxonomy: Taxonomy, keys: &[TermKey]) -> impl Iterator<Item = (Taxonomy, &TermKey)> {
        keys.iter().map(move |key| (taxonomy, key))
    }
    let service = &view.service;
    of(Taxonomy::ServiceKind, &service.kinds)
        .chain([(Taxonomy::OrganisationKind, &view.organisation.kind)])
        .chain(of(Taxonomy::Topic, &service.topics))
        .chain(of(Taxonomy::TargetGroup, &service.target_groups))
        .chain(of(Taxonomy::Sector, &service.sectors))
        .chain(of(Taxonomy::Sector, &view.organisation.sectors))
}

fn terms_of(view: &ServiceView, table: &TermTable) -> Vec<TermIx> {
    let mut terms: Vec<TermIx> = term_keys(view)
        .filter_map(|(taxonomy, key)| table.ix(taxonomy, key))
        .collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

fn slots_of(terms: &[TermIx], table: &TermTable) -> Box<[SlotIx]> {
    let mut slots: Vec<SlotIx> = terms
        .iter()
        .flat_map(|ix| std::iter::once(*ix).chain(table.get(*ix).ancestors.iter().copied()))
        .filter_map(|ix| table.get(ix).slot)
        .collect();
    slots.sort_unstable();
    slots.dedup();
    slots.into()
}

fn municipalities_of(view: &ServiceView) -> impl Iterator<Item = &str> {
    let addresses = view
        .places
        .iter()
        .flat_map(|place| &place.location.addresses);
    addresses.filter_map(|address| address.municipality.as_deref())
}

fn districts_of(view: &ServiceView) -> Vec<Box<str>> {
    let mut districts: Vec<Box<str>> = municipalities_of(view)
        .filter_map(|key| key.get(..5))
        .map(Box::from)
        .collect();
    if districts.is_empty() {
        districts.extend(view.organisation.district.as_deref().map(Box::from));
    }
    districts.sort_unstable();
    districts.dedup();
    districts
}

/// The points of a service: exact where one is shown, else a point of the municipality.
fn points_of(view: &ServiceView, places: &PlaceNames) -> (Box<[Spot]>, bool) {
    let houses = || {
        view.places
            .iter()
            .filter(|place| place.location.kind == LocationKind::Physical)
    };
    let point = |place: &Place| match place.location.point {
        Some(point) => Some(Coordinates {
            lat: point.lat,
            lon: point.lon,
        }),
        None => place
            .location
            .addresses
            .iter()
            .filter_map(|address| address.municipality.as_deref())
            .find_map(|key| places.municipality_point(key)),
    };
    (
        houses().filter_map(point).map(on_sphere).collect(),
        houses().next().is_some(),
    )
}

fn accessible(places: &[Place]) -> Answer {
    let entrances = places
        .iter()
        .flat_map(|place| &place.location.accessibility)
        .filter(|known| known.feature == AccessibilityFeature::StepFreeEntrance);
    let mut best = Answer::Unknown;
    for entrance in entrances {
        best = match (best, entrance.value) {
            (Answer::Yes, _) | (_, Answer::Yes) => Answer::Yes,
            (Answer::Partly, _) | (_, Answer::Partly) => Answer::Partly,
            (Answer::No, _) | (_, Answer::No) => Answer::No,
            (Answer::Unknown, Answer::Unknown) => Answer::Unknown,
        };
    }
    best
}

const fn bit(channel: Channel) -> u8 {
    match channel {
        Channel::Visit => 1,
        Channel::Phone => 2,
        Channel::Chat => 4,
        Channel::Mail => 8,
        Channel::OnCall => 16,
    }
}

fn channels_of(view: &ServiceView) -> u8 {
    let service = &view.service;
    let mut channels = 0;
    let mut add = |holds: bool, channel| {
        if holds {
            channels |= bit(channel);
        }
    };
    let own = hours::callable(&service.phones);
    let there = view.places.iter().flat_map(|place| {
        hours::callable(&place.link.phones).chain(hours::callable(&place.location.phones))
    });
    let of_house = hours::callable(&view.organisation.phones);
    for phone in own.chain(there).chain(of_house) {
        add(true, Channel::Phone);
        add(phone.purpose == PhonePurpose::OnCall, Channel::OnCall);
    }
    add(
        view.places
            .iter()
            .any(|place| place.location.kind == LocationKind::Physical),
        Channel::Visit,
    );
    add(service.chat.is_some(), Channel::Chat);
    add(
        service.email.is_some() || view.organisation.email.is_some(),
        Channel::Mail,
    );
    for stated in &service.schedules {
        add(true, stated.value.channel);
    }
    channels
}

fn ages(eligibility: &Eligibility) -> Option<(u16, u16)> {
    let from = eligibility.age_from_months.unwrap_or(0);
    let to = eligibility.age_to_months.unwrap_or(u16::MAX);
    eligibility.age_known.then_some((from, to))
}

fn trusted_until(view: &ServiceView) -> Option<NaiveDate> {
    view.service
        .verifications
        .iter()
        .map(Verification::trusted_until)
        .max()
}
