//! The words and rules of child protection in Schutznetz: pure types, no IO.
//!
//! Read it shelf by shelf: [`territory`] knows places and who answers for them, [`directory`] the
//! organisations, their offers and when they are open, [`referral`] the confidential exchange,
//! [`identity`] the people who sign in, [`audit`] the record of what they did. [`access`] says who
//! is asking, [`store`] and [`ports`] are the doors to everything that is not a rule.

pub mod access;
pub mod audit;
pub mod directory;
pub mod holidays;
pub mod identity;
pub mod ids;
pub mod jcs;
pub mod misfit;
pub mod page;
pub mod ports;
pub mod referral;
pub mod store;
pub mod territory;
pub mod text;
pub mod time;
