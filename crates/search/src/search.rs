//! One question answered: the words through the index, the rest through the facts, never empty-handed.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::directory::{Filter, Found, Hit, Order, SearchQuery, Taxonomy, TermKey};

use crate::ask::{Asked, Outline};
use crate::facets::facets;
use crate::fitting::{Fitting, Texts};
use crate::matching::{Wanted, query_of};
use crate::model::{Model, Shared};
use crate::query::{Parsed, Parser};
use crate::rank::{First, Ranked, Signals};
use crate::reasons::reasons;
use crate::window::local_day;
use crate::words::WordList;

/// Typing errors are looked for only when fewer services than this have the very words.
const ENOUGH: u64 = 5;

/// The most services one answer holds.
const MOST_HITS: u32 = 50;

/// What is said when everything else found nothing.
const HOTLINES: &str = "Hilfetelefone";

/// What is said when places were left out.
const WHOLE_STATE: &str = "ganz Mecklenburg-Vorpommern";

/// What is said when words were left out.
const FEWER_WORDS: &str = "weniger Suchwörter";

/// The services that fit and what was wanted of them.
struct Result {
    fitting: Fitting,
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
    fn widening(&self, asked: Asked<'m>, filter: &Filter) -> (Result, Asked<'m>, bool) {
        let exact = self.wanted(None);
        let count = exact.len();
        let mut first = self.run(exact, count, &asked);
        let few = first.fitting.total() < ENOUGH && count > 0;
        let guessing = if few {
            self.wanted(Some(&self.model.words))
        } else {
            Vec::new()
        };
        if few {
            let guessed = self.run(guessing.clone(), count, &asked);
            if guessed.fitting.total() > first.fitting.total() {
                first = guessed;
            }
        }
        if asked.place_unknown && first.fitting.total() > 0 {
            first.widened_to = Some(WHOLE_STATE.to_owned());
        }
        if first.fitting.total() > 0 || !self.is_asked_by_a_person(&asked, filter) {
            return (first, asked, few);
        }
        let (found, asked) = self.widened(asked, &guessing);
        (found, asked, few)
    }

    /// Whether somebody typed words or a place; a bare filter is answered as it is.
    fn is_asked_by_a_person(&self, asked: &Asked<'m>, filter: &Filter) -> bool {
        let typed = filter
            .text
            .as_deref()
            .is_some_and(|text| !text.trim().is_empty());
        typed || !self.parsed.states.is_empty() || !asked.places.is_empty() || asked.place_unknown
    }

    /// First a wider area, then fewer words, then the place alone, then the helplines.
    fn widened(&self, asked: Asked<'m>, guessing: &[Wanted]) -> (Result, Asked<'m>) {
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

    fn wider_places(&self, asked: &Asked<'m>) -> Vec<(Asked<'m>, String)> {
        // an invented place has nothing real around it
        if asked.places.is_empty() {
            return Vec::new();
        }
        let districts = asked.widened_to_districts(self.shared);
        let state = (asked.without_places(), WHOLE_STATE.to_owned());
        districts.into_iter().chain([state]).collect()
    }

    fn found(
        &self,
        wanted: &[Wanted],
        least: usize,
        asked: &Asked<'m>,
        label: &str,
    ) -> Option<Result> {
        let mut found = self.run(wanted.to_vec(), least, asked);
        found.widened_to = Some(label.to_owned());
        (found.fitting.total() > 0).then_some(found)
    }

    /// The helplines for the whole state: somebody always answers.
    fn hotlines(&self, anything: &Asked<'m>) -> Result {
        let hotline = "hotline".parse::<TermKey>().ok();
        let hotline = hotline.and_then(|key| self.shared.terms.ix(Taxonomy::ServiceKind, &key));
        let mut fitting = anything.all();
        fitting.retain(|slot| {
            let doc = self.model.doc(slot);
            doc.zip(hotline).is_some_and(|(doc, hotline)| {
                doc.facts.terms.binary_search(&hotline).is_ok()
                    && self.model.tables.areas.get(doc.facts.row.area).is_wide
            })
        });
        Result {
            fitting: Fitting::Wordless(fitting),
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

    fn run(&self, wanted: Vec<Wanted>, least: usize, asked: &Asked<'m>) -> Result {
        let fitting = if wanted.is_empty() {
            Fitting::Wordless(asked.all())
        } else {
            let reader = &self.model.reader;
            let named = self
                .parsed
                .place
                .as_ref()
                .map_or(&[][..], |place| place.words.as_slice());
            let query = query_of(&wanted, least, named, reader, &self.shared.terms);
            let texts = asked.found(|among| reader.matching(query.as_ref(), among));
            Fitting::Worded(Texts::new(texts))
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
        result: Result,
        asked: &Asked<'m>,
        query: &SearchQuery,
        now: DateTime<Utc>,
        did_you_mean: Option<String>,
    ) -> Found {
        let fitting = &result.fitting;
        let shown = self.shown(fitting, asked, query);
        let hits = shown.into_iter().filter_map(|slot| {
            let doc = self.model.doc(slot)?;
            let kept = asked.about(slot)?;
            Some(Hit {
                service: Arc::clone(&doc.view),
                score: self.score(kept.signals, fitting.text_of(slot)),
                reasons: reasons(
                    (slot, doc),
                    &kept,
                    &result.wanted,
                    asked,
                    &self.shared.terms,
                ),
                distance_m: kept.distance_m,
                serves: kept.serves,
            })
        });
        Found {
            hits: hits.collect(),
            total: result.fitting.total(),
            facets: if query.facets {
                facets(
                    &fitting.slots(),
                    self.model,
                    &self.shared.terms,
                    local_day(now),
                )
            } else {
                Vec::new()
            },
            did_you_mean,
            urgent: self.parsed.urgent,
            widened_to: result.widened_to,
        }
    }

    /// The services of the slice asked for, in order.
    fn shown(&self, fitting: &Fitting, asked: &Asked<'m>, query: &SearchQuery) -> Vec<u32> {
        let offset = usize::try_from(query.offset).unwrap_or(usize::MAX);
        let limit = usize::try_from(query.limit.min(MOST_HITS)).unwrap_or(0);
        let mut first = First::new(offset.saturating_add(limit));
        match query.order {
            Order::Name => {
                let slots = fitting.slots();
                let in_order = self.model.by_name().filter(|slot| slots.contains(*slot));
                return in_order.skip(offset).take(limit).collect();
            }
            Order::Distance => {
                for slot in fitting.slots().iter() {
                    let distance_m = asked.distance_m(slot);
                    first.push(Ranked::by_distance(slot, distance_m, asked.shuffle(slot)));
                }
            }
            Order::Relevance => {
                let best = asked.best_signals();
                for (slot, text) in fitting.each(first.before_bound()) {
                    if first.is_hopeless(self.score(best, text)) {
                        continue;
                    }
                    let outline = asked.outline(slot);
                    let worth = |outline: &Outline<'_>| {
                        !first.is_hopeless(self.score(outline.at_best, text))
                    };
                    if let Some(kept) = outline.filter(worth).and_then(|it| asked.in_full(&it)) {
                        let score = self.score(kept.signals, text);
                        if !first.is_hopeless(score) {
                            first.push(Ranked::by_score(slot, score, asked.shuffle(slot)));
                        }
                    }
                }
            }
        }
        first.after(offset).collect()
    }

    fn score(&self, signals: Signals, text: f32) -> f32 {
        self.shared.weights.score(Signals { text, ..signals })
    }
}
