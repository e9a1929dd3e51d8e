//! Who was let into a case (`referral.md` 11): grants, exclusions, and the first grants.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

use super::aggregate::Referral;
use super::codes::codes;
use crate::access::Role;
use crate::ids::{MemberId, ReferralId};
use crate::text::Malformed;

codes! {
    /// What a grant opens.
    pub enum GrantLevel {
        /// Read the content.
        Read = "read",
        /// Read it and work on the case.
        Work = "work",
        /// As `work`, for whoever leads.
        Lead = "lead",
        /// The sender's end: read the own copy, take back, write messages.
        Sender = "sender",
    }
}

/// One member was let into one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseGrant {
    /// The case.
    pub referral: ReferralId,
    /// The member.
    pub member: MemberId,
    /// What it opens.
    pub level: GrantLevel,
    /// Who gave it; `None` when the installation did, at delivery.
    pub by: Option<MemberId>,
    /// Since when.
    pub at: DateTime<Utc>,
    /// Until when; `None` as long as the case lasts.
    pub until: Option<DateTime<Utc>>,
    /// Why, where a reason is asked for.
    pub reason: Option<String>,
}

impl CaseGrant {
    /// Whether the grant opens anything at `now`.
    pub fn is_live(&self, now: DateTime<Utc>) -> bool {
        self.at <= now && self.until.is_none_or(|until| now < until)
    }

    /// The author's own grant, given when the referral is sent.
    pub const fn of_author(referral: ReferralId, author: MemberId, at: DateTime<Utc>) -> Self {
        Self {
            referral,
            member: author,
            level: GrantLevel::Sender,
            by: None,
            at,
            until: None,
            reason: None,
        }
    }

    /// The assignee's grant, given by whoever assigned.
    pub const fn of_assignee(
        referral: ReferralId,
        assignee: MemberId,
        by: Option<MemberId>,
        at: DateTime<Utc>,
    ) -> Self {
        Self {
            referral,
            member: assignee,
            level: GrantLevel::Work,
            by,
            at,
            until: None,
            reason: None,
        }
    }
}

/// One member must not see one case, whatever roles and grants they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseExclusion {
    /// The case.
    pub referral: ReferralId,
    /// The member.
    pub member: MemberId,
    /// Who excluded them.
    pub by: MemberId,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// A member of the destination, as far as first grants ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// The member.
    pub member: MemberId,
    /// The roles held.
    pub roles: BTreeSet<Role>,
    /// Whether the member is on duty now.
    pub on_duty: bool,
}

/// What a member of the destination is given when a referral arrives, if anything; `alone`: the
/// destination is a one-person body, whose one member gets everything.
pub fn first_level(colleague: &Colleague, restricted: bool, alone: bool) -> Option<GrantLevel> {
    let has = |role| colleague.roles.contains(&role);
    if has(Role::Lead) {
        return Some(GrantLevel::Lead);
    }
    let receives = has(Role::Intake) || (has(Role::DutyOfficer) && colleague.on_duty);
    if alone || (receives && !restricted) {
        Some(GrantLevel::Work)
    } else {
        None
    }
}

/// The grants that `deliver` writes in its own transaction. `colleagues` are all members of the
/// destination, `excluded` those who must not see the case: an exclusion always wins.
///
/// An empty answer means that nobody would see the referral; it must not be delivered then, which
/// [`keys::can_receive`](super::keys::can_receive) asks beforehand.
pub fn first_grants(
    referral: &Referral,
    colleagues: &[Colleague],
    excluded: &BTreeSet<MemberId>,
    at: DateTime<Utc>,
) -> Vec<CaseGrant> {
    let restricted = referral.head().is_restricted();
    let alone = colleagues.len() == 1;
    let grant = |colleague: &Colleague| {
        let level = first_level(colleague, restricted, alone)?;
        Some(CaseGrant {
            referral: referral.id(),
            member: colleague.member,
            level,
            by: None,
            at,
            until: None,
            reason: None,
        })
    };
    colleagues
        .iter()
        .filter(|colleague| !excluded.contains(&colleague.member))
        .filter_map(grant)
        .collect()
}
