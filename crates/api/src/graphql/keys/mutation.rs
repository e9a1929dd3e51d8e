//! Announcing, vouching, certifying, granting, proving, keeping.

use application::{Context as Request, Failure, keys};
use async_graphql::{Context, Object, SimpleObject};
use domain::referral::jose::P256Key;
use domain::referral::keys::GrantTarget;

use crate::graphql::context::asking;
use crate::graphql::fault::fault;
use crate::graphql::referral::{ReferralError, plainly, refused};

/// The mutations of keys. All of them are safe to repeat.
#[derive(Default)]
pub struct KeyMutation;

/// What came of a change to keys.
#[derive(SimpleObject)]
pub struct KeyPayload {
    /// Why it was refused; empty when it was not.
    pub user_errors: Vec<ReferralError>,
}

/// A number that counts from 1 or 0.
fn number(argument: &str, given: i32) -> Result<u32, Failure> {
    u32::try_from(given).map_err(|_negative| Failure::invalid(argument, "a number from 1 on"))
}

fn target(given: &str) -> Result<GrantTarget, Failure> {
    given
        .parse()
        .map_err(|malformed: domain::text::Malformed| Failure::invalid("member", malformed.allowed))
}

/// Registers a sheet with its first grant; one that is known is left alone.
async fn register(ctx: &Request, number: u32, jwk: &str) -> Result<(), Failure> {
    let key = serde_json::from_str(jwk)
        .ok()
        .and_then(|jwk| P256Key::from_jwk(&jwk))
        .ok_or_else(|| Failure::invalid("sheetKey", "the public JWK of a P-256 key"))?;
    let known = keys::key_health(ctx).await?;
    let same = |sheet: &&keys::SheetKeys| sheet.number == number && sheet.kid == key.kid();
    if known.sheets.iter().find(same).is_none() {
        keys::register_recovery_sheet(ctx, number, key).await?;
    }
    Ok(())
}

async fn grant(ctx: &Request, given: Given) -> Result<(), Failure> {
    let target = target(&given.member)?;
    let epoch = number("epoch", given.epoch)?;
    if let (GrantTarget::Sheet(number), Some(jwk)) = (target, &given.sheet_key) {
        register(ctx, number, jwk).await?;
    }
    keys::post_grant(ctx, target, epoch, &given.grant, &given.proof_digest).await?;
    Ok(())
}

/// The arguments of `postGrant`.
struct Given {
    member: String,
    epoch: i32,
    grant: String,
    proof_digest: String,
    sheet_key: Option<String>,
}

async fn prove(ctx: &Request, given: &str, epoch: i32, proof: &str) -> Result<(), Failure> {
    let own = ctx.actor.member().ok_or(Failure::Unauthenticated)?.member;
    match target(given)? {
        GrantTarget::Member(member) if member == own => {
            keys::prove_grant(ctx, number("epoch", epoch)?, proof).await?;
        }
        // nobody proves what lies for somebody else
        GrantTarget::Member(_) => return Err(Failure::NotFound),
        GrantTarget::Sheet(number) => {
            keys::verify_recovery_sheet(ctx, number, proof).await?;
        }
    }
    Ok(())
}

fn answer(ctx: &Context<'_>, done: Result<(), Failure>) -> async_graphql::Result<KeyPayload> {
    let user_errors = match done {
        Ok(()) => Vec::new(),
        Err(failure) => refused(asking(ctx), failure)?,
    };
    Ok(KeyPayload { user_errors })
}

/// The request of somebody who is signed in.
fn request(ctx: &Context<'_>) -> async_graphql::Result<Request> {
    match asking(ctx).ctx.actor.member() {
        Some(_) => Ok(plainly(ctx)),
        None => Err(fault(Failure::Unauthenticated)),
    }
}

#[Object]
impl KeyMutation {
    /// Announces the next key of your organisation.
    async fn announce_organisation_key(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The announcement (`orgkey+jwt`).")] announcement: String,
        #[graphql(desc = "The proof by a new signing key, exactly where that key changed.")]
        proof: Option<String>,
    ) -> async_graphql::Result<KeyPayload> {
        let request = request(ctx)?;
        let done = keys::announce_organisation_key(&request, &announcement, proof.as_deref()).await;
        answer(ctx, done.map(|_epoch| ()))
    }

    /// Vouches, as a verifying body, for the first signing key of an organisation.
    async fn endorse_organisation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The endorsement, signed with your organisation's key.")]
        endorsement: String,
    ) -> async_graphql::Result<KeyPayload> {
        let done = keys::endorse_organisation(&request(ctx)?, &endorsement).await;
        answer(ctx, done.map(|_organisation| ()))
    }

    /// Certifies the keys of a colleague.
    async fn certify_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The certificate, signed with your organisation's key.")]
        certificate: String,
    ) -> async_graphql::Result<KeyPayload> {
        let done = keys::certify_member(&request(ctx)?, &certificate).await;
        answer(ctx, done.map(|_certificate| ()))
    }

    /// Hands the organisation's keys of one epoch to a member or to a recovery sheet.
    async fn post_grant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "For whom: `mem_018f…`, or `sheet:` and its number.")] member: String,
        #[graphql(desc = "Which epoch, from 1.")] epoch: i32,
        #[graphql(desc = "The compact JWE.")] grant: String,
        #[graphql(desc = "SHA-256 of the proof inside, 43 characters of base64url.")]
        proof_digest: String,
        #[graphql(desc = "The public JWK of a sheet that was just printed, as JSON text.")]
        sheet_key: Option<String>,
    ) -> async_graphql::Result<KeyPayload> {
        let given = Given {
            member,
            epoch,
            grant,
            proof_digest,
            sheet_key,
        };
        let done = self::grant(&request(ctx)?, given).await;
        answer(ctx, done)
    }

    /// Shows that a grant really opens.
    async fn prove_grant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which epoch, from 1.")] epoch: i32,
        #[graphql(desc = "For whom it is: yourself, or `sheet:` and its number.")] member: String,
        #[graphql(desc = "What was found inside, 43 characters of base64url.")] proof: String,
    ) -> async_graphql::Result<KeyPayload> {
        let done = prove(&request(ctx)?, &member, epoch, &proof).await;
        answer(ctx, done)
    }

    /// Keeps your private keys, sealed under your passphrase.
    async fn save_vault(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The vault: JSON text, kept byte for byte.")] vault: String,
    ) -> async_graphql::Result<KeyPayload> {
        let done = keys::save_vault(&request(ctx)?, &vault).await;
        answer(ctx, done.map(|_vault| ()))
    }

    /// Shows that a recovery sheet was typed in whole and opens, in another session than the one
    /// that printed it.
    async fn verify_recovery_sheet(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its number.")] no: i32,
        #[graphql(desc = "What was found inside its grant, 43 characters of base64url.")]
        proof: String,
    ) -> async_graphql::Result<KeyPayload> {
        let request = request(ctx)?;
        let done = match number("no", no) {
            Ok(number) => keys::verify_recovery_sheet(&request, number, &proof).await,
            Err(failure) => Err(failure),
        };
        answer(ctx, done.map(|_sheet| ()))
    }
}
