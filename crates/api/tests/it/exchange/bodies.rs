//! The bodies of the example, and asking on behalf of their members.

use std::cell::Cell;
use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::directory::{ChangeKind, EntityRef, Organisation};
use domain::identity::{Account, Membership, Secret, Standing};
use domain::ids::{AccountId, MemberId, OrganisationId};
use domain::time::Version;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{example, text};
use crate::house::{Answer, FRIDAY, TestHouse};

const PASSWORD: &str = "Beispiel-Probe-2026";

/// Five minutes after everything in the example was signed.
fn then() -> DateTime<Utc> {
    "2026-12-01T08:05:00Z".parse().unwrap()
}

/// Name, type and value of an argument.
pub(super) type Argument = (&'static str, &'static str, Value);

/// The demo and the bodies of the example.
pub(super) struct Exchange {
    pub(super) house: TestHouse,
    /// How many keys of idempotency were used.
    pub(super) asked: Cell<u128>,
}

impl Exchange {
    /// The demo with the bodies of the example, which have no keys yet.
    pub(super) async fn ready() -> Self {
        let house = TestHouse::demo().await;
        let friday: DateTime<Utc> = FRIDAY.parse().unwrap();
        house.clock.forward(then() - friday);
        let exchange = Self {
            house,
            asked: Cell::new(1),
        };
        exchange
            .found("practice", "medical_practice", Role::Lead)
            .await;
        exchange
            .found("service", "counselling_centre", Role::Lead)
            .await;
        exchange
            .found("verifier", "counselling_centre", Role::Verifier)
            .await;
        exchange
    }

    async fn found(&self, name: &str, kind: &str, role: Role) {
        let example = example();
        let organisation: OrganisationId = text(&example[name], "/organisation").parse().unwrap();
        let member: MemberId = text(&example[name], "/member").parse().unwrap();
        let house = &self.house.faces.house;
        let password_hash = house
            .passwords
            .hash(&Secret::new(PASSWORD.to_owned()))
            .await
            .unwrap();
        let account = AccountId::from_uuid(member.as_uuid());
        let mut work = house.store.begin().await.unwrap();
        let entry = entry(organisation, name, kind);
        work.organisations().save(&entry).await.unwrap();
        let changed = EntityRef::Organisation(organisation);
        work.changes()
            .append(changed, ChangeKind::Upserted, Version::FIRST, then())
            .await
            .unwrap();
        let standing = Standing {
            verified_at: Some(then()),
            receives: ["HELP_REFERRAL".to_owned()].into(),
        };
        work.memberships()
            .save_standing(organisation, &standing)
            .await
            .unwrap();
        work.accounts()
            .save(&Account {
                id: account,
                login: format!("probe.{name}"),
                display_name: format!("Probe {name}"),
                password_hash,
                enabled: true,
                failures: 0,
                locked_until: None,
                created_at: then(),
            })
            .await
            .unwrap();
        work.memberships()
            .save(&Membership {
                id: member,
                account,
                organisation,
                roles: BTreeSet::from([role, Role::Lead]),
                since: then(),
                ended_at: None,
            })
            .await
            .unwrap();
        work.commit().await.unwrap();
    }

    pub(super) async fn sign_in(&self, name: &str) -> String {
        let body = json!({ "login": format!("probe.{name}"), "password": PASSWORD });
        let request = TestRequest::post().uri("/api/v1/session").set_json(body);
        let answer = self.house.send(request).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        text(&answer.json(), "/accessToken").to_owned()
    }

    pub(super) async fn send(
        &self,
        token: &str,
        key: u128,
        query: &str,
        variables: &Value,
    ) -> Answer {
        let request = TestRequest::post()
            .uri("/graphql")
            .insert_header(("accept", "application/graphql-response+json"))
            .insert_header(("authorization", format!("Bearer {token}")))
            .insert_header(("idempotency-key", format!("\"{}\"", Uuid::from_u128(key))))
            .set_json(json!({ "query": query, "variables": variables }));
        self.house.send(request).await
    }

    /// Runs one mutation, which has to go through, and answers its payload.
    pub(super) async fn act(
        &self,
        token: &str,
        field: &str,
        arguments: &[Argument],
        wanted: &str,
    ) -> Value {
        let key = self.asked.replace(self.asked.get() + 1);
        let (query, variables) = mutation(field, arguments, wanted);
        let answer = self.send(token, key, &query, &variables).await.json();
        let payload = answer["data"][field].clone();
        assert_eq!(payload["userErrors"], json!([]), "{field}: {answer}");
        payload
    }

