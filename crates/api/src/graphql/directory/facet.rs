//! Counts beside a list, and their values in words.

use std::borrow::Cow;

use async_graphql::SimpleObject;
use domain::directory::{self, Found};
use serde::Serialize;
use utoipa::ToSchema;

use super::{CapacityStatus, CostKind, Term, count};
use crate::graphql::context::Asking;
use crate::graphql::scalars::LocalizedText;
use crate::graphql::territory::District;
use crate::middleware::request::Tongue;

/// Counts beside the list.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct Facet {
    /// What is counted, such as `district`, `kind`, `topic`, `cost`.
    pub field: Cow<'static, str>,
    /// The counts, largest first.
    pub counts: Vec<FacetCount>,
}

/// One value of a facet.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct FacetCount {
    /// The value: a term's key, a district's key, `unknown`.
    pub value: String,
    /// The value in words.
    pub label: LocalizedText,
    /// How many services that fit have it.
    pub count: i32,
}

impl Facet {
    pub(super) fn of(facet: &directory::Facet, asking: &Asking) -> Self {
        let one = |counted: &directory::FacetCount| FacetCount {
            value: counted.value.clone(),
            label: label(facet.field, &counted.value, asking),
            count: count(counted.count),
        };
        Self {
            field: Cow::Borrowed(facet.field),
            counts: facet.counts.iter().map(one).collect(),
        }
    }
}

/// A value of a facet in words.
fn label(field: &str, value: &str, asking: &Asking) -> LocalizedText {
    let tongue = asking.tongue;
    let term = |taxonomies: &[directory::Taxonomy]| {
        let key = value.parse().ok()?;
        let term = taxonomies
            .iter()
            .find_map(|taxonomy| asking.vocabulary.term(*taxonomy, &key))?;
        Some(Term::of(term, tongue).label)
    };
    let known = match field {
        "district" => {
            District::find(value, asking).map(|district| LocalizedText::german(district.full_name))
        }
        "kind" => term(&[
            directory::Taxonomy::ServiceKind,
            directory::Taxonomy::OrganisationKind,
        ]),
        "topic" => term(&[directory::Taxonomy::Topic]),
        "sector" => term(&[directory::Taxonomy::Sector]),
        "target_group" => term(&[directory::Taxonomy::TargetGroup]),
        "cost" => cost_of(value).map(|kind| kind.words(tongue)),
        "capacity" | "accepting" => capacity_words(value, tongue),
        _ => None,
    };
    known
        .or_else(|| answer_words(value, tongue))
        .unwrap_or_else(|| LocalizedText::german(value))
}

fn cost_of(value: &str) -> Option<CostKind> {
    [
        CostKind::Free,
        CostKind::Partly,
        CostKind::Paid,
        CostKind::Unknown,
    ]
    .into_iter()
    .find(|kind| Found::cost_value((*kind).into()) == value)
}

fn capacity_words(value: &str, tongue: Tongue) -> Option<LocalizedText> {
    let all = [
        (CapacityStatus::Accepting, "hat Plätze", "has room"),
        (CapacityStatus::Waitlist, "Warteliste", "waiting list"),
        (
            CapacityStatus::AssessmentRequired,
            "nach Prüfung",
            "after assessment",
        ),
        (CapacityStatus::Full, "voll", "full"),
    ];
    all.into_iter()
        .find(|(status, ..)| Found::capacity_value(Some((*status).into())) == value)
        .map(|(_, german, english)| LocalizedText::in_tongue(tongue, pick(tongue, german, english)))
}

fn answer_words(value: &str, tongue: Tongue) -> Option<LocalizedText> {
    let (german, english) = match value {
        "yes" => ("ja", "yes"),
        "partly" => ("teilweise", "partly"),
        "no" => ("nein", "no"),
        "unknown" => ("nicht bekannt", "not known"),
        _ => return None,
    };
    Some(LocalizedText::in_tongue(
        tongue,
        pick(tongue, german, english),
    ))
}

const fn pick(tongue: Tongue, german: &'static str, english: &'static str) -> &'static str {
    match tongue {
        Tongue::German => german,
        Tongue::English => english,
    }
}
