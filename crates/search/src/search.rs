//! One question answered: the words through the index, the rest through the facts, never empty-handed.

use chrono::{DateTime, Utc};
use domain::directory::{Filter, Found, Hit, SearchQuery, Taxonomy, TermKey};

use crate::ask::{Asked, Kept};
use crate::facets::Counter;
use crate::facts::Doc;
use crate::hours::local_day;
use crate::matching::{Wanted, query_of};
use crate::model::{Model, Shared};
use crate::query::{Parsed, Parser};
use crate::rank::{self, Ranked};
use crate::reasons::reasons;
use crate::words::WordList;

/// Typing errors are looked for only when fewer services than this have the very words.
const ENOUGH: usize = 5;

/// The most services one answer holds.
const MOST_HITS: u32 = 50;

/// What is said when everything else found nothing.
const HOTLINES: &str = "Hilfetelefone";

/// What is said when places were left out.
const WHOLE_STATE: &str = "ganz Mecklenburg-Vorpommern";

/// What is said when words were left out.
const FEWER_WORDS: &str = "weniger Suchwörter";

/// A service that fits, with its text score.
struct Fitting<'m> {
    slot: u32,
    doc: &'m Doc,
    kept: Kept,
    text: f32,
}

/// The services that fit and what was wanted of them.
struct Result<'m> {
    fitting: Vec<Fitting<'m>>,
    wanted: Vec<Wanted>,
    widened_to: Option<String>,
}

struct Search<'m> {
    model: &'m Model,
    shared: &'m Shared,
    parsed: Parsed,
}

/// Answers a question to one tier at `now`.
pub(crate) fn search(
    model: &Model,
    shared: &Shared,
    query: &SearchQuery,
    now: DateTime<Utc>,
) -> Found {
    let filter = &query.filter;
    let parser = Parser {
        analyzer: &shared.analyzer,
        places: &shared.places,
        terms: &shared.terms,
        states: &shared.states,
        urgent: &shared.urgent,
        today: local_day(now),
    };
    let parsed = parser.parse(filter.text.as_deref().unwrap_or_default());
    let asked = Asked::new(filter, &parsed, model, shared, now);
    let search = Search {
        model,
        shared,
        parsed,
    };
    let (result, asked, few) = search.widening(asked, filter);
    let did_you_mean = if few {
        search.better_spelling(filter)
    } else {
        None
    };
    search.answer(result, &asked, query, now, did_you_mean)
}

impl<'m> Search<'m> {
    /// The services for the question as it is, else for wider and wider ones. Answers also whether
    /// the very words found few.
    fn widening(&self, asked: Asked, filter: &Filter) -> (Result<'m>, Asked, bool) {
        let exact = self.wanted(None);
        let count = exact.len();
        let mut first = self.run(exact, count, &asked);
        let few = first.fitting.len() < ENOUGH && count > 0;
        let guessing = if few {
            self.wanted(Some(&self.model.words))
        } else {
            Vec::new()
        };
        if few {
            let guessed = self.run(guessing.clone(), count, &asked);
            if guessed.fitting.len() > first.fitting.len() {
                first = guessed;
            }
        }
        if asked.place_unknown && !first.fitting.is_empty() {
            first.widened_to = Some(WHOLE_STATE.to_owned());
        }
        if !first.fitting.is_empty() || !self.is_asked_by_a_person(&asked, filter) {
            return (first, asked, few);
        }
        let (found, asked) = self.widened(asked, &guessing);
        (found, asked, few)
    }

    /// Whether somebody typed words or a place; a bare filter is answered as it is.
    fn is_asked_by_a_person(&self, asked: &Asked, filter: &Filter) -> bool {
        let typed = filter
            .text
            .as_deref()
            .is_some_and(|text| !text.trim().is_empty());
        typed || !self.parsed.states.is_empty() || !asked.places.is_empty() || asked.place_unknown
    }

    /// First a wider area, then fewer words, then the place alone, then the helplines.
    fn widened(&self, asked: Asked, guessing: &[Wanted]) -> (Result<'m>, Asked) {
        let count = guessing.len();
        let wider = self.wider_places(&asked);
        let mut fewer = vec![count, count.saturating_sub(1), count / 2, 1];
        fewer.retain(|least| (1..=count).contains(least));
        fewer.dedup();
        for least in fewer {
            if least < count
                && let Some(found) = self.found(guessing, least, &asked, FEWER_WORDS)
            {
                return (found, asked);
            }
            for (wider, label) in &wider {
                if let Some(found) = self.found(guessing, least, wider, label) {
                    return (found, wider.clone());
                }
            }
        }
        if !asked.places.is_empty()
            && let Some(found) = self.found(&[], 0, &asked, FEWER_WORDS)
        {
            return (found, asked);
        }
        for (wider, label) in wider.iter().filter(|_| count == 0) {
            if let Some(found) = self.found(&[], 0, wider, label) {
                return (found, wider.clone());
            }
        }
        let anything = asked.anything();
        (self.hotlines(&anything), anything)
    }

    fn wider_places(&self, asked: &Asked) -> Vec<(Asked, String)> {
        // an invented place has nothing real around it
        if asked.places.is_empty() {
            return Vec::new();
        }
        let districts = asked.widened_to_districts(self.model, self.shared);
        let state = (asked.without_places(), WHOLE_STATE.to_owned());
        districts.into_iter().chain([state]).collect()
    }

