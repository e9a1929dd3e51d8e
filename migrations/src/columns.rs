//! Columns that many tables share.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, integer, json_binary, string_len, string_len_null, timestamp_with_time_zone, uuid,
};

/// The longest name of an enumeration's value or of a term.
const CODE: u32 = 64;

/// The name of a value of an enumeration of the domain, or the key of a term.
pub(crate) fn code(name: &'static str) -> ColumnDef {
    string_len(name, CODE)
}

/// The same, where it may be unknown.
pub(crate) fn code_null(name: &'static str) -> ColumnDef {
    string_len_null(name, CODE)
}

/// What every editable record of the directory carries.
pub(crate) fn record() -> [ColumnDef; 6] {
    [
        integer("version"),
        boolean("demo"),
        json_binary("provenance"),
        json_binary("verifications"),
        timestamp_with_time_zone("created_at"),
        timestamp_with_time_zone("updated_at"),
    ]
}

/// What every row nested in a record carries: the record it is saved with, the part of the record
/// it belongs to, and its place among its siblings.
pub(crate) fn nested() -> [ColumnDef; 5] {
    [
        code("record_kind"),
        uuid("record_id"),
        code("owner_kind"),
        uuid("owner_id"),
        integer("position"),
    ]
}

/// Adds several columns at once.
pub(crate) trait WithColumns {
    /// Adds the columns in order.
    fn cols(&mut self, columns: impl IntoIterator<Item = ColumnDef>) -> &mut Self;
}

impl WithColumns for TableCreateStatement {
    fn cols(&mut self, columns: impl IntoIterator<Item = ColumnDef>) -> &mut Self {
        for column in columns {
            self.col(column);
        }
        self
    }
}

/// An index named after its table and columns.
pub(crate) fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index
        .name(format!("{table}_{}_idx", columns.join("_")))
        .table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// A foreign key named after its table and column, to the `id` of another table.
pub(crate) fn references(
    table: &'static str,
    column: &'static str,
    other: &'static str,
    on_delete: ForeignKeyAction,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}_fkey"))
        .from(table, column)
        .to(other, "id")
        .on_delete(on_delete)
        .to_owned()
}
