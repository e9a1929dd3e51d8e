//! The members of the own organisation, and how its keys stand.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::ids::{MemberId, OrganisationId};
use domain::referral::Kind;
use domain::referral::keys::{
    CannotReceive, GrantTarget, KeyHealth, KeyRole, Link, key_health as health_of,
    voice_fingerprint, ways_at,
};
use domain::store::Work;

use super::member;
use crate::referral::Office;
use crate::{Context, Failure};

/// A colleague, as far as colleagues see each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberCard {
    /// The member.
    pub member: MemberId,
    /// How the person is addressed.
    pub display_name: String,
    /// What the person does there.
    pub roles: BTreeSet<Role>,
}

/// The keys of one colleague.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberKeys {
    /// Whose.
    pub card: MemberCard,
    /// The good certificate, as a token.
    pub certificate: Option<String>,
    /// What it lets the member do.
    pub role: Option<KeyRole>,
    /// Until when.
    pub expires_at: Option<DateTime<Utc>>,
    /// The public signing and encryption key of the member's vault by name, to be certified next.
    pub vault: Option<(domain::referral::jose::Kid, domain::referral::jose::Kid)>,
    /// What the member reads out on the telephone before being certified.
    pub fingerprint: Option<String>,
    /// Whether the newest epoch's keys were granted.
    pub granted: bool,
    /// When the member last showed that the grant opens.
    pub proved_at: Option<DateTime<Utc>>,
}

/// A recovery sheet, without its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetKeys {
    /// Its number.
    pub number: u32,
    /// The name of its key.
    pub kid: domain::referral::jose::Kid,
    /// Its public half as a JWK, to grant later epochs to.
    pub jwk: String,
    /// The grant of the newest epoch that lies for it: a compact JWE.
    pub grant: Option<String>,
    /// When it was printed.
    pub printed_at: DateTime<Utc>,
    /// When it was last verified.
    pub verified_at: Option<DateTime<Utc>>,
    /// When it was replaced.
    pub voided_at: Option<DateTime<Utc>>,
}

/// How the keys of an organisation stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationKeys {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its chain.
    pub links: Vec<Link>,
    /// What verifying bodies say of its first key.
    pub endorsements: Vec<String>,
    /// The newest epoch.
    pub epoch: Option<u32>,
    /// How many ways count.
    pub ways: usize,
    /// How they stand.
    pub health: KeyHealth,
    /// Each offered kind, with why it cannot be received.
    pub receives: Vec<(Kind, Option<CannotReceive>)>,
    /// Whether the organisation can send.
    pub can_send: bool,
    /// Whether the actor manages its keys.
    pub may_manage: bool,
    /// The members.
    pub members: Vec<MemberKeys>,
    /// The recovery sheets, by number.
    pub sheets: Vec<SheetKeys>,
}

/// The members of the actor's organisation, by name: for assigning, and for the key views.
///
/// # Errors
/// `Unauthenticated`.
pub async fn organisation_members(ctx: &Context) -> Result<Vec<MemberCard>, Failure> {
    let member = member(ctx)?;
    let mut work = ctx.store.read_newest().await?;
    let office = office_of(work.as_mut(), member.organisation).await?;
    cards(work.as_mut(), &office).await
}

/// How the keys of the actor's organisation stand.
///
/// # Errors
/// `Unauthenticated`.
pub async fn key_health(ctx: &Context) -> Result<OrganisationKeys, Failure> {
    let member = member(ctx)?;
    let now = ctx.clock.now();
    let mut work = ctx.store.read_newest().await?;
    let office = office_of(work.as_mut(), member.organisation).await?;
    let mut members = Vec::new();
    for card in cards(work.as_mut(), &office).await? {
        let vault = work.keys().vault(card.member).await?;
        members.push(keys_of(
            &office,
            card,
            vault.map(|one| (one.sig_kid, one.enc_kid)),
            now,
        ));
    }
    let ways = office.ways(now);
    let receives = Kind::OFFERED
        .iter()
        .map(|kind| (*kind, office.can_receive(*kind, false, now).err()))
        .collect();
    Ok(OrganisationKeys {
        organisation: office.id(),
        epoch: office.chain.as_ref().ok().map(|chain| chain.newest().epoch),
        ways: ways_at(&ways, now),
        health: health_of(&ways, now),
        receives,
        can_send: office.can_send(now).is_ok(),
        may_manage: super::may_manage(&office, member, now),
        members,
        sheets: office
            .sheets
            .iter()
            .map(|one| sheet(&office, one))
            .collect(),
        links: office.links,
        endorsements: office.endorsements,
    })
}

async fn office_of(work: &mut dyn Work, id: OrganisationId) -> Result<Office, Failure> {
    Office::load(work, id).await?.ok_or(Failure::NotFound)
}

async fn cards(work: &mut dyn Work, office: &Office) -> Result<Vec<MemberCard>, Failure> {
    let mut cards = Vec::with_capacity(office.memberships.len());
    for membership in &office.memberships {
        let Some(account) = work.accounts().find(membership.account).await? else {
            continue;
        };
        cards.push(MemberCard {
            member: membership.id,
            display_name: account.display_name,
            roles: membership.roles.clone(),
        });
    }
    cards.sort_by(|one, other| {
        (&one.display_name, one.member).cmp(&(&other.display_name, other.member))
    });
    Ok(cards)
}

fn keys_of(
    office: &Office,
    card: MemberCard,
    vault: Option<(domain::referral::jose::Kid, domain::referral::jose::Kid)>,
    now: DateTime<Utc>,
) -> MemberKeys {
    let stored = office.certificate_of(card.member, now);
    let target = GrantTarget::Member(card.member);
    let epoch = office.chain.as_ref().ok().map(|chain| chain.newest().epoch);
    let grant = office
        .grants
        .iter()
        .find(|one| Some(one.epoch) == epoch && one.target == target && one.ended_at.is_none());
    MemberKeys {
        certificate: stored.map(|one| one.token.clone()),
        role: stored.map(|one| one.certificate.role),
        expires_at: stored.map(|one| one.certificate.expires_at),
        fingerprint: vault
            .as_ref()
            .map(|(signing, encryption)| voice_fingerprint(signing, encryption)),
        vault,
        granted: grant.is_some(),
        proved_at: grant.and_then(|one| one.proved_at),
        card,
    }
}

fn sheet(office: &Office, sheet: &domain::referral::keys::RecoverySheet) -> SheetKeys {
    let epoch = office.chain.as_ref().ok().map(|chain| chain.newest().epoch);
    let target = GrantTarget::Sheet(sheet.number);
    let grant = office
        .grants
        .iter()
        .find(|one| Some(one.epoch) == epoch && one.target == target && one.ended_at.is_none());
    SheetKeys {
        kid: sheet.key.kid(),
        grant: grant.map(|one| one.grant.clone()),
        number: sheet.number,
        jwk: sheet.key.to_jwk(),
        printed_at: sheet.printed_at,
        verified_at: sheet.verified_at,
        voided_at: sheet.voided_at,
    }
}
