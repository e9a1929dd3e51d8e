//! The `key_vault` table and its way into the domain and back.

use chrono::{DateTime, Utc};
use domain::ids::MemberId;
use domain::referral::keys::Vault;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::parse;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "key_vault")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) member_id: Uuid,
    pub(crate) enc_kid: String,
    pub(crate) sig_kid: String,
    pub(crate) sealed: String,
    pub(crate) at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Vault {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            member_id: _,
            enc_kid,
            sig_kid,
            sealed,
            at: _,
        } = row;
        Ok(Self {
            enc_kid: parse("key_vault.enc_kid", &enc_kid)?,
            sig_kid: parse("key_vault.sig_kid", &sig_kid)?,
            text: sealed,
        })
    }
}

pub(crate) fn row(member: MemberId, vault: &Vault, at: DateTime<Utc>) -> ActiveModel {
    let Vault {
        enc_kid,
        sig_kid,
        text,
    } = vault;
    ActiveModel {
        member_id: Set(member.as_uuid()),
        enc_kid: Set(enc_kid.to_string()),
        sig_kid: Set(sig_kid.to_string()),
        sealed: Set(text.clone()),
        at: Set(at),
    }
}
