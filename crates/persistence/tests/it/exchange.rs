//! The referral exchange: what is stored comes back, and lists hold what the policy lets be seen.

use chrono::TimeDelta;
use domain::access::{Actor, Member, Role};
use domain::ids::{
    AccountId, EventId, MemberId, MessageId, OrganisationId, PartId, ReferralId, SessionId,
};
use domain::referral::grants::{CaseExclusion, CaseGrant};
use domain::referral::records::{
    Draft, Message, Names, PartHead, ReferralEvent, StoredPart, Transition,
};
use domain::referral::timers::Due;
use domain::referral::{
    Changed, Channel, CoSignature, Direction, Doer, EventKind, Flag, Gate, Head, Kind, Milestones,
    OtherChannel, PartRole, Profession, Referral, ReferralParts, ReferralState, Side, State,
    Urgency,
};
use domain::store::{Store, Work};
use domain::time::Version;
use persistence::on_both_engines;
use persistence::testing::Fresh;
use uuid::Uuid;

use crate::samples::{bare_organisation, noon, organisation_id};

pub(crate) const OFFICE: u128 = 1;
pub(crate) const PRACTICE: u128 = 2;

pub(crate) fn member_id(n: u128) -> MemberId {
    MemberId::from_uuid(Uuid::from_u128(0x70 + n))
}

pub(crate) fn referral_id(n: u128) -> ReferralId {
    ReferralId::from_uuid(Uuid::from_u128(0x1_0000 + n))
}

pub(crate) fn head(n: u128, kind: Kind) -> Head {
    Head {
        id: referral_id(n),
        kind,
        gate: Gate::Kkg43,
        destination: organisation_id(OFFICE),
        district: Some("13076".to_owned()),
        sender_organisation: Some(organisation_id(PRACTICE)),
        author: Some(member_id(21)),
        profession: Profession::Kkg41Nr1,
        urgency: Urgency::Urgent,
        topic: None,
        age_band: None,
        flags: [Flag::Restricted].into(),
        destination_epoch: 3,
        predecessor: None,
    }
}

pub(crate) fn milestones() -> Milestones {
    let at = |minutes| Some(noon() + TimeDelta::minutes(minutes));
    Milestones {
        created_at: noon(),
        submitted_at: at(1),
        delivered_at: at(2),
        open_due_at: at(90),
        opened_at: at(3),
        acknowledged_at: at(4),
        feedback_at: None,
        touched_at: noon() + TimeDelta::minutes(4),
    }
}

/// A suspicion report that an office has acknowledged, with everything set.
pub(crate) fn acknowledged(n: u128) -> Referral {
    let at = noon() + TimeDelta::minutes(4);
    Referral::restore(ReferralParts {
        head: Head {
            predecessor: Some(referral_id(99)),
            ..head(n, Kind::SuspicionReport)
        },
        state: ReferralState::Acknowledged {
            at,
            by: member_id(11),
        },
        version: Version(5),
        sender_version: Version(4),
        milestones: milestones(),
        assignee: Some(member_id(11)),
        co_signature: Some(CoSignature {
            by: member_id(12),
            at,
        }),
        other_channels: [Channel::Phone, Channel::Fax]
            .map(|channel| OtherChannel {
                channel,
                on: at.date_naive(),
                confirmed_at: at,
            })
            .to_vec(),
    })
}

pub(crate) async fn with_organisations(fresh: &Fresh) -> Box<dyn Work> {
    let mut work = fresh.store.begin().await.unwrap();
    for n in [OFFICE, PRACTICE, 3] {
        work.organisations()
            .save(&bare_organisation(n))
            .await
            .unwrap();
    }
    work
}

/// The referral after the office has taken it on.
fn taken_on(referral: &Referral) -> Changed {
    let parts = [
        domain::referral::Who::Recipient,
        domain::referral::Who::RecipientDecide,
    ]
    .into();
    let doer = Doer {
        parts,
        member: Some(member_id(11)),
    };
    referral
        .accept(referral.version(), &doer, noon() + TimeDelta::minutes(9))
        .unwrap()
}

fn part(n: u128, referral: u128) -> StoredPart {
    StoredPart {
        head: PartHead {
            referral: referral_id(referral),
            id: PartId::from_uuid(Uuid::from_u128(0x2_0000 + n)),
            role: PartRole::Report,
            direction: Direction::ToRecipient,
            epoch: 3,
            size: 4_096,
            tag: "dGFnIG9mIDE2IGJ5dGVz".to_owned(),
            kids: vec!["A".repeat(43).parse().unwrap()],
            by: Some(member_id(21)),
            at: noon() + TimeDelta::seconds(i64::try_from(n).unwrap()),
        },
        jwe: format!("{{\"ciphertext\": \"{n}\"}}"),
    }
}

pub(crate) fn actor(organisation: OrganisationId, member: MemberId, roles: &[Role]) -> Actor {
    Actor::Member(Member {
        account: AccountId::from_uuid(Uuid::from_u128(1)),
        member,
        organisation,
        organisation_kind: "youth_office".to_owned(),
        district: None,
        session: SessionId::from_uuid(Uuid::from_u128(2)),
        roles: roles.iter().copied().collect(),
    })
}

