//! Which service comes first (`directory.md` 6), and the order among equals: fair, and the same for
//! a whole day, so that pages do not shift under a reader.

use std::cmp::Ordering;

use chrono::NaiveDate;
use domain::directory::Order;
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
pub(crate) struct Ranked<'m> {
    pub(crate) slot: u32,
    pub(crate) id: ServiceId,
    pub(crate) score: f32,
    pub(crate) distance_m: Option<f64>,
    pub(crate) sort_name: &'m str,
    shuffle: u64,
}

impl<'m> Ranked<'m> {
    pub(crate) fn new(
        slot: u32,
        id: ServiceId,
        score: f32,
        distance_m: Option<f64>,
        sort_name: &'m str,
        today: NaiveDate,
    ) -> Self {
        Self {
            slot,
            id,
            score,
            distance_m,
            sort_name,
            shuffle: shuffle(today, id),
        }
    }

    fn compare(&self, other: &Self, order: Order) -> Ordering {
        let fair = || {
            self.shuffle
                .cmp(&other.shuffle)
                .then_with(|| self.id.cmp(&other.id))
        };
        match order {
            Order::Relevance => rounded(other.score)
                .total_cmp(&rounded(self.score))
                .then_with(fair),
            Order::Name => self
                .sort_name
                .cmp(other.sort_name)
                .then_with(|| self.id.cmp(&other.id)),
            Order::Distance => {
                let metres = |ranked: &Self| ranked.distance_m.unwrap_or(f64::INFINITY);
                metres(self).total_cmp(&metres(other)).then_with(fair)
            }
        }
    }
}

/// Differences below a hundredth are none.
fn rounded(score: f32) -> f32 {
    (score * 100.0).round()
}

/// The services from `offset`, at most `limit`, in order.
pub(crate) fn slice(
    mut all: Vec<Ranked<'_>>,
    order: Order,
    offset: usize,
    limit: usize,
) -> Vec<Ranked<'_>> {
    let end = offset.saturating_add(limit).min(all.len());
    if offset >= end {
        return Vec::new();
    }
    // only the part that is shown is sorted
    if end < all.len() {
        all.select_nth_unstable_by(end, |one, other| one.compare(other, order));
        all.truncate(end);
    }
    all.sort_unstable_by(|one, other| one.compare(other, order));
    all.split_off(offset)
}

/// Mixes the day into the id (the finisher of splitmix64): cheap, because every hit needs it.
fn shuffle(day: NaiveDate, id: ServiceId) -> u64 {
    let (upper, lower) = id.as_uuid().as_u64_pair();
    let day = u64::from(chrono::Datelike::num_days_from_ce(&day).unsigned_abs());
    let mut mixed = upper.rotate_left(32) ^ lower ^ day.wrapping_mul(0x9e37_79b9_7f4a_7c15);
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
            Ranked::new(n, id, 0.5, None, "", day)
        });
        let all: Vec<_> = all.collect();
        let pages = (0..10).flat_map(|page| slice(all.clone(), Order::Relevance, page * 10, 10));
        pages.map(|ranked| ranked.slot).collect()
    }

    #[test]
    fn equals_keep_their_order_for_a_day_and_take_turns_from_day_to_day() {
        let today = equals("2026-11-20");
        assert_eq!(today, equals("2026-11-20"));
        assert_ne!(today, equals("2026-11-21"));
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
