//! Keys and idempotency rows.

use chrono::TimeDelta;
use domain::identity::{Account, Membership, Secret};
use domain::ids::{AccountId, MemberId, SessionId};
use domain::referral::idempotency::{Answer, Fingerprint, IdempotencyRow, Scope};
use domain::referral::jose::P256Key;
use domain::referral::keys::{
    Certificate, GrantTarget, KeyGrant, KeyRole, Link, RecoverySheet, StoredCertificate, Vault,
};
use domain::referral::retention::IDEMPOTENCY;
use domain::store::{Store, Work};
use persistence::on_both_engines;
use persistence::testing::Fresh;
use uuid::Uuid;

use crate::samples::{bare_organisation, noon, organisation_id};

fn member_id(n: u128) -> MemberId {
    MemberId::from_uuid(Uuid::from_u128(n))
}

/// The base point of P-256, and with `negated` the point opposite.
fn public_key(negated: bool) -> P256Key {
    let x = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
    let y = if negated {
        "b01cbd1c01e58065711814b583f061e9d431cca994cea1313449bf97c840ae0a"
    } else {
        "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"
    };
    let bytes = |hex: &str| -> [u8; 32] {
        std::array::from_fn(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap())
    };
    P256Key::from_coordinates(bytes(x), bytes(y)).unwrap()
}

fn certificate(jti: &str, member: u128) -> StoredCertificate {
    StoredCertificate {
        token: format!("header.{jti}.signature"),
        certificate: Certificate {
            member: member_id(member),
            role: KeyRole::Reader,
            signing: public_key(false),
            encryption: public_key(true),
            issued_at: noon(),
            expires_at: noon() + TimeDelta::days(400),
            jti: jti.to_owned(),
            certified_by: public_key(true).kid(),
        },
        revoked_at: None,
    }
}

fn grant(epoch: u32, target: GrantTarget) -> KeyGrant {
    KeyGrant {
        organisation: organisation_id(1),
        epoch,
        target,
        granter: member_id(1),
        grant: "a.b.c.d.e".to_owned(),
        proof_digest: [7; 32],
        posted_at: noon(),
        proved_at: None,
        ended_at: None,
    }
}

async fn with_members(fresh: &Fresh) -> Box<dyn Work> {
    let mut work = fresh.store.begin().await.unwrap();
    work.organisations()
        .save(&bare_organisation(1))
        .await
        .unwrap();
    for n in [1, 2] {
        let account = Account {
            id: AccountId::from_uuid(Uuid::from_u128(n)),
            login: format!("member-{n}"),
            display_name: "Kim".to_owned(),
            password_hash: Secret::new("x".to_owned()),
            enabled: true,
            failures: 0,
            locked_until: None,
            created_at: noon(),
        };
        work.accounts().save(&account).await.unwrap();
        let membership = Membership {
            id: member_id(n),
            account: account.id,
            organisation: organisation_id(1),
            roles: [].into(),
            since: noon(),
            ended_at: None,
        };
        work.memberships().save(&membership).await.unwrap();
    }
    work
}

