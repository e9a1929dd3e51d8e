//! The enumerations of the exchange. Each mirrors one of the domain, so a new value there is a
//! compile error here.

use async_graphql::Enum;
use domain::referral::{self, Action, Side};

macro_rules! mirrored {
    ($( $(#[$doc:meta])* $name:ident of $remote:literal { $( $(#[$value_doc:meta])* $value:ident ),+ $(,)? } )+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
            #[graphql(remote = $remote)]
            pub enum $name { $( $(#[$value_doc])* $value ),+ }
        )+
    };
}

mirrored! {
    /// In which order the referrals of a box come; equals come newest first.
    ReferralOrder of "referral::records::BoxOrder" {
        /// The newest first.
        Newest,
        /// Those that run before those that ended, the more urgent first, then by the nearest deadline
        /// you are shown.
        Urgency,
    }
    /// What a referral is.
    ReferralKind of "referral::Kind" {
        /// A partner hands somebody who agreed over to a service that can help.
        HelpReferral,
        /// A young person or a parent asks for help themselves.
        SelfReferral,
        /// A worry about a child, told to the youth office.
        SuspicionReport,
        /// A professional asks an experienced adviser, without identities.
        ExpertConsultation,
        /// One youth office hands a case over to another.
        Handover,
    }
    /// Where a referral stands, as you may see it.
    ReferralState of "referral::State" {
        /// Announced; parts are being uploaded.
        New,
        /// Sent off.
        Submitted,
        /// Arrived: a fact of transport.
        Delivered,
        /// The ciphertext was fetched.
        Opened,
        /// A human took note.
        Acknowledged,
        /// Taken on.
        Accepted,
        /// Being worked on.
        InProgress,
        /// Resting until a date.
        OnHold,
        /// The sender asked for it back.
        CancelRequested,
        /// Not deliverable for a technical reason.
        Bounced,
        /// Never fetched.
        Undeliverable,
        /// Not taken on.
        Declined,
        /// Sent on to another place.
        Redirected,
        /// Done.
        Completed,
        /// Came to nothing.
        Failed,
        /// Taken back.
        Withdrawn,
        /// Deleted; a counter is left.
        Purged,
    }
    /// How soon somebody must look.
    Urgency of "referral::Urgency" {
        /// Now. Say "110, 112, telephone" first.
        Urgent,
        /// In the next days.
        Soon,
        /// In its turn.
        Normal,
    }
    /// What may be said back to the sender.
    FeedbackVocabulary of "referral::FeedbackVocabulary" {
        /// The three facts of § 4 (4) KKG.
        KkgEcho,
        /// The outcome code of a help referral.
        OutcomeCode,
        /// Free messages both ways.
        Dialogue,
        /// How the handover stands.
        HandoverStatus,
        /// The receipt of transport alone.
        None,
    }
    /// On which other way a report reached the office after all.
    OtherChannelKind of "referral::Channel" {
        /// By telephone.
        Phone,
        /// By fax.
        Fax,
        /// In person.
        InPerson,
        /// By post.
        Post,
    }
}

/// Which letter box of your organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "referral::records::Mailbox")]
pub enum ReferralBox {
    /// What came in.
    Inbox,
    /// What went out.
    Outbox,
}

/// At which end you stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum ReferralDirection {
    /// It came to your organisation.
    Received,
    /// It went out from your organisation.
    Sent,
}

impl ReferralDirection {
    /// How something that was sent from `from` looks at the end `own`.
    pub(super) fn of(from: Side, own: Side) -> Self {
        if from == own {
            Self::Sent
        } else {
            Self::Received
        }
    }
}

/// Something that can be done with a referral here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum ReferralAction {
    /// Send it off.
    Submit,
    /// Throw away what was never sent.
    Discard,
    /// Fetch its content for the first time.
    Open,
    /// Confirm with a signed receipt that somebody took note.
    Acknowledge,
    /// Refuse what cannot be read.
    RejectTechnical,
    /// Hand it to a colleague.
    Assign,
    /// Take it on.
    Accept,
    /// Refuse it with a reason.
    Decline,
    /// Send it on.
    Redirect,
    /// Begin to work on it.
    Start,
    /// Let it rest until a date.
    Hold,
    /// Go on.
    Resume,
    /// End it without an outcome.
    Fail,
    /// Agree, as a second member, to close it.
    CoSignClose,
    /// End it with an outcome.
    Complete,
    /// Take it back.
    Withdraw,
    /// Write in its thread.
    Message,
    /// Give the three facts.
    Feedback,
    /// Record on which other way it reached the office.
    ConfirmOtherChannel,
}

impl ReferralAction {
    /// The action, where this version offers it to people; what the system does has no mutation.
    pub(super) const fn of(action: Action) -> Option<Self> {
        Some(match action {
            Action::Submit => Self::Submit,
            Action::Discard => Self::Discard,
            Action::Open => Self::Open,
            Action::Acknowledge => Self::Acknowledge,
            Action::RejectTechnical => Self::RejectTechnical,
            Action::Assign => Self::Assign,
            Action::Accept => Self::Accept,
            Action::Decline => Self::Decline,
            Action::Redirect => Self::Redirect,
            Action::Start => Self::Start,
            Action::Hold => Self::Hold,
            Action::Resume => Self::Resume,
            Action::Fail => Self::Fail,
            Action::CoSignClose => Self::CoSignClose,
            Action::Complete => Self::Complete,
            Action::Withdraw => Self::Withdraw,
            Action::Message => Self::Message,
            Action::Feedback => Self::Feedback,
            Action::ConfirmOtherChannel => Self::ConfirmOtherChannel,
            Action::Deliver
            | Action::Bounce
            | Action::Expire
            | Action::RequestCancel
            | Action::ConfirmCancel
            | Action::Keep
            | Action::RevokeConsent
            | Action::ConfirmStop
            | Action::Purge
            | Action::Recuse
            | Action::CallHeld
            | Action::RecordGate
            | Action::ExtendRetention
            | Action::BreakGlass => return None,
        })
    }
}
