//! What the sources register: every route, read where it is written, however it is registered.

mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use self::words::{Word, words};

const METHODS: [&str; 7] = ["get", "post", "put", "patch", "delete", "head", "options"];
/// What begins a service with an address of its own.
const NESTS: [&str; 4] = ["scope", "web::scope", "resource", "web::resource"];
/// Handlers that answer with a refusal, whoever asks.
const REFUSES: [&str; 2] = ["nothing_here", "method_not_allowed"];

/// A source file: the module it is, and its words.
pub(super) struct Source {
    module: String,
    words: Vec<Word>,
}

impl Source {
    pub(super) fn of(module: &str, text: &str) -> Self {
        // the tests of a module make services of their own
        let shipped = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        Self {
            module: module.to_owned(),
            words: words(shipped),
        }
    }

    /// Every source in a folder below `crates`.
    pub(super) fn folder(path: &str) -> Vec<Self> {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut all = Vec::new();
        collect(&crates.join(path), &mut all);
        all
    }

    fn is(&self, at: usize, mark: char) -> bool {
        self.words.get(at) == Some(&Word::Mark(mark))
    }

    fn name(&self, at: usize) -> Option<&str> {
        match self.words.get(at)? {
            Word::Name(name) => Some(name),
            Word::Text(_) | Word::Mark(_) => None,
        }
    }

    fn text(&self, at: usize) -> Option<&str> {
        match self.words.get(at)? {
            Word::Text(text) => Some(text),
            Word::Name(_) | Word::Mark(_) => None,
        }
    }

    /// The full name of what this source calls `name`: its module and its own name.
    fn full(&self, name: &str) -> String {
        let mut last = name.rsplit("::");
        let own = last.next().unwrap_or_default();
        let module = last.next().unwrap_or(&self.module);
        format!("{module}::{own}")
    }
}

fn collect(folder: &Path, all: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, all);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let named = if path.ends_with("mod.rs") {
                folder
            } else {
                &path
            };
            let module = named.file_stem().unwrap().to_string_lossy();
            let text = fs::read_to_string(&path).unwrap();
            // nothing is registered without it, and the directory calls other things services
            if text.contains("actix_web") {
                all.push(Source::of(&module, &text));
            }
        }
    }
}

/// What some sources register.
#[derive(Default)]
pub(super) struct Registered {
    /// The operations, as `METHOD /path`.
    pub(super) operations: Vec<String>,
    /// Registrations that this reader does not understand: teach it, or write them otherwise.
    pub(super) unread: Vec<String>,
    refusing: usize,
}

impl Registered {
    pub(super) fn by(sources: &[Source]) -> Self {
        let mut found = Self::default();
        let known = Known::of(sources, &mut found);
        for source in sources {
            found.read(source, &known);
        }
        found.operations.sort();
        found
    }

    fn seen(&self) -> usize {
        self.operations.len() + self.unread.len() + self.refusing
    }

    fn add(&mut self, method: &str, path: &str) {
        self.operations
            .push(format!("{} {path}", method.to_uppercase()));
    }

    fn miss(&mut self, source: &Source, what: &str) {
        self.unread.push(format!("{}: {what}", source.module));
    }

    fn read(&mut self, source: &Source, known: &Known) {
        // one level for each open parenthesis: the address there, and what was seen before a service
        let mut levels = vec![(String::new(), None)];
        for at in 0..source.words.len() {
            if source.is(at, ')') && levels.len() > 1 {
                let (address, before) = levels.pop().unwrap();
                if before == Some(self.seen()) {
                    self.miss(source, &format!("a service without a route at {address:?}"));
                }
            }
            if !source.is(at, '(') {
                continue;
            }
            let name = at.checked_sub(1).and_then(|before| source.name(before));
            let on_something = at >= 2 && source.is(at - 2, '.');
            let before = (name == Some("service") && on_something).then(|| self.seen());
            let here = levels.last_mut().unwrap();
            if let Some(name) = name.filter(|name| !on_something && NESTS.contains(name)) {
                match known.text(source, at + 1) {
                    Some(path) => here.0.push_str(path),
                    None => self.miss(source, &format!("{name} with an address that is no text")),
                }
            }
            let address = here.0.clone();
            if let Some(name) = name.filter(|_| on_something) {
                self.call(source, known, name, at + 1, &address);
            }
            levels.push((address, before));
        }
    }

