//! What the installation does by itself, beside answering requests.

use std::error::Error;
use std::iter;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use application::{Failure, House, audit, referral};
use search::Directory;
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

/// How often the change feed is looked at when nobody rings.
const FOLLOW_EVERY: Duration = Duration::from_secs(1);

/// A job: what it does, how often, and the use case that does it.
struct Job {
    doing: &'static str,
    every: Duration,
    run: for<'h> fn(&'h House) -> Run<'h>,
}

/// A job on its way.
type Run<'h> = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + 'h>>;

const JOBS: [Job; 5] = [
    Job {
        doing: "publishing events",
        every: Duration::from_secs(1),
        run: |house| Box::pin(async { referral::publish_events(house).await.map(drop) }),
    },
    Job {
        doing: "delivering what waits",
        every: Duration::from_secs(10),
        run: |house| Box::pin(async { referral::deliver_waiting(house).await.map(drop) }),
    },
    Job {
        doing: "writing refused attempts",
        every: Duration::from_mins(1),
        run: |house| Box::pin(async { audit::write_denied(house).await.map(drop) }),
    },
    Job {
        doing: "discarding what was never sent",
        every: Duration::from_hours(1),
        run: |house| {
            Box::pin(async { referral::discard_stale_announcements(house).await.map(drop) })
        },
    },
    Job {
        doing: "deleting outdated drafts",
        every: Duration::from_hours(1),
        run: |house| Box::pin(async { referral::delete_outdated(house).await.map(drop) }),
    },
];

/// Starts every job; aborting the handles ends them.
pub(crate) fn start(house: &House, directory: &Arc<Directory>) -> Vec<JoinHandle<()>> {
    let follow = tokio::spawn(follow_the_feed(house.clone(), Arc::clone(directory)));
    let others = JOBS
        .into_iter()
        .map(|job| tokio::spawn(repeat(house.clone(), job)));
    iter::once(follow).chain(others).collect()
}

async fn follow_the_feed(house: House, directory: Arc<Directory>) {
    directory.follow(house.store.as_ref(), FOLLOW_EVERY).await;
}

/// Runs a job again and again; a failure is logged and does not end it.
async fn repeat(house: House, job: Job) {
    let mut ticks = interval(job.every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(failure) = (job.run)(&house).await {
            let error: &dyn Error = &failure;
            tracing::error!(error, doing = job.doing, "a job failed");
        }
    }
}
