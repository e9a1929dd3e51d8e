//! A house with a youth office and a practice whose keys are those of the sealed example.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use application::identity::Passwords;
use application::referral::GivenPart;
use application::territory::Atlas;
use application::{Context, House, keys};
use arc_swap::ArcSwap;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::access::{Actor, Member, Role, Tier};
use domain::directory::{
    Certainty, Cursor, Found, Location, Organisation, OrganisationStatus, OrganisationView,
    Provenance, SearchQuery, ServiceView, Source, Term,
};
use domain::identity::{Account, Membership, Secret, Standing};
use domain::ids::{AccountId, LocationId, MemberId, OrganisationId, ServiceId, SessionId};
use domain::ports::{ReadModel, ReadModelHealth};
use domain::referral::jose::P256Key;
use domain::referral::keys::{GrantTarget, KeyGrant, RecoverySheet};
use domain::time::{Clock, IdMint, Version};
use schutznetz_persistence::testing::{Fresh, fresh_sqlite};
use serde_json::Value;
use uuid::Uuid;

const EXAMPLE: &str = include_str!("../../../../data/referral/sealed_example.json");

pub(crate) fn example() -> Value {
    serde_json::from_str(EXAMPLE).unwrap()
}

pub(crate) fn text<'a>(value: &'a Value, place: &str) -> &'a str {
    value.pointer(place).and_then(Value::as_str).unwrap()
}

pub(crate) fn part(value: &Value) -> GivenPart {
    GivenPart {
        id: text(value, "/id").parse().unwrap(),
        jwe: text(value, "/jwe").to_owned(),
    }
}

/// Five minutes after everything in the example was signed.
pub(crate) fn now() -> DateTime<Utc> {
    "2026-12-01T08:05:00Z".parse().unwrap()
}

/// A second later at every look, so that no date of the office can hide behind one of the sender.
#[derive(Debug, Default)]
struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> DateTime<Utc> {
        now() + TimeDelta::seconds(self.0.fetch_add(1, Ordering::Relaxed))
    }
}

struct Fresher;

impl IdMint for Fresher {
    fn mint(&self, _at: DateTime<Utc>) -> Uuid {
        self.mint_random()
    }

    #[expect(clippy::disallowed_methods, reason = "the test's one place for chance")]
    fn mint_random(&self) -> Uuid {
        Uuid::new_v4()
    }

    fn secret(&self) -> [u8; 32] {
        [7; 32]
    }
}

/// The exchange never reads the directory's index.
struct NoDirectory;

#[async_trait]
impl ReadModel for NoDirectory {
    async fn reached(&self, _cursor: Cursor, _patience: Duration) -> bool {
        unreachable!()
    }
    fn service(&self, _tier: Tier, _id: ServiceId) -> Option<Arc<ServiceView>> {
        unreachable!()
    }
    fn organisation(&self, _tier: Tier, _id: OrganisationId) -> Option<Arc<OrganisationView>> {
        unreachable!()
    }
    fn location(&self, _tier: Tier, _id: LocationId) -> Option<Arc<Location>> {
        unreachable!()
    }
    fn search(&self, _tier: Tier, _query: &SearchQuery, _now: DateTime<Utc>) -> Found {
        unreachable!()
    }
    fn terms(&self) -> Arc<[Term]> {
        unreachable!()
    }
    fn sources(&self) -> Arc<[Source]> {
        unreachable!()
    }
    fn health(&self) -> ReadModelHealth {
        unreachable!()
    }
}

pub(crate) struct TestHouse {
    pub(crate) house: House,
    pub(crate) office: OrganisationId,
    pub(crate) practice: OrganisationId,
    _fresh: Fresh,
}

/// The second member of the office.
pub(crate) fn colleague() -> MemberId {
    MemberId::from_uuid(Uuid::from_u128(0x22))
}

fn clerk() -> MemberId {
    text(&example(), "/office/member").parse().unwrap()
}

fn doctor() -> MemberId {
    text(&example(), "/practice/member").parse().unwrap()
}

fn roles_of(member: MemberId) -> BTreeSet<Role> {
    if member == colleague() {
        [Role::Intake, Role::Decider].into()
    } else {
        [Role::Lead].into()
    }
}

impl TestHouse {
    pub(crate) async fn ready() -> Self {
        let fresh = fresh_sqlite().await;
        let example = example();
        let house = House {
            instance_id: Arc::from("demo"),
            store: Arc::new(fresh.store.clone()),
            read_model: Arc::new(NoDirectory),
            atlas: Arc::new(ArcSwap::from_pointee(Atlas::default())),
            clock: Arc::new(Ticking::default()),
            mint: Arc::new(Fresher),
            passwords: Arc::new(Passwords::new().unwrap()),
        };
        let test = Self {
            house,
            office: text(&example, "/office/organisation").parse().unwrap(),
            practice: text(&example, "/practice/organisation").parse().unwrap(),
            _fresh: fresh,
        };
        test.found(
            test.office,
            "Jugendamt",
            "youth_office",
            &["SUSPICION_REPORT"],
        )
        .await;
        test.found(test.practice, "Praxis", "medical_practice", &[])
            .await;
        test.enter(clerk(), test.office).await;
        test.enter(colleague(), test.office).await;
        test.enter(doctor(), test.practice).await;
        test.give_keys(&example["office"], &test.clerk()).await;
        test.give_keys(&example["practice"], &test.doctor()).await;
        let mut work = test.house.store.begin().await.unwrap();
        let token = text(&example, "/endorsement/token");
        work.keys()
            .insert_endorsement(test.office, token, now())
            .await
            .unwrap();
        work.commit().await.unwrap();
        test
    }

