//! The security headers of each document and file.

use actix_web::http::header::HeaderValue;

const SHARED: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
    form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types sn-worker";
/// The frame that draws PDFs: an opaque origin that may load its own script and nothing else.
const VIEWER: &str = "default-src 'none'; script-src 'self'; img-src blob: data:; font-src data:; connect-src 'none'";
/// The page to try GraphQL on: its editor writes styles as elements and brings fonts as data.
const GRAPHIQL: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";
/// The one worker that compiles WebAssembly; the pages stay without the exception.
const COMPILING_WORKER: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
const WORKER: &str = "default-src 'none'; script-src 'self'";
const FOREVER: &str = "public, max-age=31536000, immutable";

/// Whether the file is a page, as the build names them.
pub(super) fn is_document(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, kind)| kind == "html")
}

/// What goes out with the file at `path` besides its type and length.
pub(super) fn of(path: &str) -> Vec<(&'static str, HeaderValue)> {
    let mut headers = vec![
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
    ];
    if path.starts_with("assets/") {
        headers.push(("cache-control", FOREVER));
        headers.push(("access-control-allow-origin", "*"));
        headers.push(("cross-origin-resource-policy", "cross-origin"));
        if path.contains("kdf.worker") {
            headers.push(("content-security-policy", COMPILING_WORKER));
        } else if path.contains("worker") {
            headers.push(("content-security-policy", WORKER));
        }
    } else if is_document(path) {
        headers.push(("cache-control", "no-store"));
        let policy = match path {
            "viewer.html" => VIEWER,
            "graphiql.html" => GRAPHIQL,
            _ => SHARED,
        };
        headers.push(("content-security-policy", policy));
        if path != "viewer.html" {
            headers.push(("cross-origin-opener-policy", "same-origin"));
            headers.push((
                "permissions-policy",
                "camera=(), microphone=(), geolocation=()",
            ));
        }
    } else {
        headers.push(("cache-control", "no-cache"));
    }
    headers
        .into_iter()
        .map(|(name, value)| (name, HeaderValue::from_static(value)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(path: &str) -> Option<String> {
        of(path)
            .into_iter()
            .find(|(name, _)| *name == "content-security-policy")
            .map(|(_, value)| value.to_str().unwrap().to_owned())
    }

    #[test]
    fn only_the_worker_may_compile_webassembly() {
        assert!(!policy("index.html").unwrap().contains("wasm"));
        assert!(!policy("intern.html").unwrap().contains("wasm"));
        assert!(
            !policy("assets/editor.worker-1a2b.js")
                .unwrap()
                .contains("wasm")
        );
        assert!(
            policy("assets/kdf.worker-1a2b.js")
                .unwrap()
                .contains("wasm-unsafe-eval")
        );
    }

    #[test]
    fn pages_are_never_kept_and_hashed_files_always() {
        let cache = |path: &str| {
            of(path)
                .into_iter()
                .find(|(name, _)| *name == "cache-control")
                .map(|(_, v)| v)
        };
        assert_eq!(cache("index.html").unwrap(), "no-store");
        assert_eq!(cache("assets/index-1a2b.js").unwrap(), FOREVER);
    }
}
