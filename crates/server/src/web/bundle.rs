//! The built web files with their stored `.br` and `.gz` forms, held in memory.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;

use actix_web::web::Bytes;
use anyhow::Context as _;

/// A stored compressed form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
}

impl Encoding {
    /// The name in `Content-Encoding`.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }
}

/// One file in up to three forms.
#[derive(Debug, Default)]
pub(super) struct File {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

impl File {
    /// The smallest form the reader accepts.
    pub(super) fn best(&self, accepts: impl Fn(Encoding) -> bool) -> (Option<Encoding>, Bytes) {
        let stored = [
            (Encoding::Brotli, &self.brotli),
            (Encoding::Gzip, &self.gzip),
        ];
        stored
            .into_iter()
            .find_map(|(encoding, form)| {
                form.as_ref()
                    .filter(|_| accepts(encoding))
                    .map(|form| (Some(encoding), form.clone()))
            })
            .unwrap_or_else(|| (None, self.plain.clone()))
    }
}

/// All web files of the installation; empty when there are none.
#[derive(Debug, Default)]
pub(crate) struct Bundle {
    files: HashMap<String, File>,
}

impl Bundle {
    /// The files of `dir`, else those inside the binary, else none.
    ///
    /// # Errors
    /// When `dir` cannot be read or holds no `index.html`.
    pub(crate) fn load(dir: Option<&Path>) -> anyhow::Result<Self> {
        let Some(dir) = dir else {
            return Ok(embedded());
        };
        let mut bundle = Self::default();
        bundle
            .read_folder(dir, dir)
            .with_context(|| format!("web.dir: reading {}", dir.display()))?;
        anyhow::ensure!(
            bundle.files.contains_key("index.html"),
            "web.dir: {} holds no index.html; build the pages with npm run build in frontend/",
            dir.display()
        );
        Ok(bundle)
    }

    /// A bundle of these files.
    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &'static str)]) -> Self {
        let mut bundle = Self::default();
        for (name, content) in files {
            bundle.add(name, Cow::Borrowed(content.as_bytes()));
        }
        bundle
    }

    /// Whether there is nothing to serve.
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    fn read_folder(&mut self, root: &Path, folder: &Path) -> std::io::Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                self.read_folder(root, &path)?;
            } else if let Some(name) = path.strip_prefix(root).ok().and_then(Path::to_str) {
                self.add(name, std::fs::read(&path)?.into());
            }
        }
        Ok(())
    }

    fn add(&mut self, name: &str, content: Cow<'static, [u8]>) {
        let content = match content {
            Cow::Borrowed(part_of_the_binary) => Bytes::from_static(part_of_the_binary),
            Cow::Owned(read) => Bytes::from(read),
        };
        if let Some(name) = name.strip_suffix(".br") {
            self.files.entry(name.to_owned()).or_default().brotli = Some(content);
        } else if let Some(name) = name.strip_suffix(".gz") {
            self.files.entry(name.to_owned()).or_default().gzip = Some(content);
        } else if name != ".gitkeep" {
            self.files.entry(name.to_owned()).or_default().plain = content;
        }
    }
}

#[cfg(debug_assertions)]
fn embedded() -> Bundle {
    Bundle::default()
}

#[cfg(not(debug_assertions))]
fn embedded() -> Bundle {
    #[derive(rust_embed::RustEmbed)]
    #[folder = "$CARGO_MANIFEST_DIR/../../frontend/dist"]
    struct Built;

    let mut bundle = Bundle::default();
    for name in <Built as rust_embed::RustEmbed>::iter() {
        if let Some(file) = <Built as rust_embed::RustEmbed>::get(&name) {
            bundle.add(&name, file.data);
        }
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_smallest_form_it_accepts() {
        let mut bundle = Bundle::default();
        bundle.add("a.js", Cow::Borrowed(b"plain"));
        bundle.add("a.js.br", Cow::Borrowed(b"br"));
        bundle.add("a.js.gz", Cow::Borrowed(b"gz"));
        let file = bundle.file("a.js").unwrap();
        assert_eq!(
            file.best(|_| true),
            (Some(Encoding::Brotli), Bytes::from_static(b"br"))
        );
        assert_eq!(
            file.best(|one| one == Encoding::Gzip),
            (Some(Encoding::Gzip), Bytes::from_static(b"gz"))
        );
        assert_eq!(file.best(|_| false), (None, Bytes::from_static(b"plain")));
    }

    #[test]
    fn a_folder_without_pages_is_refused_with_what_to_do() {
        let empty = tempfile::tempdir().unwrap();
        let refused = Bundle::load(Some(empty.path())).unwrap_err().to_string();
        assert!(refused.contains("npm run build"), "{refused}");
    }
}
