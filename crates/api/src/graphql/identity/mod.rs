//! Who is signed in, and what this installation is.

use std::collections::BTreeSet;

use application::identity;
use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use domain::access::{self, Member};
use domain::identity::Standing;

use super::context::asking;
use super::directory::{Organisation, Role};
use super::fault::fault;
use super::scalars::DateTime;
use crate::Settings;

/// The queries of identity.
#[derive(Default)]
pub struct IdentityQuery;

/// What this installation is.
#[derive(SimpleObject)]
pub struct Meta {
    /// Names the installation, such as `mv` or `demo`.
    pub instance_id: String,
    /// What the service is called, such as "MV-Netz".
    pub name: String,
    /// The version of the software, such as `0.1.0`.
    pub version: String,
    /// The instant of the answer.
    pub time: DateTime,
    /// Of which date the territory's data are, such as `2021-01-01`.
    pub data_as_of: Option<String>,
    /// Whether this is an installation for trying things out, with invented organisations.
    pub practice: bool,
}

/// The person who is signed in, acting for one organisation.
#[derive(SimpleObject)]
pub struct Viewer {
    /// Names the account, such as `acc_018f…`.
    pub id: ID,
    /// How the person is addressed.
    pub display_name: String,
    /// The organisation acted for.
    pub organisation: Organisation,
    /// What the person does there.
    pub roles: Vec<Role>,
    /// What the person may do; show the buttons for these, ask no roles.
    pub can: Vec<Permission>,
    /// When the session ends unless it is renewed.
    pub session_ends_at: DateTime,
}

/// Something a person may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum Permission {
    /// Edit entries of the directory.
    EditDirectory,
    /// Send referrals.
    SendReferral,
    /// Receive referrals.
    ReceiveReferral,
    /// Manage the organisation's keys.
    ManageKeys,
    /// Verify other organisations.
    VerifyOrganisation,
    /// Run the installation.
    Administrate,
}

#[Object]
impl IdentityQuery {
    /// What this installation is.
    async fn meta(&self, ctx: &Context<'_>) -> async_graphql::Result<Meta> {
        let asking = asking(ctx);
        let settings = ctx.data::<std::sync::Arc<Settings>>()?;
        Ok(Meta {
            instance_id: asking.ctx.instance_id.to_string(),
            name: settings.web.name.clone(),
            version: settings.version.clone(),
            time: asking.now.into(),
            data_as_of: asking.atlas.as_of().map(|day| day.to_string()),
            practice: asking.ctx.is_practice(),
        })
    }

    /// The person who is signed in; null without a session.
    async fn viewer(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Viewer>> {
        let asking = asking(ctx);
        let Some(member) = asking.ctx.actor.member() else {
            return Ok(None);
        };
        let (account, session) = identity::viewer(&asking.ctx).await.map_err(fault)?;
        let (organisation, standing) = application::directory::own_organisation(&asking.ctx)
            .await
            .map_err(fault)?;
        Ok(Some(Viewer {
            id: account.id.to_string().into(),
            display_name: account.display_name,
            organisation: Organisation::of(&organisation),
            roles: member.roles.iter().copied().map(Role::from).collect(),
            can: permissions(member, &standing),
            session_ends_at: session.ends_at().into(),
        }))
    }
}

/// What a member may do, from the roles and from what the organisation was granted.
fn permissions(member: &Member, standing: &Standing) -> Vec<Permission> {
    use access::Role::{
        Administrator, Decider, DirectoryEditor, DutyOfficer, Intake, Lead, NetworkCoordinator,
        Verifier, Worker,
    };
    let any = |roles: &[access::Role]| {
        let wanted: BTreeSet<_> = roles.iter().copied().collect();
        !wanted.is_disjoint(&member.roles)
    };
    let casework = any(&[Intake, Worker, Decider, Lead, DutyOfficer]);
    let verified = standing.verified_at.is_some();
    let all = [
        (
            Permission::EditDirectory,
            any(&[DirectoryEditor, NetworkCoordinator]),
        ),
        (Permission::SendReferral, casework && verified),
        (
            Permission::ReceiveReferral,
            casework && verified && !standing.receives.is_empty(),
        ),
        (Permission::ManageKeys, any(&[Lead])),
        (Permission::VerifyOrganisation, any(&[Verifier])),
        (Permission::Administrate, any(&[Administrator])),
    ];
    all.into_iter()
        .filter(|(_, may)| *may)
        .map(|(permission, _)| permission)
        .collect()
}
