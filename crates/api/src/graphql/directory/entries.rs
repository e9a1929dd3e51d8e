//! The list of entries somebody may edit.

use std::sync::Arc;

use async_graphql::{ComplexObject, SimpleObject};
use domain::directory::ServiceView;

use super::Service;
use super::list::{PageInfo, count, cursor};

/// Services that you may edit.
#[derive(Clone, SimpleObject)]
#[graphql(complex)]
pub struct EntryConnection {
    /// How many there are in all, exactly.
    pub total_count: i32,
    /// Where the slice lies.
    pub page_info: PageInfo,
    /// The slice.
    pub edges: Vec<EntryEdge>,
}

/// One service that you may edit.
#[derive(Clone, SimpleObject)]
pub struct EntryEdge {
    /// Its place in the list: opaque, good for `after`.
    pub cursor: String,
    /// The service.
    pub node: Service,
}

#[ComplexObject]
impl EntryConnection {
    /// The services of the slice.
    async fn nodes(&self) -> Vec<&Service> {
        self.edges.iter().map(|edge| &edge.node).collect()
    }
}

impl EntryConnection {
    /// The slice of `limit` entries behind the first `offset` ones.
    pub(super) fn of(entries: Vec<ServiceView>, offset: u32, limit: usize) -> Self {
        let total = entries.len();
        let skip = usize::try_from(offset).unwrap_or(usize::MAX);
        let edges: Vec<_> = (0_u32..)
            .zip(entries)
            .skip(skip)
            .take(limit)
            .map(|(at, view)| EntryEdge {
                cursor: cursor(at),
                node: Service::of(&Arc::new(view)),
            })
            .collect();
        Self {
            total_count: count(u64::try_from(total).unwrap_or(u64::MAX)),
            page_info: PageInfo {
                has_next_page: skip.saturating_add(edges.len()) < total,
                has_previous_page: offset > 0,
                start_cursor: edges.first().map(|edge| edge.cursor.clone()),
                end_cursor: edges.last().map(|edge| edge.cursor.clone()),
            },
            edges,
        }
    }
}
