//! Texts to structures, with every reference resolved.

use domain::territory::DistrictKey;
use serde::de::DeserializeOwned;

use super::broken::Broken;
use super::check::{self, Known};
use super::demo::{AccountsFile, Demo};
use super::files::{self, File};
use super::format::{NetworkFile, OrganisationEntry, SourceEntry, SourceFile, TaxonomyFile};

/// A part of the network and the file it stands in.
#[derive(Debug, Clone)]
pub struct Part {
    /// The file's path inside `data/`.
    pub path: String,
    /// What is in it.
    pub file: NetworkFile,
}

/// The seed as it was read: every key it mentions exists.
#[derive(Debug, Clone)]
pub struct Network {
    /// Where the facts were read.
    pub sources: Vec<SourceEntry>,
    /// The terms.
    pub taxonomies: Vec<TaxonomyFile>,
    /// The institutions, file by file.
    pub parts: Vec<Part>,
}

impl Network {
    /// Every organisation with the file it stands in.
    pub fn organisations(&self) -> impl Iterator<Item = (&Part, &OrganisationEntry)> {
        self.parts.iter().flat_map(|part| {
            part.file
                .organisations
                .iter()
                .map(move |entry| (part, entry))
        })
    }

    /// The district keys that files are named after.
    pub fn districts(&self) -> impl Iterator<Item = &DistrictKey> {
        self.parts
            .iter()
            .filter_map(|part| part.file.district.as_ref())
    }
}

/// Reads the facts of the state from the embedded files.
///
/// # Errors
/// The first thing that is wrong, as one line.
pub fn read() -> Result<Network, Broken> {
    read_from(&files::SOURCES, files::TAXONOMIES, files::NETWORK)
}

/// Reads the invented district from the embedded files. Its terms are those of [`read`].
///
/// # Errors
/// The first thing that is wrong, as one line.
pub fn read_demo() -> Result<Demo, Broken> {
    let network = read_from(&files::SOURCES, files::TAXONOMIES, &[files::DEMO_NETWORK])?;
    let accounts: AccountsFile = parse(&files::DEMO_ACCOUNTS)?;
    check::accounts(&network, files::DEMO_ACCOUNTS.path, &accounts)?;
    let file = &files::DEMO_EXCHANGE;
    let exchange = serde_json::from_str(file.text).map_err(|error| Broken {
        file: file.path.to_owned(),
        place: format!("line {}", error.line()),
        found: error.to_string(),
        allowed: "what data/demo/make writes".to_owned(),
    })?;
    Ok(Demo {
        exchange,
        network,
        accounts: accounts.accounts,
        standings: accounts.standings,
    })
}

/// Reads a network from texts and resolves its references.
pub(super) fn read_from(
    sources: &File<'_>,
    taxonomies: &[File<'_>],
    network: &[File<'_>],
) -> Result<Network, Broken> {
    let source_file: SourceFile = parse(sources)?;
    let taxonomies = taxonomies
        .iter()
        .map(|file| Ok((file.path, parse(file)?)))
        .collect::<Result<Vec<_>, Broken>>()?;
    let parts = network
        .iter()
        .map(|file| {
            Ok(Part {
                path: file.path.to_owned(),
                file: parse(file)?,
            })
        })
        .collect::<Result<Vec<_>, Broken>>()?;

    let mut known = Known::default();
    check::sources(&mut known, sources.path, &source_file)?;
    for (path, taxonomy) in &taxonomies {
        check::taxonomy(&mut known, path, taxonomy)?;
    }
    check::network(known, &parts)?;

    Ok(Network {
        sources: source_file.sources,
        taxonomies: taxonomies
            .into_iter()
            .map(|(_, taxonomy)| taxonomy)
            .collect(),
        parts,
    })
}

fn parse<T: DeserializeOwned>(file: &File<'_>) -> Result<T, Broken> {
    toml::from_str(file.text).map_err(|error| Broken::syntax(file.path, file.text, &error))
}
