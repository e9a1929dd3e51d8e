//! The services that fit a question, with how well its words fit each of them.

use std::borrow::Cow;

use crate::bits::Bits;

/// The services that fit.
pub(crate) enum Fitting {
    /// There were no words.
    Wordless(Bits),
    /// Found by words.
    Worded(Texts),
}

impl Fitting {
    /// How many they are.
    pub(crate) fn total(&self) -> u64 {
        match self {
            Self::Wordless(slots) => slots.count(),
            Self::Worded(texts) => u64::try_from(texts.by_slot.len()).unwrap_or(u64::MAX),
        }
    }

    /// Their slots.
    pub(crate) fn slots(&self) -> Cow<'_, Bits> {
        match self {
            Self::Wordless(slots) => Cow::Borrowed(slots),
            Self::Worded(texts) => {
                Cow::Owned(Bits::of(texts.by_slot.iter().map(|(slot, _)| *slot)))
            }
        }
    }

    /// Each with how well the words fit it; those with the best of so many come first, because few of
    /// the others can be better than all of them.
    pub(crate) fn each(&self, best: usize) -> Box<dyn Iterator<Item = (u32, f32)> + '_> {
        match self {
            Self::Wordless(slots) => Box::new(slots.iter().map(|slot| (slot, 0.0))),
            Self::Worded(texts) => Box::new(texts.each(best)),
        }
    }

    /// How well the words fit one of them.
    pub(crate) fn text_of(&self, slot: u32) -> f32 {
        match self {
            Self::Wordless(_) => 0.0,
            Self::Worded(texts) => texts.of(slot),
        }
    }
}

/// How well the words fit services, the best one being 1.
pub(crate) struct Texts {
    by_slot: Vec<(u32, f32)>,
    best: f32,
}

impl Texts {
    /// Of what the index found.
    pub(crate) fn new(mut by_slot: Vec<(u32, f32)>) -> Self {
        by_slot.sort_unstable_by_key(|(slot, _)| *slot);
        let best = by_slot.iter().map(|(_, text)| *text).fold(0.0, f32::max);
        Self { by_slot, best }
    }

    fn each(&self, best: usize) -> impl Iterator<Item = (u32, f32)> {
        let bar = self.last_of_best(best);
        let good = self.by_slot.iter().filter(move |(_, text)| *text >= bar);
        let others = self.by_slot.iter().filter(move |(_, text)| *text < bar);
        let all = good.chain(others);
        all.map(|(slot, text)| (*slot, self.part_of_best(*text)))
    }

    /// How well the words fit the last of so many best services.
    fn last_of_best(&self, best: usize) -> f32 {
        let mut texts: Vec<f32> = self.by_slot.iter().map(|(_, text)| *text).collect();
        if best == 0 || best >= texts.len() {
            return 0.0;
        }
        let (_, last, _) = texts.select_nth_unstable_by(best - 1, |a, b| b.total_cmp(a));
        *last
    }

    fn of(&self, slot: u32) -> f32 {
        let at = self.by_slot.binary_search_by_key(&slot, |(slot, _)| *slot);
        at.map_or(0.0, |at| self.part_of_best(self.by_slot[at].1))
    }

    fn part_of_best(&self, text: f32) -> f32 {
        if self.best > 0.0 {
            text / self.best
        } else {
            0.0
        }
    }
}
