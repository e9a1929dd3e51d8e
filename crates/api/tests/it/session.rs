//! Signing in, staying signed in, signing out.

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::house::{Answer, ORIGIN, TestHouse};

const RIGHT: (&str, &str) = ("leo.leitung", "Beispiel-Leo-2026");

async fn sign_in(house: &TestHouse, login: &str, password: &str) -> Answer {
    let body = json!({ "login": login, "password": password });
    house
        .send(TestRequest::post().uri("/api/v1/session").set_json(body))
        .await
}

async fn sign_in_from(house: &TestHouse, from: &str, login: &str, password: &str) -> Answer {
    let body = json!({ "login": login, "password": password });
    let request = TestRequest::post()
        .uri("/api/v1/session")
        .peer_addr(from.parse().unwrap())
        .set_json(body);
    house.send(request).await
}

fn own(request: TestRequest) -> TestRequest {
    request.insert_header(("sec-fetch-site", "same-origin"))
}

async fn look(house: &TestHouse, token: &str) -> Answer {
    let bearer = ("authorization", format!("Bearer {token}"));
    house
        .send(
            TestRequest::get()
                .uri("/api/v1/session")
                .insert_header(bearer),
        )
        .await
}

/// Signs in as the web pages do; gives the two cookies.
async fn with_cookies(house: &TestHouse) -> (String, String) {
    let body = json!({ "login": RIGHT.0, "password": RIGHT.1 });
    let request = own(TestRequest::post().uri("/api/v1/session"))
        .insert_header(("x-session-carrier", "cookie"))
        .set_json(body);
    let answer = house.send(request).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert_eq!(
        answer.json(),
        json!({ "expiresIn": 600 }),
        "cookies carry the token, not the body"
    );
    for cookie in answer.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().unwrap();
        for attribute in ["Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
            assert!(cookie.contains(attribute), "{cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
    (
        answer.cookie("__Host-session").unwrap(),
        answer.cookie("__Host-renew").unwrap(),
    )
}

async fn renew(house: &TestHouse, secret: &str) -> Answer {
    let request = own(TestRequest::post().uri("/api/v1/session/renew"))
        .cookie(Cookie::new("__Host-renew", secret.to_owned()))
        .set_json(json!({}));
    house.send(request).await
}

#[actix_web::test]
async fn a_script_signs_in_and_its_token_tells_who_it_is() {
    let house = TestHouse::demo().await;
    let answer = sign_in(&house, RIGHT.0, RIGHT.1).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert!(answer.headers.get("set-cookie").is_none());
    assert_eq!(answer.json()["expiresIn"], 600);
    let token = answer.json()["accessToken"].as_str().unwrap().to_owned();
    let session = look(&house, &token).await;
    assert_eq!(session.status, StatusCode::OK);
    assert_eq!(session.json()["displayName"], "Leo Leitung-Beispiel");
    assert_eq!(session.json()["expiresAt"], "2026-11-20T16:20:00Z");
}

#[actix_web::test]
async fn every_refused_sign_in_looks_alike() {
    let house = TestHouse::demo().await;
    let without_id = |answer: &Answer| {
        let mut body = answer.json();
        body["requestId"] = Value::Null;
        (answer.status, body)
    };
    let unknown = sign_in(&house, "niemand", RIGHT.1).await;
    let wrong = sign_in(&house, RIGHT.0, "ein anderes Passwort").await;
    assert_eq!(unknown.status, StatusCode::UNAUTHORIZED);
    assert_eq!(without_id(&unknown), without_id(&wrong));
    for at in 0..100 {
        let from = format!("192.0.2.{at}:4711");
        sign_in_from(&house, &from, RIGHT.0, "ein anderes Passwort").await;
    }
    let locked = sign_in(&house, RIGHT.0, RIGHT.1).await;
    assert_eq!(
        without_id(&unknown),
        without_id(&locked),
        "a locked account is not told apart"
    );
    assert!(!locked.text.contains("leo"));
    house.clock.forward(TimeDelta::minutes(16));
    assert_eq!(
        sign_in(&house, RIGHT.0, RIGHT.1).await.status,
        StatusCode::OK
    );
}

#[actix_web::test]
async fn one_address_that_guesses_at_one_login_locks_nobody_out() {
    let house = TestHouse::demo().await;
    let guess = |login| sign_in_from(&house, "192.0.2.7:4711", login, "geraten");
    for _ in 0..10 {
        assert_eq!(guess(RIGHT.0).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(guess("niemand").await.status, StatusCode::UNAUTHORIZED);
    }
    let (known, unknown) = (guess(RIGHT.0).await, guess("niemand").await);
    for braked in [&known, &unknown] {
        assert_eq!(braked.status, StatusCode::TOO_MANY_REQUESTS);
        let seconds: u64 = braked.header("retry-after").unwrap().parse().unwrap();
        assert!((1..=91).contains(&seconds), "{seconds}");
        assert_eq!(braked.json()["retryAfterSeconds"], seconds);
        let told = format!("Bitte warten Sie {seconds} Sekunden.");
        assert_eq!(braked.json()["detail"], told);
    }
    let elsewhere = sign_in_from(&house, "192.0.2.8:4711", RIGHT.0, RIGHT.1).await;
    assert_eq!(elsewhere.status, StatusCode::OK, "{}", elsewhere.text);
}

#[actix_web::test]
async fn whoever_signs_in_often_is_not_braked() {
    let house = TestHouse::demo().await;
    for _ in 0..12 {
        let answer = sign_in_from(&house, "192.0.2.7:4711", RIGHT.0, RIGHT.1).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
}

#[actix_web::test]
async fn a_carrier_that_is_none_is_refused_and_not_taken_for_the_token() {
    let house = TestHouse::demo().await;
    let request = own(TestRequest::post().uri("/api/v1/session"))
        .insert_header(("x-session-carrier", "brieftaube"))
        .set_json(json!({ "login": RIGHT.0, "password": RIGHT.1 }));
    let answer = house.send(request).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let error = &answer.json()["errors"][0];
    assert_eq!(error["pointer"], "/X-Session-Carrier");
    assert_eq!(error["allowed"], "eines von: cookie");
    assert!(!answer.text.contains("brieftaube"));
}

#[actix_web::test]
async fn whoever_guesses_too_often_waits() {
    let house = TestHouse::demo().await;
    let guess = async |at: usize| {
        let body = json!({ "login": format!("niemand{at}"), "password": "geraten" });
        let request = TestRequest::post()
            .uri("/api/v1/session")
            .peer_addr("192.0.2.7:4711".parse().unwrap())
            .set_json(body);
        house.send(request).await
    };
    for at in 0..30 {
        assert_eq!(guess(at).await.status, StatusCode::UNAUTHORIZED);
    }
    let braked = guess(31).await;
    assert_eq!(braked.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(braked.json()["code"], "rate-limited");
    assert!(
        braked
            .header("retry-after")
            .unwrap()
            .parse::<u64>()
            .unwrap()
            <= 31
    );
}

#[actix_web::test]
async fn a_token_expires_and_an_altered_one_was_never_good() {
    let house = TestHouse::demo().await;
    let token = house.token(RIGHT.0).await;
    let mut altered = token.clone();
    altered.replace_range(altered.len() - 4.., "AAAA");
    let refused = look(&house, &altered).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert_eq!(refused.header("www-authenticate"), Some("Bearer"));
    house.clock.forward(TimeDelta::minutes(11));
    assert_eq!(look(&house, &token).await.status, StatusCode::UNAUTHORIZED);
}

#[actix_web::test]
async fn signing_out_ends_the_session_at_once_and_clears_the_browser() {
    let house = TestHouse::demo().await;
    let token = house.token(RIGHT.0).await;
    let bearer = ("authorization", format!("Bearer {token}"));
    let out = house
        .send(
            TestRequest::delete()
                .uri("/api/v1/session")
                .insert_header(bearer),
        )
        .await;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    assert_eq!(
        out.header("clear-site-data"),
        Some("\"cache\", \"storage\"")
    );
    assert_eq!(out.cookie("__Host-session").as_deref(), Some(""));
    assert_eq!(look(&house, &token).await.status, StatusCode::UNAUTHORIZED);
}

#[actix_web::test]
async fn signing_out_everywhere_ends_every_session_of_the_account() {
    let house = TestHouse::demo().await;
    let (here, there) = (house.token(RIGHT.0).await, house.token(RIGHT.0).await);
    let somebody_else = house.token("petra.praxis").await;
    let bearer = ("authorization", format!("Bearer {here}"));
    let out = house
        .send(
            TestRequest::delete()
                .uri("/api/v1/sessions")
                .insert_header(bearer),
        )
        .await;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    assert_eq!(look(&house, &there).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(look(&house, &somebody_else).await.status, StatusCode::OK);
}

#[actix_web::test]
async fn the_cookie_works_from_our_own_pages_only() {
    let house = TestHouse::demo().await;
    let (session, _) = with_cookies(&house).await;
    let ask = async |header: Option<(&'static str, &'static str)>| {
        let mut request = TestRequest::get()
            .uri("/api/v1/session")
            .cookie(Cookie::new("__Host-session", session.clone()));
        if let Some(header) = header {
            request = request.insert_header(header);
        }
        house.send(request).await.status
    };
    assert_eq!(
        ask(Some(("sec-fetch-site", "same-origin"))).await,
        StatusCode::OK
    );
    assert_eq!(ask(Some(("origin", ORIGIN))).await, StatusCode::OK);
    assert_eq!(
        ask(Some(("sec-fetch-site", "cross-site"))).await,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        ask(Some(("origin", "https://anderswo.example"))).await,
        StatusCode::FORBIDDEN
    );
    assert_eq!(ask(None).await, StatusCode::FORBIDDEN);
}

#[actix_web::test]
async fn no_other_site_gets_cookies_by_signing_in() {
    let house = TestHouse::demo().await;
    let request = TestRequest::post()
        .uri("/api/v1/session")
        .insert_header(("x-session-carrier", "cookie"))
        .insert_header(("sec-fetch-site", "cross-site"))
        .set_json(json!({ "login": RIGHT.0, "password": RIGHT.1 }));
    let answer = house.send(request).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.headers.get("set-cookie").is_none());
}

#[actix_web::test]
async fn a_renewal_secret_is_good_once_and_a_stolen_one_ends_the_session() {
    let house = TestHouse::demo().await;
    let (_, first) = with_cookies(&house).await;
    house.clock.forward(TimeDelta::minutes(9));
    let renewed = renew(&house, &first).await;
    assert_eq!(renewed.status, StatusCode::OK);
    let (session, second) = (
        renewed.cookie("__Host-session").unwrap(),
        renewed.cookie("__Host-renew").unwrap(),
    );
    assert_ne!(first, second);
    assert_eq!(renew(&house, &first).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(
        renew(&house, &second).await.status,
        StatusCode::UNAUTHORIZED,
        "it is revoked"
    );
    assert_eq!(
        look(&house, &session).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[actix_web::test]
async fn a_session_that_rests_too_long_cannot_be_renewed() {
    let house = TestHouse::demo().await;
    let (_, secret) = with_cookies(&house).await;
    house.clock.forward(TimeDelta::minutes(41));
    assert_eq!(
        renew(&house, &secret).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[actix_web::test]
async fn a_token_of_the_key_before_is_good_after_a_rotation() {
    let house = TestHouse::demo().await;
    let old = house.token(RIGHT.0).await;
    let published = async || {
        house
            .send(TestRequest::get().uri("/.well-known/jwks.json"))
            .await
            .json()["keys"]
            .clone()
    };
    assert_eq!(published().await.as_array().unwrap().len(), 1);
    house.clock.forward(TimeDelta::seconds(1));
    let (clock, mint) = (&house.faces.house.clock, &house.faces.house.mint);
    let kid = house
        .faces
        .keys
        .rotate(clock.as_ref(), mint.as_ref())
        .unwrap();
    let keys = published().await;
    assert_eq!(keys.as_array().unwrap().len(), 2);
    assert_eq!(keys[0]["kid"], json!(kid));
    assert_eq!(
        (&keys[0]["kty"], &keys[0]["crv"]),
        (&json!("EC"), &json!("P-256"))
    );
    assert!(
        keys[0].get("d").is_none(),
        "a private key is never published"
    );
    assert_eq!(look(&house, &old).await.status, StatusCode::OK);
    assert_eq!(
        look(&house, &house.token(RIGHT.0).await).await.status,
        StatusCode::OK
    );
    house.clock.forward(TimeDelta::days(2));
    house
        .faces
        .keys
        .rotate(clock.as_ref(), mint.as_ref())
        .unwrap();
    assert_eq!(
        published().await.as_array().unwrap().len(),
        2,
        "the oldest is gone"
    );
}

#[actix_web::test]
async fn session_endpoints_are_closed_to_other_origins() {
    let house = TestHouse::demo().await;
    let request = TestRequest::get()
        .uri("/api/v1/session")
        .insert_header(("origin", "https://anderswo.example"));
    let answer = house.send(request).await;
    assert!(answer.headers.get("access-control-allow-origin").is_none());
}
