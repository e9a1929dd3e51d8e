use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::*;
use crate::access::{Actor, Member, Role, Verdict};
use crate::ids::{AccountId, SessionId};
use crate::referral::grants::{CaseGrant, Colleague, GrantLevel, first_grants};
use crate::referral::policy::{
    CaseView, doer, may, may_read_parts, may_see, may_send, parts, sight,
};

fn actor(n: u128, of: u128, roles: &[Role]) -> Actor {
    Actor::Member(Member {
        account: AccountId::from_uuid(Uuid::from_u128(n)),
        member: member(n),
        organisation: organisation(of),
        organisation_kind: "youth_office".to_owned(),
        district: None,
        session: SessionId::from_uuid(Uuid::from_u128(n)),
        roles: roles.iter().copied().collect(),
    })
}

fn grant(n: u128, level: GrantLevel) -> CaseGrant {
    CaseGrant {
        referral: head(Kind::SuspicionReport).id,
        member: member(n),
        level,
        by: None,
        at: noon(),
        until: None,
        reason: None,
    }
}

fn case<'a>(referral: &'a Referral, grants: &'a [CaseGrant]) -> CaseView<'a> {
    CaseView {
        referral,
        grants,
        excluded: false,
    }
}

const DECIDER: &[Role] = &[Role::Decider];
const INTAKE: &[Role] = &[Role::Intake];
const LEAD: &[Role] = &[Role::Lead];
const WORKER: &[Role] = &[Role::Worker];

#[test]
fn whoever_was_not_let_in_does_not_learn_that_the_case_exists() {
    let referral = acknowledged(Kind::SuspicionReport);
    let nothing = case(&referral, &[]);
    for stranger in [
        Actor::Anonymous,
        actor(21, 2, INTAKE),
        actor(21, 2, WORKER),
        actor(31, 3, LEAD),
        actor(11, 1, WORKER),
        actor(
            41,
            4,
            &[
                Role::Administrator,
                Role::Verifier,
                Role::NetworkCoordinator,
            ],
        ),
    ] {
        assert_eq!(sight(&stranger, &nothing, noon()), None);
        assert_eq!(may_see(&stranger, &nothing, noon()), Verdict::Hide);
        assert_eq!(may_read_parts(&stranger, &nothing, noon()), Verdict::Hide);
        assert!(parts(&stranger, &nothing, noon()).is_empty());
        for action in Action::ALL {
            assert_eq!(may(&stranger, *action, &nothing, noon()), Verdict::Hide);
        }
    }
}

#[test]
fn an_exclusion_wins_over_every_role_and_grant() {
    let referral = acknowledged(Kind::SuspicionReport);
    for (who, level) in [
        (actor(21, 2, LEAD), GrantLevel::Lead),
        (actor(21, 2, INTAKE), GrantLevel::Work),
        (actor(11, 1, WORKER), GrantLevel::Sender),
    ] {
        let n = if who.member().unwrap().organisation == organisation(1) {
            11
        } else {
            21
        };
        let grants = [grant(n, level)];
        let shut = CaseView {
            excluded: true,
            ..case(&referral, &grants)
        };
        assert_eq!(may_see(&who, &shut, noon()), Verdict::Hide);
        assert_eq!(
            may_see(&who, &case(&referral, &grants), noon()),
            Verdict::Allow
        );
    }
}

#[test]
fn a_grant_that_ended_opens_nothing() {
    let referral = acknowledged(Kind::SuspicionReport);
    let ended = CaseGrant {
        until: Some(noon() + TimeDelta::hours(1)),
        ..grant(21, GrantLevel::Work)
    };
    let grants = [ended];
    let view = case(&referral, &grants);
    let worker = actor(21, 2, WORKER);
    assert_eq!(may_read_parts(&worker, &view, noon()), Verdict::Allow);
    assert_eq!(
        may_read_parts(&worker, &view, noon() + TimeDelta::hours(1)),
        Verdict::Hide
    );
}

#[test]
fn every_role_plays_the_parts_of_the_paper_and_no_other() {
    use Who::{
        Assignee, CaseMember, DutyOfficer, Intake, Recipient, RecipientDecide, RecipientFeedback,
        RecipientLead,
    };
    let referral = in_progress(Kind::SuspicionReport);
    let expect = |n: u128, roles: &[Role], level: Option<GrantLevel>, played: &[Who]| {
        let grants: Vec<_> = level.map(|level| grant(n, level)).into_iter().collect();
        let found = parts(&actor(n, 2, roles), &case(&referral, &grants), noon());
        assert_eq!(
            found,
            played.iter().copied().collect(),
            "{n} {roles:?} {level:?}"
        );
    };
    let work = Some(GrantLevel::Work);
    expect(22, WORKER, work, &[Recipient, CaseMember]);
    expect(
        21,
        WORKER,
        work,
        &[Recipient, RecipientFeedback, Assignee, CaseMember],
    );
    expect(21, WORKER, None, &[]);
    expect(22, WORKER, Some(GrantLevel::Read), &[Recipient]);
    expect(
        22,
        DECIDER,
        work,
        &[Recipient, RecipientDecide, RecipientFeedback, CaseMember],
    );
    expect(22, INTAKE, work, &[Recipient, CaseMember, Intake]);
    expect(
        22,
        &[Role::DutyOfficer],
        work,
        &[Recipient, CaseMember, DutyOfficer],
    );
    expect(
        22,
        LEAD,
        Some(GrantLevel::Lead),
        &[
            Recipient,
            RecipientDecide,
            RecipientLead,
            RecipientFeedback,
            CaseMember,
        ],
    );
    expect(22, LEAD, None, &[RecipientLead]);
    expect(22, &[Role::Administrator], work, &[Recipient, CaseMember]);
}

