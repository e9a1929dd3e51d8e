//! Unexpected refusals as GraphQL errors. Expected ones are data: `userErrors` of a payload.

use std::str::FromStr;

use application::Failure;
use async_graphql::{Context, Error, ErrorExtensionValues, ErrorExtensions as _, ID};

use crate::middleware::request::{self, Tongue};
use crate::problem::{Kind, Limit, Problem};

/// A failure as an error whose `extensions.code` a machine can switch on.
pub(crate) fn fault(failure: Failure) -> Error {
    error_of(&Problem::from(failure))
}

/// A failure whose fields are arguments of the field that is asked for, with what was found there: a
/// whole number, which only counts, as it is, all else by its kind.
pub(crate) fn fault_of_arguments(ctx: &Context<'_>, failure: Failure) -> Error {
    let mut problem = Problem::from(failure);
    // arguments that cannot be read never reach a resolver
    let arguments = ctx.field().arguments().unwrap_or_default();
    let arguments = arguments
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_string(), value.into_json().ok()?)))
        .collect();
    let arguments = serde_json::Value::Object(arguments);
    // the fields of an `input` are named without it
    let given = arguments.get("input").unwrap_or(&arguments);
    for fault in &mut problem.fields {
        let count = match fault.field.as_slice() {
            [name] => arguments.get(name).and_then(serde_json::Value::as_i64),
            _ => None,
        };
        fault.found = Some(count.map_or_else(|| Kind::at(given, &fault.field), Kind::Count));
    }
    error_of(&problem)
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
