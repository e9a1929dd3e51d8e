//! The demo network, asked on behalf of its people.

use std::collections::BTreeMap;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use domain::ids::{MemberId, ReferralId};
use domain::referral::records::Draft;
use serde_json::{Value, json};
use uuid::Uuid;

use super::table::Row;
use crate::house::{FRIDAY, TestHouse};

const LEAD: &str = "leo.leitung";
const SENDER: &str = "petra.praxis";
/// The draft of the sender.
const DRAFT: Uuid = Uuid::from_u128(0x6f2a_3c1e_0d7b_4c55_9a7e_2f8b_8c1d_2e3f);

/// The demo, with the ids that the table asks about.
pub(super) struct Demo {
    house: TestHouse,
    tokens: BTreeMap<String, String>,
    named: Vec<(&'static str, String)>,
    /// How many keys of idempotency were used.
    asked: u128,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

impl Demo {
    pub(super) async fn new() -> Self {
        let mut demo = Self {
            house: TestHouse::demo().await,
            tokens: BTreeMap::new(),
            named: Vec::new(),
            asked: 0,
        };
        let query = "{ myEntries { nodes { id organisation { id } } } keyHealth { member } \
                     referrals(box: INBOX, first: 100) { nodes { id state parts { id } } } }";
        let data = demo.data(query, LEAD).await;
        let entry = &data["myEntries"]["nodes"][0];
        let inbox = data["referrals"]["nodes"].as_array().unwrap();
        let mut ended = inbox.iter().filter(|case| case["state"] == "COMPLETED");
        let (Some(case), None) = (ended.next(), ended.next()) else {
            panic!("the office has not ended exactly one case: {inbox:?}")
        };
        demo.named = vec![
            ("REFERRAL", text(&case["id"])),
            ("PART", text(&case["parts"][0]["id"])),
            ("DRAFT", DRAFT.to_string()),
            ("MEMBER", text(&data["keyHealth"]["member"])),
            ("SERVICE", text(&entry["id"])),
            ("ORGANISATION", text(&entry["organisation"]["id"])),
        ];
        demo.draft().await;
        demo
    }

    /// Puts a draft of the sender there.
    async fn draft(&mut self) {
        let data = self.data("{ keyHealth { member } }", SENDER).await;
        let author: MemberId = data["keyHealth"]["member"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        let draft = Draft {
            id: ReferralId::from_uuid(DRAFT),
            author,
            jwe: "{}".to_owned(),
            changed_at: FRIDAY.parse().unwrap(),
        };
        let store = &self.house.faces.house.store;
        let mut work = store.begin().await.unwrap();
        work.drafts().save(&draft).await.unwrap();
        work.commit().await.unwrap();
    }

    /// Everything that the lead of the office sees of the case.
    pub(super) async fn case(&mut self) -> Value {
        let query = r#"{ referral(id: "@REFERRAL") { version state outcome allowedActions feedbackGiven
            assignee { id } parts { id } messages { id } history { action at } } }"#;
        let query = self.fill(query);
        self.data(&query, LEAD).await["referral"].clone()
    }

    async fn data(&mut self, query: &str, login: &str) -> Value {
        let token = self.token(login).await;
        let answer = self.house.graphql(query, json!({}), Some(&token)).await;
        assert!(answer["errors"].is_null(), "{answer}");
        answer["data"].clone()
    }

    async fn token(&mut self, login: &str) -> String {
        if let Some(token) = self.tokens.get(login) {
            return token.clone();
        }
        let token = self.house.token(login).await;
        self.tokens.insert(login.to_owned(), token.clone());
        token
    }

    fn fill(&self, text: &str) -> String {
        self.named.iter().fold(text.to_owned(), |text, (name, id)| {
            text.replace(&format!("@{name}"), id)
        })
    }

    /// Asks as the table says; answers a code or a number of HTTP.
    pub(super) async fn ask(&mut self, row: &Row, login: Option<&str>) -> String {
        let (how, what) = row.operation.split_once(' ').unwrap();
        let ask = self.fill(row.ask);
        let is_field = how == "query" || how == "mutation";
        let mut request = if is_field {
            let asked = TestRequest::post()
                .uri("/graphql")
                .set_json(json!({ "query": format!("{how} {{ {what}{ask} }}") }));
            if how == "mutation" {
                self.asked += 1;
                let key = Uuid::from_u128(self.asked);
                asked.insert_header(("idempotency-key", format!("\"{key}\"")))
            } else {
                asked
            }
        } else if how == "POST" {
            TestRequest::post()
                .uri(what)
                .insert_header(("content-type", "application/json"))
                .set_payload(ask)
        } else {
            let start = what.split('{').next().unwrap_or_default();
            TestRequest::with_uri(&format!("{start}{ask}")).method(how.parse::<Method>().unwrap())
        };
        if let Some(login) = login {
            let token = self.token(login).await;
            request = request.insert_header(("authorization", format!("Bearer {token}")));
            if how == "DELETE" {
                // the session is over then
                self.tokens.remove(login);
            }
        }
        let answer = self.house.send(request).await;
        if is_field {
            outcome(&answer.json(), what)
        } else {
            answer.status.as_u16().to_string()
        }
    }
}

fn outcome(answer: &Value, field: &str) -> String {
    if let Some(code) = answer["errors"][0]["extensions"]["code"].as_str() {
        return code.to_owned();
    }
    let data = &answer["data"][field];
    if let Some(code) = data["userErrors"][0]["code"].as_str() {
        return code.to_owned();
    }
    match (data, data["totalCount"].as_i64()) {
        (Value::Null, _) => "null".to_owned(),
        (_, Some(total)) if field == "myEntries" => total.to_string(),
        _ => "ok".to_owned(),
    }
}
