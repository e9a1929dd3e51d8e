//! Everything the read model holds between two rebuilds: the records of each tier and what is searched
//! of it. Tiers that see the same services share one index.

use std::sync::{Arc, RwLock};

use chrono::{DateTime, Utc};
use domain::access::Tier;
use domain::directory::{
    Found, Location, OrganisationView, SearchQuery, ServiceView, Source, Term,
};
use domain::ids::{LocationId, OrganisationId, ServiceId};

use crate::analyze::Analyzer;
use crate::follow::reading;
use crate::index::Writer;
use crate::model::{Analyst, Draft, Model, Shared, Tables};
use crate::places::PlaceNames;
use crate::query::{StatePhrases, UrgentPhrases};
use crate::rank::Weights;
use crate::snapshot::{AllRecords, Records, TIERS, position};
use crate::terms::TermTable;
use crate::window::Window;

/// All there is to build from.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(crate) records: AllRecords,
    pub(crate) terms: Vec<Term>,
    pub(crate) sources: Vec<Source>,
}

/// The part that changes with the feed.
#[derive(Debug)]
pub(crate) struct Inner {
    /// The records by [`position`] of the tier.
    pub(crate) records: [Records; TIERS.len()],
    /// The distinct models.
    pub(crate) models: Vec<Model>,
    /// The distinct statements all of them share.
    pub(crate) tables: Arc<Tables>,
    /// Which model each tier searches, by [`position`]. What is internal stands in no index: who
    /// sees it searches what a youth office searches.
    pub(crate) of_tier: [usize; TIERS.len()],
}

/// What the read model holds.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) shared: Shared,
    pub(crate) inner: RwLock<Inner>,
}

impl State {
    /// Builds everything.
    pub(crate) fn build(
        rows: Rows,
        places: Arc<PlaceNames>,
        analyzer: Arc<Analyzer>,
        weights: Weights,
        now: DateTime<Utc>,
    ) -> tantivy::Result<(Self, Vec<Writer>)> {
        let Rows {
            records,
            terms,
            sources,
        } = rows;
        let shared = Shared {
            terms: TermTable::new(terms, &analyzer),
            sources: sources.into(),
            window: Window::around(now),
            states: StatePhrases::shipped(&analyzer),
            urgent: UrgentPhrases::shipped(&analyzer),
            analyzer,
            places,
            weights,
        };
        let records = records.tiers;
        let mut of_tier = [0; TIERS.len()];
        for tier in 2..TIERS.len() {
            let same = sees_the_same(&records[tier], &records[tier - 1]);
            of_tier[tier] = of_tier[tier - 1] + usize::from(!same);
        }
        let (models, writers, tables) = models_of(&records, of_tier, &shared)?;
        let inner = RwLock::new(Inner {
            records,
            models,
            tables,
            of_tier,
        });
        Ok((Self { shared, inner }, writers))
    }

    /// Whether it was built on the day of `now`.
    pub(crate) fn is_of(&self, now: DateTime<Utc>) -> bool {
        self.shared.window.is_of(now)
    }

    /// How many services it holds.
    pub(crate) fn count(&self) -> u64 {
        let count = reading(&self.inner).records[0].services.len();
        u64::try_from(count).unwrap_or(u64::MAX)
    }

    /// What the indexes of words weigh, in bytes.
    pub(crate) fn index_bytes(&self) -> u64 {
        let inner = reading(&self.inner);
        let weights = inner.models.iter().map(|model| model.reader.bytes());
        weights.sum()
    }

    pub(crate) fn service(&self, tier: Tier, id: ServiceId) -> Option<Arc<ServiceView>> {
        reading(&self.inner).records[position(tier)]
            .services
            .get(&id)
            .cloned()
    }

    pub(crate) fn location(&self, tier: Tier, id: LocationId) -> Option<Arc<Location>> {
        reading(&self.inner).records[position(tier)]
            .locations
            .get(&id)
            .cloned()
    }

    pub(crate) fn organisation(&self, tier: Tier, id: OrganisationId) -> Option<OrganisationView> {
        let inner = reading(&self.inner);
        let records = &inner.records[position(tier)];
        let organisation = Arc::clone(records.organisations.get(&id)?);
        let offered = records.offered.get(&id).into_iter().flatten();
        let houses = records.houses.get(&id).into_iter().flatten();
        Some(OrganisationView {
            organisation,
            services: offered
                .filter_map(|id| records.services.get(id).cloned())
                .collect(),
            locations: houses
                .filter_map(|id| records.locations.get(id).cloned())
                .collect(),
        })
    }

    pub(crate) fn search(&self, tier: Tier, query: &SearchQuery, now: DateTime<Utc>) -> Found {
        let inner = reading(&self.inner);
        let model = &inner.models[inner.of_tier[position(tier)]];
        crate::search::search(model, &self.shared, query, now)
    }
}

/// The distinct models of the tiers, each service analysed once for all that see it alike.
fn models_of(
    records: &[Records; TIERS.len()],
    of_tier: [usize; TIERS.len()],
    shared: &Shared,
) -> tantivy::Result<(Vec<Model>, Vec<Writer>, Arc<Tables>)> {
    let mut analyst = Analyst::new(shared, Tables::default());
    let count = of_tier.iter().max().map_or(0, |last| last + 1);
    let mut drafts = Vec::new();
    for _ in 0..count {
        drafts.push(Draft::new()?);
    }
    // no tier sees a service that the tier before it does not see
    for id in records[1].services.keys() {
        for (model, draft) in drafts.iter_mut().enumerate() {
            let tier = (1..TIERS.len()).find(|tier| of_tier[*tier] == model);
            let seen = tier.and_then(|tier| records[tier].services.get(id));
            if let Some(view) = seen {
                draft.add(&analyst.analyse(view), shared)?;
            }
        }
    }
    let tables = analyst.tables();
    let (mut models, mut writers) = (Vec::new(), Vec::new());
    for draft in drafts {
        let (model, writer) = draft.finish(&tables)?;
        models.push(model);
        writers.push(writer);
    }
    Ok((models, writers, tables))
}

/// Whether both hold the very same services.
fn sees_the_same(one: &Records, other: &Records) -> bool {
    one.services.len() == other.services.len()
        && one.services.iter().all(|(id, view)| {
            other
                .services
                .get(id)
                .is_some_and(|same| Arc::ptr_eq(view, same))
        })
}
