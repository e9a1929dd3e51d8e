//! The keys and referrals of the demo: what its people did, act by act, as `data/demo/make` wrote it
//! down with the crypto of the pages. The seed does every act again through its use case, at the
//! instant it belongs to, so that nothing is there that the product would refuse.

mod as_told;
mod keys;
mod referrals;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{MemberId, OrganisationId, PartId, ReferralId};
use domain::referral::keys::GrantTarget;
use domain::referral::{DeclineReason, HoldReason, Outcome};
use serde::Deserialize;

pub(super) use as_told::play;

/// `demo/exchange.json`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExchangeFile {
    /// How the file was made.
    #[serde(rename = "_note")]
    pub note: String,
    /// What was done, the oldest act first.
    pub acts: Vec<ActEntry>,
}

/// One act of one person.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActEntry {
    /// The login of who acts.
    #[serde(rename = "as")]
    pub login: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub does: Deed,
}

/// What is done: about keys, or about a referral.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Deed {
    /// Something about keys.
    Keys(KeyDeed),
    /// Something about a referral.
    Referral(ReferralDeed),
}

/// An act about keys, with what is handed in.
#[expect(missing_docs, reason = "the fields are those of the use cases")]
#[derive(Debug, Clone, Deserialize)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum KeyDeed {
    SaveVault {
        vault: String,
    },
    AnnounceKey {
        announcement: String,
    },
    Certify {
        certificate: String,
    },
    PrintSheet {
        number: u32,
        jwk: String,
    },
    Grant {
        to: GrantTarget,
        epoch: u32,
        grant: String,
        proof_digest: String,
    },
    Endorse {
        endorsement: String,
    },
    Prove {
        epoch: u32,
        proof: String,
    },
    TrySheet {
        number: u32,
        proof: String,
    },
}

/// An act about a referral, with what is handed in.
#[expect(missing_docs, reason = "the fields are those of the use cases")]
#[derive(Debug, Clone, Deserialize)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum ReferralDeed {
    Send {
        referral: ReferralId,
        envelope: String,
        parts: Vec<PartEntry>,
    },
    Read {
        referral: ReferralId,
        parts: Vec<PartId>,
    },
    Acknowledge {
        referral: ReferralId,
        receipt: String,
    },
    Accept {
        referral: ReferralId,
    },
    Assign {
        referral: ReferralId,
        member: MemberId,
    },
    Start {
        referral: ReferralId,
    },
    Hold {
        referral: ReferralId,
        reason: HoldReason,
        until: NaiveDate,
    },
    CoSignClose {
        referral: ReferralId,
    },
    Complete {
        referral: ReferralId,
        outcome: Outcome,
    },
    Decline {
        referral: ReferralId,
        reason: DeclineReason,
        decision: PartEntry,
    },
    Redirect {
        referral: ReferralId,
        proposed_destination: OrganisationId,
    },
    Withdraw {
        referral: ReferralId,
    },
    Message {
        referral: ReferralId,
        part: PartEntry,
    },
    Feedback {
        referral: ReferralId,
        part: PartEntry,
    },
}

impl ReferralDeed {
    /// Which referral it is about.
    pub const fn referral(&self) -> ReferralId {
        match self {
            Self::Send { referral, .. }
            | Self::Read { referral, .. }
            | Self::Acknowledge { referral, .. }
            | Self::Accept { referral }
            | Self::Assign { referral, .. }
            | Self::Start { referral }
            | Self::Hold { referral, .. }
            | Self::CoSignClose { referral }
            | Self::Complete { referral, .. }
            | Self::Decline { referral, .. }
            | Self::Redirect { referral, .. }
            | Self::Withdraw { referral }
            | Self::Message { referral, .. }
            | Self::Feedback { referral, .. } => *referral,
        }
    }
}

/// A sealed part.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartEntry {
    /// Its id.
    pub id: PartId,
    /// The JWE, byte for byte.
    pub jwe: String,
}
