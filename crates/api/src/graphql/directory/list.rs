//! The answer to a search: one connection, in GraphQL and in REST.

use std::borrow::Cow;
use std::sync::Arc;

use application::Failure;
use async_graphql::{ComplexObject, SimpleObject};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::directory::{self, Found, Hit, SearchQuery};
use serde::Serialize;
use utoipa::ToSchema;

use super::{ReasonKind, Serves, Service, ServiceFilter, ServiceOrder, facet::Facet};
use crate::graphql::context::Asking;
use crate::graphql::scalars::LocalizedText;
use crate::middleware::request::Tongue;

/// Services that were found: a slice of them, their exact number, and counts over all of them.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial, complex)]
#[serde(rename_all = "camelCase")]
pub struct ServiceConnection {
    /// How many services fit in all, exactly.
    pub total_count: i32,
    /// Where the slice lies.
    pub page_info: PageInfo,
    /// The slice, each service with why it was found.
    pub edges: Vec<ServiceEdge>,
    /// Counts over everything that fits, not only the slice, largest first.
    pub facets: Vec<Facet>,
    /// A better spelling of what was typed, where little or nothing was found.
    pub did_you_mean: Option<String>,
    /// The words tell of danger: show the emergency numbers above the results.
    pub urgent: bool,
    /// Nothing fitted; this wider question did, as a sentence.
    pub widened_to: Option<LocalizedText>,
}

#[ComplexObject]
impl ServiceConnection {
    /// The services of the slice, without why they were found.
    async fn nodes(&self) -> Vec<&Service> {
        self.edges.iter().map(|edge| &edge.node).collect()
    }
}

/// Where a slice lies in its list.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct PageInfo {
    /// Whether something comes after it.
    pub has_next_page: bool,
    /// Whether something comes before it.
    pub has_previous_page: bool,
    /// The cursor of its first item; absent when it is empty.
    pub start_cursor: Option<String>,
    /// The cursor of its last item: the `after` of the next slice.
    pub end_cursor: Option<String>,
}

/// One service that was found.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct ServiceEdge {
    /// Its place in the list: opaque, good for `after`.
    pub cursor: String,
    /// The service.
    pub node: Service,
    /// How well it fits; comparable within one answer only.
    pub score: f64,
    /// Why it was found; empty when no words and no place were given.
    pub reasons: Vec<Reason>,
    /// Distance in metres from the point asked for.
    #[serde(rename = "distanceM")]
    pub distance_m: Option<f64>,
    /// Whether it is for people of the place asked for; absent when no place was asked for.
    pub serves: Option<Serves>,
}

/// Why a service was found.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// How.
    pub kind: ReasonKind,
    /// In which field, such as `name` or `topics`.
    pub field: Cow<'static, str>,
    /// What of the question it answers, such as "hebamme".
    pub query_part: String,
    /// What it was found in, such as "Familienhebamme".
    pub matched: String,
    /// All this in one sentence, such as "gefunden, weil ‚hebamme' in ‚Familienhebamme' steckt".
    pub text: LocalizedText,
}

/// One question to the directory, as both faces ask it.
pub(crate) struct Question {
    pub(crate) filter: ServiceFilter,
    pub(crate) order: ServiceOrder,
    pub(crate) first: i32,
    pub(crate) after: Option<String>,
    /// Whether the counts beside the list are wanted.
    pub(crate) facets: bool,
}

impl Question {
    /// Asks the directory.
    ///
    /// # Errors
    /// `Invalid` with the fields.
    pub(crate) fn ask(self, asking: &Asking) -> Result<ServiceConnection, Failure> {
        let Self {
            filter,
            order,
            first,
            after,
            facets,
        } = self;
        let limit = u32::try_from(first)
            .ok()
            .filter(|first| (1..=50).contains(first))
            .ok_or_else(|| Failure::invalid("first", "1 to 50 services are allowed"))?;
        let offset = after.as_deref().map(read_cursor).transpose()?.unwrap_or(0);
        let filter = filter.parse(&asking.vocabulary).map_err(Failure::Invalid)?;
        let order = directory::Order::from(order);
        if order == directory::Order::Distance && !names_a_point(&filter) {
            return Err(Failure::invalid("orderBy", NO_POINT));
        }
        let query = SearchQuery {
            filter,
            order,
            offset,
            limit,
            facets,
        };
        let found = application::directory::find_services(&asking.ctx, &query, asking.now);
        Ok(ServiceConnection::of(found, offset, asking))
    }
}

/// What is said of a distance from nowhere.
const NO_POINT: &str =
    "relevance or name; distance needs near, place, postcode or municipality in the filter";

/// Whether there is something to measure a distance from.
const fn names_a_point(filter: &directory::Filter) -> bool {
    filter.near.is_some()
        || filter.place.is_some()
        || filter.postcode.is_some()
        || filter.municipality.is_some()
}

