//! Pages of lists: a bounded slice and where it goes on.

/// One slice of a list whose whole length is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The items of this slice, in order.
    pub items: Vec<T>,
    /// How many items the whole list has, exactly.
    pub total: u64,
    /// How many items come before this slice.
    pub offset: u64,
}

impl<T> Page<T> {
    /// Whether something comes after this slice.
    pub fn has_next(&self) -> bool {
        let seen = u64::try_from(self.items.len()).unwrap_or(u64::MAX);
        self.offset.saturating_add(seen) < self.total
    }
}
