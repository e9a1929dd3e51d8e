//! What is checked of a document before it runs.

use actix_web::http::header::HeaderMap;
use application::referral::Once;
use async_graphql::parser::types::OperationType;
use async_graphql::{ErrorExtensionValues, Request, Response, ServerError, Variables};
use domain::access::Actor;
use domain::referral::idempotency::{Fingerprint, IdempotencyKey, Scope};

use super::discreet;
use super::inputs::{InputTypes, Unfit};
use crate::graphql::fault::error_of;
use crate::graphql::limits;
use crate::graphql::referral::ONCE;
use crate::nul;
use crate::problem::{Code, Problem};

/// What a document asks to be done once.
pub(super) struct Prepared {
    /// The names of its root fields, where it is a mutation.
    mutations: Vec<String>,
    key: Option<IdempotencyKey>,
}

impl Prepared {
    /// The request as one to be done once, for somebody with a name to keep keys under.
    ///
    /// # Errors
    /// `idempotency-key-required`.
    pub(super) fn once(
        self,
        actor: &Actor,
        document: &str,
        variables: &serde_json::Value,
    ) -> Result<Option<Once>, Problem> {
        let needed = |field: &String| ONCE.contains(&field.as_str());
        if self.key.is_none() && actor.member().is_some() && self.mutations.iter().any(needed) {
            return Err(Code::IdempotencyKeyRequired.into());
        }
        let (Some(key), Some(field)) = (self.key, self.mutations.first()) else {
            return Ok(None);
        };
        let scope = Scope::of(actor, "POST", &format!("/graphql {field}"));
        Ok(scope.map(|scope| Once {
            scope,
            key,
            fingerprint: Fingerprint::of_graphql(document, variables),
        }))
    }
}

/// Checks the document before it runs. The inner error is a request error of GraphQL: the document
/// itself is to blame, and the answer says where.
pub(super) fn prepare(
    request: &mut Request,
    by_get: bool,
    headers: &HeaderMap,
    variables: &Variables,
    inputs: &InputTypes,
) -> Result<Result<Prepared, Response>, Problem> {
    let name = request.operation_name.clone();
    let document = match request.parsed_query() {
        Ok(document) => document,
        Err(mut error) => {
            error.message = discreet::of_syntax(&error.message);
            return Ok(Err(coded(vec![error], Code::GraphqlSyntax)));
        }
    };
    limits::check(document).map_err(Problem::too_complex)?;
    nul::refuse_in_document(document)?;
    let Some((kind, operation)) = limits::operation(document, name.as_deref()) else {
        let error = ServerError::new(
            "The document has no operation of that name, or several and none is named.",
            None,
        );
        return Ok(Err(coded(vec![error], Code::GraphqlInvalid)));
    };
    let is_mutation = kind == OperationType::Mutation;
    if by_get && is_mutation {
        return Err(Code::MethodNotAllowed.into());
    }
    let mutations: Vec<_> = if is_mutation {
        limits::root_fields(document, &operation.selection_set.node)
            .into_iter()
            .map(|field| field.name.node.to_string())
            .collect()
    } else {
        Vec::new()
    };
    let key = match headers.get("idempotency-key") {
        Some(_) if mutations.len() != 1 => return Err(Code::IdempotencyOneMutation.into()),
        Some(key) => Some(
            key.to_str()
                .unwrap_or_default()
                .parse()
                .map_err(|_no_uuid| Code::IdempotencyKeyInvalid)?,
        ),
        None => None,
    };
    if let Err(Unfit { fault, at }) = inputs.check(document, operation, variables) {
        let problem = Problem {
            fields: vec![fault],
            ..Code::GraphqlInvalid.into()
        };
        let error = error_of(&problem).into_server_error(at);
        return Ok(Err(Response::from_errors(vec![error])));
    }
    Ok(Ok(Prepared { mutations, key }))
}

/// Request errors with the code of their kind.
fn coded(errors: Vec<ServerError>, code: Code) -> Response {
    let mut response = Response::from_errors(errors);
    for error in &mut response.errors {
        error
            .extensions
            .get_or_insert_with(ErrorExtensionValues::default)
            .set("code", code.graphql());
    }
    response
}
