//! Accounts, memberships, standings, sessions.

use chrono::TimeDelta;
use domain::access::Role;
use domain::identity::{Account, Membership, SESSION_FOR, Secret, Session, Standing};
use domain::ids::{AccountId, MemberId, SessionId};
use domain::store::{Store, Work};
use persistence::on_both_engines;
use persistence::testing::Fresh;
use uuid::Uuid;

use crate::samples::{bare_organisation, noon, organisation_id};

fn account(n: u128, login: &str) -> Account {
    Account {
        id: AccountId::from_uuid(Uuid::from_u128(n)),
        login: login.to_owned(),
        display_name: "Kim Beispiel".to_owned(),
        password_hash: Secret::new("$argon2id$v=19$…".to_owned()),
        enabled: true,
        failures: 3,
        locked_until: Some(noon() + TimeDelta::minutes(15)),
        created_at: noon(),
    }
}

fn membership(n: u128, account: &Account) -> Membership {
    Membership {
        id: MemberId::from_uuid(Uuid::from_u128(n)),
        account: account.id,
        organisation: organisation_id(1),
        roles: [Role::Intake, Role::DirectoryEditor].into(),
        since: noon() + TimeDelta::seconds(i64::try_from(n).unwrap()),
        ended_at: None,
    }
}

fn session(n: u8, of: &Membership) -> Session {
    Session {
        id: SessionId::from_uuid(Uuid::from_u128(n.into())),
        account: of.account,
        member: of.id,
        renewal_hash: [n; 32],
        previous_renewal_hash: None,
        created_at: noon(),
        renewed_at: noon() + TimeDelta::minutes(9),
        revoked_at: None,
    }
}

/// One account with one membership, saved in the work.
async fn somebody(work: &mut Box<dyn Work>) -> (Account, Membership) {
    let somebody = account(1, "kim");
    let membership = membership(1, &somebody);
    work.organisations()
        .save(&bare_organisation(1))
        .await
        .unwrap();
    work.accounts().save(&somebody).await.unwrap();
    work.memberships().save(&membership).await.unwrap();
    (somebody, membership)
}

on_both_engines! {
    async fn an_account_is_found_by_id_and_by_login_and_is_replaced(fresh: Fresh) {
        let mut work = fresh.store.begin().await.unwrap();
        let kim = account(1, "kim");
        work.accounts().save(&kim).await.unwrap();
        let unlocked = kim.after_success();
        work.accounts().save(&unlocked).await.unwrap();
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.accounts().find(kim.id).await.unwrap(), Some(unlocked.clone()));
        assert_eq!(read.accounts().by_login("kim").await.unwrap(), Some(unlocked));
        assert_eq!(read.accounts().by_login("kim' OR 1=1 --").await.unwrap(), None);
    }

    async fn a_login_that_is_taken_is_told_apart_from_other_failures(fresh: Fresh) {
        let mut work = fresh.store.begin().await.unwrap();
        work.accounts().save(&account(1, "kim")).await.unwrap();
        let refusal = work.accounts().save(&account(2, "kim")).await.unwrap_err();
        assert!(refusal.is_already_taken());
        assert!(!refusal.to_string().contains("kim"));
        drop(work);

        let mut work = fresh.store.begin().await.unwrap();
        let nobodys = membership(1, &account(9, "nobody"));
        let refusal = work.memberships().save(&nobodys).await.unwrap_err();
        assert!(!refusal.is_already_taken());
    }

    async fn memberships_that_have_not_ended_come_oldest_first(fresh: Fresh) {
        let mut work = fresh.store.begin().await.unwrap();
        let (kim, first) = somebody(&mut work).await;
        let second = membership(2, &kim);
        let ended = Membership { ended_at: Some(noon()), ..membership(3, &kim) };
        work.memberships().save(&ended).await.unwrap();
        work.memberships().save(&second).await.unwrap();
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let mut memberships = read.memberships();
        let expected = [first, second];
        assert_eq!(memberships.of_account(kim.id).await.unwrap(), expected);
        assert_eq!(memberships.of_organisation(organisation_id(1)).await.unwrap(), expected);
        assert_eq!(memberships.of_organisation(organisation_id(2)).await.unwrap(), []);
        assert_eq!(memberships.find(ended.id).await.unwrap(), Some(ended));
    }

    async fn an_organisation_has_no_standing_until_it_is_given_one(fresh: Fresh) {
        let mut work = fresh.store.begin().await.unwrap();
        somebody(&mut work).await;
        let organisation = organisation_id(1);
        let before = work.memberships().standing(organisation).await.unwrap();
        assert_eq!(before, Standing::default());
        let standing = Standing {
            verified_at: Some(noon()),
            receives: ["SUSPICION_REPORT".to_owned()].into(),
        };
        work.memberships().save_standing(organisation, &standing).await.unwrap();
        work.commit().await.unwrap();
        let mut read = fresh.store.read().await.unwrap();
        assert_eq!(read.memberships().standing(organisation).await.unwrap(), standing);
    }

    async fn a_session_is_found_by_the_secret_of_now_and_the_one_before(fresh: Fresh) {
        let mut work = fresh.store.begin().await.unwrap();
        let (_, membership) = somebody(&mut work).await;
        let first = session(1, &membership);
        let renewed = Session {
            renewal_hash: [9; 32],
            previous_renewal_hash: Some(first.renewal_hash),
            ..first.clone()
        };
        work.sessions().save(&first).await.unwrap();
        work.sessions().save(&renewed).await.unwrap();
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let mut sessions = read.sessions();
        assert_eq!(sessions.find(first.id).await.unwrap().as_ref(), Some(&renewed));
        assert_eq!(sessions.by_renewal_hash(&[9; 32]).await.unwrap().as_ref(), Some(&renewed));
        assert_eq!(sessions.by_renewal_hash(&[1; 32]).await.unwrap().as_ref(), Some(&renewed));
        assert_eq!(sessions.by_renewal_hash(&[7; 32]).await.unwrap(), None);
    }

    async fn revoking_everywhere_counts_the_live_sessions_of_that_account_only(fresh: Fresh) {
        let mut work = fresh.store.begin().await.unwrap();
        let (kim, of_kim) = somebody(&mut work).await;
        let other = account(2, "robin");
        work.accounts().save(&other).await.unwrap();
        let of_robin = membership(2, &other);
        work.memberships().save(&of_robin).await.unwrap();
        let over = Session { created_at: noon() - SESSION_FOR, ..session(3, &of_kim) };
        for session in [session(1, &of_kim), session(2, &of_kim), over, session(4, &of_robin)] {
            work.sessions().save(&session).await.unwrap();
        }
        let at = noon() + TimeDelta::minutes(20);
        assert_eq!(work.sessions().revoke_all(kim.id, at).await.unwrap(), 2);
        assert_eq!(work.sessions().revoke_all(kim.id, at).await.unwrap(), 0);
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        let mut revoked = read.sessions().revoked_since(at).await.unwrap();
        revoked.sort();
        assert_eq!(revoked, [session(1, &of_kim).id, session(2, &of_kim).id]);
        let later = at + TimeDelta::microseconds(1);
        assert_eq!(read.sessions().revoked_since(later).await.unwrap(), []);
        let robins = read.sessions().find(session(4, &of_robin).id).await.unwrap().unwrap();
        assert_eq!(robins.revoked_at, None);
    }
}
