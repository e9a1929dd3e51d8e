//! All that is searched of one tier: the services with what is asked of them, the index of their
//! words, their points.

use std::collections::HashMap;
use std::sync::Arc;

use domain::directory::{ServiceView, Source};
use domain::ids::ServiceId;

use crate::analyze::Analyzer;
use crate::areas::AreaTable;
use crate::facts::{Doc, Surroundings};
use crate::hours::Window;
use crate::index::{Reader, Writer};
use crate::places::PlaceNames;
use crate::points::Points;
use crate::query::{StatePhrases, UrgentPhrases};
use crate::rank::Weights;
use crate::terms::TermTable;
use crate::text::{Told, told};
use crate::words::WordList;

/// What all tiers share; nothing of it depends on a record that some tier may not see.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) terms: TermTable,
    pub(crate) sources: Arc<[Source]>,
    pub(crate) analyzer: Arc<Analyzer>,
    pub(crate) places: Arc<PlaceNames>,
    pub(crate) window: Window,
    pub(crate) weights: Weights,
    pub(crate) states: StatePhrases,
    pub(crate) urgent: UrgentPhrases,
}

impl Shared {
    fn surroundings(&self) -> Surroundings<'_> {
        Surroundings {
            terms: &self.terms,
            places: &self.places,
            analyzer: &self.analyzer,
            window: self.window,
        }
    }
}

/// What is searched of one tier.
#[derive(Debug)]
pub(crate) struct Model {
    docs: Vec<Option<Doc>>,
    slots: HashMap<ServiceId, u32>,
    free: Vec<u32>,
    pub(crate) words: WordList,
    pub(crate) points: Points,
    pub(crate) areas: Arc<AreaTable>,
    pub(crate) reader: Reader,
}

/// A service and what it became; nothing when it is gone.
pub(crate) type Became = (ServiceId, Option<Arc<ServiceView>>);

/// A service with the words it was indexed by.
type Analysed = (Doc, Vec<Told>);

/// Changes of a model, computed and written to the index, not yet seen by anybody.
#[derive(Debug)]
pub(crate) struct Prepared {
    changes: Vec<(ServiceId, u32, Option<Analysed>)>,
    areas: Arc<AreaTable>,
    reader: Reader,
}

impl Model {
    /// Builds the model of some services, with the writer that keeps its index in step.
    pub(crate) fn build(
        views: impl Iterator<Item = Arc<ServiceView>>,
        shared: &Shared,
    ) -> tantivy::Result<(Self, Writer)> {
        let mut writer = Writer::new()?;
        let mut areas = AreaTable::new();
        let mut docs = Vec::new();
        let mut slots = HashMap::new();
        let mut words = WordList::default();
        for (slot, view) in (0_u32..).zip(views) {
            let id = view.service.id;
            let (doc, told) = Doc::new(view, &mut areas, &shared.surroundings());
            writer.add(slot, &doc, &told, &shared.terms)?;
            count_words(&doc, &told, shared, |key, written| words.add(key, written));
            slots.insert(id, slot);
            docs.push(Some(doc));
        }
        let points = Points::new((0_u32..).zip(&docs).flat_map(|(slot, doc)| {
            let points = doc.iter().flat_map(|doc| doc.facts.points.iter());
            points.map(move |point| (slot, *point))
        }));
        let reader = writer.commit()?;
        let areas = Arc::new(areas);
        let model = Self {
            docs,
            slots,
            free: Vec::new(),
            words,
            points,
            areas,
            reader,
        };
        Ok((model, writer))
    }

    /// Computes what some services became and writes it to the index.
    pub(crate) fn prepare(
        &self,
        became: Vec<Became>,
        writer: &mut Writer,
        shared: &Shared,
    ) -> tantivy::Result<Prepared> {
        let mut areas = AreaTable::clone(&self.areas);
        let mut free = self.free.clone();
        let mut next = u32::try_from(self.docs.len()).unwrap_or(u32::MAX);
        let mut changes = Vec::new();
        for (id, view) in became {
            let known = self.slots.get(&id).copied();
            if let Some(slot) = known {
                writer.remove(slot);
            }
            let Some(view) = view else {
                changes.extend(known.map(|slot| (id, slot, None)));
                continue;
            };
            let slot = known.or_else(|| free.pop()).unwrap_or_else(|| {
                next += 1;
                next - 1
            });
            let (doc, told) = Doc::new(view, &mut areas, &shared.surroundings());
            writer.add(slot, &doc, &told, &shared.terms)?;
            changes.push((id, slot, Some((doc, told))));
        }
        let reader = writer.commit()?;
        Ok(Prepared {
            changes,
            areas: Arc::new(areas),
            reader,
        })
    }

    /// Makes prepared changes seen, all at once.
    pub(crate) fn publish(&mut self, prepared: Prepared, shared: &Shared) {
        let Prepared {
            changes,
            areas,
            reader,
        } = prepared;
        for (id, slot, doc) in changes {
            let at = position(slot);
            if at >= self.docs.len() {
                self.docs.resize_with(at + 1, || None);
            }
            if let Some(before) = self.docs[at].take() {
                let words = &mut self.words;
                let told = told(&before.view, &shared.analyzer);
                count_words(&before, &told, shared, |key, _| words.remove(key));
                for point in &before.facts.points {
                    self.points.remove(slot, *point);
                }
            }
            self.free.retain(|free| *free != slot);
            let Some((doc, told)) = doc else {
                self.slots.remove(&id);
                self.free.push(slot);
                continue;
            };
            let words = &mut self.words;
            count_words(&doc, &told, shared, |key, written| words.add(key, written));
            for point in &doc.facts.points {
                self.points.add(slot, *point);
            }
            self.slots.insert(id, slot);
            self.docs[at] = Some(doc);
        }
        self.areas = areas;
        self.reader = reader;
    }

    /// The service in a slot.
    pub(crate) fn doc(&self, slot: u32) -> Option<&Doc> {
        self.docs.get(position(slot))?.as_ref()
    }

    /// Every service with its slot.
    pub(crate) fn docs(&self) -> impl Iterator<Item = (u32, &Doc)> {
        (0_u32..)
            .zip(&self.docs)
            .filter_map(|(slot, doc)| Some((slot, doc.as_ref()?)))
    }
}

/// A slot as a position in a list.
pub(crate) fn position(slot: u32) -> usize {
    usize::try_from(slot).unwrap_or(usize::MAX)
}

fn count_words(doc: &Doc, told: &[Told], shared: &Shared, mut count: impl FnMut(&str, &str)) {
    for word in told {
        count(&word.forms.key, &word.written);
    }
    for ix in &doc.facts.terms {
        for text in &shared.terms.get(*ix).texts {
            for (forms, written) in text.forms.iter().zip(&text.written) {
                count(&forms.key, written);
            }
        }
    }
}
