//! What an act of the exchange needs, said of the argument that would bring it.

use application::FieldError;
use domain::referral::Guard;

use super::Fault;

/// What is missing where a guard does not hold, and the argument to blame, if one is.
pub(super) fn needed(guard: Guard) -> Fault {
    let (argument, sentence) = match guard {
        Guard::PartsComplete => ("", "every announced part has to be there"),
        Guard::EnvelopeSigned => ("envelope.envelopeSignature", SIGNED),
        Guard::HeadersAllowed | Guard::KidsCurrent => {
            ("parts", "every part is sealed to the keys that hold now")
        }
        Guard::DestinationCanReceive => (
            "envelope.destination",
            "the destination can receive this kind now",
        ),
        Guard::GateValid => ("envelope.gate", "the legal gate is one of this kind"),
        Guard::Quota => ("", "too many were sent within an hour"),
        Guard::ProblemList => ("problems", "at least one problem is named"),
        Guard::CaseGrant => ("", "the case has to be open to you"),
        Guard::SignedReceipt => ("receipt", "the receipt is signed with your certified key"),
        Guard::ReceiptMatchesTags => (
            "receipt",
            "the receipt names exactly the parts that are here",
        ),
        Guard::ReasonCode => ("reason", "the reason is one for this kind and this act"),
        Guard::OutcomeCode => ("outcome", "the outcome is one for this kind"),
        Guard::RedirectAllowed => (
            "proposedDestination",
            "another organisation that can receive this kind now",
        ),
        Guard::Assigned => ("", "somebody has to be given the case first"),
        Guard::HoldUntilMax30d => ("until", "a day within the next 30 days"),
        Guard::NoOpenConsentStop => ("", "the consent was taken back, so work has to stop"),
        Guard::SecondPersonIfSuspicion => ("", "a second member has to agree first"),
        Guard::AssigneeNotExcluded => (
            "member",
            "a member of your organisation who is not excluded from the case",
        ),
        Guard::NotTheAssignee => ("", "another member than the one who has the case"),
        Guard::FixedSize1024 => (
            "part.jwe",
            "the ciphertext of the three facts has 1024 bytes",
        ),
        Guard::DateAndChannel => (
            "on",
            "a day that has come, at most 31 days before it was sent",
        ),
        Guard::OpenOr90dAfterTerminal | Guard::Recipient90dOrSenderAccess => {
            ("", "the time for messages about this case is over")
        }
        Guard::GateIsConsent => ("", "the legal gate of the case is consent"),
        Guard::HoldIsConsentRevoked => ("", "the case rests because consent was taken back"),
        Guard::FeedbackVocabularyKkgEcho => ("", "the law gives this sender the three facts"),
        Guard::AnotherMemberOrLead => ("", "somebody else has to remain with the case"),
        Guard::SecondPerson | Guard::SecondPersonOrNotice1h => ("", "a second member has to agree"),
        Guard::OnceMax180d => ("", "once, and for at most 180 days"),
        Guard::SameOrganisation => ("", "the case is one of your organisation"),
        Guard::RetentionDue
        | Guard::OtherChannelIfSuspicion
        | Guard::Incomplete24hOrSender
        | Guard::Expire14d
        | Guard::EscalationLadderDone
        | Guard::OrgkeyLost => ("", "the time for this has not come"),
    };
    FieldError::new(argument, sentence).into()
}

const SIGNED: &str = "the envelope is signed by a certified key of the sending organisation";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::middleware::request::Tongue;

    #[test]
    fn every_guard_speaks_german_and_names_no_guard() {
        for guard in Guard::ALL {
            let fault = needed(*guard);
            assert!(fault.speaks(Tongue::German), "{guard}");
            assert!(!fault.told(Tongue::German).contains('_'), "{guard}");
            assert!(fault.told(Tongue::English).ends_with('.'), "{guard}");
        }
    }
}
