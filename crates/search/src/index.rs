//! The inverted index of one tier, in memory. It knows words only: filters, places and order are
//! asked of the snapshot.

use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::query::Query;
use tantivy::schema::{
    FAST, Field as TantivyField, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{
    DocId, Index, IndexReader, IndexWriter, ReloadPolicy, Score, Searcher, SegmentOrdinal,
    SegmentReader, TantivyDocument, Term,
};

use crate::bits::Bits;
use crate::facts::Doc;
use crate::model::position;
use crate::terms::{TermIx, TermTable};
use crate::text::{Field, Told, tokens};

/// What the writer of a few changes may hold before it writes a segment, in bytes; tantivy asks for
/// no less.
const SMALL_BUDGET: usize = 15_000_000;

/// What the writer of a whole index may hold: enough for tens of thousands of services in one
/// segment, because every segment is a search of its own.
const WHOLE_BUDGET: usize = 200_000_000;

/// Segments of fewer services are merged with each other, never with the large one.
const SMALL_SEGMENT: u32 = 200;

/// The tokens of terms: carried by a service itself, and carried by it or by a narrower term of it.
pub(crate) fn term_token(ix: TermIx) -> String {
    format!("t{ix}")
}

/// The token of a term and everything below it.
pub(crate) fn family_token(ix: TermIx) -> String {
    format!("f{ix}")
}

/// The fields of the index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    slot: TantivyField,
    texts: [TantivyField; Field::ALL.len()],
    terms: TantivyField,
}

impl Fields {
    fn new() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let slot = schema.add_u64_field("slot", INDEXED | FAST);
        let counted = TextFieldIndexing::default()
            .set_tokenizer("whitespace")
            .set_index_option(IndexRecordOption::WithFreqs);
        let counted = TextOptions::default().set_indexing_options(counted);
        let texts = Field::ALL.map(|field| schema.add_text_field(field.as_str(), counted.clone()));
        let present = TextFieldIndexing::default()
            .set_tokenizer("whitespace")
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::Basic);
        let present = TextOptions::default().set_indexing_options(present);
        let terms = schema.add_text_field("terms", present);
        (schema.build(), Self { slot, texts, terms })
    }

    /// A word in one of the texts.
    pub(crate) fn word(&self, field: Field, token: &str) -> Term {
        Term::from_field_text(self.texts[usize::from(field.position())], token)
    }

    /// A term of a taxonomy.
    pub(crate) fn term(&self, token: &str) -> Term {
        Term::from_field_text(self.terms, token)
    }
}

/// The writing end of an index. Threads and buffers are there only while something is written.
pub(crate) struct Writer {
    index: Index,
    reader: IndexReader,
    fields: Fields,
    open: Option<IndexWriter>,
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}

/// The reading end of an index, as of one instant.
#[derive(Clone)]
pub(crate) struct Reader {
    searcher: Searcher,
    pub(crate) fields: Fields,
    /// The slot of each document, by segment.
    slots: Arc<[Box<[u32]>]>,
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}

impl Writer {
    /// An empty index that is about to be filled.
    pub(crate) fn new() -> tantivy::Result<Self> {
        let (schema, fields) = Fields::new();
        let index = Index::create_in_ram(schema);
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let open = Some(opened(&index, WHOLE_BUDGET)?);
        Ok(Self {
            index,
            reader,
            fields,
            open,
        })
    }

    fn open(&mut self) -> tantivy::Result<&mut IndexWriter> {
        let writer = match self.open.take() {
            Some(writer) => writer,
            None => opened(&self.index, SMALL_BUDGET)?,
        };
        Ok(self.open.insert(writer))
    }

    /// Lets go of threads and buffers, once merging is done.
    pub(crate) fn rest(&mut self) -> tantivy::Result<()> {
        self.open
            .take()
            .map_or(Ok(()), IndexWriter::wait_merging_threads)
    }