    /// A method call that may register something, with its first argument at `at`.
    fn call(&mut self, source: &Source, known: &Known, name: &str, at: usize, address: &str) {
        let argument = source.name(at);
        match name {
            "route" => self.route(source, known, at, address),
            "service" => match argument.and_then(|name| known.handlers.get(&source.full(name))) {
                Some(handler) => {
                    for (method, path) in handler {
                        self.add(method, &format!("{address}{path}"));
                    }
                }
                None if argument.is_some_and(|name| NESTS.contains(&name)) => {}
                None => self.miss(source, &format!("service({})", argument.unwrap_or("?"))),
            },
            "default_service" => match source.name(at + 2) {
                Some(handler) if argument == Some("web::to") => {
                    if REFUSES.contains(&handler) {
                        self.refusing += 1;
                    } else {
                        self.add("get", &format!("{address}/"));
                    }
                }
                _ => self.miss(source, "default_service"),
            },
            "configure" if !address.is_empty() => self.miss(source, "configure within a scope"),
            _ => {}
        }
    }

    /// `route(web::get()…)` at an address, or `route("/path", web::get()…)` below it.
    fn route(&mut self, source: &Source, known: &Known, at: usize, address: &str) {
        let below = known.text(source, at);
        let method = source.name(if below.is_some() { at + 2 } else { at });
        let method = method.and_then(|name| name.strip_prefix("web::"));
        match method.filter(|method| METHODS.contains(method)) {
            Some(method) => self.add(method, &format!("{address}{}", below.unwrap_or_default())),
            None => self.miss(source, &format!("a route at {address:?}")),
        }
    }
}

/// What sources name: handlers with the method and path of their attribute, and constants.
#[derive(Default)]
struct Known {
    handlers: BTreeMap<String, Vec<(String, String)>>,
    texts: BTreeMap<String, String>,
}

impl Known {
    fn of(sources: &[Source], found: &mut Registered) -> Self {
        let mut known = Self::default();
        for source in sources {
            known.read(source, found);
        }
        known
    }

    fn read(&mut self, source: &Source, found: &mut Registered) {
        let mut attributes = Vec::new();
        let mut function = String::new();
        for at in 0..source.words.len() {
            let attribute = at >= 2 && source.is(at - 1, '[') && source.is(at - 2, '#');
            let path = source.text(at + 2).filter(|_| source.is(at + 1, '('));
            match (source.name(at), path) {
                (Some("fn"), _) => {
                    function = source.full(source.name(at + 1).unwrap_or_default());
                    if !attributes.is_empty() {
                        self.handlers
                            .insert(function.clone(), std::mem::take(&mut attributes));
                    }
                }
                (Some("const"), _) => {
                    // const NAME: &str = "text"
                    if let (Some(name), Some(text)) = (source.name(at + 1), source.text(at + 6)) {
                        self.texts.insert(source.full(name), text.to_owned());
                    }
                }
                (Some("SwaggerUi::new"), Some(path)) => {
                    let handler = self.handlers.entry(function.clone()).or_default();
                    handler.push(("get".to_owned(), path.to_owned()));
                }
                (Some(name), Some(path)) if attribute => {
                    let method = name.rsplit("::").next().unwrap_or_default();
                    if METHODS.contains(&method) {
                        attributes.push((method.to_owned(), path.to_owned()));
                    } else if method == "route" {
                        found.miss(source, &format!("#[route({path:?}, …)]"));
                    }
                }
                _ => {}
            }
        }
    }

    /// The text at a place, also by the name of a constant.
    fn text<'a>(&'a self, source: &'a Source, at: usize) -> Option<&'a str> {
        let constant = |name| self.texts.get(&source.full(name)).map(String::as_str);
        source
            .text(at)
            .or_else(|| source.name(at).and_then(constant))
    }
}
