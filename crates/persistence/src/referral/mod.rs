//! The referral exchange in tables: state that the server may read, ciphertext that it cannot.

mod lists;
mod repository;
pub(crate) mod row;

pub(crate) use repository::{
    SqlCaseGrants, SqlDrafts, SqlIdempotency, SqlKeys, SqlParts, SqlReferralEvents, SqlReferrals,
};
