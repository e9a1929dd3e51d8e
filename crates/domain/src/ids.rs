//! Typed identifiers: an office id cannot be handed to something that wants a referral id.
//!
//! At every edge an id is spelled with the prefix of its kind (`org_018f…`, 32 hex digits); a bare
//! UUID is accepted too, because that is the id HSDS partners know. Storage sees the bare UUID.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A text that was not an identifier of the expected kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a {expected} id: a UUID or `{expected}_` followed by 32 hexadecimal digits is allowed"
)]
pub struct ParseIdError {
    /// The prefix of the kind of identifier that was wanted.
    pub expected: &'static str,
}

macro_rules! typed_ids {
    ($( $(#[$doc:meta])* $name:ident = $prefix:literal ),+ $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
            #[serde(try_from = "String", into = "String")]
            pub struct $name(Uuid);

            impl $name {
                /// The prefix that marks this kind of identifier in every API.
                pub const PREFIX: &'static str = $prefix;

                /// Wraps a UUID that is already known to name this kind of thing.
                pub const fn from_uuid(raw: Uuid) -> Self {
                    Self(raw)
                }

                /// The bare UUID, for storage and for HSDS.
                pub const fn as_uuid(self) -> Uuid {
                    self.0
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, "{}_{}", Self::PREFIX, self.0.simple())
                }
            }

            impl FromStr for $name {
                type Err = ParseIdError;

                fn from_str(given: &str) -> Result<Self, Self::Err> {
                    let bare = given
                        .strip_prefix(Self::PREFIX)
                        .and_then(|rest| rest.strip_prefix('_'))
                        .unwrap_or(given);
                    Uuid::try_parse(bare)
                        .map(Self)
                        .map_err(|_not_a_uuid| ParseIdError { expected: Self::PREFIX })
                }
            }

            impl TryFrom<String> for $name {
                type Error = ParseIdError;

                fn try_from(given: String) -> Result<Self, Self::Error> {
                    given.parse()
                }
            }

            impl From<$name> for String {
                fn from(id: $name) -> Self {
                    id.to_string()
                }
            }
        )+

        /// The prefixes of all kinds of identifiers, in the order of their declaration.
        pub const PREFIXES: &[&str] = &[$($prefix),+];
    };
}

typed_ids! {
    /// Names one organisation.
    OrganisationId = "org",
    /// Names one service (offer, Angebot).
    ServiceId = "svc",
    /// Names one location.
    LocationId = "loc",
    /// Names the link of a service to a location.
    ServiceAtLocationId = "sal",
    /// Names one contact of an institution.
    ContactId = "con",
    /// Names one telephone entry.
    PhoneId = "pho",
    /// Names one schedule.
    ScheduleId = "sch",
    /// Names one term of a taxonomy.
    TermId = "trm",
    /// Names one source of facts.
    SourceId = "src",
    /// Names one rule of responsibility.
    ResponsibilityId = "rsp",
    /// Names one person's account.
    AccountId = "acc",
    /// Names one membership of an account in an organisation.
    MemberId = "mem",
    /// Names one signed-in session.
    SessionId = "ses",
    /// Names one referral; a random UUID (v4), because a time-ordered one would show when it was written.
    ReferralId = "ref",
    /// Names one encrypted part of a referral.
    PartId = "prt",
    /// Names one message on a referral.
    MessageId = "msg",
    /// Names one event of the change feed or of a referral.
    EventId = "evt",
}

/// The namespace of the ids of imported records whose source id is no UUID.
const IMPORTED: Uuid = Uuid::from_u128(0x7c1d_0a55_5c2b_5d0e_9a63_2f1e_8a04_71d6);

/// The id of a record that a source knows under `source_id`: the same source, table and id give the
/// same UUID (version 5), so that a second import meets the same record.
pub fn imported(source: &str, table: &str, source_id: &str) -> Uuid {
    let namespace = Uuid::new_v5(&IMPORTED, source.as_bytes());
    Uuid::new_v5(&namespace, format!("{table}:{source_id}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_its_own_spelling_and_a_bare_uuid() {
        let id = OrganisationId::from_uuid(Uuid::from_u128(7));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.as_uuid().to_string().parse(), Ok(id));
    }

    #[test]
    fn an_id_of_another_kind_is_refused() {
        let service = ServiceId::from_uuid(Uuid::from_u128(7)).to_string();
        assert_eq!(
            service.parse::<OrganisationId>(),
            Err(ParseIdError { expected: "org" })
        );
    }

    #[test]
    fn no_two_kinds_share_a_prefix() {
        let unique: std::collections::BTreeSet<_> = PREFIXES.iter().collect();
        assert_eq!(unique.len(), PREFIXES.len());
    }

    #[test]
    fn an_imported_record_keeps_its_id() {
        assert_eq!(imported("a", "service", "1"), imported("a", "service", "1"));
        assert_ne!(imported("a", "service", "1"), imported("b", "service", "1"));
    }
}
