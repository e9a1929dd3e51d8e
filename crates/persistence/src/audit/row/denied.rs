//! The `audit_denied` table: refused attempts of a minute, counted.

use domain::audit::{Act, AuditObject, FoldKey, Outcome};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::parse;
use crate::error::unreadable;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_denied")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) stream: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) minute: DateTimeUtc,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) actor: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) action: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) object_kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) object_id: String,
    pub(crate) at: DateTimeUtc,
    pub(crate) reason: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) count: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Act {
    type Error = DbErr;

    /// The one act that stands for all the attempts of the row.
    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            stream,
            minute: _,
            actor,
            action,
            object_kind,
            object_id,
            at,
            reason,
            request_id,
            count,
        } = row;
        let act = Self {
            stream: parse("audit_denied.stream", &stream)?,
            at,
            actor: serde_json::from_str(&actor)
                .map_err(|cause| unreadable("audit_denied.actor", cause))?,
            action,
            object: AuditObject {
                kind: object_kind,
                id: object_id,
            },
            outcome: Outcome::Denied,
            reason,
            count: None,
            request_id,
        };
        Ok(act.folded(attempts(count)?))
    }
}

pub(crate) fn attempts(count: i32) -> Result<u32, DbErr> {
    u32::try_from(count).map_err(|cause| unreadable("audit_denied.count", cause))
}

/// The row of the first attempt under a key.
pub(crate) fn first(key: &FoldKey, act: &Act) -> Result<ActiveModel, DbErr> {
    let FoldKey {
        stream,
        minute,
        actor,
        action,
        object: AuditObject { kind, id },
    } = key;
    // the key holds the rest of the act
    let Act {
        at,
        reason,
        request_id,
        ..
    } = act;
    let actor =
        serde_json::to_string(actor).map_err(|cause| unreadable("audit_denied.actor", cause))?;
    Ok(ActiveModel {
        stream: Set(stream.to_string()),
        minute: Set(*minute),
        actor: Set(actor),
        action: Set(action.clone()),
        object_kind: Set(kind.clone()),
        object_id: Set(id.clone()),
        at: Set(*at),
        reason: Set(reason.clone()),
        request_id: Set(request_id.clone()),
        count: Set(1),
    })
}
