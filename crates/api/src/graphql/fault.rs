//! Unexpected refusals as GraphQL errors. Expected ones are data: `userErrors` of a payload.

use std::str::FromStr;

use application::Failure;
use async_graphql::{Error, ErrorExtensionValues, ErrorExtensions as _, ID};

use crate::middleware::request::{self, Tongue};
use crate::problem::{Limit, Problem};

/// A failure as an error whose `extensions.code` a machine can switch on.
pub(crate) fn fault(failure: Failure) -> Error {
    error_of(&Problem::from(failure))
}

/// A problem as an error.
pub(crate) fn error_of(problem: &Problem) -> Error {
    let here = request::here();
    let tongue = problem.tongue(here.tongue);
    let said = [
        problem.fields.first().map(|fault| fault.sentence(tongue)),
        problem.limit.map(|limit| limit.sentence(tongue)),
    ];
    let sentence = problem.code.sentence(tongue).to_owned();
    let message = said
        .into_iter()
        .flatten()
        .fold(sentence, |message, more| format!("{message} {more}"));
    Error::new(message).extend_with(|_, extensions| say(problem, tongue, extensions))
}

fn say(problem: &Problem, tongue: Tongue, extensions: &mut ErrorExtensionValues) {
    extensions.set("code", problem.code.graphql());
    extensions.set("requestId", request::here().id.to_string());
    if let Some(seconds) = problem.retry_after {
        extensions.set("retryAfterSeconds", seconds);
    }
    if !problem.fields.is_empty() {
        let fields: Vec<_> = problem
            .fields
            .iter()
            .map(|fault| {
                let found = fault.found.map(|kind| kind.word(tongue));
                async_graphql::value!({
                    "field": (fault.field.clone()),
                    "allowed": (fault.allowed_in(tongue)),
                    "found": (found),
                })
            })
            .collect();
        extensions.set("fields", async_graphql::Value::List(fields));
    }
    if let Some(Limit {
        what,
        most,
        counted,
    }) = problem.limit
    {
        let limit = async_graphql::value!({
            "what": (what.name()), "most": (most), "counted": (counted),
        });
        extensions.set("limit", limit);
    }
}

/// The typed id behind an opaque one; nothing when it names another kind of thing, or nothing.
pub(crate) fn id_of<T: FromStr>(id: &ID) -> Option<T> {
    id.parse().ok()
}
