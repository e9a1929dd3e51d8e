//! From what the engines say to what the domain hears.

use domain::store::{AlreadyTaken, StoreError};
use sea_orm::{DbErr, SqlErr};

/// Keeps the backend's error as the cause and says what was going on. A broken uniqueness is told
/// apart, because a use case can answer it.
pub(crate) fn while_doing(doing: &'static str) -> impl FnOnce(DbErr) -> StoreError {
    move |cause| {
        let taken = matches!(cause.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)));
        let source: Box<dyn std::error::Error + Send + Sync> = if taken {
            Box::new(AlreadyTaken(Box::new(cause)))
        } else {
            Box::new(cause)
        };
        StoreError { doing, source }
    }
}

/// A row that the domain cannot read: the database was changed by other hands.
pub(crate) fn unreadable(what: &'static str, cause: impl std::fmt::Display) -> DbErr {
    DbErr::Type(format!("{what}: {cause}"))
}
