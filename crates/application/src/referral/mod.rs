//! The use cases of the exchange: sending, receiving, deciding, answering (`referral.md`).
//!
//! Every act is one unit of work: the case is loaded with what the actor was let into, the policy is
//! asked, the referral's own verb decides, and state, history, deadlines, feed, audit and the key of
//! idempotency are written together or not at all. Refused attempts are counted afterwards.

mod acknowledge;
mod assign;
mod case;
mod create;
mod day;
mod decide;
mod destinations;
mod discard;
mod drafts;
mod events;
mod feedback;
mod find;
mod idempotent;
mod jobs;
mod newcomer;
mod office;
mod other_channel;
mod parts;
mod post_message;
mod read_parts;
mod refused;
mod reject_technical;
mod sender;
mod sender_grant;
mod sight;
mod submit;
mod successor;
mod unit;
mod withdraw;
mod work;

pub use acknowledge::acknowledge;
pub use assign::assign;
pub use create::{GivenPart, create};
pub use decide::{accept, decline, redirect};
pub use destinations::{
    Destination, PublishedCertificate, RecipientKey, destination, destinations,
};
pub use discard::discard;
pub use drafts::{delete_draft, drafts, save_draft};
pub use events::events_after;
pub use feedback::give_feedback;
pub use find::{find, page};
pub use idempotent::{Done, Once, idempotent};
pub use jobs::{delete_outdated, deliver_waiting, discard_stale_announcements, publish_events};
pub use other_channel::confirm_other_channel;
pub use post_message::post_message;
pub use read_parts::{OpenedParts, read_parts};
pub use refused::{Refused, RefusedCode};
pub use reject_technical::reject_technical;
pub use sender_grant::take_sender_grant;
pub use sight::{CaseSight, SightMessage, SightPart, SightStep};
pub use submit::submit;
pub use withdraw::withdraw;
pub use work::{co_sign_close, complete, fail, hold, resume, start};

pub(crate) use destinations::named;
pub(crate) use newcomer::let_in;
pub(crate) use office::Office;
pub(crate) use unit::{Unit, counting_denied};
