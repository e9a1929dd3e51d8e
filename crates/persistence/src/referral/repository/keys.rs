//! Keys of organisations and members.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::ids::{MemberId, OrganisationId};
use domain::referral::jose::Kid;
use domain::referral::keys::{
    GrantTarget, KeyGrant, Link, RecoverySheet, StoredCertificate, Vault,
};
use domain::referral::repo::Keys;
use domain::store::Stored;
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use sha2::{Digest, Sha256};

use super::super::row::{certificate, endorsement, key_grant, link, sheet, vault};
use crate::column::{insert_new, number, replacing};
use crate::error::while_doing;
use crate::scope;

/// Keys in one transaction.
pub(crate) struct SqlKeys<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlKeys<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    async fn find_certificates(&self, which: Condition) -> Result<Vec<StoredCertificate>, DbErr> {
        let query = scope::whole::<certificate::Entity>()
            .filter(which)
            .order_by_asc(certificate::Column::At)
            .order_by_asc(certificate::Column::Jti);
        query
            .all(self.txn)
            .await?
            .into_iter()
            .map(StoredCertificate::try_from)
            .collect()
    }

    async fn revoke_certificates(
        &self,
        organisation: OrganisationId,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<(), DbErr> {
        let revoked = certificate::ActiveModel {
            revoked_at: Set(Some(at)),
            ..certificate::ActiveModel::default()
        };
        certificate::Entity::update_many()
            .set(revoked)
            .filter(certificate::Column::OrganisationId.eq(organisation.as_uuid()))
            .filter(certificate::Column::MemberId.eq(member.as_uuid()))
            .filter(certificate::Column::RevokedAt.is_null())
            .exec(self.txn)
            .await
            .map(drop)
    }

    async fn add_certificate(
        &self,
        organisation: OrganisationId,
        stored: &StoredCertificate,
        at: DateTime<Utc>,
    ) -> Result<(), DbErr> {
        self.revoke_certificates(organisation, stored.certificate.member, at)
            .await?;
        certificate::Entity::insert(certificate::row(organisation, stored, at))
            .exec_without_returning(self.txn)
            .await
            .map(drop)
    }

    async fn find_grants(&self, which: Condition) -> Result<Vec<KeyGrant>, DbErr> {
        let query = scope::whole::<key_grant::Entity>()
            .filter(which)
            .order_by_asc(key_grant::Column::Epoch)
            .order_by_asc(key_grant::Column::Target);
        query
            .all(self.txn)
            .await?
            .into_iter()
            .map(KeyGrant::try_from)
            .collect()
    }

    async fn end_keys_of(
        &self,
        organisation: OrganisationId,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Result<(), DbErr> {
        self.revoke_certificates(organisation, member, at).await?;
        let ended = key_grant::ActiveModel {
            ended_at: Set(Some(at)),
            ..key_grant::ActiveModel::default()
        };
        key_grant::Entity::update_many()
            .set(ended)
            .filter(key_grant::Column::OrganisationId.eq(organisation.as_uuid()))
            .filter(key_grant::Column::Target.eq(GrantTarget::Member(member).to_string()))
            .filter(key_grant::Column::EndedAt.is_null())
            .exec(self.txn)
            .await
            .map(drop)
    }
}

fn grants_of(organisation: OrganisationId) -> Condition {
    Condition::all().add(key_grant::Column::OrganisationId.eq(organisation.as_uuid()))
}

fn certificates_of(organisation: OrganisationId) -> Condition {
    Condition::all().add(certificate::Column::OrganisationId.eq(organisation.as_uuid()))
}

#[async_trait]
impl Keys for SqlKeys<'_> {
    async fn links(&mut self, organisation: OrganisationId) -> Stored<Vec<Link>> {
        let rows = scope::whole::<link::Entity>()
            .filter(link::Column::OrganisationId.eq(organisation.as_uuid()))
            .order_by_asc(link::Column::Epoch)
            .all(self.txn)
            .await
            .map_err(while_doing("finding the announcements of keys"))?;
        Ok(rows.into_iter().map(Link::from).collect())
    }

    async fn append_link(
        &mut self,
        organisation: OrganisationId,
        epoch: u32,
        link: &Link,
        at: DateTime<Utc>,
    ) -> Stored<bool> {
        let Link {
            announcement,
            proof,
        } = link;
        let row = link::ActiveModel {
            organisation_id: Set(organisation.as_uuid()),
            epoch: Set(number(epoch)),
            announcement: Set(announcement.clone()),
            proof: Set(proof.clone()),
            at: Set(at),
        };
        insert_new(self.txn, row)
            .await
            .map_err(while_doing("announcing keys"))
    }

    async fn endorsements(&mut self, organisation: OrganisationId) -> Stored<Vec<String>> {
        let rows = scope::whole::<endorsement::Entity>()
            .filter(endorsement::Column::OrganisationId.eq(organisation.as_uuid()))
            .order_by_asc(endorsement::Column::At)
            .order_by_asc(endorsement::Column::Digest)
            .all(self.txn)
            .await
            .map_err(while_doing("finding endorsements"))?;
        Ok(rows.into_iter().map(|row| row.token).collect())
    }

    async fn insert_endorsement(
        &mut self,
        organisation: OrganisationId,
        token: &str,
        at: DateTime<Utc>,
    ) -> Stored<()> {
        let row = endorsement::ActiveModel {
            organisation_id: Set(organisation.as_uuid()),
            digest: Set(Sha256::digest(token).to_vec()),
            token: Set(token.to_owned()),
            at: Set(at),
        };
        insert_new(self.txn, row)
            .await
            .map(drop)
            .map_err(while_doing("storing an endorsement"))
    }

    async fn certificates(
        &mut self,
        organisation: OrganisationId,
    ) -> Stored<Vec<StoredCertificate>> {
        let found = self.find_certificates(certificates_of(organisation)).await;
        found.map_err(while_doing("finding certificates"))
    }

    async fn certificate_by_signing_kid(
        &mut self,
        organisation: OrganisationId,
        kid: &Kid,
    ) -> Stored<Option<StoredCertificate>> {
        let which =
            certificates_of(organisation).add(certificate::Column::SigningKid.eq(kid.as_str()));
        let found = self.find_certificates(which).await;
        // a key that was certified twice counts as in its newest certificate
        found
            .map(|mut all| all.pop())
            .map_err(while_doing("finding a certificate by its key"))
    }

    async fn insert_certificate(
        &mut self,
        organisation: OrganisationId,
        certificate: &StoredCertificate,
        at: DateTime<Utc>,
    ) -> Stored<()> {
        let added = self.add_certificate(organisation, certificate, at).await;
        added.map_err(while_doing("storing a certificate"))
    }

    async fn grants(&mut self, organisation: OrganisationId) -> Stored<Vec<KeyGrant>> {
        let found = self.find_grants(grants_of(organisation)).await;
        found.map_err(while_doing("finding the grants of keys"))
    }

    async fn grants_for(
        &mut self,
        organisation: OrganisationId,
        target: GrantTarget,
    ) -> Stored<Vec<KeyGrant>> {
        let which = grants_of(organisation)
            .add(key_grant::Column::Target.eq(target.to_string()))
            .add(key_grant::Column::EndedAt.is_null());
        self.find_grants(which)
            .await
            .map_err(while_doing("finding the grants for one target"))
    }

    async fn save_grant(&mut self, grant: &KeyGrant) -> Stored<()> {
        key_grant::Entity::insert(key_grant::ActiveModel::from(grant))
            .on_conflict(replacing::<key_grant::Entity>())
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("granting keys"))
    }

    async fn end_all_of(
        &mut self,
        organisation: OrganisationId,
        member: MemberId,
        at: DateTime<Utc>,
    ) -> Stored<()> {
        let ended = self.end_keys_of(organisation, member, at).await;
        ended.map_err(while_doing("ending the keys of a member"))
    }

    async fn vault(&mut self, member: MemberId) -> Stored<Option<Vault>> {
        vault::Entity::find_by_id(member.as_uuid())
            .one(self.txn)
            .await
            .and_then(|row| row.map(Vault::try_from).transpose())
            .map_err(while_doing("finding a vault"))
    }

    async fn save_vault(
        &mut self,
        member: MemberId,
        vault: &Vault,
        at: DateTime<Utc>,
    ) -> Stored<()> {
        vault::Entity::insert(vault::row(member, vault, at))
            .on_conflict(replacing::<vault::Entity>())
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("saving a vault"))
    }

    async fn sheets(&mut self, organisation: OrganisationId) -> Stored<Vec<RecoverySheet>> {
        let rows = scope::whole::<sheet::Entity>()
            .filter(sheet::Column::OrganisationId.eq(organisation.as_uuid()))
            .order_by_asc(sheet::Column::Number)
            .all(self.txn)
            .await;
        rows.and_then(|rows| rows.into_iter().map(RecoverySheet::try_from).collect())
            .map_err(while_doing("finding recovery sheets"))
    }

    async fn save_sheet(&mut self, sheet: &RecoverySheet) -> Stored<()> {
        sheet::Entity::insert(sheet::ActiveModel::from(sheet))
            .on_conflict(replacing::<sheet::Entity>())
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("saving a recovery sheet"))
    }
}
