//! Looking at one's own keys and at those of the own organisation.

use application::keys::{self, MemberCard, MemberKeys, OrganisationKeys};
use async_graphql::{Context, ID, Object, SimpleObject};
use domain::referral::keys as domain_keys;

use crate::graphql::context::asking;
use crate::graphql::directory::{Role, count};
use crate::graphql::fault::{fault, fault_of_arguments};
use crate::graphql::limits;
use crate::graphql::referral::{Destination, within};
use crate::graphql::scalars::DateTime;

/// The queries of keys.
#[derive(Default)]
pub struct KeyQuery;

/// Your own private keys, sealed under a passphrase that the server never sees.
#[derive(SimpleObject)]
#[expect(
    clippy::struct_field_names,
    reason = "the names are those of the schema"
)]
pub struct Vault {
    /// The vault, byte for byte: JSON text.
    pub vault: String,
    /// The name of your encryption key.
    pub enc_kid: String,
    /// The name of your signing key.
    pub sig_kid: String,
}

/// The organisation's keys of one epoch, sealed to one member or one sheet.
#[derive(SimpleObject)]
pub struct KeyGrant {
    /// The epoch.
    pub epoch: i32,
    /// For whom: `mem_018f…`, or `sheet:` and its number.
    pub member: String,
    /// The compact JWE, byte for byte.
    pub grant: String,
    /// When it was last shown to open.
    pub proved_at: Option<DateTime>,
}

/// How the keys of your organisation stand.
#[derive(SimpleObject)]
pub struct KeyHealth {
    /// Your own membership, such as `mem_018f…`.
    pub member: ID,
    /// How they stand: `READY`, `WARNING`, `DEGRADED` or `CLOSED`.
    pub state: String,
    /// How many ways to open count; two are needed to receive.
    pub ways: i32,
    /// How many members may grant keys.
    pub holders: i32,
    /// The newest epoch; 0 before the first key.
    pub epoch: i32,
    /// Whether you manage the keys.
    pub may_manage: bool,
    /// The recovery sheets that are good, by number.
    pub sheets: Vec<RecoverySheet>,
}

/// A recovery sheet, without the key on it.
#[derive(SimpleObject)]
pub struct RecoverySheet {
    /// Its number, from 1.
    pub no: i32,
    /// The name of its key.
    pub kid: String,
    /// The epoch of the grant.
    pub epoch: i32,
    /// The grant that lies for it: a compact JWE.
    pub grant: Option<String>,
    /// When it was last tried.
    pub verified_at: Option<DateTime>,
}

/// A member of your organisation.
#[derive(SimpleObject)]
pub struct OrganisationMember {
    /// Names the membership, such as `mem_018f…`.
    pub id: ID,
    /// How the person is addressed.
    pub display_name: String,
    /// What the person does there.
    pub roles: Vec<Role>,
    /// What the certified keys let the person do: `HOLDER` or `READER`; absent without them, and
    /// where only the person is spoken of.
    pub key_role: Option<String>,
}

impl OrganisationMember {
    /// A colleague.
    pub(crate) fn of(card: &MemberCard) -> Self {
        Self {
            id: card.member.to_string().into(),
            display_name: card.display_name.clone(),
            roles: card.roles.iter().copied().map(Role::from).collect(),
            key_role: None,
        }
    }

    fn with_keys(member: &MemberKeys) -> Self {
        Self {
            key_role: member.role.map(|role| role.as_str().to_uppercase()),
            ..Self::of(&member.card)
        }
    }
}

impl KeyHealth {
    fn of(member: ID, keys: &OrganisationKeys) -> Self {
        let holds = |member: &&MemberKeys| member.role == Some(domain_keys::KeyRole::Holder);
        let holders = keys.members.iter().filter(holds).count();
        let epoch = count(keys.epoch.unwrap_or_default().into());
        let good = keys.sheets.iter().filter(|sheet| sheet.voided_at.is_none());
        Self {
            member,
            state: match keys.health {
                domain_keys::KeyHealth::Ready => "READY",
                domain_keys::KeyHealth::Warning { .. } => "WARNING",
                domain_keys::KeyHealth::Degraded { .. } => "DEGRADED",
                domain_keys::KeyHealth::Closed => "CLOSED",
            }
            .to_owned(),
            ways: count(u64::try_from(keys.ways).unwrap_or(u64::MAX)),
            holders: count(u64::try_from(holders).unwrap_or(u64::MAX)),
            epoch,
            may_manage: keys.may_manage,
            sheets: good
                .map(|sheet| RecoverySheet {
                    no: count(sheet.number.into()),
                    kid: sheet.kid.to_string(),
                    epoch,
                    grant: sheet.grant.clone(),
                    verified_at: sheet.verified_at.map(DateTime::from),
                })
                .collect(),
        }
    }
}

#[Object]
impl KeyQuery {
    /// Your vault; null before you have one. Needs a session.
    async fn my_vault(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Vault>> {
        let vault = keys::my_vault(&asking(ctx).ctx).await.map_err(fault)?;
        Ok(vault.map(|vault| Vault {
            enc_kid: vault.enc_kid.to_string(),
            sig_kid: vault.sig_kid.to_string(),
            vault: vault.text,
        }))
    }

    /// The grants you can open, by epoch. Needs a session.
    async fn my_grants(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<KeyGrant>> {
        let grants = keys::my_grants(&asking(ctx).ctx).await.map_err(fault)?;
        let grant = |grant: domain_keys::KeyGrant| KeyGrant {
            epoch: count(grant.epoch.into()),
            member: grant.target.to_string(),
            grant: grant.grant,
            proved_at: grant.proved_at.map(DateTime::from),
        };
        Ok(grants.into_iter().map(grant).collect())
    }

    /// How the keys of your organisation stand. Needs a session.
    async fn key_health(&self, ctx: &Context<'_>) -> async_graphql::Result<KeyHealth> {
        let ctx = &asking(ctx).ctx;
        let keys = keys::key_health(ctx).await.map_err(fault)?;
        let member = ctx.actor.member().map(|member| member.member.to_string());
        Ok(KeyHealth::of(member.unwrap_or_default().into(), &keys))
    }

    /// The members of your organisation, by name. Needs a session.
    async fn organisation_members(
        &self,
        ctx: &Context<'_>,
    ) -> async_graphql::Result<Vec<OrganisationMember>> {
        let keys = keys::key_health(&asking(ctx).ctx).await.map_err(fault)?;
        Ok(keys
            .members
            .iter()
            .map(OrganisationMember::with_keys)
            .collect())
    }

    /// The organisations that have announced a key and are not your own: those no verifying body
    /// vouches for first, then by name. Needs a session with the role `VERIFIER`.
    #[graphql(complexity = "limits::of_list(first, child_complexity)")]
    async fn organisations_with_keys(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "A part of the name.")] text: Option<String>,
        #[graphql(desc = "How many, 1 to 100.", default = 20)] first: i32,
    ) -> async_graphql::Result<Vec<Destination>> {
        let fault = |failure| fault_of_arguments(ctx, failure);
        let first = usize::try_from(within(first, 100).map_err(fault)?).unwrap_or_default();
        let found = keys::organisations_with_keys(&asking(ctx).ctx, text.as_deref(), first).await;
        let found = found.map_err(fault)?;
        Ok(found.into_iter().map(Destination::of).collect())
    }
}
