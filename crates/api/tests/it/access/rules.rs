//! What the table must keep to, and what the sources register.

use std::collections::BTreeSet;

use super::registered::{Registered, Source};
use super::table::{ROWS, Row};
use super::{committed, contract, roots};

/// The places of those who have nothing to do with the case, and of those who have.
const STRANGERS: [usize; 2] = [1, 2];
const LEAD: usize = 3;

fn is_about_the_case(row: &Row) -> bool {
    row.ask.contains("\"@REFERRAL\"")
}

/// Whether an answer is a refusal of the asker, not of what was asked.
fn is_shut(answer: &str) -> bool {
    [
        "UNAUTHENTICATED",
        "FORBIDDEN",
        "NOT_FOUND",
        "null",
        "401",
        "403",
        "404",
    ]
    .contains(&answer)
}

/// Rows about the case that let a stranger in, tell a stranger that there is one, or let nobody in.
fn leaks(rows: &[Row]) -> Vec<String> {
    let mut found = Vec::new();
    for row in rows.iter().filter(|row| is_about_the_case(row)) {
        let hidden = |at: usize| ["NOT_FOUND", "null"].contains(&row.answers[at]);
        if STRANGERS.into_iter().any(|at| !hidden(at)) {
            found.push(format!("{} knows a stranger", row.operation));
        }
        if hidden(LEAD) {
            found.push(format!("{} hides the case from its office", row.operation));
        }
    }
    found
}

/// Root fields that name a referral by its id, drafts aside.
fn about_a_case(sdl: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (root, object) in roots(sdl) {
        for field in object.fields {
            let field = field.node;
            let name = field.name.node.to_string();
            let by_id = field.arguments.iter().any(|one| one.node.name.node == "id");
            let kind = field.ty.node.to_string();
            let of_case = name.contains("Referral") || kind.contains("Referral");
            if (by_id && of_case && !name.contains("Draft")) || name == "referral" {
                all.insert(format!("{root} {name}"));
            }
        }
    }
    all
}

#[test]
fn no_stranger_learns_of_the_case_and_its_office_does_in_every_field() {
    assert_eq!(leaks(ROWS), Vec::<String>::new());
    let asked = ROWS.iter().filter(|row| is_about_the_case(row));
    let asked: BTreeSet<_> = asked.map(|row| row.operation.to_owned()).collect();
    assert_eq!(asked, about_a_case(&api::sdl()));
}

#[test]
fn a_stranger_who_is_let_in_is_found() {
    let row = |answers| Row {
        operation: "mutation eraseReferral",
        ask: "(id: \"@REFERRAL\") { userErrors { code } }",
        answers,
    };
    let (out, none) = ("UNAUTHENTICATED", "NOT_FOUND");
    let good = row([out, none, none, "CONFLICT", "FORBIDDEN", "FORBIDDEN"]);
    assert_eq!(leaks(&[good]), Vec::<String>::new());
    for let_in in ["CONFLICT", "ok", "FORBIDDEN"] {
        let bad = row([out, none, let_in, "CONFLICT", "FORBIDDEN", "FORBIDDEN"]);
        assert_eq!(leaks(&[bad]), ["mutation eraseReferral knows a stranger"]);
    }
    let shut = row([out, none, none, none, "CONFLICT", "FORBIDDEN"]);
    assert_eq!(
        leaks(&[shut]),
        ["mutation eraseReferral hides the case from its office"]
    );
    let sdl = "type Mutation { eraseReferral(id: ID!): Int touch(id: ID!): ReferralPayload dust(id: ID!): Int }";
    let named = ["mutation eraseReferral", "mutation touch"].map(str::to_owned);
    assert_eq!(about_a_case(sdl), named.into());
}

#[test]
fn every_root_field_is_seen_allowed() {
    let fields = ROWS.iter().filter(|row| !row.operation.contains('/'));
    let shut: Vec<_> = fields
        .filter(|row| row.answers.into_iter().all(is_shut))
        .map(|row| row.operation)
        .collect();
    assert_eq!(shut, Vec::<&str>::new());
}

