//! What a browser sees where no pages are built: the helplines, and where the interfaces are.

use actix_web::HttpResponse;
use actix_web::http::header;

const PAGE: &str = r#"<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>MV-Netz</title></head>
<body>
<main>
<h1>Hilfe am Telefon</h1>
<ul>
<li><a href="tel:112">112</a> Notruf, <a href="tel:110">110</a> Polizei</li>
<li><a href="tel:+498001414007">0800 14 14 007</a> Kinderschutz-Hotline Mecklenburg-Vorpommern, rund um die Uhr, kostenlos</li>
<li><a href="tel:116111">116 111</a> Kinder- und Jugendtelefon, kostenlos, ohne Namen</li>
</ul>
<p>Die Seiten dieses Dienstes sind auf diesem Server nicht eingerichtet.
Für Programme: <a href="/docs/">REST</a>, <code>POST /graphql</code>.</p>
</main>
</body>
</html>
"#;

/// The page itself for the start page, a 404 with the same helplines elsewhere.
pub(super) fn answer(is_start: bool) -> HttpResponse {
    let mut answer = if is_start {
        HttpResponse::Ok()
    } else {
        HttpResponse::NotFound()
    };
    answer
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((
            "content-security-policy",
            "default-src 'none'; frame-ancestors 'none'",
        ))
        .insert_header(("referrer-policy", "no-referrer"))
        .insert_header(("x-content-type-options", "nosniff"))
        .body(PAGE)
}

/// Says to a developer why there is no page to try GraphQL on.
pub(super) fn no_graphiql() -> HttpResponse {
    HttpResponse::NotFound()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(
            "GraphiQL is not bundled: this server has no built pages (npm run build in frontend/). \
             POST /graphql answers all the same.",
        )
}
