//! What is known of an organisation's keys: one loading for destinations, senders and key views.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::access::Member;
use domain::directory::{Organisation, OrganisationStatus};
use domain::identity::{Membership, Standing};
use domain::ids::{MemberId, OrganisationId};
use domain::referral::grants::{Colleague, first_level};
use domain::referral::jose::Kid;
use domain::referral::keys::{
    Chain, ChainBroken, ChainState, GrantTarget, KeyGrant, KeyRole, Link, ReceivingFacts,
    RecoverySheet, StoredCertificate, Way, can_receive,
};
use domain::referral::{Kind, SenderMarks};
use domain::store::Work;

use super::refused::{Refused, RefusedCode};
use crate::Failure;

/// The organisation kind of youth offices.
const YOUTH_OFFICE: &str = "youth_office";
/// Organisation kinds that have an agreement with the youth office by § 8a (4) SGB VIII: providers
/// of services of youth welfare (§ 3 (2) SGB VIII).
const BY_AGREEMENT: &[&str] = &[
    "daycare",
    "independent_provider",
    "family_centre",
    "counselling_centre",
];
/// The organisation kind of childminders.
const CHILDMINDER: &str = "childminder";

/// An organisation with its standing, its people and its keys.
pub(crate) struct Office {
    pub(crate) organisation: Organisation,
    pub(crate) standing: Standing,
    pub(crate) memberships: Vec<Membership>,
    pub(crate) links: Vec<Link>,
    pub(crate) chain: Result<Chain, ChainBroken>,
    pub(crate) endorsements: Vec<String>,
    pub(crate) certificates: Vec<StoredCertificate>,
    pub(crate) grants: Vec<KeyGrant>,
    pub(crate) sheets: Vec<RecoverySheet>,
}

impl Office {
    /// Loads it; `None` when there is no such organisation.
    pub(crate) async fn load(
        work: &mut dyn Work,
        id: OrganisationId,
    ) -> Result<Option<Self>, Failure> {
        let Some(organisation) = work.organisations().find(id).await? else {
            return Ok(None);
        };
        let standing = work.memberships().standing(id).await?;
        let memberships = work.memberships().of_organisation(id).await?;
        let mut keys = work.keys();
        let links = keys.links(id).await?;
        Ok(Some(Self {
            organisation,
            standing,
            memberships,
            chain: Chain::walk(id, &links),
            links,
            endorsements: keys.endorsements(id).await?,
            certificates: keys.certificates(id).await?,
            grants: keys.grants(id).await?,
            sheets: keys.sheets(id).await?,
        }))
    }

    pub(crate) const fn id(&self) -> OrganisationId {
        self.organisation.id
    }

    /// The colleagues, as far as first grants ask.
    pub(crate) fn colleagues(&self) -> Vec<Colleague> {
        colleagues(&self.memberships)
    }

    /// The chain, if it holds.
    pub(crate) fn chain(&self) -> Result<&Chain, Failure> {
        self.chain
            .as_ref()
            .map_err(|broken| Refused::from(*broken).into())
    }

    /// What decides whether it can receive.
    pub(crate) fn receiving(&self, restricted: bool, now: DateTime<Utc>) -> ReceivingFacts {
        let colleagues = self.colleagues();
        let alone = colleagues.len() == 1;
        let receivers = colleagues
            .iter()
            .filter(|one| first_level(one, restricted, alone).is_some())
            .count();
        let granted = self
            .standing
            .receives
            .iter()
            .filter_map(|kind| kind.parse().ok());
        ReceivingFacts {
            verified: self.standing.verified_at.is_some(),
            youth_office: self.is_youth_office(),
            granted: granted.collect(),
            chain: self.chain_state(),
            ways: self.ways(now),
            receivers,
        }
    }

    /// Whether it can receive a kind now, and whether somebody there would see it.
    pub(crate) fn can_receive(
        &self,
        kind: Kind,
        restricted: bool,
        now: DateTime<Utc>,
    ) -> Result<(), domain::referral::keys::CannotReceive> {
        can_receive(&self.receiving(restricted, now), kind, now)
    }

    pub(crate) fn is_youth_office(&self) -> bool {
        self.organisation.kind.as_str() == YOUTH_OFFICE
    }

    pub(crate) fn is_at_work(&self) -> bool {
        matches!(self.organisation.status, OrganisationStatus::Active)
    }

    /// An endorsement is checked against the chain when it comes, and the first key of a chain never
    /// changes: so one that is stored vouches for this chain.
    fn chain_state(&self) -> ChainState {
        match &self.chain {
            _ if self.links.is_empty() => ChainState::Missing,
            Ok(chain) if !self.endorsements.is_empty() => ChainState::Holds {
                until: chain.newest().not_after,
            },
            Ok(_) | Err(_) => ChainState::Broken,
        }
    }