on_both_engines! {
    async fn an_epoch_is_announced_once(fresh: Fresh) {
        let mut work = with_members(&fresh).await;
        let link = |n: u32| Link {
            announcement: format!("announcement {n}"),
            proof: (n > 1).then(|| "proof".to_owned()),
        };
        let (mut keys, office) = (work.keys(), organisation_id(1));
        for epoch in [2, 1] {
            assert!(keys.append_link(office, epoch, &link(epoch), noon()).await.unwrap());
        }
        assert!(!keys.append_link(office, 1, &link(9), noon()).await.unwrap());
        assert_eq!(keys.links(office).await.unwrap(), [link(1), link(2)]);
        assert_eq!(keys.links(organisation_id(2)).await.unwrap(), []);

        let later = noon() + TimeDelta::seconds(1);
        keys.insert_endorsement(office, "second", later).await.unwrap();
        keys.insert_endorsement(office, "first", noon()).await.unwrap();
        keys.insert_endorsement(office, "first", later).await.unwrap();
        assert_eq!(keys.endorsements(office).await.unwrap(), ["first", "second"]);
    }

    async fn a_new_certificate_ends_the_members_earlier_ones(fresh: Fresh) {
        let mut work = with_members(&fresh).await;
        let (mut keys, office) = (work.keys(), organisation_id(1));
        let later = noon() + TimeDelta::hours(1);
        keys.insert_certificate(office, &certificate("a", 1), noon()).await.unwrap();
        keys.insert_certificate(office, &certificate("b", 2), noon()).await.unwrap();
        keys.insert_certificate(office, &certificate("c", 1), later).await.unwrap();
        let ended = StoredCertificate { revoked_at: Some(later), ..certificate("a", 1) };
        let expected = [ended, certificate("b", 2), certificate("c", 1)];
        assert_eq!(keys.certificates(office).await.unwrap(), expected);
        let kid = public_key(false).kid();
        let newest = keys.certificate_by_signing_kid(office, &kid).await.unwrap();
        assert_eq!(newest, Some(certificate("c", 1)));
        let elsewhere = keys.certificate_by_signing_kid(organisation_id(2), &kid).await.unwrap();
        assert_eq!(elsewhere, None);
    }

    async fn who_leaves_loses_certificates_and_grants(fresh: Fresh) {
        let mut work = with_members(&fresh).await;
        let (mut keys, office) = (work.keys(), organisation_id(1));
        let (leaving, sheet) = (GrantTarget::Member(member_id(1)), GrantTarget::Sheet(1));
        let staying = GrantTarget::Member(member_id(2));
        for target in [leaving, sheet, staying] {
            keys.save_grant(&grant(1, target)).await.unwrap();
        }
        let proved = KeyGrant { proved_at: Some(noon()), ..grant(1, staying) };
        keys.save_grant(&proved).await.unwrap();
        keys.insert_certificate(office, &certificate("a", 1), noon()).await.unwrap();
        keys.end_all_of(office, member_id(1), noon()).await.unwrap();

        assert_eq!(keys.grants_for(office, leaving).await.unwrap(), []);
        assert_eq!(keys.grants_for(office, sheet).await.unwrap(), [grant(1, sheet)]);
        assert_eq!(keys.grants_for(office, staying).await.unwrap(), [proved]);
        assert_eq!(keys.grants(office).await.unwrap().len(), 3);
        assert_eq!(keys.certificates(office).await.unwrap()[0].revoked_at, Some(noon()));
    }

    async fn vaults_and_sheets_are_replaced(fresh: Fresh) {
        let mut work = with_members(&fresh).await;
        let (mut keys, office) = (work.keys(), organisation_id(1));
        let vault = |text: &str| Vault {
            enc_kid: public_key(true).kid(),
            sig_kid: public_key(false).kid(),
            text: text.to_owned(),
        };
        keys.save_vault(member_id(1), &vault("a"), noon()).await.unwrap();
        keys.save_vault(member_id(1), &vault("{ \"v\": 1 }"), noon()).await.unwrap();
        assert_eq!(keys.vault(member_id(1)).await.unwrap(), Some(vault("{ \"v\": 1 }")));
        assert_eq!(keys.vault(member_id(2)).await.unwrap(), None);

        let sheet = |number, verified_at| RecoverySheet {
            organisation: office,
            number,
            key: public_key(true),
            printed_in: SessionId::from_uuid(Uuid::from_u128(3)),
            printed_at: noon(),
            verified_at,
            voided_at: None,
        };
        keys.save_sheet(&sheet(2, None)).await.unwrap();
        keys.save_sheet(&sheet(1, None)).await.unwrap();
        keys.save_sheet(&sheet(1, Some(noon()))).await.unwrap();
        assert_eq!(keys.sheets(office).await.unwrap(), [sheet(1, Some(noon())), sheet(2, None)]);
    }

    async fn a_key_is_claimed_once_until_its_time_is_over(fresh: Fresh) {
        let row = |at| IdempotencyRow {
            scope: Scope { caller: "mem_1".to_owned(), route: "POST /graphql".to_owned() },
            key: "\"6f2a3c1e-0d7b-4c55-9a7e-2f8b8c1d2e3f\"".parse().unwrap(),
            fingerprint: Fingerprint([9; 32]),
            at,
            answer: None,
        };
        let first = row(noon());
        let mut work = fresh.store.begin().await.unwrap();
        assert_eq!(work.idempotency().find(&first.scope, first.key).await.unwrap(), None);
        assert!(work.idempotency().claim(&first).await.unwrap());
        work.commit().await.unwrap();

        let mut work = fresh.store.begin().await.unwrap();
        let mut rows = work.idempotency();
        let soon = row(noon() + TimeDelta::minutes(1));
        assert!(!rows.claim(&soon).await.unwrap());
        let answer = Answer { status: 201, body: vec![0, 159, 255] };
        rows.finish(&first.scope, first.key, &answer).await.unwrap();
        let answered = IdempotencyRow { answer: Some(answer), ..first.clone() };
        assert_eq!(rows.find(&first.scope, first.key).await.unwrap(), Some(answered));
        let late = row(noon() + IDEMPOTENCY);
        assert!(rows.claim(&late).await.unwrap());
        assert_eq!(rows.find(&first.scope, first.key).await.unwrap(), Some(late));
        assert_eq!(rows.delete_before(noon() + IDEMPOTENCY * 2).await.unwrap(), 1);
    }

    async fn of_many_who_claim_a_key_at_once_one_gets_it(fresh: Fresh) {
        let claims = (0..8).map(|_| {
            let store = fresh.store.clone();
            tokio::spawn(async move {
                let row = IdempotencyRow {
                    scope: Scope { caller: "mem_1".to_owned(), route: "POST /x".to_owned() },
                    key: "6f2a3c1e-0d7b-4c55-9a7e-2f8b8c1d2e3f".parse().unwrap(),
                    fingerprint: Fingerprint([9; 32]),
                    at: noon(),
                    answer: None,
                };
                let mut work = store.begin().await.unwrap();
                let claimed = work.idempotency().claim(&row).await.unwrap();
                work.commit().await.unwrap();
                claimed
            })
        });
        let mut claimed = 0;
        for claim in claims.collect::<Vec<_>>() {
            claimed += usize::from(claim.await.unwrap());
        }
        assert_eq!(claimed, 1);
    }
}