    /// Announces the keys that the example has for a body, and certifies its member.
    pub(super) async fn announce(&self, name: &str) {
        let (token, of) = (self.sign_in(name).await, example()[name].clone());
        let given = |name, place| (name, "String!", json!(text(&of, place)));
        let announcement = given("announcement", "/link/announcement");
        self.act(&token, "announceOrganisationKey", &[announcement], "")
            .await;
        let certificate = given("certificate", "/certificate");
        self.act(&token, "certifyMember", &[certificate], "").await;
    }

    /// Gives a body the keys of the example, and shows each grant to open.
    pub(super) async fn give_keys(&self, name: &str) {
        self.announce(name).await;
        let of = example()[name].clone();
        let proofs = of["proofs"].as_array().unwrap();
        for (grant, proof) in of["grants"].as_array().unwrap().iter().zip(proofs) {
            if text(grant, "/member").starts_with("sheet:") {
                self.give_sheet(name, grant, proof).await;
            } else {
                self.give_member(name, grant, proof).await;
            }
        }
    }

    /// The verifying body vouches for an organisation.
    pub(super) async fn endorse(&self, name: &str) {
        let body = self.sign_in("verifier").await;
        let word = example()[name]["endorsement"].clone();
        let word = [("endorsement", "String!", word)];
        self.act(&body, "endorseOrganisation", &word, "").await;
    }

    async fn give_member(&self, name: &str, grant: &Value, proof: &Value) {
        let token = self.sign_in(name).await;
        let member: MemberId = text(grant, "/member").parse().unwrap();
        let to = ("member", "String!", json!(member.to_string()));
        self.act(&token, "postGrant", &granting(grant, to.clone()), "")
            .await;
        let shown = [epoch(), to, ("proof", "String!", proof.clone())];
        self.act(&token, "proveGrant", &shown, "").await;
    }

    async fn give_sheet(&self, name: &str, grant: &Value, proof: &Value) {
        let token = self.sign_in(name).await;
        let mut posted = granting(grant, ("member", "String!", grant["member"].clone()));
        let jwk = example()[name]["sheet"]["jwk"].to_string();
        posted.push(("sheetKey", "String", json!(jwk)));
        self.act(&token, "postGrant", &posted, "").await;
        // a sheet is tried in another session than the one that printed it
        let later = self.sign_in(name).await;
        let tried = [
            ("no", "Int!", json!(1)),
            ("proof", "String!", proof.clone()),
        ];
        self.act(&later, "verifyRecoverySheet", &tried, "").await;
    }

    pub(super) async fn published(&self, id: &str) -> Answer {
        let path = format!("/api/v1/destinations/{id}/keys");
        self.house.send(TestRequest::get().uri(&path)).await
    }
}

fn entry(id: OrganisationId, name: &str, kind: &str) -> Organisation {
    Organisation {
        demo: true,
        ..Organisation::entered(id, format!("Probe {name}"), kind.parse().unwrap(), then())
    }
}

/// A mutation with its arguments as variables.
pub(super) fn mutation(field: &str, arguments: &[Argument], wanted: &str) -> (String, Value) {
    let declared: Vec<_> = arguments
        .iter()
        .map(|(name, kind, _)| format!("${name}: {kind}"))
        .collect();
    let passed: Vec<_> = arguments
        .iter()
        .map(|(name, _, _)| format!("{name}: ${name}"))
        .collect();
    let query = format!(
        "mutation({}) {{ {field}({}) {{ userErrors {{ code field message }} {wanted} }} }}",
        declared.join(", "),
        passed.join(", "),
    );
    let variables = arguments
        .iter()
        .map(|(name, _, value)| ((*name).to_owned(), value.clone()))
        .collect();
    (query, Value::Object(variables))
}

fn epoch() -> Argument {
    ("epoch", "Int!", json!(1))
}

/// The arguments of `postGrant`.
fn granting(grant: &Value, to: Argument) -> Vec<Argument> {
    vec![
        to,
        epoch(),
        ("grant", "String!", grant["grant"].clone()),
        ("proofDigest", "String!", grant["proofDigest"].clone()),
    ]
}
