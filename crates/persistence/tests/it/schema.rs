//! How a database gets the schema of this version.

use domain::store::Store;
use persistence::testing::{Fresh, options};
use persistence::{MigrateError, SchemaState, connect, on_both_engines};
use sea_orm::{ConnectionTrait, Database};

on_both_engines! {
    async fn a_migrated_database_is_current_and_stays_so(fresh: Fresh) {
        assert_eq!(fresh.store.schema_state().await.unwrap(), SchemaState::Current);
        fresh.store.migrate().await.unwrap();
        assert_eq!(fresh.store.schema_state().await.unwrap(), SchemaState::Current);
    }

    async fn a_database_of_a_newer_version_is_refused_by_name(fresh: Fresh) {
        let newer = Database::connect(&fresh.url).await.unwrap();
        newer
            .execute_unprepared("INSERT INTO seaql_migrations VALUES ('m9999_tomorrow', 0)")
            .await
            .unwrap();
        let unknown = vec!["m9999_tomorrow".to_owned()];
        assert_eq!(fresh.store.schema_state().await.unwrap(), SchemaState::Newer(unknown));
        let refusal = fresh.store.migrate().await.unwrap_err();
        assert!(matches!(refusal, MigrateError::Newer(_)));
        assert!(refusal.to_string().contains("m9999_tomorrow"));
        assert!(!refusal.to_string().contains('\n'));
    }
}

#[tokio::test]
async fn an_empty_database_lacks_every_step_and_looking_changes_nothing() {
    let dir = tempfile::TempDir::new().unwrap();
    let path = dir.path().join("empty.db");
    let store = connect(&format!("sqlite://{}?mode=rwc", path.display()), &options())
        .await
        .unwrap();
    let missing = SchemaState::Behind(migrations::steps());
    assert_eq!(store.schema_state().await.unwrap(), missing);
    assert_eq!(store.schema_state().await.unwrap(), missing);
    let mut read = store.read().await.unwrap();
    assert!(read.services().portion(None, 1).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn instances_that_start_at_once_all_find_a_current_schema() {
    let url = persistence::testing::postgres::empty_database().await;
    let starting = (0..4).map(|_| {
        let url = url.clone();
        tokio::spawn(async move {
            let store = connect(&url, &options()).await.unwrap();
            store.migrate().await.unwrap();
            store.schema_state().await.unwrap()
        })
    });
    for instance in starting.collect::<Vec<_>>() {
        assert_eq!(instance.await.unwrap(), SchemaState::Current);
    }
}
