//! What a mutation of the exchange answers: the referral, or why it was refused.

use application::referral::{CaseSight, idempotent};
use application::{Failure, ReferralRefusal};
use async_graphql::{Context, Enum, SimpleObject};

use super::Referral;
use crate::graphql::context::{Asking, asking};
use crate::graphql::fault::fault;
use crate::problem::{Code, Fault, Problem};

/// What came of an act. An act that changes a case is sent with the header `Idempotency-Key` and done once,
/// however often the same request comes.
#[derive(SimpleObject)]
pub struct ReferralPayload {
    /// The referral after the act; absent when it was refused.
    pub referral: Option<Referral>,
    /// Why it was refused; empty when it was not.
    pub user_errors: Vec<ReferralError>,
}

/// One reason why an act was refused.
#[derive(SimpleObject)]
pub struct ReferralError {
    /// What is wrong.
    pub code: ReferralErrorCode,
    /// The path of the argument, outermost first, such as `["envelope", "destination"]`; absent where
    /// it is about no argument.
    pub field: Option<Vec<String>>,
    /// A sentence for the person, in the language of the request.
    pub message: String,
    /// The referral as it is now, where that helps.
    pub current: Option<Referral>,
}

macro_rules! error_codes {
    ($( $(#[$doc:meta])* $name:ident ),+ $(,)?) => {
        /// Why an act of the exchange may be refused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
        pub enum ReferralErrorCode { $( $(#[$doc])* $name ),+ }

        /// The same codes in the one table; all others are faults.
        const REFUSALS: &[(Code, ReferralErrorCode)] =
            &[$( (Code::$name, ReferralErrorCode::$name) ),+];
    };
}

error_codes! {
    /// An argument holds something not allowed.
    Invalid,
    /// Something happened since the version you named; `current` is how it stands now.
    VersionConflict,
    /// It does not exist, or you may not know that it does.
    NotFound,
    /// You may not do this.
    Forbidden,
    /// It is not possible in the state the referral is in.
    TransitionNotAllowed,
    /// The law gives this sender no more than the receipt.
    FeedbackNotPermitted,
    /// Something that the act needs does not hold yet.
    GuardFailed,
    /// More bytes than allowed.
    TooLarge,
    /// Not an envelope of the profile.
    EnvelopeMalformed,
    /// The server must not be told this.
    FieldNotAllowed,
    /// The legal gate is not open to the sender.
    GateNotAllowed,
    /// A signature does not hold.
    SignatureInvalid,
    /// The kind cannot be sent in this version.
    KindNotOffered,
    /// Not a JWE of the profile.
    JweMalformed,
    /// A header has a member that is not allowed.
    JweHeaderNotAllowed,
    /// An algorithm that is not allowed.
    JweAlgorithmNotAllowed,
    /// The header says it belongs somewhere else.
    HeaderContextMismatch,
    /// The ciphertext has a size that tells something.
    PaddingSizeNotAllowed,
    /// Sealed to a key that was replaced. Seal it anew.
    StaleKey,
    /// Sealed to other keys than expected.
    RecipientsMismatch,
    /// The destination cannot receive this now.
    DestinationCannotReceive,
    /// Your organisation cannot send now.
    SenderNotReady,
    /// A referral with this id exists.
    IdExists,
    /// Another part has this id.
    PartDiffers,
    /// Announced parts have not arrived.
    PartsMissing,
    /// The announcement of a key does not follow the chain.
    ChainBroken,
    /// The certificate does not hold.
    CertificateInvalid,
    /// The endorsement does not hold.
    EndorsementInvalid,
    /// The grant does not hold.
    GrantInvalid,
    /// The vault is not one of the profile.
    VaultInvalid,
    /// A key that is needed first does not exist.
    KeyMissing,
    /// The same request is being done.
    RequestInProgress,
    /// The key of idempotency was used for another request.
    IdempotencyKeyReused,
}

/// A refusal as data; what the person cannot mend is a fault.
pub(crate) fn refused(
    asking: &Asking,
    failure: Failure,
) -> async_graphql::Result<Vec<ReferralError>> {
    if matches!(failure, Failure::Unauthenticated) {
        return Err(fault(failure));
    }
    let (failure, current) = if let Failure::Referral(refusal) = failure {
        let ReferralRefusal { refusal, current } = *refusal;
        let bare = ReferralRefusal {
            refusal,
            current: None,
        };
        (Failure::Referral(Box::new(bare)), current)
    } else {
        (failure, None)
    };
    let problem = Problem::from(failure);
    let known = REFUSALS.iter().find(|(code, _)| *code == problem.code);
    let Some((_, code)) = known else {
        return Err(crate::graphql::fault::error_of(&problem));
    };
    let tongue = problem.tongue(asking.tongue);
    let sentence = problem.code.sentence(tongue);
    let error = |fault: Option<Fault>| ReferralError {
        code: *code,
        message: match &fault {
            Some(fault) => format!("{sentence} {}", fault.told(tongue)),
            None => sentence.to_owned(),
        },
        field: fault
            .map(|fault| fault.field)
            .filter(|path| !path.is_empty()),
        current: None,
    };
    let mut errors: Vec<_> = if problem.fields.is_empty() {
        vec![error(None)]
    } else {
        problem
            .fields
            .into_iter()
            .map(|one| error(Some(one)))
            .collect()
    };
    if let Some(first) = errors.first_mut() {
        first.current = current.map(|sight| Referral::of(sight, asking.now));
    }
    Ok(errors)
}

/// The request without its key of idempotency, for acts that are safe to repeat as they are.
pub(crate) fn plainly(ctx: &Context<'_>) -> application::Context {
    application::Context {
        once: None,
        ..asking(ctx).ctx.clone()
    }
}

/// Runs an act once under the key of the request and answers with the referral after it.
pub(super) async fn act<F>(
    ctx: &Context<'_>,
    act: impl FnOnce(application::Context) -> F + Send,
) -> async_graphql::Result<ReferralPayload>
where
    F: Future<Output = Result<CaseSight, Failure>> + Send,
{
    let asking = asking(ctx);
    if asking.ctx.actor.member().is_none() {
        return Err(fault(Failure::Unauthenticated));
    }
    match idempotent(&plainly(ctx), asking.ctx.once.clone(), act).await {
        Ok(done) => {
            if done.replayed {
                ctx.insert_http_header(crate::graphql::http::REPLAYED, "true");
            }
            Ok(ReferralPayload {
                referral: Some(Referral::of(done.referral, asking.now)),
                user_errors: Vec::new(),
            })
        }
        Err(failure) => Ok(ReferralPayload {
            referral: None,
            user_errors: refused(asking, failure)?,
        }),
    }
}