on_both_engines! {
    async fn a_referral_comes_back_as_it_went_in_and_is_announced_once(fresh: Fresh) {
        let mut work = with_organisations(&fresh).await;
        let referral = acknowledged(1);
        assert!(work.referrals().insert(&referral, "{\"v\": 1}").await.unwrap());
        assert!(!work.referrals().insert(&referral, "another").await.unwrap());
        let due: Vec<Due> = referral.due_dates();
        assert!(!due.is_empty());
        work.referrals().save_due_dates(referral.id(), &due).await.unwrap();
        work.referrals().save_due_dates(referral.id(), &due).await.unwrap();
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.referrals().find(referral.id()).await.unwrap(), Some(referral.clone()));
        let envelope = read.referrals().envelope(referral.id()).await.unwrap();
        assert_eq!(envelope.as_deref(), Some("{\"v\": 1}"));
        let continued = (referral_id(99), organisation_id(PRACTICE));
        let successor = read.referrals().successor(continued.0, continued.1).await.unwrap();
        assert_eq!(successor, Some(referral.id()));
        let of_another = read.referrals().successor(continued.0, organisation_id(OFFICE)).await;
        assert_eq!(of_another.unwrap(), None);
        assert_eq!(read.referrals().find(referral_id(2)).await.unwrap(), None);
    }

    async fn a_verb_is_saved_once_with_its_step(fresh: Fresh) {
        let mut work = with_organisations(&fresh).await;
        let referral = acknowledged(1);
        work.referrals().insert(&referral, "{}").await.unwrap();
        let changed = taken_on(&referral);
        assert!(work.referrals().save(&changed).await.unwrap());
        assert!(!work.referrals().save(&changed).await.unwrap(), "somebody was faster");
        let transition = Transition {
            referral: referral.id(),
            step: changed.step.clone(),
            names: Names {
                destination: "Jugendamt".to_owned(),
                district: Some("13076".to_owned()),
                sender: None,
                role: "recipient.decide".to_owned(),
            },
        };
        work.referrals().record(&transition).await.unwrap();
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let mut referrals = read.referrals();
        assert_eq!(referrals.find(referral.id()).await.unwrap(), Some(changed.referral));
        assert_eq!(referrals.history(referral.id()).await.unwrap(), [transition]);
        let envelope = referrals.envelope(referral.id()).await.unwrap();
        assert_eq!(envelope.as_deref(), Some("{}"), "a change leaves the envelope alone");
    }

    async fn a_purge_takes_the_content_and_leaves_the_row(fresh: Fresh) {
        let mut work = with_organisations(&fresh).await;
        for n in [1, 2] {
            work.referrals().insert(&acknowledged(n), "{}").await.unwrap();
            assert!(work.parts().insert(&part(n, n)).await.unwrap());
            let message = Message {
                id: MessageId::from_uuid(Uuid::from_u128(n)),
                referral: referral_id(n),
                from: Side::Sender,
                part: part(n, n).head.id,
                by: Some(member_id(21)),
                at: noon(),
            };
            work.parts().insert_message(&message).await.unwrap();
            let messages = work.parts().messages(&[referral_id(n)]).await.unwrap();
            assert_eq!(messages, [message]);
        }
        work.referrals().purge_content(referral_id(1)).await.unwrap();
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let both = [referral_id(1), referral_id(2)];
        assert_eq!(read.parts().heads(&both).await.unwrap(), [part(2, 2).head]);
        assert_eq!(read.parts().messages(&both).await.unwrap().len(), 1);
        assert_eq!(read.parts().find(both[0], part(1, 1).head.id).await.unwrap(), None);
        assert_eq!(read.referrals().envelope(both[0]).await.unwrap(), None);
        assert!(read.referrals().find(both[0]).await.unwrap().is_some());
    }

    async fn a_part_is_stored_byte_for_byte_once_and_only_under_its_referral(fresh: Fresh) {
        let mut work = with_organisations(&fresh).await;
        work.referrals().insert(&acknowledged(1), "{}").await.unwrap();
        let (first, second) = (part(1, 1), part(2, 1));
        assert!(work.parts().insert(&second).await.unwrap());
        assert!(work.parts().insert(&first).await.unwrap());
        let impostor = StoredPart { jwe: "other".to_owned(), ..first.clone() };
        assert!(!work.parts().insert(&impostor).await.unwrap());
        let found = work.parts().find(referral_id(1), first.head.id).await.unwrap();
        assert_eq!(found.as_ref(), Some(&first));
        assert_eq!(work.parts().find(referral_id(2), first.head.id).await.unwrap(), None);
        let heads = work.parts().heads(&[referral_id(1)]).await.unwrap();
        assert_eq!(heads, [first.head, second.head]);
    }

    async fn what_waits_is_found_oldest_first(fresh: Fresh) {
        let mut work = with_organisations(&fresh).await;
        for n in 0..3_u8 {
            let at = noon() - TimeDelta::minutes(n.into());
            let referral = Referral::announce(head(n.into(), Kind::HelpReferral), at);
            work.referrals().insert(&referral, "{}").await.unwrap();
        }
        let before = noon();
        let waiting = work.referrals().waiting(State::New, before, 10).await.unwrap();
        assert_eq!(waiting, [referral_id(2), referral_id(1)]);
        assert_eq!(work.referrals().waiting(State::New, before, 1).await.unwrap().len(), 1);
        assert_eq!(work.referrals().waiting(State::Submitted, before, 9).await.unwrap(), []);
    }

    async fn an_exclusion_ends_every_live_grant(fresh: Fresh) {
        let mut work = with_organisations(&fresh).await;
        work.referrals().insert(&acknowledged(1), "{}").await.unwrap();
        let (one, other) = (member_id(11), member_id(12));
        let grants =
            [one, other].map(|member| CaseGrant::of_assignee(referral_id(1), member, None, noon()));
        work.case_grants().insert(&grants).await.unwrap();
        let at = noon() + TimeDelta::hours(1);
        let exclusion = CaseExclusion { referral: referral_id(1), member: one, by: other, at };
        work.case_grants().exclude(&exclusion).await.unwrap();
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let mut stored = read.case_grants();
        let case = [referral_id(1)];
        assert_eq!(stored.of_member(one, &case).await.unwrap()[0].until, Some(at));
        assert_eq!(stored.of_member(other, &case).await.unwrap(), [grants[1].clone()]);
        assert_eq!(stored.excluded(case[0]).await.unwrap(), [one].into());
        assert_eq!(stored.exclusions_of(one, &case).await.unwrap(), case.into());
        assert_eq!(stored.exclusions_of(other, &case).await.unwrap(), [].into());
    }

    async fn events_are_published_in_order_and_the_sender_learns_only_what_is_theirs(fresh: Fresh) {
        let mut work = with_organisations(&fresh).await;
        work.referrals().insert(&acknowledged(1), "{}").await.unwrap();
        let event = |n: u8, kind, sender_learns| ReferralEvent {
            id: EventId::from_uuid(Uuid::from_u128(0x3_0000 - u128::from(n))),
            referral: referral_id(1),
            kind,
            at: noon() + TimeDelta::minutes(n.into()),
            version: Version(n.into()),
            sender_version: Version(1),
            sender_learns,
        };
        let events = [
            event(1, EventKind::Submitted, true),
            event(2, EventKind::Delivered, true),
            event(3, EventKind::Accepted, false),
        ];
        for event in &events {
            work.referral_events().record(event).await.unwrap();
        }
        work.commit().await.unwrap();
        let office = actor(organisation_id(OFFICE), member_id(10), &[Role::Lead]);
        let practice = actor(organisation_id(PRACTICE), member_id(20), &[Role::Lead]);
        let now = noon() + TimeDelta::hours(1);

        let mut work = fresh.store.begin().await.unwrap();
        let mut feed = work.referral_events();
        assert_eq!(feed.after(&office, None, now, 10).await.unwrap(), []);
        assert_eq!(feed.publish(2).await.unwrap(), 2);
        assert_eq!(feed.publish(2).await.unwrap(), 1);
        assert_eq!(feed.publish(2).await.unwrap(), 0);
        assert_eq!(feed.after(&office, None, now, 10).await.unwrap(), events);
        assert_eq!(feed.after(&office, Some(events[1].id), now, 10).await.unwrap(), events[2..]);
        assert_eq!(feed.after(&office, None, now, 1).await.unwrap(), events[..1]);
        assert_eq!(feed.after(&practice, None, now, 10).await.unwrap(), events[..2]);
        assert_eq!(feed.after(&Actor::Anonymous, None, now, 10).await.unwrap(), []);
    }

    async fn a_draft_is_its_authors_alone(fresh: Fresh) {
        let draft = |author, jwe: &str, minutes| Draft {
            id: referral_id(1),
            author: member_id(author),
            jwe: jwe.to_owned(),
            changed_at: noon() + TimeDelta::minutes(minutes),
        };
        let mut work = fresh.store.begin().await.unwrap();
        let mut drafts = work.drafts();
        drafts.save(&draft(1, "a", 0)).await.unwrap();
        drafts.save(&draft(2, "b", 0)).await.unwrap();
        drafts.save(&draft(1, "c", 5)).await.unwrap();
        let mine = drafts.find(member_id(1), referral_id(1)).await.unwrap();
        assert_eq!(mine, Some(draft(1, "c", 5)));
        assert_eq!(drafts.of_author(member_id(2)).await.unwrap(), [draft(2, "b", 0)]);
        assert_eq!(drafts.delete_before(noon() + TimeDelta::minutes(1)).await.unwrap(), 1);
        assert!(!drafts.delete(member_id(2), referral_id(1)).await.unwrap());
        assert!(drafts.delete(member_id(1), referral_id(1)).await.unwrap());
    }
}
