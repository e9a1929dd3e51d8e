//! The boxes of the exchange hold what the policy lets be seen, case by case.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::{Actor, Role};
use domain::referral::grants::{CaseExclusion, CaseGrant, GrantLevel};
use domain::referral::policy::{CaseView, sight};
use domain::referral::records::{BoxOrder, Mailbox, ReferralFilter};
use domain::referral::timers::{Due, Timer};
use domain::referral::{
    Head, Kind, Milestones, Referral, ReferralParts, ReferralState, State, Urgency,
};
use domain::store::Store;
use domain::time::Version;
use persistence::on_both_engines;
use persistence::testing::Fresh;

use crate::exchange::{
    OFFICE, PRACTICE, acknowledged, actor, head, member_id, milestones, referral_id,
    with_organisations,
};
use crate::samples::{noon, organisation_id};

on_both_engines! {
    async fn the_boxes_hold_what_the_policy_lets_be_seen(fresh: Fresh) {
        let now = noon() + TimeDelta::days(120);
        let mut work = with_organisations(&fresh).await;
        let cases = cases(now);
        for case in &cases {
            assert!(work.referrals().insert(&case.referral, "{}").await.unwrap());
            let due = case.referral.due_dates();
            work.referrals().save_due_dates(case.referral.id(), &due).await.unwrap();
            work.case_grants().insert(&case.grants).await.unwrap();
            for exclusion in &case.exclusions {
                work.case_grants().exclude(exclusion).await.unwrap();
            }
        }
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let mut seen_by_somebody = BTreeSet::new();
        for actor in viewers() {
            for mailbox in [Mailbox::Inbox, Mailbox::Outbox] {
                for filter in filters() {
                    let mut expected = vec![];
                    for case in &cases {
                        let grants = read.case_grants().of_case(case.referral.id()).await.unwrap();
                        if case.is_in(&grants, &actor, mailbox, &filter, now) {
                            expected.push(case.referral.id());
                        }
                    }
                    let page = read.referrals().page(&actor, mailbox, &filter, now, 0, 1_000).await;
                    let page = page.unwrap();
                    let mut listed: Vec<_> = page.items.iter().map(Referral::id).collect();
                    listed.sort();
                    assert_eq!(listed, expected, "{actor:?} {mailbox:?} {filter:?}");
                    assert_eq!(page.total, u64::try_from(expected.len()).unwrap());
                    seen_by_somebody.extend(listed);
                }
            }
        }
        assert!(seen_by_somebody.len() > cases.len() / 2, "the samples say too little");
    }

    async fn the_urgent_come_first_then_what_is_due_next_and_what_ended_last(fresh: Fresh) {
        let mut work = with_organisations(&fresh).await;
        let samples = [
            (1, Urgency::Normal, State::Acknowledged, Some(2)),
            (2, Urgency::Urgent, State::Acknowledged, Some(9)),
            (3, Urgency::Urgent, State::Withdrawn, Some(1)),
            (4, Urgency::Urgent, State::Acknowledged, Some(3)),
            (5, Urgency::Normal, State::Acknowledged, None),
            (6, Urgency::Soon, State::Acknowledged, Some(1)),
            (7, Urgency::Urgent, State::Acknowledged, Some(3)),
        ];
        for (n, urgency, state, due_in) in samples {
            let parts = acknowledged(n).to_parts();
            let head = Head { urgency, ..parts.head };
            let state = if state == State::Withdrawn {
                ReferralState::Withdrawn { at: noon() }
            } else {
                parts.state
            };
            let referral = Referral::restore(ReferralParts { head, state, ..parts });
            work.referrals().insert(&referral, "{}").await.unwrap();
            let due = due_in.map(|hours| Due {
                timer: Timer::Decide,
                at: noon() + TimeDelta::hours(hours),
            });
            let due: Vec<_> = due.into_iter().collect();
            work.referrals().save_due_dates(referral.id(), &due).await.unwrap();
        }
        let lead = actor(organisation_id(OFFICE), member_id(10), &[Role::Lead]);
        let all = ReferralFilter::default();
        let mut listed = Vec::new();
        for offset in (0..7).step_by(2) {
            let inbox = work.referrals().page(&lead, Mailbox::Inbox, &all, noon(), offset, 2).await;
            listed.extend(inbox.unwrap().items.iter().map(Referral::id));
        }
        let expected = [7, 4, 2, 6, 1, 5, 3].map(referral_id);
        assert_eq!(listed, expected);
    }

    async fn the_newest_come_first_page_by_page(fresh: Fresh) {
        let mut work = with_organisations(&fresh).await;
        for n in 0..5_u8 {
            let parts = acknowledged(n.into()).to_parts();
            let created_at = noon() - TimeDelta::hours(n.into());
            let milestones = Milestones { created_at, ..parts.milestones };
            let referral = Referral::restore(ReferralParts { milestones, ..parts });
            work.referrals().insert(&referral, "{}").await.unwrap();
        }
        let lead = actor(organisation_id(OFFICE), member_id(10), &[Role::Lead]);
        let newest =
            ReferralFilter { order: Some(BoxOrder::Newest), ..ReferralFilter::default() };
        let page =
            work.referrals().page(&lead, Mailbox::Inbox, &newest, noon(), 1, 2).await.unwrap();
        let ids: Vec<_> = page.items.iter().map(Referral::id).collect();
        assert_eq!(ids, [referral_id(1), referral_id(2)]);
        assert_eq!((page.total, page.has_next()), (5, true));
    }
}

