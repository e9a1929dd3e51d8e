//! The machine against its paper, and the promises that follow from it.

mod deadlines;
mod interop;
mod machine;
mod policy;
mod promises;
mod view;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeZone, Utc};
use uuid::Uuid;

use super::*;
use crate::ids::{MemberId, OrganisationId, ReferralId};

pub(super) fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 12, 1, 11, 0, 0).unwrap()
}

pub(super) fn organisation(n: u128) -> OrganisationId {
    OrganisationId::from_uuid(Uuid::from_u128(n))
}

pub(super) fn member(n: u128) -> MemberId {
    MemberId::from_uuid(Uuid::from_u128(n))
}

/// Sender 1, destination 2; written by member 11.
pub(super) fn head(kind: Kind) -> Head {
    let (gate, profession) = match kind {
        Kind::HelpReferral => (Gate::Consent, Profession::Sgb8Provider),
        Kind::SelfReferral => (Gate::OwnRequest, Profession::PrivatePerson),
        Kind::SuspicionReport => (Gate::Kkg43, Profession::Kkg41Nr1),
        Kind::ExpertConsultation => (Gate::Sgb8b1, Profession::Sgb8Provider),
        Kind::Handover => (Gate::Sgb8a6, Profession::YouthOffice),
    };
    Head {
        id: ReferralId::from_uuid(Uuid::from_u128(7)),
        kind,
        gate,
        destination: organisation(2),
        district: Some("13072".to_owned()),
        sender_organisation: Some(organisation(1)),
        author: Some(member(11)),
        profession,
        urgency: Urgency::Normal,
        topic: None,
        age_band: None,
        flags: BTreeSet::new(),
        destination_epoch: 1,
        predecessor: None,
    }
}

pub(super) fn announced(kind: Kind) -> Referral {
    Referral::announce(head(kind), noon())
}

pub(super) fn doer(n: u128, parts: &[Who]) -> Doer {
    Doer {
        parts: parts.iter().copied().collect(),
        member: Some(member(n)),
    }
}

pub(super) fn sender() -> Doer {
    doer(11, &[Who::Sender])
}

/// A member of the destination who plays every part there.
pub(super) fn office(n: u128) -> Doer {
    doer(
        n,
        &[
            Who::Recipient,
            Who::RecipientDecide,
            Who::RecipientLead,
            Who::RecipientFeedback,
            Who::CaseMember,
            Who::Assignee,
            Who::Intake,
        ],
    )
}

pub(super) fn everything() -> Facts {
    Guard::ALL.iter().copied().collect()
}

/// The referral on its way.
pub(super) fn submitted(kind: Kind) -> Referral {
    let new = announced(kind);
    new.submit(new.version(), &sender(), everything(), noon())
        .unwrap()
        .referral
}

/// The referral in its first delivered state.
pub(super) fn delivered(kind: Kind) -> Referral {
    let sent = submitted(kind);
    sent.deliver(everything(), [], noon()).unwrap().referral
}

/// The referral after a human took note.
pub(super) fn acknowledged(kind: Kind) -> Referral {
    let opened = delivered(kind).open(&office(21), noon()).unwrap().referral;
    opened
        .acknowledge(opened.version(), &office(21), everything(), noon())
        .unwrap()
        .referral
}

/// The referral taken on, given to member 21, and being worked on.
pub(super) fn in_progress(kind: Kind) -> Referral {
    let mine = acknowledged(kind);
    let mine = mine
        .accept(mine.version(), &office(21), noon())
        .unwrap()
        .referral;
    let mine = mine
        .assign(mine.version(), &office(21), member(21), true, noon())
        .unwrap()
        .referral;
    mine.start(mine.version(), &office(21), noon())
        .unwrap()
        .referral
}
