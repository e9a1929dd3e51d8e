//! The list of entries somebody may edit.

use std::sync::Arc;

use async_graphql::{ComplexObject, SimpleObject};
use domain::directory::ServiceView;
use domain::page::Page;

use super::Service;
use super::list::{PageInfo, count, cursor};

/// Services that you may edit.
#[derive(Clone, SimpleObject)]
#[graphql(serial, complex)]
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
#[graphql(serial)]
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
    pub(super) fn of(page: Page<ServiceView>) -> Self {
        let has_next_page = page.has_next();
        let Page {
            items,
            total,
            offset,
        } = page;
        let first = u32::try_from(offset).unwrap_or(u32::MAX);
        let edges: Vec<_> = (first..)
            .zip(items)
            .map(|(at, view)| EntryEdge {
                cursor: cursor(at),
                node: Service::of(&Arc::new(view)),
            })
            .collect();
        Self {
            total_count: count(total),
            page_info: PageInfo {
                has_next_page,
                has_previous_page: offset > 0,
                start_cursor: edges.first().map(|edge| edge.cursor.clone()),
                end_cursor: edges.last().map(|edge| edge.cursor.clone()),
            },
            edges,
        }
    }
}
