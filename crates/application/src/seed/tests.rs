//! The committed data keep what they promise.

mod convert;
mod demo;
mod network;
mod refusals;
mod register;
mod responsible;

use super::format::{OrganisationEntry, ServiceEntry, SourceEntry};
use super::read::{Network, read};

/// The repository's folder `data`.
const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data");

fn the_network() -> Network {
    read().unwrap_or_else(|broken| panic!("{broken}"))
}

fn organisation<'a>(network: &'a Network, key: &str) -> &'a OrganisationEntry {
    let found = network
        .organisations()
        .map(|(_, entry)| entry)
        .find(|entry| entry.key == key);
    found.unwrap_or_else(|| panic!("no organisation {key}"))
}

fn service<'a>(network: &'a Network, key: &str) -> &'a ServiceEntry {
    let mut all = network
        .organisations()
        .flat_map(|(_, entry)| &entry.services);
    all.find(|entry| entry.key == key)
        .unwrap_or_else(|| panic!("no service {key}"))
}

fn date_of(network: &Network, source: Option<&String>, own: Option<&String>) -> String {
    let by_key = |key: &String| {
        network
            .sources
            .iter()
            .find(|entry: &&SourceEntry| entry.key == *key)
    };
    own.cloned()
        .or_else(|| source.and_then(by_key).and_then(SourceEntry::date))
        .unwrap_or_default()
}
