//! Who answers for a place.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, post, web};

use crate::Faces;
use crate::auth::Caller;
use crate::graphql::context::Asking;
use crate::graphql::territory::{ResponsibleAnswer, ResponsibleInput};
use crate::middleware::request::Tongue;
use crate::problem::{Problem, ProblemDocument};

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
        (status = 400, description = "The body cannot be read.", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 422, description = "A field of the place is not valid.", body = ProblemDocument, content_type = "application/problem+json",
            example = json!({"type": "https://netz.example/problems/invalid", "title": "Einige Angaben sind nicht gültig.", "status": 422, "code": "invalid", "detail": "place.postcode: a postcode has exactly five digits, such as 19055", "instance": "/api/v1/territory/responsible", "requestId": "5b1f0c52-6a3e-4b5c-9d0e-3f5f4c1f7b11", "errors": [{"pointer": "/place/postcode", "code": "invalid", "allowed": "a postcode has exactly five digits, such as 19055"}]})),
        (status = 429, description = "Too many requests.", body = ProblemDocument, content_type = "application/problem+json"),
    ))]
#[post("/responsible")]
pub(crate) async fn responsible(
    req: HttpRequest,
    caller: Caller,
    body: web::Json<ResponsibleInput>,
    faces: web::Data<Faces>,
) -> Result<HttpResponse, Problem> {
    faces.brake(&req)?;
    let asking = Asking::new(caller.0, Tongue::of(req.headers()), &faces.vocabularies);
    let answer = body.into_inner().ask(&asking)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(answer))
}
