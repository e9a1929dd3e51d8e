//! Words that tell of danger: emergency numbers belong above the results, whatever the rank.

use crate::analyze::{self, Analyzer};

/// The phrases that tell of danger, as stems.
#[derive(Debug)]
pub(crate) struct UrgentPhrases(Vec<Vec<String>>);

impl UrgentPhrases {
    /// The list the crate ships.
    pub(crate) fn shipped(analyzer: &Analyzer) -> Self {
        let phrases = analyze::listed(include_str!("../../words/urgent.txt"));
        // stop words count here: "nicht mehr leben" is not "leben"
        let stems = |phrase: &str| {
            let words = analyze::words(phrase)
                .into_iter()
                .filter(|word| word.spans == 1);
            words
                .map(|word| analyzer.stem(&word.key).to_owned())
                .collect()
        };
        Self(phrases.map(stems).collect())
    }

    /// Whether some words do.
    pub(super) fn tell_of_danger(&self, stems: &[String]) -> bool {
        self.0.iter().any(|phrase| {
            stems
                .windows(phrase.len().max(1))
                .any(|window| window == phrase)
        })
    }
}