#[test]
fn a_lead_of_the_sending_end_sees_head_and_state_but_no_content() {
    let referral = acknowledged(Kind::HelpReferral);
    let lead = actor(12, 1, LEAD);
    let view = case(&referral, &[]);
    assert_eq!(may_see(&lead, &view, noon()), Verdict::Allow);
    assert_eq!(may_read_parts(&lead, &view, noon()), Verdict::Forbid);
    assert_eq!(may(&lead, Action::Withdraw, &view, noon()), Verdict::Forbid);
    let author = actor(11, 1, WORKER);
    let grants = [grant(11, GrantLevel::Sender)];
    let own = case(&referral, &grants);
    assert_eq!(may_read_parts(&author, &own, noon()), Verdict::Allow);
    assert_eq!(may(&author, Action::Withdraw, &own, noon()), Verdict::Allow);
    assert_eq!(doer(&author, &own, noon()).side(), Side::Sender);
}

#[test]
fn what_the_sender_is_forbidden_does_not_depend_on_the_state() {
    let grants = [grant(11, GrantLevel::Sender)];
    let author = actor(11, 1, WORKER);
    let verdicts = |referral: &Referral| -> Vec<Verdict> {
        let view = case(referral, &grants);
        Action::ALL
            .iter()
            .map(|action| may(&author, *action, &view, noon()))
            .collect()
    };
    let acknowledged = verdicts(&acknowledged(Kind::SuspicionReport));
    assert_eq!(verdicts(&in_progress(Kind::SuspicionReport)), acknowledged);
}

#[test]
fn the_destination_sees_nothing_before_delivery() {
    let new = announced(Kind::HelpReferral);
    let sent = new
        .submit(new.version(), &sender(), everything(), noon())
        .unwrap()
        .referral;
    let lead = actor(21, 2, LEAD);
    assert_eq!(may_see(&lead, &case(&sent, &[]), noon()), Verdict::Hide);
}

#[test]
fn the_sight_of_the_sender_ends_with_the_access() {
    let report = in_progress(Kind::SuspicionReport);
    let grants = [grant(11, GrantLevel::Sender)];
    let until = report.sender_access_until().unwrap();
    let author = actor(11, 1, WORKER);
    let view = case(&report, &grants);
    assert_eq!(
        may_see(&author, &view, until - TimeDelta::seconds(1)),
        Verdict::Allow
    );
    assert_eq!(may_see(&author, &view, until), Verdict::Hide);
}

#[test]
fn only_people_who_work_with_people_send() {
    for (roles, verdict) in [
        (&[Role::Worker][..], Verdict::Allow),
        (&[Role::Administrator], Verdict::Forbid),
        (&[Role::DirectoryEditor], Verdict::Forbid),
        (&[Role::DirectoryEditor, Role::Lead], Verdict::Allow),
    ] {
        assert_eq!(may_send(&actor(11, 1, roles)), verdict);
    }
    assert_eq!(may_send(&Actor::Anonymous), Verdict::Forbid);
}

fn colleague(n: u128, roles: &[Role], on_duty: bool) -> Colleague {
    Colleague {
        member: member(n),
        roles: roles.iter().copied().collect(),
        on_duty,
    }
}

#[test]
fn the_first_grants_go_to_intake_and_leads() {
    let colleagues = [
        colleague(21, INTAKE, false),
        colleague(22, WORKER, false),
        colleague(23, LEAD, false),
        colleague(24, &[Role::DutyOfficer], false),
        colleague(25, &[Role::DutyOfficer], true),
        colleague(26, INTAKE, false),
    ];
    let excluded = BTreeSet::from([member(26)]);
    let levels = |referral: &Referral, colleagues: &[Colleague]| -> Vec<_> {
        first_grants(referral, colleagues, &excluded, noon())
            .into_iter()
            .map(|grant| (grant.member, grant.level))
            .collect()
    };
    let open = delivered(Kind::HelpReferral);
    assert_eq!(
        levels(&open, &colleagues),
        [
            (member(21), GrantLevel::Work),
            (member(23), GrantLevel::Lead),
            (member(25), GrantLevel::Work),
        ]
    );
    let flags = BTreeSet::from([Flag::Restricted]);
    let restricted = Referral::restore(ReferralParts {
        head: Head {
            flags,
            ..head(Kind::HelpReferral)
        },
        ..open.to_parts()
    });
    assert_eq!(
        levels(&restricted, &colleagues),
        [(member(23), GrantLevel::Lead)]
    );
    let alone = [colleague(22, WORKER, false)];
    assert_eq!(
        levels(&restricted, &alone),
        [(member(22), GrantLevel::Work)]
    );
    assert!(levels(&open, &[colleague(26, LEAD, false)]).is_empty());
}
