//! A help referral from the practice to a service, and the ways it can go.

use application::identity::{NewMember, add_member};
use application::referral::{self, CaseSight, RefusedCode};
use application::{Context, Failure};
use chrono::{Days, TimeDelta};
use domain::access::{Actor, Role};
use domain::ids::{MemberId, PartId, ReferralId};
use domain::referral::records::{Mailbox, ReferralFilter};
use domain::referral::timers::Timer;
use domain::referral::{Action, DeclineReason, FailReason, HoldReason, Kind, Outcome, Side, State};
use persistence::on_both_engines;
use persistence::testing::Fresh;
use serde_json::Value;
use uuid::Uuid;

use crate::house::{Body, TestHouse, part, refused, submission, text};

const EXAMPLE: &str = include_str!("../../../../data/referral/sealed_help.json");

pub(crate) fn example() -> Value {
    serde_json::from_str(EXAMPLE).unwrap()
}

pub(crate) fn referral_id() -> ReferralId {
    "b1111111-1111-4111-8111-111111111111".parse().unwrap()
}

/// A practice and two services, all with keys.
pub(crate) struct Help {
    pub(crate) test: TestHouse,
    pub(crate) practice: Body,
    pub(crate) service: Body,
    pub(crate) other: Body,
}

impl Help {
    pub(crate) async fn ready(fresh: Fresh) -> Self {
        let example = example();
        let receives = &["HELP_REFERRAL", "SUSPICION_REPORT"];
        let help = Self {
            test: TestHouse::on(fresh),
            practice: Body::of(&example["practice"], "medical_practice", &[]),
            service: Body::of(&example["service"], "counselling_centre", receives),
            other: Body::of(&example["other"], "counselling_centre", receives),
        };
        for body in [&help.practice, &help.service, &help.other] {
            help.test.found(body).await;
            help.test.give_keys(body).await;
        }
        for body in [&help.service, &help.other] {
            let token = text(&body.keys, "/endorsement").to_owned();
            help.test.vouch(body, &token).await;
        }
        help
    }

    pub(crate) fn doctor(&self) -> Context {
        self.test.lead(&self.practice)
    }

    pub(crate) fn adviser(&self) -> Context {
        self.test.lead(&self.service)
    }

    pub(crate) async fn send(&self) -> CaseSight {
        let (envelope, parts) = submission(&example()["referral"]);
        referral::create(&self.doctor(), &envelope, &parts)
            .await
            .unwrap()
    }

    async fn acknowledged(&self) -> CaseSight {
        let sent = self.send().await;
        let ids: Vec<PartId> = sent.parts.iter().map(|part| part.id).collect();
        let opened = referral::read_parts(&self.adviser(), sent.id, &ids)
            .await
            .unwrap()
            .referral;
        let receipt = text(&example(), "/receipt").to_owned();
        referral::acknowledge(&self.adviser(), sent.id, opened.version, &receipt)
            .await
            .unwrap()
    }

    async fn in_progress(&self) -> CaseSight {
        let (adviser, case) = (self.adviser(), self.acknowledged().await);
        let case = referral::accept(&adviser, case.id, case.version)
            .await
            .unwrap();
        let me = self.service.member;
        let case = referral::assign(&adviser, case.id, case.version, me)
            .await
            .unwrap();
        referral::start(&adviser, case.id, case.version)
            .await
            .unwrap()
    }

    /// How the sender sees it.
    async fn seen(&self) -> CaseSight {
        referral::find(&self.doctor(), referral_id()).await.unwrap()
    }
}

