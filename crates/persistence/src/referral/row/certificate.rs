//! The `key_certificate` table and its way into the domain and back.

use chrono::{DateTime, Utc};
use domain::ids::{MemberId, OrganisationId};
use domain::referral::jose::P256Key;
use domain::referral::keys::{Certificate, StoredCertificate};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::column::{Json, parse};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "key_certificate")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organisation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) jti: String,
    pub(crate) member_id: Uuid,
    pub(crate) role: String,
    pub(crate) signing: Json<P256Key>,
    pub(crate) signing_kid: String,
    pub(crate) encryption: Json<P256Key>,
    pub(crate) issued_at: DateTimeUtc,
    pub(crate) expires_at: DateTimeUtc,
    pub(crate) certified_by: String,
    pub(crate) token: String,
    pub(crate) at: DateTimeUtc,
    pub(crate) revoked_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for StoredCertificate {
    type Error = DbErr;

    fn try_from(row: Model) -> Result<Self, DbErr> {
        let Model {
            organisation_id: _,
            jti,
            member_id,
            role,
            signing: Json(signing),
            signing_kid: _,
            encryption: Json(encryption),
            issued_at,
            expires_at,
            certified_by,
            token,
            at: _,
            revoked_at,
        } = row;
        let certificate = Certificate {
            member: MemberId::from_uuid(member_id),
            role: parse("key_certificate.role", &role)?,
            signing,
            encryption,
            issued_at,
            expires_at,
            jti,
            certified_by: parse("key_certificate.certified_by", &certified_by)?,
        };
        Ok(Self {
            token,
            certificate,
            revoked_at,
        })
    }
}

pub(crate) fn row(
    organisation: OrganisationId,
    stored: &StoredCertificate,
    at: DateTime<Utc>,
) -> ActiveModel {
    let StoredCertificate {
        token,
        certificate,
        revoked_at,
    } = stored;
    let Certificate {
        member,
        role,
        signing,
        encryption,
        issued_at,
        expires_at,
        jti,
        certified_by,
    } = certificate;
    ActiveModel {
        organisation_id: Set(organisation.as_uuid()),
        jti: Set(jti.clone()),
        member_id: Set(member.as_uuid()),
        role: Set(role.to_string()),
        signing: Set(Json(signing.clone())),
        signing_kid: Set(signing.kid().to_string()),
        encryption: Set(Json(encryption.clone())),
        issued_at: Set(*issued_at),
        expires_at: Set(*expires_at),
        certified_by: Set(certified_by.to_string()),
        token: Set(token.clone()),
        at: Set(at),
        revoked_at: Set(*revoked_at),
    }
}
