//! The demo on a database that was left in the middle of it, or changed since.

use application::seed::plant_demo;
use application::territory::Atlas;
use domain::access::Actor;
use domain::ids::{AccountId, MemberId, imported};
use persistence::on_both_engines;
use persistence::testing::Fresh;

use crate::house::{TestHouse, an_account, now};

const LEAD: &str = "leo.leitung";

on_both_engines! {
    async fn an_account_that_was_left_without_its_membership_gets_it(fresh: Fresh) {
        let test = TestHouse::on(fresh);
        let ctx = test.house.for_actor(Actor::System);
        let atlas = Atlas::shipped(true).unwrap();
        let member = MemberId::from_uuid(imported("seed", "member", LEAD));
        let mut work = ctx.store.begin().await.unwrap();
        let account = AccountId::from_uuid(imported("seed", "account", LEAD));
        work.accounts().save(&an_account(account, LEAD)).await.unwrap();
        work.commit().await.unwrap();

        assert!(plant_demo(&ctx, &atlas).await.unwrap() > 100);
        let mut work = ctx.store.begin().await.unwrap();
        let mut membership = work.memberships().find(member).await.unwrap().unwrap();
        membership.ended_at = Some(now());
        work.memberships().save(&membership).await.unwrap();
        work.commit().await.unwrap();

        assert_eq!(plant_demo(&ctx, &atlas).await.unwrap(), 0, "what was ended stays ended");
        let mut work = ctx.store.read_newest().await.unwrap();
        let found = work.memberships().find(member).await.unwrap().unwrap();
        assert_eq!(found.ended_at, Some(now()));
    }
}
