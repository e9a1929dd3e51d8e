//! The taxonomies as the search uses them: labels and synonyms lead from words to terms, phrases of
//! everyday language lead to concepts. Directed: a term's words find its services, never the other
//! way round.

use std::collections::HashMap;
use std::sync::Arc;

use domain::directory::{Taxonomy, Term, TermKey};

use crate::analyze::{self, Analyzer, Forms};

/// The position of a term in the table.
pub(crate) type TermIx = u16;

/// The position of a facet value in the table.
pub(crate) type SlotIx = u16;

/// The facets that count terms.
pub(crate) const TERM_FACETS: [&str; 4] = ["kind", "topic", "sector", "target_group"];

/// A text of a term and the forms of its words.
#[derive(Debug)]
pub(crate) struct TermText {
    /// The text.
    pub(crate) text: String,
    /// Its words, as compared.
    pub(crate) forms: Vec<Forms>,
    /// Its words, as written; as many as there are forms.
    pub(crate) written: Vec<String>,
    /// Whether it is the label, not another word for it.
    pub(crate) is_label: bool,
}

/// A phrase of everyday language.
#[derive(Debug)]
pub(crate) struct Phrase {
    /// Its words that say something, as stems.
    pub(crate) stems: Vec<String>,
    /// The terms it leads to.
    pub(crate) terms: Vec<TermIx>,
}

/// One term.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The taxonomy.
    pub(crate) taxonomy: Taxonomy,
    /// The German label.
    pub(crate) label: String,
    /// The wider terms, nearest first.
    pub(crate) ancestors: Vec<TermIx>,
    /// Its value in the facets, where it is counted.
    pub(crate) slot: Option<SlotIx>,
    /// Its label and synonyms.
    pub(crate) texts: Vec<TermText>,
}

