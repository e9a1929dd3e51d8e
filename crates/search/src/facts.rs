//! What filters, facets and ranking ask of a service, in small and once computed.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::directory::hours::Channel;
use domain::directory::{
    AccessibilityFeature, Answer, Eligibility, LocationKind, PhonePurpose, Place, ServiceStatus,
    ServiceView, Taxonomy, TermKey, Verification,
};
use domain::territory::Coordinates;

use crate::analyze::fold;
use crate::hours::{self, Openings};
use crate::model::Tables;
use crate::places::{KeyNumber, PlaceNames, district_of, number};
use crate::points::{Spot, on_sphere};
use crate::rank::mixed;
use crate::row::{Row, bit};
use crate::seats::Seat;
use crate::terms::{SlotIx, TermIx, TermTable};
use crate::text::{Told, Trace, told, traces};
use crate::window::Window;

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
pub(crate) struct Facts {
    /// What filters and orders ask.
    pub(crate) row: Row,
    /// The terms it carries itself, its organisation's kind included.
    pub(crate) terms: Box<[TermIx]>,
    /// Its values in the facets of terms, wider terms included; sorted.
    pub(crate) slots: Box<[SlotIx]>,
    /// Where it is given.
    pub(crate) points: Box<[Spot]>,
    /// When it can be reached.
    pub(crate) openings: Openings,
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
        tables: &mut Tables,
        around: &Surroundings<'_>,
    ) -> (Self, Vec<Told>) {
        let facts = Facts::of(&view, tables, around);
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
    fn of(view: &ServiceView, tables: &mut Tables, around: &Surroundings<'_>) -> Self {
        let terms = terms_of(view, around.terms);
        let (points, is_visited) = points_of(view, around.places);
        Self {
            row: row_of(view, (points.len(), is_visited), tables, around.places),
            slots: slots_of(&terms, around.terms),
            terms: terms.into(),
            points,
            openings: Openings::of(view, around.window),
            sort_name: fold::key(&fold::lower(&view.service.name)).into(),
        }
    }
}

fn row_of(
    view: &ServiceView,
    (points, is_visited): (usize, bool),
    tables: &mut Tables,
    places: &PlaceNames,
) -> Row {
    let service = &view.service;
    Row {
        mixed_id: mixed(service.id),
        area: tables.areas.id_of(&service.areas, places),
        seat: tables.seats.id_of(seat_of(view)),
        visible: (service.visible_from, service.visible_to),
        trusted_until: trusted_until(view),
        stated_capacity: service
            .capacity
            .as_ref()
            .map(|stated| (stated.status, stated.as_of)),
        ages: ages(&service.eligibility),
        cost: service.cost.kind,
        anonymous: service.anonymous,
        accessible: accessible(view),
        channels: channels_of(view),
        demo: service.demo || view.organisation.demo,
        given: match service.status {
            ServiceStatus::Active | ServiceStatus::TemporarilyClosed { .. } => true,
            ServiceStatus::Inactive | ServiceStatus::Defunct => false,
        },
        has_languages: !service.languages.is_empty(),
        is_visited,
        has_more_points: points > 1,
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

fn municipalities_of(view: &ServiceView) -> impl Iterator<Item = KeyNumber> {
    let addresses = view.places().flat_map(|place| &place.location.addresses);
    addresses.filter_map(|address| number(address.municipality.as_deref()?))
}

fn seat_of(view: &ServiceView) -> Seat {
    let mut districts: Vec<KeyNumber> = municipalities_of(view).map(district_of).collect();
    if districts.is_empty() {
        let own = view.organisation.district.as_deref();
        districts.extend(own.and_then(number));
    }
    districts.sort_unstable();
    districts.dedup();
    Seat {
        municipalities: municipalities_of(view).collect(),
        districts: districts.into(),
    }
}

/// The points of a service: exact where one is shown, else a point of the municipality.
fn points_of(view: &ServiceView, places: &PlaceNames) -> (Box<[Spot]>, bool) {
    let houses = || {
        view.places()
            .filter(|place| place.location.kind == LocationKind::Physical)
    };
    let point = |place: Place<'_>| match place.location.point {
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

fn accessible(view: &ServiceView) -> Answer {
    let entrances = view
        .places()
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

fn channels_of(view: &ServiceView) -> u8 {
    let service = &view.service;
    let mut channels = 0;
    let mut add = |holds: bool, channel| {
        if holds {
            channels |= bit(channel);
        }
    };
    let own = hours::callable(&service.phones);
    let there = view.places().flat_map(|place| {
        hours::callable(&place.link.phones).chain(hours::callable(&place.location.phones))
    });
    let of_house = hours::callable(&view.organisation.phones);
    for phone in own.chain(there).chain(of_house) {
        add(true, Channel::Phone);
        add(phone.purpose == PhonePurpose::OnCall, Channel::OnCall);
    }
    add(
        view.places()
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
