//! Taking compounds apart: Kindeswohlgefährdung is kind, wohl, gefährdung.

use std::collections::HashSet;

use super::fold;

const PARTS: &str = include_str!("../../words/parts.txt");

/// What may stand between two parts; the empty one first, because a whole word is the better cut.
const LINKS: [&str; 6] = ["", "s", "es", "n", "en", "er"];

/// Words shorter than this are no parts.
const SHORTEST_PART: usize = 4;

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
        let mut found = Vec::new();
        if key.is_ascii() && key.len() >= 2 * SHORTEST_PART && self.cover(key, &mut found) {
            found
        } else {
            Vec::new()
        }
    }

    fn cover<'w>(&self, rest: &'w str, found: &mut Vec<&'w str>) -> bool {
        if rest.is_empty() {
            return found.len() > 1;
        }
        // the longest part first, but never the whole word as its own part
        let most = if found.is_empty() {
            rest.len().saturating_sub(1)
        } else {
            rest.len()
        };
        for len in (SHORTEST_PART..=most.min(self.longest)).rev() {
            let (part, after) = rest.split_at(len);
            if !self.known.contains(part) {
                continue;
            }
            found.push(part);
            for link in LINKS {
                // at the end of the word a link is an ending: Familienhebamme-n
                if after
                    .strip_prefix(link)
                    .is_some_and(|next| self.cover(next, found))
                {
                    return true;
                }
            }
            found.pop();
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
}
