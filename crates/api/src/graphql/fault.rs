//! Unexpected refusals as GraphQL errors. Expected ones are data: `userErrors` of a payload.

use std::str::FromStr;

use application::Failure;
use async_graphql::{Error, ErrorExtensionValues, ErrorExtensions as _, ID};

use crate::middleware::request;
use crate::problem::Problem;

/// A failure as an error whose `extensions.code` a machine can switch on.
pub(crate) fn fault(failure: Failure) -> Error {
    error_of(&Problem::from(failure))
}

/// A problem as an error.
pub(crate) fn error_of(problem: &Problem) -> Error {
    let here = request::here();
    let sentence = problem.code.sentence(here.tongue);
    let message = match problem.fields.as_slice() {
        [] => sentence.to_owned(),
        [first, ..] => format!("{sentence} {first}"),
    };
    Error::new(message).extend_with(|_, extensions| say(problem, extensions))
}

fn say(problem: &Problem, extensions: &mut ErrorExtensionValues) {
    extensions.set("code", problem.code.graphql());
    extensions.set("requestId", request::here().id.to_string());
    if let Some(seconds) = problem.retry_after {
        extensions.set("retryAfterSeconds", seconds);
    }
    if !problem.fields.is_empty() {
        let fields: Vec<_> = problem
            .fields
            .iter()
            .map(|field| {
                async_graphql::value!({ "field": (field.field.clone()), "allowed": (field.allowed.clone()) })
            })
            .collect();
        extensions.set("fields", async_graphql::Value::List(fields));
    }
}

/// The typed id behind an opaque one; nothing when it names another kind of thing, or nothing.
pub(crate) fn id_of<T: FromStr>(id: &ID) -> Option<T> {
    id.parse().ok()
}
