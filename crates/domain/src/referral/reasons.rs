//! The codes that go with a decision: which of them exist, and for which kind.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::codes::{Kind, codes};
use crate::text::Malformed;

codes! {
    /// How a completed referral ended.
    pub enum Outcome {
        /// The person got help.
        GotHelp = "GOT_HELP",
        /// The person is on a waiting list.
        OnWaitlist = "ON_WAITLIST",
        /// The person was sent on elsewhere.
        ReferredElsewhere = "REFERRED_ELSEWHERE",
        /// The help was no longer wanted.
        NoLongerWanted = "NO_LONGER_WANTED",
        /// Advice was given.
        AdviceGiven = "ADVICE_GIVEN",
        /// The matter was passed on.
        PassedOn = "PASSED_ON",
        /// The report was worked on; what came of it is said inside the ciphertext only.
        Processed = "PROCESSED",
        /// The other office has taken over.
        TakenOver = "TAKEN_OVER",
    }

    /// Why a referral that was taken on came to nothing.
    pub enum FailReason {
        /// Nobody could be reached.
        CouldNotContact = "COULD_NOT_CONTACT",
        /// The person did not come.
        NoShow = "NO_SHOW",
        /// The offer is for others.
        NotEligible = "NOT_ELIGIBLE",
        /// No capacity.
        NoCapacity = "NO_CAPACITY",
        /// No help could be found.
        CouldNotGetHelp = "COULD_NOT_GET_HELP",
        /// No answer came.
        NoAnswer = "NO_ANSWER",
        /// No adviser is free.
        NoAdviserAvailable = "NO_ADVISER_AVAILABLE",
        /// It was no question about a case.
        NotACaseQuestion = "NOT_A_CASE_QUESTION",
        /// Another place is responsible.
        NotCompetentPlace = "NOT_COMPETENT_PLACE",
        /// The family was not found.
        FamilyNotFound = "FAMILY_NOT_FOUND",
    }

    /// Why a referral was not taken on.
    pub enum DeclineReason {
        /// No capacity.
        NoCapacity = "NO_CAPACITY",
        /// Another place is responsible.
        NotCompetentPlace = "NOT_COMPETENT_PLACE",
        /// Another field is responsible.
        NotCompetentSubject = "NOT_COMPETENT_SUBJECT",
        /// The offer is for others.
        NotEligible = "NOT_ELIGIBLE",
        /// The consent does not cover it.
        ConsentInsufficient = "CONSENT_INSUFFICIENT",
        /// It is here already.
        Duplicate = "DUPLICATE",
        /// The consultation names somebody; its content is purged at once.
        IdentityContained = "IDENTITY_CONTAINED",
        /// The offices have not talked to each other.
        CallNotHeld = "CALL_NOT_HELD",
        /// Another reason, said inside the ciphertext.
        Other = "OTHER",
    }

    /// Why a referral rests.
    pub enum HoldReason {
        /// The family has to answer.
        WaitingForFamily = "WAITING_FOR_FAMILY",
        /// Somebody else has to answer.
        WaitingForThirdParty = "WAITING_FOR_THIRD_PARTY",
        /// There is a waiting list.
        Waitlist = "WAITLIST",
        /// The person in charge is away.
        Absence = "ABSENCE",
        /// The consent was revoked; set by the machine, never chosen.
        ConsentRevoked = "CONSENT_REVOKED",
    }

    /// Why a referral goes on although its sender asked for it back.
    pub enum KeepReason {
        /// The help has begun.
        HelpAlreadyBegun = "HELP_ALREADY_BEGUN",
        /// Another legal basis carries it.
        OtherLegalBasis = "OTHER_LEGAL_BASIS",
    }

    /// What went wrong technically; keeps its small letters, as in the receipts of vendors.
    pub enum Problem {
        /// Sealed to a key that is no longer the destination's.
        StaleKey = "stale_key",
        /// Sealed or signed with a revoked key.
        KeyRevoked = "key_revoked",
        /// The destination no longer receives.
        DestinationClosed = "destination_closed",
        /// The schema of the content is not known here.
        SchemaUnknown = "schema_unknown",
        /// The content could not be opened.
        DecryptFailed = "decrypt_failed",
        /// The content does not follow its schema.
        SchemaInvalid = "schema_invalid",
        /// A part is not the one that was announced.
        TagMismatch = "tag_mismatch",
        /// One part opened to two contents.
        PlainDigestMismatch = "plain_digest_mismatch",
        /// A file is damaged.
        AttachmentDamaged = "attachment_damaged",
        /// The signature inside does not hold.
        SignatureInvalid = "signature_invalid",
    }

    /// On which other way a report reached the office after all.
    pub enum Channel {
        /// By telephone.
        Phone = "PHONE",
        /// By fax.
        Fax = "FAX",
        /// In person.
        InPerson = "IN_PERSON",
        /// By post.
        Post = "POST",
    }
}

impl Outcome {
    /// The outcomes of a kind.
    pub const fn of(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::HelpReferral => &[
                Self::GotHelp,
                Self::OnWaitlist,
                Self::ReferredElsewhere,
                Self::NoLongerWanted,
            ],
            Kind::SelfReferral => &[Self::AdviceGiven, Self::PassedOn, Self::NoLongerWanted],
            Kind::SuspicionReport => &[Self::Processed],
            Kind::ExpertConsultation => &[Self::AdviceGiven],
            Kind::Handover => &[Self::TakenOver],
        }
    }
}

impl FailReason {
    /// The reasons of a kind; none for suspicion reports, which cannot fail.
    pub const fn of(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::HelpReferral => &[
                Self::CouldNotContact,
                Self::NoShow,
                Self::NotEligible,
                Self::NoCapacity,
                Self::CouldNotGetHelp,
            ],
            Kind::SelfReferral => &[Self::NoAnswer, Self::CouldNotGetHelp],
            Kind::SuspicionReport => &[],
            Kind::ExpertConsultation => &[Self::NoAdviserAvailable, Self::NotACaseQuestion],
            Kind::Handover => &[Self::NotCompetentPlace, Self::FamilyNotFound],
        }
    }
}

impl DeclineReason {
    /// The reasons of a kind; none for suspicion reports, which cannot be declined.
    pub const fn of(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::HelpReferral => &[
                Self::NoCapacity,
                Self::NotCompetentPlace,
                Self::NotCompetentSubject,
                Self::NotEligible,
                Self::ConsentInsufficient,
                Self::Duplicate,
                Self::Other,
            ],
            Kind::SelfReferral => &[Self::NotCompetentSubject, Self::NotEligible, Self::Other],
            Kind::SuspicionReport => &[],
            Kind::ExpertConsultation => &[
                Self::NoCapacity,
                Self::NotCompetentPlace,
                Self::IdentityContained,
                Self::Other,
            ],
            Kind::Handover => &[Self::NotCompetentPlace, Self::CallNotHeld, Self::Other],
        }
    }
}

impl HoldReason {
    /// Whether somebody may choose it: a revoked consent is set by the machine alone.
    pub const fn can_be_chosen(self) -> bool {
        match self {
            Self::WaitingForFamily
            | Self::WaitingForThirdParty
            | Self::Waitlist
            | Self::Absence => true,
            Self::ConsentRevoked => false,
        }
    }
}
