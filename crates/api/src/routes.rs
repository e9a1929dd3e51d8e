//! The one list of routes.

use actix_web::middleware::from_fn;
use actix_web::{App, HttpRequest, HttpResponse, ResponseError as _, web};
use utoipa::openapi::path::PathItem;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{InfoBuilder, OpenApi, OpenApiBuilder};
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_actix_web::{AppExt as _, scope};

use crate::auth::cookies;
use crate::graphql::http::graphql;
use crate::middleware::cors::open_to_all;
use crate::problem::{Code, Problem};
use crate::rest::{
    attributions, destinations, directory, docs, meta, problems, session, territory,
};

/// Registers every route. The application's data is `web::Data<Faces>`; what no route answers falls
/// through to the server, which should end with [`nothing_here`] for everything below `/api`.
pub fn configure(config: &mut ServiceConfig<'_>) {
    config
        .app_data(
            web::PathConfig::default().error_handler(|_, _| Problem::from(Code::NotFound).into()),
        )
        .app_data(
            web::QueryConfig::default().error_handler(|_, _| Problem::from(Code::Malformed).into()),
        )
        .map(|config| {
            config
                .service(
                    web::resource("/graphql")
                        .wrap(from_fn(open_to_all))
                        .route(web::get().to(graphql))
                        .route(web::post().to(graphql))
                        .default_service(web::to(method_not_allowed)),
                )
                .route("/docs", web::get().to(to_docs))
                .service(
                    web::scope("/docs")
                        .wrap(from_fn(docs::under_policy))
                        .service(docs::swagger_ui()),
                )
        })
        .service(session::sign_in)
        .service(session::look)
        .service(session::sign_out)
        .service(session::renew)
        .service(session::sign_out_everywhere)
        .service(session::jwks)
        .service(
            scope("/api/v1/directory")
                .wrap(from_fn(open_to_all))
                .service(directory::one_service)
                .service(directory::one_organisation)
                .service(directory::search)
                .default_service(web::to(nothing_here)),
        )
        .service(
            scope("/api/v1/destinations")
                .wrap(from_fn(open_to_all))
                .service(destinations::keys)
                .default_service(web::to(nothing_here)),
        )
        .service(
            scope("/api/v1/territory")
                .wrap(from_fn(open_to_all))
                .service(territory::responsible)
                .default_service(web::to(nothing_here)),
        )
        .service(docs::openapi_json)
        .service(
            scope("/api/v1/meta")
                .wrap(from_fn(open_to_all))
                .service(meta::meta),
        )
        .service(
            scope("/api/v1/web/settings")
                .wrap(from_fn(open_to_all))
                .service(meta::settings),
        )
        .service(
            scope("/api/v1/attributions")
                .wrap(from_fn(open_to_all))
                .service(attributions::attributions),
        )
        .service(
            scope("/problems")
                .wrap(from_fn(open_to_all))
                .service(problems::page)
                .default_service(web::to(nothing_here)),
        )
        .map(|config| config.service(web::scope("/api").default_service(web::to(nothing_here))));
}

/// The contract of the REST face, made from the routes; needs no database.
pub fn openapi() -> OpenApi {
    let info = InfoBuilder::new()
        .title("Schutznetz")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "The directory of child-protection help in Mecklenburg-Vorpommern, the published keys of the \
             exchange, and sessions. Everything here is also in GraphQL at /graphql. Refusals are RFC 9457 \
             documents with a stable code; while the service starts and has not read the directory yet, every \
             question and act is answered 503 `starting` with `Retry-After`.",
        ))
        .build();
    let base = OpenApiBuilder::new().info(info).build();
    let (_app, mut document) = App::new()
        .into_utoipa_app()
        .openapi(base)
        .configure(configure)
        .split_for_parts();
    let components = document.components.get_or_insert_default();
    components.add_security_scheme(
        "bearer",
        SecurityScheme::Http(
            HttpBuilder::new()
                .scheme(HttpAuthScheme::Bearer)
                .bearer_format("JWT")
                .build(),
        ),
    );
    components.add_security_scheme(
        "cookie",
        SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(cookies::SESSION))),
    );
    document
}

/// Answers 404, or 405 when the address exists with another method.
pub async fn nothing_here(req: HttpRequest) -> HttpResponse {
    let allowed = methods_of(req.path());
    if allowed.is_empty() {
        return Problem::from(Code::NotFound).error_response();
    }
    let mut answer = Problem::from(Code::MethodNotAllowed).error_response();
    if let Ok(allowed) = allowed.join(", ").parse() {
        answer
            .headers_mut()
            .insert(actix_web::http::header::ALLOW, allowed);
    }
    answer
}

async fn method_not_allowed() -> HttpResponse {
    let mut answer = Problem::from(Code::MethodNotAllowed).error_response();
    let allowed = actix_web::http::header::HeaderValue::from_static("GET, HEAD, POST");
    answer
        .headers_mut()
        .insert(actix_web::http::header::ALLOW, allowed);
    answer
}

async fn to_docs() -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header(("Location", "/docs/"))
        .finish()
}

/// The methods of a path, from the contract itself.
fn methods_of(path: &str) -> Vec<&'static str> {
    use std::sync::OnceLock;
    static ROUTES: OnceLock<Vec<(String, Vec<&'static str>)>> = OnceLock::new();
    let routes = ROUTES.get_or_init(|| {
        let paths = openapi().paths.paths;
        paths
            .into_iter()
            .map(|(pattern, item)| (pattern, methods(&item)))
            .collect()
    });
    let found = routes.iter().find(|(pattern, _)| fits(pattern, path));
    found
        .map(|(_, methods)| methods.clone())
        .unwrap_or_default()
}

/// The methods of a path of the contract, in alphabetical order.
fn methods(item: &PathItem) -> Vec<&'static str> {
    let all = [
        ("DELETE", item.delete.is_some()),
        ("GET", item.get.is_some()),
        ("HEAD", item.get.is_some()),
        ("PATCH", item.patch.is_some()),
        ("POST", item.post.is_some()),
        ("PUT", item.put.is_some()),
    ];
    all.into_iter()
        .filter(|(_, there)| *there)
        .map(|(method, _)| method)
        .collect()
}

fn fits(pattern: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (pattern.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given))
                if wanted == given || (wanted.starts_with('{') && !given.is_empty()) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_knows_its_methods() {
        assert_eq!(methods_of("/api/v1/directory/search"), ["POST"]);
        let methods = methods_of("/api/v1/directory/services/svc_1");
        assert_eq!(methods, ["GET", "HEAD"]);
        let methods = methods_of("/api/v1/session");
        assert_eq!(methods, ["DELETE", "GET", "HEAD", "POST"]);
        assert!(methods_of("/api/v1/nothing").is_empty());
    }
}
