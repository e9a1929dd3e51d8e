//! The service as a process, and what the kernel knows of it.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;
use tokio::process::{Child, Command};

use crate::cores::Cores;

/// How long a start may take before the run is broken.
const PATIENCE: Duration = Duration::from_mins(2);
/// How often a starting server is asked.
const EVERY: Duration = Duration::from_millis(2);

/// What is measured: the program, and where its service runs.
#[derive(Debug, Clone)]
pub(crate) struct Shipped {
    binary: PathBuf,
    cores: Cores,
}

impl Shipped {
    /// The program at a path.
    ///
    /// # Errors
    /// It is not there.
    pub(crate) fn new(binary: &Path, cores: Cores) -> anyhow::Result<Self> {
        ensure!(
            binary.is_file(),
            "{} is not there: build it first",
            binary.display()
        );
        let binary = binary.canonicalize()?;
        Ok(Self { binary, cores })
    }
}

/// One installation: the program, its database, its folder.
pub(crate) struct Installation {
    shipped: Shipped,
    url: String,
    folder: TempDir,
}

impl Installation {
    /// An installation on a database.
    ///
    /// # Errors
    /// There is no room for its folder.
    pub(crate) fn new(shipped: &Shipped, url: &str) -> anyhow::Result<Self> {
        Ok(Self {
            shipped: shipped.clone(),
            url: url.to_owned(),
            folder: TempDir::new()?,
        })
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(self.shipped.cores.program());
        command
            .args(self.shipped.cores.arguments())
            .arg(&self.shipped.binary)
            .args(args)
            .current_dir(self.folder.path())
            .env("DATABASE_URL", &self.url)
            .env("SCHUTZNETZ__KEYS__DIR", self.folder.path().join("keys"))
            .kill_on_drop(true);
        command
    }

    /// Runs a command to its end, with a line of input.
    ///
    /// # Errors
    /// The command fails; the error is what it said.
    pub(crate) async fn run(&self, args: &[&str], input: &str) -> anyhow::Result<()> {
        let mut child = self
            .command(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut stdin = child.stdin.take().context("a pipe")?;
        stdin.write_all(input.as_bytes()).await?;
        drop(stdin);
        let ended = child.wait_with_output().await?;
        let said = String::from_utf8_lossy(&ended.stderr);
        ensure!(ended.status.success(), "{args:?} failed: {said}");
        Ok(())
    }

    /// Starts `serve` as it is shipped; its log goes nowhere.
    ///
    /// # Errors
    /// It ends, or is not ready in time.
    pub(crate) async fn serve(&self) -> anyhow::Result<Server> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?
            .local_addr()?
            .port();
        let base = format!("http://127.0.0.1:{port}");
        let began = Instant::now();
        let mut child = self
            .command(&["serve"])
            .env("SCHUTZNETZ__LISTEN", format!("127.0.0.1:{port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let http = reqwest::Client::new();
        let alive = answers(&http, &mut child, &format!("{base}/healthz"), began).await?;
        let ready = answers(&http, &mut child, &format!("{base}/readyz"), began).await?;
        let pid = child.id().context("the server ended")?;
        Ok(Server {
            child,
            pid,
            base,
            alive,
            ready,
        })
    }
}

async fn answers(
    http: &reqwest::Client,
    child: &mut Child,
    address: &str,
    began: Instant,
) -> anyhow::Result<Duration> {
    loop {
        let answer = http.get(address).send().await;
        if answer.is_ok_and(|answer| answer.status().is_success()) {
            return Ok(began.elapsed());
        }
        if let Some(ended) = child.try_wait()? {
            anyhow::bail!("the server ended with {ended}");
        }
        ensure!(
            began.elapsed() < PATIENCE,
            "{address} does not answer in time"
        );
        tokio::time::sleep(EVERY).await;
    }
}

/// A running server.
pub(crate) struct Server {
    child: Child,
    pid: u32,
    /// Its address, without a slash at the end.
    pub(crate) base: String,
    /// From its start until `/healthz` answered.
    pub(crate) alive: Duration,
    /// From its start until `/readyz` answered.
    pub(crate) ready: Duration,
}

impl Server {
    /// The processor time it has used: user and system, all threads (`/proc/PID/stat`, in ticks of
    /// usually 10 ms).
    ///
    /// # Errors
    /// It is gone.
    pub(crate) fn cpu(&self) -> anyhow::Result<Duration> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid))?;
        // the name in brackets may hold blanks; utime and stime are fields 14 and 15
        let after = stat.rsplit(')').next().unwrap_or_default();
        let field = |n: usize| -> anyhow::Result<u64> {
            let text = after.split_whitespace().nth(n - 3);
            Ok(text.context("a field of stat")?.parse()?)
        };
        let ticks = field(14)? + field(15)?;
        Ok(Duration::from_millis(ticks * 1_000 / ticks_per_second()?))
    }

    /// The memory it holds, in bytes (`VmRSS`).
    ///
    /// # Errors
    /// It is gone.
    pub(crate) fn memory(&self) -> anyhow::Result<u64> {
        self.bytes("VmRSS:")
    }

    /// The most memory it ever held, in bytes (`VmHWM`).
    ///
    /// # Errors
    /// It is gone.
    pub(crate) fn most_memory(&self) -> anyhow::Result<u64> {
        self.bytes("VmHWM:")
    }

    /// What its indexes of words weigh, in bytes (`/metrics`).
    ///
    /// # Errors
    /// It is gone, or does not say.
    pub(crate) async fn index(&self) -> anyhow::Result<u64> {
        let answer = reqwest::get(format!("{}/metrics", self.base)).await?;
        let text = answer.error_for_status()?.text().await?;
        let mut lines = text.lines();
        let line = lines.find_map(|line| line.strip_prefix("read_model_index_bytes "));
        Ok(line.context("the weight of the index")?.parse()?)
    }

    fn bytes(&self, what: &str) -> anyhow::Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid))?;
        let line = status.lines().find_map(|line| line.strip_prefix(what));
        let kib = line.and_then(|rest| rest.split_whitespace().next());
        Ok(kib.context("memory in status")?.parse::<u64>()? * 1_024)
    }

    /// Ends it as an operator would.
    ///
    /// # Errors
    /// It does not end well.
    pub(crate) async fn stop(mut self) -> anyhow::Result<()> {
        let pid = self.pid.to_string();
        let asked = Command::new("kill").args(["-TERM", &pid]).status().await?;
        ensure!(asked.success(), "the server cannot be ended");
        let ended = self.child.wait().await?;
        ensure!(ended.success(), "the server ended with {ended}");
        Ok(())
    }
}

fn ticks_per_second() -> anyhow::Result<u64> {
    static TICKS: std::sync::OnceLock<u64> = std::sync::OnceLock::new();
    if let Some(known) = TICKS.get() {
        return Ok(*known);
    }
    let answer = std::process::Command::new("getconf")
        .arg("CLK_TCK")
        .output()?;
    let ticks = String::from_utf8(answer.stdout)?.trim().parse()?;
    Ok(*TICKS.get_or_init(|| ticks))
}
