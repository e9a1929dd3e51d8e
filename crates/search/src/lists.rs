//! Many short lists of numbers one behind the other, so that a question that looks at all of them
//! reads on instead of jumping.

use crate::model::position;

/// Lists by the order in which they came.
#[derive(Debug, Clone, Default)]
pub(crate) struct ShortLists {
    /// Where each list ends and the next one begins.
    ends: Vec<u32>,
    numbers: Vec<u32>,
}

impl ShortLists {
    /// Adds a list.
    pub(crate) fn push(&mut self, list: &[u32]) {
        self.numbers.extend_from_slice(list);
        self.ends
            .push(u32::try_from(self.numbers.len()).unwrap_or(u32::MAX));
    }

    /// The list that came after `at` others; an empty one when there are not so many.
    pub(crate) fn get(&self, at: u32) -> &[u32] {
        let at = position(at);
        let begin = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let begin = begin.map_or(0, |begin| position(*begin));
        let end = self.ends.get(at).map_or(begin, |end| position(*end));
        &self.numbers[begin..end]
    }

    /// How many lists there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn each_list_is_kept_as_it_came(
            lists in proptest::collection::vec(proptest::collection::vec(0_u32..9, 0..4), 0..20),
        ) {
            let mut kept = ShortLists::default();
            for list in &lists {
                kept.push(list);
            }
            proptest::prop_assert_eq!(kept.len(), lists.len());
            for (at, list) in (0_u32..).zip(&lists) {
                proptest::prop_assert_eq!(kept.get(at), list.as_slice());
            }
            proptest::prop_assert_eq!(kept.get(99).len(), 0);
        }
    }
}
