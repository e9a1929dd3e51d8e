//! A list holds exactly what the policy allows one by one.

use domain::access::Verdict;
use domain::access::{Actor, Member, Role};
use domain::directory::{Organisation, policy};
use domain::ids::{AccountId, MemberId, ServiceId, SessionId};
use domain::store::Store;
use persistence::on_both_engines;
use persistence::testing::Fresh;
use uuid::Uuid;

use crate::samples::{bare_organisation, bare_service, organisation_id};

/// Actors of every kind: each role, with and without a district, of three organisations.
fn actors() -> Vec<Actor> {
    let mut actors = vec![Actor::Anonymous, Actor::System];
    let roles = Role::ALL.iter().map(|role| vec![*role]);
    for roles in roles.chain([
        vec![],
        vec![Role::DirectoryEditor, Role::NetworkCoordinator],
    ]) {
        for (organisation, district) in [(1, Some("13076")), (2, Some("13071")), (3, None)] {
            actors.push(Actor::Member(Member {
                account: AccountId::from_uuid(Uuid::from_u128(1)),
                member: MemberId::from_uuid(Uuid::from_u128(2)),
                organisation: organisation_id(organisation),
                organisation_kind: "youth_office".to_owned(),
                district: district.map(str::to_owned),
                session: SessionId::from_uuid(Uuid::from_u128(3)),
                roles: roles.iter().copied().collect(),
            }));
        }
    }
    actors
}

on_both_engines! {
    async fn the_services_somebody_may_edit_are_those_the_policy_allows(fresh: Fresh) {
        let places = [Some("13076"), Some("13071"), None, Some("13076"), None];
        let organisations: Vec<_> = (1..)
            .zip(places)
            .map(|(n, district)| Organisation {
                district: district.map(str::to_owned),
                ..bare_organisation(n)
            })
            .collect();
        let mut services = vec![];
        let mut work = fresh.store.begin().await.unwrap();
        for (organisation, n) in organisations.iter().zip(0..) {
            work.organisations().save(organisation).await.unwrap();
            for service in [bare_service(2 * n, organisation.id), bare_service(2 * n + 1, organisation.id)] {
                work.services().save(&service).await.unwrap();
                services.push((service, organisation));
            }
        }
        work.commit().await.unwrap();

        let mut read = fresh.store.read().await.unwrap();
        for actor in actors() {
            let allowed: Vec<ServiceId> = services
                .iter()
                .filter(|(_, organisation)| policy::may_edit(&actor, organisation) == Verdict::Allow)
                .map(|(service, _)| service.id)
                .collect();
            let listed = read.services().editable_by(&actor, 0, 100).await.unwrap();
            let ids: Vec<_> = listed.items.iter().map(|service| service.id).collect();
            assert_eq!(ids, allowed, "{actor:?}");
            assert_eq!(listed.total, u64::try_from(allowed.len()).unwrap(), "{actor:?}");
        }
    }

    async fn a_page_holds_its_slice_and_the_whole_count(fresh: Fresh) {
        let mut work = fresh.store.begin().await.unwrap();
        work.organisations().save(&bare_organisation(1)).await.unwrap();
        for n in 0..7 {
            work.services().save(&bare_service(n, organisation_id(1))).await.unwrap();
        }
        work.commit().await.unwrap();
        let mut read = fresh.store.read().await.unwrap();
        let page = read.services().editable_by(&Actor::System, 5, 5).await.unwrap();
        let names: Vec<_> = page.items.iter().map(|service| service.name.as_str()).collect();
        assert_eq!(names, ["Angebot 00005", "Angebot 00006"]);
        assert_eq!((page.total, page.offset, page.has_next()), (7, 5, false));
    }
}
