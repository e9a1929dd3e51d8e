//! Sets of instants: sorted, disjoint, half-open intervals.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A half-open interval of time: `start` belongs to it, `end` does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Interval {
    /// The first instant.
    pub start: DateTime<Utc>,
    /// The first instant after it.
    pub end: DateTime<Utc>,
}

impl Interval {
    /// Whether the instant lies in it.
    pub fn contains(&self, at: DateTime<Utc>) -> bool {
        self.start <= at && at < self.end
    }
}

/// Instants as sorted intervals that neither overlap nor touch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Instants(Vec<Interval>);

impl Instants {
    /// Unites intervals in any order; touching ones become one, empty ones vanish.
    pub(super) fn of(intervals: impl IntoIterator<Item = Interval>) -> Self {
        let mut sorted: Vec<_> = intervals.into_iter().filter(|i| i.start < i.end).collect();
        sorted.sort_unstable();
        let mut united: Vec<Interval> = Vec::with_capacity(sorted.len());
        for next in sorted {
            match united.last_mut() {
                Some(last) if next.start <= last.end => last.end = last.end.max(next.end),
                _ => united.push(next),
            }
        }
        Self(united)
    }

    /// What is in either.
    pub(super) fn union(&self, other: &Self) -> Self {
        Self::of(self.0.iter().chain(&other.0).copied())
    }

    /// What is in both.
    pub(super) fn intersection(&self, other: &Self) -> Self {
        let overlaps = self.0.iter().flat_map(|mine| {
            other.0.iter().map(|theirs| Interval {
                start: mine.start.max(theirs.start),
                end: mine.end.min(theirs.end),
            })
        });
        Self::of(overlaps)
    }

    /// The interval that holds the instant.
    pub(super) fn around(&self, at: DateTime<Utc>) -> Option<Interval> {
        let after = self.0.partition_point(|interval| interval.start <= at);
        let candidate = self.0.get(after.checked_sub(1)?)?;
        candidate.contains(at).then_some(*candidate)
    }

    /// The first start after the instant.
    pub(super) fn next_start(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let after = self.0.partition_point(|interval| interval.start <= at);
        self.0.get(after).map(|interval| interval.start)
    }

    /// The last end at or before the instant.
    pub(super) fn last_end(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let ended = self.0.partition_point(|interval| interval.end <= at);
        Some(self.0.get(ended.checked_sub(1)?)?.end)
    }

    /// The intervals in order.
    pub(super) fn into_vec(self) -> Vec<Interval> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(spans: &[(i64, i64)]) -> Instants {
        let at = |hour: i64| DateTime::from_timestamp(hour * 3_600, 0).unwrap();
        Instants::of(spans.iter().map(|(start, end)| Interval {
            start: at(*start),
            end: at(*end),
        }))
    }

    #[test]
    fn overlapping_and_touching_intervals_become_one() {
        assert_eq!(
            hours(&[(3, 5), (1, 2), (2, 3), (4, 8), (9, 9)]),
            hours(&[(1, 8)])
        );
    }

    #[test]
    fn the_end_is_outside() {
        let at = |hour: i64| DateTime::from_timestamp(hour * 3_600, 0).unwrap();
        let set = hours(&[(1, 2), (4, 6)]);
        assert!(set.around(at(1)).is_some());
        assert!(set.around(at(2)).is_none());
        assert_eq!(set.next_start(at(2)), Some(at(4)));
        assert_eq!(set.last_end(at(2)), Some(at(2)));
        assert_eq!(set.next_start(at(4)), None);
    }

    #[test]
    fn both_is_less_than_either() {
        let (a, b) = (hours(&[(1, 5), (8, 9)]), hours(&[(3, 8)]));
        assert_eq!(a.intersection(&b), hours(&[(3, 5)]));
        assert_eq!(a.union(&b), hours(&[(1, 9)]));
    }
}