    /// The ways to open what is sealed to the newest epoch: holders, and recovery sheets.
    pub(crate) fn ways(&self, now: DateTime<Utc>) -> Vec<Way> {
        let Ok(chain) = &self.chain else {
            return Vec::new();
        };
        let epoch = chain.newest().epoch;
        let way = |grant: &KeyGrant| match grant.target {
            GrantTarget::Member(member) => self.holder_way(chain, grant, member, now),
            GrantTarget::Sheet(number) => {
                let sheet = self.sheets.iter().find(|one| one.number == number)?;
                Some(Way {
                    is_holder: false,
                    proved_at: sheet.verified_at.and(grant.proved_at),
                    ended_at: earlier(grant.ended_at, sheet.voided_at),
                })
            }
        };
        self.grants
            .iter()
            .filter(|grant| grant.epoch == epoch)
            .filter_map(way)
            .collect()
    }

    fn holder_way(
        &self,
        chain: &Chain,
        grant: &KeyGrant,
        member: MemberId,
        now: DateTime<Utc>,
    ) -> Option<Way> {
        let stored = self
            .certificates
            .iter()
            .rfind(|one| one.certificate.member == member)?;
        let holds = stored.certificate.role == KeyRole::Holder;
        let expires = Some(stored.certificate.expires_at);
        let ended = earlier(earlier(grant.ended_at, stored.revoked_at), expires);
        let is_member = self.memberships.iter().any(|one| one.id == member);
        let good = is_member && stored.is_good(chain, now);
        holds.then_some(Way {
            is_holder: true,
            proved_at: grant.proved_at,
            // who left, or was certified by a key that is no longer in force, is no way from now on
            ended_at: if good {
                ended
            } else {
                earlier(ended, Some(now))
            },
        })
    }

    /// The good certificate of a member, if there is one.
    pub(crate) fn certificate_of(
        &self,
        member: MemberId,
        now: DateTime<Utc>,
    ) -> Option<&StoredCertificate> {
        let chain = self.chain.as_ref().ok()?;
        self.certificates
            .iter()
            .rfind(|one| one.certificate.member == member && one.is_good(chain, now))
    }

    /// Whether a member may grant, certify and announce.
    pub(crate) fn is_holder(&self, member: MemberId, now: DateTime<Utc>) -> bool {
        self.certificate_of(member, now)
            .is_some_and(|one| one.certificate.role == KeyRole::Holder)
    }

    /// Whether anybody may.
    pub(crate) fn has_holder(&self, now: DateTime<Utc>) -> bool {
        self.memberships
            .iter()
            .any(|one| self.is_holder(one.id, now))
    }

    /// What the directory says about it as a sender.
    pub(crate) fn marks(&self) -> SenderMarks {
        let kind = self.organisation.kind.as_str();
        SenderMarks {
            protection_agreement: BY_AGREEMENT.contains(&kind),
            childminder: kind == CHILDMINDER,
            youth_office: kind == YOUTH_OFFICE,
        }
    }

    /// Whether it can send now (`referral.md` 11): verified, an intact chain, a current key.
    pub(crate) fn can_send(&self, now: DateTime<Utc>) -> Result<&Chain, Failure> {
        let not_ready = |why: &str| Refused::new(RefusedCode::SenderNotReady).because(why);
        if self.standing.verified_at.is_none() {
            return Err(not_ready("the organisation was not verified").into());
        }
        let chain = self
            .chain
            .as_ref()
            .map_err(|_broken| not_ready("the organisation has no chain of keys that holds"))?;
        if chain.is_current(now) {
            Ok(chain)
        } else {
            Err(not_ready("the organisation's newest key has run out").into())
        }
    }

    /// The name of its current encryption key, to be added as an own copy.
    pub(crate) fn own_copy(&self) -> BTreeSet<Kid> {
        let chain = self.chain.as_ref().ok();
        chain
            .map(|chain| chain.addressee_keys().current.kid)
            .into_iter()
            .collect()
    }
}

/// The people of an organisation, as far as first grants ask. Duty rosters are not part of this version,
/// so nobody is on duty.
pub(crate) fn colleagues(memberships: &[Membership]) -> Vec<Colleague> {
    let colleague = |membership: &Membership| Colleague {
        member: membership.id,
        roles: membership.roles.clone(),
        on_duty: false,
    };
    memberships.iter().map(colleague).collect()
}

/// The office of a member, whose session says that it exists.
pub(crate) async fn own_office(work: &mut dyn Work, member: &Member) -> Result<Office, Failure> {
    Office::load(work, member.organisation)
        .await?
        .ok_or(Failure::NotFound)
}

fn earlier(one: Option<DateTime<Utc>>, other: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
