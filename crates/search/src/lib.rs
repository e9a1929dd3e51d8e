//! The read model of the directory: one index and one snapshot per tier, in memory, following the
//! change feed. SQL stays the source of truth; this is what everybody reads (`directory.md` 6).
//!
//! Read it in this order: [`Directory`] is built from storage and follows the feed (`follow`, `apply`);
//! `snapshot` narrows every record to each tier through `domain::directory::policy` and holds what
//! looks the same once; `facts` are what filters and ranking ask of a service; `analyze` is how words
//! are compared, `index` where they are looked up; `query` takes a question apart; `ask` filters,
//! `rank` orders, `reasons` says why; `search` brings them together.
//!
//! Rules: a tier's index, counts, suggestions and orders know no value of another tier. An unknown
//! value never excludes. Invented services appear only where their district is named, and then
//! nothing else does. No question is logged or kept.

mod analyze;
mod apply;
mod areas;
mod ask;
mod bits;
mod columns;
mod facets;
mod facts;
mod fitting;
mod follow;
mod hours;
mod index;
mod matching;
mod model;
mod places;
mod points;
mod query;
mod rank;
mod reasons;
mod row;
mod search;
mod seats;
mod sites;
mod snapshot;
mod state;
mod terms;
mod text;
mod weeks;
mod window;
mod words;

pub use follow::Directory;
pub use places::PlaceNames;
pub use rank::Weights;
