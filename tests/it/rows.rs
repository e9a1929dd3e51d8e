//! Everything that stands in a database.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection, DbBackend, Statement};

/// The rows of each table as text, in order, whatever the table holds.
pub(crate) type Rows = BTreeMap<String, Vec<String>>;

/// Reads every row of every table of the database at `url`.
pub(crate) async fn rows(url: &str) -> Rows {
    let database = Database::connect(url).await.expect("a database");
    let tables = if is_sqlite(&database) {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    } else {
        "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"
    };
    let mut all = Rows::new();
    for table in texts(&database, tables).await {
        let mut rows = texts(&database, &whole(&database, &table).await).await;
        rows.sort();
        all.insert(table, rows);
    }
    database.close().await.expect("the connection closes");
    all
}

fn is_sqlite(database: &DatabaseConnection) -> bool {
    database.get_database_backend() == DbBackend::Sqlite
}

/// The statement that gives each row of a table as one text.
async fn whole(database: &DatabaseConnection, table: &str) -> String {
    if !is_sqlite(database) {
        return format!("SELECT to_jsonb(t)::text FROM \"{table}\" t");
    }
    let columns = format!("SELECT name FROM pragma_table_info('{table}')");
    let columns = texts(database, &columns).await;
    let quoted: Vec<_> = columns
        .iter()
        .map(|column| format!("quote(\"{column}\")"))
        .collect();
    format!("SELECT {} FROM \"{table}\"", quoted.join(" || ',' || "))
}

/// The first column of what a statement finds.
async fn texts(database: &DatabaseConnection, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(database.get_database_backend(), sql);
    let found = database.query_all_raw(statement).await.expect(sql);
    let text = |row: &sea_orm::QueryResult| row.try_get_by_index(0).expect("text");
    found.iter().map(text).collect()
}
