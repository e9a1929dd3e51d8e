//! All that is searched of one tier: the services with what is asked of them, the index of their
//! words, their points.

use std::collections::HashMap;
use std::sync::Arc;

use domain::directory::{ServiceView, Source};
use domain::ids::ServiceId;

use crate::analyze::Analyzer;
use crate::areas::AreaTable;
use crate::columns::Columns;
use crate::facts::{Doc, Surroundings};
use crate::index::{Reader, Writer};
use crate::places::PlaceNames;
use crate::points::Points;
use crate::query::{StatePhrases, UrgentPhrases};
use crate::rank::Weights;
use crate::seats::SeatTable;
use crate::terms::TermTable;
use crate::text::{Told, told};
use crate::window::Window;
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

/// The distinct statements of areas and seats of all services. Nothing of it says which service states
/// which, so that all tiers may share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tables {
    pub(crate) areas: AreaTable,
    pub(crate) seats: SeatTable,
}

/// What is searched of one tier.
#[derive(Debug)]
pub(crate) struct Model {
    docs: Vec<Option<Arc<Doc>>>,
    slots: HashMap<ServiceId, u32>,
    free: Vec<u32>,
    /// The slots in the order of names, equals by id.
    by_name: Vec<u32>,
    pub(crate) words: WordList,
    pub(crate) points: Points,
    pub(crate) columns: Columns,
    pub(crate) tables: Arc<Tables>,
    pub(crate) reader: Reader,
}

/// A service with the words it is indexed by.
#[derive(Debug, Clone)]
pub(crate) struct Analysed {
    pub(crate) doc: Arc<Doc>,
    told: Arc<[Told]>,
}

/// Analyses services; what two tiers see alike is analysed once and held once.
pub(crate) struct Analyst<'s> {
    shared: &'s Shared,
    tables: Tables,
    last: Option<Analysed>,
}

impl<'s> Analyst<'s> {
    /// An analyst who adds new statements to the known ones.
    pub(crate) const fn new(shared: &'s Shared, tables: Tables) -> Self {
        Self {
            shared,
            tables,
            last: None,
        }
    }

    /// A service for the index. Ask for one service in all tiers before the next service.
    pub(crate) fn analyse(&mut self, view: &Arc<ServiceView>) -> Analysed {
        if let Some(last) = self.last.as_ref()
            && Arc::ptr_eq(&last.doc.view, view)
        {
            return last.clone();
        }
        let around = self.shared.surroundings();
        let (doc, told) = Doc::new(Arc::clone(view), &mut self.tables, &around);
        let analysed = Analysed {
            doc: Arc::new(doc),
            told: told.into(),
        };
        self.last.insert(analysed).clone()
    }

    /// All statements met.
    pub(crate) fn tables(self) -> Arc<Tables> {
        Arc::new(self.tables)
    }
}

/// A service and what it became; nothing when it is gone.
pub(crate) type Became = (ServiceId, Option<Analysed>);

/// Changes of a model, computed and written to the index, not yet seen by anybody.
#[derive(Debug)]
pub(crate) struct Prepared {
    changes: Vec<(ServiceId, u32, Option<Analysed>)>,
    reader: Reader,
}

/// A model that is being filled.
pub(crate) struct Draft {
    docs: Vec<Option<Arc<Doc>>>,
    words: WordList,
    writer: Writer,
}

impl Draft {
    /// An empty one.
    pub(crate) fn new() -> tantivy::Result<Self> {
        Ok(Self {
            docs: Vec::new(),
            words: WordList::default(),
            writer: Writer::new()?,
        })
    }

    /// Puts a service in.
    pub(crate) fn add(&mut self, analysed: &Analysed, shared: &Shared) -> tantivy::Result<()> {
        let Analysed { doc, told } = analysed;
        let slot = u32::try_from(self.docs.len()).unwrap_or(u32::MAX);
        self.writer.add(slot, doc, told, &shared.terms)?;
        let words = &mut self.words;
        count_words(doc, told, shared, |key, written| words.add(key, written));
        self.docs.push(Some(Arc::clone(doc)));
        Ok(())
    }

