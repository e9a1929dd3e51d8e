//! Where something can be sent, with the keys to seal it to and how they stand.

use chrono::{DateTime, NaiveDate, Utc};
use domain::directory::Phone;
use domain::ids::OrganisationId;
use domain::referral::Kind;
use domain::referral::jose::Kid;
use domain::referral::keys::{
    CannotReceive, Chain, KeyHealth, Link, StoredCertificate, key_health, ways_at,
};
use domain::store::Work;
use domain::time::LOCAL;

use super::office::Office;
use crate::{Context, Failure};

/// The most destinations at once.
const MOST: usize = 100;

/// A key to seal to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipientKey {
    /// Its name.
    pub kid: Kid,
    /// The one algorithm it is used with.
    pub alg: &'static str,
    /// The public JWK, as JSON text.
    pub jwk: String,
    /// Its epoch.
    pub epoch: u32,
}

/// A member's certificate, good or past: an old signature keeps its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedCertificate {
    /// The token, byte for byte.
    pub token: String,
    /// When it was ended before its time: the member left, or was certified anew.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// A body something can be addressed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// The kinds it can receive now.
    pub kinds: Vec<Kind>,
    /// Why it cannot receive the kind that was asked for; without such a question, why it can
    /// receive none of the offered ones.
    pub reason: Option<CannotReceive>,
    /// Its chain of keys, from the first link on; every client walks it again.
    pub links: Vec<Link>,
    /// What verifying bodies say of its first key, as tokens.
    pub endorsements: Vec<String>,
    /// The certificates of its members, past ones included, oldest first.
    pub certificates: Vec<PublishedCertificate>,
    /// The keys to seal to; none while it cannot receive anything.
    pub recipients: Vec<RecipientKey>,
    /// When its keys were last shown to open.
    pub keys_verified_on: Option<NaiveDate>,
    /// How many ways to open its mail count now.
    pub ways: usize,
    /// How its keys stand.
    pub health: KeyHealth,
    /// Its telephones that the actor may see.
    pub phones: Vec<Phone>,
}

impl Destination {
    /// Whether it receives what was asked for.
    pub const fn receives(&self) -> bool {
        self.reason.is_none()
    }

    /// An organisation as the actor may address it.
    pub(crate) fn of(
        office: &Office,
        kind: Option<Kind>,
        ctx: &Context,
        now: DateTime<Utc>,
    ) -> Self {
        let can = |kind: &Kind| office.can_receive(*kind, false, now);
        let kinds: Vec<Kind> = Kind::OFFERED
            .iter()
            .copied()
            .filter(|kind| can(kind).is_ok())
            .collect();
        let asked = match kind {
            Some(kind) => can(&kind).err(),
            None if kinds.is_empty() => Kind::OFFERED
                .iter()
                .filter_map(|kind| can(kind).err())
                .max(),
            None => None,
        };
        let chain = office.chain.as_ref().ok();
        let recipients = chain.filter(|_| !kinds.is_empty()).map(|chain| {
            let newest = chain.newest();
            RecipientKey {
                kid: newest.oek.kid(),
                alg: "ECDH-ES+A256KW",
                jwk: newest.oek.to_jwk(),
                epoch: newest.epoch,
            }
        });
        let ways = office.ways(now);
        let proved = ways
            .iter()
            .filter_map(|way| way.proved_at)
            .max()
            .map(|at| at.with_timezone(&LOCAL).date_naive());
        let tier = ctx.actor.tier();
        Self {
            organisation: office.id(),
            name: office.organisation.name.clone(),
            kinds,
            reason: asked,
            links: office.links.clone(),
            endorsements: office.endorsements.clone(),
            certificates: chain.map_or_else(Vec::new, |chain| published(office, chain)),
            recipients: recipients.into_iter().collect(),
            keys_verified_on: proved,
            ways: ways_at(&ways, now),
            health: key_health(&ways, now),
            phones: office
                .organisation
                .phones
                .iter()
                .filter(|phone| phone.tier <= tier)
                .cloned()
                .collect(),
        }
    }
}

/// The certificates that clients can verify. One whose certifier was replaced as of an earlier instant
/// than its own, by a clock that was behind, never verifies again and vouches for nothing; among the
/// others it would stop every client from trusting the organisation.
fn published(office: &Office, chain: &Chain) -> Vec<PublishedCertificate> {
    let verifies = |one: &&StoredCertificate| one.certificate.is_in_order(chain);
    let certificates = office.certificates.iter().filter(verifies);
    certificates
        .map(|one| PublishedCertificate {
            token: one.token.clone(),
            revoked_at: one.revoked_at,
        })
        .collect()
}

/// One destination. Its keys are public, as everybody must be able to check them.
///
/// # Errors
/// `NotFound` for an organisation that does not exist or is not at work.
pub async fn destination(ctx: &Context, id: OrganisationId) -> Result<Destination, Failure> {
    let mut work = ctx.store.read_newest().await?;
    let office = Office::load(work.as_mut(), id)
        .await?
        .filter(Office::is_at_work)
        .ok_or(Failure::NotFound)?;
    Ok(Destination::of(&office, None, ctx, ctx.clock.now()))
}

/// The bodies a kind can be addressed to, by name: those that were granted to receive it, and every
/// youth office where only they can, with the reason where one cannot receive now. `text` narrows
/// by name. Invented bodies are among them only for who belongs to one, and where `text` names their
/// district or a place in it.
///
/// # Errors
/// `Store` alone.
pub async fn destinations(
    ctx: &Context,
    kind: Kind,
    text: Option<&str>,
    first: usize,
) -> Result<Vec<Destination>, Failure> {
    let mut work = ctx.store.read_newest().await?;
    let now = ctx.clock.now();
    let invented_too = shows_invented(ctx, work.as_mut(), text).await?;
    let mut found = Vec::new();
    for id in named(work.as_mut(), text).await? {
        if found.len() >= first.min(MOST) {
            break;
        }
        let granted = work
            .memberships()
            .standing(id)
            .await?
            .receives
            .contains(kind.as_str());
        if !granted && !kind.needs_youth_office() {
            continue;
        }
        let office = Office::load(work.as_mut(), id).await?;
        let addressable = office.filter(|office| {
            office.is_at_work()
                && (invented_too || !office.organisation.demo)
                && (!kind.needs_youth_office() || office.is_youth_office())
        });
        found.extend(addressable.map(|office| Destination::of(&office, Some(kind), ctx, now)));
    }
    Ok(found)
}

/// Whether the invented bodies of the demo network are shown as well.
async fn shows_invented(
    ctx: &Context,
    work: &mut dyn Work,
    text: Option<&str>,
) -> Result<bool, Failure> {
    if let Some(member) = ctx.actor.member() {
        let own = work.organisations().find(member.organisation).await?;
        if own.is_some_and(|own| own.demo) {
            return Ok(true);
        }
    }
    let atlas = ctx.atlas.load();
    Ok(text.is_some_and(|text| atlas.gazetteer().names_an_invented_place(text)))
}

/// The organisations that have every word of `text` in their names, by name; all of them
/// without it.
pub(crate) async fn named(
    work: &mut dyn Work,
    text: Option<&str>,
) -> Result<Vec<OrganisationId>, Failure> {
    let wanted = text.unwrap_or_default().to_lowercase();
    let all = work.organisations().names().await?;
    let named = all.into_iter().filter(|one| {
        let mut names = one.alternate_names.clone();
        names.push(one.name.clone());
        let names = names.join("\n").to_lowercase();
        wanted.split_whitespace().all(|word| names.contains(word))
    });
    Ok(named.map(|one| one.id).collect())
}
