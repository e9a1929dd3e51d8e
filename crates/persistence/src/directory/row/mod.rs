//! The tables of the directory.

pub(crate) mod change;
pub(crate) mod contact;
pub(crate) mod location;
pub(crate) mod organisation;
pub(crate) mod phone;
pub(crate) mod schedule;
pub(crate) mod service;
pub(crate) mod service_area;
pub(crate) mod service_at_location;
pub(crate) mod source;
pub(crate) mod term;

use serde::Deserialize;
use uuid::Uuid;

/// The kinds of records that own nested rows, as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OwnerKind {
    Organisation,
    Location,
    Service,
    ServiceAtLocation,
    Contact,
    Phone,
}

impl OwnerKind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Location => "location",
            Self::Service => "service",
            Self::ServiceAtLocation => "service_at_location",
            Self::Contact => "contact",
            Self::Phone => "phone",
        }
    }
}

/// Whose a nested row is: the record it is saved with, and the part of the record it belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Belongs {
    pub(crate) record_kind: OwnerKind,
    pub(crate) record_id: Uuid,
    pub(crate) owner_kind: OwnerKind,
    pub(crate) owner_id: Uuid,
}

impl Belongs {
    /// Belongs to the record itself.
    pub(crate) const fn to_record(kind: OwnerKind, id: Uuid) -> Self {
        Self {
            record_kind: kind,
            record_id: id,
            owner_kind: kind,
            owner_id: id,
        }
    }

    /// Belongs to a part of the same record.
    pub(crate) const fn to_part(self, owner_kind: OwnerKind, owner_id: Uuid) -> Self {
        Self {
            owner_kind,
            owner_id,
            ..self
        }
    }
}

/// A place among siblings.
pub(crate) fn position(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX)
}
