//! Who answers for a place.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, post, web};

use super::body::Body;
use crate::Faces;
use crate::auth::Caller;
use crate::graphql::context::Asking;
use crate::graphql::territory::{ResponsibleAnswer, ResponsibleInput};
use crate::middleware::request::Tongue;
use crate::problem::{Problem, ProblemDocument, examples};

/// Who answers for a place, in a matter, at an instant.
///
/// Always a list, never a silent guess: an ambiguous place gets all bodies at once and one question.
/// Nothing of the question is kept. The same as the GraphQL field `responsible`.
#[utoipa::path(tag = "territory", request_body = ResponsibleInput,
    responses(
        (status = 200, description = "Who answers.", body = ResponsibleAnswer, example = json!({
            "status": "unknown_place", "candidates": [], "question": null, "fallback": [],
            "explanation": [{"lang": "de", "value": "Diesen Ort kennen wir nicht."}],
            "dataAsOf": "2021-01-01", "sources": ["GeoNames", "BKG"]
        })),
        (status = 400, description = "The body cannot be read.", body = ProblemDocument, content_type = "application/problem+json", example = examples::malformed),
        (status = 401, description = "A token that is not good, or no longer.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unauthenticated),
        (status = 403, description = "A session cookie that comes from another site.", body = ProblemDocument, content_type = "application/problem+json", example = examples::cross_site),
        (status = 413, description = "The body is larger than 64 KiB.", body = ProblemDocument, content_type = "application/problem+json", example = examples::too_large),
        (status = 415, description = "The body is not JSON.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unsupported_media_type),
        (status = 422, description = "A field of the place is not valid.", body = ProblemDocument, content_type = "application/problem+json", example = examples::invalid),
        (status = 429, description = "Too many requests.", body = ProblemDocument, content_type = "application/problem+json", example = examples::rate_limited),
    ))]
#[post("/responsible")]
pub(crate) async fn responsible(
    req: HttpRequest,
    caller: Caller,
    Body(body): Body<ResponsibleInput>,
    faces: web::Data<Faces>,
) -> Result<HttpResponse, Problem> {
    faces.brake(&req)?;
    let asking = Asking::new(caller.0, Tongue::of(req.headers()), &faces.vocabularies);
    let answer = body.ask(&asking)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(answer))
}
