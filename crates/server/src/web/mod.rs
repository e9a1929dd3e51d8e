//! The web pages: plain files of the single-page application, from the binary or from a folder,
//! each with the headers its document needs (`frontend.md` 4).

mod bundle;
mod headers;
mod pages;
mod plain_page;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, HttpResponse, web};

pub(crate) use bundle::Bundle;
use bundle::{Encoding, File};
use headers::is_document;

/// The page to try GraphQL on.
const GRAPHIQL: &str = "graphiql.html";

/// Answers every address that no interface answers: a file of the bundle, or the document that
/// knows the page.
pub(crate) async fn serve(request: HttpRequest, bundle: web::Data<Bundle>) -> HttpResponse {
    if request.method() != Method::GET {
        return HttpResponse::MethodNotAllowed()
            .insert_header((header::ALLOW, "GET, HEAD"))
            .finish();
    }
    let path = request.path().trim_start_matches('/');
    if let Some(file) = bundle.file(path)
        && !is_document(path)
    {
        return answer(&request, path, file, StatusCode::OK);
    }
    let last = path.rsplit('/').next().unwrap_or_default();
    if last.contains('.') || path.starts_with("assets/") || path.starts_with("api/") {
        return HttpResponse::NotFound()
            .content_type("text/plain; charset=utf-8")
            .body("Nicht gefunden.");
    }
    let document = match path.split('/').next().unwrap_or_default() {
        "intern" | "verwaltung" => "intern.html",
        "viewer" => "viewer.html",
        "graphiql" => GRAPHIQL,
        _ => "index.html",
    };
    match bundle.file(document) {
        Some(file) if has_a_page(document, request.path()) => {
            answer(&request, document, file, StatusCode::OK)
        }
        Some(file) => answer(&request, document, file, StatusCode::NOT_FOUND),
        None if document == GRAPHIQL => plain_page::no_graphiql(),
        None => plain_page::answer(path.is_empty()),
    }
}

/// Whether there is something to see at `path`; the documents without a router are one page each.
fn has_a_page(document: &str, path: &str) -> bool {
    match document {
        "index.html" | "intern.html" => pages::is_one(path),
        alone => path.trim_matches('/') == alone.trim_end_matches(".html"),
    }
}

fn answer(request: &HttpRequest, path: &str, file: &File, status: StatusCode) -> HttpResponse {
    let (encoding, body) = file.best(|wanted| accepts(request.headers(), wanted));
    let mut answer = HttpResponse::build(status);
    answer.content_type(mime(path));
    answer.insert_header((header::VARY, "Accept-Encoding"));
    if let Some(encoding) = encoding {
        answer.insert_header((
            header::CONTENT_ENCODING,
            HeaderValue::from_static(encoding.as_str()),
        ));
    } else {
        // nothing smaller is stored: what is in the binary goes out as it is, see `as_stored`
        answer.insert_header((
            header::CONTENT_ENCODING,
            HeaderValue::from_static("identity"),
        ));
    }
    for (name, value) in headers::of(path) {
        answer.insert_header((name, value));
    }
    answer.body(body)
}

/// Takes `identity`, which keeps the middleware that packs answers away from a file, from the answer
/// again: nobody sends that as an encoding (RFC 9110, 12.5.3).
pub(crate) async fn as_stored<B: MessageBody + 'static>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let mut answer = next.call(req).await?;
    let headers = answer.headers_mut();
    let encoding = headers.get(header::CONTENT_ENCODING);
    if encoding.is_some_and(|encoding| encoding == "identity") {
        headers.remove(header::CONTENT_ENCODING);
    }
    Ok(answer)
}

fn accepts(headers: &HeaderMap, encoding: Encoding) -> bool {
    headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accepted| {
            accepted.split(',').any(|one| {
                let mut parts = one.trim().split(';');
                let refused = parts
                    .clone()
                    .skip(1)
                    .any(|weight| matches!(weight.trim(), "q=0" | "q=0.0"));
                parts.next() == Some(encoding.as_str()) && !refused
            })
        })
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use actix_web::body::to_bytes;
    use actix_web::test::TestRequest;

    use super::*;

    async fn ask(path: &str) -> (StatusCode, Vec<u8>) {
        let bundle = Bundle::of(&[
            ("index.html", "public"),
            ("intern.html", "intern"),
            ("viewer.html", "viewer"),
            ("assets/a.js", "script"),
        ]);
        let request = TestRequest::get().uri(path).to_http_request();
        let answer = serve(request, web::Data::new(bundle)).await;
        let status = answer.status();
        (status, to_bytes(answer.into_body()).await.unwrap().to_vec())
    }

    #[actix_web::test]
    async fn an_address_without_a_page_gets_the_document_and_says_404() {
        for (path, status, body) in [
            ("/", 200, "public"),
            ("/angebot/svc_1", 200, "public"),
            ("/gibt-es-nicht", 404, "public"),
            ("/intern/vermittlungen", 200, "intern"),
            ("/intern/gibt-es-nicht", 404, "intern"),
            ("/verwaltung", 404, "intern"),
            ("/viewer", 200, "viewer"),
            ("/viewer/mehr", 404, "viewer"),
            ("/assets/a.js", 200, "script"),
        ] {
            let answer = ask(path).await;
            assert_eq!(answer.0.as_u16(), status, "{path}");
            assert_eq!(answer.1, body.as_bytes(), "{path}");
        }
    }
}
