//! `backup` and `restore`: SQLite through its own online copy, PostgreSQL through `pg_dump` and
//! `pg_restore`, which must be on the path.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, bail, ensure};
use persistence::{Options, SchemaState};
use tokio::process::Command;

use crate::config::Config;
use crate::wire;

/// Saves the whole database to `file` while the service runs.
pub(crate) async fn save(config: &Config, file: &Path) -> anyhow::Result<()> {
    ensure!(
        !file.exists(),
        "{} exists already; name a file that does not",
        file.display()
    );
    // made beforehand, because it holds what only the operator may read
    persistence::make_private(file).with_context(|| format!("making {}", file.display()))?;
    let saved = copy(config, file).await;
    if saved.is_err() {
        std::fs::remove_file(file)?;
    }
    saved?;
    tracing::info!("the database was saved");
    Ok(())
}

async fn copy(config: &Config, file: &Path) -> anyhow::Result<()> {
    if config.database_url.starts_with("sqlite:") {
        let source = persistence::sqlite_file(&config.database_url)?;
        ensure!(
            source.is_file(),
            "there is no database at {}",
            source.display()
        );
        let store = wire::connect(config).await?;
        expect_ours(&store.schema_state().await?)?;
        store.copy_to(file).await?;
    } else {
        let mut dump = Command::new("pg_dump");
        dump.args(["--format=custom", "--no-owner", "--no-privileges", "--file"])
            .arg(file);
        connect_by(&mut dump, &config.database_url)?;
        run(dump).await?;
    }
    Ok(())
}

/// Restores the database from `file`; the service must not run.
pub(crate) async fn restore(config: &Config, file: &Path, replace: bool) -> anyhow::Result<()> {
    ensure!(file.is_file(), "{} is no file", file.display());
    if config.database_url.starts_with("sqlite:") {
        restore_sqlite(&config.database_url, file, replace).await?;
    } else {
        expect_room(config, replace).await?;
        let mut restore = Command::new("pg_restore");
        restore.args([
            "--no-owner",
            "--no-privileges",
            "--single-transaction",
            "--exit-on-error",
        ]);
        if replace {
            restore.args(["--clean", "--if-exists"]);
        }
        connect_by(&mut restore, &config.database_url)?;
        restore.arg(file);
        run(restore).await?;
    }
    wire::expect_current(&wire::connect(config).await?).await?;
    tracing::info!("the database was restored");
    Ok(())
}

/// Refuses a PostgreSQL database that somebody uses, or that holds something which nobody wants replaced.
async fn expect_room(config: &Config, replace: bool) -> anyhow::Result<()> {
    ensure!(
        !persistence::is_in_use(&config.database_url).await?,
        "the database is in use: stop the service first"
    );
    let store = wire::connect(config).await?;
    let state = store.schema_state().await?;
    store.close().await?;
    let is_empty = matches!(&state, SchemaState::Behind(missing) if missing.len() == migrations::steps().len());
    ensure!(
        replace || is_empty,
        "the database is not empty; --replace puts the backup in its place"
    );
    Ok(())
}

async fn restore_sqlite(url: &str, file: &Path, replace: bool) -> anyhow::Result<()> {
    let target = persistence::sqlite_file(url)?;
    ensure!(
        replace || !target.exists(),
        "{} exists; --replace puts the backup in its place",
        target.display()
    );
    ensure!(
        !target.exists() || !persistence::is_in_use(url).await?,
        "{} is in use: stop the service first",
        target.display()
    );
    // written beside the target and looked at first: neither a full disk nor a broken backup may cost
    // what is there
    let fresh = target.with_extension("restoring");
    match std::fs::remove_file(&fresh) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => persistence::make_private(&fresh)?,
    }
    let mut copied = std::fs::File::create(&fresh)?;
    let copying = std::io::copy(&mut std::fs::File::open(file)?, &mut copied);
    copying.with_context(|| format!("copying {}", file.display()))?;
    if let Err(error) = check_copy(&fresh).await {
        std::fs::remove_file(&fresh)?;
        return Err(error.context(format!("{} cannot be restored", file.display())));
    }
    std::fs::File::open(&fresh)?.sync_all()?;
    for leftover in ["-wal", "-shm"] {
        let mut path = target.clone().into_os_string();
        path.push(leftover);
        match std::fs::remove_file(PathBuf::from(path)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    std::fs::rename(&fresh, &target).with_context(|| format!("replacing {}", target.display()))
}

/// Refuses a file that is no database of this program, or one of a newer version. An older one is good:
/// it can be migrated.
async fn check_copy(file: &Path) -> anyhow::Result<()> {
    let path = file.to_string_lossy();
    let path = percent_encoding::utf8_percent_encode(&path, percent_encoding::NON_ALPHANUMERIC);
    let url = format!("sqlite://{path}?mode=rw");
    let store = persistence::connect(&url, &Options::default()).await?;
    let state = store.schema_state().await?;
    // a damaged page may be found by an answer or by an error
    let whole = store.is_whole().await;
    store.close().await?;
    expect_ours(&state)?;
    ensure!(whole.unwrap_or(false), "it is damaged");
    Ok(())
}

fn expect_ours(state: &SchemaState) -> anyhow::Result<()> {
    match state {
        SchemaState::Current => Ok(()),
        SchemaState::Behind(missing) => {
            ensure!(
                missing.len() < migrations::steps().len(),
                "it holds nothing of this program"
            );
            Ok(())
        }
        SchemaState::Newer(_) => bail!("it was saved by a newer version of this program"),
    }
}

/// Names the database to a PostgreSQL tool; the password goes through the environment, because
/// arguments are readable by every user of the machine.
fn connect_by(command: &mut Command, url: &str) -> anyhow::Result<()> {
    let mut address = url::Url::parse(url).context("reading the address of the database")?;
    if let Some(password) = address.password() {
        let decoded = percent_encoding::percent_decode_str(password)
            .decode_utf8()?
            .into_owned();
        command.env("PGPASSWORD", decoded);
    }
    let settings: Vec<_> = address.query_pairs().into_owned().collect();
    address.set_query(None);
    for (name, value) in settings {
        if name == "password" {
            command.env("PGPASSWORD", value);
        } else {
            address.query_pairs_mut().append_pair(&name, &value);
        }
    }
    address
        .set_password(None)
        .map_err(|()| anyhow::anyhow!("the address of the database has no host"))?;
    command.args(["--dbname", address.as_str()]);
    Ok(())
}

async fn run(mut command: Command) -> anyhow::Result<()> {
    let name = command
        .as_std()
        .get_program()
        .to_string_lossy()
        .into_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .await
        .with_context(|| {
            format!("starting {name}; it comes with PostgreSQL and must be on the path")
        })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    bail!(
        "{name} failed: {}",
        said.lines().next().unwrap_or("it said nothing")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_password_stands_among_the_arguments_of_a_postgresql_tool() {
        for url in [
            "postgres://netz:geheim@localhost/netz",
            "postgres://localhost/netz?user=netz&password=geheim&sslmode=require",
        ] {
            let mut dump = Command::new("pg_dump");
            connect_by(&mut dump, url).unwrap();
            let told = format!("{:?}", dump.as_std().get_args().collect::<Vec<_>>());
            assert!(!told.contains("geheim"), "{told}");
            let mut set = dump.as_std().get_envs();
            assert!(
                set.any(|(name, value)| name == "PGPASSWORD"
                    && value.is_some_and(|one| one == "geheim"))
            );
        }
    }
}
