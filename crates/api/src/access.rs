//! Who may ask what, as one table: every route and every root field of GraphQL, with what happens to
//! somebody without a session, with the wrong role, and with the right one.
//!
//! The table is checked against the routes and the schema themselves: a new one without a row fails a
//! test. The committed form is `docs/access-matrix.txt`.

use utoipa::openapi::path::PathItem;

/// The methods of a path of the contract, in alphabetical order.
pub fn methods(item: &PathItem) -> Vec<&'static str> {
    let all = [
        ("DELETE", item.delete.is_some()),
        ("GET", item.get.is_some()),
        ("PATCH", item.patch.is_some()),
        ("POST", item.post.is_some()),
        ("PUT", item.put.is_some()),
    ];
    all.into_iter().filter(|(_, there)| *there).map(|(method, _)| method).collect()
}
