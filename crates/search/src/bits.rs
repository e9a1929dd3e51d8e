//! Sets of slots, a bit for each: what many filters say of ten thousand services is a few hundred
//! words to combine.

use crate::model::position;

/// A set of slots.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    /// The set of some slots.
    pub(crate) fn of(slots: impl IntoIterator<Item = u32>) -> Self {
        let mut bits = Self::default();
        for slot in slots {
            bits.set(slot);
        }
        bits
    }

    /// Puts a slot in.
    pub(crate) fn set(&mut self, slot: u32) {
        let at = position(slot / 64);
        if at >= self.0.len() {
            self.0.resize(at + 1, 0);
        }
        self.0[at] |= 1 << (slot % 64);
    }

    /// Takes a slot out.
    pub(crate) fn clear(&mut self, slot: u32) {
        if let Some(word) = self.0.get_mut(position(slot / 64)) {
            *word &= !(1 << (slot % 64));
        }
    }

    /// Whether it holds the slot.
    pub(crate) fn contains(&self, slot: u32) -> bool {
        let word = self.0.get(position(slot / 64));
        word.is_some_and(|word| word & (1 << (slot % 64)) != 0)
    }

    /// How many slots it holds.
    pub(crate) fn count(&self) -> u64 {
        self.0.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// How many slots both hold.
    pub(crate) fn count_common(&self, other: &Self) -> u64 {
        let both = self.0.iter().zip(&other.0);
        both.map(|(one, other)| u64::from((one & other).count_ones()))
            .sum()
    }

    /// Keeps only what the other set holds too.
    pub(crate) fn keep_common(&mut self, other: &Self) {
        self.0.truncate(other.0.len());
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    /// Adds what the other set holds.
    pub(crate) fn add_all(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }

    /// Keeps only the slots for which `keep` holds.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(u32) -> bool) {
        for (base, word) in (0_u32..).step_by(64).zip(&mut self.0) {
            for bit in ones(*word) {
                if !keep(base + bit) {
                    *word &= !(1 << bit);
                }
            }
        }
    }

    /// The slots, the lowest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        let words = (0_u32..).step_by(64).zip(&self.0);
        words.flat_map(|(base, word)| ones(*word).map(move |bit| base + bit))
    }
}

/// The positions of the ones of a word, the lowest first.
fn ones(mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = word.trailing_zeros();
        // takes the lowest one away
        word &= word.wrapping_sub(1);
        (bit < u64::BITS).then_some(bit)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn they_are_sets(
            one in prop::collection::btree_set(0_u32..300, 0..40),
            other in prop::collection::btree_set(0_u32..300, 0..40),
        ) {
            let bits = |slots: &std::collections::BTreeSet<u32>| Bits::of(slots.iter().copied());
            let held = |bits: &Bits| bits.iter().collect::<Vec<_>>();
            let (mut common, mut all, mut odd) = (bits(&one), bits(&one), bits(&one));
            common.keep_common(&bits(&other));
            all.add_all(&bits(&other));
            odd.retain(|slot| slot % 2 == 1);
            let both: Vec<u32> = one.intersection(&other).copied().collect();
            prop_assert_eq!(held(&common), both.clone());
            prop_assert_eq!(bits(&one).count_common(&bits(&other)), u64::try_from(both.len()).unwrap());
            prop_assert_eq!(held(&all), one.union(&other).copied().collect::<Vec<_>>());
            prop_assert_eq!(all.count(), u64::try_from(one.union(&other).count()).unwrap());
            prop_assert_eq!(held(&odd), one.iter().copied().filter(|slot| slot % 2 == 1).collect::<Vec<_>>());
            for slot in &other {
                all.clear(*slot);
                prop_assert!(!all.contains(*slot));
            }
            prop_assert_eq!(held(&all), one.difference(&other).copied().collect::<Vec<_>>());
        }
    }
}
