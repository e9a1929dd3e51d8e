//! The change feed: what changed, in an order without gaps (`directory.md` 8).

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::{LocationId, OrganisationId, ServiceId};
use crate::text::Malformed;
use crate::time::Version;

/// A place in the feed. Sequence numbers are taken inside the writing transaction from one locked
/// counter row, so they become visible in order. 0 is before the first change.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Cursor(pub i64);

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "c{}", self.0)
    }
}

impl FromStr for Cursor {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        given
            .strip_prefix('c')
            .and_then(|digits| digits.parse::<i64>().ok())
            .filter(|position| *position >= 0)
            .map(Self)
            .ok_or(Malformed {
                allowed: "a cursor is the text an earlier answer gave",
            })
    }
}

/// The kinds of records that appear in the feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// An organisation.
    Organisation,
    /// A service, with where it is given.
    Service,
    /// A location.
    Location,
}

impl EntityKind {
    /// The kind's name in storage and APIs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Service => "service",
            Self::Location => "location",
        }
    }
}

/// Names the record that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntityRef {
    /// An organisation.
    Organisation(OrganisationId),
    /// A service.
    Service(ServiceId),
    /// A location.
    Location(LocationId),
}

impl EntityRef {
    /// The kind of the record.
    pub const fn kind(self) -> EntityKind {
        match self {
            Self::Organisation(_) => EntityKind::Organisation,
            Self::Service(_) => EntityKind::Service,
            Self::Location(_) => EntityKind::Location,
        }
    }

    /// The bare id of the record.
    pub const fn as_uuid(self) -> Uuid {
        match self {
            Self::Organisation(id) => id.as_uuid(),
            Self::Service(id) => id.as_uuid(),
            Self::Location(id) => id.as_uuid(),
        }
    }

    /// The record of this kind with this bare id.
    pub const fn new(kind: EntityKind, id: Uuid) -> Self {
        match kind {
            EntityKind::Organisation => Self::Organisation(OrganisationId::from_uuid(id)),
            EntityKind::Service => Self::Service(ServiceId::from_uuid(id)),
            EntityKind::Location => Self::Location(LocationId::from_uuid(id)),
        }
    }
}

/// What happened to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It was made or changed.
    Upserted,
    /// It was deleted.
    Deleted,
}

impl ChangeKind {
    /// The kind's name in storage and APIs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Upserted => "upserted",
            Self::Deleted => "deleted",
        }
    }
}

/// One row of the feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its place.
    pub cursor: Cursor,
    /// What happened.
    pub kind: ChangeKind,
    /// To which record.
    pub entity: EntityRef,
    /// The record's version after it.
    pub version: Version,
    /// When.
    pub at: DateTime<Utc>,
}
