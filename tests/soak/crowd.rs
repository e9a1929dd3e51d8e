//! Who asks: people who look for help, and editors who change the entries of their organisation.

use std::sync::Arc;

use anyhow::{Context as _, bail, ensure};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::kit::Server;
use crate::tally::Tally;

/// Editors of the demo and their published passwords, each with entries of their own.
pub(crate) const EDITORS: [(&str, &str); 3] = [
    ("petra.praxis", "Beispiel-Petra-2026"),
    ("leo.leitung", "Beispiel-Leo-2026"),
    ("kim.kontakt", "Beispiel-Kim-2026"),
];

/// How many edits an editor makes before signing in anew: well within the life of a token.
const EDITS_A_SESSION: u32 = 50;

const LOOK: &str = "query($id: ID!) { service(id: $id) { version summary { value } } }";
const EDIT: &str = "mutation($id: ID!, $seen: Int!, $summary: String!) {
    updateService(id: $id, expectedVersion: $seen, patch: { summary: $summary }) {
      service { version } userErrors { code } } }";

/// Somebody who looks for help.
pub(crate) struct Reader {
    server: Arc<Server>,
    turn: usize,
}

/// Somebody who edits one entry that others edit, too.
pub(crate) struct Editor {
    server: Arc<Server>,
    account: (&'static str, &'static str),
    token: String,
    name: usize,
    entry: String,
}

impl Reader {
    /// The reader of this number; each begins with another question.
    pub(crate) fn of(server: &Arc<Server>, number: usize) -> Self {
        Self {
            server: Arc::clone(server),
            turn: number,
        }
    }

    /// Asks one question after the other.
    ///
    /// # Errors
    /// An answer that is not one.
    pub(crate) async fn work(mut self, tally: Arc<Tally>, end: Instant) -> anyhow::Result<()> {
        const LIST: &str = "query($filter: ServiceFilter) { services(filter: $filter, first: 20) {
            totalCount facets { field } nodes { id name { value } openNow { state } } } }";
        const WHO: &str = "query($place: PlaceInput!) { responsible(input: { place: $place,
            topic: CHILD_PROTECTION_REPORT }) { candidates { body { id } } fallback { display } } }";
        let questions = [
            (
                LIST,
                json!({ "filter": { "text": "Beratung", "place": "Rostock" } }),
            ),
            (LIST, json!({ "filter": { "text": "Kinderschuz" } })),
            (LIST, json!({ "filter": { "district": "99001" } })),
            (WHO, json!({ "place": { "postcode": "18181" } })),
            (WHO, json!({ "place": { "placeName": "Demmin" } })),
            ("{ helplines { id openNow { state } } }", json!({})),
        ];
        while Instant::now() < end {
            let (query, variables) = &questions[self.turn % questions.len()];
            let answer = ask(&self.server, None, query, variables).await?;
            ensure!(answer["data"].is_object(), "{answer}");
            tally.read();
            self.turn += 1;
        }
        Ok(())
    }
}

impl Editor {
    /// An editor with the first entry of the account's organisation.
    ///
    /// # Errors
    /// The account has none.
    pub(crate) async fn of(
        server: &Arc<Server>,
        account: (&'static str, &'static str),
        name: usize,
    ) -> anyhow::Result<Self> {
        let token = server.sign_in(account.0, account.1).await;
        let query = "{ myEntries { nodes { id } } }";
        let entries = server.graphql(Some(&token), query, json!({})).await;
        let entry = entries["myEntries"]["nodes"][0]["id"].as_str();
        Ok(Self {
            server: Arc::clone(server),
            account,
            entry: entry.context("an entry of one's own")?.to_owned(),
            token,
            name,
        })
    }

    /// Reads and edits in turns.
    ///
    /// # Errors
    /// An answer that is not one, or a read that does not know an edit of before.
    pub(crate) async fn work(mut self, tally: Arc<Tally>, end: Instant) -> anyhow::Result<()> {
        let mut edits = 0_u32;
        let mut own = 0;
        while Instant::now() < end {
            let seen = self.look().await?;
            tally.read();
            tally.opened(&self.entry, seen);
            ensure!(
                seen >= own,
                "after version {own} of one's own, {seen} was read"
            );
            let said = format!("Person {} sagt zum {edits}. Mal etwas", self.name);
            match self.edit(seen, &said).await? {
                Some(version) => {
                    tally.acknowledged(&self.entry, version, &said)?;
                    own = version;
                }
                None => tally.conflict(),
            }
            edits += 1;
            if edits.is_multiple_of(EDITS_A_SESSION) {
                let (login, password) = self.account;
                self.token = self.server.sign_in(login, password).await;
            }
        }
        Ok(())
    }

    /// The version the entry is in.
    async fn look(&self) -> anyhow::Result<i64> {
        let variables = json!({ "id": self.entry });
        let answer = ask(&self.server, Some(&self.token), LOOK, &variables).await?;
        answer["data"]["service"]["version"]
            .as_i64()
            .with_context(|| answer.to_string())
    }

    /// The version an edit made; nothing when somebody else was first.
    async fn edit(&self, seen: i64, said: &str) -> anyhow::Result<Option<i64>> {
        let variables = json!({ "id": self.entry, "seen": seen, "summary": said });
        let answer = ask(&self.server, Some(&self.token), EDIT, &variables).await?;
        let payload = &answer["data"]["updateService"];
        if payload["userErrors"][0]["code"] == "VERSION_CONFLICT" {
            return Ok(None);
        }
        match payload["service"]["version"].as_i64() {
            Some(version) => Ok(Some(version)),
            None => bail!("{answer}"),
        }
    }
}

/// One question; whatever fails on our side is an error.
async fn ask(
    server: &Server,
    token: Option<&str>,
    query: &str,
    variables: &Value,
) -> anyhow::Result<Value> {
    let mut request = server
        .http
        .post(server.at("/graphql"))
        .json(&json!({ "query": query, "variables": variables }));
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    let answer = request.send().await?;
    let status = answer.status();
    let body: Value = answer.json().await?;
    ensure!(
        status.is_success() && body["errors"].is_null(),
        "{status}: {body}"
    );
    Ok(body)
}