    fn found(
        &self,
        wanted: &[Wanted],
        least: usize,
        asked: &Asked,
        label: &str,
    ) -> Option<Result<'m>> {
        let mut found = self.run(wanted.to_vec(), least, asked);
        found.widened_to = Some(label.to_owned());
        (!found.fitting.is_empty()).then_some(found)
    }

    /// The helplines for the whole state: somebody always answers.
    fn hotlines(&self, anything: &Asked) -> Result<'m> {
        let hotline = "hotline".parse::<TermKey>().ok();
        let hotline = hotline.and_then(|key| self.shared.terms.ix(Taxonomy::ServiceKind, &key));
        let is_hotline = |doc: &Doc| {
            hotline.is_some_and(|ix| doc.facts.terms.binary_search(&ix).is_ok())
                && self.model.areas.get(doc.facts.area).is_wide
        };
        let fitting = self
            .model
            .docs()
            .filter(|(_, doc)| is_hotline(doc))
            .filter_map(|(slot, doc)| {
                let kept = anything.keep(slot, doc)?;
                Some(Fitting {
                    slot,
                    doc,
                    kept,
                    text: 0.0,
                })
            });
        Result {
            fitting: fitting.collect(),
            wanted: Vec::new(),
            widened_to: Some(HOTLINES.to_owned()),
        }
    }

    fn wanted(&self, guesses: Option<&WordList>) -> Vec<Wanted> {
        let groups = self.parsed.groups.iter();
        groups
            .map(|group| Wanted::new(group, &self.shared.analyzer, guesses))
            .collect()
    }

    fn run(&self, wanted: Vec<Wanted>, least: usize, asked: &Asked) -> Result<'m> {
        let keep = |slot: u32, doc: &'m Doc, text: f32| {
            let kept = asked.keep(slot, doc)?;
            Some(Fitting {
                slot,
                doc,
                kept,
                text,
            })
        };
        let fitting = if wanted.is_empty() {
            self.model
                .docs()
                .filter_map(|(slot, doc)| keep(slot, doc, 0.0))
                .collect()
        } else {
            let reader = &self.model.reader;
            let named = self
                .parsed
                .place
                .as_ref()
                .map_or(&[][..], |place| place.words.as_slice());
            let query = query_of(&wanted, least, named, &reader.fields, &self.shared.terms);
            let matching = reader.matching(query.as_ref()).into_iter();
            matching
                .filter_map(|(slot, score)| keep(slot, self.model.doc(slot)?, score))
                .collect()
        };
        Result {
            fitting,
            wanted,
            widened_to: None,
        }
    }

    /// The question with the words nobody uses put right; nothing when there are none.
    fn better_spelling(&self, filter: &Filter) -> Option<String> {
        let mut text = filter.text.clone()?;
        let mut changed = false;
        for word in &self.parsed.words {
            let words = &self.model.words;
            if words.contains(&word.key) {
                continue;
            }
            let near = words.near(&word.key);
            let Some(best) = near.first().and_then(|near| words.written(&near.key)) else {
                continue;
            };
            if text.contains(&word.written) {
                text = text.replacen(&word.written, best, 1);
                changed = true;
            }
        }
        changed.then_some(text)
    }

    fn answer(
        &self,
        result: Result<'m>,
        asked: &Asked,
        query: &SearchQuery,
        now: DateTime<Utc>,
        did_you_mean: Option<String>,
    ) -> Found {
        let Result {
            fitting,
            wanted,
            widened_to,
        } = result;
        let today = local_day(now);
        let best = fitting.iter().map(|one| one.text).fold(0.0_f32, f32::max);
        let mut counter = Counter::new(&self.shared.terms, &self.model.areas, today);
        let ranked: Vec<Ranked<'_>> = fitting
            .iter()
            .map(|one| {
                counter.add(one.doc);
                let mut signals = one.kept.signals;
                signals.text = if best > 0.0 { one.text / best } else { 0.0 };
                let score = self.shared.weights.score(signals);
                let id = one.doc.view.service.id;
                let name = &*one.doc.facts.sort_name;
                Ranked::new(one.slot, id, score, one.kept.distance_m, name, today)
            })
            .collect();
        let total = u64::try_from(ranked.len()).unwrap_or(u64::MAX);
        let offset = usize::try_from(query.offset).unwrap_or(usize::MAX);
        let limit = usize::try_from(query.limit.min(MOST_HITS)).unwrap_or(0);
        let hits = rank::slice(ranked, query.order, offset, limit)
            .into_iter()
            .filter_map(|ranked| {
                let doc = self.model.doc(ranked.slot)?;
                let kept = asked.keep(ranked.slot, doc)?;
                Some(Hit {
                    service: std::sync::Arc::clone(&doc.view),
                    score: ranked.score,
                    reasons: reasons(doc, &kept, &wanted, asked, &self.shared.terms),
                    distance_m: ranked.distance_m,
                    serves: kept.serves,
                })
            });
        Found {
            hits: hits.collect(),
            total,
            facets: counter.finish(),
            did_you_mean,
            urgent: self.parsed.urgent,
            widened_to,
        }
    }
}
