//! What somebody typed, taken apart: places, concepts of everyday language, words of state, words of
//! danger, and what remains as words to look for (`directory.md` 6).

mod places;
mod state;
mod urgent;

use chrono::NaiveDate;

pub(crate) use state::{StatePhrases, StateWord};
pub(crate) use urgent::UrgentPhrases;

use crate::analyze::{self, Analyzer, Forms, Word};
use crate::places::{Named, PlaceNames};
use crate::terms::{TermIx, TermTable};

/// No question needs more words; a longer one is cut, so that it stays cheap.
const MOST_WORDS: usize = 16;

/// A place named in the words.
#[derive(Debug, Clone)]
pub(crate) struct PlaceInText {
    /// The words that name it.
    pub(crate) query_part: String,
    /// Those words.
    pub(crate) words: Vec<Forms>,
    /// The place.
    pub(crate) place: Named,
}

/// One thing that must be found.
#[derive(Debug, Clone)]
pub(crate) enum Group {
    /// A word, in any of its forms; joined forms stand beside the words they were joined from.
    Word {
        /// As typed.
        query_part: String,
        /// Its forms.
        forms: Forms,
        /// The words it was joined from, when it was.
        joined_from: Vec<Forms>,
    },
    /// A phrase of everyday language that leads to terms.
    Concept {
        /// As typed.
        query_part: String,
        /// The terms it leads to.
        terms: Vec<TermIx>,
        /// Its words, for services that use them themselves.
        words: Vec<Forms>,
    },
}

/// A question taken apart.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parsed {
    /// What must be found.
    pub(crate) groups: Vec<Group>,
    /// The place it names.
    pub(crate) place: Option<PlaceInText>,
    /// In which state a service must be.
    pub(crate) states: Vec<StateWord>,
    /// Whether it tells of danger.
    pub(crate) urgent: bool,
    /// The words that remained, as typed.
    pub(crate) words: Vec<Word>,
}

/// Takes questions apart.
#[derive(Debug)]
pub(crate) struct Parser<'a> {
    pub(crate) analyzer: &'a Analyzer,
    pub(crate) places: &'a PlaceNames,
    pub(crate) terms: &'a TermTable,
    pub(crate) states: &'a StatePhrases,
    pub(crate) urgent: &'a UrgentPhrases,
    pub(crate) today: NaiveDate,
}

/// The words of a question and which of them are spoken for.
struct Tokens {
    words: Vec<Word>,
    joined: Vec<Word>,
    stems: Vec<String>,
    is_stop: Vec<bool>,
    taken: Vec<bool>,
}

impl Tokens {
    fn of(text: &str, analyzer: &Analyzer) -> Self {
        let (mut words, joined): (Vec<Word>, Vec<Word>) = analyze::words(text)
            .into_iter()
            .partition(|word| word.spans == 1);
        words.truncate(MOST_WORDS);
        let stems = words
            .iter()
            .map(|word| analyzer.stem(&word.key).to_owned())
            .collect();
        let is_stop = words.iter().map(|word| analyzer.is_stop(word)).collect();
        let taken = vec![false; words.len()];
        Self {
            words,
            joined,
            stems,
            is_stop,
            taken,
        }
    }

    /// Where a phrase stands, stop words between its words allowed: the positions of its words.
    fn find(&self, phrase: &[String], from: usize) -> Option<Vec<usize>> {
        let mut positions = Vec::with_capacity(phrase.len());
        let mut wanted = phrase.iter();
        let mut next = wanted.next()?;
        for at in from..self.words.len() {
            if self.stems[at] == *next {
                positions.push(at);
                match wanted.next() {
                    Some(following) => next = following,
                    None => return Some(positions),
                }
            } else if !self.is_stop[at] {
                return None;
            }
        }
        None
    }

    /// Marks words as spoken for.
    fn take(&mut self, positions: &[usize]) {
        for at in positions {
            self.taken[*at] = true;
        }
    }

