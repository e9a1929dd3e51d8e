//! From text to what is compared (`directory.md` 6): NFKC and lower case, hyphens and slashes split
//! **and** joined, umlauts folded both ways, light stemming (never of proper names), compounds.
//!
//! Each step has its own kind of token, so that a hit can say which step found it.

mod compounds;
pub(crate) mod fold;
mod stem;

use std::borrow::Cow;
use std::collections::HashSet;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use compounds::Parts;

const STOP: &str = include_str!("../../words/stop.txt");

/// The lines of a word list, without comments and blanks.
pub(crate) fn listed(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// As written.
    pub(crate) written: String,
    /// NFKC, lower case.
    pub(crate) lower: String,
    /// Folded.
    pub(crate) key: String,
    /// Its number in the text; a joined form carries the number of its first part.
    pub(crate) position: usize,
    /// How many words of the text it stands for: more than one when joined from `Kinder-Schutz`.
    pub(crate) spans: usize,
    /// Whether a hyphen or slash ties it to the word before.
    pub(crate) tied: bool,
}

impl Word {
    fn new(written: &str, position: usize, spans: usize, tied: bool) -> Self {
        let lower = fold::lower(written);
        let key = fold::key(&lower);
        Self {
            written: written.to_owned(),
            lower,
            key,
            position,
            spans,
            tied,
        }
    }

    /// Whether it is made of digits.
    pub(crate) fn is_number(&self) -> bool {
        self.key.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether it starts with a capital.
    pub(crate) fn is_capitalised(&self) -> bool {
        self.written.chars().next().is_some_and(char::is_uppercase)
    }
}

/// A word of a text before it is looked at.
struct Piece<'t> {
    written: Cow<'t, str>,
    position: usize,
    spans: usize,
    tied: bool,
}

impl Piece<'_> {
    fn word(&self) -> Word {
        Word::new(&self.written, self.position, self.spans, self.tied)
    }
}

/// The words of a text in order, tied words followed by their joined form.
pub(crate) fn words(text: &str) -> Vec<Word> {
    pieces(&composed(text)).iter().map(Piece::word).collect()
}

/// The word at a place of [`words`].
pub(crate) fn word(text: &str, at: usize) -> Option<Word> {
    pieces(&composed(text)).get(at).map(Piece::word)
}

fn composed(text: &str) -> Cow<'_, str> {
    match is_nfkc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfkc().collect()),
    }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut chain: Vec<&str> = Vec::new();
    let mut position = 0;
    let mut rest = text;
    loop {
        let start = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        let (between, from_word) = rest.split_at(start);
        let tied = matches!(between, "-" | "/" | "‐" | "–") && !chain.is_empty();
        if !tied {
            join(&chain, position, &mut pieces);
            chain.clear();
        }
        if from_word.is_empty() {
            return pieces;
        }
        let end = from_word
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(from_word.len());
        let (written, after) = from_word.split_at(end);
        pieces.push(Piece {
            written: Cow::Borrowed(written),
            position,
            spans: 1,
            tied,
        });
        chain.push(written);
        position += 1;
        rest = after;
    }
}

fn join(chain: &[&str], next_position: usize, pieces: &mut Vec<Piece<'_>>) {
    if chain.len() > 1 {
        pieces.push(Piece {
            written: Cow::Owned(chain.concat()),
            position: next_position.saturating_sub(chain.len()),
            spans: chain.len(),
            tied: false,
        });
    }
}

/// What a word is compared by; from the strictest to the loosest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Forms {
    /// The folded word.
    pub(crate) key: String,
    /// Its stem, folded; the word itself when it is a proper name.
    pub(crate) stem: String,
    /// The stems of its parts; empty when it is no compound.
    pub(crate) parts: Vec<String>,
}

/// Knows the proper names and the words of the field.
#[derive(Debug)]
pub(crate) struct Analyzer {
    parts: Parts,
    names: HashSet<String>,
    stop: HashSet<String>,
}

impl Analyzer {
    /// An analyzer that leaves these proper names (names of places) whole.
    pub(crate) fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let parts = Parts::shipped();
        let stop: HashSet<String> = listed(STOP)
            .map(|word| fold::key(&fold::lower(word)))
            .collect();
        let names = names
            .into_iter()
            .flat_map(words)
            .map(|word| word.key)
            .filter(|key| key.len() > 3 && !parts.contains(key) && !stop.contains(key))
            .collect();
        Self { parts, names, stop }
    }

    /// Whether the word says nothing.
    pub(crate) fn is_stop(&self, word: &Word) -> bool {
        self.stop.contains(&word.key)
    }

    /// Whether the folded word is a proper name.
    pub(crate) fn is_name(&self, key: &str) -> bool {
        self.names.contains(key)
    }

    /// The stem of a folded word.
    pub(crate) fn stem<'k>(&self, key: &'k str) -> &'k str {
        if self.is_name(key) {
            key
        } else {
            stem::stem(key)
        }
    }

    /// All forms of a word.
    pub(crate) fn forms(&self, word: &Word) -> Forms {
        let key = word.key.clone();
        if self.is_name(&key) || word.is_number() {
            return Forms {
                stem: key.clone(),
                key,
                parts: Vec::new(),
            };
        }
        let stem = stem::stem(&key).to_owned();
        let parts = self.parts.of(&key);
        let parts = parts
            .into_iter()
            .map(|part| stem::stem(part).to_owned())
            .collect();
        Forms { key, stem, parts }
    }

    /// The words of a text that say something, as stems: how phrases are compared.
    pub(crate) fn stems(&self, text: &str) -> Vec<String> {
        words(text)
            .into_iter()
            .filter(|word| word.spans == 1 && !self.is_stop(word))
            .map(|word| self.stem(&word.key).to_owned())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.lower).collect()
    }

    #[test]
    fn hyphens_and_slashes_split_and_join() {
        assert_eq!(
            written("Kinder-Schutz heute"),
            ["kinder", "schutz", "kinderschutz", "heute"]
        );
        assert_eq!(written("Eltern/Kind"), ["eltern", "kind", "elternkind"]);
        assert_eq!(
            written("Kinder- und Jugendhilfe"),
            ["kinder", "und", "jugendhilfe"]
        );
    }

    #[test]
    fn nothing_but_signs_is_no_word() {
        assert!(words(" -/- … ").is_empty());
        assert!(words("").is_empty());
    }

    #[test]
    fn names_are_neither_stemmed_nor_split() {
        let analyzer = Analyzer::new(["Wesenberg", "Stadtsorgen"]);
        let forms = |text: &str| analyzer.forms(&words(text)[0]);
        assert_eq!(forms("Stadtsorgen").stem, "stadtsorgen");
        assert!(forms("Stadtsorgen").parts.is_empty());
        assert_eq!(forms("Familienhebammen").parts, ["famili", "hebamm"]);
    }
}
