//! Who may do what with a case (`referral.md` 11). Pure: facts in, verdict out.
//!
//! Whoever is excluded or was never let in does not learn that the case exists: not found and
//! forbidden look the same to them. The platform's administrators have no part in any case.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::aggregate::Referral;
use super::change::Doer;
use super::codes::Side;
use super::grants::{CaseGrant, GrantLevel};
use super::machine::{Action, State, Who};
use super::table::rules;
use crate::access::{Actor, Member, Role, Verdict};

/// A case as the policy sees it for one actor.
#[derive(Debug, Clone, Copy)]
pub struct CaseView<'a> {
    /// The case.
    pub referral: &'a Referral,
    /// The grants this actor has on it, ended ones included.
    pub grants: &'a [CaseGrant],
    /// Whether this actor is excluded from it.
    pub excluded: bool,
}

impl CaseView<'_> {
    fn live(&self, level: GrantLevel, now: DateTime<Utc>) -> bool {
        self.grants
            .iter()
            .any(|grant| grant.level == level && grant.is_live(now))
    }

    /// Whether the actor was let in at the receiving end.
    fn is_let_in(&self, now: DateTime<Utc>) -> bool {
        self.live(GrantLevel::Read, now) || self.works_on_it(now)
    }

    fn works_on_it(&self, now: DateTime<Utc>) -> bool {
        self.live(GrantLevel::Work, now) || self.live(GrantLevel::Lead, now)
    }
}

/// What an actor may see of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    /// From which end; decides what is masked.
    pub side: Side,
    /// Whether the content too, or only head and state.
    pub content: bool,
}

/// What the actor may see, if the case exists for them at all.
pub fn sight(actor: &Actor, case: &CaseView<'_>, now: DateTime<Utc>) -> Option<Sight> {
    let member = actor.member().filter(|_| !case.excluded)?;
    if stands_at_destination(member, case) {
        let let_in = case.is_let_in(now);
        if let_in || member.roles.contains(&Role::Lead) {
            return Some(Sight {
                side: Side::Recipient,
                content: let_in,
            });
        }
    }
    if stands_at_sender(member, case) {
        let open = case
            .referral
            .sender_access_until()
            .is_none_or(|until| now < until);
        let own = case.live(GrantLevel::Sender, now);
        if open && (own || member.roles.contains(&Role::Lead)) {
            return Some(Sight {
                side: Side::Sender,
                content: own,
            });
        }
    }
    None
}

/// The parts the actor plays in the case; none when it does not exist for them.
pub fn parts(actor: &Actor, case: &CaseView<'_>, now: DateTime<Utc>) -> BTreeSet<Who> {
    match actor {
        Actor::System => BTreeSet::from([Who::System]),
        Actor::Anonymous => BTreeSet::new(),
        Actor::Member(member) => match sight(actor, case, now) {
            Some(Sight {
                side: Side::Recipient,
                ..
            }) => recipient_parts(member, case, now),
            Some(Sight {
                side: Side::Sender,
                content: true,
            }) => BTreeSet::from([Who::Sender]),
            // a lead of the sending end sees head and state, and does nothing
            Some(Sight {
                side: Side::Sender,
                content: false,
            })
            | None => BTreeSet::new(),
        },
    }
}

/// The table of `referral.md` 11 for a member of the destination.
fn recipient_parts(member: &Member, case: &CaseView<'_>, now: DateTime<Utc>) -> BTreeSet<Who> {
    let has = |role| member.roles.contains(&role);
    let let_in = case.is_let_in(now);
    let is_assignee = case.referral.assignee() == Some(member.member);
    let decides = has(Role::Decider) || has(Role::Lead);
    let played = [
        (Who::Recipient, let_in),
        (Who::RecipientDecide, let_in && decides),
        (Who::RecipientFeedback, let_in && (decides || is_assignee)),
        (Who::RecipientLead, has(Role::Lead)),
        (Who::CaseMember, case.works_on_it(now)),
        // being named is not enough: who lost the grant no longer works on the case
        (Who::Assignee, let_in && is_assignee),
        (Who::Intake, let_in && has(Role::Intake)),
        (Who::DutyOfficer, let_in && has(Role::DutyOfficer)),
    ];
    played
        .into_iter()
        .filter(|(_, plays)| *plays)
        .map(|(who, _)| who)
        .collect()
}

/// The actor as somebody who does something with the case.
pub fn doer(actor: &Actor, case: &CaseView<'_>, now: DateTime<Utc>) -> Doer {
    Doer {
        parts: parts(actor, case, now),
        member: actor.member().map(|member| member.member),
    }
}

/// Whether the actor may take the action on the case, whatever its state. The state and the guards
/// are the business of the verbs.
pub fn may(actor: &Actor, action: Action, case: &CaseView<'_>, now: DateTime<Utc>) -> Verdict {
    let played = parts(actor, case, now);
    if *actor != Actor::System && sight(actor, case, now).is_none() {
        return Verdict::Hide;
    }
    let kind = case.referral.head().kind;
    let theirs = rules(action)
        .iter()
        .any(|rule| rule.kinds.contains(&kind) && rule.who.iter().any(|who| played.contains(who)));
    // what no rule knows for this kind is refused by the table, with what is allowed instead
    let unknown = !rules(action).iter().any(|rule| rule.kinds.contains(&kind));
    if theirs || unknown {
        Verdict::Allow
    } else {
        Verdict::Forbid
    }
}

/// Whether the actor may see head and state of the case.
pub fn may_see(actor: &Actor, case: &CaseView<'_>, now: DateTime<Utc>) -> Verdict {
    match sight(actor, case, now) {
        Some(_) => Verdict::Allow,
        None => Verdict::Hide,
    }
}

/// Whether the actor may fetch the encrypted parts of the case.
pub fn may_read_parts(actor: &Actor, case: &CaseView<'_>, now: DateTime<Utc>) -> Verdict {
    match sight(actor, case, now) {
        Some(Sight { content: true, .. }) if case.referral.state().name() != State::Purged => {
            Verdict::Allow
        }
        Some(_) => Verdict::Forbid,
        None => Verdict::Hide,
    }
}

/// Whether the actor may write a referral at all: a member who acts for an organisation, not
/// somebody who only runs the installation. Keys and certificates are asked separately.
pub fn may_send(actor: &Actor) -> Verdict {
    match actor.member() {
        Some(member) if member.roles.iter().any(|role| works_with_people(*role)) => Verdict::Allow,
        Some(_) | None => Verdict::Forbid,
    }
}

const fn works_with_people(role: Role) -> bool {
    match role {
        Role::Intake | Role::Worker | Role::Decider | Role::Lead | Role::DutyOfficer => true,
        Role::DirectoryEditor | Role::NetworkCoordinator | Role::Verifier | Role::Administrator => {
            false
        }
    }
}

/// Members of the destination, once it has arrived there.
fn stands_at_destination(member: &Member, case: &CaseView<'_>) -> bool {
    member.organisation == case.referral.head().destination
        && case.referral.milestones().delivered_at.is_some()
}

fn stands_at_sender(member: &Member, case: &CaseView<'_>) -> bool {
    Some(member.organisation) == case.referral.head().sender_organisation
}
