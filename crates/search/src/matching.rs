//! From the words of a question to a query of the index; each way of finding a word is kept beside
//! it, so that a hit can say by which way it was found.

use domain::directory::ReasonKind;
use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, Occur, Query,
    TermQuery,
};
use tantivy::schema::IndexRecordOption;

use crate::analyze::{Analyzer, Forms};
use crate::index::{Reader, family_token, term_token};
use crate::query::Group;
use crate::terms::{TermIx, TermTable};
use crate::text::{Field, Level};
use crate::words::WordList;

/// A part of a compound counts this much of the whole.
const PART: f32 = 0.6;

/// The name of the place asked for, standing in the service's own names.
const PLACE_NAME: f32 = 1.0;

/// A service that carries the term of a concept, one with a narrower term, one with a wider term.
const CONCEPT: f32 = 12.0;
const NARROWER: f32 = 9.0;
const WIDER: f32 = 5.0;

/// One way of finding a word: all its tokens must stand in the service.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    /// For each thing that must stand there the tokens it may stand there as.
    pub(crate) all_of: Vec<Vec<String>>,
    /// How much it counts.
    boost: f32,
    /// Its name in reasons.
    pub(crate) kind: ReasonKind,
}

/// Something that must be found, with every way to find it, the best first.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// What of the question it is.
    pub(crate) query_part: String,
    /// The ways by words.
    pub(crate) ways: Vec<Way>,
    /// The terms of its concept.
    pub(crate) terms: Vec<TermIx>,
}

impl Wanted {
    /// The ways of a part of a question.
    pub(crate) fn new(group: &Group, analyzer: &Analyzer, guesses: Option<&WordList>) -> Self {
        match group {
            Group::Word {
                query_part,
                forms,
                joined_from,
            } => {
                let mut ways = ways_of(forms);
                if joined_from.len() > 1 {
                    ways.push(Way {
                        all_of: joined_from.iter().map(any_form).collect(),
                        boost: 0.9,
                        kind: ReasonKind::Exact,
                    });
                }
                if let Some(words) = guesses {
                    ways.extend(guessed(forms, words, analyzer));
                }
                Self {
                    query_part: query_part.clone(),
                    ways,
                    terms: Vec::new(),
                }
            }
            Group::Concept {
                query_part,
                terms,
                words,
            } => {
                let all_of = words.iter().map(any_form).collect();
                let ways = vec![Way {
                    all_of,
                    boost: 0.9,
                    kind: ReasonKind::Exact,
                }];
                Self {
                    query_part: query_part.clone(),
                    ways,
                    terms: terms.clone(),
                }
            }
        }
    }

    /// The query of the index.
    fn query(&self, reader: &Reader, terms: &TermTable) -> Box<dyn Query> {
        // the best of all ways is the best of all their tokens
        let single = self.ways.iter().filter(|way| way.all_of.len() == 1);
        let single = single.flat_map(|way| {
            way.all_of
                .concat()
                .into_iter()
                .map(|token| (token, way.boost))
        });
        let mut any = anywhere(&single.collect::<Vec<_>>(), reader);
        let compound = self.ways.iter().filter(|way| way.all_of.len() > 1);
        any.extend(compound.map(|way| every(&way.all_of, way.boost, reader)));
        let mut carried = |token: String, score| {
            let term = reader.fields.term(&token);
            if reader.services_with(&term) > 0 {
                any.push(Box::new(ConstScoreQuery::new(present(term), score)));
            }
        };
        for ix in &self.terms {
            carried(term_token(*ix), CONCEPT);
            carried(family_token(*ix), NARROWER);
            for wider in &terms.get(*ix).ancestors {
                carried(term_token(*wider), WIDER);
            }
        }
        best_of(any)
    }
}

/// Every one of several things, each in any of its tokens; together they count `boost`.
fn every(several: &[Vec<String>], boost: f32, reader: &Reader) -> Box<dyn Query> {
    let share = boost / f32::from(u8::try_from(several.len()).unwrap_or(1).max(1));
    let all = several
        .iter()
        .map(|tokens| {
            let tokens: Vec<_> = tokens.iter().map(|token| (token.clone(), 1.0)).collect();
            (Occur::Must, best_of(anywhere(&tokens, reader)))
        })
        .collect();
    Box::new(BoostQuery::new(Box::new(BooleanQuery::new(all)), share))
}

