//! What a file must keep beyond its form: references exist, keys are unique, rules of `data/README.md`
//! hold.

mod entries;

use std::collections::{BTreeMap, BTreeSet};

use domain::directory::{Certainty, Taxonomy, TermKey};
use domain::territory::DistrictKey;

use super::broken::Broken;
use super::demo::AccountsFile;
use super::format::{OrganisationEntry, SourceFile, TaxonomyFile};
use super::read::{Network, Part};

/// The keys that may be mentioned.
#[derive(Debug, Default)]
pub(super) struct Known {
    sources: BTreeSet<String>,
    terms: BTreeMap<Taxonomy, BTreeSet<TermKey>>,
    districts: BTreeSet<DistrictKey>,
    organisations: BTreeSet<String>,
    services: BTreeSet<String>,
}

/// A spot in a file, to say where something is wrong.
#[derive(Debug, Clone, Copy)]
struct Spot<'a> {
    file: &'a str,
    organisation: &'a str,
    service: Option<&'a str>,
    own: bool,
}

impl Spot<'_> {
    fn broken(&self, field: &str, found: impl std::fmt::Display, allowed: &str) -> Broken {
        let service = self
            .service
            .map(|key| format!(", service {key}"))
            .unwrap_or_default();
        Broken {
            file: self.file.to_owned(),
            place: format!("organisation {}{service}, {field}", self.organisation),
            found: found.to_string(),
            allowed: allowed.to_owned(),
        }
    }
}

fn once(set: &mut BTreeSet<String>, key: &str) -> bool {
    set.insert(key.to_owned())
}

/// Sources: keys are unique, each has exactly one kind of date.
pub(super) fn sources(known: &mut Known, path: &str, file: &SourceFile) -> Result<(), Broken> {
    for source in &file.sources {
        let broken = |found: &str, allowed: &str| Broken {
            file: path.to_owned(),
            place: format!("source {}", source.key),
            found: found.to_owned(),
            allowed: allowed.to_owned(),
        };
        if !once(&mut known.sources, &source.key) {
            return Err(broken(
                "the key a second time",
                "every source has a key of its own",
            ));
        }
        if source.page_date.is_some() == source.read_on.is_some() {
            return Err(broken(
                "both or none of page_date and read_on",
                "exactly one of them",
            ));
        }
    }
    Ok(())
}

/// A taxonomy: keys are unique, wider terms come first.
pub(super) fn taxonomy(known: &mut Known, path: &str, file: &TaxonomyFile) -> Result<(), Broken> {
    let terms = known.terms.entry(file.taxonomy).or_default();
    for term in &file.terms {
        let broken = |found: String, allowed: &str| Broken {
            file: path.to_owned(),
            place: format!("term {}", term.key),
            found,
            allowed: allowed.to_owned(),
        };
        if let Some(parent) = term
            .parent
            .as_ref()
            .filter(|parent| !terms.contains(*parent))
        {
            return Err(broken(
                format!("parent {parent}"),
                "a term that stands above in the same file",
            ));
        }
        if !terms.insert(term.key.clone()) {
            return Err(broken(
                "the key a second time".to_owned(),
                "every term has a key of its own",
            ));
        }
    }
    Ok(())
}

/// The whole network: first which keys exist, then whether every mention is one of them.
pub(super) fn network(mut known: Known, parts: &[Part]) -> Result<(), Broken> {
    known.districts = parts
        .iter()
        .filter_map(|part| part.file.district.clone())
        .collect();
    for part in parts {
        for entry in &part.file.organisations {
            let spot = spot(part, entry);
            if !once(&mut known.organisations, &entry.key) {
                return Err(spot.broken(
                    "key",
                    "the key a second time",
                    "every organisation has a key of its own",
                ));
            }
            for service in &entry.services {
                if !once(&mut known.services, &service.key) {
                    let found = format!("service {} a second time", service.key);
                    return Err(spot.broken(
                        "service",
                        found,
                        "every service has a key of its own",
                    ));
                }
            }
        }
    }
    for part in parts {
        for entry in &part.file.organisations {
            known.organisation(spot(part, entry), entry)?;
        }
    }
    Ok(())
}

fn spot<'a>(part: &'a Part, entry: &'a OrganisationEntry) -> Spot<'a> {
    Spot {
        file: &part.path,
        organisation: &entry.key,
        service: None,
        own: entry.certainty == Certainty::Own,
    }
}

/// The demo's people: they belong to organisations of the demo, and so do their keys.
pub(super) fn accounts(network: &Network, path: &str, file: &AccountsFile) -> Result<(), Broken> {
    let organisations: BTreeSet<&str> = network
        .organisations()
        .map(|(_, entry)| entry.key.as_str())
        .collect();
    let members: BTreeSet<(&str, &str)> = file
        .accounts
        .iter()
        .map(|account| (account.organisation.as_str(), account.login.as_str()))
        .collect();
    let broken = |place: String, found: &str, allowed: &str| Broken {
        file: path.to_owned(),
        place,
        found: found.to_owned(),
        allowed: allowed.to_owned(),
    };
    for account in &file.accounts {
        let place = || format!("account {}", account.login);
        if !organisations.contains(account.organisation.as_str()) {
            return Err(broken(
                place(),
                &account.organisation,
                "an organisation of data/demo/network.toml",
            ));
        }
        if account.vault_passphrase.split_whitespace().count() < 5 {
            return Err(broken(
                place(),
                "a vault passphrase of fewer than five words",
                "five words or more",
            ));
        }
    }
    for standing in &file.standings {
        let place = || format!("standing {}", standing.organisation);
        if !organisations.contains(standing.organisation.as_str()) {
            return Err(broken(
                place(),
                &standing.organisation,
                "an organisation of data/demo/network.toml",
            ));
        }
        for holder in standing.key_holders.iter().chain(&standing.key_readers) {
            if !members.contains(&(standing.organisation.as_str(), holder.as_str())) {
                return Err(broken(place(), holder, "a member of the same organisation"));
            }
        }
    }
    Ok(())
}
