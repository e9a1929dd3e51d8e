//! What the installation does by itself, beside answering requests.

use std::sync::Arc;
use std::time::Duration;

use application::House;
use search::Directory;
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

/// How often refused attempts of past minutes are written into the audit chain.
const DENIED_EVERY: Duration = Duration::from_mins(1);
/// How often the change feed is looked at when nobody rings.
const FOLLOW_EVERY: Duration = Duration::from_secs(1);

/// Starts every job; aborting the handles ends them.
pub(crate) fn start(house: &House, directory: &Arc<Directory>) -> Vec<JoinHandle<()>> {
    vec![
        tokio::spawn(follow_the_feed(house.clone(), Arc::clone(directory))),
        tokio::spawn(write_denied_attempts(house.clone())),
    ]
}

async fn follow_the_feed(house: House, directory: Arc<Directory>) {
    directory.follow(house.store.as_ref(), FOLLOW_EVERY).await;
}

async fn write_denied_attempts(house: House) {
    let mut ticks = interval(DENIED_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(failure) = application::audit::write_denied(&house).await {
            let error: &dyn std::error::Error = &failure;
            tracing::error!(error, "writing refused attempts failed");
        }
    }
}