impl ServiceConnection {
    fn of(found: Found, offset: u32, asking: &Asking) -> Self {
        let Found {
            hits,
            total,
            facets,
            did_you_mean,
            urgent,
            widened_to,
        } = found;
        let seen = u64::from(offset) + u64::try_from(hits.len()).unwrap_or_default();
        let edges: Vec<_> = (offset..)
            .zip(&hits)
            .map(|(at, hit)| ServiceEdge::of(at, hit, asking.tongue))
            .collect();
        Self {
            total_count: count(total),
            page_info: PageInfo {
                has_next_page: seen < total,
                has_previous_page: offset > 0,
                start_cursor: edges.first().map(|edge| edge.cursor.clone()),
                end_cursor: edges.last().map(|edge| edge.cursor.clone()),
            },
            edges,
            facets: facets
                .iter()
                .map(|facet| Facet::of(facet, asking))
                .collect(),
            did_you_mean,
            urgent,
            widened_to: widened_to.map(LocalizedText::german),
        }
    }
}

impl ServiceEdge {
    fn of(at: u32, hit: &Hit, tongue: Tongue) -> Self {
        Self {
            cursor: cursor(at),
            node: Service::of(&hit.service),
            score: f64::from(hit.score),
            reasons: hit
                .reasons
                .iter()
                .map(|reason| Reason::of(reason, tongue))
                .collect(),
            distance_m: hit.distance_m.map(f64::round),
            serves: hit.serves.map(Serves::from),
        }
    }
}

impl Reason {
    fn of(reason: &directory::Reason, tongue: Tongue) -> Self {
        let (part, matched) = (&reason.query_part, &reason.matched);
        let kind = ReasonKind::from(reason.kind);
        let text = match (kind, tongue) {
            (ReasonKind::Exact, Tongue::German) => {
                format!("gefunden, weil „{matched}“ genau so vorkommt")
            }
            (ReasonKind::Exact, Tongue::English) => format!("found because “{matched}” is in it"),
            (ReasonKind::Stem | ReasonKind::Folded, Tongue::German) => {
                format!("gefunden, weil „{matched}“ zu „{part}“ passt")
            }
            (ReasonKind::Stem | ReasonKind::Folded, Tongue::English) => {
                format!("found because “{matched}” fits “{part}”")
            }
            (ReasonKind::CompoundPart, Tongue::German) => {
                format!("gefunden, weil „{part}“ in „{matched}“ steckt")
            }
            (ReasonKind::CompoundPart, Tongue::English) => {
                format!("found because “{part}” is part of “{matched}”")
            }
            (ReasonKind::Synonym, Tongue::German) => {
                format!("gefunden, weil „{matched}“ ein anderes Wort für „{part}“ ist")
            }
            (ReasonKind::Synonym, Tongue::English) => {
                format!("found because “{matched}” is another word for “{part}”")
            }
            (ReasonKind::Concept, Tongue::German) => {
                format!("gefunden, weil „{part}“ zum Thema „{matched}“ gehört")
            }
            (ReasonKind::Concept, Tongue::English) => {
                format!("found because “{part}” belongs to the topic “{matched}”")
            }
            (ReasonKind::Typo, Tongue::German) => {
                format!("gefunden, weil „{part}“ fast so geschrieben ist wie „{matched}“")
            }
            (ReasonKind::Typo, Tongue::English) => {
                format!("found because “{part}” is spelled almost like “{matched}”")
            }
            (ReasonKind::Place, Tongue::German) => format!("gefunden, weil es in {matched} ist"),
            (ReasonKind::Place, Tongue::English) => format!("found because it is in {matched}"),
            (ReasonKind::Area, Tongue::German) => format!("gefunden, weil es für {matched} da ist"),
            (ReasonKind::Area, Tongue::English) => format!("found because it serves {matched}"),
        };
        Self {
            kind,
            field: Cow::Borrowed(reason.field),
            query_part: part.clone(),
            matched: matched.clone(),
            text: LocalizedText::in_tongue(tongue, text),
        }
    }
}

/// A number of things, as GraphQL counts.
pub(crate) fn count(number: u64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The cursor of the item at this place of a list.
pub(crate) fn cursor(at: u32) -> String {
    URL_SAFE_NO_PAD.encode(format!("after:{at}"))
}

/// How many items a cursor leaves behind.
///
/// # Errors
/// `Invalid` when it is not a cursor of ours.
pub(crate) fn read_cursor(given: &str) -> Result<u32, Failure> {
    URL_SAFE_NO_PAD
        .decode(given)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .and_then(|text| {
            text.strip_prefix("after:")?
                .parse::<u32>()
                .ok()?
                .checked_add(1)
        })
        .ok_or_else(|| Failure::invalid("after", "a cursor is the text an earlier answer gave"))
}

/// A page of services as a bare list, for lists that are not searched.
pub(crate) fn nodes(views: &[Arc<directory::ServiceView>]) -> Vec<Service> {
    views.iter().map(Service::of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_leads_behind_its_item_and_nothing_else_is_one() {
        assert_eq!(read_cursor(&cursor(19)).unwrap(), 20);
        for wrong in ["", "19", "YWZ0ZXI6LTE", "YWZ0ZXI6NDI5NDk2NzI5NQ"] {
            assert!(read_cursor(wrong).is_err(), "{wrong}");
        }
    }
}
