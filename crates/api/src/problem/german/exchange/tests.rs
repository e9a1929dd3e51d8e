use domain::referral::GateClosed;
use domain::referral::envelope::EnvelopeFault;
use domain::referral::jose::TokenRefused;
use domain::referral::jwe::JweRefused;
use domain::referral::keys::{
    CannotReceive, CertificateRefused, ChainBroken, ChainFault, WrappedRefused,
};
use domain::referral::recipients::RecipientsRefused;

use crate::problem::german::german;

#[test]
fn what_the_domain_refuses_has_a_german_sentence() {
    let expected = Vec::new();
    let said = [
        GateClosed::OtherKind.to_string(),
        GateClosed::OtherProfession.to_string(),
        GateClosed::Unmarked.to_string(),
        EnvelopeFault::TooLarge.to_string(),
        EnvelopeFault::NotJson.to_string(),
        EnvelopeFault::TooMuch.to_string(),
        EnvelopeFault::FieldNotAllowed.to_string(),
        EnvelopeFault::SignatureInvalid.to_string(),
        JweRefused::TooLarge.to_string(),
        JweRefused::Malformed.to_string(),
        JweRefused::HeaderNotAllowed { member: "zip" }.to_string(),
        JweRefused::AlgorithmNotAllowed.to_string(),
        JweRefused::ContextMismatch { member: "tag" }.to_string(),
        JweRefused::PaddingSizeNotAllowed.to_string(),
        RecipientsRefused::StaleKey {
            expected: expected.clone(),
        }
        .to_string(),
        RecipientsRefused::Mismatch { expected }.to_string(),
        CannotReceive::NotVerified.to_string(),
        CannotReceive::NotAYouthOffice.to_string(),
        CannotReceive::NotGranted.to_string(),
        CannotReceive::NoKeys.to_string(),
        CannotReceive::ChainBroken.to_string(),
        CannotReceive::KeyExpired.to_string(),
        CannotReceive::NoHolder.to_string(),
        CannotReceive::NotEnoughWays.to_string(),
        CannotReceive::NobodyReceives.to_string(),
    ];
    for english in said {
        assert!(german(&english).is_some(), "{english}");
    }
}

#[test]
fn what_is_refused_of_keys_has_a_german_sentence() {
    let broken = ChainBroken {
        epoch: 2,
        fault: ChainFault::Dates,
    };
    let said = [
        broken.to_string(),
        TokenRefused::Malformed.to_string(),
        TokenRefused::HeaderNotAllowed.to_string(),
        TokenRefused::AlgorithmNotAllowed.to_string(),
        TokenRefused::WrongType.to_string(),
        TokenRefused::UnknownKey.to_string(),
        TokenRefused::SignatureInvalid.to_string(),
        TokenRefused::PayloadNotAllowed.to_string(),
        CertificateRefused::OtherOrganisation.to_string(),
        CertificateRefused::KeyNotInForce.to_string(),
        CertificateRefused::Lifetime.to_string(),
        CertificateRefused::Role.to_string(),
        CertificateRefused::Keys.to_string(),
        WrappedRefused::Malformed.to_string(),
        WrappedRefused::HeaderNotAllowed { member: "kid" }.to_string(),
        WrappedRefused::KdfNotAllowed.to_string(),
    ];
    for english in said {
        assert!(german(&english).is_some(), "{english}");
    }
}

#[test]
fn a_member_of_an_envelope_is_named_as_it_is_spelled() {
    let gone = EnvelopeFault::Missing.to_string() + ": gate";
    assert_eq!(german(&gone).as_deref(), Some("im Umschlag fehlt: gate"));
    let wrong = EnvelopeFault::Malformed.to_string() + ": parts.0.tag";
    assert_eq!(
        german(&wrong).as_deref(),
        Some("im Umschlag stimmt nicht: parts.0.tag")
    );
}
