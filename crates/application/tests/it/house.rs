//! A house on a fresh database, and bodies whose keys are those of a sealed example.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use application::identity::Passwords;
use application::referral::{GivenPart, RefusedCode};
use application::territory::Atlas;
use application::{Context, Failure, House, keys};
use arc_swap::ArcSwap;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::access::{Actor, Member, Role, Tier};
use domain::directory::hours::Schedule;
use domain::directory::{
    Cursor, Found, Location, Organisation, OrganisationView, SearchQuery, ServiceView, Source,
    Stated, Term,
};
use domain::identity::{Account, Membership, Secret, Standing};
use domain::ids::{AccountId, LocationId, MemberId, OrganisationId, ServiceId, SessionId};
use domain::ports::{ReadModel, ReadModelHealth};
use domain::referral::jose::P256Key;
use domain::referral::keys::GrantTarget;
use domain::time::{Clock, IdMint};
use persistence::testing::Fresh;
use serde_json::Value;
use uuid::Uuid;

pub(crate) fn text<'a>(value: &'a Value, place: &str) -> &'a str {
    value.pointer(place).and_then(Value::as_str).unwrap()
}

pub(crate) fn part(value: &Value) -> GivenPart {
    GivenPart {
        id: text(value, "/id").parse().unwrap(),
        jwe: text(value, "/jwe").to_owned(),
    }
}

/// The envelope and the parts of a submission.
pub(crate) fn submission(value: &Value) -> (String, Vec<GivenPart>) {
    let parts = value["parts"].as_array().unwrap().iter().map(part);
    (text(value, "/envelope").to_owned(), parts.collect())
}

/// With which code the exchange refused.
pub(crate) fn refused<T: std::fmt::Debug>(outcome: Result<T, Failure>) -> RefusedCode {
    match outcome {
        Err(Failure::Refused(refused)) => refused.code,
        other => panic!("not refused: {other:?}"),
    }
}

/// Five minutes after everything in the examples was signed.
pub(crate) fn now() -> DateTime<Utc> {
    "2026-12-01T08:05:00Z".parse().unwrap()
}

/// A second later at every look, so that no date of the office can hide behind one of the sender.
#[derive(Debug, Default)]
pub(crate) struct Ticking(AtomicI64);

impl Ticking {
    /// Lets time pass.
    pub(crate) fn forward(&self, by: TimeDelta) {
        self.0.fetch_add(by.num_seconds(), Ordering::Relaxed);
    }
}

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

/// The directory's index, which knows of one organisation or of none; the exchange asks it for hours
/// alone.
struct Known(Option<Arc<OrganisationView>>);

#[async_trait]
impl ReadModel for Known {
    async fn reached(&self, _cursor: Cursor, _patience: Duration) -> bool {
        unreachable!()
    }
    fn service(&self, _tier: Tier, _id: ServiceId) -> Option<Arc<ServiceView>> {
        unreachable!()
    }
    fn organisation(&self, _tier: Tier, id: OrganisationId) -> Option<Arc<OrganisationView>> {
        let known = self.0.clone();
        known.filter(|view| view.organisation.id == id)
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
    fn index_bytes(&self) -> u64 {
        unreachable!()
    }
}

/// An organisation of a test, with its first member.
pub(crate) struct Body {
    pub(crate) organisation: OrganisationId,
    pub(crate) member: MemberId,
    /// Its kind in the directory.
    pub(crate) kind: &'static str,
    /// What it was granted to receive.
    pub(crate) receives: &'static [&'static str],
    /// Its keys in the example.
    pub(crate) keys: Value,
}

impl Body {
    pub(crate) fn of(keys: &Value, kind: &'static str, receives: &'static [&'static str]) -> Self {
        Self {
            organisation: text(keys, "/organisation").parse().unwrap(),
            member: text(keys, "/member").parse().unwrap(),
            kind,
            receives,
            keys: keys.clone(),
        }
    }
}

pub(crate) struct TestHouse {
    pub(crate) house: House,
    pub(crate) clock: Arc<Ticking>,
    _fresh: Fresh,
}

impl TestHouse {
    pub(crate) fn on(fresh: Fresh) -> Self {
        let clock = Arc::new(Ticking::default());
        let house = House {
            instance_id: Arc::from("demo"),
            store: Arc::new(fresh.store.clone()),
            read_model: Arc::new(Known(None)),
            atlas: Arc::new(ArcSwap::from_pointee(Atlas::default())),
            clock: clock.clone(),
            mint: Arc::new(Fresher),
            passwords: Arc::new(Passwords::new().unwrap()),
        };
        Self {
            house,
            clock,
            _fresh: fresh,
        }
    }

    /// Lets the directory know when a body is open.
    pub(crate) fn opens(&mut self, body: &Body, hours: Schedule) {
        let stated = Stated {
            value: hours,
            source: None,
            date: None,
        };
        let kind = body.kind.parse().unwrap();
        let organisation = Organisation {
            schedules: vec![stated],
            ..Organisation::entered(body.organisation, body.kind.to_owned(), kind, now())
        };
        let view = OrganisationView {
            organisation: Arc::new(organisation),
            services: Vec::new(),
            locations: Vec::new(),
        };
        self.house.read_model = Arc::new(Known(Some(Arc::new(view))));
    }