    /// Puts a service in.
    pub(crate) fn add(
        &mut self,
        slot: u32,
        doc: &Doc,
        told: &[Told],
        terms: &TermTable,
    ) -> tantivy::Result<()> {
        let mut written = TantivyDocument::default();
        written.add_u64(self.fields.slot, u64::from(slot));
        let mut lines: [String; Field::ALL.len()] = Default::default();
        let mut note = |field: Field, token: &str| {
            let line = &mut lines[usize::from(field.position())];
            line.push_str(token);
            line.push(' ');
        };
        for word in told {
            tokens(&word.forms).for_each(|token| note(word.field(), &token));
        }
        let mut families = String::new();
        for ix in &doc.facts.terms {
            let entry = terms.get(*ix);
            for forms in entry.texts.iter().flat_map(|text| &text.forms) {
                tokens(forms).for_each(|token| note(Field::Terms, &token));
            }
            families.push_str(&term_token(*ix));
            for wider in std::iter::once(ix).chain(&entry.ancestors) {
                families.push(' ');
                families.push_str(&family_token(*wider));
            }
            families.push(' ');
        }
        for (field, line) in self.fields.texts.iter().zip(lines) {
            written.add_text(*field, line);
        }
        written.add_text(self.fields.terms, families);
        self.open()?.add_document(written)?;
        Ok(())
    }

    /// Takes a service out.
    pub(crate) fn remove(&mut self, slot: u32) -> tantivy::Result<()> {
        let term = Term::from_field_u64(self.fields.slot, u64::from(slot));
        self.open()?.delete_term(term);
        Ok(())
    }

    /// Makes everything since the last commit visible in the reader it answers.
    pub(crate) fn commit(&mut self) -> tantivy::Result<Reader> {
        self.open()?.commit()?;
        self.reader.reload()?;
        let searcher = self.reader.searcher();
        let segments = searcher.segment_readers().iter();
        let slots = segments.map(slots_of).collect::<tantivy::Result<_>>()?;
        Ok(Reader {
            searcher,
            fields: self.fields,
            slots,
        })
    }
}

fn opened(index: &Index, budget: usize) -> tantivy::Result<IndexWriter> {
    let options = IndexWriterOptions::builder()
        .memory_budget_per_thread(budget)
        .num_worker_threads(1)
        .num_merge_threads(1)
        .build();
    let writer = index.writer_with_options(options)?;
    let mut merging = LogMergePolicy::default();
    merging.set_min_layer_size(SMALL_SEGMENT);
    writer.set_merge_policy(Box::new(merging));
    Ok(writer)
}

fn slots_of(segment: &SegmentReader) -> tantivy::Result<Box<[u32]>> {
    let slots = segment.fast_fields().u64("slot")?;
    let slot = |doc| slots.first(doc).and_then(|slot| u32::try_from(slot).ok());
    Ok((0..segment.max_doc())
        .map(|doc| slot(doc).unwrap_or(u32::MAX))
        .collect())
}

impl Reader {
    /// How many services are indexed by the term.
    pub(crate) fn services_with(&self, term: &Term) -> u64 {
        // an index in memory fails only by a fault of the program: then the search finds it too
        self.searcher.doc_freq(term).unwrap_or(0)
    }

    /// What it weighs, in bytes.
    pub(crate) fn bytes(&self) -> u64 {
        let usage = self.searcher.space_usage();
        usage.map_or(0, |usage| usage.total().get_bytes())
    }

    /// Every one of some services the query holds for, with how well.
    pub(crate) fn matching(&self, query: &dyn Query, among: Arc<Bits>) -> Vec<(u32, Score)> {
        let matches = Matches {
            slots: Arc::clone(&self.slots),
            among,
        };
        self.searcher
            .search(query, &matches)
            .unwrap_or_else(|error| {
                // an index in memory fails only by a fault of the program; no hit is better than none at all
                let error: &dyn std::error::Error = &error;
                tracing::error!(error, "searching the index failed");
                Vec::new()
            })
    }
}

/// Collects every match: order and slice need facts the index does not hold.
struct Matches {
    slots: Arc<[Box<[u32]>]>,
    among: Arc<Bits>,
}

struct SegmentMatches {
    slots: Arc<[Box<[u32]>]>,
    segment: usize,
    among: Arc<Bits>,
    found: Vec<(u32, Score)>,
}

impl Collector for Matches {
    type Fruit = Vec<(u32, Score)>;
    type Child = SegmentMatches;

    fn for_segment(
        &self,
        ordinal: SegmentOrdinal,
        _: &SegmentReader,
    ) -> tantivy::Result<Self::Child> {
        Ok(SegmentMatches {
            slots: Arc::clone(&self.slots),
            segment: position(ordinal),
            among: Arc::clone(&self.among),
            found: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        Ok(fruits.concat())
    }
}

impl SegmentCollector for SegmentMatches {
    type Fruit = Vec<(u32, Score)>;

    fn collect(&mut self, doc: DocId, score: Score) {
        let slot = self.slots[self.segment][position(doc)];
        if self.among.contains(slot) {
            self.found.push((slot, score));
        }
    }

    fn harvest(self) -> Self::Fruit {
        self.found
    }
}
