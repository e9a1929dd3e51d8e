//! The read model itself: built from storage, following the change feed, swapped when rebuilt.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use arc_swap::ArcSwapOption;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Tier;
use domain::directory::{
    Change, Cursor, EntityRef, Found, Location, OrganisationView, SearchQuery, ServiceView, Source,
    Term,
};
use domain::ids::{LocationId, OrganisationId, ServiceId};
use domain::ports::{ReadModel, ReadModelHealth};
use domain::store::{Store, StoreError, Stored, Work};
use domain::time::Clock;
use tokio::sync::{Mutex, Notify, OwnedMutexGuard, watch};

use crate::analyze::Analyzer;
use crate::apply::Loaded;
use crate::index::Writer;
use crate::places::PlaceNames;
use crate::rank::Weights;
use crate::snapshot::AllRecords;
use crate::state::{Rows, State};

/// How many changes are read at once.
const BATCH: u64 = 500;

/// How many records are read at once when building: few enough to hold up nobody.
const PORTION: u64 = 200;

/// Further behind than this many changes, building anew is cheaper than following.
const TOO_FAR_BEHIND: i64 = 1_000;

/// The directory as it is read: see [`ReadModel`].
pub struct Directory {
    places: Arc<PlaceNames>,
    analyzer: Arc<Analyzer>,
    clock: Arc<dyn Clock>,
    weights: Weights,
    state: ArcSwapOption<State>,
    /// Held by whoever builds or applies: one at a time.
    writers: Arc<Mutex<Vec<Writer>>>,
    applied: watch::Sender<Cursor>,
    bell: Notify,
    lag_micros: AtomicU64,
}

impl std::fmt::Debug for Directory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Directory")
            .field("applied", &*self.applied.borrow())
            .finish_non_exhaustive()
    }
}

impl Directory {
    /// A directory that holds nothing yet: [`Self::build`] or [`Self::follow`] fills it.
    pub fn new(places: PlaceNames, clock: Arc<dyn Clock>, weights: Weights) -> Arc<Self> {
        let analyzer = Arc::new(Analyzer::new(places.all_names()));
        Arc::new(Self {
            places: Arc::new(places),
            analyzer,
            clock,
            weights,
            state: ArcSwapOption::empty(),
            writers: Arc::new(Mutex::new(Vec::new())),
            applied: watch::Sender::new(Cursor::default()),
            bell: Notify::new(),
            lag_micros: AtomicU64::new(0),
        })
    }

    /// Reads everything from storage, builds beside what is there and swaps.
    pub async fn build(&self, store: &dyn Store) -> Stored<()> {
        let writers = Arc::clone(&self.writers).lock_owned().await;
        self.rebuild(store, writers).await.map(drop)
    }

    /// Follows the change feed for ever, looking every `interval` and at each [`Self::wake`]. A
    /// failing storage is logged and asked again.
    pub async fn follow(&self, store: &dyn Store, interval: Duration) {
        loop {
            if let Err(error) = self.catch_up(store).await {
                let error: &dyn std::error::Error = &error;
                tracing::error!(error, "following the change feed failed");
            }
            // a bell rung while catching up is not lost: the permit waits
            let _rang = tokio::time::timeout(interval, self.bell.notified()).await;
        }
    }

    /// Looks at the change feed now; called after a write by whoever wrote.
    pub fn wake(&self) {
        self.bell.notify_one();
    }

