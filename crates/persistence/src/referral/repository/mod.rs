//! The repositories of the exchange.

mod drafts;
mod events;
mod grants;
mod idempotency;
mod keys;
mod parts;
mod referrals;

pub(crate) use drafts::SqlDrafts;
pub(crate) use events::SqlReferralEvents;
pub(crate) use grants::SqlCaseGrants;
pub(crate) use idempotency::SqlIdempotency;
pub(crate) use keys::SqlKeys;
pub(crate) use parts::SqlParts;
pub(crate) use referrals::SqlReferrals;
