//! An editor changes the own entry.

use super::*;

async fn my_entry(house: &TestHouse, token: &str) -> (String, i64) {
    let query = "{ myEntries { totalCount nodes { id version } } }";
    let data = house.graphql(query, json!({}), Some(token)).await["data"]["myEntries"].clone();
    assert!(data["totalCount"].as_i64().unwrap() > 0, "{data}");
    let node = &data["nodes"][0];
    (
        node["id"].as_str().unwrap().to_owned(),
        node["version"].as_i64().unwrap(),
    )
}

#[actix_web::test]
async fn an_editor_changes_the_own_entry_and_reads_it_at_once() {
    let house = TestHouse::demo().await;
    let token = house.token("leo.leitung").await;
    let (id, version) = my_entry(&house, &token).await;
    let patch = json!({ "summary": "Wir hören zu.", "phones": [
        { "number": "0385 000 11 22", "purpose": "OFFICE" }], "capacity": null });
    let variables = json!({ "id": id, "version": version, "patch": patch });
    let answer = house.graphql(UPDATE, variables, Some(&token)).await;
    let payload = &answer["data"]["updateService"];
    assert_eq!(payload["userErrors"], json!([]), "{answer}");
    assert_eq!(payload["service"]["version"], version + 1);
    let read = house
        .graphql(
            "query($id: ID!) { service(id: $id) { summary { value } trust { freshness } } }",
            json!({ "id": id }),
            None,
        )
        .await;
    assert_eq!(read["data"]["service"]["summary"]["value"], "Wir hören zu.");
    assert_eq!(read["data"]["service"]["trust"]["freshness"], "CONFIRMED");
}

#[actix_web::test]
async fn an_entry_taken_out_of_use_is_still_there_for_who_edits_it_and_for_nobody_else() {
    let house = TestHouse::demo().await;
    let (editor, other) = (
        house.token("leo.leitung").await,
        house.token("petra.praxis").await,
    );
    let (id, version) = my_entry(&house, &editor).await;
    let update = async |token: &str, version: i64, patch: Value| {
        let variables = json!({ "id": id, "version": version, "patch": patch });
        house.graphql(UPDATE, variables, Some(token)).await["data"]["updateService"].clone()
    };
    let refused = async |token: &str| {
        update(token, version, json!({ "summary": "Fremd" })).await["userErrors"][0]["code"].clone()
    };
    assert_eq!(refused(&other).await, "FORBIDDEN");
    let closed = update(
        &editor,
        version,
        json!({ "status": { "code": "INACTIVE" } }),
    )
    .await;
    assert_eq!(closed["userErrors"], json!([]));

    let query = "query($id: ID!) { service(id: $id) { id } myEntry(id: $id) { status { code } } }";
    let read = async |token: &str| {
        let answer = house.graphql(query, json!({ "id": id }), Some(token)).await;
        (
            answer["data"]["service"].clone(),
            answer["data"]["myEntry"].clone(),
        )
    };
    let inactive = json!({ "status": { "code": "INACTIVE" } });
    assert_eq!(read(&editor).await, (Value::Null, inactive));
    assert_eq!(read(&other).await, (Value::Null, Value::Null));
    assert_eq!(refused(&other).await, "NOT_FOUND");
}

#[actix_web::test]
async fn a_lost_update_is_refused_with_the_entry_as_it_is_now() {
    let house = TestHouse::demo().await;
    let token = house.token("leo.leitung").await;
    let (id, version) = my_entry(&house, &token).await;
    let change = async |summary: &str| {
        let variables = json!({ "id": id, "version": version, "patch": { "summary": summary } });
        house.graphql(UPDATE, variables, Some(&token)).await["data"]["updateService"].clone()
    };
    change("Erste Fassung.").await;
    let refused = change("Zweite Fassung.").await;
    assert_eq!(refused["service"], Value::Null);
    let error = &refused["userErrors"][0];
    assert_eq!(error["code"], "VERSION_CONFLICT");
    assert_eq!(error["current"]["summary"]["value"], "Erste Fassung.");
    assert_eq!(error["current"]["version"], version + 1);
}

#[actix_web::test]
async fn a_wrong_field_of_a_patch_is_named_by_its_path() {
    let house = TestHouse::demo().await;
    let token = house.token("leo.leitung").await;
    let (id, version) = my_entry(&house, &token).await;
    let cases = [
        (
            json!({ "phones": [{ "number": "Durchwahl", "purpose": "OFFICE" }] }),
            json!(["patch", "phones", "0", "number"]),
        ),
        (
            json!({ "hours": [{ "channel": "VISIT", "blocks": [{ "weekday": 8, "start": "09:00", "end": "10:00" }] }] }),
            json!(["patch", "hours", "0", "blocks", "0", "weekday"]),
        ),
        (
            json!({ "website": "javascript:alert(1)" }),
            json!(["patch", "website"]),
        ),
        (
            json!({ "summary": "x".repeat(201) }),
            json!(["patch", "summary"]),
        ),
        (
            json!({ "status": { "code": "TEMPORARILY_CLOSED" } }),
            json!(["patch", "status", "reason"]),
        ),
    ];
    for (patch, field) in cases {
        let variables = json!({ "id": id, "version": version, "patch": patch });
        let answer = house.graphql(UPDATE, variables, Some(&token)).await;
        let error = &answer["data"]["updateService"]["userErrors"][0];
        assert_eq!(
            (&error["code"], &error["field"]),
            (&json!("INVALID"), &field),
            "{answer}"
        );
    }
}

