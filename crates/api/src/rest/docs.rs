//! The contract and the page to try it on, all from our own files: nothing is loaded from elsewhere.

use std::sync::OnceLock;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, get};
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::problem::{Code, Problem};
use crate::routes;

/// The page brings its styles as elements, its images as data.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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

/// Swagger UI on the contract. Without the badge that would send its address to somebody else's validator.
pub(crate) fn swagger_ui() -> SwaggerUi {
    SwaggerUi::new("/{_:.*}").config(Config::from("/api/v1/openapi.json").validator_url("none"))
}

/// The middleware of the page and its files.
pub(crate) async fn under_policy<B: MessageBody + 'static>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let mut answer = next.call(req).await?;
    answer.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(POLICY),
    );
    Ok(answer)
}