/// Any of some tokens with what each counts, in any field, as far as the index knows them at all. The
/// stem of a word, which comes after the word, is left out where it stands in no more services.
fn anywhere(tokens: &[(String, f32)], reader: &Reader) -> Vec<Box<dyn Query>> {
    let mut any: Vec<Box<dyn Query>> = Vec::new();
    for field in Field::ALL {
        let mut with_the_word = 0;
        for (token, boost) in tokens {
            let term = reader.fields.word(field, token);
            let services = reader.services_with(&term);
            let more = match Level::of(token).map(|(level, _)| level) {
                Some(Level::Stem) => services > with_the_word,
                Some(Level::Whole | Level::Part) | None => services > 0,
            };
            with_the_word = services;
            if more {
                let boost = boost * weight(field);
                any.push(Box::new(BoostQuery::new(counted(term), boost)));
            }
        }
    }
    any
}

/// The best of several queries counts.
fn best_of(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match queries.len() {
        0 => Box::new(EmptyQuery),
        1 => queries.remove(0),
        _ => Box::new(DisjunctionMaxQuery::new(queries)),
    }
}

/// How much a field counts.
const fn weight(field: Field) -> f32 {
    match field {
        Field::Name => 3.0,
        Field::Terms => 2.0,
        Field::Organisation => 1.8,
        Field::Place => 1.2,
        Field::Text => 1.0,
    }
}

fn ways_of(forms: &Forms) -> Vec<Way> {
    let one = |level: Level, form: &str, boost, kind| Way {
        all_of: vec![vec![level.token(form)]],
        boost,
        kind,
    };
    let mut ways = vec![
        one(Level::Whole, &forms.key, 1.0, ReasonKind::Exact),
        one(Level::Stem, &forms.stem, 0.8, ReasonKind::Stem),
        one(Level::Part, &forms.stem, PART, ReasonKind::CompoundPart),
    ];
    if forms.parts.len() > 1 {
        let all_of = forms
            .parts
            .iter()
            .map(|part| vec![Level::Stem.token(part), Level::Part.token(part)]);
        ways.push(Way {
            all_of: all_of.collect(),
            boost: PART,
            kind: ReasonKind::CompoundPart,
        });
    }
    ways
}

fn any_form(forms: &Forms) -> Vec<String> {
    vec![
        Level::Whole.token(&forms.key),
        Level::Stem.token(&forms.stem),
        Level::Part.token(&forms.stem),
    ]
}

/// What the word may have been meant to be, by typing errors or as a beginning.
fn guessed(forms: &Forms, words: &WordList, analyzer: &Analyzer) -> Vec<Way> {
    let near = words.near(&forms.key);
    let longer = words.beginning_with(&forms.key);
    near.into_iter()
        .chain(longer)
        .map(|guess| {
            let (boost, kind) = match guess.errors {
                0 => (0.5, ReasonKind::Stem),
                1 => (0.5, ReasonKind::Typo),
                _ => (0.35, ReasonKind::Typo),
            };
            let stem = analyzer.stem(&guess.key);
            let tokens = vec![
                Level::Whole.token(&guess.key),
                Level::Stem.token(stem),
                Level::Part.token(stem),
            ];
            Way {
                all_of: vec![tokens],
                boost,
                kind,
            }
        })
        .collect()
}

/// All that is wanted, or at least `least` of it; the words that name a place need not stand in a
/// service, but count where they do ("Suchtberatung Demmin").
pub(crate) fn query_of(
    wanted: &[Wanted],
    least: usize,
    named: &[Forms],
    reader: &Reader,
    terms: &TermTable,
) -> Box<dyn Query> {
    let queries = wanted.iter().map(|one| one.query(reader, terms));
    let needed = if least >= wanted.len() {
        BooleanQuery::new(queries.map(|query| (Occur::Must, query)).collect())
    } else {
        let any = queries.map(|query| (Occur::Should, query)).collect();
        BooleanQuery::with_minimum_required_clauses(any, least)
    };
    let mut clauses: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, Box::new(needed))];
    for forms in named {
        let token = Level::Whole.token(&forms.key);
        let any = [Field::Name, Field::Organisation, Field::Place]
            .map(|field| reader.fields.word(field, &token))
            .into_iter()
            .filter(|term| reader.services_with(term) > 0)
            .map(|term| -> Box<dyn Query> { Box::new(BoostQuery::new(counted(term), PLACE_NAME)) });
        clauses.push((Occur::Should, best_of(any.collect())));
    }
    Box::new(BooleanQuery::new(clauses))
}

fn counted(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn present(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::Basic))
}
