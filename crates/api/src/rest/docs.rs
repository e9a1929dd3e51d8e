//! The contract and the pages to try it on, all from our own files: nothing is loaded from elsewhere.

use std::sync::OnceLock;

use actix_web::http::header;
use actix_web::{HttpResponse, get, web};

use crate::Faces;
use crate::problem::{Code, Problem};
use crate::routes;

/// The contract of the REST face, OpenAPI 3.1.
#[utoipa::path(tag = "installation", responses((status = 200, description = "This document.", body = inline(serde_json::Value),
    example = json!({"openapi": "3.1.0", "info": {"title": "Schutznetz", "version": "0.1.0"}, "paths": {}}))))]
#[get("/api/v1/openapi.json")]
pub(crate) async fn openapi_json() -> Result<HttpResponse, Problem> {
    static DOCUMENT: OnceLock<Result<String, String>> = OnceLock::new();
    let document = DOCUMENT.get_or_init(|| {
        routes::openapi()
            .to_json()
            .map_err(|error| error.to_string())
    });
    match document {
        Ok(json) => Ok(HttpResponse::Ok()
            .insert_header((header::CACHE_CONTROL, "no-cache"))
            .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
            .content_type("application/json")
            .body(json.clone())),
        Err(error) => {
            tracing::error!(error, "writing the contract failed");
            Err(Code::Internal.into())
        }
    }
}

/// The page of `GraphiQL` as the web files bring it.
pub(crate) async fn graphiql(faces: web::Data<Faces>) -> Result<HttpResponse, Problem> {
    let folder = faces.settings.web_dir.as_ref().ok_or(Code::NotFound)?;
    let page = tokio::fs::read(folder.join("graphiql.html"))
        .await
        .map_err(|_absent| Code::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; \
             img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; frame-ancestors 'none'",
        ))
        .content_type("text/html; charset=utf-8")
        .body(page))
}
