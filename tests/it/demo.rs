//! The demo: its keys and referrals are there after `seed --demo`, however often it was cut off.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::timeout;

use crate::kit::{Engine, Server, Setup};

const BOX: &str = "query ($box: ReferralBox!) {
  referrals(box: $box, first: 50) { nodes { kind state } totalCount }
}";

/// The states in a box, each with how often it stands there.
async fn states(
    server: &Server,
    login: &str,
    password: &str,
    mailbox: &str,
) -> BTreeMap<String, usize> {
    let token = server.sign_in(login, password).await;
    let data = server
        .graphql(Some(&token), BOX, json!({ "box": mailbox }))
        .await;
    let nodes = data["referrals"]["nodes"].as_array().expect("a list");
    let mut found = BTreeMap::new();
    for node in nodes {
        let name = |field: &str| node[field].as_str().expect("a code").to_owned();
        *found
            .entry(format!("{} {}", name("kind"), name("state")))
            .or_default() += 1;
    }
    found
}

fn expected(of: Value) -> BTreeMap<String, usize> {
    serde_json::from_value(of).expect("counts")
}

async fn everything_is_there(server: &Server) {
    let (leo, petra) = (
        ("leo.leitung", "Beispiel-Leo-2026"),
        ("petra.praxis", "Beispiel-Petra-2026"),
    );
    assert_eq!(
        states(server, leo.0, leo.1, "INBOX").await,
        expected(json!({
            "SUSPICION_REPORT COMPLETED": 1,
            "SUSPICION_REPORT ACKNOWLEDGED": 1,
            "SUSPICION_REPORT DELIVERED": 1,
        }))
    );
    // the practice sees of its reports at most that somebody took note
    assert_eq!(
        states(server, petra.0, petra.1, "OUTBOX").await,
        expected(json!({
            "SUSPICION_REPORT ACKNOWLEDGED": 1,
            "SUSPICION_REPORT DELIVERED": 1,
            "HELP_REFERRAL REDIRECTED": 1,
            "HELP_REFERRAL ACCEPTED": 1,
            "HELP_REFERRAL DELIVERED": 1,
        }))
    );
    assert_eq!(
        states(server, petra.0, petra.1, "INBOX").await,
        expected(json!({ "HELP_REFERRAL DECLINED": 1, "HELP_REFERRAL COMPLETED": 1 }))
    );
}

#[tokio::test]
async fn a_seed_that_was_killed_again_and_again_ends_with_the_whole_demo() {
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let setup = Setup::new(engine).with("SCHUTZNETZ__INSTANCE_ID", "demo");
        let mut killed = 0;
        for millis in [400, 900, 1_300, 1_700, 2_100] {
            // what is dropped is killed with -9
            let run = setup.run(&["seed", "--demo"]);
            match timeout(Duration::from_millis(millis), run).await {
                Ok(said) => assert!(said.ok, "{}", said.err),
                Err(_elapsed) => killed += 1,
            }
        }
        assert!(killed > 0, "every seed was faster than its killer");
        setup.done(&["seed", "--demo"]).await;
        let server = setup.serve().await;
        server.ready().await;
        everything_is_there(&server).await;
        assert!(server.stop().await);
        setup.done(&["seed", "--demo"]).await;
        let server = setup.serve().await;
        server.ready().await;
        everything_is_there(&server).await;
    }
}

const OFFICES: &str = "query ($text: String) {
  destinations(kind: SUSPICION_REPORT, text: $text, first: 1) { receives phones { purpose number } }
}";

#[tokio::test]
async fn an_office_that_cannot_receive_tells_its_numbers_and_so_does_one_that_can() {
    let setup = Setup::new(Engine::sqlite()).with("SCHUTZNETZ__INSTANCE_ID", "demo");
    setup.done(&["seed", "--demo"]).await;
    let server = setup.serve().await;
    server.ready().await;
    let token = server.sign_in("petra.praxis", "Beispiel-Petra-2026").await;
    for (name, receives) in [
        ("Jugendamt Beispielkreis", true),
        ("Mecklenburgische Seenplatte", false),
    ] {
        let asked = json!({ "text": name });
        let data = server.graphql(Some(&token), OFFICES, asked).await;
        let office = &data["destinations"][0];
        assert_eq!(office["receives"], receives, "{office}");
        // numbers stand at the offers of an office; those that take reports come first
        assert_eq!(office["phones"][0]["purpose"], "REPORTING", "{office}");
    }
}
