//! Words of state: "jetzt offen", "kostet nichts", "ukrainisch sprechen".

use domain::directory::hours::Channel;
use domain::text::Lang;

use super::Tokens;
use crate::analyze::{self, Analyzer};

/// In which state a service must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum StateWord {
    /// Open now.
    Open,
    /// Open at night.
    Night,
    /// Costs nothing.
    Free,
    /// Possible without a name.
    Anonymous,
    /// Reached without steps.
    Accessible,
    /// By this channel.
    By(Channel),
    /// Has room.
    Accepting,
    /// In this language.
    Speaks(Lang),
    /// Said beside another one, means nothing by itself.
    Filler,
}

/// The phrases that say so, longest first.
#[derive(Debug)]
pub(crate) struct StatePhrases(Vec<(Vec<String>, StateWord)>);

impl StatePhrases {
    /// The list the crate ships.
    pub(crate) fn shipped(analyzer: &Analyzer) -> Self {
        let mut phrases: Vec<(Vec<String>, StateWord)> =
            analyze::listed(include_str!("../../words/state.txt"))
                .filter_map(|line| line.split_once(':'))
                .filter_map(|(meaning, phrase)| {
                    Some((analyzer.stems(phrase), meaning_of(meaning.trim())?))
                })
                .filter(|(stems, _)| !stems.is_empty())
                .collect();
        phrases.sort_by_key(|(stems, _)| std::cmp::Reverse(stems.len()));
        Self(phrases)
    }

    /// The phrases in some words, with the positions they stand at.
    pub(super) fn take(&self, tokens: &Tokens) -> Vec<(Vec<usize>, StateWord)> {
        let mut found: Vec<(Vec<usize>, StateWord)> = Vec::new();
        for (stems, state) in &self.0 {
            for from in 0..tokens.words.len() {
                let Some(positions) = tokens.find(stems, from) else {
                    continue;
                };
                let is_new = found
                    .iter()
                    .all(|(others, _)| positions.iter().all(|at| !others.contains(at)));
                if is_new && positions.first() == Some(&from) {
                    found.push((positions, state.clone()));
                }
            }
        }
        // "sprechen" alone is a word like any other
        if found
            .iter()
            .any(|(_, state)| matches!(state, StateWord::Speaks(_)))
        {
            found
        } else {
            found
                .into_iter()
                .filter(|(_, state)| *state != StateWord::Filler)
                .collect()
        }
    }
}

fn meaning_of(name: &str) -> Option<StateWord> {
    let state = match name {
        "open" => StateWord::Open,
        "night" => StateWord::Night,
        "free" => StateWord::Free,
        "anonymous" => StateWord::Anonymous,
        "accessible" => StateWord::Accessible,
        "phone" => StateWord::By(Channel::Phone),
        "chat" => StateWord::By(Channel::Chat),
        "mail" => StateWord::By(Channel::Mail),
        "accepting" => StateWord::Accepting,
        "filler" => StateWord::Filler,
        other => StateWord::Speaks(other.strip_prefix("lang-")?.parse().ok()?),
    };
    Some(state)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_has_a_meaning() {
        for line in analyze::listed(include_str!("../../words/state.txt")) {
            let (meaning, _) = line.split_once(':').unwrap();
            assert!(meaning_of(meaning.trim()).is_some(), "{line}");
        }
    }
}