#[test]
fn what_the_sources_register_is_read_and_has_a_row() {
    let faces = Registered::by(&Source::folder("api/src"));
    assert_eq!(faces.unread, Vec::<String>::new());
    let read: BTreeSet<_> = faces.operations.iter().collect();
    let unseen: Vec<_> = contract()
        .into_iter()
        .filter(|one| !read.contains(one))
        .collect();
    assert_eq!(
        unseen,
        Vec::<String>::new(),
        "the reader knows less than the contract"
    );

    let server = Registered::by(&Source::folder("server/src"));
    assert_eq!(server.unread, Vec::<String>::new());
    assert!(server.operations.len() > 3, "{:?}", server.operations);
    let matrix = committed();
    let has_row = |operation: &String| {
        let begins = format!("{operation} ");
        matrix.lines().any(|line| line.starts_with(&begins))
    };
    let all = faces.operations.iter().chain(&server.operations);
    let missing: Vec<_> = all.filter(|operation| !has_row(operation)).collect();
    assert_eq!(
        missing,
        Vec::<&String>::new(),
        "docs/access-matrix.txt has no row"
    );
}

#[test]
fn a_route_is_found_however_it_is_registered() {
    let routes = r#"
        /* .route("/in-a-comment", web::get()) */
        app.service(web::scope("/api").wrap(from_fn(|a| a(')', "(")))
            .service(scope("/cases").service(cases::one).default_service(web::to(nothing_here)))
            .service(web::resource("/acts").route(web::post().to(act)).route(web::put().to(act)))
            .route("/look", web::get().to(look)))
           .service(docs::swagger()) // .service(gone::by)
           .route(metrics::PATH, web::get().to(HttpResponse::Ok))
           .default_service(web::to(pages::serve));
    "#;
    let cases = "#[utoipa::path(tag = \"x\")]\n#[get(\"/{id}\")]\n#[delete(\"/{id}\")]\npub async fn one() {}";
    let docs = "pub fn swagger() -> SwaggerUi { SwaggerUi::new(\"/docs/{_:.*}\") }";
    let metrics = "pub const PATH: &str = \"/metrics\";\n#[cfg(test)]\nmod tests { app.route(\"/t\", web::get()) }";
    let sources = [
        Source::of("routes", routes),
        Source::of("cases", cases),
        Source::of("docs", docs),
        Source::of("metrics", metrics),
    ];
    let found = Registered::by(&sources);
    assert_eq!(found.unread, Vec::<String>::new());
    assert_eq!(
        found.operations,
        [
            "DELETE /api/cases/{id}",
            "GET /",
            "GET /api/cases/{id}",
            "GET /api/look",
            "GET /docs/{_:.*}",
            "GET /metrics",
            "POST /api/acts",
            "PUT /api/acts",
        ]
    );
}

#[test]
fn a_registration_that_cannot_be_read_is_named() {
    for (text, said) in [
        ("app.service(files())", "m: service(files)"),
        (
            "app.service(web::redirect(\"/a\", \"/b\"))",
            "m: service(web::redirect)",
        ),
        ("app.route(PATHS[0], web::get())", "m: a route at \"\""),
        ("app.route(\"/a\", web::route())", "m: a route at \"\""),
        (
            "app.service(web::resource(\"/a\").to(all))",
            "m: a service without a route at \"/a\"",
        ),
        (
            "app.service(scope(name()).route(web::get()))",
            "m: scope with an address that is no text",
        ),
        (
            "#[route(\"/a\", method = \"GET\")] fn a() {}",
            "m: #[route(\"/a\", …)]",
        ),
        (
            "app.service(scope(\"/a\").configure(more))",
            "m: configure within a scope",
        ),
    ] {
        let found = Registered::by(&[Source::of("m", text)]);
        assert_eq!(found.unread, [said], "{text}");
    }
}