    fn actor(&self, member: MemberId, organisation: OrganisationId) -> Context {
        let kind = if organisation == self.office {
            "youth_office"
        } else {
            "medical_practice"
        };
        self.house.for_actor(Actor::Member(Member {
            account: AccountId::from_uuid(member.as_uuid()),
            member,
            organisation,
            organisation_kind: kind.to_owned(),
            district: None,
            session: SessionId::from_uuid(Uuid::from_u128(0x5e)),
            roles: roles_of(member),
        }))
    }

    pub(crate) fn clerk(&self) -> Context {
        self.actor(clerk(), self.office)
    }

    pub(crate) fn colleague(&self) -> Context {
        self.actor(colleague(), self.office)
    }

    pub(crate) fn doctor(&self) -> Context {
        self.actor(doctor(), self.practice)
    }

    async fn found(&self, id: OrganisationId, name: &str, kind: &str, receives: &[&str]) {
        let organisation = Organisation {
            id,
            version: Version::FIRST,
            name: name.to_owned(),
            alternate_names: Vec::new(),
            description: None,
            kind: kind.parse().unwrap(),
            sectors: Vec::new(),
            legal_form: None,
            register_ids: Vec::new(),
            parent: None,
            district: Some("13076".to_owned()),
            website: None,
            email: None,
            mandates: Vec::new(),
            status: OrganisationStatus::Active,
            phones: Vec::new(),
            contacts: Vec::new(),
            schedules: Vec::new(),
            internal_note: None,
            demo: true,
            provenance: Provenance {
                sources: Vec::new(),
                source_record_id: None,
                certainty: Certainty::Own,
                imported_at: None,
            },
            verifications: Vec::new(),
            created_at: now(),
            updated_at: now(),
        };
        let standing = Standing {
            verified_at: Some(now()),
            receives: receives.iter().map(|kind| (*kind).to_owned()).collect(),
        };
        let mut work = self.house.store.begin().await.unwrap();
        work.organisations().save(&organisation).await.unwrap();
        work.memberships()
            .save_standing(id, &standing)
            .await
            .unwrap();
        work.commit().await.unwrap();
    }

    async fn enter(&self, member: MemberId, organisation: OrganisationId) {
        let account = AccountId::from_uuid(member.as_uuid());
        let mut work = self.house.store.begin().await.unwrap();
        work.accounts()
            .save(&Account {
                id: account,
                login: member.to_string(),
                display_name: "Jemand".to_owned(),
                password_hash: Secret::new(String::new()),
                enabled: true,
                failures: 0,
                locked_until: None,
                created_at: now(),
            })
            .await
            .unwrap();
        work.memberships()
            .save(&Membership {
                id: member,
                account,
                organisation,
                roles: roles_of(member),
                since: now(),
                ended_at: None,
            })
            .await
            .unwrap();
        work.commit().await.unwrap();
    }

    /// The keys of the example through the use cases; only the proofs, which nobody knows any more,
    /// are set as if they had come back.
    async fn give_keys(&self, of: &Value, ctx: &Context) {
        let announcement = text(of, "/link/announcement");
        keys::announce_organisation_key(ctx, announcement, None)
            .await
            .unwrap();
        keys::certify_member(ctx, text(of, "/certificate"))
            .await
            .unwrap();
        let sheet = P256Key::from_jwk(&of["sheet"]["jwk"]).unwrap();
        let sheet = keys::register_recovery_sheet(ctx, 1, sheet).await.unwrap();
        for grant in of["grants"].as_array().unwrap() {
            let target: GrantTarget = text(grant, "/member").parse().unwrap();
            let digest = text(grant, "/proofDigest");
            let posted = keys::post_grant(ctx, target, 1, text(grant, "/grant"), digest)
                .await
                .unwrap();
            let mut work = self.house.store.begin().await.unwrap();
            let proved = KeyGrant {
                proved_at: Some(now()),
                ..posted
            };
            work.keys().save_grant(&proved).await.unwrap();
            work.commit().await.unwrap();
        }
        let mut work = self.house.store.begin().await.unwrap();
        let verified = RecoverySheet {
            verified_at: Some(now()),
            ..sheet
        };
        work.keys().save_sheet(&verified).await.unwrap();
        work.commit().await.unwrap();
    }
}
