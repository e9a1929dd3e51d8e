//! What the exchange refuses before any referral is asked: the codes of `referral.md` 5.1 and 16.2.

use std::fmt;

use domain::referral::envelope::{EnvelopeFault, EnvelopeRefused};
use domain::referral::jose::Kid;
use domain::referral::jwe::JweRefused;
use domain::referral::keys::{CannotReceive, CertificateRefused, ChainBroken, WrappedRefused};
use domain::referral::recipients::RecipientsRefused;

macro_rules! refused_codes {
    ($( $(#[$doc:meta])* $name:ident = $slug:literal ),+ $(,)?) => {
        /// Why something sent to the exchange is refused; one name in two spellings, `stale-key` in
        /// problems and `STALE_KEY` in GraphQL.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RefusedCode { $( $(#[$doc])* $name ),+ }

        impl RefusedCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code in lower case with hyphens.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),+ }
            }
        }
    };
}

refused_codes! {
    /// More bytes than allowed.
    TooLarge = "too-large",
    /// Not an envelope of the profile.
    EnvelopeMalformed = "envelope-malformed",
    /// The server must not be told this, for this kind of referral.
    FieldNotAllowed = "field-not-allowed",
    /// The legal gate is not open to this sender.
    GateNotAllowed = "gate-not-allowed",
    /// A signature does not hold, or is by a key that is not certified for the sender.
    SignatureInvalid = "signature-invalid",
    /// The kind cannot be sent in this version.
    KindNotOffered = "kind-not-offered",
    /// Not a JWE of the profile.
    JweMalformed = "jwe-malformed",
    /// A header has a member that is not allowed.
    JweHeaderNotAllowed = "jwe-header-not-allowed",
    /// An algorithm that is not allowed.
    JweAlgorithmNotAllowed = "jwe-algorithm-not-allowed",
    /// The header says it belongs somewhere else.
    HeaderContextMismatch = "header-context-mismatch",
    /// The ciphertext has a size that tells something.
    PaddingSizeNotAllowed = "padding-size-not-allowed",
    /// Sealed to a key that was replaced.
    StaleKey = "stale-key",
    /// Sealed to other keys than expected.
    RecipientsMismatch = "recipients-mismatch",
    /// The destination cannot receive this now.
    DestinationCannotReceive = "destination-cannot-receive",
    /// The own organisation cannot send now: not verified, without keys, or its newest key ran out.
    SenderNotReady = "sender-not-ready",
    /// A referral with this id exists.
    IdExists = "id-exists",
    /// Another part has this id.
    PartDiffers = "part-differs",
    /// Announced parts have not arrived.
    PartsMissing = "parts-missing",
    /// The announcement of a key does not follow the chain.
    ChainBroken = "chain-broken",
    /// The certificate does not hold.
    CertificateInvalid = "certificate-invalid",
    /// The endorsement does not hold.
    EndorsementInvalid = "endorsement-invalid",
    /// The grant does not hold, or its proof is not the one inside.
    GrantInvalid = "grant-invalid",
    /// The vault is not one of the profile.
    VaultInvalid = "vault-invalid",
    /// A key that is needed first does not exist.
    KeyMissing = "key-missing",
    /// The same request is being done.
    RequestInProgress = "request-in-progress",
    /// The key of idempotency was used for another request.
    IdempotencyKeyReused = "idempotency-key-reused",
}

impl fmt::Display for RefusedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

/// A refusal: its code, where, and what helps to do it right. Never repeats what was sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code} ({pointer})")]
pub struct Refused {
    /// Which one.
    pub code: RefusedCode,
    /// The member to blame, as a JSON pointer into the request; empty for the whole of it.
    pub pointer: String,
    /// One English sentence, where the code alone is not enough.
    pub detail: Option<String>,
    /// The keys a part has to be sealed to now.
    pub expected_kids: Vec<Kid>,
    /// Why a destination cannot receive.
    pub cannot_receive: Option<CannotReceive>,
}

