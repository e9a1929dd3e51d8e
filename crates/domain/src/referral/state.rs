//! The states of a referral, each with what is true in it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::machine::State;
use super::reasons::{DeclineReason, FailReason, HoldReason, Outcome, Problem};
use crate::ids::{MemberId, OrganisationId, PartId};

/// Where a referral stands, with what is true in that state alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "state",
    rename_all = "SCREAMING_SNAKE_CASE",
    rename_all_fields = "camelCase"
)]
pub enum ReferralState {
    /// Announced; parts are being uploaded.
    New {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Sent off.
    Submitted {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Arrived.
    Delivered {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Fetched.
    Opened {
        /// Since when.
        at: DateTime<Utc>,
        /// Who fetched it first.
        by: MemberId,
    },
    /// A human took note.
    Acknowledged {
        /// Since when.
        at: DateTime<Utc>,
        /// Who took note.
        by: MemberId,
    },
    /// Taken on.
    Accepted {
        /// Since when.
        at: DateTime<Utc>,
        /// Who decided.
        by: MemberId,
    },
    /// Being worked on.
    InProgress {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Resting.
    OnHold {
        /// Since when.
        at: DateTime<Utc>,
        /// Why.
        reason: HoldReason,
        /// Until when; `None` only while a revoked consent waits for its answer.
        until: Option<DateTime<Utc>>,
    },
    /// The sender asked for it back.
    CancelRequested {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Not deliverable for a technical reason.
    Bounced {
        /// Since when.
        at: DateTime<Utc>,
        /// What went wrong; empty when the destination lost its keys.
        problems: BTreeSet<Problem>,
    },
    /// Never fetched.
    Undeliverable {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Not taken on.
    Declined {
        /// Since when.
        at: DateTime<Utc>,
        /// Who decided.
        by: MemberId,
        /// Why.
        reason: DeclineReason,
        /// The encrypted text beside the code.
        decision_part: Option<PartId>,
    },
    /// Sent on.
    Redirected {
        /// Since when.
        at: DateTime<Utc>,
        /// Who decided.
        by: MemberId,
        /// Where the sender is asked to send it.
        proposed: OrganisationId,
    },
    /// Done.
    Completed {
        /// Since when.
        at: DateTime<Utc>,
        /// Who ended it.
        by: MemberId,
        /// How it ended.
        outcome: Outcome,
    },
    /// Came to nothing.
    Failed {
        /// Since when.
        at: DateTime<Utc>,
        /// Who ended it.
        by: MemberId,
        /// Why.
        reason: FailReason,
    },
    /// Taken back.
    Withdrawn {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Deleted.
    Purged {
        /// Since when.
        at: DateTime<Utc>,
    },
}

impl ReferralState {
    /// The state's name in the machine.
    pub const fn name(&self) -> State {
        match self {
            Self::New { .. } => State::New,
            Self::Submitted { .. } => State::Submitted,
            Self::Delivered { .. } => State::Delivered,
            Self::Opened { .. } => State::Opened,
            Self::Acknowledged { .. } => State::Acknowledged,
            Self::Accepted { .. } => State::Accepted,
            Self::InProgress { .. } => State::InProgress,
            Self::OnHold { .. } => State::OnHold,
            Self::CancelRequested { .. } => State::CancelRequested,
            Self::Bounced { .. } => State::Bounced,
            Self::Undeliverable { .. } => State::Undeliverable,
            Self::Declined { .. } => State::Declined,
            Self::Redirected { .. } => State::Redirected,
            Self::Completed { .. } => State::Completed,
            Self::Failed { .. } => State::Failed,
            Self::Withdrawn { .. } => State::Withdrawn,
            Self::Purged { .. } => State::Purged,
        }
    }

    /// Since when the referral stands here.
    pub const fn since(&self) -> DateTime<Utc> {
        match self {
            Self::New { at }
            | Self::Submitted { at }
            | Self::Delivered { at }
            | Self::Opened { at, .. }
            | Self::Acknowledged { at, .. }
            | Self::Accepted { at, .. }
            | Self::InProgress { at }
            | Self::OnHold { at, .. }
            | Self::CancelRequested { at }
            | Self::Bounced { at, .. }
            | Self::Undeliverable { at }
            | Self::Declined { at, .. }
            | Self::Redirected { at, .. }
            | Self::Completed { at, .. }
            | Self::Failed { at, .. }
            | Self::Withdrawn { at }
            | Self::Purged { at } => *at,
        }
    }
}
