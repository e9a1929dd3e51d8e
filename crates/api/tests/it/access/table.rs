//! Every route and every root field, how it is asked and what it answers.

/// One operation and what its callers are answered.
pub(super) struct Row {
    /// `METHOD /path` or `query field` or `mutation field`.
    pub(super) operation: &'static str,
    /// How it is asked: a JSON body, or a selection of the field. `SERVICE` and `ORGANISATION`
    /// stand for ids of the demo, `REFERRAL` for that of a referral nobody has.
    pub(super) ask: &'static str,
    /// The answers to nobody, to a worker, to the directory editor of the organisation.
    pub(super) answers: [&'static str; 3],
}

const fn row(operation: &'static str, ask: &'static str, answers: [&'static str; 3]) -> Row {
    Row {
        operation,
        ask,
        answers,
    }
}

const SIGN_IN: &str = r#"{"login": "niemand", "password": "irgendetwas"}"#;
const RESPONSIBLE: &str = r#"{"place": {"postcode": "19055"}, "topic": "child_protection_report"}"#;

/// Everything that can be asked. What is open to all answers all three alike.
pub(super) const ROWS: &[Row] = &[
    row("DELETE /api/v1/session", "", ["401", "204", "204"]),
    row("DELETE /api/v1/sessions", "", ["401", "204", "204"]),
    row("GET /.well-known/jwks.json", "", ["200", "200", "200"]),
    row("GET /api/v1/attributions", "", ["200", "200", "200"]),
    row(
        "GET /api/v1/destinations/{id}/keys",
        "ORGANISATION/keys",
        ["200", "200", "200"],
    ),
    row(
        "GET /api/v1/directory/organisations/{id}",
        "ORGANISATION",
        ["200", "200", "200"],
    ),
    row(
        "GET /api/v1/directory/services/{id}",
        "SERVICE",
        ["200", "200", "200"],
    ),
    row("GET /api/v1/meta", "", ["200", "200", "200"]),
    row("GET /api/v1/openapi.json", "", ["200", "200", "200"]),
    row("GET /api/v1/session", "", ["401", "200", "200"]),
    row("GET /api/v1/web/settings", "", ["200", "200", "200"]),
    row("GET /problems/{code}", "not-found", ["200", "200", "200"]),
    row("POST /api/v1/directory/search", "{}", ["200", "200", "200"]),
    // the login decides here, not the session; without a cookie nothing can be renewed
    row("POST /api/v1/session", SIGN_IN, ["401", "401", "401"]),
    row("POST /api/v1/session/renew", "{}", ["403", "403", "403"]),
    row(
        "POST /api/v1/territory/responsible",
        RESPONSIBLE,
        ["200", "200", "200"],
    ),
    row(
        "mutation acceptReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation acknowledgeReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, receipt: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation announceOrganisationKey",
        r#"(announcement: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "CHAIN_BROKEN", "CHAIN_BROKEN"],
    ),
    row(
        "mutation assignReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, member: "mem_018f0000000070008000000000000001") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation certifyMember",
        r#"(certificate: "x") { userErrors { code } }"#,
        [
            "UNAUTHENTICATED",
            "CERTIFICATE_INVALID",
            "CERTIFICATE_INVALID",
        ],
    ),
    row(
        "mutation coSignCloseReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation completeReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, outcome: "PROCESSED") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation confirmOtherChannelReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, channel: PHONE, on: "2026-11-20") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation createReferral",
        r#"(envelope: "{}", parts: []) { userErrors { code } }"#,
        [
            "UNAUTHENTICATED",
            "ENVELOPE_MALFORMED",
            "ENVELOPE_MALFORMED",
        ],
    ),
    row(
        "mutation declineReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, reason: "OTHER") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation deleteReferralDraft",
        r#"(id: "REFERRAL") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation discardReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation endorseOrganisation",
        r#"(endorsement: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN"],
    ),
    row(
        "mutation failReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, reason: "NO_SHOW") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation giveFeedback",
        r#"(id: "REFERRAL", part: {id: "018f0000-0000-7000-8000-000000000001", jwe: "{}"}) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation holdReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, reason: "WAITLIST", until: "2026-11-25") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation postGrant",
        r#"(member: "sheet:1", epoch: 1, grant: "x", proofDigest: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "GRANT_INVALID", "GRANT_INVALID"],
    ),
    row(
        "mutation postMessage",
        r#"(id: "REFERRAL", part: {id: "018f0000-0000-7000-8000-000000000001", jwe: "{}"}) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation proveGrant",
        r#"(epoch: 1, member: "mem_018f0000000070008000000000000001", proof: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation readReferralParts",
        r#"(id: "REFERRAL", partIds: ["018f0000-0000-7000-8000-000000000001"]) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation redirectReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, proposedDestination: "ORGANISATION") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation rejectTechnicalReferral",
        r#"(id: "REFERRAL", expectedVersion: 1, problems: ["decrypt_failed"]) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation resumeReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation saveReferralDraft",
        r#"(id: "REFERRAL", jwe: "{}") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "JWE_MALFORMED", "JWE_MALFORMED"],
    ),
    row(
        "mutation saveVault",
        r#"(vault: "{}") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "VAULT_INVALID", "VAULT_INVALID"],
    ),
    row(
        "mutation startReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation submitReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation takeSenderGrant",
        r#"(id: "REFERRAL", reason: "Vertretung") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation updateService",
        r#"(id: "SERVICE", expectedVersion: 1, patch: {}) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "FORBIDDEN", "ok"],
    ),
    row(
        "mutation verifyRecoverySheet",
        r#"(no: 1, proof: "x") { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row(
        "mutation withdrawReferral",
        r#"(id: "REFERRAL", expectedVersion: 1) { userErrors { code } }"#,
        ["UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND"],
    ),
    row("query contactPoints", "{ id }", ["ok", "ok", "ok"]),
    row(
        "query destination",
        r#"(id: "ORGANISATION") { ways }"#,
        ["ok", "ok", "ok"],
    ),
    row(
        "query destinations",
        "(kind: SUSPICION_REPORT) { ways }",
        ["ok", "ok", "ok"],
    ),
    row("query districts", "{ key }", ["ok", "ok", "ok"]),
    row("query helplines", "{ id }", ["ok", "ok", "ok"]),
    row(
        "query keyHealth",
        "{ ways }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row("query meta", "{ version }", ["ok", "ok", "ok"]),
    row(
        "query myEntries",
        "{ totalCount }",
        ["UNAUTHENTICATED", "0", "1"],
    ),
    row(
        "query myEntry",
        r#"(id: "SERVICE") { id }"#,
        ["UNAUTHENTICATED", "null", "ok"],
    ),
    row(
        "query myGrants",
        "{ epoch }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row(
        "query myVault",
        "{ vault }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row(
        "query node",
        r#"(id: "SERVICE") { id }"#,
        ["ok", "ok", "ok"],
    ),
    row(
        "query organisation",
        r#"(id: "ORGANISATION") { id }"#,
        ["ok", "ok", "ok"],
    ),
    row(
        "query organisationMembers",
        "{ id }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row(
        "query organisationsWithKeys",
        "{ id }",
        ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN"],
    ),
    row(
        "query places",
        r#"(startsWith: "Güs") { label }"#,
        ["ok", "ok", "ok"],
    ),
    row(
        "query referral",
        r#"(id: "REFERRAL") { id }"#,
        ["UNAUTHENTICATED", "null", "null"],
    ),
    row(
        "query referralDrafts",
        "{ id }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row(
        "query referralEvents",
        "{ endCursor }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row(
        "query referrals",
        "(box: INBOX) { totalCount }",
        ["UNAUTHENTICATED", "ok", "ok"],
    ),
    row(
        "query responsible",
        r#"(input: {place: {postcode: "19055"}, topic: EARLY_HELP}) { status }"#,
        ["ok", "ok", "ok"],
    ),
    row(
        "query service",
        r#"(id: "SERVICE") { id }"#,
        ["ok", "ok", "ok"],
    ),
    row(
        "query services",
        "(first: 1) { totalCount }",
        ["ok", "ok", "ok"],
    ),
    row(
        "query terms",
        "(taxonomy: TOPIC) { key }",
        ["ok", "ok", "ok"],
    ),
    row("query viewer", "{ id }", ["null", "ok", "ok"]),
];
