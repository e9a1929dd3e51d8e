//! The services of a tier by what is asked of them: sets of slots for everything that can be counted,
//! rows side by side for the rest. A question touches the records of the services it shows and of no
//! others.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::directory::hours::Channel;
use domain::text::Lang;

use crate::areas::AreaId;
use crate::bits::Bits;
use crate::facts::Doc;
use crate::model::position;
use crate::points::{Spot, distance_m};
use crate::row::Row;
use crate::terms::SlotIx;
use crate::window::{Remembered, Window};

/// What is asked of all services, by slot.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    rows: Vec<Option<Row>>,
    spots: Vec<Option<Spot>>,
    open: Vec<Remembered>,
    /// The real ones and the invented ones that are given.
    given: [Bits; 2],
    /// Those that are not shown on every day.
    dated: Bits,
    /// Those with a value in the facets of terms.
    values: Vec<Bits>,
    languages: HashMap<Lang, Bits>,
    /// Those with each statement of areas.
    areas: Vec<Vec<u32>>,
}

impl Columns {
    /// Empty ones with room for so many services and no more.
    pub(crate) fn with_room(services: usize) -> Self {
        Self {
            rows: Vec::with_capacity(services),
            spots: Vec::with_capacity(services),
            open: Vec::with_capacity(services),
            ..Self::default()
        }
    }

    /// Puts in a service; the slot must be free.
    pub(crate) fn put(&mut self, slot: u32, doc: &Doc) {
        let at = position(slot);
        if at >= self.rows.len() {
            self.rows.resize(at + 1, None);
            self.spots.resize(at + 1, None);
            self.open.resize_with(at + 1, Remembered::default);
        }
        let facts = &doc.facts;
        let row = facts.row;
        self.rows[at] = Some(row);
        self.spots[at] = facts.points.first().copied();
        self.open[at] = Remembered::default();
        if row.given {
            self.given[usize::from(row.demo)].set(slot);
        }
        if row.visible != (None, None) {
            self.dated.set(slot);
        }
        for value in facts.slots.iter().copied().map(usize::from) {
            if value >= self.values.len() {
                self.values.resize_with(value + 1, Bits::default);
            }
            self.values[value].set(slot);
        }
        for language in &doc.view.service.languages {
            let code = language.code.clone();
            self.languages.entry(code).or_default().set(slot);
        }
        let area = position(row.area);
        if area >= self.areas.len() {
            self.areas.resize_with(area + 1, Vec::new);
        }
        self.areas[area].push(slot);
    }

    /// Takes a service out again.
    pub(crate) fn take(&mut self, slot: u32, doc: &Doc) {
        let at = position(slot);
        self.rows[at] = None;
        self.spots[at] = None;
        for bits in self.given.iter_mut().chain([&mut self.dated]) {
            bits.clear(slot);
        }
        for value in doc.facts.slots.iter().copied().map(usize::from) {
            self.values[value].clear(slot);
        }
        for bits in self.languages.values_mut() {
            bits.clear(slot);
        }
        let area = position(doc.facts.row.area);
        self.areas[area].retain(|other| *other != slot);
    }

    /// What is asked of the service in a slot.
    pub(crate) fn row(&self, slot: u32) -> Option<&Row> {
        self.rows.get(position(slot))?.as_ref()
    }

    /// The real or the invented services that are shown to people on the day.
    pub(crate) fn shown_on(&self, day: NaiveDate, demo: bool) -> Bits {
        let mut shown = self.given[usize::from(demo)].clone();
        for slot in self.dated.iter() {
            if self.row(slot).is_some_and(|row| !row.is_published_on(day)) {
                shown.clear(slot);
            }
        }
        shown
    }

    /// Those with a facet value.
    pub(crate) fn with_value(&self, value: SlotIx) -> Option<&Bits> {
        self.values.get(usize::from(value))
    }

    /// Those with any of some facet values.
    pub(crate) fn with_any(&self, values: &[SlotIx]) -> Bits {
        let mut any = Bits::default();
        for bits in values.iter().filter_map(|value| self.with_value(*value)) {
            any.add_all(bits);
        }
        any
    }

    /// The languages anybody speaks, with who does.
    pub(crate) fn languages(&self) -> impl Iterator<Item = (&Lang, &Bits)> {
        self.languages.iter()
    }

    /// Those that speak any of some languages.
    pub(crate) fn speaking(&self, languages: &[Lang]) -> Bits {
        let mut any = Bits::default();
        for bits in languages.iter().filter_map(|code| self.languages.get(code)) {
            any.add_all(bits);
        }
        any
    }

    /// Those whose statement of areas `keep` holds for.
    pub(crate) fn stating(&self, mut keep: impl FnMut(AreaId) -> bool) -> Bits {
        let stated = (0..).zip(&self.areas);
        let kept = stated.filter(|(area, _)| keep(*area));
        Bits::of(kept.flat_map(|(_, slots)| slots.iter().copied()))
    }

    /// The way in metres to the nearest place a service is given at.
    pub(crate) fn distance_m(&self, from: Spot, slot: u32, doc: &Doc) -> Option<f64> {
        let first = (*self.spots.get(position(slot))?)?;
        if self.row(slot).is_some_and(|row| row.has_more_points) {
            let all = doc.facts.points.iter().map(|spot| distance_m(from, *spot));
            return all.min_by(f64::total_cmp);
        }
        Some(distance_m(from, first))
    }

    /// Whether a service is open now (1), within 24 hours (0.5) or neither.
    pub(crate) fn openness(
        &self,
        slot: u32,
        doc: &Doc,
        window: Window,
        channel: Option<Channel>,
        now: DateTime<Utc>,
    ) -> f32 {
        let remembered = self.open.get(position(slot));
        remembered.map_or(0.0, |remembered| {
            doc.facts
                .openings
                .openness(remembered, window, channel, now)
        })
    }
}
