//! The words of the state machine: states, actions, who may take them, what must hold.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::codes::{Kind, codes};
use crate::text::Malformed;

codes! {
    /// Where a referral stands (`referral.md` 3.1).
    pub enum State {
        /// Announced; parts are being uploaded.
        New = "NEW",
        /// Sent off.
        Submitted = "SUBMITTED",
        /// Arrived: a fact of transport.
        Delivered = "DELIVERED",
        /// The ciphertext was fetched.
        Opened = "OPENED",
        /// A human took note.
        Acknowledged = "ACKNOWLEDGED",
        /// Taken on.
        Accepted = "ACCEPTED",
        /// Being worked on.
        InProgress = "IN_PROGRESS",
        /// Resting until a date.
        OnHold = "ON_HOLD",
        /// The sender asked for it back.
        CancelRequested = "CANCEL_REQUESTED",
        /// Not deliverable for a technical reason.
        Bounced = "BOUNCED",
        /// Never fetched.
        Undeliverable = "UNDELIVERABLE",
        /// Not taken on.
        Declined = "DECLINED",
        /// Sent on to another place.
        Redirected = "REDIRECTED",
        /// Done.
        Completed = "COMPLETED",
        /// Came to nothing.
        Failed = "FAILED",
        /// Taken back.
        Withdrawn = "WITHDRAWN",
        /// Deleted; a counter is left.
        Purged = "PURGED",
    }

    /// What can be done with a referral (`referral.md` 3.2, 3.3).
    pub enum Action {
        /// Send it off.
        Submit = "submit",
        /// Throw away what was never sent.
        Discard = "discard",
        /// Hand it to the destination.
        Deliver = "deliver",
        /// Send it back for a technical reason.
        Bounce = "bounce",
        /// Fetch its content for the first time.
        Open = "open",
        /// Give up delivering it.
        Expire = "expire",
        /// Confirm with a signed receipt that somebody took note.
        Acknowledge = "acknowledge",
        /// Refuse what cannot be read.
        RejectTechnical = "reject_technical",
        /// Take it on.
        Accept = "accept",
        /// Refuse it with a reason.
        Decline = "decline",
        /// Send it on.
        Redirect = "redirect",
        /// Begin to work on it.
        Start = "start",
        /// Let it rest until a date.
        Hold = "hold",
        /// Go on.
        Resume = "resume",
        /// End it with an outcome.
        Complete = "complete",
        /// End it without one.
        Fail = "fail",
        /// Take it back.
        Withdraw = "withdraw",
        /// Ask for it back.
        RequestCancel = "request_cancel",
        /// Give it back.
        ConfirmCancel = "confirm_cancel",
        /// Keep it although it was asked back.
        Keep = "keep",
        /// Take the consent back.
        RevokeConsent = "revoke_consent",
        /// Confirm that work has stopped.
        ConfirmStop = "confirm_stop",
        /// Delete it.
        Purge = "purge",
        /// Hand it to a colleague.
        Assign = "assign",
        /// Leave it, being biased.
        Recuse = "recuse",
        /// Write in its thread.
        Message = "message",
        /// Give the three facts.
        Feedback = "feedback",
        /// Record that the two offices have talked.
        CallHeld = "call_held",
        /// Agree, as a second member, to close it.
        CoSignClose = "co_sign_close",
        /// Name another legal gate.
        RecordGate = "record_gate",
        /// Record on which other way it reached the office.
        ConfirmOtherChannel = "confirm_other_channel",
        /// Keep it longer.
        ExtendRetention = "extend_retention",
        /// Open it in an emergency without a grant.
        BreakGlass = "break_glass",
    }

    /// The part somebody plays in a referral; `policy` says who plays which.
    pub enum Who {
        /// The sending end.
        Sender = "sender",
        /// Anybody at the receiving end with a live grant.
        Recipient = "recipient",
        /// Who decides there.
        RecipientDecide = "recipient.decide",
        /// Who leads there.
        RecipientLead = "recipient.lead",
        /// Who may give the three facts.
        RecipientFeedback = "recipient.feedback",
        /// Who was given the case.
        Assignee = "assignee",
        /// Who works on the case.
        CaseMember = "case_member",
        /// Who takes in what comes.
        Intake = "intake",
        /// Who is on duty.
        DutyOfficer = "duty_officer",
        /// The installation itself.
        System = "system",
    }

    /// What must hold before an action; the meanings stand in `referral_state_machine.json`.
    pub enum Guard {
        /// Every announced part is stored and is the announced one.
        PartsComplete = "parts_complete",
        /// The envelope's signature verifies.
        EnvelopeSigned = "envelope_signed",
        /// Every JWE passes the header allow-list.
        HeadersAllowed = "headers_allowed",
        /// The parts are sealed to exactly the destination's keys.
        KidsCurrent = "kids_current",
        /// The destination can receive the kind.
        DestinationCanReceive = "destination_can_receive",
        /// The legal gate is one of the kind.
        GateValid = "gate_valid",
        /// No quota is exceeded.
        Quota = "quota",
        /// At least one problem is named.
        ProblemList = "problem_list",
        /// The actor has a live case grant.
        CaseGrant = "case_grant",
        /// The receipt is signed by a certified key of the recipient.
        SignedReceipt = "signed_receipt",
        /// The receipt names the stored tags.
        ReceiptMatchesTags = "receipt_matches_tags",
        /// The reason is one of the kind and action.
        ReasonCode = "reason_code",
        /// The redirect rule of `referral.md` 3.4 holds.
        RedirectAllowed = "redirect_allowed",
        /// The case has an assignee.
        Assigned = "assigned",
        /// The rest ends in the future, within 30 days.
        HoldUntilMax30d = "hold_until_max_30d",
        /// No revoked consent stands against it.
        NoOpenConsentStop = "no_open_consent_stop",
        /// The outcome is one of the kind.
        OutcomeCode = "outcome_code",
        /// A suspicion report was co-signed within 14 days.
        SecondPersonIfSuspicion = "second_person_if_suspicion",
        /// The retention calendar has come to its end.
        RetentionDue = "retention_due",
        /// A report that did not arrive reached the office otherwise.
        OtherChannelIfSuspicion = "other_channel_if_suspicion",
        /// The sender asks, or 24 hours have passed.
        Incomplete24hOrSender = "incomplete_24h_or_sender",
        /// The gate is `CONSENT`.
        GateIsConsent = "gate_is_consent",
        /// It rests because consent was revoked.
        HoldIsConsentRevoked = "hold_is_consent_revoked",
        /// 14 days have passed since delivery.
        Expire14d = "expire_14d",
        /// Every step of the ladder has fired.
        EscalationLadderDone = "escalation_ladder_done",
        /// The destination has lost every way to open it.
        OrgkeyLost = "orgkey_lost",
        /// The assignee is a member who is not excluded.
        AssigneeNotExcluded = "assignee_not_excluded",
        /// Another member or the lead remains.
        AnotherMemberOrLead = "another_member_or_lead",
        /// It is open, or ended at most 90 days ago.
        OpenOr90dAfterTerminal = "open_or_90d_after_terminal",
        /// As before for the recipient; for the sender, the sender's access lasts.
        Recipient90dOrSenderAccess = "recipient_90d_or_sender_access",
        /// The vocabulary is `KKG_ECHO`.
        FeedbackVocabularyKkgEcho = "feedback_vocabulary_kkg_echo",
        /// The ciphertext has exactly 1024 bytes.
        FixedSize1024 = "fixed_size_1024",
        /// The actor is another member than the assignee.
        NotTheAssignee = "not_the_assignee",
        /// A channel and a day between a month before it was sent and today.
        DateAndChannel = "date_and_channel",
        /// A second member confirms within 24 hours.
        SecondPerson = "second_person",
        /// Once, and at most 180 days.
        OnceMax180d = "once_max_180d",
        /// The actor belongs to the recipient.
        SameOrganisation = "same_organisation",
        /// A second member confirms, or a notice goes out within an hour.
        SecondPersonOrNotice1h = "second_person_or_notice_1h",
    }

    /// What is told to those who may know, after the change is durable.
    pub enum EventKind {
        /// Sent off.
        Submitted = "referral.submitted",
        /// Thrown away.
        Discarded = "referral.discarded",
        /// Delivered.
        Delivered = "referral.delivered",
        /// Sent back.
        Bounced = "referral.bounced",
        /// Taken back.
        Withdrawn = "referral.withdrawn",
        /// Opened.
        Opened = "referral.opened",
        /// Given up.
        Undeliverable = "referral.undeliverable",
        /// Acknowledged.
        Acknowledged = "referral.acknowledged",
        /// Taken on.
        Accepted = "referral.accepted",
        /// Refused.
        Declined = "referral.declined",
        /// Sent on.
        Redirected = "referral.redirected",
        /// Moved inside the work on it.
        Progressed = "referral.progressed",
        /// Asked back.
        CancelRequested = "referral.cancel_requested",
        /// Consent taken back.
        ConsentRevoked = "referral.consent_revoked",
        /// Done.
        Completed = "referral.completed",
        /// Came to nothing.
        Failed = "referral.failed",
        /// Deleted.
        Purged = "referral.purged",
        /// Given to somebody; no name in the payload.
        Assigned = "referral.assigned",
        /// A message was written.
        MessagePosted = "referral.message_posted",
        /// The three facts were given.
        FeedbackGiven = "referral.feedback_given",
        /// It is kept longer.
        RetentionExtended = "referral.retention_extended",
        /// It was opened in an emergency.
        BreakGlass = "access.break_glass",
    }
}