on_both_engines! {
    async fn it_is_accepted_rests_goes_on_and_is_completed_and_the_sender_sees_each_step(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        let (adviser, case) = (help.adviser(), help.in_progress().await);
        assert_eq!(help.seen().await.state, State::InProgress);

        let today = crate::house::now().date_naive();
        for (day, found) in [(today - Days::new(1), "an earlier"), (today + Days::new(30), "a later")] {
            let refused = referral::hold(&adviser, case.id, case.version, HoldReason::Waitlist, day).await;
            let last = today + Days::new(29);
            let allowed = format!("a day from {today} to {last}; found is {found} one");
            assert!(matches!(&refused, Err(Failure::Invalid(faults))
                if faults[0].pointer() == "/until" && faults[0].allowed == allowed), "{refused:?}");
        }
        let day = today + Days::new(7);
        let case = referral::hold(&adviser, case.id, case.version, HoldReason::Waitlist, day).await.unwrap();
        let seen = help.seen().await;
        assert_eq!((seen.state, seen.hold_reason), (State::OnHold, Some(HoldReason::Waitlist)));
        assert_eq!((case.hold_until, seen.hold_until), (Some(day), Some(day)));
        let case = referral::resume(&adviser, case.id, case.version).await.unwrap();
        assert_eq!(case.state, State::InProgress);
        let case = referral::complete(&adviser, case.id, case.version, Outcome::GotHelp).await.unwrap();
        assert_eq!(case.state, State::Completed);
        let seen = help.seen().await;
        assert_eq!((seen.state, seen.outcome), (State::Completed, Some(Outcome::GotHelp)));
        let told: Vec<Action> = seen.history.iter().map(|step| step.action).collect();
        assert_eq!(told, [
            Action::Submit, Action::Deliver, Action::Open, Action::Acknowledge, Action::Accept, Action::Assign,
            Action::Start, Action::Hold, Action::Resume, Action::Complete,
        ]);
    }

    async fn whoever_comes_while_it_waits_is_let_in_and_whoever_comes_later_is_not(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        let sent = help.send().await;
        let newcomer = |n: u128| MemberId::from_uuid(Uuid::from_u128(n));
        let join = async |n: u128, roles: &[Role]| {
            let member = newcomer(n);
            help.test.enter(member, help.service.organisation, &[Role::Worker]).await;
            let joined = NewMember {
                login: member.to_string(),
                organisation: help.service.organisation.to_string(),
                roles: roles.iter().map(ToString::to_string).collect(),
            };
            add_member(&help.test.house.for_actor(Actor::System), joined).await.unwrap();
            help.test.actor(&help.service, member, roles)
        };
        let ids: Vec<PartId> = sent.parts.iter().map(|part| part.id).collect();
        let worker = join(71, &[Role::Worker]).await;
        assert!(matches!(referral::find(&worker, sent.id).await, Err(Failure::NotFound)));
        let intake = join(72, &[Role::Intake]).await;
        let lead = join(73, &[Role::Lead, Role::Decider]).await;
        for reader in [&intake, &lead] {
            let read = referral::read_parts(reader, sent.id, &ids).await.unwrap();
            assert_eq!(read.parts.len(), ids.len());
        }
        // the same person with the roles of before is given nothing twice
        let again = join(72, &[Role::Intake]).await;
        assert!(referral::find(&again, sent.id).await.is_ok());

        let case = referral::find(&help.adviser(), sent.id).await.unwrap();
        let receipt = text(&example(), "/receipt").to_owned();
        let case = referral::acknowledge(&help.adviser(), case.id, case.version, &receipt).await.unwrap();
        let case = referral::accept(&help.adviser(), case.id, case.version).await.unwrap();
        let me = help.service.member;
        referral::assign(&help.adviser(), case.id, case.version, me).await.unwrap();
        let late = join(74, &[Role::Intake]).await;
        assert!(matches!(referral::find(&late, sent.id).await, Err(Failure::NotFound)));
    }

    async fn it_is_declined_with_a_reason_and_a_word_sealed_to_the_sender(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        let case = help.acknowledged().await;
        let word = part(&example()["decision"]);
        let reason = DeclineReason::NoCapacity;
        let case = referral::decline(&help.adviser(), case.id, case.version, reason, Some(&word)).await.unwrap();
        assert_eq!((case.state, case.decline_reason), (State::Declined, Some(reason)));
        let seen = help.seen().await;
        assert_eq!((seen.state, seen.decline_reason), (State::Declined, Some(reason)));
        let read = referral::read_parts(&help.doctor(), case.id, &[word.id]).await.unwrap();
        assert_eq!(read.parts[0].jwe, word.jwe);
        assert!(!case.allowed_actions.contains(&Action::Accept), "an end is an end");
    }

    async fn it_is_proposed_to_another_service_and_sealed_anew_by_its_sender(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        let (doctor, example) = (help.doctor(), example());
        let (envelope, parts) = submission(&example["successor"]);
        let early = referral::create(&doctor, &envelope, &parts).await;
        assert_eq!(refused(early), RefusedCode::FieldNotAllowed, "nobody's predecessor");

        let case = help.acknowledged().await;
        let to = help.practice.organisation;
        let unfit = referral::redirect(&help.adviser(), case.id, case.version, to).await;
        assert_eq!(refused(unfit), RefusedCode::DestinationCannotReceive);
        let to = help.other.organisation;
        let case = referral::redirect(&help.adviser(), case.id, case.version, to).await.unwrap();
        assert_eq!(case.state, State::Redirected);
        assert_eq!(help.seen().await.proposed_destination, Some(to));

        let waits = |case: &CaseSight| {
            case.due_dates.iter().any(|due| due.timer == Timer::RedirectFollowUp)
        };
        let owed = async || {
            let filter = ReferralFilter {
                due_before: Some(crate::house::now() + TimeDelta::days(30)),
                states: vec![State::Redirected],
                ..ReferralFilter::default()
            };
            referral::page(&doctor, Mailbox::Outbox, &filter, 0, 10).await.unwrap().total
        };
        let seen = help.seen().await;
        assert!(waits(&seen) && seen.successor.is_none() && owed().await == 1);
        assert!(!waits(&case), "sealing anew is nothing the office owes");

        let next = referral::create(&doctor, &envelope, &parts).await.unwrap();
        let seen = help.seen().await;
        assert!(!waits(&seen) && owed().await == 0, "nothing is waited for any more");
        assert_eq!(seen.successor, Some(next.id));
        let question = part(&self::example()["question"]);
        referral::post_message(&help.adviser(), case.id, &question).await.unwrap();
        assert_eq!(owed().await, 0, "nor after another step of the old case");
        let office = referral::find(&help.adviser(), case.id).await.unwrap();
        assert_eq!(office.successor, None, "where it went is the sender's matter");
        assert_eq!((next.state, next.predecessor), (State::Delivered, Some(case.id)));
        let there = help.test.lead(&help.other);
        let found = referral::find(&there, next.id).await.unwrap();
        assert_eq!((found.side, found.content), (Side::Recipient, true));
        let before = referral::find(&there, case.id).await;
        assert!(matches!(before, Err(Failure::NotFound)), "the first one is not theirs");
        let behind = referral::find(&help.adviser(), next.id).await;
        assert!(matches!(behind, Err(Failure::NotFound)), "nor the second the first's");
    }

    async fn it_comes_to_nothing_with_a_reason(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        let case = help.in_progress().await;
        let case = referral::fail(&help.adviser(), case.id, case.version, FailReason::NoShow).await.unwrap();
        assert_eq!(case.state, State::Failed);
        assert_eq!(help.seen().await.fail_reason, Some(FailReason::NoShow));
    }

    async fn both_ends_write_and_each_reads_what_the_other_wrote(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        let case = help.acknowledged().await;
        let (question, answer) = (part(&example()["question"]), part(&example()["answer"]));
        referral::post_message(&help.adviser(), case.id, &question).await.unwrap();
        let seen = referral::post_message(&help.doctor(), case.id, &answer).await.unwrap();
        let thread: Vec<_> = seen.messages.iter().map(|one| (one.part, one.from)).collect();
        assert_eq!(thread, [(question.id, Side::Recipient), (answer.id, Side::Sender)]);
        let read = referral::read_parts(&help.adviser(), case.id, &[answer.id]).await.unwrap();
        assert_eq!(read.parts[0].jwe, answer.jwe);
        let twice = referral::post_message(&help.adviser(), case.id, &question).await;
        assert_eq!(refused(twice), RefusedCode::PartDiffers);
    }

    async fn a_box_is_narrowed_by_kind_and_deadline(fresh: Fresh) {
        let help = Help::ready(fresh).await;
        help.send().await;
        let total = async |ctx: &Context, mailbox, filter: ReferralFilter| {
            let page = referral::page(ctx, mailbox, &filter, 0, 10).await.unwrap();
            (page.total, page.items.len())
        };
        let of_kind = |kind| ReferralFilter { kinds: vec![kind], ..ReferralFilter::default() };
        let due_before = |days| ReferralFilter {
            due_before: Some(crate::house::now() + TimeDelta::days(days)),
            ..ReferralFilter::default()
        };
        for (ctx, mailbox) in [(help.adviser(), Mailbox::Inbox), (help.doctor(), Mailbox::Outbox)] {
            assert_eq!(total(&ctx, mailbox, of_kind(Kind::HelpReferral)).await, (1, 1));
            assert_eq!(total(&ctx, mailbox, of_kind(Kind::SuspicionReport)).await, (0, 0));
            // two working days to be opened
            assert_eq!(total(&ctx, mailbox, due_before(1)).await, (0, 0));
            assert_eq!(total(&ctx, mailbox, due_before(3)).await, (1, 1));
        }
    }
}
