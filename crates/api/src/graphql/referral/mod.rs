//! The exchange as GraphQL shows it: heads and states in queries, ciphertext through one mutation.

mod acts;
pub(crate) mod case;
mod codes;
mod contents;
mod destination;
mod payload;
mod query;

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};

pub use acts::ReferralMutation;
pub(crate) use case::Colleagues;
pub use case::{
    DueDate, OtherChannel, Referral, ReferralMessage, ReferralPart, ReferralStep, Retention,
};
pub use codes::{
    FeedbackVocabulary, OtherChannelKind, ReferralAction, ReferralBox, ReferralDirection,
    ReferralKind, ReferralOrder, ReferralState, Urgency,
};
pub use contents::{ContentMutation, DraftPayload, PartInput, ReadPartsPayload, SealedContent};
pub use destination::{Destination, KeyLink, MemberCertificate, RecipientKey};
pub use payload::{ReferralError, ReferralErrorCode, ReferralPayload};
pub(crate) use payload::{plainly, refused};
pub(crate) use query::within;
pub use query::{
    ReferralConnection, ReferralDraft, ReferralEdge, ReferralEvent, ReferralEventConnection,
    ReferralFilter, ReferralQuery,
};

/// The mutations that create or move a referral: each needs a key of idempotency.
pub(crate) const ONCE: &[&str] = &[
    "acceptReferral",
    "acknowledgeReferral",
    "assignReferral",
    "coSignCloseReferral",
    "completeReferral",
    "confirmOtherChannelReferral",
    "createReferral",
    "declineReferral",
    "discardReferral",
    "failReferral",
    "giveFeedback",
    "holdReferral",
    "postMessage",
    "redirectReferral",
    "rejectTechnicalReferral",
    "resumeReferral",
    "startReferral",
    "submitReferral",
    "withdrawReferral",
];

/// A sealed text.
#[derive(Debug, Clone)]
pub struct Jwe(pub String);

/// The JSON text of a JWE in general serialisation (RFC 7516), stored and returned byte for byte.
#[Scalar(
    name = "JWE",
    specified_by_url = "https://www.rfc-editor.org/rfc/rfc7516"
)]
impl ScalarType for Jwe {
    fn parse(value: Value) -> InputValueResult<Self> {
        if let Value::String(text) = value {
            Ok(Self(text))
        } else {
            Err(InputValueError::expected_type(value))
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.clone())
    }
}
