//! Opening a database by its address.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sea_orm::sqlx::postgres::{PgConnectOptions, PgConnection};
use sea_orm::sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteLockingMode, SqliteSynchronous,
};
use sea_orm::sqlx::{self, Connection};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbErr};

use crate::SqlStore;

/// How long a connection waits for another process that writes to the same SQLite file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// What each connection to a SQLite file keeps of it, as `cache_size` takes it: in KiB, negative.
const CACHED: &str = "-256";
/// What our connections to PostgreSQL are called.
const APPLICATION: &str = "schutznetz";
/// Whoever has just left is still seen for a moment.
const LOOKS: u32 = 10;
/// Between two looks at who is connected.
const BETWEEN_LOOKS: Duration = Duration::from_millis(200);
/// PostgreSQL ends a transaction that somebody forgot: it would hold the change feed for all.
const FORGOTTEN_AFTER: &str = "60s";

/// What a commit promises on SQLite. PostgreSQL is set up by its operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Durability {
    /// It survives a power cut.
    #[default]
    PowerCut,
    /// It survives the end of the process only. For tests and benches that say so.
    ProcessEnd,
}

/// How to open a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The address of a replica for reading (PostgreSQL only).
    pub replica: Option<String>,
    /// How many connections to keep at most, to each database.
    pub max_connections: u32,
    /// How long to wait for a free connection, and for the database to answer at first.
    pub patience: Duration,
    /// What a commit promises.
    pub durability: Durability,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            replica: None,
            max_connections: 16,
            patience: Duration::from_secs(10),
            durability: Durability::default(),
        }
    }
}

/// Why a database could not be opened. The text is one line for an operator and holds no password.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The address names no engine we know.
    #[error("the database address starts with `{found}`: sqlite:// or postgres:// is allowed")]
    UnknownEngine {
        /// What stands before the first colon.
        found: String,
    },
    /// The address cannot be read. What is wrong with it may quote it, so it is not in the text.
    #[error(
        "the database address cannot be read: sqlite://PATH?mode=rwc or \
         postgres://USER:PASSWORD@HOST:PORT/DATABASE is allowed"
    )]
    Malformed(#[source] sqlx::Error),
    /// A SQLite database that lives in memory would be another one on each connection.
    #[error(
        "a SQLite database in memory cannot be used: name a file, as in sqlite://PATH?mode=rwc"
    )]
    InMemory,
    /// SQLite has no replicas.
    #[error("a replica needs PostgreSQL: remove its address, or use postgres:// for the database")]
    ReplicaOfSqlite,
    /// The file cannot be made.
    #[error("the SQLite database {path} cannot be made: {cause}")]
    NoFile {
        /// Where it should be.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The file cannot be opened.
    #[error("the SQLite database {path} cannot be opened: {cause}")]
    File {
        /// Where it should be.
        path: String,
        /// What SQLite says.
        cause: DbErr,
    },
    /// The server does not let us in, or does not answer.
    #[error("PostgreSQL at {host}:{port} does not let us in: {cause}")]
    Server {
        /// Its host.
        host: String,
        /// Its port.
        port: u16,
        /// What it says.
        cause: String,
    },
}

/// Opens the database at `url` (`sqlite://PATH?mode=rwc` or `postgres://…`). Changes no schema.
///
/// # Errors
/// Says in one line what is wrong with the address, the file or the server.
pub async fn connect(url: &str, options: &Options) -> Result<SqlStore, ConnectError> {
    match engine(url)? {
        Engine::Sqlite if options.replica.is_some() => Err(ConnectError::ReplicaOfSqlite),
        Engine::Sqlite => connect_sqlite(url, options).await,
        Engine::Postgres => {
            let primary = connect_postgres(url, options).await?;
            let replica = match &options.replica {
                Some(replica) => match engine(replica)? {
                    Engine::Postgres => Some(connect_postgres(replica, options).await?),
                    Engine::Sqlite => return Err(ConnectError::ReplicaOfSqlite),
                },
                None => None,
            };
            Ok(SqlStore::new(primary, replica))
        }
    }
}

enum Engine {
    Sqlite,
    Postgres,
}

fn engine(url: &str) -> Result<Engine, ConnectError> {
    let scheme = url.split(':').next().unwrap_or_default();
    match scheme {
        "sqlite" => Ok(Engine::Sqlite),
        "postgres" | "postgresql" => Ok(Engine::Postgres),
        // without a colon there is no scheme, and the whole address might be a secret
        _ if !url.contains(':') => Err(ConnectError::UnknownEngine {
            found: "?".to_owned(),
        }),
        found => Err(ConnectError::UnknownEngine {
            found: found.to_owned(),
        }),
    }
}

