//! One mutation per action on a referral, named `<action>Referral`.

use std::str::FromStr;

use application::{Failure, referral};
use async_graphql::{Context, ID, Object};
use domain::ids::ReferralId;
use domain::time::Version;

use super::contents::PartInput;
use super::payload::act;
use super::{OtherChannelKind, ReferralPayload};
use crate::graphql::fault::id_of;
use crate::graphql::scalars::Date;

/// The mutations that create and move referrals. Each needs the header `Idempotency-Key`.
#[derive(Default)]
pub struct ReferralMutation;

/// The referral an act is about.
fn named(id: &ID) -> Result<ReferralId, Failure> {
    id_of(id).ok_or(Failure::NotFound)
}

/// A code of the domain, from an argument.
fn code<T>(argument: &str, given: &str) -> Result<T, Failure>
where
    T: FromStr<Err = domain::text::Malformed>,
{
    given
        .parse()
        .map_err(|malformed: domain::text::Malformed| Failure::invalid(argument, malformed.allowed))
}

#[Object]
impl ReferralMutation {
    /// Announces a referral, stores its parts and, when all of them are there, sends it off.
    async fn create_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The signed envelope: JSON text, kept byte for byte.")] envelope: String,
        #[graphql(desc = "The sealed parts.")] parts: Vec<PartInput>,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            let parts: Vec<_> = parts
                .into_iter()
                .map(|part| part.read("parts"))
                .collect::<Result<_, _>>()?;
            referral::create(&ctx, &envelope, &parts).await
        })
        .await
    }

    /// Sends off a referral whose parts have all arrived.
    async fn submit_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            referral::submit(&ctx, named(&id)?, Version(expected_version)).await
        })
        .await
    }

    /// Throws away a referral that was never sent.
    async fn discard_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            referral::discard(&ctx, named(&id)?, Version(expected_version)).await
        })
        .await
    }

    /// Takes a referral on.
    async fn accept_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            referral::accept(&ctx, named(&id)?, Version(expected_version)).await
        })
        .await
    }

    /// Begins to work on it.
    async fn start_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            referral::start(&ctx, named(&id)?, Version(expected_version)).await
        })
        .await
    }

    /// Goes on after a rest.
    async fn resume_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            referral::resume(&ctx, named(&id)?, Version(expected_version)).await
        })
        .await
    }

    /// Agrees, as another member than the assignee, that a suspicion report may be closed.
    async fn co_sign_close_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            referral::co_sign_close(&ctx, named(&id)?, Version(expected_version)).await
        })
        .await
    }

    /// Takes a referral back; a suspicion report only before it was delivered.
    async fn withdraw_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            referral::withdraw(&ctx, named(&id)?, Version(expected_version)).await
        })
        .await
    }

    /// Confirms with a signed receipt that a human took note.
    async fn acknowledge_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
        #[graphql(desc = "The receipt (`secevent+jwt`), signed with your certified key.")] receipt: String,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            let id = named(&id)?;
            let seen = Version(expected_version);
            referral::acknowledge(&ctx, id, seen, &receipt).await
        })
        .await
    }

    /// Refuses what cannot be read; the sender is told and sends it again.
    async fn reject_technical_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
        #[graphql(
            desc = "What went wrong, one or several of `decrypt_failed`, `schema_unknown`, `schema_invalid`, `tag_mismatch`, `plain_digest_mismatch`, `attachment_damaged`, `signature_invalid`, `stale_key`, `key_revoked`, `destination_closed`."
        )]
        problems: Vec<String>,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            let id = named(&id)?;
            let problems = problems
                .iter()
                .map(|given| code("problems", given))
                .collect::<Result<_, _>>()?;
            let seen = Version(expected_version);
            referral::reject_technical(&ctx, id, seen, problems).await
        })
        .await
    }

    /// Hands a case to a colleague and lets that member in.
    async fn assign_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
        #[graphql(desc = "The member, such as `mem_018f…`.")] member: ID,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            let id = named(&id)?;
            let to = id_of(&member)
                .ok_or_else(|| Failure::invalid("member", "the id of a colleague"))?;
            let seen = Version(expected_version);
            referral::assign(&ctx, id, seen, to).await
        })
        .await
    }

    /// Proposes another destination; the sender seals it anew.
    async fn redirect_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
        #[graphql(desc = "The organisation, such as `org_018f…`.")] proposed_destination: ID,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            let id = named(&id)?;
            let to = id_of(&proposed_destination).ok_or_else(|| {
                Failure::invalid("proposedDestination", "the id of an organisation")
            })?;
            let seen = Version(expected_version);
            referral::redirect(&ctx, id, seen, to).await
        })
        .await
    }

    /// Ends it without an outcome.
    async fn fail_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
        #[graphql(
            desc = "Why: `COULD_NOT_CONTACT`, `NO_SHOW`, `NOT_ELIGIBLE`, `NO_CAPACITY`, `COULD_NOT_GET_HELP`, `NO_ANSWER`, `NO_ADVISER_AVAILABLE`, `NOT_A_CASE_QUESTION`, `NOT_COMPETENT_PLACE` or `FAMILY_NOT_FOUND`, as far as the kind has it."
        )]
        reason: String,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            let id = named(&id)?;
            let reason = code("reason", &reason)?;
            let seen = Version(expected_version);
            referral::fail(&ctx, id, seen, reason).await
        })
        .await
    }

    /// Ends it with an outcome; a suspicion report needs a second member to agree first.
    async fn complete_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
        #[graphql(
            desc = "How it ended: `GOT_HELP`, `ON_WAITLIST`, `REFERRED_ELSEWHERE`, `NO_LONGER_WANTED`, `ADVICE_GIVEN`, `PASSED_ON`, `PROCESSED` or `TAKEN_OVER`, as far as the kind has it."
        )]
        outcome: String,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            let id = named(&id)?;
            let outcome = code("outcome", &outcome)?;
            let seen = Version(expected_version);
            referral::complete(&ctx, id, seen, outcome).await
        })
        .await
    }

    /// Refuses a referral with a reason.
    async fn decline_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
        #[graphql(
            desc = "Why: `NO_CAPACITY`, `NOT_COMPETENT_PLACE`, `NOT_COMPETENT_SUBJECT`, `NOT_ELIGIBLE`, `CONSENT_INSUFFICIENT`, `DUPLICATE`, `IDENTITY_CONTAINED`, `CALL_NOT_HELD` or `OTHER`, as far as the kind has it."
        )]
        reason: String,
        #[graphql(desc = "Free text, sealed to the sender.")] decision: Option<PartInput>,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            let (id, seen) = (named(&id)?, Version(expected_version));
            let reason = code("reason", &reason)?;
            let part = decision.map(|part| part.read("decision")).transpose()?;
            referral::decline(&ctx, id, seen, reason, part.as_ref()).await
        })
        .await
    }

    /// Lets it rest until the end of a day within 30 days.
    async fn hold_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
        #[graphql(
            desc = "Why: `WAITING_FOR_FAMILY`, `WAITING_FOR_THIRD_PARTY`, `WAITLIST` or `ABSENCE`."
        )]
        reason: String,
        #[graphql(desc = "Until which day.")] until: Date,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            let (id, seen) = (named(&id)?, Version(expected_version));
            let reason = code("reason", &reason)?;
            referral::hold(&ctx, id, seen, reason, until.0).await
        })
        .await
    }

    /// Says on which other way, and on which day, a report reached the office.
    async fn confirm_other_channel_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
        #[graphql(desc = "The way.")] channel: OtherChannelKind,
        #[graphql(desc = "The day.")] on: Date,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            let (id, seen) = (named(&id)?, Version(expected_version));
            referral::confirm_other_channel(&ctx, id, seen, channel.into(), on.0).await
        })
        .await
    }

    /// Lets you, a lead of the sending organisation, into a case of it. The reason stands in the audit.
    async fn take_sender_grant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "Why, 1 to 500 characters.")] reason: String,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            referral::take_sender_grant(&ctx, named(&id)?, &reason).await
        })
        .await
    }
}
