//! The counts beside a list, over all hits. An unknown value is a value of its own.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::directory::{Answer, CapacityStatus, CostKind, Facet, FacetCount, Found};

use crate::areas::{AreaTable, UNKNOWN};
use crate::facts::Doc;
use crate::terms::{TERM_FACETS, TermTable};

const NOT_KNOWN: &str = "unknown";

/// Counts hits as they come.
pub(crate) struct Counter<'m> {
    terms: &'m TermTable,
    areas: &'m AreaTable,
    today: NaiveDate,
    slots: Vec<u64>,
    without: [u64; TERM_FACETS.len()],
    by_area: Vec<u64>,
    costs: [u64; 4],
    anonymous: [u64; 4],
    accessible: [u64; 4],
    capacities: [u64; 5],
    languages: HashMap<&'m str, u64>,
    languages_unknown: u64,
    facet_of_slot: Vec<usize>,
}

const COSTS: [CostKind; 4] = [
    CostKind::Free,
    CostKind::Partly,
    CostKind::Paid,
    CostKind::Unknown,
];
const ANSWERS: [Answer; 4] = [Answer::Yes, Answer::Partly, Answer::No, Answer::Unknown];
const CAPACITIES: [Option<CapacityStatus>; 5] = [
    Some(CapacityStatus::Accepting),
    Some(CapacityStatus::Waitlist),
    Some(CapacityStatus::AssessmentRequired),
    Some(CapacityStatus::Full),
    None,
];

impl<'m> Counter<'m> {
    pub(crate) fn new(terms: &'m TermTable, areas: &'m AreaTable, today: NaiveDate) -> Self {
        let facet_of = |(facet, _): &(&'static str, _)| {
            TERM_FACETS
                .iter()
                .position(|other| other == facet)
                .unwrap_or(0)
        };
        Self {
            terms,
            areas,
            today,
            slots: vec![0; terms.slots().len()],
            without: [0; TERM_FACETS.len()],
            by_area: vec![0; areas.len()],
            costs: [0; 4],
            anonymous: [0; 4],
            accessible: [0; 4],
            capacities: [0; 5],
            languages: HashMap::new(),
            languages_unknown: 0,
            facet_of_slot: terms.slots().iter().map(facet_of).collect(),
        }
    }

    /// Counts one hit.
    pub(crate) fn add(&mut self, doc: &'m Doc) {
        let facts = &doc.facts;
        let mut has = [false; TERM_FACETS.len()];
        for slot in &facts.slots {
            let at = usize::from(*slot);
            self.slots[at] += 1;
            has[self.facet_of_slot[at]] = true;
        }
        for (count, has) in self.without.iter_mut().zip(has) {
            *count += u64::from(!has);
        }
        self.by_area[usize::try_from(facts.area).unwrap_or(0)] += 1;
        count(&mut self.costs, &COSTS, &facts.cost);
        count(&mut self.anonymous, &ANSWERS, &facts.anonymous);
        count(&mut self.accessible, &ANSWERS, &facts.accessible);
        count(
            &mut self.capacities,
            &CAPACITIES,
            &facts.capacity(self.today),
        );
        if facts.has_languages {
            for language in &doc.view.service.languages {
                *self.languages.entry(language.code.as_str()).or_default() += 1;
            }
        } else {
            self.languages_unknown += 1;
        }
    }

    /// The facets, each largest first.
    pub(crate) fn finish(self) -> Vec<Facet> {
        let mut facets = vec![facet("district", self.districts())];
        for (at, field) in TERM_FACETS.into_iter().enumerate() {
            let of_facet = self
                .terms
                .slots()
                .iter()
                .zip(&self.slots)
                .filter(|((of, _), _)| *of == field);
            let counts = of_facet.map(|((_, key), count)| (key.as_str().to_owned(), *count));
            facets.push(facet(
                field,
                counts.chain([(NOT_KNOWN.to_owned(), self.without[at])]),
            ));
        }
        let costs = COSTS.iter().map(|kind| Found::cost_value(*kind).to_owned());
        facets.push(facet("cost", costs.zip(self.costs)));
        let answers = || {
            ANSWERS
                .iter()
                .map(|answer| Found::answer_value(*answer).to_owned())
        };
        facets.push(facet("anonymous", answers().zip(self.anonymous)));
        facets.push(facet("accessibility", answers().zip(self.accessible)));
        let capacities = CAPACITIES
            .iter()
            .map(|status| Found::capacity_value(*status).to_owned());
        facets.push(facet("capacity", capacities.zip(self.capacities)));
        let languages = self
            .languages
            .into_iter()
            .map(|(code, count)| (code.to_owned(), count));
        facets.push(facet(
            "language",
            languages.chain([(NOT_KNOWN.to_owned(), self.languages_unknown)]),
        ));
        facets
    }

    /// By the districts an area reaches into; `statewide` for those that cover the state.
    fn districts(&self) -> HashMap<String, u64> {
        let mut counts: HashMap<String, u64> = HashMap::new();
        for (id, count) in (0..).zip(&self.by_area).filter(|(_, count)| **count > 0) {
            let statement = self.areas.get(id);
            if id == UNKNOWN {
                *counts.entry(NOT_KNOWN.to_owned()).or_default() += count;
            }
            if statement.is_wide {
                *counts.entry("statewide".to_owned()).or_default() += count;
            }
            for district in &statement.districts {
                *counts.entry(district.as_str().to_owned()).or_default() += count;
            }
        }
        counts
    }
}

fn count<T: PartialEq, const N: usize>(counts: &mut [u64; N], values: &[T; N], value: &T) {
    if let Some(at) = values.iter().position(|other| other == value) {
        counts[at] += 1;
    }
}

fn facet(field: &'static str, counts: impl IntoIterator<Item = (String, u64)>) -> Facet {
    let counted = counts.into_iter().filter(|(_, count)| *count > 0);
    let mut counts: Vec<FacetCount> = counted
        .map(|(value, count)| FacetCount { value, count })
        .collect();
    counts.sort_unstable_by(|one, other| {
        other
            .count
            .cmp(&one.count)
            .then_with(|| one.value.cmp(&other.value))
    });
    Facet { field, counts }
}
