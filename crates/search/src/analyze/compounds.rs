//! Taking compounds apart: Kindeswohlgefährdung is kind, wohl, gefährdung.

use std::collections::HashSet;

use super::fold;

const PARTS: &str = include_str!("../../words/parts.txt");

/// What may stand between two parts; the empty one first, because a whole word is the better cut.
const LINKS: [&str; 6] = ["", "s", "es", "n", "en", "er"];

/// Words shorter than this are no parts.
const SHORTEST_PART: usize = 4;

/// Words longer than this are no words.
const LONGEST_COMPOUND: usize = 80;

/// The words compounds of the field are made of, folded.
#[derive(Debug)]
pub(crate) struct Parts {
    known: HashSet<String>,
    longest: usize,
}

impl Parts {
    /// The list the crate ships.
    pub(crate) fn shipped() -> Self {
        let known: HashSet<String> = super::listed(PARTS)
            .map(|word| fold::key(&fold::lower(word)))
            .filter(|word| word.len() >= SHORTEST_PART && word.is_ascii())
            .collect();
        let longest = known.iter().map(String::len).max().unwrap_or(0);
        Self { known, longest }
    }

    /// Whether the folded word is one of them.
    pub(crate) fn contains(&self, key: &str) -> bool {
        self.known.contains(key)
    }

    /// The parts of a folded word, when they cover it completely and are at least two.
    pub(crate) fn of<'w>(&self, key: &'w str) -> Vec<&'w str> {
        let splittable = 2 * SHORTEST_PART..=LONGEST_COMPOUND;
        let mut cut = Cut {
            parts: self,
            found: Vec::new(),
            hopeless: vec![false; key.len()],
        };
        if key.is_ascii() && splittable.contains(&key.len()) && cut.cover(key) {
            cut.found
        } else {
            Vec::new()
        }
    }
}

/// Looking for the parts of one word.
struct Cut<'w, 'p> {
    parts: &'p Parts,
    found: Vec<&'w str>,
    /// By length, the ends of the word that cannot be covered: each is tried once, however many
    /// ways lead to it.
    hopeless: Vec<bool>,
}

impl<'w> Cut<'w, '_> {
    fn cover(&mut self, rest: &'w str) -> bool {
        if rest.is_empty() {
            return self.found.len() > 1;
        }
        let is_whole = self.found.is_empty();
        if !is_whole && self.hopeless[rest.len()] {
            return false;
        }
        // the longest part first, but never the whole word as its own part
        let most = rest.len() - usize::from(is_whole);
        for len in (SHORTEST_PART..=most.min(self.parts.longest)).rev() {
            let (part, after) = rest.split_at(len);
            if !self.parts.contains(part) {
                continue;
            }
            self.found.push(part);
            for link in LINKS {
                // at the end of the word a link is an ending: Familienhebamme-n
                if after
                    .strip_prefix(link)
                    .is_some_and(|next| self.cover(next))
                {
                    return true;
                }
            }
            self.found.pop();
        }
        if !is_whole {
            self.hopeless[rest.len()] = true;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(word: &str) -> Vec<String> {
        let key = fold::key(&fold::lower(word));
        Parts::shipped()
            .of(&key)
            .into_iter()
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn compounds_of_the_field_come_apart() {
        assert_eq!(parts("Familienhebamme"), ["familien", "hebamme"]);
        assert_eq!(
            parts("Kindeswohlgefährdung"),
            ["kind", "wohl", "gefahrdung"]
        );
        assert_eq!(parts("Kinderschutz"), ["kinder", "schutz"]);
        assert_eq!(
            parts("Erziehungsberatungsstelle"),
            ["erziehung", "beratung", "stelle"]
        );
        assert_eq!(parts("Opferambulanz"), ["opfer", "ambulanz"]);
        assert_eq!(parts("Elterntelefon"), ["eltern", "telefon"]);
    }

    #[test]
    fn what_is_not_covered_completely_stays_whole() {
        assert!(parts("Jugendamt").is_empty());
        assert!(parts("Hebamme").is_empty());
        assert!(parts("Familienxyz").is_empty());
    }

    #[test]
    fn a_word_with_very_many_ways_to_cut_it_is_given_up_soon() {
        assert!(parts(&format!("{}x", "kinder".repeat(12))).is_empty());
        assert!(parts(&"kinder".repeat(10_000)).is_empty());
    }
}
