//! Why a service was found: each step of the language handling leaves a trace.

use domain::directory::{Reason, ReasonKind, Serves};

use crate::analyze::Word;
use crate::ask::{Asked, Kept};
use crate::facts::Doc;
use crate::matching::{Wanted, Way};
use crate::terms::{TermIx, TermTable};
use crate::text::{Field, Level, find, stands_for};

/// The reasons of a hit: one for each part of the question it answers.
pub(crate) fn reasons(
    (slot, doc): (u32, &Doc),
    kept: &Kept,
    wanted: &[Wanted],
    asked: &Asked<'_>,
    terms: &TermTable,
) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = wanted
        .iter()
        .filter_map(|one| of_words(doc, one, terms))
        .collect();
    for place in &asked.places {
        if asked.is_given_in(place, slot) {
            reasons.push(Reason {
                kind: ReasonKind::Place,
                field: "place",
                query_part: place.query_part.clone(),
                matched: place.place.label.clone(),
            });
        }
        if kept.serves == Some(Serves::Yes) {
            reasons.push(Reason {
                kind: ReasonKind::Area,
                field: "areas",
                query_part: place.query_part.clone(),
                matched: place.place.label.clone(),
            });
        }
    }
    reasons
}

fn of_words(doc: &Doc, wanted: &Wanted, terms: &TermTable) -> Option<Reason> {
    of_concept(doc, wanted, terms).or_else(|| {
        wanted
            .ways
            .iter()
            .find_map(|way| of_way(doc, wanted, way, terms))
    })
}

fn of_concept(doc: &Doc, wanted: &Wanted, terms: &TermTable) -> Option<Reason> {
    let carries = |ix: TermIx| doc.facts.terms.binary_search(&ix).is_ok();
    let narrower = |ix: TermIx| {
        doc.facts
            .terms
            .iter()
            .copied()
            .find(|own| terms.get(*own).ancestors.contains(&ix))
    };
    let direct = wanted.terms.iter().copied().find(|ix| carries(*ix));
    let below = || wanted.terms.iter().find_map(|ix| narrower(*ix));
    let above = || {
        let wider = wanted.terms.iter().flat_map(|ix| &terms.get(*ix).ancestors);
        wider.copied().find(|ix| carries(*ix))
    };
    let found = terms.get(direct.or_else(below).or_else(above)?);
    Some(Reason {
        kind: ReasonKind::Concept,
        field: field_of(found.taxonomy),
        query_part: wanted.query_part.clone(),
        matched: found.label.clone(),
    })
}

fn of_way(doc: &Doc, wanted: &Wanted, way: &Way, terms: &TermTable) -> Option<Reason> {
    let own = |token: &String| {
        let (field, word) = find(&doc.traces, &doc.view, token)?;
        Some((token.clone(), field, word))
    };
    // every part must stand there; the first one is shown
    let mut shown = None;
    for tokens in &way.all_of {
        let in_texts = tokens.iter().find_map(own);
        let in_terms = || {
            tokens
                .iter()
                .find_map(|token| of_terms(doc, wanted, way, token, terms))
        };
        let reason = match in_texts {
            Some((token, Field::Name, word)) => of_text(wanted, way, &token, Field::Name, &word),
            Some((token, field, word)) => {
                in_terms().unwrap_or_else(|| of_text(wanted, way, &token, field, &word))
            }
            None => in_terms()?,
        };
        shown.get_or_insert(reason);
    }
    shown
}

fn of_text(wanted: &Wanted, way: &Way, token: &str, field: Field, word: &Word) -> Reason {
    let kind = match way.kind {
        ReasonKind::Exact if token.starts_with(Level::Part.token("").as_str()) => {
            ReasonKind::CompoundPart
        }
        ReasonKind::Exact if token.starts_with(Level::Stem.token("").as_str()) => ReasonKind::Stem,
        ReasonKind::Exact if word.lower != crate::analyze::fold::lower(&wanted.query_part) => {
            folded_or_part(wanted, word)
        }
        ReasonKind::Exact
        | ReasonKind::Stem
        | ReasonKind::Folded
        | ReasonKind::CompoundPart
        | ReasonKind::Synonym
        | ReasonKind::Concept
        | ReasonKind::Typo
        | ReasonKind::Place
        | ReasonKind::Area => way.kind,
    };
    Reason {
        kind,
        field: field.as_str(),
        query_part: wanted.query_part.clone(),
        matched: word.written.clone(),
    }
}

/// A whole word that is written otherwise: with other umlauts, or as one of several words.
fn folded_or_part(wanted: &Wanted, word: &Word) -> ReasonKind {
    let lower = crate::analyze::fold::lower(&wanted.query_part);
    if lower.split(['-', ' ']).any(|part| part == word.lower)
        || lower.replace('-', "") == word.lower
    {
        ReasonKind::Exact
    } else {
        ReasonKind::Folded
    }
}

fn of_terms(
    doc: &Doc,
    wanted: &Wanted,
    way: &Way,
    token: &str,
    terms: &TermTable,
) -> Option<Reason> {
    doc.facts.terms.iter().find_map(|ix| {
        let entry = terms.get(*ix);
        let text = entry
            .texts
            .iter()
            .find(|text| text.forms.iter().any(|forms| stands_for(token, forms)))?;
        let kind = if text.is_label {
            way.kind
        } else {
            ReasonKind::Synonym
        };
        Some(Reason {
            kind,
            field: field_of(entry.taxonomy),
            query_part: wanted.query_part.clone(),
            matched: if text.is_label {
                text.text.clone()
            } else {
                entry.label.clone()
            },
        })
    })
}

const fn field_of(taxonomy: domain::directory::Taxonomy) -> &'static str {
    use domain::directory::Taxonomy;
    match taxonomy {
        Taxonomy::OrganisationKind | Taxonomy::ServiceKind => "kinds",
        Taxonomy::TargetGroup => "target_groups",
        Taxonomy::Sector => "sectors",
        Taxonomy::Topic | Taxonomy::Need | Taxonomy::Goal => "topics",
    }
}