    /// Applies what the feed holds beyond what is applied, or builds anew where that is needed: at
    /// the start, when the log no longer reaches back, when storage was restored to an earlier state,
    /// when much changed, when a taxonomy changed, and at midnight.
    pub async fn catch_up(&self, store: &dyn Store) -> Stored<()> {
        let mut writers = Arc::clone(&self.writers).lock_owned().await;
        loop {
            let Some(state) = self.state.load_full() else {
                return self.rebuild(store, writers).await.map(drop);
            };
            let now = self.clock.now();
            let applied = *self.applied.borrow();
            let mut work = store.read().await?;
            let latest = work.changes().latest().await?;
            if latest == applied && state.is_of(now) {
                self.lag_micros.store(0, Ordering::Relaxed);
                return Ok(());
            }
            if latest < applied || latest.0 - applied.0 > TOO_FAR_BEHIND || !state.is_of(now) {
                return self.rebuild(store, writers).await.map(drop);
            }
            let changes = work.changes().after(applied, BATCH).await?;
            let gap_free = changes
                .first()
                .is_some_and(|first| first.cursor.0 == applied.0 + 1);
            let Some(last) = changes.last().filter(|_| gap_free) else {
                return self.rebuild(store, writers).await.map(drop);
            };
            self.note_lag(&changes, now);
            let upto = last.cursor;
            let loaded = load(work.as_mut(), &changes).await?;
            if !state.knows_terms_of(&loaded)
                && work.taxonomies().terms().await?.as_slice() != &*state.shared.terms.stored
            {
                return self.rebuild(store, writers).await.map(drop);
            }
            drop(work);
            writers = self.apply(state, writers, loaded, upto).await?;
        }
    }

    async fn apply(
        &self,
        state: Arc<State>,
        mut writers: OwnedMutexGuard<Vec<Writer>>,
        loaded: Vec<Loaded>,
        upto: Cursor,
    ) -> Stored<OwnedMutexGuard<Vec<Writer>>> {
        let (done, mut writers) =
            off_the_runtime("applying changes to the read model", move || {
                let done = state.apply(loaded, &mut writers);
                (done, writers)
            })
            .await?;
        done.map_err(|error| failed("writing the index", error))?;
        self.applied.send_replace(upto);
        // nobody waits for what comes after this
        let (rested, writers) = off_the_runtime("letting go of the writers", move || {
            let rested = writers.iter_mut().try_for_each(Writer::rest);
            (rested, writers)
        })
        .await?;
        rested.map_err(|error| failed("merging the index", error))?;
        Ok(writers)
    }

    async fn rebuild(
        &self,
        store: &dyn Store,
        mut writers: OwnedMutexGuard<Vec<Writer>>,
    ) -> Stored<OwnedMutexGuard<Vec<Writer>>> {
        let mut work = store.read().await?;
        // first the place in the feed, then the records: whatever is newer is applied once more
        let upto = work.changes().latest().await?;
        let terms = work.taxonomies().terms().await?;
        let sources = work.taxonomies().sources().await?;
        let records = all_records(work.as_mut()).await?;
        drop(work);
        let rows = Rows {
            records,
            terms,
            sources,
        };
        let (places, analyzer) = (Arc::clone(&self.places), Arc::clone(&self.analyzer));
        let (weights, now) = (self.weights, self.clock.now());
        let built = off_the_runtime("building the read model", move || {
            State::build(rows, places, analyzer, weights, now)
        });
        let (state, fresh) = built
            .await?
            .map_err(|error| failed("building the index", error))?;
        tracing::info!(services = state.count(), cursor = %upto, "the read model was built");
        self.state.store(Some(Arc::new(state)));
        *writers = fresh;
        self.applied.send_replace(upto);
        self.lag_micros.store(0, Ordering::Relaxed);
        Ok(writers)
    }

    fn note_lag(&self, changes: &[Change], now: DateTime<Utc>) {
        let oldest = changes
            .first()
            .map(|first| (now - first.at).num_microseconds().unwrap_or(0));
        let micros = u64::try_from(oldest.unwrap_or(0)).unwrap_or(0);
        self.lag_micros.store(micros, Ordering::Relaxed);
    }
}

/// Runs what takes the processor for long where it holds up nobody else.
async fn off_the_runtime<T: Send + 'static>(
    doing: &'static str,
    work: impl FnOnce() -> T + Send + 'static,
) -> Stored<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| failed(doing, error))
}

fn failed(
    doing: &'static str,
    error: impl std::error::Error + Send + Sync + 'static,
) -> StoreError {
    StoreError {
        doing,
        source: Box::new(error),
    }
}

