//! The binary as a process, found beside the test's own executable.

use std::path::PathBuf;
use std::process::Stdio;

use serde_json::Value;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::mpsc;

use super::Engine;

/// How commands of one test are run: on which database, with which settings.
pub(crate) struct Setup {
    pub(crate) engine: Engine,
    folder: TempDir,
    settings: Vec<(String, String)>,
    removed: Vec<String>,
}

/// What a finished command said.
pub(crate) struct Said {
    pub(crate) ok: bool,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    /// The one line in which a refused command says why.
    pub(crate) fn refusal(&self) -> &str {
        assert!(!self.ok);
        let lines: Vec<_> = self.err.lines().collect();
        let [line] = lines.as_slice() else {
            panic!("not one line: {}", self.err)
        };
        assert!(line.starts_with("schutznetz: "), "{line}");
        line
    }
}

impl Setup {
    pub(crate) fn new(engine: Engine) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        Self {
            engine,
            folder,
            settings: Vec::new(),
            removed: Vec::new(),
        }
    }

    /// The same setup with one more setting from the environment.
    pub(crate) fn with(mut self, key: &str, value: &str) -> Self {
        self.settings.push((key.to_owned(), value.to_owned()));
        self
    }

    /// The same setup without a setting that every setup has.
    pub(crate) fn without(mut self, key: &str) -> Self {
        self.removed.push(key.to_owned());
        self
    }

    /// A folder that lives as long as the setup.
    pub(crate) fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command
            .args(args)
            .current_dir(self.folder.path())
            .env("DATABASE_URL", self.engine.url())
            .env("SCHUTZNETZ__LISTEN", "127.0.0.1:0")
            .env("SCHUTZNETZ__KEYS__DIR", self.folder.path().join("keys"))
            .envs(self.settings.iter().map(|(key, value)| (key, value)))
            .stdin(Stdio::null())
            .kill_on_drop(true);
        for key in &self.removed {
            command.env_remove(key);
        }
        command
    }

    /// Runs a command to its end.
    pub(crate) async fn run(&self, args: &[&str]) -> Said {
        self.run_with_input(args, "").await
    }

    /// Runs a command to its end with this standard input.
    pub(crate) async fn run_with_input(&self, args: &[&str], input: &str) -> Said {
        let mut child = self
            .command(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        stdin
            .write_all(input.as_bytes())
            .await
            .expect("the command reads its input");
        drop(stdin);
        let output = child.wait_with_output().await.expect("the command ends");
        Said {
            ok: output.status.success(),
            out: String::from_utf8(output.stdout).expect("text"),
            err: String::from_utf8(output.stderr).expect("text"),
        }
    }

    /// Runs a command that must succeed; answers what it printed, without the line end.
    pub(crate) async fn done(&self, args: &[&str]) -> String {
        let said = self.run(args).await;
        assert!(said.ok, "{args:?} failed: {}", said.err);
        said.out.trim().to_owned()
    }

    /// Starts `serve` and waits until it listens.
    pub(crate) async fn serve(&self) -> Server {
        Server::start(self.command(&["serve"])).await
    }
}

/// A running server.
pub(crate) struct Server {
    child: Child,
    log: mpsc::UnboundedReceiver<String>,
    pub(crate) base: String,
    pub(crate) http: reqwest::Client,
}

impl Server {
    async fn start(mut command: Command) -> Self {
        let mut child = command
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut lines = BufReader::new(child.stderr.take().expect("a pipe")).lines();
        let mut before = String::new();
        let base = loop {
            let line = lines.next_line().await.expect("the log is text");
            let line =
                line.unwrap_or_else(|| panic!("the server ended before it listened:\n{before}"));
            let said: Value = serde_json::from_str(&line).unwrap_or_default();
            if let Some(address) = said.pointer("/fields/address").and_then(Value::as_str) {
                break format!("http://{address}");
            }
            before.push_str(&line);
            before.push('\n');
        };
        // keep reading, so that the server never waits for us
        let (tell, log) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                // most tests do not listen
                let _ = tell.send(line);
            }
        });
        Self {
            child,
            log,
            base,
            http: reqwest::Client::new(),
        }
    }

    /// Waits until every part of the service can do its work.
    pub(crate) async fn ready(&self) {
        loop {
            let answer = self
                .http
                .get(self.at("/readyz"))
                .send()
                .await
                .expect("the server answers");
            if answer.status().is_success() {
                return;
            }
            tokio::task::yield_now().await;
        }
    }

    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// The data of a GraphQL query that must succeed.
    pub(crate) async fn graphql(
        &self,
        token: Option<&str>,
        query: &str,
        variables: Value,
    ) -> Value {
        let mut request = self
            .http
            .post(self.at("/graphql"))
            .json(&serde_json::json!({ "query": query, "variables": variables }));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let answer: Value = request
            .send()
            .await
            .expect("an answer")
            .json()
            .await
            .expect("JSON");
        assert!(answer["errors"].is_null(), "{answer}");
        answer["data"].clone()
    }

    /// Signs in and answers the access token.
    pub(crate) async fn sign_in(&self, login: &str, password: &str) -> String {
        let answer = self
            .http
            .post(self.at("/api/v1/session"))
            .json(&serde_json::json!({ "login": login, "password": password }))
            .send()
            .await
            .expect("an answer");
        assert_eq!(answer.status(), 200);
        let body: Value = answer.json().await.expect("JSON");
        body["accessToken"].as_str().expect("a token").to_owned()
    }

    /// Ends the server and gives the lines it logged since it listened.
    pub(crate) async fn log(mut self) -> Vec<Value> {
        self.child.kill().await.expect("it ends");
        let mut lines = Vec::new();
        while let Some(line) = self.log.recv().await {
            lines.push(serde_json::from_str(&line).expect("a line is JSON"));
        }
        lines
    }

    /// The number of its process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id().expect("it runs")
    }

    /// Asks the process to end, as an operator would; answers whether it ended well.
    pub(crate) async fn stop(self) -> bool {
        self.tell_to_end().await;
        self.ended().await
    }

    /// Asks the process to end, and does not wait for it.
    pub(crate) async fn tell_to_end(&self) {
        let pid = self.pid().to_string();
        let killed = Command::new("kill")
            .args(["-TERM", &pid])
            .status()
            .await
            .expect("kill");
        assert!(killed.success());
    }

    /// Waits for the end of the process; answers whether it ended well.
    pub(crate) async fn ended(mut self) -> bool {
        self.child.wait().await.expect("it ends").success()
    }

    /// Ends the process at once, as a power cut would.
    pub(crate) async fn kill(mut self) {
        self.child.kill().await.expect("it ends");
    }
}

fn binary() -> PathBuf {
    let here = std::env::current_exe().expect("our own path");
    let target = here.ancestors().nth(2).expect("target/PROFILE/deps/test");
    target.join("schutznetz")
}
