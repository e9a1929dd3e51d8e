//! Writes a generated network through the service's own storage.

use chrono::{DateTime, Utc};
use domain::directory::{ChangeKind, EntityRef};
use domain::ids::OrganisationId;
use domain::store::{Store, Work};
use domain::time::Version;
use persistence::{Durability, Options, connect};

use crate::generate::{Body, Generator};

/// The seed of the network; another one would give other figures.
const SEED: u64 = 0x5c40_7211_e72a_2026;
/// How many bodies are written in one transaction.
const IN_ONE_WORK: usize = 250;

/// Fills a seeded database with `how_many` services; answers the first body, for an account.
///
/// # Errors
/// Storage fails, or the seed is not in the database.
pub(crate) async fn fill(
    url: &str,
    how_many: usize,
    now: DateTime<Utc>,
) -> anyhow::Result<OrganisationId> {
    let options = Options {
        // what is generated can be generated again
        durability: Durability::ProcessEnd,
        ..Options::default()
    };
    let store = connect(url, &options).await?;
    let terms = store.read().await?.taxonomies().terms().await?;
    let mut generator = Generator::new(SEED, &terms, now)?;
    let mut first = None;
    let mut left = how_many;
    while left > 0 {
        let mut work = store.begin().await?;
        for _ in 0..IN_ONE_WORK {
            if left == 0 {
                break;
            }
            let mut body = generator.body()?;
            body.services.truncate(left);
            left -= body.services.len();
            first.get_or_insert(body.organisation.id);
            write(work.as_mut(), &body, now).await?;
        }
        work.commit().await?;
    }
    store.close().await?;
    first.ok_or_else(|| anyhow::anyhow!("a network of no services cannot be measured"))
}

async fn write(work: &mut dyn Work, body: &Body, now: DateTime<Utc>) -> anyhow::Result<()> {
    let Body {
        organisation,
        locations,
        services,
    } = body;
    work.organisations().save(organisation).await?;
    append(work, EntityRef::Organisation(organisation.id), now).await?;
    for location in locations {
        work.locations().save(location).await?;
        append(work, EntityRef::Location(location.id), now).await?;
    }
    for service in services {
        work.services().save(service).await?;
        append(work, EntityRef::Service(service.id), now).await?;
    }
    Ok(())
}

async fn append(work: &mut dyn Work, entity: EntityRef, now: DateTime<Utc>) -> anyhow::Result<()> {
    let upserted = ChangeKind::Upserted;
    work.changes()
        .append(entity, upserted, Version::FIRST, now)
        .await?;
    Ok(())
}
