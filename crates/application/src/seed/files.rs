//! The texts of `data/`, compiled into the binary: an installation can seed itself without a folder.

/// One data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File<'a> {
    /// Its path inside `data/`.
    pub path: &'a str,
    /// What is in it.
    pub text: &'a str,
}

macro_rules! embedded {
    ($($path:literal),+ $(,)?) => {
        &[$(File { path: $path, text: include_str!(concat!("../../../../data/", $path)) }),+]
    };
}

/// The institutions: one file per district, the state, the country.
pub const NETWORK: &[File<'static>] = embedded![
    "network/13003.toml",
    "network/13004.toml",
    "network/13071.toml",
    "network/13072.toml",
    "network/13073.toml",
    "network/13074.toml",
    "network/13075.toml",
    "network/13076.toml",
    "network/bund.toml",
    "network/land.toml",
];

/// The terms.
pub const TAXONOMIES: &[File<'static>] = embedded![
    "taxonomies/goal.toml",
    "taxonomies/need.toml",
    "taxonomies/organisation_kind.toml",
    "taxonomies/sector.toml",
    "taxonomies/service_kind.toml",
    "taxonomies/target_group.toml",
    "taxonomies/topic.toml",
];

/// Where the facts were read.
pub const SOURCES: File<'static> = File {
    path: "sources/sources.toml",
    text: include_str!("../../../../data/sources/sources.toml"),
};

/// The invented district.
pub const DEMO_NETWORK: File<'static> = File {
    path: "demo/network.toml",
    text: include_str!("../../../../data/demo/network.toml"),
};

/// The people of the invented district.
pub const DEMO_ACCOUNTS: File<'static> = File {
    path: "demo/accounts.toml",
    text: include_str!("../../../../data/demo/accounts.toml"),
};

/// The keys and sealed referrals of the invented district.
pub const DEMO_EXCHANGE: File<'static> = File {
    path: "demo/exchange.json",
    text: include_str!("../../../../data/demo/exchange.json"),
};

/// How the words of the research register map to our terms.
pub const CROSSWALK: File<'static> = File {
    path: "crosswalk/institutions.csv",
    text: include_str!("../../../../data/crosswalk/institutions.csv"),
};

/// Rows of the research register that are not seeded, with the reason.
pub const NOT_SEEDED: File<'static> = File {
    path: "crosswalk/not_seeded.csv",
    text: include_str!("../../../../data/crosswalk/not_seeded.csv"),
};
