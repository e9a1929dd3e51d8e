//! Every route and every root field, how it is asked and what it answers.

use super::CALLERS;

/// One operation and what its callers are answered.
pub(super) struct Row {
    /// `METHOD /path` or `query field` or `mutation field`.
    pub(super) operation: &'static str,
    /// How it is asked: a JSON body, the end of an address, or a selection of the field. `@SERVICE`,
    /// `@ORGANISATION`, `@MEMBER`, `@REFERRAL`, `@PART` and `@DRAFT` stand for ids of the demo.
    pub(super) ask: &'static str,
    /// The answers to the callers, in their order.
    pub(super) answers: [&'static str; CALLERS.len()],
}

const fn row(
    operation: &'static str,
    ask: &'static str,
    answers: [&'static str; CALLERS.len()],
) -> Row {
    Row {
        operation,
        ask,
        answers,
    }
}

/// What is open to all.
const fn all(operation: &'static str, ask: &'static str, answer: &'static str) -> Row {
    row(operation, ask, [answer; CALLERS.len()])
}

/// What whoever is signed in is answered alike.
const fn signed_in(operation: &'static str, ask: &'static str, answer: &'static str) -> Row {
    let mut answers = [answer; CALLERS.len()];
    answers[0] = "UNAUTHENTICATED";
    row(operation, ask, answers)
}

/// What is done about the case, as the lead and the assignee of the office and the sender are answered;
/// for everybody else there is no such case.
const fn case(
    operation: &'static str,
    ask: &'static str,
    [lead, assignee, sender]: [&'static str; 3],
) -> Row {
    let none = "NOT_FOUND";
    let answers = ["UNAUTHENTICATED", none, none, lead, assignee, sender];
    row(operation, ask, answers)
}

const SIGN_IN: &str = r#"{"login": "niemand", "password": "irgendetwas"}"#;
const RESPONSIBLE: &str = r#"{"place": {"postcode": "19055"}, "topic": "child_protection_report"}"#;

/// Everything that can be asked. No act about the case names the version it has, and what is handed in
/// is no good: who is let in is refused for that, and the case stays as it is.
pub(super) const ROWS: &[Row] = &[
    row(
        "DELETE /api/v1/session",
        "",
        ["401", "204", "204", "204", "204", "204"],
    ),
    row(
        "DELETE /api/v1/sessions",
        "",
        ["401", "204", "204", "204", "204", "204"],
    ),
    all("GET /.well-known/jwks.json", "", "200"),
    all("GET /api/v1/attributions", "", "200"),
    all(
        "GET /api/v1/destinations/{id}/keys",
        "@ORGANISATION/keys",
        "200",
    ),
    all(
        "GET /api/v1/directory/organisations/{id}",
        "@ORGANISATION",
        "200",
    ),
    all("GET /api/v1/directory/services/{id}", "@SERVICE", "200"),
    all("GET /api/v1/meta", "", "200"),
    all("GET /api/v1/openapi.json", "", "200"),
    row(
        "GET /api/v1/session",
        "",
        ["401", "200", "200", "200", "200", "200"],
    ),
    all("GET /api/v1/web/settings", "", "200"),
    all("GET /docs", "", "308"),
    all("GET /docs/{_:.*}", "", "200"),
    all("GET /graphql", "?query=%7B__typename%7D", "200"),
    all("GET /problems/{code}", "not-found", "200"),
    all("POST /api/v1/directory/search", "{}", "200"),
    // the login decides here, not the session; without a cookie nothing can be renewed
    all("POST /api/v1/session", SIGN_IN, "401"),
    all("POST /api/v1/session/renew", "{}", "403"),
    all("POST /api/v1/territory/responsible", RESPONSIBLE, "200"),
    all("POST /graphql", r#"{"query": "{ __typename }"}"#, "200"),
    case(
        "mutation acceptReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0) { userErrors { code } }"#,
        ["VERSION_CONFLICT", "FORBIDDEN", "FORBIDDEN"],
    ),
    case(
        "mutation acknowledgeReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0, receipt: "x") { userErrors { code } }"#,
        ["VERSION_CONFLICT", "VERSION_CONFLICT", "FORBIDDEN"],
    ),
    row(
        "mutation announceOrganisationKey",
        r#"(announcement: "x") { userErrors { code } }"#,
        [
            "UNAUTHENTICATED",
            "CHAIN_BROKEN",
            "CHAIN_BROKEN",
            "CHAIN_BROKEN",
            "FORBIDDEN",
            "CHAIN_BROKEN",
        ],
    ),
    case(
        "mutation assignReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0, member: "@MEMBER") { userErrors { code } }"#,
        ["VERSION_CONFLICT", "FORBIDDEN", "FORBIDDEN"],
    ),
    row(
        "mutation certifyMember",
        r#"(certificate: "x") { userErrors { code } }"#,
        [
            "UNAUTHENTICATED",
            "CERTIFICATE_INVALID",
            "CERTIFICATE_INVALID",
            "CERTIFICATE_INVALID",
            "FORBIDDEN",
            "CERTIFICATE_INVALID",
        ],
    ),
    case(
        "mutation coSignCloseReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0) { userErrors { code } }"#,
        ["VERSION_CONFLICT", "VERSION_CONFLICT", "FORBIDDEN"],
    ),
    case(
        "mutation completeReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0, outcome: "PROCESSED") { userErrors { code } }"#,
        ["FORBIDDEN", "VERSION_CONFLICT", "FORBIDDEN"],
    ),
    case(
        "mutation confirmOtherChannelReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0, channel: PHONE, on: "2026-11-20") { userErrors { code } }"#,
        ["FORBIDDEN", "FORBIDDEN", "VERSION_CONFLICT"],
    ),
    signed_in(
        "mutation createReferral",
        r#"(envelope: "{}", parts: []) { userErrors { code } }"#,
        "ENVELOPE_MALFORMED",
    ),
    case(
        "mutation declineReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0, reason: "OTHER") { userErrors { code } }"#,
        ["VERSION_CONFLICT", "VERSION_CONFLICT", "VERSION_CONFLICT"],
    ),
    row(
        "mutation deleteReferralDraft",
        r#"(id: "@DRAFT") { userErrors { code } }"#,
        [
            "UNAUTHENTICATED",
            "NOT_FOUND",
            "NOT_FOUND",
            "NOT_FOUND",
            "NOT_FOUND",
            "ok",
        ],
    ),
    case(
        "mutation discardReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0) { userErrors { code } }"#,
        ["FORBIDDEN", "FORBIDDEN", "VERSION_CONFLICT"],
    ),
    row(
        "mutation endorseOrganisation",
        r#"(endorsement: "x") { userErrors { code } }"#,
        [
            "UNAUTHENTICATED",
            "FORBIDDEN",
            "ENDORSEMENT_INVALID",
            "FORBIDDEN",
            "FORBIDDEN",
            "FORBIDDEN",
        ],
    ),
    case(
        "mutation failReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0, reason: "NO_SHOW") { userErrors { code } }"#,
        ["VERSION_CONFLICT", "VERSION_CONFLICT", "VERSION_CONFLICT"],
    ),
    case(
        "mutation giveFeedback",
        r#"(id: "@REFERRAL", part: {id: "018f0000-0000-7000-8000-000000000001", jwe: "{}"}) { userErrors { code } }"#,
        ["JWE_MALFORMED", "JWE_MALFORMED", "FORBIDDEN"],
    ),
    case(
        "mutation holdReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0, reason: "WAITLIST", until: "2026-11-25") { userErrors { code } }"#,
        ["FORBIDDEN", "VERSION_CONFLICT", "FORBIDDEN"],
    ),
    row(
        "mutation postGrant",
        r#"(member: "sheet:1", epoch: 1, grant: "x", proofDigest: "x") { userErrors { code } }"#,
        [
            "UNAUTHENTICATED",
            "GRANT_INVALID",
            "GRANT_INVALID",
            "GRANT_INVALID",
            "FORBIDDEN",
            "GRANT_INVALID",
        ],
    ),
    case(
        "mutation postMessage",
        r#"(id: "@REFERRAL", part: {id: "018f0000-0000-7000-8000-000000000001", jwe: "{}"}) { userErrors { code } }"#,
        ["JWE_MALFORMED", "JWE_MALFORMED", "JWE_MALFORMED"],
    ),
    row(
        "mutation proveGrant",
        r#"(epoch: 1, member: "@MEMBER", proof: "x") { userErrors { code } }"#,
        [
            "UNAUTHENTICATED",
            "NOT_FOUND",
            "NOT_FOUND",
            "GRANT_INVALID",
            "NOT_FOUND",
            "NOT_FOUND",
        ],
    ),
    case(
        "mutation readReferralParts",
        r#"(id: "@REFERRAL", partIds: ["@PART"]) { userErrors { code } }"#,
        ["ok", "ok", "ok"],
    ),
    case(
        "mutation redirectReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0, proposedDestination: "@ORGANISATION") { userErrors { code } }"#,
        ["VERSION_CONFLICT", "FORBIDDEN", "FORBIDDEN"],
    ),
    case(
        "mutation rejectTechnicalReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0, problems: ["decrypt_failed"]) { userErrors { code } }"#,
        ["VERSION_CONFLICT", "VERSION_CONFLICT", "FORBIDDEN"],
    ),
    case(
        "mutation resumeReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0) { userErrors { code } }"#,
        ["FORBIDDEN", "VERSION_CONFLICT", "FORBIDDEN"],
    ),
    signed_in(
        "mutation saveReferralDraft",
        r#"(id: "@DRAFT", jwe: "{}") { userErrors { code } }"#,
        "JWE_MALFORMED",
    ),
    signed_in(
        "mutation saveVault",
        r#"(vault: "{}") { userErrors { code } }"#,
        "VAULT_INVALID",
    ),
    case(
        "mutation startReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0) { userErrors { code } }"#,
        ["FORBIDDEN", "VERSION_CONFLICT", "FORBIDDEN"],
    ),
    case(
        "mutation submitReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0) { userErrors { code } }"#,
        ["FORBIDDEN", "FORBIDDEN", "VERSION_CONFLICT"],
    ),
    case(
        "mutation takeSenderGrant",
        r#"(id: "@REFERRAL", reason: "Vertretung") { userErrors { code } }"#,
        ["FORBIDDEN", "FORBIDDEN", "ok"],
    ),
    row(
        "mutation updateService",
        r#"(id: "@SERVICE", expectedVersion: 1, patch: {}) { userErrors { code } }"#,
        [
            "UNAUTHENTICATED",
            "FORBIDDEN",
            "FORBIDDEN",
            "ok",
            "FORBIDDEN",
            "FORBIDDEN",
        ],
    ),
    row(
        "mutation verifyRecoverySheet",
        r#"(no: 1, proof: "x") { userErrors { code } }"#,
        [
            "UNAUTHENTICATED",
            "NOT_FOUND",
            "NOT_FOUND",
            "NOT_FOUND",
            "NOT_FOUND",
            "GRANT_INVALID",
        ],
    ),
    case(
        "mutation withdrawReferral",
        r#"(id: "@REFERRAL", expectedVersion: 0) { userErrors { code } }"#,
        ["FORBIDDEN", "FORBIDDEN", "VERSION_CONFLICT"],
    ),
    all("query contactPoints", "{ id }", "ok"),
    all(
        "query destination",
        r#"(id: "@ORGANISATION") { ways }"#,
        "ok",
    ),
    all(
        "query destinations",
        "(kind: SUSPICION_REPORT) { ways }",
        "ok",
    ),
    all("query districts", "{ key }", "ok"),
    all("query helplines", "{ id }", "ok"),
    signed_in("query keyHealth", "{ ways }", "ok"),
    all("query meta", "{ version }", "ok"),
    row(
        "query myEntries",
        "{ totalCount }",
        ["UNAUTHENTICATED", "0", "0", "1", "0", "1"],
    ),
    row(
        "query myEntry",
        r#"(id: "@SERVICE") { id }"#,
        ["UNAUTHENTICATED", "null", "null", "ok", "null", "null"],
    ),
    signed_in("query myGrants", "{ epoch }", "ok"),
    signed_in("query myVault", "{ vault }", "ok"),
    all("query node", r#"(id: "@SERVICE") { id }"#, "ok"),
    all(
        "query organisation",
        r#"(id: "@ORGANISATION") { id }"#,
        "ok",
    ),
    signed_in("query organisationMembers", "{ id }", "ok"),
    row(
        "query organisationsWithKeys",
        "{ id }",
        [
            "UNAUTHENTICATED",
            "FORBIDDEN",
            "ok",
            "FORBIDDEN",
            "FORBIDDEN",
            "FORBIDDEN",
        ],
    ),
    all("query places", r#"(startsWith: "Güs") { label }"#, "ok"),
    row(
        "query referral",
        r#"(id: "@REFERRAL") { id }"#,
        ["UNAUTHENTICATED", "null", "null", "ok", "ok", "ok"],
    ),
    signed_in("query referralDrafts", "{ id }", "ok"),
    signed_in("query referralEvents", "{ endCursor }", "ok"),
    signed_in("query referrals", "(box: INBOX) { totalCount }", "ok"),
    all(
        "query responsible",
        r#"(input: {place: {postcode: "19055"}, topic: EARLY_HELP}) { status }"#,
        "ok",
    ),
    all("query service", r#"(id: "@SERVICE") { id }"#, "ok"),
    all("query services", "(first: 1) { totalCount }", "ok"),
    all("query terms", "(taxonomy: TOPIC) { key }", "ok"),
    row(
        "query viewer",
        "{ id }",
        ["null", "ok", "ok", "ok", "ok", "ok"],
    ),
];
