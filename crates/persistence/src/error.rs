//! From what the engines say to what the domain hears.

use domain::store::{AlreadyTaken, OutOfReach, StoreError};
use sea_orm::{DbErr, SqlErr};

/// Keeps the backend's error as the cause and says what was going on. What a use case or a face can
/// answer is told apart: a broken uniqueness, and a connection that could not be had.
pub(crate) fn while_doing(doing: &'static str) -> impl FnOnce(DbErr) -> StoreError {
    move |cause| {
        let taken = matches!(cause.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)));
        let away = matches!(cause, DbErr::ConnectionAcquire(_));
        let cause = Box::new(cause);
        let source: Box<dyn std::error::Error + Send + Sync> = match (taken, away) {
            (true, _) => Box::new(AlreadyTaken(cause)),
            (_, true) => Box::new(OutOfReach(cause)),
            _ => cause,
        };
        StoreError { doing, source }
    }
}

/// A row that the domain cannot read: the database was changed by other hands.
pub(crate) fn unreadable(what: &'static str, cause: impl std::fmt::Display) -> DbErr {
    DbErr::Type(format!("{what}: {cause}"))
}
