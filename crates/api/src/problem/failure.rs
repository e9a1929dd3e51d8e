//! What each failure of a use case is called.

use application::referral::{Refused, RefusedCode};
use application::{Failure, FieldError, ReferralRefusal};
use domain::referral::Refusal;

use super::guards::needed;
use super::{Code, Fault, Problem};

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotFound => Code::NotFound.into(),
            Failure::Forbidden => Code::Forbidden.into(),
            Failure::Unauthenticated => Code::Unauthenticated.into(),
            Failure::SignInRefused => Code::SignInRefused.into(),
            Failure::RateLimited { retry_after } => Self::wait(retry_after),
            Failure::Invalid(fields) => Self {
                fields: fields.into_iter().map(Fault::from).collect(),
                ..Code::Invalid.into()
            },
            Failure::ServiceConflict(current) => Self {
                current_version: Some(current.version.0),
                ..Code::VersionConflict.into()
            },
            Failure::Referral(refusal) => (*refusal).into(),
            Failure::Refused(refused) => refused.into(),
            // whoever repeats an act safely answers it from the act itself
            Failure::Replayed(_) => Code::RequestInProgress.into(),
            Failure::Store(error) if error.is_out_of_reach() => Self::unavailable(&error),
            Failure::Store(error) => Self::internal(&error, "storage failed"),
        }
    }
}

impl From<ReferralRefusal> for Problem {
    fn from(ReferralRefusal { refusal, .. }: ReferralRefusal) -> Self {
        match refusal {
            Refusal::VersionConflict { current } => Self {
                current_version: Some(current.0),
                ..Code::VersionConflict.into()
            },
            // what is possible stands in the referral that is answered along
            Refusal::NotAllowed { allowed: _ } => Code::TransitionNotAllowed.into(),
            Refusal::NotYours => Code::Forbidden.into(),
            Refusal::FeedbackNotPermitted => Code::FeedbackNotPermitted.into(),
            Refusal::GuardFailed(guards) => Self {
                fields: guards.into_iter().map(needed).collect(),
                ..Code::GuardFailed.into()
            },
        }
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        let pointer = refused.pointer.trim_start_matches('/').replace('/', ".");
        let fields = refused
            .detail
            .map(|detail| FieldError::new(&pointer, detail).into());
        Self {
            fields: fields.into_iter().collect(),
            ..Code::from(refused.code).into()
        }
    }
}

impl From<RefusedCode> for Code {
    fn from(code: RefusedCode) -> Self {
        match code {
            RefusedCode::TooLarge => Self::TooLarge,
            RefusedCode::EnvelopeMalformed => Self::EnvelopeMalformed,
            RefusedCode::FieldNotAllowed => Self::FieldNotAllowed,
            RefusedCode::GateNotAllowed => Self::GateNotAllowed,
            RefusedCode::SignatureInvalid => Self::SignatureInvalid,
            RefusedCode::KindNotOffered => Self::KindNotOffered,
            RefusedCode::JweMalformed => Self::JweMalformed,
            RefusedCode::JweHeaderNotAllowed => Self::JweHeaderNotAllowed,
            RefusedCode::JweAlgorithmNotAllowed => Self::JweAlgorithmNotAllowed,
            RefusedCode::HeaderContextMismatch => Self::HeaderContextMismatch,
            RefusedCode::PaddingSizeNotAllowed => Self::PaddingSizeNotAllowed,
            RefusedCode::StaleKey => Self::StaleKey,
            RefusedCode::RecipientsMismatch => Self::RecipientsMismatch,
            RefusedCode::DestinationCannotReceive => Self::DestinationCannotReceive,
            RefusedCode::SenderNotReady => Self::SenderNotReady,
            RefusedCode::IdExists => Self::IdExists,
            RefusedCode::PartDiffers => Self::PartDiffers,
            RefusedCode::PartsMissing => Self::PartsMissing,
            RefusedCode::ChainBroken => Self::ChainBroken,
            RefusedCode::CertificateInvalid => Self::CertificateInvalid,
            RefusedCode::EndorsementInvalid => Self::EndorsementInvalid,
            RefusedCode::GrantInvalid => Self::GrantInvalid,
            RefusedCode::VaultInvalid => Self::VaultInvalid,
            RefusedCode::KeyMissing => Self::KeyMissing,
            RefusedCode::RequestInProgress => Self::RequestInProgress,
            RefusedCode::IdempotencyKeyReused => Self::IdempotencyKeyReused,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_of_the_exchange_keeps_its_name() {
        for code in RefusedCode::ALL {
            assert_eq!(Code::from(*code).slug(), code.slug());
        }
    }

    #[test]
    fn an_internal_error_shows_nothing_of_its_cause() {
        let failure = Failure::Store(domain::store::StoreError {
            doing: "saving a service",
            source: Box::new(std::io::Error::other("table service_secret is locked")),
        });
        let document = serde_json::to_string(&Problem::from(failure).document()).unwrap();
        assert!(document.contains(r#""code":"internal""#));
        assert!(!document.contains("locked") && !document.contains("saving"));
    }

    #[test]
    fn a_refused_field_is_named_with_what_is_allowed() {
        let failure = Failure::invalid("place.postcode", "a postcode has exactly five digits");
        let document = Problem::from(failure).document();
        assert_eq!(document.errors[0].pointer, "/place/postcode");
        assert_eq!(document.status, 422);
    }
}
