//! Who is asking, and the three answers a policy may give.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, MemberId, OrganisationId, SessionId};
use crate::text::Malformed;

/// What a policy says about one actor, one action and one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The action may go on.
    Allow,
    /// The actor may know of the thing, but not do this to it (403).
    Forbid,
    /// The actor may not even know that the thing exists (404).
    Hide,
}

/// The tiers of visibility, in rising order (`directory.md` 2.10).
///
/// What is `Internal` is seen by the record's own organisation and its directory editors only, and
/// stands in no index.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Everybody, without an account.
    #[default]
    Public,
    /// Signed-in professionals of member organisations.
    Partner,
    /// Members of a youth office.
    YouthOffice,
    /// The own organisation and its directory editors.
    Internal,
}

/// What a member does in the organisation. A member may hold several roles; key roles
/// (holder, reader) are separate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Receives what comes in and hands it to a colleague.
    Intake,
    /// Works on cases that were assigned.
    Worker,
    /// Decides on accepting, declining, redirecting.
    Decider,
    /// Leads the organisation's casework and sees who read which case.
    Lead,
    /// Is on duty outside office hours.
    DutyOfficer,
    /// Keeps the organisation's entries in the directory true.
    DirectoryEditor,
    /// Coordinates the networks of the own district, and its directory entries.
    NetworkCoordinator,
    /// Verifies other organisations for a verifying body.
    Verifier,
    /// Runs the installation: accounts and organisations, never a case.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 9] = [
        Self::Intake,
        Self::Worker,
        Self::Decider,
        Self::Lead,
        Self::DutyOfficer,
        Self::DirectoryEditor,
        Self::NetworkCoordinator,
        Self::Verifier,
        Self::Administrator,
    ];

    /// The role's name in storage, on the command line and in APIs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Intake => "intake",
            Self::Worker => "worker",
            Self::Decider => "decider",
            Self::Lead => "lead",
            Self::DutyOfficer => "duty_officer",
            Self::DirectoryEditor => "directory_editor",
            Self::NetworkCoordinator => "network_coordinator",
            Self::Verifier => "verifier",
            Self::Administrator => "administrator",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        Self::ALL.into_iter().find(|role| role.as_str() == given).ok_or(Malformed {
            allowed: "a role is one of intake, worker, decider, lead, duty_officer, directory_editor, \
                      network_coordinator, verifier, administrator",
        })
    }
}

/// Somebody signed in, acting for one organisation.
#[expect(
    clippy::struct_field_names,
    reason = "`member` is the membership's id, named as in every interface"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The person's account.
    pub account: AccountId,
    /// The membership the session acts in.
    pub member: MemberId,
    /// The organisation acted for.
    pub organisation: OrganisationId,
    /// The kind of that organisation, a taxonomy key.
    pub organisation_kind: String,
    /// The district key of that organisation's seat, where known; bounds a coordinator's rights.
    pub district: Option<String>,
    /// The session, for audit and revocation.
    pub session: SessionId,
    /// The member's roles at the time of the request.
    pub roles: BTreeSet<Role>,
}

/// Who is asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Anybody without a session.
    Anonymous,
    /// A signed-in member of an organisation.
    Member(Member),
    /// The installation itself: its jobs and its command line.
    System,
}

impl Actor {
    /// The signed-in member, if it is one.
    pub const fn member(&self) -> Option<&Member> {
        match self {
            Self::Member(member) => Some(member),
            Self::Anonymous | Self::System => None,
        }
    }

    /// Whether the actor is a member with this role.
    pub fn has(&self, role: Role) -> bool {
        self.member()
            .is_some_and(|member| member.roles.contains(&role))
    }

    /// The highest tier of other organisations' records that the actor may read.
    pub fn tier(&self) -> Tier {
        match self {
            Self::Anonymous => Tier::Public,
            Self::Member(member) if member.organisation_kind == "youth_office" => Tier::YouthOffice,
            Self::Member(_) => Tier::Partner,
            Self::System => Tier::Internal,
        }
    }
}
