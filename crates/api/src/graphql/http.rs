//! GraphQL over HTTP, after the working draft of its specification: two media types, statuses that
//! mean something, queries alone over GET, one operation a request.

use std::collections::HashMap;

use actix_web::http::header::{self, HeaderMap};
use actix_web::http::{Method, StatusCode};
use actix_web::{FromRequest as _, HttpRequest, HttpResponse, web};
use application::referral::Once;
use async_graphql::parser::types::OperationType;
use async_graphql::{ErrorExtensionValues, Name, Request, Response, ServerError, Value, Variables};
use domain::access::Actor;
use domain::referral::idempotency::{Fingerprint, IdempotencyKey, Scope};
use serde::Deserialize;
use serde_json::json;

use super::context::Asking;
use super::fault::error_of;
use super::limits;
use super::referral::{Colleagues, ONCE};
use crate::Faces;
use crate::auth::Caller;
use crate::middleware::request::{self, Tongue};
use crate::problem::{Code, Problem};

/// The largest body of somebody without a session, in bytes.
const ANONYMOUS_BODY: usize = 64 * 1024;
/// The largest body of somebody with one, in bytes.
const MEMBER_BODY: usize = 1024 * 1024;
/// Says that an act was done before.
pub(super) const REPLAYED: &str = "idempotency-replayed";
const JSON: &str = "application/json";
const GRAPHQL_JSON: &str = "application/graphql-response+json";

/// The media types an answer can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Media {
    Json,
    GraphqlJson,
}

impl Media {
    const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::GraphqlJson => "application/graphql-response+json; charset=utf-8",
        }
    }

    /// The one the client likes best; nothing when it likes neither.
    fn negotiate(headers: &HeaderMap) -> Option<Self> {
        let accept = headers
            .get(header::ACCEPT)
            .map(|value| value.to_str().unwrap_or_default());
        let Some(accept) = accept.filter(|text| !text.trim().is_empty()) else {
            return Some(Self::Json);
        };
        let mut best: Option<(f32, Self)> = None;
        for range in accept.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let media = match parts
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase()
                .as_str()
            {
                GRAPHQL_JSON => Self::GraphqlJson,
                JSON | "application/*" | "*/*" => Self::Json,
                _ => continue,
            };
            let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse::<f32>().ok());
            let weight = weight.unwrap_or(1.0);
            if weight > 0.0 && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, media));
            }
        }
        best.map(|(_, media)| media)
    }
}

/// One request as its JSON writes it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    query: String,
    #[serde(default)]
    operation_name: Option<String>,
    #[serde(default)]
    variables: Option<serde_json::Map<String, serde_json::Value>>,
    #[serde(default)]
    #[expect(dead_code, reason = "only its form is checked: an object or null")]
    extensions: Option<serde_json::Map<String, serde_json::Value>>,
}

/// Answers `GET` and `POST /graphql`.
pub(crate) async fn graphql(
    req: HttpRequest,
    payload: web::Payload,
    faces: web::Data<Faces>,
) -> HttpResponse {
    let Some(media) = Media::negotiate(req.headers()) else {
        return refuse(&Code::NotAcceptable.into(), Media::Json);
    };
    match answer(&req, payload, &faces).await {
        Ok(response) => respond(response, media),
        Err(problem) => refuse(&problem, media),
    }
}

async fn answer(
    req: &HttpRequest,
    payload: web::Payload,
    faces: &Faces,
) -> Result<Response, Problem> {
    faces.brake(req)?;
    let Caller(mut ctx) = Caller::extract(req).await?;
    let most = if ctx.actor.member().is_some() {
        MEMBER_BODY
    } else {
        ANONYMOUS_BODY
    };
    let by_get = req.method() == Method::GET;
    let body = if by_get {
        from_query(req)?
    } else {
        from_payload(req, payload, most).await?
    };
    let mut request = Request::new(body.query);
    request.operation_name = body.operation_name;
    let variables = serde_json::Value::Object(body.variables.unwrap_or_default());
    request.variables = Variables::from_json(variables.clone());
    let prepared = match prepare(&mut request, by_get, req.headers())? {
        Ok(prepared) => prepared,
        Err(response) => return Ok(response),
    };
    ctx.once = prepared.once(&ctx.actor, &request.query, &variables)?;
    let asking = Asking::new(ctx, Tongue::of(req.headers()), &faces.vocabularies);
    Ok(faces
        .schema
        .execute(request.data(asking).data(Colleagues::default()))
        .await)
}

fn from_query(req: &HttpRequest) -> Result<Body, Problem> {
    let parameters = web::Query::<HashMap<String, String>>::from_query(req.query_string())
        .map_err(|_unreadable| Code::Malformed)?
        .into_inner();
    let object = |name: &str| -> Result<Option<_>, Problem> {
        let Some(text) = parameters.get(name).filter(|text| !text.is_empty()) else {
            return Ok(None);
        };
        serde_json::from_str(text).map_err(|_no_object| Code::Malformed.into())
    };
    Ok(Body {
        query: parameters.get("query").cloned().ok_or(Code::Malformed)?,
        operation_name: parameters
            .get("operationName")
            .filter(|name| !name.is_empty())
            .cloned(),
        variables: object("variables")?,
        extensions: object("extensions")?,
    })
}

