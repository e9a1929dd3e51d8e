//! The words of one tier's index, for typing errors, beginnings of words and better spellings.

use std::collections::HashMap;

/// A word of the index near a word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Near {
    /// The folded word of the index.
    pub(crate) key: String,
    /// How many typing errors lie between them; none when the question gives its beginning.
    pub(crate) errors: usize,
}

/// How many neighbours of a word are looked at, the nearest and commonest first.
const MOST_NEIGHBOURS: usize = 6;

/// Beginnings shorter than this lead to too much.
const SHORTEST_BEGINNING: usize = 4;

/// The folded words of an index and in how many services each stands, by their first letter.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordList {
    by_letter: HashMap<char, HashMap<Box<str>, Known>>,
}

#[derive(Debug, Clone)]
struct Known {
    count: u32,
    /// How it is shown, where that is not its folded form: numbers are many.
    written: Option<Box<str>>,
}

impl WordList {
    /// Counts a word once more; `written` is how it is shown when it is proposed.
    pub(crate) fn add(&mut self, key: &str, written: &str) {
        let Some(letter) = key.chars().next() else {
            return;
        };
        let known = self.by_letter.entry(letter).or_default();
        match known.get_mut(key) {
            Some(word) => word.count += 1,
            None => {
                known.insert(
                    key.into(),
                    Known {
                        count: 1,
                        written: (written != key).then(|| written.into()),
                    },
                );
            }
        }
    }

    /// Counts a word once less; at nothing it is forgotten.
    pub(crate) fn remove(&mut self, key: &str) {
        let Some(known) = key
            .chars()
            .next()
            .and_then(|letter| self.by_letter.get_mut(&letter))
        else {
            return;
        };
        if let Some(word) = known.get_mut(key) {
            word.count = word.count.saturating_sub(1);
            if word.count == 0 {
                known.remove(key);
            }
        }
    }

