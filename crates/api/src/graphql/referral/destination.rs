//! Where something can be sent, with the keys to seal it to. Every client verifies them again.

use std::collections::BTreeSet;

use application::{Failure, referral};
use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use domain::directory::hours::{OwnerLevel, StatedHours};
use domain::ids::OrganisationId;

use super::ReferralKind;
use crate::graphql::context::asking;
use crate::graphql::directory::{
    OpenState, Organisation, Phone, PhonePurpose, Reach, Service, count,
};
use crate::graphql::fault::fault;
use crate::graphql::scalars::{Date, DateTime};

/// A body something can be addressed to, and how its keys stand.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Destination {
    #[graphql(skip)]
    of: OrganisationId,
    /// The id of the organisation, such as `org_018f…`.
    pub id: ID,
    /// Whether it receives now what was asked for; without such a question, anything at all.
    pub receives: bool,
    /// Why it does not, such as `NOT_ENOUGH_WAYS`.
    pub reason: Option<String>,
    /// The kinds it can receive now.
    pub kinds: Vec<ReferralKind>,
    /// Its chain of keys, from the first link on.
    pub announcements: Vec<KeyLink>,
    /// What verifying bodies say of its first key, as tokens.
    pub endorsements: Vec<String>,
    /// The certificates of its members, past and revoked ones included, oldest first: an old signature
    /// keeps its meaning.
    pub certificates: Vec<MemberCertificate>,
    /// The keys to seal to; none while it cannot receive anything.
    pub recipients: Vec<RecipientKey>,
    /// When its keys were last shown to open.
    pub keys_verified_on: Option<Date>,
    /// How many ways to open its mail count now.
    pub ways: i32,
}

/// One link of a chain of keys.
#[derive(SimpleObject)]
pub struct KeyLink {
    /// The announcement (`orgkey+jwt`), byte for byte.
    pub announcement: String,
    /// The proof that a new signing key exists; there exactly where that key changed.
    pub proof: Option<String>,
}

/// A member's certificate.
#[derive(SimpleObject)]
pub struct MemberCertificate {
    /// The token, byte for byte.
    pub certificate: String,
    /// When it was ended before its time: the member left, or was certified anew. What was signed
    /// before keeps its meaning.
    pub revoked_at: Option<DateTime>,
}

/// A key to seal to.
#[derive(SimpleObject)]
pub struct RecipientKey {
    /// Its name: the SHA-256 thumbprint.
    pub kid: String,
    /// The one algorithm it is used with.
    pub alg: String,
    /// The public JWK, as JSON text.
    pub jwk: String,
    /// Its epoch.
    pub epoch: i32,
}

impl Destination {
    /// One destination; nothing for an organisation that is not at work.
    pub(super) async fn find(
        ctx: &Context<'_>,
        id: OrganisationId,
    ) -> async_graphql::Result<Option<Self>> {
        match referral::destination(&asking(ctx).ctx, id).await {
            Ok(found) => Ok(Some(Self::of(found))),
            Err(Failure::NotFound) => Ok(None),
            Err(failure) => Err(fault(failure)),
        }
    }

    /// A destination as the use case gives it.
    pub(crate) fn of(found: referral::Destination) -> Self {
        let link = |link: domain::referral::keys::Link| KeyLink {
            announcement: link.announcement,
            proof: link.proof,
        };
        let certificate = |one: referral::PublishedCertificate| MemberCertificate {
            certificate: one.token,
            revoked_at: one.revoked_at.map(DateTime::from),
        };
        let key = |key: referral::RecipientKey| RecipientKey {
            kid: key.kid.to_string(),
            alg: key.alg.to_owned(),
            jwk: key.jwk,
            epoch: count(key.epoch.into()),
        };
        Self {
            of: found.organisation,
            id: found.organisation.to_string().into(),
            receives: found.receives(),
            reason: found.reason.map(|reason| reason.code().to_owned()),
            kinds: found.kinds.into_iter().map(ReferralKind::from).collect(),
            announcements: found.links.into_iter().map(link).collect(),
            endorsements: found.endorsements,
            certificates: found.certificates.into_iter().map(certificate).collect(),
            recipients: found.recipients.into_iter().map(key).collect(),
            keys_verified_on: found.keys_verified_on.map(Date),
            ways: count(u64::try_from(found.ways).unwrap_or(u64::MAX)),
        }
    }
}

#[ComplexObject]
impl Destination {
    /// The organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> async_graphql::Result<Organisation> {
        super::case::organisation(ctx, self.of)
    }

    /// Its telephones and those of its services, those that take reports first; every number once.
    async fn phones(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Phone>> {
        let asking = asking(ctx);
        let view = application::directory::organisation(&asking.ctx, self.of).map_err(fault)?;
        let own = Organisation::of(&view.organisation).all_phones(asking);
        let services = view.services.iter();
        let offered = services.flat_map(|one| Service::of(one).all_phones(asking));
        let mut phones: Vec<Phone> = own.into_iter().chain(offered).collect();
        phones.sort_by_key(|phone| {
            let is_for = |purpose| phone.purpose == purpose;
            (
                !is_for(PhonePurpose::Reporting),
                !is_for(PhonePurpose::OnCall),
            )
        });
        let mut seen = BTreeSet::new();
        phones.retain(|phone| seen.insert(phone.number.clone()));
        Ok(phones)
    }

    /// When it or one of its services opens next; absent when one is open, or when no hours are known.
    async fn next_opening(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<DateTime>> {
        let asking = asking(ctx);
        let view = application::directory::organisation(&asking.ctx, self.of).map_err(fault)?;
        let schedules = &view.organisation.schedules;
        let own = Reach {
            hours: StatedHours::unknown().stated_by(OwnerLevel::Organisation, schedules),
            channel: None,
            at: None,
        };
        let services = view.services.iter().map(Service::of);
        let reached: Vec<_> = services
            .map(|service| service.reached(None, None, asking))
            .chain([own.open_now(asking)])
            .collect();
        if reached.iter().any(|one| one.state == OpenState::Open) {
            return Ok(None);
        }
        let openings = reached.into_iter().filter_map(|one| one.next_opening);
        Ok(openings.min_by_key(|at| at.0))
    }
}