/// A referral and who was let in.
struct Case {
    referral: Referral,
    grants: Vec<CaseGrant>,
    exclusions: Vec<CaseExclusion>,
}

impl Case {
    /// Whether the policy shows it to the actor in the box, and the filter keeps it.
    fn is_in(
        &self,
        grants: &[CaseGrant],
        actor: &Actor,
        mailbox: Mailbox,
        filter: &ReferralFilter,
        now: DateTime<Utc>,
    ) -> bool {
        let Some(me) = actor.member().map(|member| member.member) else {
            return false;
        };
        let mine: Vec<_> = grants
            .iter()
            .filter(|grant| grant.member == me)
            .cloned()
            .collect();
        let view = CaseView {
            referral: &self.referral,
            grants: &mine,
            excluded: self
                .exclusions
                .iter()
                .any(|exclusion| exclusion.member == me),
        };
        sight(actor, &view, now).is_some_and(|sight| sight.side == mailbox.side())
            && filter.matches(&self.referral, mailbox.side())
    }
}

/// Referrals in several states, sent by others and by the office to itself, each with every way of
/// having been let in, or not.
fn cases(now: DateTime<Utc>) -> Vec<Case> {
    let mut cases = vec![];
    let day = TimeDelta::days(1);
    let lasting = [None, Some(now + day), Some(now)];
    for kind in [Kind::SuspicionReport, Kind::HelpReferral] {
        for (state, delivered) in [
            (ReferralState::New { at: noon() }, false),
            (
                ReferralState::Acknowledged {
                    at: noon(),
                    by: member_id(11),
                },
                true,
            ),
            (ReferralState::Withdrawn { at: now - day }, true),
            (ReferralState::Withdrawn { at: noon() }, true),
        ] {
            for sender in [PRACTICE, OFFICE] {
                for until in lasting {
                    for level in [GrantLevel::Read, GrantLevel::Lead, GrantLevel::Sender] {
                        let n = u128::try_from(cases.len()).unwrap();
                        cases.push(case(
                            n,
                            kind,
                            state.clone(),
                            delivered,
                            sender,
                            level,
                            until,
                        ));
                    }
                }
            }
        }
    }
    cases
}

fn case(
    n: u128,
    kind: Kind,
    state: ReferralState,
    delivered: bool,
    sender: u128,
    level: GrantLevel,
    until: Option<DateTime<Utc>>,
) -> Case {
    let head = Head {
        sender_organisation: Some(organisation_id(sender)),
        ..head(n, kind)
    };
    let mut milestones = milestones();
    if !delivered {
        milestones.delivered_at = None;
        milestones.acknowledged_at = None;
    }
    let assignee = n.is_multiple_of(2).then(|| member_id(11));
    let referral = Referral::restore(ReferralParts {
        head,
        state,
        version: Version(5),
        sender_version: Version(4),
        milestones,
        assignee,
        co_signature: None,
        other_channels: Vec::new(),
    });
    let grant = |member| CaseGrant {
        referral: referral_id(n),
        member,
        level,
        by: None,
        at: noon(),
        until,
        reason: None,
    };
    let shut_out = |member| CaseExclusion {
        referral: referral_id(n),
        member,
        by: member_id(10),
        at: noon(),
    };
    Case {
        grants: vec![
            grant(member_id(11)),
            grant(member_id(12)),
            grant(member_id(21)),
        ],
        exclusions: vec![shut_out(member_id(12))],
        referral,
    }
}

/// Members with and without grants, one excluded, leads, strangers, nobody.
fn viewers() -> Vec<Actor> {
    let (office, practice) = (organisation_id(OFFICE), organisation_id(PRACTICE));
    vec![
        actor(office, member_id(10), &[Role::Lead]),
        actor(office, member_id(11), &[Role::Worker]),
        actor(office, member_id(12), &[Role::Lead]),
        actor(office, member_id(13), &[Role::Intake]),
        actor(practice, member_id(20), &[Role::Lead]),
        actor(practice, member_id(21), &[Role::Worker]),
        actor(organisation_id(3), member_id(11), &[Role::Lead]),
        actor(office, member_id(14), &[Role::Administrator]),
        Actor::Anonymous,
        Actor::System,
    ]
}

fn filters() -> Vec<ReferralFilter> {
    let all = ReferralFilter::default;
    // noon is when everything was announced: the first deadline is a day later, the last weeks
    let due_before = |days| Some(noon() + TimeDelta::days(days));
    vec![
        all(),
        ReferralFilter {
            states: vec![State::Acknowledged, State::New],
            ..all()
        },
        ReferralFilter {
            assignee: Some(member_id(11)),
            ..all()
        },
        ReferralFilter {
            kinds: vec![Kind::HelpReferral],
            ..all()
        },
        ReferralFilter {
            due_before: due_before(0),
            ..all()
        },
        ReferralFilter {
            due_before: due_before(2),
            ..all()
        },
        ReferralFilter {
            kinds: vec![Kind::SuspicionReport],
            due_before: due_before(30),
            ..all()
        },
    ]
}
