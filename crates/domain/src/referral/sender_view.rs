//! What the sender may learn, and what may be said back (`referral.md` 3.4 and 9).
//!
//! § 64 (4) SGB VIII: whoever reports a suspicion learns the receipt and, in some professions,
//! three facts; nothing else, not even that the office accepted, rests or closed the case.

use super::codes::{FeedbackVocabulary, Gate, Kind, Profession};
use super::machine::{EventKind, State};

/// The state as its sender sees it. `acknowledged`: whether the referral ever was, which decides
/// how a purged suspicion report looks.
pub const fn sender_view(kind: Kind, state: State, acknowledged: bool) -> State {
    match kind {
        Kind::SuspicionReport => match state {
            State::Accepted
            | State::InProgress
            | State::OnHold
            | State::Redirected
            | State::Completed => State::Acknowledged,
            State::Purged if acknowledged => State::Acknowledged,
            State::New
            | State::Submitted
            | State::Delivered
            | State::Opened
            | State::Acknowledged
            | State::CancelRequested
            | State::Bounced
            | State::Undeliverable
            | State::Declined
            | State::Failed
            | State::Withdrawn
            | State::Purged => state,
        },
        Kind::HelpReferral | Kind::SelfReferral | Kind::ExpertConsultation | Kind::Handover => {
            state
        }
    }
}

/// Whether the sender's feed carries the event, and the sender's version counts it.
pub const fn sender_learns(kind: Kind, event: EventKind) -> bool {
    match kind {
        Kind::HelpReferral | Kind::SelfReferral | Kind::ExpertConsultation | Kind::Handover => true,
        Kind::SuspicionReport => match event {
            EventKind::Submitted
            | EventKind::Delivered
            | EventKind::Opened
            | EventKind::Acknowledged
            | EventKind::Bounced
            | EventKind::Undeliverable
            | EventKind::Withdrawn
            | EventKind::MessagePosted
            | EventKind::FeedbackGiven => true,
            EventKind::Discarded
            | EventKind::Accepted
            | EventKind::Declined
            | EventKind::Redirected
            | EventKind::Progressed
            | EventKind::CancelRequested
            | EventKind::ConsentRevoked
            | EventKind::Completed
            | EventKind::Failed
            | EventKind::Purged
            | EventKind::Assigned
            | EventKind::RetentionExtended
            | EventKind::BreakGlass => false,
        },
    }
}

/// What may be said back to the sender. § 4 (4) KKG gives the three facts to the professions of
/// § 4 (1) KKG who reported under § 4 (3); everybody else gets the receipt of transport alone.
pub const fn feedback_vocabulary(
    kind: Kind,
    gate: Gate,
    profession: Profession,
) -> FeedbackVocabulary {
    match kind {
        Kind::HelpReferral => FeedbackVocabulary::OutcomeCode,
        Kind::SelfReferral | Kind::ExpertConsultation => FeedbackVocabulary::Dialogue,
        Kind::Handover => FeedbackVocabulary::HandoverStatus,
        Kind::SuspicionReport => {
            if matches!(gate, Gate::Kkg43 | Gate::Kkg43Urgent) && profession.bears_secrets() {
                FeedbackVocabulary::KkgEcho
            } else {
                FeedbackVocabulary::None
            }
        }
    }
}
