//! Changing the directory.

use std::sync::Arc;
use std::time::Duration;

use application::{Failure, FieldError, directory};
use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use domain::ids::ServiceId;
use domain::time::Version;

use super::patch::Workshop;
use super::{Service, ServicePatch};
use crate::graphql::context::{Asking, asking};
use crate::graphql::fault::{fault, id_of};
use crate::problem::{Code, Fault};

/// How long a writer waits for the read model, so that its own next read sees the write.
const PATIENCE: Duration = Duration::from_secs(2);

/// The mutations of the directory.
#[derive(Default)]
pub struct DirectoryMutation;

/// What came of a change to a service.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct UpdateServicePayload {
    /// The service after the change; absent when it was refused.
    pub service: Option<Service>,
    /// Why it was refused; empty when it was not.
    pub user_errors: Vec<UpdateServiceError>,
}

/// One reason why a change was refused.
#[derive(SimpleObject)]
#[graphql(serial)]
pub struct UpdateServiceError {
    /// What is wrong.
    pub code: UpdateServiceErrorCode,
    /// The path of the input field, outermost first, such as `["patch", "phones", "0", "number"]`.
    pub field: Option<Vec<String>>,
    /// A sentence for the person, in the language of the request.
    pub message: String,
    /// On a conflict: the service as it is now.
    pub current: Option<Service>,
}

/// Why a change to a service may be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum UpdateServiceErrorCode {
    /// A field holds something not allowed.
    Invalid,
    /// Somebody else changed the service in the meantime; `current` is what it is now.
    VersionConflict,
    /// There is no such service, or you may not know of it.
    NotFound,
    /// You may not edit this service.
    Forbidden,
}

#[Object]
impl DirectoryMutation {
    /// Changes a service if nobody else did since you read it. Needs a session of somebody who may
    /// edit it. The next read of the same client sees the change. A patch without a field changes
    /// nothing, not even the version.
    async fn update_service(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id, such as `svc_018f…`, or the bare UUID.")] id: ID,
        #[graphql(desc = "The `version` you read.")] expected_version: i32,
        #[graphql(desc = "What to change.")] patch: ServicePatch,
    ) -> async_graphql::Result<UpdateServicePayload> {
        let asking = asking(ctx);
        if asking.ctx.actor.member().is_none() {
            return Err(fault(Failure::Unauthenticated));
        }
        let changed = match id_of(&id) {
            Some(id) => change(asking, id, Version(expected_version), patch).await,
            None => Err(Failure::NotFound),
        };
        match changed {
            Ok(service) => Ok(UpdateServicePayload {
                service: Some(service),
                user_errors: Vec::new(),
            }),
            Err(failure) => refused(asking, failure).await,
        }
    }
}

async fn change(
    asking: &Asking,
    id: ServiceId,
    seen: Version,
    patch: ServicePatch,
) -> Result<Service, Failure> {
    let current = directory::editable_service(&asking.ctx, id).await?;
    let workshop = Workshop {
        current: &current,
        mint: asking.ctx.mint.as_ref(),
        now: asking.now,
        today: asking.today(),
    };
    let patch = patch
        .parse(&workshop)
        .map_err(|FieldError { field, allowed }| {
            let field = std::iter::once("patch".to_owned()).chain(field).collect();
            Failure::Invalid(vec![FieldError { field, allowed }])
        })?;
    let (changed, cursor) = directory::update_service(&asking.ctx, id, seen, patch).await?;
    if let Some(cursor) = cursor {
        // a slow read model makes the next read late, never the write wrong
        let _seen = asking.ctx.read_model.reached(cursor, PATIENCE).await;
    }
    let view = directory::view_of(&asking.ctx, changed).await?;
    Ok(Service::of(&Arc::new(view)))
}

async fn refused(asking: &Asking, failure: Failure) -> async_graphql::Result<UpdateServicePayload> {
    let plain = |code, sentence: Code| UpdateServiceError {
        code,
        field: None,
        message: sentence.sentence(asking.tongue).to_owned(),
        current: None,
    };
    let user_errors = match failure {
        Failure::Invalid(fields) => fields
            .into_iter()
            .map(Fault::from)
            .map(|fault| UpdateServiceError {
                code: UpdateServiceErrorCode::Invalid,
                message: fault.allowed_in(asking.tongue),
                field: Some(fault.field),
                current: None,
            })
            .collect(),
        Failure::ServiceConflict(current) => {
            let view = directory::view_of(&asking.ctx, *current)
                .await
                .map_err(fault)?;
            vec![UpdateServiceError {
                current: Some(Service::of(&Arc::new(view))),
                ..plain(
                    UpdateServiceErrorCode::VersionConflict,
                    Code::VersionConflict,
                )
            }]
        }
        Failure::NotFound => vec![plain(UpdateServiceErrorCode::NotFound, Code::NotFound)],
        Failure::Forbidden => vec![plain(UpdateServiceErrorCode::Forbidden, Code::Forbidden)],
        other @ (Failure::Unauthenticated
        | Failure::SignInRefused
        | Failure::RateLimited { .. }
        | Failure::Referral(_)
        | Failure::Refused(_)
        | Failure::Replayed(_)
        | Failure::Store(_)) => return Err(fault(other)),
    };
    Ok(UpdateServicePayload {
        service: None,
        user_errors,
    })
}
