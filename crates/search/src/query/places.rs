//! Places named inside the words: "Wismar Beratung", "insofa 17192", "Jugendamt Müritz".

use chrono::NaiveDate;

use super::{PlaceInText, Tokens};
use crate::analyze::Analyzer;
use crate::places::{LONGEST_NAME, Named, PlaceNames};

/// A question of at most this many words may name a place by a common word in small letters.
const ALMOST_ALONE: usize = 2;

/// Takes the first and longest name of a place out of the words.
pub(super) fn take(
    places: &PlaceNames,
    analyzer: &Analyzer,
    tokens: &mut Tokens,
    today: NaiveDate,
) -> Option<PlaceInText> {
    let (from, to, place) =
        postcode(places, tokens, today).or_else(|| name(places, tokens, today))?;
    let positions: Vec<usize> = (from..to).collect();
    let query_part = tokens.part(&positions);
    tokens.take(&positions);
    let words = tokens.words[from..to]
        .iter()
        .map(|word| analyzer.forms(word))
        .collect();
    Some(PlaceInText {
        query_part,
        words,
        place,
    })
}

fn postcode(
    places: &PlaceNames,
    tokens: &Tokens,
    today: NaiveDate,
) -> Option<(usize, usize, Named)> {
    tokens.words.iter().enumerate().find_map(|(at, word)| {
        let postcode = word.key.parse().ok()?;
        Some((at, at + 1, places.of_postcode(&postcode, today)?))
    })
}

fn name(places: &PlaceNames, tokens: &Tokens, today: NaiveDate) -> Option<(usize, usize, Named)> {
    let count = tokens.words.len();
    for len in (1..=LONGEST_NAME.min(count)).rev() {
        for from in 0..=count - len {
            let to = from + len;
            if tokens.taken[from..to].iter().any(|taken| *taken) || cuts_a_chain(tokens, from, to) {
                continue;
            }
            let Some(place) = named(places, tokens, from, to, today) else {
                continue;
            };
            if len > 1 || is_meant_as_place(places, tokens, from) {
                return Some((from, to, place));
            }
        }
    }
    None
}

fn named(
    places: &PlaceNames,
    tokens: &Tokens,
    from: usize,
    to: usize,
    today: NaiveDate,
) -> Option<Named> {
    let keys = tokens.words[from..to]
        .iter()
        .map(|word| match word.key.as_str() {
            // what a district is called in short
            "kreis" | "lk" => "landkreis",
            key => key,
        });
    places.named(&keys.collect::<Vec<_>>().join(" "), today)
}

/// Whether the words are a part of something tied by hyphens, such as the Müritz in Müritz-Klinikum.
fn cuts_a_chain(tokens: &Tokens, from: usize, to: usize) -> bool {
    tokens.words[from].tied || tokens.words.get(to).is_some_and(|next| next.tied)
}

fn is_meant_as_place(places: &PlaceNames, tokens: &Tokens, at: usize) -> bool {
    let word = &tokens.words[at];
    !word.is_number()
        && (!places.is_common_word(&word.key)
            || word.is_capitalised()
            || tokens.words.len() <= ALMOST_ALONE)
        && (!tokens.is_stop[at] || word.is_capitalised())
}
