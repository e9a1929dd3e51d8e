//! The tables of the exchange.

pub(crate) mod certificate;
pub(crate) mod draft;
pub(crate) mod due;
pub(crate) mod endorsement;
pub(crate) mod event;
pub(crate) mod exclusion;
pub(crate) mod grant;
pub(crate) mod idempotency;
pub(crate) mod key_grant;
pub(crate) mod link;
pub(crate) mod message;
pub(crate) mod part;
pub(crate) mod part_content;
pub(crate) mod referral;
pub(crate) mod sheet;
pub(crate) mod transition;
pub(crate) mod vault;