/// Every record of storage, read in portions.
async fn all_records(work: &mut dyn Work) -> Stored<AllRecords> {
    let mut records = AllRecords::default();
    macro_rules! put_all {
        ($kind:ident, $put:ident) => {
            let mut last = None;
            loop {
                let portion = work.$kind().portion(last, PORTION).await?;
                let Some(newest) = portion.last() else { break };
                last = Some(newest.id);
                records.$put(portion);
            }
        };
    }
    // who gives services and where comes first: a view of a service refers to them
    put_all!(organisations, put_organisations);
    put_all!(locations, put_locations);
    put_all!(services, put_services);
    Ok(records)
}

/// The records the changes name, each once, as they are now.
async fn load(work: &mut dyn Work, changes: &[Change]) -> Stored<Vec<Loaded>> {
    let mut loaded = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for change in changes.iter().filter(|change| seen.insert(change.entity)) {
        loaded.push(match change.entity {
            EntityRef::Organisation(id) => {
                Loaded::Organisation(id, work.organisations().find(id).await?.map(Box::new))
            }
            EntityRef::Location(id) => {
                Loaded::Location(id, work.locations().find(id).await?.map(Box::new))
            }
            EntityRef::Service(id) => {
                Loaded::Service(id, work.services().find(id).await?.map(Box::new))
            }
        });
    }
    Ok(loaded)
}

#[async_trait]
impl ReadModel for Directory {
    async fn reached(&self, cursor: Cursor, patience: Duration) -> bool {
        if *self.applied.borrow() >= cursor && self.state.load().is_some() {
            return true;
        }
        self.wake();
        let mut applied = self.applied.subscribe();
        let reached = applied.wait_for(|applied| *applied >= cursor);
        matches!(tokio::time::timeout(patience, reached).await, Ok(Ok(_)))
    }

    fn service(&self, tier: Tier, id: ServiceId) -> Option<Arc<ServiceView>> {
        self.state.load().as_ref()?.service(tier, id)
    }

    fn organisation(&self, tier: Tier, id: OrganisationId) -> Option<Arc<OrganisationView>> {
        self.state
            .load()
            .as_ref()?
            .organisation(tier, id)
            .map(Arc::new)
    }

    fn location(&self, tier: Tier, id: LocationId) -> Option<Arc<Location>> {
        self.state.load().as_ref()?.location(tier, id)
    }

    fn search(&self, tier: Tier, query: &SearchQuery, now: DateTime<Utc>) -> Found {
        let state = self.state.load();
        match state.as_ref() {
            Some(state) => state.search(tier, query, now),
            None => Found {
                hits: Vec::new(),
                total: 0,
                facets: Vec::new(),
                did_you_mean: None,
                urgent: false,
                widened_to: None,
            },
        }
    }

    fn terms(&self) -> Arc<[Term]> {
        let state = self.state.load();
        state.as_ref().map_or_else(
            || Arc::from([]),
            |state| Arc::clone(&state.shared.terms.stored),
        )
    }

    fn sources(&self) -> Arc<[Source]> {
        let state = self.state.load();
        state
            .as_ref()
            .map_or_else(|| Arc::from([]), |state| Arc::clone(&state.shared.sources))
    }

    fn health(&self) -> ReadModelHealth {
        let state = self.state.load();
        ReadModelHealth {
            ready: state.is_some(),
            applied: *self.applied.borrow(),
            services: state.as_ref().map_or(0, |state| state.count()),
            lag: Duration::from_micros(self.lag_micros.load(Ordering::Relaxed)),
        }
    }

    fn index_bytes(&self) -> u64 {
        let state = self.state.load();
        state.as_ref().map_or(0, |state| state.index_bytes())
    }
}

/// A lock whose holder panicked still guards whole records: each change is put in at once.
pub(crate) fn reading<T>(lock: &RwLock<T>) -> std::sync::RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

/// See [`reading`].
pub(crate) fn writing<T>(lock: &RwLock<T>) -> std::sync::RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}
