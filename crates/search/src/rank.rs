//! Which service comes first (`directory.md` 6), and the order among equals: fair, and the same for
//! a whole day, so that pages do not shift under a reader.

use std::cmp::Ordering;

use chrono::NaiveDate;
use domain::ids::ServiceId;
use serde::{Deserialize, Serialize};

/// What counts how much. Start values; they are configuration, tuned against the golden questions.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Weights {
    /// How well the words fit, 0 to 1.
    pub text: f32,
    /// How closely the area is drawn around the place asked for, 0 to 1.
    pub area: f32,
    /// Open now (1) or within 24 hours (0.5).
    pub open: f32,
    /// Confirmed (1), confirmed too long ago (0.5).
    pub fresh: f32,
    /// The way there, 50 km and more being 1; taken off.
    pub distance: f32,
    /// Each thing asked for that is not known of the service; taken off.
    pub unknown: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            text: 1.0,
            area: 0.6,
            open: 0.25,
            fresh: 0.15,
            distance: 0.2,
            unknown: 0.15,
        }
    }
}

/// What is known of a service beside one question.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Signals {
    pub(crate) text: f32,
    pub(crate) area: f32,
    pub(crate) open: f32,
    pub(crate) fresh: f32,
    pub(crate) distance: f32,
    pub(crate) unknowns: u8,
}

impl Weights {
    /// The score of a service.
    pub(crate) fn score(&self, signals: Signals) -> f32 {
        let Signals {
            text,
            area,
            open,
            fresh,
            distance,
            unknowns,
        } = signals;
        self.text * text + self.area * area + self.open * open + self.fresh * fresh
            - self.distance * distance
            - self.unknown * f32::from(unknowns)
    }
}

/// One service in the order of an answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ranked {
    pub(crate) slot: u32,
    /// The lowest comes first.
    key: f64,
    /// The order of equals.
    shuffle: u64,
}

impl Ranked {
    /// By score; differences below a hundredth are none.
    pub(crate) fn by_score(slot: u32, score: f32, shuffle: u64) -> Self {
        let key = key_of(score);
        Self { slot, key, shuffle }
    }

    /// By distance; an unknown one comes last.
    pub(crate) fn by_distance(slot: u32, distance_m: Option<f64>, shuffle: u64) -> Self {
        Self {
            slot,
            key: distance_m.unwrap_or(f64::INFINITY),
            shuffle,
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.key
            .total_cmp(&other.key)
            .then(self.shuffle.cmp(&other.shuffle))
    }
}

fn key_of(score: f32) -> f64 {
    -f64::from((score * 100.0).round())
}

/// Collects the first services of an order, without sorting or keeping the others.
pub(crate) struct First {
    wanted: usize,
    best: Vec<Ranked>,
    /// Whatever comes after it is none of them.
    bound: Option<Ranked>,
}

impl First {
    /// Collects the first `wanted` ones.
    pub(crate) const fn new(wanted: usize) -> Self {
        Self {
            wanted,
            best: Vec::new(),
            bound: None,
        }
    }

    /// Whether a service of this score is none of the first ones, whatever the order of equals: most are,
    /// and need not be looked at further.
    pub(crate) fn is_hopeless(&self, score: f32) -> bool {
        let bound = self.bound.as_ref();
        bound.is_some_and(|bound| bound.key < key_of(score))
    }

    /// After how many services it is known which others are hopeless.
    pub(crate) const fn before_bound(&self) -> usize {
        self.wanted.saturating_mul(2)
    }

    /// Looks at one more service.
    pub(crate) fn push(&mut self, ranked: Ranked) {
        let hopeless = self
            .bound
            .as_ref()
            .is_some_and(|bound| ranked.compare(bound).is_gt());
        if hopeless || self.wanted == 0 {
            return;
        }
        self.best.push(ranked);
        if self.best.len() >= self.before_bound() {
            self.best
                .select_nth_unstable_by(self.wanted - 1, Ranked::compare);
            self.best.truncate(self.wanted);
            self.bound = self.best.last().copied();
        }
    }

    /// The services in order, the first `offset` ones left out.
    pub(crate) fn after(mut self, offset: usize) -> impl Iterator<Item = u32> {
        self.best.sort_unstable_by(Ranked::compare);
        self.best.truncate(self.wanted);
        self.best.into_iter().skip(offset).map(|ranked| ranked.slot)
    }
}

/// An id in 64 bits.
pub(crate) fn mixed(id: ServiceId) -> u64 {
    let (upper, lower) = id.as_uuid().as_u64_pair();
    upper.rotate_left(32) ^ lower
}

/// Mixes the day into a mixed id (the finisher of splitmix64): cheap, because every hit needs it. Two
/// services share an answer only when they share their mixed id.
pub(crate) fn shuffle(day: NaiveDate, mixed_id: u64) -> u64 {
    let day = u64::from(chrono::Datelike::num_days_from_ce(&day).unsigned_abs());
    let mut mixed = mixed_id ^ day.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn equals(day: &str) -> Vec<u32> {
        let day = day.parse().unwrap();
        let all = (0..100).map(|n| {
            let id = ServiceId::from_uuid(Uuid::from_u128(u128::from(n) + 1));
            Ranked::by_score(n, 0.5, shuffle(day, mixed(id)))
        });
        let all: Vec<_> = all.collect();
        let page = |page: usize| {
            let mut first = First::new(page * 10 + 10);
            for ranked in &all {
                first.push(*ranked);
            }
            first.after(page * 10)
        };
        (0..10).flat_map(page).collect()
    }

    #[test]
    fn equals_keep_their_order_for_a_day_and_take_turns_from_day_to_day() {
        let today = equals("2026-11-20");
        assert_eq!(today, equals("2026-11-20"));
        assert_ne!(today, equals("2026-11-21"));
    }

    proptest::proptest! {
        #[test]
        fn the_first_ones_are_those_of_the_whole_order(
            keys in proptest::collection::vec((0_u8..20, 0_u64..20), 0..200),
            wanted in 0_usize..60,
            offset in 0_usize..60,
        ) {
            let mut all: Vec<Ranked> = Vec::new();
            let mut first = First::new(wanted);
            for (slot, (score, shuffle)) in (0_u32..).zip(&keys) {
                let score = f32::from(*score) / 20.0;
                let one = Ranked::by_score(slot, score, shuffle * 1_000 + u64::from(slot));
                all.push(one);
                if !first.is_hopeless(score) {
                    first.push(one);
                }
            }
            all.sort_unstable_by(Ranked::compare);
            let expected: Vec<u32> = all.iter().take(wanted).skip(offset).map(|one| one.slot).collect();
            proptest::prop_assert_eq!(first.after(offset).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn pages_hold_every_equal_exactly_once() {
        let mut slots = equals("2026-11-20");
        slots.sort_unstable();
        assert_eq!(slots, (0..100).collect::<Vec<_>>());
    }

    #[test]
    fn serving_the_municipality_beats_being_near() {
        let weights = Weights::default();
        let serves = Signals {
            area: 1.0,
            distance: 1.0,
            ..Signals::default()
        };
        let near = Signals {
            area: 0.5,
            distance: 0.0,
            ..Signals::default()
        };
        assert!(weights.score(serves) > weights.score(near));
    }
}