#[actix_web::test]
async fn what_nobody_should_read_is_refused_in_german_and_leaves_the_version() {
    let house = TestHouse::demo().await;
    let token = house.token("leo.leitung").await;
    let (id, version) = my_entry(&house, &token).await;
    let office = json!({ "number": "0385 000 11 22", "purpose": "OFFICE" });
    let cases = [
        (
            json!({ "phones": [{ "number": "112", "purpose": "OFFICE" }] }),
            "phones.0.purpose: ein Notruf (110, 112) hat den Zweck Notruf (EMERGENCY) und ist kein Anschluss einer Stelle",
        ),
        (
            json!({ "phones": vec![office; 500] }),
            "phones: eine Liste hat höchstens 50 Einträge",
        ),
        (
            json!({ "name": "Praxis \u{202e}abc" }),
            "name: ein Text in einer Zeile, ohne Steuerzeichen",
        ),
        (
            json!({ "description": "a\u{7}" }),
            "description: ein Text ohne Steuerzeichen",
        ),
        (
            json!({ "description": "x".repeat(5_001) }),
            "description: eine Beschreibung hat höchstens 5.000 Zeichen",
        ),
        (
            json!({ "summary": "x".repeat(201) }),
            "summary: der kurze Text hat höchstens 200 Zeichen",
        ),
        (
            json!({ "boundaryNote": "x".repeat(1_001) }),
            "boundaryNote: was das Angebot nicht ersetzt: höchstens 1.000 Zeichen",
        ),
        (
            json!({ "name": " " }),
            "name: ein Name hat 1 bis 200 Zeichen",
        ),
        (
            json!({ "capacity": { "status": "FULL", "asOf": "9999-12-31" } }),
            "capacity.asOf: heute oder ein Tag davor",
        ),
        (
            json!({ "capacity": { "status": "FULL", "asOf": "2026-01-01", "waitingTimeDays": -1 } }),
            "capacity.waitingTimeDays: 0 bis 3650 Tage",
        ),
        (
            json!({ "capacity": { "status": "FULL", "asOf": "2026-01-01", "note": "x".repeat(1_001) } }),
            "capacity.note: höchstens 1.000 Zeichen",
        ),
        (
            json!({ "notice": { "text": "Umzug", "validFrom": "2026-12-01", "validTo": "2020-01-01" } }),
            "notice.validTo: der letzte Tag liegt nicht vor dem ersten",
        ),
        (
            json!({ "notice": { "text": "" } }),
            "notice.text: ein Hinweis hat 1 bis 500 Zeichen",
        ),
        (
            json!({ "languages": [{ "code": "xx-bogus-1", "modes": [] }] }),
            "languages.0.code: eine Sprache, die es gibt, mit ihrem Kürzel nach BCP 47, etwa uk oder gsg",
        ),
        (
            json!({ "eligibility": { "ageKnown": true, "ageFromMonths": 36, "ageToMonths": 12 } }),
            "eligibility.ageFromMonths: das erste Alter liegt unter dem letzten",
        ),
        (
            json!({ "cost": { "kind": "PAID", "options": [{ "amountCents": -1 }] } }),
            "cost.options.0.amountCents: ein Betrag ist 0 Cent oder mehr",
        ),
        (
            json!({ "phones": [{ "id": "geheim", "number": "0385 000 11 22", "purpose": "OFFICE" }] }),
            "phones.0.id: die Kennung eines Telefons dieses Angebots",
        ),
    ];
    for (patch, told) in cases {
        let variables = json!({ "id": id, "version": version, "patch": patch });
        let answer = house.graphql(UPDATE, variables, Some(&token)).await;
        let error = &answer["data"]["updateService"]["userErrors"][0];
        let (field, message) = told.split_once(": ").unwrap();
        let path: Vec<_> = std::iter::once("patch").chain(field.split('.')).collect();
        assert_eq!(error["field"], json!(path), "{answer}");
        assert_eq!(error["message"], message, "{answer}");
    }
    let variables = json!({ "id": id, "version": version, "patch": {} });
    let answer = house.graphql(UPDATE, variables, Some(&token)).await;
    let payload = &answer["data"]["updateService"];
    assert_eq!(payload["userErrors"], json!([]), "{answer}");
    assert_eq!(payload["service"]["version"], version, "an empty patch");
}
