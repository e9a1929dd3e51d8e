//! What the audit asks of storage.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::{Act, FoldKey, Sealed, Stream, Tail};
use crate::store::Stored;

/// The chained record in storage.
///
/// An act is appended in the transaction of the act itself. A refused attempt changes nothing, so
/// it is recorded in a work of its own after the one that was rolled back.
#[async_trait]
pub trait Audit: Send {
    /// Appends one act: locks the end of its stream, binds the act to it ([`Tail::append`]) and
    /// moves the end.
    async fn append(&mut self, act: Act) -> Stored<Sealed>;

    /// Counts one refused attempt under its key; the first one of a key is kept as the row to be
    /// written. Answers how many there are now.
    async fn count_denied(&mut self, key: &FoldKey, act: &Act) -> Stored<u32>;

    /// Takes out the refused attempts of minutes before `minute`, oldest first, each folded into
    /// one act with its count. The caller appends them in the same work.
    async fn take_denied(&mut self, minute: DateTime<Utc>) -> Stored<Vec<Act>>;

    /// The streams and where they end.
    async fn tails(&mut self) -> Stored<Vec<Tail>>;

    /// At most `limit` entries of a stream behind the place `after`, in the order of their places.
    async fn entries(&mut self, stream: Stream, after: u64, limit: u32) -> Stored<Vec<Sealed>>;
}