/// All terms.
#[derive(Debug)]
pub(crate) struct TermTable {
    /// The terms as they are stored.
    pub(crate) stored: Arc<[Term]>,
    entries: Vec<Entry>,
    by_key: HashMap<(Taxonomy, TermKey), TermIx>,
    slots: Vec<(&'static str, TermKey)>,
    phrases: HashMap<String, Vec<Phrase>>,
}

impl TermTable {
    pub(crate) fn new(terms: Vec<Term>, analyzer: &Analyzer) -> Self {
        let mut slots: Vec<(&'static str, TermKey)> = Vec::new();
        let mut by_key = HashMap::new();
        let mut entries: Vec<Entry> = Vec::new();
        for term in &terms {
            let Ok(ix) = TermIx::try_from(entries.len()) else {
                break;
            };
            by_key.insert((term.taxonomy, term.key.clone()), ix);
            entries.push(Entry {
                taxonomy: term.taxonomy,
                label: term.label("de").to_owned(),
                ancestors: Vec::new(),
                slot: facet_of(term.taxonomy)
                    .and_then(|facet| slot_of(&mut slots, facet, &term.key)),
                texts: texts_of(term, analyzer),
            });
        }
        for (at, term) in terms.iter().enumerate().take(entries.len()) {
            entries[at].ancestors = ancestors(term, &terms, &by_key);
        }
        let phrases = phrases_of(&terms, &by_key, analyzer);
        Self {
            stored: terms.into(),
            entries,
            by_key,
            slots,
            phrases,
        }
    }

    /// The position of a term; nothing when it is not in the taxonomy.
    pub(crate) fn ix(&self, taxonomy: Taxonomy, key: &TermKey) -> Option<TermIx> {
        self.by_key.get(&(taxonomy, key.clone())).copied()
    }

    /// One term.
    pub(crate) fn get(&self, ix: TermIx) -> &Entry {
        &self.entries[usize::from(ix)]
    }

    /// The facet values of some keys.
    pub(crate) fn slots_of(&self, facet: &str, keys: &[TermKey]) -> Vec<SlotIx> {
        let wanted = |(at, (of, key)): (usize, &(&'static str, TermKey))| {
            let matches = *of == facet && keys.contains(key);
            matches.then(|| SlotIx::try_from(at).ok()).flatten()
        };
        self.slots.iter().enumerate().filter_map(wanted).collect()
    }

    /// All facet values in order: the facet and the key.
    pub(crate) fn slots(&self) -> &[(&'static str, TermKey)] {
        &self.slots
    }

    /// The phrases whose first word has this stem, longest first.
    pub(crate) fn phrases_from(&self, stem: &str) -> &[Phrase] {
        self.phrases.get(stem).map_or(&[], Vec::as_slice)
    }
}

const fn facet_of(taxonomy: Taxonomy) -> Option<&'static str> {
    match taxonomy {
        Taxonomy::OrganisationKind | Taxonomy::ServiceKind => Some("kind"),
        Taxonomy::Topic => Some("topic"),
        Taxonomy::Sector => Some("sector"),
        Taxonomy::TargetGroup => Some("target_group"),
        Taxonomy::Need | Taxonomy::Goal => None,
    }
}

fn slot_of(
    slots: &mut Vec<(&'static str, TermKey)>,
    facet: &'static str,
    key: &TermKey,
) -> Option<SlotIx> {
    let known = slots
        .iter()
        .position(|(of, other)| *of == facet && other == key);
    let at = known.unwrap_or_else(|| {
        slots.push((facet, key.clone()));
        slots.len() - 1
    });
    SlotIx::try_from(at).ok()
}

fn texts_of(term: &Term, analyzer: &Analyzer) -> Vec<TermText> {
    let labels = term.labels.iter().map(|label| (label.value.as_str(), true));
    let synonyms = term
        .synonyms
        .iter()
        .map(|synonym| (synonym.as_str(), false));
    let text = |(text, is_label): (&str, bool)| {
        let words = analyze::words(text)
            .into_iter()
            .filter(|word| !analyzer.is_stop(word));
        let (forms, written) = words
            .map(|word| (analyzer.forms(&word), word.written))
            .unzip();
        TermText {
            text: text.to_owned(),
            forms,
            written,
            is_label,
        }
    };
    labels.chain(synonyms).map(text).collect()
}

fn ancestors(
    term: &Term,
    terms: &[Term],
    by_key: &HashMap<(Taxonomy, TermKey), TermIx>,
) -> Vec<TermIx> {
    let mut found: Vec<TermIx> = Vec::new();
    let mut parent = term.parent.as_ref();
    while let Some(key) = parent {
        let Some(ix) = by_key.get(&(term.taxonomy, key.clone())).copied() else {
            break;
        };
        // a circle in the data must not hang the build
        if found.contains(&ix) {
            break;
        }
        found.push(ix);
        parent = terms
            .get(usize::from(ix))
            .and_then(|wider| wider.parent.as_ref());
    }
    found
}

fn phrases_of(
    terms: &[Term],
    by_key: &HashMap<(Taxonomy, TermKey), TermIx>,
    analyzer: &Analyzer,
) -> HashMap<String, Vec<Phrase>> {
    let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
    // needs and goals are no properties of a service
    for term in terms
        .iter()
        .filter(|term| facet_of(term.taxonomy).is_some())
    {
        let Some(ix) = by_key.get(&(term.taxonomy, term.key.clone())).copied() else {
            continue;
        };
        for text in &term.plain_words {
            let stems = analyzer.stems(text);
            let Some(first) = stems.first() else { continue };
            let starting_alike = phrases.entry(first.clone()).or_default();
            match starting_alike
                .iter_mut()
                .find(|phrase| phrase.stems == stems)
            {
                Some(known) if known.terms.contains(&ix) => {}
                Some(known) => known.terms.push(ix),
                None => starting_alike.push(Phrase {
                    terms: vec![ix],
                    stems,
                }),
            }
        }
    }
    for starting_alike in phrases.values_mut() {
        starting_alike.sort_by_key(|phrase| std::cmp::Reverse(phrase.stems.len()));
    }
    phrases
}
