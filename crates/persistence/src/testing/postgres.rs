//! One PostgreSQL cluster per test run.
//!
//! Under nextest every test is a process of its own, so the cluster is found through a folder named
//! after the run; the first process that locks it starts the cluster, the others read its address.
//! A shell that waits for the end of the run stops the cluster and removes the folder, also when
//! the run was killed.

use std::fs::{self, File};
use std::net::TcpListener;
use std::os::unix::process::{CommandExt, parent_id};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::{ConnectionTrait, Database};

use super::options;
use crate::connect;

/// The database that every test's database is a copy of.
const TEMPLATE: &str = "migrated";
/// How often another port is tried when one was taken between looking and starting.
const ATTEMPTS: u32 = 5;

/// Makes a migrated, empty database and answers its address.
///
/// # Panics
/// When PostgreSQL is not installed or does not start; the sentence says which.
pub async fn fresh_database() -> String {
    database_from(TEMPLATE).await
}

/// Makes a database without any table and answers its address.
///
/// # Panics
/// As [`fresh_database`] does.
pub async fn empty_database() -> String {
    database_from("template0").await
}

async fn database_from(template: &str) -> String {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let cluster = cluster().await;
    let made = MADE.fetch_add(1, Ordering::Relaxed);
    let name = format!("t_{}_{made}", std::process::id());
    let admin = Database::connect(format!("{cluster}/postgres"))
        .await
        .expect("the cluster answers");
    admin
        .execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
        .await
        .expect("a database can be copied from the template");
    admin.close().await.expect("the connection closes");
    format!("{cluster}/{name}")
}

/// The address of the run's cluster, without a database; starts it when nobody has yet.
async fn cluster() -> String {
    let run = Run::current();
    let folder = std::env::temp_dir().join(format!("schutznetz-postgres-{}", run.name));
    let lock = File::create(folder.with_extension("lock")).expect("a lock file can be made");
    // held until the address is written; blocks this test's thread on purpose
    lock.lock().expect("the lock file can be locked");
    let address_file = folder.join("address");
    if let Ok(address) = fs::read_to_string(&address_file) {
        return address;
    }
    let address = Cluster::new(folder).start(run.watched);
    let admin = Database::connect(format!("{address}/postgres"))
        .await
        .expect("the cluster answers");
    admin
        .execute_unprepared(&format!("CREATE DATABASE {TEMPLATE}"))
        .await
        .expect("the template can be made");
    admin.close().await.expect("the connection closes");
    let store = connect(&format!("{address}/{TEMPLATE}"), &options())
        .await
        .expect("it opens");
    store
        .migrate()
        .await
        .expect("a fresh PostgreSQL database can be migrated");
    store.close().await.expect("the connections close");
    fs::write(address_file, &address).expect("the address can be written down");
    address
}

/// The test run this process is part of.
struct Run {
    name: String,
    /// The process whose end is the end of the run.
    watched: u32,
}

impl Run {
    fn current() -> Self {
        let own = std::process::id();
        let alone = Self {
            name: own.to_string(),
            watched: own,
        };
        std::env::var_os("NEXTEST_RUN_ID").map_or(alone, |id| Self {
            name: id.to_string_lossy().into_owned(),
            watched: parent_id(),
        })
    }
}

struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    as_root: bool,
}

impl Cluster {
    fn new(folder: PathBuf) -> Self {
        let programs = programs().unwrap_or_else(|| {
            panic!(
                "PostgreSQL is needed to run the tests and was not found: neither initdb in PATH \
                 nor /usr/lib/postgresql/*/bin/initdb (Debian: apt-get install postgresql)"
            )
        });
        let user = Command::new("id")
            .arg("-u")
            .output()
            .expect("`id -u` answers");
        Self {
            folder,
            programs,
            as_root: user.stdout.trim_ascii() == b"0",
        }
    }

    fn start(&self, watched: u32) -> String {
        fs::create_dir(&self.folder).expect("the cluster's folder can be made");
        if self.as_root {
            // PostgreSQL refuses to be run by root
            run(Command::new("chown").arg("postgres").arg(&self.folder));
        }
        run(self
            .program("initdb")
            .args([
                "-U",
                "postgres",
                "-A",
                "trust",
                "--locale=C.UTF-8",
                "--encoding=UTF8",
            ])
            .arg("--no-sync")
            .arg("-D")
            .arg(self.data()));
        self.stop_after(watched);
        for attempt in 1.. {
            let port = free_port();
            let settings = format!(
                "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c fsync=off \
                 -c synchronous_commit=off -c full_page_writes=off -c max_connections=200",
                self.folder.display(),
            );
            let mut start = self.program("pg_ctl");
            start
                .args(["start", "-w", "-o", &settings, "-l"])
                .arg(self.folder.join("log"));
            start.arg("-D").arg(self.data());
            match start
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
            {
                Ok(status) if status.success() => {
                    return format!("postgres://postgres@127.0.0.1:{port}");
                }
                _ if attempt < ATTEMPTS => {}
                _ => {
                    let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                    panic!("PostgreSQL does not start for the tests:\n{log}");
                }
            }
        }
        unreachable!("the loop ends with an address or a panic")
    }

    /// Leaves a shell behind that stops the cluster when the watched process is gone.
    #[expect(
        clippy::zombie_processes,
        reason = "it outlives this process on purpose"
    )]
    fn stop_after(&self, watched: u32) {
        const WATCH: &str = "while kill -0 \"$1\" 2>/dev/null; do sleep 1; done; \
                             kill -QUIT \"$(head -n 1 \"$2/data/postmaster.pid\")\"; \
                             for _ in 1 2 3 4 5 6 7 8 9 10; do \
                               [ -e \"$2/data/postmaster.pid\" ] || break; sleep 1; \
                             done; \
                             rm -rf \"$2\" \"$2.lock\"";
        Command::new("sh")
            .args(["-c", WATCH, "sh", &watched.to_string()])
            .arg(&self.folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("a shell can be started");
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        if self.as_root {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(path);
            command
        } else {
            Command::new(path)
        }
    }
}

/// The folder of PostgreSQL's programs: the newest version Debian has, else what is in `PATH`.
fn programs() -> Option<PathBuf> {
    let packaged = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let mut versions: Vec<(u32, PathBuf)> = packaged
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse().ok()?,
                entry.path().join("bin"),
            ))
        })
        .filter(|(_, programs)| programs.join("initdb").is_file())
        .collect();
    versions.sort();
    let newest = versions.pop().map(|(_, programs)| programs);
    newest.or_else(|| {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).find(|folder| has_programs(folder))
    })
}

fn has_programs(folder: &Path) -> bool {
    folder.join("initdb").is_file() && folder.join("pg_ctl").is_file()
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener
        .local_addr()
        .expect("a bound port has a number")
        .port()
}

fn run(command: &mut Command) {
    let output = command
        .output()
        .unwrap_or_else(|cause| panic!("{command:?}: {cause}"));
    assert!(
        output.status.success(),
        "{command:?} failed:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
