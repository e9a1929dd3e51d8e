//! Who runs where. A question that is answered on the core it came from costs a third of one that has
//! to wake another core, and left alone the kernel takes now this way and now that one.

use std::num::NonZero;
use std::process::Command;

use anyhow::{Context as _, ensure};

/// The cores of the service; the client has the first one to itself.
#[derive(Debug, Clone)]
pub(crate) struct Cores(Option<String>);

impl Cores {
    /// Moves this process to the first core and leaves the others to the service. With one core
    /// alone there is nothing to share out.
    ///
    /// # Errors
    /// `taskset` (util-linux) is not there or is refused.
    pub(crate) fn share() -> anyhow::Result<Self> {
        let all = std::thread::available_parallelism().map_or(1, NonZero::get);
        if all == 1 {
            return Ok(Self(None));
        }
        let own = std::process::id().to_string();
        let mut moving = Command::new("taskset");
        moving.args(["--cpu-list", "--pid", "0", &own]);
        let moved = moving.output().context("taskset of util-linux")?;
        let said = String::from_utf8_lossy(&moved.stderr);
        ensure!(moved.status.success(), "the first core: {said}");
        Ok(Self(Some(format!("1-{}", all - 1))))
    }

    /// The program that runs another one on the cores of the service.
    pub(crate) const fn program(&self) -> &'static str {
        if self.0.is_some() { "taskset" } else { "env" }
    }

    /// What it has to be told before the name of the other one.
    pub(crate) fn arguments(&self) -> Vec<&str> {
        let cores = self.0.iter();
        cores.flat_map(|cores| ["--cpu-list", cores]).collect()
    }
}
