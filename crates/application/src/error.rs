//! Why a use case could not do what was asked. Faces turn a [`Failure`] into a problem or a user
//! error through one table (`api::problem`); nothing else of an error reaches a client.

use domain::access::Verdict;
use domain::directory::{InvalidPatch, Service};
use domain::referral::Refusal;
use domain::referral::idempotency::Answer;
use domain::store::StoreError;

use crate::referral::{CaseSight, Refused};

/// A field of the input that holds something not allowed. Never repeats what was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {allowed}", .field.join("."))]
pub struct FieldError {
    /// The path of the field in the input, outermost first.
    pub field: Vec<String>,
    /// What would be allowed, as a sentence.
    pub allowed: String,
}

impl FieldError {
    /// A refusal of one field; of the input as a whole where the path is empty.
    pub fn new(field: &str, allowed: impl Into<String>) -> Self {
        Self {
            field: match field {
                "" => Vec::new(),
                path => path.split('.').map(str::to_owned).collect(),
            },
            allowed: allowed.into(),
        }
    }

    /// The field as a JSON pointer, such as `/place/postcode`.
    pub fn pointer(&self) -> String {
        pointer(&self.field)
    }
}

/// A path in the input as a JSON pointer, such as `/place/postcode`.
pub fn pointer(path: &[String]) -> String {
    path.iter()
        .fold(String::new(), |path, step| path + "/" + step)
}

/// Why a referral said no, and how it stands for whoever asked.
#[derive(Debug, thiserror::Error)]
#[error("{refusal}")]
pub struct ReferralRefusal {
    /// What it said.
    pub refusal: Refusal,
    /// The referral as the actor may see it now.
    pub current: Option<CaseSight>,
}

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It does not exist, or the actor may not know that it does.
    #[error("not found")]
    NotFound,
    /// The actor may know of it, but not do this.
    #[error("forbidden")]
    Forbidden,
    /// Nobody is signed in, and somebody has to be.
    #[error("nobody is signed in")]
    Unauthenticated,
    /// Login or password are wrong, or the account is locked or disabled: one answer for all.
    #[error("sign-in refused")]
    SignInRefused,
    /// Too many attempts; worth trying again after so many seconds.
    #[error("too many attempts")]
    RateLimited {
        /// Seconds to wait.
        retry_after: u64,
    },
    /// The input is not allowed.
    #[error("invalid input: {}", .0.iter().map(FieldError::pointer).collect::<Vec<_>>().join(", "))]
    Invalid(Vec<FieldError>),
    /// Somebody changed the record in the meantime.
    #[error("version conflict")]
    ServiceConflict(Box<Service>),
    /// A referral said no to one of its verbs.
    #[error(transparent)]
    Referral(Box<ReferralRefusal>),
    /// The exchange refused what was sent: an envelope, a part, a key.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// It was done before under the same key; this was answered then.
    #[error("the request was answered before")]
    Replayed(Answer),
    /// Storage failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Failure {
    /// A refusal of one field.
    pub fn invalid(field: &str, allowed: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldError::new(field, allowed)])
    }
}

impl From<InvalidPatch> for Failure {
    fn from(InvalidPatch { field, allowed }: InvalidPatch) -> Self {
        Self::invalid(&format!("patch.{field}"), allowed)
    }
}

/// Turns a verdict into a way on or a failure.
pub trait Enforce {
    /// `Hide` is not found, `Forbid` is forbidden.
    fn enforce(self) -> Result<(), Failure>;
}

impl Enforce for Verdict {
    fn enforce(self) -> Result<(), Failure> {
        match self {
            Self::Allow => Ok(()),
            Self::Forbid => Err(Failure::Forbidden),
            Self::Hide => Err(Failure::NotFound),
        }
    }
}