async fn connect_sqlite(url: &str, options: &Options) -> Result<SqlStore, ConnectError> {
    let parsed: SqliteConnectOptions = url.parse().map_err(ConnectError::Malformed)?;
    if url.contains(":memory:") || url.contains("mode=memory") {
        return Err(ConnectError::InMemory);
    }
    let path = parsed.get_filename().display().to_string();
    if url.contains("mode=rwc") && !parsed.get_filename().exists() {
        // what SQLite makes beside it has the rights of this file
        match make_private(parsed.get_filename()) {
            // another process was first
            Err(cause) if cause.kind() != ErrorKind::AlreadyExists => {
                return Err(ConnectError::NoFile { path, cause });
            }
            Ok(()) | Err(_) => {}
        }
    }
    let refused = |cause| ConnectError::File {
        path: path.clone(),
        cause,
    };
    let synchronous = match options.durability {
        Durability::PowerCut => SqliteSynchronous::Full,
        Durability::ProcessEnd => SqliteSynchronous::Normal,
    };
    let pragmas = move |opened: SqliteConnectOptions| {
        opened
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(synchronous)
            .busy_timeout(BUSY_TIMEOUT)
            .foreign_keys(true)
            .pragma("secure_delete", "ON")
            // what is read often lies in the read model, and the rest with the system
            .pragma("cache_size", CACHED)
    };
    // one writer: whoever wants to write queues here, in order, instead of in SQLite by chance
    let mut writing = quiet(url, 1, options);
    writing.map_sqlx_sqlite_opts(pragmas);
    let primary = Database::connect(writing).await.map_err(refused)?;
    let mut reading = quiet(url, options.max_connections, options);
    reading.map_sqlx_sqlite_opts(move |opened| pragmas(opened).pragma("query_only", "ON"));
    let replica = Database::connect(reading).await.map_err(refused)?;
    Ok(SqlStore::new(primary, Some(replica)))
}

/// The file behind a SQLite address.
///
/// # Errors
/// The address cannot be read.
pub fn sqlite_file(url: &str) -> Result<PathBuf, ConnectError> {
    let parsed: SqliteConnectOptions = url.parse().map_err(ConnectError::Malformed)?;
    Ok(parsed.get_filename().to_owned())
}

/// Makes an empty file that only its owner may read.
///
/// # Errors
/// It exists, or cannot be made.
pub fn make_private(file: &Path) -> std::io::Result<()> {
    let mut made = OpenOptions::new();
    made.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut made, 0o600);
    made.open(file).map(drop)
}

/// Whether somebody has the database at `url` open. A SQLite file that cannot be read at all is in nobody's
/// use.
///
/// # Errors
/// The address cannot be read, or the server does not answer.
pub async fn is_in_use(url: &str) -> Result<bool, ConnectError> {
    match engine(url)? {
        Engine::Sqlite => is_sqlite_in_use(url).await,
        Engine::Postgres => is_postgres_in_use(url).await,
    }
}

async fn is_postgres_in_use(url: &str) -> Result<bool, ConnectError> {
    let parsed: PgConnectOptions = url.parse().map_err(ConnectError::Malformed)?;
    let asked = async {
        let mut connection = PgConnection::connect_with(&parsed).await?;
        // raw SQL: who is connected stands in a view of the server, not in a table of ours
        let others = "SELECT count(*) FROM pg_stat_activity \
                      WHERE datname = current_database() AND application_name = $1";
        let mut used = true;
        for look in 0..LOOKS {
            if look > 0 {
                tokio::time::sleep(BETWEEN_LOOKS).await;
            }
            let query = sqlx::query_scalar::<_, i64>(others).bind(APPLICATION);
            used = query.fetch_one(&mut connection).await? > 0;
            if !used {
                break;
            }
        }
        connection.close().await?;
        Ok::<_, sqlx::Error>(used)
    };
    asked.await.map_err(|cause| ConnectError::Server {
        host: parsed.get_host().to_owned(),
        port: parsed.get_port(),
        cause: cause.to_string(),
    })
}

async fn is_sqlite_in_use(url: &str) -> Result<bool, ConnectError> {
    let parsed: SqliteConnectOptions = url.parse().map_err(ConnectError::Malformed)?;
    // every connection to a WAL database shares a lock that only a lonely one gets for itself; raw SQL,
    // because SeaORM can begin no transaction that asks for it at once
    let alone = parsed
        .create_if_missing(false)
        .busy_timeout(Duration::ZERO)
        .locking_mode(SqliteLockingMode::Exclusive);
    let locked = async {
        let mut connection = SqliteConnection::connect_with(&alone).await?;
        sqlx::query("BEGIN EXCLUSIVE")
            .execute(&mut connection)
            .await?;
        connection.close().await
    };
    Ok(matches!(
        locked.await,
        Err(sqlx::Error::Database(error)) if error.message().contains("locked")
    ))
}

async fn connect_postgres(
    url: &str,
    options: &Options,
) -> Result<DatabaseConnection, ConnectError> {
    let parsed: PgConnectOptions = url.parse().map_err(ConnectError::Malformed)?;
    let refused = |cause: String| ConnectError::Server {
        host: parsed.get_host().to_owned(),
        port: parsed.get_port(),
        cause,
    };
    // a pool goes on knocking until its patience ends and then cannot say why
    let first = tokio::time::timeout(options.patience, PgConnection::connect_with(&parsed));
    match first.await {
        Ok(Ok(connection)) => drop(connection.close().await),
        Ok(Err(cause)) => return Err(refused(cause.to_string())),
        Err(_elapsed) => {
            return Err(refused(format!(
                "no answer within {} s",
                options.patience.as_secs()
            )));
        }
    }
    let mut pool = quiet(url, options.max_connections, options);
    pool.map_sqlx_postgres_opts(|opened| {
        opened
            .application_name(APPLICATION)
            .options([("idle_in_transaction_session_timeout", FORGOTTEN_AFTER)])
    });
    Database::connect(pool)
        .await
        .map_err(|cause| refused(cause.to_string()))
}

/// Options whose statements stand in no log, because statements of lists hold search words.
fn quiet(url: &str, max_connections: u32, options: &Options) -> ConnectOptions {
    let mut quiet = ConnectOptions::new(url);
    quiet
        .max_connections(max_connections)
        .acquire_timeout(options.patience)
        .sqlx_logging(false)
        .record_stmt_in_spans(false);
    quiet
}