async fn from_payload(
    req: &HttpRequest,
    payload: web::Payload,
    most: usize,
) -> Result<Body, Problem> {
    let content_type = req
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let mut parts = content_type.unwrap_or_default().split(';').map(str::trim);
    let is_json = parts
        .next()
        .is_some_and(|kind| kind.eq_ignore_ascii_case(JSON));
    let is_utf8 = parts.all(|parameter| {
        let charset = parameter.to_ascii_lowercase();
        !charset.starts_with("charset=") || charset.trim_matches('"').ends_with("utf-8")
    });
    if !is_json || !is_utf8 {
        return Err(Code::UnsupportedMediaType.into());
    }
    let bytes = payload
        .to_bytes_limited(most)
        .await
        .map_err(|_over_the_limit| Code::TooLarge)?
        .map_err(|_broken_off| Code::Malformed)?;
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[') {
        return Err(Code::BatchRefused.into());
    }
    serde_json::from_slice(&bytes).map_err(|_malformed| Code::Malformed.into())
}

/// What a document asks to be done once.
struct Prepared {
    /// The names of its root fields, where it is a mutation.
    mutations: Vec<String>,
    key: Option<IdempotencyKey>,
}

impl Prepared {
    /// The request as one to be done once, for somebody with a name to keep keys under.
    ///
    /// # Errors
    /// `idempotency-key-required`.
    fn once(
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
fn prepare(
    request: &mut Request,
    by_get: bool,
    headers: &HeaderMap,
) -> Result<Result<Prepared, Response>, Problem> {
    let name = request.operation_name.clone();
    let variables = request.variables.clone();
    let document = match request.parsed_query() {
        Ok(document) => document,
        Err(error) => return Ok(Err(coded(vec![error], Code::GraphqlSyntax))),
    };
    limits::check(document)?;
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
    let missing = operation.variable_definitions.iter().find(|definition| {
        let definition = &definition.node;
        let given: Option<&Value> = variables.get(&Name::new(definition.name.node.as_str()));
        !definition.var_type.node.nullable
            && definition.default_value.is_none()
            && given.is_none_or(|value| *value == Value::Null)
    });
    if let Some(definition) = missing {
        let name = &definition.node.name.node;
        let error = ServerError::new(
            format!("Variable \"${name}\" needs a value."),
            Some(definition.pos),
        );
        return Ok(Err(coded(vec![error], Code::GraphqlInvalid)));
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

fn respond(mut response: Response, media: Media) -> HttpResponse {
    // an error without a path was found before anything ran
    let never_ran = response.data == Value::Null
        && !response.errors.is_empty()
        && response.errors.iter().all(|error| error.path.is_empty());
    let request_id = request::here().id.to_string();
    for error in &mut response.errors {
        let extensions = error
            .extensions
            .get_or_insert_with(ErrorExtensionValues::default);
        if extensions.get("code").is_none() {
            let code = if error.message == "Query is too complex." {
                Code::TooComplex
            } else if never_ran {
                Code::GraphqlInvalid
            } else {
                Code::Invalid
            };
            extensions.set("code", code.graphql());
        }
        if extensions.get("requestId").is_none() {
            extensions.set("requestId", request_id.as_str());
        }
    }
    if never_ran {
        let status = match media {
            Media::GraphqlJson => StatusCode::BAD_REQUEST,
            Media::Json => StatusCode::OK,
        };
        return write(
            status,
            media,
            serde_json::to_vec(&json!({ "errors": response.errors })),
        );
    }
    let replayed = response.http_headers.contains_key(REPLAYED);
    let mut answer = write(StatusCode::OK, media, serde_json::to_vec(&response));
    if replayed {
        answer.headers_mut().insert(
            header::HeaderName::from_static(REPLAYED),
            header::HeaderValue::from_static("true"),
        );
    }
    answer
}

/// A refusal before GraphQL had its turn: it has the HTTP status of the problem in both media types.
fn refuse(problem: &Problem, media: Media) -> HttpResponse {
    let error = error_of(problem).into_server_error(async_graphql::Pos::default());
    let error = json!({ "message": error.message, "extensions": error.extensions });
    let mut answer = write(
        problem.code.status(),
        media,
        serde_json::to_vec(&json!({ "errors": [error] })),
    );
    if let Some(seconds) = problem.retry_after {
        answer
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    if problem.code == Code::MethodNotAllowed {
        answer
            .headers_mut()
            .insert(header::ALLOW, header::HeaderValue::from_static("POST"));
    }
    answer
}

fn write(status: StatusCode, media: Media, body: serde_json::Result<Vec<u8>>) -> HttpResponse {
    match body {
        Ok(body) => HttpResponse::build(status)
            .insert_header((header::CONTENT_TYPE, media.content_type()))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .insert_header((
                header::VARY,
                "Accept, Accept-Language, Authorization, Cookie",
            ))
            .body(body),
        Err(error) => actix_web::ResponseError::error_response(&Problem::internal(
            &error,
            "writing an answer failed",
        )),
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn negotiated(accept: &'static str) -> Option<Media> {
        let request = TestRequest::get()
            .insert_header((header::ACCEPT, accept))
            .to_http_request();
        Media::negotiate(request.headers())
    }

    #[test]
    fn the_client_chooses_between_two_media_types() {
        assert_eq!(
            negotiated("application/graphql-response+json, application/json;q=0.9"),
            Some(Media::GraphqlJson)
        );
        assert_eq!(negotiated("application/json"), Some(Media::Json));
        assert_eq!(negotiated("*/*"), Some(Media::Json));
        assert_eq!(negotiated("text/html, application/json;q=0"), None);
        let without = TestRequest::get().to_http_request();
        assert_eq!(Media::negotiate(without.headers()), Some(Media::Json));
    }
}
