//! What the crowd was told, kept to be compared with what the service says in the end.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context as _, ensure};
use serde_json::json;

use crate::kit::Server;

/// The edits of one entry that were acknowledged: which version each made, and what it said.
#[derive(Debug, Default)]
struct Entry {
    first_seen: i64,
    acknowledged: BTreeMap<i64, String>,
}

/// Everything that was told.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    entries: Mutex<BTreeMap<String, Entry>>,
    reads: AtomicU64,
    conflicts: AtomicU64,
}

impl Tally {
    /// An answer was read.
    pub(crate) fn read(&self) {
        self.reads.fetch_add(1, Ordering::Relaxed);
    }

    /// An edit was refused because somebody else was first.
    pub(crate) fn conflict(&self) {
        self.conflicts.fetch_add(1, Ordering::Relaxed);
    }

    /// An editor begins with an entry in this version.
    pub(crate) fn opened(&self, entry: &str, version: i64) {
        let mut entries = self.entries.lock().expect("nobody panics with it");
        let known = entries.entry(entry.to_owned()).or_insert_with(|| Entry {
            first_seen: version,
            ..Entry::default()
        });
        known.first_seen = known.first_seen.min(version);
    }

    /// An edit was acknowledged.
    ///
    /// # Errors
    /// Another edit was told that it made the same version.
    pub(crate) fn acknowledged(&self, entry: &str, version: i64, said: &str) -> anyhow::Result<()> {
        let mut entries = self.entries.lock().expect("nobody panics with it");
        let known = entries.get_mut(entry).context("an entry that was opened")?;
        let other = known.acknowledged.insert(version, said.to_owned());
        ensure!(
            other.is_none(),
            "two edits were told that they made version {version} of {entry}"
        );
        Ok(())
    }

    /// Compares what was acknowledged with what is there.
    ///
    /// # Errors
    /// An edit was lost.
    pub(crate) async fn check(&self, server: &Server) -> anyhow::Result<()> {
        let entries = std::mem::take(&mut *self.entries.lock().expect("nobody panics with it"));
        ensure!(!entries.is_empty(), "nobody edited anything");
        for (
            entry,
            Entry {
                first_seen,
                acknowledged,
            },
        ) in &entries
        {
            let (last, said) = acknowledged.last_key_value().context("no edit was taken")?;
            let made = i64::try_from(acknowledged.len())?;
            ensure!(
                first_seen + made == *last,
                "{made} edits of {entry} were acknowledged, from version {first_seen} to {last}"
            );
            let query = "query($id: ID!) { service(id: $id) { version summary { value } } }";
            let found = server.graphql(None, query, json!({ "id": entry })).await;
            ensure!(
                found["service"]["version"] == json!(last),
                "{entry}: {found}"
            );
            let there = found["service"]["summary"]["value"].as_str();
            ensure!(there == Some(said.as_str()), "{entry}: {found}");
        }
        *self.entries.lock().expect("nobody panics with it") = entries;
        Ok(())
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries = self.entries.lock().expect("nobody panics with it");
        let edits: usize = entries.values().map(|one| one.acknowledged.len()).sum();
        write!(
            f,
            "{} reads, {edits} edits of {} entries, {} refused because somebody was first",
            self.reads.load(Ordering::Relaxed),
            entries.len(),
            self.conflicts.load(Ordering::Relaxed),
        )
    }
}