    /// Whether the index holds the word.
    pub(crate) fn contains(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// How the word is written.
    pub(crate) fn written(&self, key: &str) -> Option<&str> {
        let (key, word) = self.get(key)?;
        Some(word.written.as_deref().unwrap_or(key))
    }

    fn get(&self, key: &str) -> Option<(&str, &Known)> {
        let (key, word) = self
            .by_letter
            .get(&key.chars().next()?)?
            .get_key_value(key)?;
        Some((key, word))
    }

    /// The words that `key` may have been meant to be: 1 typing error in 4 to 7 letters, 2 from 8;
    /// the first letter may differ only by changing places with the second; never for numbers.
    pub(crate) fn near(&self, key: &str) -> Vec<Near> {
        let letters: Vec<char> = key.chars().collect();
        let allowed = match letters.len() {
            0..4 => return Vec::new(),
            4..8 => 1,
            _ => 2,
        };
        if key.chars().any(|letter| letter.is_ascii_digit()) {
            return Vec::new();
        }
        let swapped = letters[1];
        let (mut other, mut rows) = (Vec::new(), Rows::default());
        let mut near: Vec<(usize, std::cmp::Reverse<u32>, &str)> = Vec::new();
        for first in [letters[0], swapped] {
            for (word, known) in self.by_letter.get(&first).into_iter().flatten() {
                if word.len().abs_diff(key.len()) > allowed || &**word == key {
                    continue;
                }
                other.clear();
                other.extend(word.chars());
                if first != letters[0] && other.get(1) != Some(&letters[0]) {
                    continue;
                }
                if let Some(errors) = rows.errors_between(&letters, &other, allowed) {
                    near.push((errors, std::cmp::Reverse(known.count), word));
                }
            }
            if swapped == letters[0] {
                break;
            }
        }
        near.sort_unstable();
        near.truncate(MOST_NEIGHBOURS);
        near.into_iter()
            .map(|(errors, _, word)| Near {
                key: word.to_owned(),
                errors,
            })
            .collect()
    }

    /// The commonest words that begin with `key`.
    pub(crate) fn beginning_with(&self, key: &str) -> Vec<Near> {
        if key.chars().count() < SHORTEST_BEGINNING {
            return Vec::new();
        }
        let known = key
            .chars()
            .next()
            .and_then(|letter| self.by_letter.get(&letter));
        let mut longer: Vec<(std::cmp::Reverse<u32>, &str)> = known
            .into_iter()
            .flatten()
            .filter(|(word, _)| word.len() > key.len() && word.starts_with(key))
            .map(|(word, known)| (std::cmp::Reverse(known.count), &**word))
            .collect();
        longer.sort_unstable();
        longer.truncate(MOST_NEIGHBOURS);
        longer
            .into_iter()
            .map(|(_, word)| Near {
                key: word.to_owned(),
                errors: 0,
            })
            .collect()
    }
}

/// The last three rows of a comparison, kept from word to word.
#[derive(Debug, Default)]
struct Rows {
    before_last: Vec<usize>,
    last: Vec<usize>,
    row: Vec<usize>,
}

impl Rows {
    /// The Damerau-Levenshtein distance (neighbours change places at the price of one), when it is at
    /// most `allowed`.
    fn errors_between(&mut self, one: &[char], other: &[char], allowed: usize) -> Option<usize> {
        if one.len().abs_diff(other.len()) > allowed {
            return None;
        }
        let width = other.len() + 1;
        self.last.clear();
        self.last.extend(0..width);
        for (i, a) in one.iter().enumerate() {
            self.row.clear();
            self.row.push(i + 1);
            let mut least = i + 1;
            for (j, b) in other.iter().enumerate() {
                let replaced = self.last[j] + usize::from(a != b);
                let mut best = replaced.min(self.last[j + 1] + 1).min(self.row[j] + 1);
                if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                    best = best.min(self.before_last[j - 1] + 1);
                }
                self.row.push(best);
                least = least.min(best);
            }
            if least > allowed {
                return None;
            }
            std::mem::swap(&mut self.before_last, &mut self.last);
            std::mem::swap(&mut self.last, &mut self.row);
        }
        self.last
            .last()
            .copied()
            .filter(|errors| *errors <= allowed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(one: &str, other: &str) -> Option<usize> {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        Rows::default().errors_between(&letters(one), &letters(other), 2)
    }

    fn list(words: &[&str]) -> WordList {
        let mut list = WordList::default();
        for word in words {
            list.add(word, word);
        }
        list
    }

    fn keys(near: Vec<Near>) -> Vec<String> {
        near.into_iter().map(|near| near.key).collect()
    }

    #[test]
    fn neighbours_that_change_places_are_one_error() {
        assert_eq!(errors("kinderschuzt", "kinderschutz"), Some(1));
        assert_eq!(errors("famlienhebamme", "familienhebamme"), Some(1));
        assert_eq!(errors("elterntelephon", "elterntelefon"), Some(2));
        assert_eq!(errors("hebamme", "jugendamt"), None);
    }

    #[test]
    fn the_first_letter_differs_only_by_changing_places() {
        let list = list(&["beratung", "geratung", "ebratung"]);
        assert_eq!(keys(list.near("eratung")), ["ebratung"]);
        assert_eq!(keys(list.near("ebratungs")), ["ebratung", "beratung"]);
    }

    #[test]
    fn short_words_and_numbers_are_never_guessed() {
        let list = list(&["amt", "19055", "116111"]);
        assert!(list.near("ant").is_empty());
        assert!(list.near("19056").is_empty());
    }

    #[test]
    fn a_forgotten_word_is_proposed_no_more() {
        let mut list = list(&["hebamme", "hebamme"]);
        list.remove("hebamme");
        assert!(list.contains("hebamme"));
        list.remove("hebamme");
        assert!(!list.contains("hebamme"));
        assert!(list.near("hebame").is_empty());
    }
}
