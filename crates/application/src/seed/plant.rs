//! Planting the seed in storage: what is missing is written, what is there is left alone, so that
//! nothing a person has corrected is lost and seeding twice changes nothing.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::directory::{ChangeKind, EntityRef, Point};
use domain::identity::{Secret, Standing};
use domain::ids::{AccountId, MemberId, TermId, imported};
use domain::store::Work;
use domain::territory::MunicipalityKey;
use domain::time::IdMint;
use uuid::Uuid;

use super::convert::{Aggregates, aggregates, organisation_id};
use super::demo::{AccountEntry, StandingEntry};
use super::{Broken, Network, exchange, read, read_demo};
use crate::identity::{NewAccount, NewMember, add_member, create_account};
use crate::territory::Atlas;
use crate::{Context, Failure};

/// How far a municipality's label point may be from any house in it.
const MUNICIPALITY_ACCURACY_M: u32 = 5_000;

/// Why the seed could not be planted.
#[derive(Debug, thiserror::Error)]
pub enum NotPlanted {
    /// A file is broken.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// A use case refused, or storage failed.
    #[error("planting the seed: {0}")]
    Failure(#[from] Failure),
}

impl From<domain::store::StoreError> for NotPlanted {
    fn from(error: domain::store::StoreError) -> Self {
        Self::Failure(error.into())
    }
}

/// Plants the real network; answers how many records were written.
///
/// # Errors
/// A broken file names its place; storage may fail, and then nothing was written.
pub async fn plant(ctx: &Context, atlas: &Atlas) -> Result<usize, NotPlanted> {
    let network = read()?;
    Ok(write(ctx, atlas, &network).await?)
}

/// Plants the invented district with its people; answers how many records were written.
///
/// # Errors
/// As [`plant`].
pub async fn plant_demo(ctx: &Context, atlas: &Atlas) -> Result<usize, NotPlanted> {
    let demo = read_demo()?;
    let mut written = write(ctx, atlas, &demo.network).await?;
    for standing in &demo.standings {
        written += stand(ctx, standing).await?;
    }
    for account in &demo.accounts {
        written += join(ctx, account).await?;
    }
    written += exchange::play(ctx, &demo.exchange).await?;
    Ok(written)
}

async fn write(ctx: &Context, atlas: &Atlas, network: &Network) -> Result<usize, Failure> {
    let point_of = |municipality: &MunicipalityKey| -> Option<Point> {
        let point = atlas.gazetteer().municipality(municipality)?.point?;
        Some(Point {
            lat: point.lat,
            lon: point.lon,
            accuracy_m: MUNICIPALITY_ACCURACY_M,
        })
    };
    let seed = aggregates(network, ctx.clock.now(), &point_of);
    let mut work = ctx.store.begin().await?;
    let written = write_missing(work.as_mut(), seed).await?;
    work.commit().await?;
    Ok(written)
}

async fn write_missing(work: &mut dyn Work, seed: Aggregates) -> Result<usize, Failure> {
    let Aggregates {
        sources,
        terms,
        organisations,
        locations,
        services,
    } = seed;
    let mut written = 0;
    let known: HashSet<_> = work
        .taxonomies()
        .sources()
        .await?
        .iter()
        .map(|one| one.id)
        .collect();
    for source in sources.iter().filter(|source| !known.contains(&source.id)) {
        work.taxonomies().save_source(source).await?;
        written += 1;
    }
    let known: HashSet<TermId> = work
        .taxonomies()
        .terms()
        .await?
        .iter()
        .map(|one| one.id)
        .collect();
    for term in terms.iter().filter(|term| !known.contains(&term.id)) {
        work.taxonomies().save_term(term).await?;
        written += 1;
    }
    for organisation in &organisations {
        if work.organisations().find(organisation.id).await?.is_none() {
            work.organisations().save(organisation).await?;
            let entity = EntityRef::Organisation(organisation.id);
            append(work, entity, organisation.version, organisation.created_at).await?;
            written += 1;
        }
    }
    for location in &locations {
        if work.locations().find(location.id).await?.is_none() {
            work.locations().save(location).await?;
            append(
                work,
                EntityRef::Location(location.id),
                location.version,
                location.created_at,
            )
            .await?;
            written += 1;
        }
    }
    for service in &services {
        if work.services().find(service.id).await?.is_none() {
            work.services().save(service).await?;
            append(
                work,
                EntityRef::Service(service.id),
                service.version,
                service.created_at,
            )
            .await?;
            written += 1;
        }
    }
    Ok(written)
}

async fn append(
    work: &mut dyn Work,
    entity: EntityRef,
    version: domain::time::Version,
    at: DateTime<Utc>,
) -> Result<(), Failure> {
    work.changes()
        .append(entity, ChangeKind::Upserted, version, at)
        .await?;
    Ok(())
}

async fn stand(ctx: &Context, entry: &StandingEntry) -> Result<usize, Failure> {
    let id = organisation_id(&entry.organisation);
    let mut work = ctx.store.begin().await?;
    if work.memberships().standing(id).await? != Standing::default() {
        return Ok(0);
    }
    let standing = Standing {
        verified_at: entry.verified.then(|| ctx.clock.now()),
        receives: entry.receives.clone(),
    };
    if standing == Standing::default() {
        return Ok(0);
    }
    work.memberships().save_standing(id, &standing).await?;
    work.commit().await?;
    Ok(1)
}

async fn join(ctx: &Context, entry: &AccountEntry) -> Result<usize, Failure> {
    let named = Named {
        login: entry.login.clone(),
        secrets: Arc::clone(&ctx.mint),
    };
    let (account, membership) = {
        let mut work = ctx.store.read_newest().await?;
        let member = MemberId::from_uuid(named.mint_random());
        let account = work.accounts().by_login(&entry.login).await?;
        (account, work.memberships().find(member).await?)
    };
    let own = AccountId::from_uuid(named.mint(ctx.clock.now()));
    // somebody who ended the membership, or took the login for an account of their own, is left alone
    if membership.is_some() || account.as_ref().is_some_and(|account| account.id != own) {
        return Ok(0);
    }
    let mut ctx = ctx.clone();
    ctx.house.mint = Arc::new(named);
    if account.is_none() {
        let new = NewAccount {
            login: entry.login.clone(),
            display_name: entry.name.clone(),
            password: Secret::new(entry.password.clone()),
        };
        create_account(&ctx, new).await?;
    }
    let new = NewMember {
        login: entry.login.clone(),
        organisation: organisation_id(&entry.organisation).to_string(),
        roles: entry.roles.iter().map(Role::to_string).collect(),
    };
    add_member(&ctx, new).await?;
    Ok(1)
}

/// Gives a person of the demo the same ids in every installation: what is sealed names them.
struct Named {
    login: String,
    secrets: Arc<dyn IdMint>,
}

impl IdMint for Named {
    fn mint(&self, _at: DateTime<Utc>) -> Uuid {
        imported("seed", "account", &self.login)
    }

    fn mint_random(&self) -> Uuid {
        imported("seed", "member", &self.login)
    }

    fn secret(&self) -> [u8; 32] {
        self.secrets.secret()
    }
}
