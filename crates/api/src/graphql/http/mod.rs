//! GraphQL over HTTP, after the working draft of its specification: two media types, statuses that
//! mean something, queries alone over GET, one operation a request.

mod body;
mod discreet;
mod inputs;
mod media;
mod prepare;

use actix_web::http::{Method, StatusCode, header};
use actix_web::{FromRequest as _, HttpRequest, HttpResponse, web};
use async_graphql::{ErrorExtensionValues, Request, Response, Value, Variables};
use serde_json::json;

pub(crate) use self::inputs::InputTypes;
use self::media::Media;
use super::context::Asking;
use super::fault::error_of;
use super::limits;
use super::referral::Colleagues;
use crate::Faces;
use crate::auth::Caller;
use crate::middleware::request::{self, Tongue};
use crate::nul;
use crate::problem::{Code, Problem};

/// The largest body of somebody without a session, in bytes.
const ANONYMOUS_BODY: usize = 64 * 1024;
/// The largest body of somebody with one, in bytes.
const MEMBER_BODY: usize = 1024 * 1024;
/// Says that an act was done before.
pub(super) const REPLAYED: &str = "idempotency-replayed";
const JSON: &str = "application/json";

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
        body::from_query(req)?
    } else {
        body::from_payload(req, payload, most).await?
    };
    let mut request = Request::new(body.query);
    request.operation_name = body.operation_name;
    let variables = serde_json::Value::Object(body.variables.unwrap_or_default());
    nul::refuse(&variables)?;
    let given = Variables::from_json(variables.clone());
    request.variables = given.clone();
    let known = faces.documents.parse(&mut request);
    let prepared = prepare::prepare(&mut request, by_get, req.headers(), &given, &faces.inputs)?;
    let prepared = match prepared {
        Ok(prepared) => prepared,
        Err(response) => return Ok(response),
    };
    ctx.once = prepared.once(&ctx.actor, &request.query, &variables)?;
    let asking = Asking::new(ctx, Tongue::of(req.headers()), &faces.vocabularies);
    let request = request.data(asking).data(Colleagues::default());
    Ok(faces.schema.execute(request, known.as_deref()).await)
}

fn respond(mut response: Response, media: Media) -> HttpResponse {
    // an error without a path was found before anything ran
    let never_ran = response.data == Value::Null
        && !response.errors.is_empty()
        && response.errors.iter().all(|error| error.path.is_empty());
    let request_id = request::here().id.to_string();
    for error in &mut response.errors {
        if error.message == "Query is too complex." {
            let told = error_of(&Problem::too_complex(limits::of_cost()));
            *error = told.into_server_error(async_graphql::Pos::default());
        }
        let extensions = error
            .extensions
            .get_or_insert_with(ErrorExtensionValues::default);
        if extensions.get("code").is_none() {
            let code = if never_ran {
                Code::GraphqlInvalid
            } else {
                Code::Invalid
            };
            extensions.set("code", code.graphql());
            error.message = discreet::of_value(&error.message);
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
