//! Chance that repeats itself: the same seed gives the same network on every machine.

use uuid::Uuid;

/// A stream of numbers (`SplitMix64`); good enough to spread values, and it will never change.
pub(crate) struct Dice(u64);

impl Dice {
    /// The stream of a seed.
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub(crate) const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`; 0 when `n` is 0.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.bits() % n).unwrap_or_default()
    }

    /// Whether something happens that happens in `percent` of all cases.
    pub(crate) fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several; the slice must not be empty.
    pub(crate) fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// `how_many` different ones, fewer when there are not enough.
    pub(crate) fn some_of<T: Clone + PartialEq>(&mut self, of: &[T], how_many: usize) -> Vec<T> {
        let mut chosen = Vec::new();
        for _ in 0..how_many {
            let one = self.one_of(of);
            if !chosen.contains(one) {
                chosen.push(one.clone());
            }
        }
        chosen
    }

    /// A random UUID.
    pub(crate) fn id(&mut self) -> Uuid {
        let random = (u128::from(self.bits()) << 64) | u128::from(self.bits());
        uuid::Builder::from_random_bytes(random.to_be_bytes()).into_uuid()
    }
}