impl State {
    /// Whether the state ends the work; what continues is a new referral.
    pub const fn is_terminal(self) -> bool {
        match self {
            Self::New
            | Self::Submitted
            | Self::Delivered
            | Self::Opened
            | Self::Acknowledged
            | Self::Accepted
            | Self::InProgress
            | Self::OnHold
            | Self::CancelRequested => false,
            Self::Bounced
            | Self::Undeliverable
            | Self::Declined
            | Self::Redirected
            | Self::Completed
            | Self::Failed
            | Self::Withdrawn
            | Self::Purged => true,
        }
    }

    /// Whether there is content to fetch in the state.
    pub const fn content_readable(self) -> bool {
        !matches!(self, Self::New | Self::Purged)
    }

    /// The state in German, as people read it.
    pub const fn label_de(self) -> &'static str {
        match self {
            Self::New => "in Vorbereitung",
            Self::Submitted => "abgeschickt",
            Self::Delivered => "zugestellt",
            Self::Opened => "geöffnet",
            Self::Acknowledged => "Eingang bestätigt",
            Self::Accepted => "übernommen",
            Self::InProgress => "in Bearbeitung",
            Self::OnHold => "ruht",
            Self::CancelRequested => "Rücknahme erbeten",
            Self::Bounced => "nicht zustellbar (technisch)",
            Self::Undeliverable => "nicht abgeholt",
            Self::Declined => "abgelehnt",
            Self::Redirected => "weitergeleitet",
            Self::Completed => "abgeschlossen",
            Self::Failed => "nicht zustande gekommen",
            Self::Withdrawn => "zurückgezogen",
            Self::Purged => "gelöscht",
        }
    }
}

impl Action {
    /// Whether the action can be taken in this version. The others are in the table and tested;
    /// they are absent from the allowed actions and refused as not allowed.
    pub const fn is_offered(self, kind: Kind) -> bool {
        match self {
            Self::Submit
            | Self::Discard
            | Self::Deliver
            | Self::Bounce
            | Self::Open
            | Self::Acknowledge
            | Self::RejectTechnical
            | Self::Assign
            | Self::Accept
            | Self::Decline
            | Self::Start
            | Self::Hold
            | Self::Resume
            | Self::Fail
            | Self::CoSignClose
            | Self::Complete
            | Self::Withdraw
            | Self::Message
            | Self::Feedback
            | Self::ConfirmOtherChannel => true,
            // a report is handed over by the office itself, which needs the handover kind
            Self::Redirect => matches!(kind, Kind::HelpReferral),
            Self::Expire
            | Self::RequestCancel
            | Self::ConfirmCancel
            | Self::Keep
            | Self::RevokeConsent
            | Self::ConfirmStop
            | Self::Purge
            | Self::Recuse
            | Self::CallHeld
            | Self::RecordGate
            | Self::ExtendRetention
            | Self::BreakGlass => false,
        }
    }
}
