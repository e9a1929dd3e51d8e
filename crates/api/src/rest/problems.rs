//! A page about every code of a problem: what the `type` of a problem document leads to.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::Serialize;
use utoipa::ToSchema;

use crate::middleware::request::Tongue;
use crate::problem::{Code, Problem, ProblemDocument, examples};

/// What a code means.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"code": "not-found", "graphql": "NOT_FOUND", "status": 404,
    "title": {"de": "Das gibt es hier nicht.", "en": "There is nothing here."}}))]
pub(crate) struct ProblemPage {
    /// The code as problem documents spell it.
    code: &'static str,
    /// The code as GraphQL spells it, in `extensions.code`.
    graphql: String,
    /// The HTTP status.
    status: u16,
    /// The sentence for the person.
    title: Sentences,
}

/// A sentence in both languages.
#[derive(Serialize, ToSchema)]
pub(crate) struct Sentences {
    /// In German.
    de: &'static str,
    /// In English.
    en: &'static str,
}

/// What a code of a problem means: JSON, or a page for a browser.
#[utoipa::path(tag = "installation",
    params(("code" = String, Path, description = "The code", example = "version-conflict")),
    responses(
        (status = 200, description = "What it means.", body = ProblemPage),
        (status = 404, description = "There is no such code.", body = ProblemDocument, content_type = "application/problem+json", example = examples::not_found),
    ))]
#[get("/{code}")]
pub(crate) async fn page(
    req: HttpRequest,
    code: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let code = Code::from_slug(&code).ok_or(Code::NotFound)?;
    let (de, en) = (
        code.sentence(Tongue::German),
        code.sentence(Tongue::English),
    );
    let status = code.status().as_u16();
    let accept = req
        .headers()
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    if accept.is_some_and(|accept| accept.contains("text/html")) {
        let slug = code.slug();
        let html = format!(
            "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><title>{slug}</title>\
             <h1>{slug} ({status})</h1><p>{de}</p><p lang=\"en\">{en}</p></html>"
        );
        return Ok(HttpResponse::Ok()
            .content_type("text/html; charset=utf-8")
            .body(html));
    }
    Ok(HttpResponse::Ok().json(ProblemPage {
        code: code.slug(),
        graphql: code.graphql(),
        status,
        title: Sentences { de, en },
    }))
}
