//! The `idempotency` table and its way into the domain and back.

use domain::referral::idempotency::{Answer, Fingerprint, IdempotencyKey, IdempotencyRow, Scope};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::{hash, parse};
use crate::error::unreadable;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) caller: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) route: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) key: Uuid,
    pub(crate) fingerprint: Vec<u8>,
    pub(crate) at: DateTimeUtc,
    pub(crate) status: Option<i32>,
    pub(crate) body: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for IdempotencyRow {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            caller,
            route,
            key,
            fingerprint,
            at,
            status,
            body,
        } = row;
        let answer = match (status.map(u16::try_from), body) {
            (None, None) => None,
            (Some(Ok(status)), Some(body)) => Some(Answer { status, body }),
            _ => return Err(unreadable("idempotency.status", "half an answer")),
        };
        Ok(Self {
            scope: Scope { caller, route },
            key: parse("idempotency.key", &key.to_string())?,
            fingerprint: Fingerprint(hash("idempotency.fingerprint", fingerprint)?),
            at,
            answer,
        })
    }
}

/// The key as the engines know it.
pub(crate) fn bare(key: IdempotencyKey) -> Result<Uuid, DbErr> {
    parse("idempotency.key", &key.to_string())
}

pub(crate) fn row(given: &IdempotencyRow) -> Result<ActiveModel, DbErr> {
    let IdempotencyRow {
        scope,
        key,
        fingerprint: Fingerprint(fingerprint),
        at,
        answer,
    } = given;
    let Scope { caller, route } = scope;
    let (status, body) = match answer {
        Some(Answer { status, body }) => (Some(i32::from(*status)), Some(body.clone())),
        None => (None, None),
    };
    Ok(ActiveModel {
        caller: Set(caller.clone()),
        route: Set(route.clone()),
        key: Set(bare(*key)?),
        fingerprint: Set(fingerprint.to_vec()),
        at: Set(*at),
        status: Set(status),
        body: Set(body),
    })
}
