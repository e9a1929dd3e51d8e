//! The confidential exchange: a matter is handed, with proof of arrival, to the body that can help.
//!
//! A [`Referral`] moves along one state machine ([`table`]); its verbs say no with a reason. The
//! server reads the [`envelope`] and checks the headers of the encrypted parts ([`jwe`]), never
//! their content. [`keys`] says who can open what, [`policy`] who may do what, [`grants`] who was
//! let in. The sender of a suspicion report learns of the receipt and, where the law says so, of
//! three facts ([`sender_view`]); nothing else, not even by a date or a refusal.

mod aggregate;
mod change;
mod codes;
pub mod envelope;
mod gates;
pub mod grants;
pub mod idempotency;
pub mod jose;
pub mod jwe;
pub mod keys;
mod machine;
pub mod policy;
mod reasons;
pub mod receipt;
pub mod recipients;
pub mod records;
mod reference;
pub mod repo;
pub mod retention;
pub mod sender_view;
mod state;
pub mod table;
pub mod timers;
mod verbs;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use aggregate::{CoSignature, Head, Milestones, OtherChannel, Referral, ReferralParts};
pub use change::{Changed, Doer, Refusal, Step};
pub use codes::{
    AgeBand, Direction, FeedbackVocabulary, Flag, Gate, Kind, PartRole, Profession, Side, Topic,
    Urgency,
};
pub use gates::{GateClosed, SenderMarks, may_use_gate, open_gates};
pub use machine::{Action, EventKind, Guard, State, Who};
pub use reasons::{Channel, DeclineReason, FailReason, HoldReason, KeepReason, Outcome, Problem};
pub use reference::reference;
pub use state::ReferralState;
pub use table::{Denied, Facts, transition};
pub use verbs::{FEEDBACK_BYTES, hold_days};
