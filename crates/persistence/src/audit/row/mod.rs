//! The tables of the audit.

pub(crate) mod denied;
pub(crate) mod entry;
pub(crate) mod stream;

use domain::audit::Hash;
use sea_orm::DbErr;

use crate::error::unreadable;

fn hash(bytes: Vec<u8>) -> Result<Hash, DbErr> {
    bytes
        .try_into()
        .map(Hash)
        .map_err(|wrong: Vec<u8>| unreadable("audit hash", format!("{} bytes", wrong.len())))
}

fn place(seq: i64) -> Result<u64, DbErr> {
    u64::try_from(seq).map_err(|cause| unreadable("audit seq", cause))
}

/// A place in a chain as the engines count.
pub(crate) fn seq(place: u64) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}
