//! The counts beside a list, over all hits. An unknown value is a value of its own.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::directory::{Answer, CapacityStatus, CostKind, Facet, FacetCount, Found};

use crate::areas::{AreaTable, UNKNOWN};
use crate::bits::Bits;
use crate::columns::Columns;
use crate::model::{Model, position};
use crate::places::district_key;
use crate::terms::{TERM_FACETS, TermTable};

const NOT_KNOWN: &str = "unknown";

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

/// The counts over all hits.
pub(crate) fn facets(
    hits: &Bits,
    model: &Model,
    terms: &TermTable,
    today: NaiveDate,
) -> Vec<Facet> {
    let columns = &model.columns;
    let by_row = Rows::count(hits, model, today);
    let mut facets = vec![facet(
        "district",
        districts(&by_row.areas, &model.tables.areas),
    )];
    for field in TERM_FACETS {
        facets.push(of_terms(field, hits, columns, terms));
    }
    let costs = COSTS.iter().map(|kind| Found::cost_value(*kind).to_owned());
    facets.push(facet("cost", costs.zip(by_row.costs)));
    let answers = || {
        ANSWERS
            .iter()
            .map(|answer| Found::answer_value(*answer).to_owned())
    };
    facets.push(facet("anonymous", answers().zip(by_row.anonymous)));
    facets.push(facet("accessibility", answers().zip(by_row.accessible)));
    let capacities = CAPACITIES
        .iter()
        .map(|status| Found::capacity_value(*status).to_owned());
    facets.push(facet("capacity", capacities.zip(by_row.capacities)));
    let languages = columns
        .languages()
        .map(|(code, speaking)| (code.as_str().to_owned(), hits.count_common(speaking)));
    let unknown = (NOT_KNOWN.to_owned(), by_row.languages_unknown);
    facets.push(facet("language", languages.chain([unknown])));
    facets
}

/// The counts of one facet of terms.
fn of_terms(field: &'static str, hits: &Bits, columns: &Columns, terms: &TermTable) -> Facet {
    let mut with = Bits::default();
    let mut counts = Vec::new();
    for (value, (of, key)) in (0_u16..).zip(terms.slots()) {
        if *of != field {
            continue;
        }
        if let Some(bits) = columns.with_value(value) {
            with.add_all(bits);
            counts.push((key.as_str().to_owned(), hits.count_common(bits)));
        }
    }
    let without = hits.count() - hits.count_common(&with);
    counts.push((NOT_KNOWN.to_owned(), without));
    facet(field, counts)
}

/// What is counted row by row.
struct Rows {
    areas: Vec<u64>,
    costs: [u64; COSTS.len()],
    anonymous: [u64; ANSWERS.len()],
    accessible: [u64; ANSWERS.len()],
    capacities: [u64; CAPACITIES.len()],
    languages_unknown: u64,
}

impl Rows {
    fn count(hits: &Bits, model: &Model, today: NaiveDate) -> Self {
        let mut counts = Self {
            areas: vec![0; model.tables.areas.len()],
            costs: [0; COSTS.len()],
            anonymous: [0; ANSWERS.len()],
            accessible: [0; ANSWERS.len()],
            capacities: [0; CAPACITIES.len()],
            languages_unknown: 0,
        };
        for row in hits.iter().filter_map(|slot| model.columns.row(slot)) {
            counts.areas[position(row.area)] += 1;
            count(&mut counts.costs, &COSTS, &row.cost);
            count(&mut counts.anonymous, &ANSWERS, &row.anonymous);
            count(&mut counts.accessible, &ANSWERS, &row.accessible);
            count(&mut counts.capacities, &CAPACITIES, &row.capacity(today));
            counts.languages_unknown += u64::from(!row.has_languages);
        }
        counts
    }
}

/// By the districts an area reaches into; `statewide` for those that cover the state.
fn districts(by_area: &[u64], areas: &AreaTable) -> HashMap<String, u64> {
    let mut counts: HashMap<String, u64> = HashMap::new();
    for (id, count) in (0..).zip(by_area).filter(|(_, count)| **count > 0) {
        let statement = areas.get(id);
        if id == UNKNOWN {
            *counts.entry(NOT_KNOWN.to_owned()).or_default() += count;
        }
        if statement.is_wide {
            *counts.entry("statewide".to_owned()).or_default() += count;
        }
        for district in &statement.districts {
            *counts.entry(district_key(*district)).or_default() += count;
        }
    }
    counts
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