    /// A member of a body, with these roles.
    pub(crate) fn actor(&self, of: &Body, member: MemberId, roles: &[Role]) -> Context {
        self.in_session(of, member, roles, 0x5e)
    }

    fn in_session(&self, of: &Body, member: MemberId, roles: &[Role], session: u128) -> Context {
        self.house.for_actor(Actor::Member(Member {
            account: AccountId::from_uuid(member.as_uuid()),
            member,
            organisation: of.organisation,
            organisation_kind: of.kind.to_owned(),
            district: None,
            session: SessionId::from_uuid(Uuid::from_u128(session)),
            roles: roles.iter().copied().collect(),
        }))
    }

    /// The first member of a body, who leads it.
    pub(crate) fn lead(&self, of: &Body) -> Context {
        self.actor(of, of.member, &[Role::Lead])
    }

    /// Founds a body with its lead and no keys.
    pub(crate) async fn found(&self, body: &Body) {
        self.register(body.organisation, body.kind, body.receives)
            .await;
        self.enter(body.member, body.organisation, &[Role::Lead])
            .await;
    }

    /// Keeps a verifying body's word for the first key as it was given.
    pub(crate) async fn vouch(&self, body: &Body, token: &str) {
        let mut work = self.house.store.begin().await.unwrap();
        work.keys()
            .insert_endorsement(body.organisation, token, now())
            .await
            .unwrap();
        work.commit().await.unwrap();
    }

    async fn register(&self, id: OrganisationId, kind: &str, receives: &[&str]) {
        let organisation = Organisation {
            district: Some("13076".to_owned()),
            demo: true,
            ..Organisation::entered(id, format!("Probe {kind}"), kind.parse().unwrap(), now())
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

    pub(crate) async fn enter(
        &self,
        member: MemberId,
        organisation: OrganisationId,
        roles: &[Role],
    ) {
        let account = AccountId::from_uuid(member.as_uuid());
        let mut work = self.house.store.begin().await.unwrap();
        work.accounts()
            .save(&an_account(account, &member.to_string()))
            .await
            .unwrap();
        work.memberships()
            .save(&Membership {
                id: member,
                account,
                organisation,
                roles: roles.iter().copied().collect(),
                since: now(),
                ended_at: None,
            })
            .await
            .unwrap();
        work.commit().await.unwrap();
    }

    /// The keys of the example, each grant shown to open.
    pub(crate) async fn give_keys(&self, to: &Body) {
        let (of, ctx) = (&to.keys, self.lead(to));
        let announcement = text(of, "/link/announcement");
        keys::announce_organisation_key(&ctx, announcement, None)
            .await
            .unwrap();
        keys::certify_member(&ctx, text(of, "/certificate"))
            .await
            .unwrap();
        let sheet = P256Key::from_jwk(&of["sheet"]["jwk"]).unwrap();
        keys::register_recovery_sheet(&ctx, 1, sheet).await.unwrap();
        self.give_grants(to, 1, of).await;
    }

    /// The keys of the second epoch.
    pub(crate) async fn rotate(&self, to: &Body, rotation: &Value) {
        let ctx = self.lead(to);
        let proof = text(rotation, "/link/proof");
        keys::announce_organisation_key(&ctx, text(rotation, "/link/announcement"), Some(proof))
            .await
            .unwrap();
        keys::certify_member(&ctx, text(rotation, "/certificate"))
            .await
            .unwrap();
        self.give_grants(to, 2, rotation).await;
    }

    async fn give_grants(&self, to: &Body, epoch: u32, of: &Value) {
        let ctx = self.lead(to);
        let tomorrow = self.in_session(to, to.member, &[Role::Lead], 0x5f);
        let proofs = of["proofs"].as_array().unwrap();
        for (grant, proof) in of["grants"].as_array().unwrap().iter().zip(proofs) {
            let target: GrantTarget = text(grant, "/member").parse().unwrap();
            let (sealed, digest) = (text(grant, "/grant"), text(grant, "/proofDigest"));
            keys::post_grant(&ctx, target, epoch, sealed, digest)
                .await
                .unwrap();
            let proof = proof.as_str().unwrap();
            match target {
                GrantTarget::Member(_) => {
                    keys::prove_grant(&ctx, epoch, proof).await.unwrap();
                }
                GrantTarget::Sheet(number) => {
                    keys::verify_recovery_sheet(&tomorrow, number, proof)
                        .await
                        .unwrap();
                }
            }
        }
    }
}

/// An account that nobody can sign in with.
pub(crate) fn an_account(id: AccountId, login: &str) -> Account {
    Account {
        id,
        login: login.to_owned(),
        display_name: "Jemand".to_owned(),
        password_hash: Secret::new(String::new()),
        enabled: true,
        failures: 0,
        locked_until: None,
        created_at: now(),
    }
}
