//! What HTTP asks of every address.

use reqwest::header::HeaderValue;
use reqwest::{Method, Response};

use crate::kit::{Engine, Server, Setup};

/// A server with the smallest pages there are, and the folder they lie in.
async fn with_pages() -> (Setup, Server) {
    let setup = Setup::new(Engine::sqlite());
    let pages = setup.folder().join("pages");
    std::fs::create_dir_all(pages.join("assets")).expect("a folder");
    for (name, text) in [
        ("index.html", "<!doctype html><title>Netz</title>"),
        ("intern.html", "<!doctype html><title>Intern</title>"),
        ("graphiql.html", "<!doctype html><title>GraphiQL</title>"),
        ("assets/a.js", "export {};"),
    ] {
        std::fs::write(pages.join(name), text).expect("a file");
    }
    let setup = setup.with("SCHUTZNETZ__WEB__DIR", &pages.display().to_string());
    let server = setup.serve().await;
    server.ready().await;
    (setup, server)
}

async fn ask(server: &Server, method: Method, path: &str, encoding: &str) -> Response {
    let request = server.http.request(method, server.at(path));
    let request = request.header("accept-encoding", encoding);
    request.send().await.expect("an answer")
}

#[tokio::test]
async fn what_answers_get_answers_head_alike_and_without_a_body() {
    let (_setup, server) = with_pages().await;
    for path in [
        "/",
        "/sorge",
        "/gibt-es-nicht",
        "/intern",
        "/graphiql",
        "/assets/a.js",
        "/docs",
        "/docs/",
        "/docs/swagger-ui.css",
        "/healthz",
        "/readyz",
        "/metrics",
        "/problems/not-found",
        "/.well-known/jwks.json",
        "/api/v1/openapi.json",
        "/api/v1/meta",
        "/api/v1/web/settings",
        "/api/v1/attributions",
        "/api/v1/directory/services/nirgends",
        "/api/v1/session",
        "/graphql?query=%7B__typename%7D",
    ] {
        let get = ask(&server, Method::GET, path, "identity").await;
        let head = ask(&server, Method::HEAD, path, "identity").await;
        assert_eq!(head.status(), get.status(), "{path}");
        for name in ["content-type", "cache-control", "location"] {
            assert_eq!(head.headers().get(name), get.headers().get(name), "{path}");
        }
        // every request counts in the metrics, so no two answers of theirs are equally long
        if path != "/metrics" {
            let length = |answer: &Response| answer.headers().get("content-length").cloned();
            assert_eq!(length(&head), length(&get), "{path}");
        }
        assert_eq!(head.bytes().await.unwrap().len(), 0, "{path}");
    }
    let found = ask(&server, Method::HEAD, "/docs/", "identity").await;
    assert_eq!(found.status(), 200);
    let search = "/api/v1/directory/search";
    let refused = ask(&server, Method::HEAD, search, "identity").await;
    assert_eq!(
        (refused.status().as_u16(), &refused.headers()["allow"]),
        (405, &"POST".parse().unwrap())
    );
}

#[tokio::test]
async fn what_goes_out_as_it_is_names_no_encoding() {
    let (_setup, server) = with_pages().await;
    for path in ["/", "/assets/a.js", "/docs/", "/api/v1/meta"] {
        for encoding in ["identity", "identity, br;q=0", "*;q=0.1, identity"] {
            let answer = ask(&server, Method::GET, path, encoding).await;
            let named = answer.headers().get("content-encoding");
            assert_ne!(
                named.map(HeaderValue::as_bytes),
                Some(&b"identity"[..]),
                "{path} {encoding}"
            );
        }
        let plain = ask(&server, Method::GET, path, "identity").await;
        assert_eq!(plain.headers().get("content-encoding"), None, "{path}");
    }
    let packed = ask(&server, Method::GET, "/api/v1/openapi.json", "br").await;
    assert_eq!(packed.headers()["content-encoding"], "br");
}