    /// The model, with the writer that keeps its index in step.
    pub(crate) fn finish(mut self, tables: &Arc<Tables>) -> tantivy::Result<(Model, Writer)> {
        let reader = self.writer.commit()?;
        self.writer.rest()?;
        self.docs.shrink_to_fit();
        let count = self.docs.len();
        let mut model = Model {
            docs: self.docs,
            slots: HashMap::with_capacity(count),
            free: Vec::new(),
            by_name: Vec::with_capacity(count),
            words: self.words,
            points: Points::default(),
            columns: Columns::with_room(count),
            tables: Arc::clone(tables),
            reader,
        };
        for (slot, doc) in (0_u32..).zip(model.docs.iter().flatten()) {
            model.slots.insert(doc.view.service.id, slot);
            model.columns.put(slot, doc);
            model.by_name.push(slot);
        }
        let mut by_name = std::mem::take(&mut model.by_name);
        by_name.sort_unstable_by(|one, other| model.name(*one).cmp(&model.name(*other)));
        model.by_name = by_name;
        model.points = Points::new(model.docs().flat_map(|(slot, doc)| {
            let points = doc.facts.points.iter();
            points.map(move |point| (slot, *point))
        }));
        Ok((model, self.writer))
    }
}

impl Model {
    /// Writes to the index what some services became.
    pub(crate) fn prepare(
        &self,
        became: Vec<Became>,
        writer: &mut Writer,
        shared: &Shared,
    ) -> tantivy::Result<Prepared> {
        let mut free = self.free.clone();
        let mut next = u32::try_from(self.docs.len()).unwrap_or(u32::MAX);
        let mut changes = Vec::new();
        for (id, analysed) in became {
            let known = self.slots.get(&id).copied();
            if let Some(slot) = known {
                writer.remove(slot)?;
            }
            let Some(Analysed { doc, told }) = &analysed else {
                changes.extend(known.map(|slot| (id, slot, None)));
                continue;
            };
            let slot = known.or_else(|| free.pop()).unwrap_or_else(|| {
                next += 1;
                next - 1
            });
            writer.add(slot, doc, told, &shared.terms)?;
            changes.push((id, slot, analysed));
        }
        let reader = writer.commit()?;
        Ok(Prepared { changes, reader })
    }

    /// Makes prepared changes seen, all at once.
    pub(crate) fn publish(&mut self, prepared: Prepared, shared: &Shared) {
        let Prepared { changes, reader } = prepared;
        for (id, slot, became) in changes {
            self.take_out(slot, shared);
            self.free.retain(|free| *free != slot);
            if let Some(analysed) = became {
                self.put_in(slot, &analysed, shared);
            } else {
                self.slots.remove(&id);
                self.free.push(slot);
            }
        }
        self.reader = reader;
    }

    fn take_out(&mut self, slot: u32, shared: &Shared) {
        // while its name is still known
        if let Ok(at) = self.place_by_name(self.name(slot)) {
            self.by_name.remove(at);
        }
        let known = self.docs.get_mut(position(slot));
        let Some(before) = known.and_then(Option::take) else {
            return;
        };
        let told = told(&before.view, &shared.analyzer);
        let words = &mut self.words;
        count_words(&before, &told, shared, |key, _| words.remove(key));
        for point in &before.facts.points {
            self.points.remove(slot, *point);
        }
        self.columns.take(slot, &before);
    }

    fn put_in(&mut self, slot: u32, analysed: &Analysed, shared: &Shared) {
        let Analysed { doc, told } = analysed;
        let words = &mut self.words;
        count_words(doc, told, shared, |key, written| words.add(key, written));
        for point in &doc.facts.points {
            self.points.add(slot, *point);
        }
        self.columns.put(slot, doc);
        self.slots.insert(doc.view.service.id, slot);
        let at = position(slot);
        if at >= self.docs.len() {
            self.docs.resize(at + 1, None);
        }
        self.docs[at] = Some(Arc::clone(doc));
        if let Err(at) = self.place_by_name(self.name(slot)) {
            self.by_name.insert(at, slot);
        }
    }

    /// What a service is sorted by among names.
    fn name(&self, slot: u32) -> Option<(&str, ServiceId)> {
        let doc = self.doc(slot)?;
        Some((&doc.facts.sort_name, doc.view.service.id))
    }

    fn place_by_name(&self, name: Option<(&str, ServiceId)>) -> Result<usize, usize> {
        self.by_name
            .binary_search_by(|other| self.name(*other).cmp(&name))
    }

    /// The slots in the order of names.
    pub(crate) fn by_name(&self) -> impl Iterator<Item = u32> {
        self.by_name.iter().copied()
    }

    /// The service in a slot.
    pub(crate) fn doc(&self, slot: u32) -> Option<&Doc> {
        self.docs.get(position(slot))?.as_deref()
    }

    /// Every service with its slot.
    fn docs(&self) -> impl Iterator<Item = (u32, &Doc)> {
        let all = (0_u32..).zip(&self.docs);
        all.filter_map(|(slot, doc)| Some((slot, doc.as_deref()?)))
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