    fn part(&self, positions: &[usize]) -> String {
        match (positions.first(), positions.last()) {
            (Some(first), Some(last)) => {
                let words = self.words[*first..=*last].iter();
                words
                    .map(|word| word.written.as_str())
                    .collect::<Vec<_>>()
                    .join(" ")
            }
            (None, _) | (_, None) => String::new(),
        }
    }
}

impl Parser<'_> {
    /// Takes a question apart.
    pub(crate) fn parse(&self, text: &str) -> Parsed {
        let mut tokens = Tokens::of(text, self.analyzer);
        let urgent = self.urgent.tell_of_danger(&tokens.stems);
        let states = self.states.take(&tokens);
        let mut groups = self.concepts(&mut tokens);
        for (positions, _) in &states {
            tokens.take(positions);
        }
        let place = places::take(self.places, self.analyzer, &mut tokens, self.today);
        let words = self.words(&tokens, &mut groups);
        let states = states.into_iter().map(|(_, state)| state).collect();
        Parsed {
            groups,
            place,
            states,
            urgent,
            words,
        }
    }

    /// Phrases of everyday language; the longest wins, a word belongs to one phrase only.
    fn concepts(&self, tokens: &mut Tokens) -> Vec<Group> {
        let mut groups = Vec::new();
        for from in 0..tokens.words.len() {
            if tokens.taken[from] {
                continue;
            }
            let phrases = self.terms.phrases_from(&tokens.stems[from]);
            let found = phrases.iter().find_map(|phrase| {
                let positions = tokens.find(&phrase.stems, from)?;
                positions
                    .iter()
                    .all(|at| !tokens.taken[*at])
                    .then_some((phrase, positions))
            });
            if let Some((phrase, positions)) = found {
                tokens.take(&positions);
                groups.push(Group::Concept {
                    query_part: tokens.part(&positions),
                    terms: phrase.terms.clone(),
                    words: positions
                        .iter()
                        .map(|at| self.analyzer.forms(&tokens.words[*at]))
                        .collect(),
                });
            }
        }
        groups
    }

    fn words(&self, tokens: &Tokens, groups: &mut Vec<Group>) -> Vec<Word> {
        let free = |at: usize| !tokens.taken[at] && !tokens.is_stop[at];
        let mut remaining = Vec::new();
        let mut at = 0;
        while at < tokens.words.len() {
            let joined = tokens.joined.iter().find(|joined| {
                joined.position == at
                    && (at..at + joined.spans)
                        .all(|part| part < tokens.words.len() && !tokens.taken[part])
            });
            let end = at + joined.map_or(1, |joined| joined.spans);
            if joined.is_some() || free(at) {
                let parts = &tokens.words[at..end];
                let whole = joined.unwrap_or(&tokens.words[at]);
                let joined_from = parts.iter().filter(|word| !self.analyzer.is_stop(word));
                groups.push(Group::Word {
                    query_part: parts
                        .iter()
                        .map(|word| word.written.as_str())
                        .collect::<Vec<_>>()
                        .join("-"),
                    forms: self.analyzer.forms(whole),
                    joined_from: match joined {
                        Some(_) => joined_from.map(|word| self.analyzer.forms(word)).collect(),
                        None => Vec::new(),
                    },
                });
                remaining.push(whole.clone());
            }
            at = end;
        }
        remaining
    }
}

/// The place that a field for places names: a postcode or a name, with nothing else beside it.
pub(crate) fn typed_place(places: &PlaceNames, typed: &str, today: NaiveDate) -> Option<Named> {
    if let Ok(postcode) = typed.parse() {
        return places.of_postcode(&postcode, today);
    }
    let words: Vec<Word> = analyze::words(typed)
        .into_iter()
        .filter(|word| word.spans == 1)
        .collect();
    let name = |words: &[Word]| {
        words
            .iter()
            .map(|word| word.key.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    // "19055 Schwerin": the name says more than the postcode
    let after_postcode = words
        .split_first()
        .filter(|(first, rest)| first.is_number() && !rest.is_empty());
    places
        .named(&name(&words), today)
        .or_else(|| places.named(&name(after_postcode?.1), today))
        .or_else(|| places.of_postcode(&after_postcode?.0.key.parse().ok()?, today))
}