impl Refused {
    /// A refusal of the whole request.
    pub const fn new(code: RefusedCode) -> Self {
        Self {
            code,
            pointer: String::new(),
            detail: None,
            expected_kids: Vec::new(),
            cannot_receive: None,
        }
    }

    /// The same refusal with the member to blame.
    #[must_use]
    pub fn at(self, pointer: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            ..self
        }
    }

    /// The same refusal with a sentence that explains it.
    #[must_use]
    pub fn because(self, detail: impl fmt::Display) -> Self {
        Self {
            detail: Some(detail.to_string()),
            ..self
        }
    }
}

impl From<EnvelopeRefused> for Refused {
    fn from(refused: EnvelopeRefused) -> Self {
        let code = match refused.fault {
            EnvelopeFault::TooLarge => RefusedCode::TooLarge,
            EnvelopeFault::NotJson
            | EnvelopeFault::Missing
            | EnvelopeFault::TooMuch
            | EnvelopeFault::Malformed => RefusedCode::EnvelopeMalformed,
            EnvelopeFault::FieldNotAllowed => RefusedCode::FieldNotAllowed,
            EnvelopeFault::GateNotAllowed(_) => RefusedCode::GateNotAllowed,
            EnvelopeFault::SignatureInvalid => RefusedCode::SignatureInvalid,
        };
        // what is missing or wrong is named; a name that does not belong there may be anybody's word
        let detail = match refused.fault {
            EnvelopeFault::Missing | EnvelopeFault::Malformed => {
                let member = refused.pointer.trim_start_matches('/').replace('/', ".");
                format!("{}: {member}", refused.fault)
            }
            fault @ (EnvelopeFault::TooLarge
            | EnvelopeFault::NotJson
            | EnvelopeFault::TooMuch
            | EnvelopeFault::FieldNotAllowed
            | EnvelopeFault::GateNotAllowed(_)
            | EnvelopeFault::SignatureInvalid) => fault.to_string(),
        };
        Self::new(code)
            .because(detail)
            .at(format!("/envelope{}", refused.pointer))
    }
}

impl From<RecipientsRefused> for Refused {
    fn from(refused: RecipientsRefused) -> Self {
        let detail = refused.to_string();
        let (code, expected_kids) = match refused {
            RecipientsRefused::StaleKey { expected } => (RefusedCode::StaleKey, expected),
            RecipientsRefused::Mismatch { expected } => (RefusedCode::RecipientsMismatch, expected),
        };
        Self {
            expected_kids,
            ..Self::new(code).because(detail)
        }
    }
}

impl From<JweRefused> for Refused {
    fn from(refused: JweRefused) -> Self {
        let detail = refused.to_string();
        let code = match refused {
            JweRefused::TooLarge => RefusedCode::TooLarge,
            JweRefused::Malformed => RefusedCode::JweMalformed,
            JweRefused::HeaderNotAllowed { .. } => RefusedCode::JweHeaderNotAllowed,
            JweRefused::AlgorithmNotAllowed => RefusedCode::JweAlgorithmNotAllowed,
            JweRefused::ContextMismatch { .. } => RefusedCode::HeaderContextMismatch,
            JweRefused::PaddingSizeNotAllowed => RefusedCode::PaddingSizeNotAllowed,
            JweRefused::Recipients(recipients) => return recipients.into(),
        };
        Self::new(code).because(detail)
    }
}

impl From<CannotReceive> for Refused {
    fn from(reason: CannotReceive) -> Self {
        Self {
            cannot_receive: Some(reason),
            ..Self::new(RefusedCode::DestinationCannotReceive).because(reason)
        }
    }
}

impl From<ChainBroken> for Refused {
    fn from(broken: ChainBroken) -> Self {
        Self::new(RefusedCode::ChainBroken).because(broken)
    }
}

impl From<CertificateRefused> for Refused {
    fn from(refused: CertificateRefused) -> Self {
        Self::new(RefusedCode::CertificateInvalid).because(refused)
    }
}

impl From<WrappedRefused> for Refused {
    fn from(refused: WrappedRefused) -> Self {
        Self::new(RefusedCode::GrantInvalid).because(refused)
    }
}
