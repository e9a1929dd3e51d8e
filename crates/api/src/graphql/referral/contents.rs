//! The mutations that carry ciphertext: fetching parts, writing back, drafts.

use application::referral::{self, GivenPart};
use application::{Failure, FieldError};
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::ids::{PartId, ReferralId};

use super::payload::{act, plainly, refused};
use super::{Jwe, Referral, ReferralDraft, ReferralError, ReferralPayload};
use crate::graphql::context::asking;
use crate::graphql::fault::{fault, id_of};

/// The mutations that carry ciphertext.
#[derive(Default)]
pub struct ContentMutation;

/// A sealed part.
#[derive(Debug, InputObject)]
pub struct PartInput {
    /// Which part it is: `prt_018f…` or the bare UUID.
    pub id: ID,
    /// The JWE.
    pub jwe: Jwe,
}

impl PartInput {
    /// The part; `place` is the argument it came in.
    pub(super) fn read(self, place: &str) -> Result<GivenPart, Failure> {
        let id = id_of::<PartId>(&self.id).ok_or_else(|| {
            let field = [place, "id"].map(str::to_owned).into();
            let allowed = "a UUID, or `prt_` and 32 hexadecimal digits".to_owned();
            Failure::Invalid(vec![FieldError { field, allowed }])
        })?;
        Ok(GivenPart {
            id,
            jwe: self.jwe.0,
        })
    }
}

/// A part with its bytes.
#[derive(SimpleObject)]
pub struct SealedContent {
    /// Names the part.
    pub id: ID,
    /// What it holds, such as `report`.
    pub role: String,
    /// The JWE, byte for byte.
    pub jwe: Jwe,
}

/// What came of fetching parts.
#[derive(SimpleObject)]
pub struct ReadPartsPayload {
    /// The parts, in the order they were asked for; empty when it was refused.
    pub parts: Vec<SealedContent>,
    /// The referral after the fetch; absent when it was refused.
    pub referral: Option<Referral>,
    /// Why it was refused; empty when it was not.
    pub user_errors: Vec<ReferralError>,
}

/// What came of a change to a draft.
#[derive(SimpleObject)]
pub struct DraftPayload {
    /// The draft after the change; absent when it was deleted or refused.
    pub draft: Option<ReferralDraft>,
    /// Why it was refused; empty when it was not.
    pub user_errors: Vec<ReferralError>,
}

#[Object]
impl ContentMutation {
    /// Fetches parts of a referral: the only way ciphertext leaves. Every fetch stands in the audit;
    /// the first one by the recipient opens the referral.
    async fn read_referral_parts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The parts, 1 to 100.")] part_ids: Vec<ID>,
    ) -> async_graphql::Result<ReadPartsPayload> {
        let asking = asking(ctx);
        if asking.ctx.actor.member().is_none() {
            return Err(fault(Failure::Unauthenticated));
        }
        let parts: Option<Vec<PartId>> = part_ids.iter().map(id_of).collect();
        let opened = match (id_of::<ReferralId>(&id), parts) {
            (Some(id), Some(parts)) => referral::read_parts(&plainly(ctx), id, &parts).await,
            (None, _) | (_, None) => Err(Failure::NotFound),
        };
        Ok(match opened {
            Ok(opened) => ReadPartsPayload {
                parts: opened
                    .parts
                    .into_iter()
                    .map(|part| SealedContent {
                        id: part.head.id.to_string().into(),
                        role: part.head.role.to_string(),
                        jwe: Jwe(part.jwe),
                    })
                    .collect(),
                referral: Some(Referral::of(opened.referral, asking.now)),
                user_errors: Vec::new(),
            },
            Err(failure) => ReadPartsPayload {
                parts: Vec::new(),
                referral: None,
                user_errors: refused(asking, failure)?,
            },
        })
    }

    /// Writes to the other end.
    async fn post_message(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The text, sealed to the other end.")] part: PartInput,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            let id = id_of(&id).ok_or(Failure::NotFound)?;
            referral::post_message(&ctx, id, &part.read("part")?).await
        })
        .await
    }

    /// Gives the sender the three facts of § 4 (4) KKG, where the law says so.
    async fn give_feedback(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The referral.")] id: ID,
        #[graphql(desc = "The three facts, sealed to the sender.")] part: PartInput,
        #[graphql(desc = "Who was told beforehand, sealed to your own organisation alone.")]
        decision_part: Option<PartInput>,
    ) -> async_graphql::Result<ReferralPayload> {
        act(ctx, |ctx| async move {
            let id = id_of(&id).ok_or(Failure::NotFound)?;
            let decision = decision_part
                .map(|part| part.read("decisionPart"))
                .transpose()?;
            referral::give_feedback(&ctx, id, &part.read("part")?, decision.as_ref()).await
        })
        .await
    }

    /// Saves a draft, sealed to your own member key alone.
    async fn save_referral_draft(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The id the referral will have; the one the JWE names when absent.")]
        id: Option<ID>,
        #[graphql(desc = "The draft.")] jwe: Jwe,
    ) -> async_graphql::Result<DraftPayload> {
        let id = id.map(|id| id_of::<ReferralId>(&id).ok_or(Failure::NotFound));
        let saved = match id.transpose() {
            Ok(id) => referral::save_draft(&plainly(ctx), id, &jwe.0).await,
            Err(failure) => Err(failure),
        };
        Ok(match saved {
            Ok(draft) => DraftPayload {
                draft: Some(draft.into()),
                user_errors: Vec::new(),
            },
            Err(failure) => DraftPayload {
                draft: None,
                user_errors: refused(asking(ctx), failure)?,
            },
        })
    }

    /// Deletes a draft of yours.
    async fn delete_referral_draft(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The draft.")] id: ID,
    ) -> async_graphql::Result<DraftPayload> {
        let asking = asking(ctx);
        if asking.ctx.actor.member().is_none() {
            return Err(fault(Failure::Unauthenticated));
        }
        let deleted = match id_of::<ReferralId>(&id) {
            Some(id) => referral::delete_draft(&plainly(ctx), id).await,
            None => Err(Failure::NotFound),
        };
        let user_errors = match deleted {
            Ok(()) => Vec::new(),
            Err(failure) => refused(asking, failure)?,
        };
        Ok(DraftPayload {
            draft: None,
            user_errors,
        })
    }
}
