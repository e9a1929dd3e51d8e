//! The inverted index of one tier, in memory. It knows words only: filters, places and order are
//! asked of the snapshot.

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::query::Query;
use tantivy::schema::{
    FAST, Field as TantivyField, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{
    DocId, Index, IndexReader, IndexWriter, ReloadPolicy, Score, Searcher, SegmentOrdinal,
    SegmentReader, TantivyDocument, Term,
};

use crate::facts::Doc;
use crate::terms::{TermIx, TermTable};
use crate::text::{Field, Told, tokens};

/// What the writer may hold before it writes a segment, in bytes; tantivy asks for no less.
const WRITER_BUDGET: usize = 15_000_000;

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

/// The writing end of an index.
pub(crate) struct Writer {
    index: IndexWriter,
    reader: IndexReader,
    fields: Fields,
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
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}

impl Writer {
    /// An empty index.
    pub(crate) fn new() -> tantivy::Result<Self> {
        let (schema, fields) = Fields::new();
        let index = Index::create_in_ram(schema);
        let writer = index.writer_with_num_threads(1, WRITER_BUDGET)?;
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        Ok(Self {
            index: writer,
            reader,
            fields,
        })
    }

    /// Puts a service in.
    pub(crate) fn add(
        &self,
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
        self.index.add_document(written)?;
        Ok(())
    }

    /// Takes a service out.
    pub(crate) fn remove(&self, slot: u32) {
        self.index
            .delete_term(Term::from_field_u64(self.fields.slot, u64::from(slot)));
    }

    /// Makes everything since the last commit visible in the reader it answers.
    pub(crate) fn commit(&mut self) -> tantivy::Result<Reader> {
        self.index.commit()?;
        self.reader.reload()?;
        Ok(Reader {
            searcher: self.reader.searcher(),
            fields: self.fields,
        })
    }
}

impl Reader {
    /// Every service the query holds for, with how well.
    pub(crate) fn matching(&self, query: &dyn Query) -> Vec<(u32, Score)> {
        self.searcher
            .search(query, &AllMatches)
            .unwrap_or_else(|error| {
                // an index in memory fails only by a fault of the program; no hit is better than none at all
                let error: &dyn std::error::Error = &error;
                tracing::error!(error, "searching the index failed");
                Vec::new()
            })
    }
}

/// Collects every match: order and slice need facts the index does not hold.
struct AllMatches;

struct SegmentMatches {
    slots: Column<u64>,
    found: Vec<(u32, Score)>,
}

impl Collector for AllMatches {
    type Fruit = Vec<(u32, Score)>;
    type Child = SegmentMatches;

    fn for_segment(
        &self,
        _: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<Self::Child> {
        Ok(SegmentMatches {
            slots: segment.fast_fields().u64("slot")?,
            found: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        Ok(fruits.into_iter().flatten().collect())
    }
}

impl SegmentCollector for SegmentMatches {
    type Fruit = Vec<(u32, Score)>;

    fn collect(&mut self, doc: DocId, score: Score) {
        let slot = self
            .slots
            .first(doc)
            .and_then(|slot| u32::try_from(slot).ok());
        self.found.extend(slot.map(|slot| (slot, score)));
    }

    fn harvest(self) -> Self::Fruit {
        self.found
    }
}
