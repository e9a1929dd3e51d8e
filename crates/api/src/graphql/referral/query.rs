//! Looking at referrals, destinations, drafts and the feed.

use application::referral;
use application::{Context as Request, Failure};
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::ids::ReferralId;
use domain::referral::records;

use super::{Destination, Jwe, Referral, ReferralBox, ReferralKind, ReferralOrder, ReferralState};
use crate::graphql::context::asking;
use crate::graphql::directory::{PageInfo, count, cursor, read_cursor};
use crate::graphql::fault::{fault, fault_of_arguments, id_of};
use crate::graphql::limits;
use crate::graphql::scalars::DateTime;

/// The queries of the exchange.
#[derive(Default)]
pub struct ReferralQuery;

/// Which referrals of a box.
#[derive(Debug, InputObject, Default)]
pub struct ReferralFilter {
    /// Only those in one of these states, as you see them.
    pub states: Option<Vec<ReferralState>>,
    /// Only those of these kinds.
    pub kinds: Option<Vec<ReferralKind>>,
    /// Only those with a deadline before this instant.
    pub due_before: Option<DateTime>,
    /// Only those that were given to you.
    pub assigned_to_me: Option<bool>,
}

/// A slice of a box.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct ReferralConnection {
    /// How many there are in all, exactly, within what you may see.
    pub total_count: i32,
    /// Where the slice lies.
    pub page_info: PageInfo,
    /// The slice.
    pub edges: Vec<ReferralEdge>,
}

/// One referral of a box.
#[derive(SimpleObject)]
pub struct ReferralEdge {
    /// Its place in the list: opaque, good for `after`.
    pub cursor: String,
    /// The referral.
    pub node: Referral,
}

#[async_graphql::ComplexObject]
impl ReferralConnection {
    /// The referrals of the slice.
    async fn nodes(&self) -> Vec<&Referral> {
        self.edges.iter().map(|edge| &edge.node).collect()
    }
}

/// A draft, sealed to its author alone.
#[derive(SimpleObject)]
pub struct ReferralDraft {
    /// Names the draft, such as `ref_6f2a…`: the id the referral will have.
    pub id: ID,
    /// The JWE, byte for byte.
    pub jwe: Jwe,
    /// When it was last changed.
    pub changed_at: DateTime,
}

impl From<records::Draft> for ReferralDraft {
    fn from(draft: records::Draft) -> Self {
        Self {
            id: draft.id.to_string().into(),
            jwe: Jwe(draft.jwe),
            changed_at: draft.changed_at.into(),
        }
    }
}

/// Something that happened to a referral.
#[derive(SimpleObject)]
pub struct ReferralEvent {
    /// Names the event, such as `evt_018f…`. Drop what you have seen.
    pub id: ID,
    /// The referral.
    pub referral: ID,
    /// What happened, such as `referral.delivered`.
    pub kind: String,
    /// When.
    pub at: DateTime,
}

/// A slice of the feed, in the order of its publication.
#[derive(SimpleObject)]
pub struct ReferralEventConnection {
    /// The events.
    pub nodes: Vec<ReferralEvent>,
    /// The `after` of the next slice; what was given when nothing has happened.
    pub end_cursor: Option<String>,
}

#[Object]
impl ReferralQuery {
    /// The referrals of a box. Needs a session.
    #[graphql(complexity = "limits::of_list(first, child_complexity)")]
    async fn referrals(
        &self,
        ctx: &Context<'_>,
        #[graphql(name = "box", desc = "Which box.")] mailbox: ReferralBox,
        #[graphql(desc = "Which of them; all when absent.")] filter: Option<ReferralFilter>,
        #[graphql(
            desc = "In which order; when absent, `URGENCY` for the inbox and `NEWEST` for the outbox."
        )]
        order_by: Option<ReferralOrder>,
        #[graphql(desc = "How many, 1 to 100.", default = 20)] first: i32,
        #[graphql(
            desc = "The cursor behind which to go on, from an earlier answer to the same question."
        )]
        after: Option<String>,
    ) -> async_graphql::Result<ReferralConnection> {
        let asking = asking(ctx);
        let fault = |failure| fault_of_arguments(ctx, failure);
        let first = within(first, 100).map_err(fault)?;
        let offset = after
            .as_deref()
            .map(read_cursor)
            .transpose()
            .map_err(fault)?;
        let filter = records::ReferralFilter {
            order: order_by.map(records::BoxOrder::from),
            ..filter.unwrap_or_default().read(&asking.ctx)
        };
        let page = referral::page(
            &asking.ctx,
            mailbox.into(),
            &filter,
            u64::from(offset.unwrap_or(0)),
            u64::from(first),
        )
        .await
        .map_err(fault)?;
        let (total, next) = (page.total, page.has_next());
        let edges: Vec<_> = (offset.unwrap_or(0)..)
            .zip(page.items)
            .map(|(at, sight)| ReferralEdge {
                cursor: cursor(at),
                node: Referral::of(sight, asking.now),
            })
            .collect();
        Ok(ReferralConnection {
            total_count: count(total),
            page_info: PageInfo {
                has_next_page: next,
                has_previous_page: offset.is_some_and(|offset| offset > 0),
                start_cursor: edges.first().map(|edge| edge.cursor.clone()),
                end_cursor: edges.last().map(|edge| edge.cursor.clone()),
            },
            edges,
        })
    }

    /// One referral; null when there is none for you. Needs a session.
    async fn referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id, such as `ref_6f2a…`, or the bare UUID.")] id: ID,
    ) -> async_graphql::Result<Option<Referral>> {
        let asking = asking(ctx);
        if asking.ctx.actor.member().is_none() {
            return Err(fault(Failure::Unauthenticated));
        }
        let Some(id) = id_of::<ReferralId>(&id) else {
            return Ok(None);
        };
        match referral::find(&asking.ctx, id).await {
            Ok(sight) => Ok(Some(Referral::of(sight, asking.now))),
            Err(Failure::NotFound) => Ok(None),
            Err(failure) => Err(fault(failure)),
        }
    }

    /// One organisation as a destination; null when it is not at work. Its keys are public.
    async fn destination(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation's id, such as `org_018f…`, or the bare UUID.")] id: ID,
    ) -> async_graphql::Result<Option<Destination>> {
        match id_of(&id) {
            Some(id) => Destination::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Where something of a kind can be sent, by name, also those that cannot receive it now.
    #[graphql(complexity = "limits::of_list(first, child_complexity)")]
    async fn destinations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is to be sent.")] kind: ReferralKind,
        #[graphql(desc = "A part of the name.")] text: Option<String>,
        #[graphql(desc = "How many, 1 to 100.", default = 20)] first: i32,
    ) -> async_graphql::Result<Vec<Destination>> {
        let fault = |failure| fault_of_arguments(ctx, failure);
        let first = usize::try_from(within(first, 100).map_err(fault)?).unwrap_or_default();
        let found =
            referral::destinations(&asking(ctx).ctx, kind.into(), text.as_deref(), first).await;
        Ok(found
            .map_err(fault)?
            .into_iter()
            .map(Destination::of)
            .collect())
    }

    /// Your drafts, last changed first. Needs a session.
    async fn referral_drafts(
        &self,
        ctx: &Context<'_>,
    ) -> async_graphql::Result<Vec<ReferralDraft>> {
        let drafts = referral::drafts(&asking(ctx).ctx).await.map_err(fault)?;
        Ok(drafts.into_iter().map(ReferralDraft::from).collect())
    }

    /// What happened since, as far as you may know. Needs a session.
    async fn referral_events(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The `endCursor` of an earlier answer; from the beginning when absent.")]
        after: Option<String>,
        #[graphql(desc = "How many, 1 to 500.", default = 100)] first: i32,
    ) -> async_graphql::Result<ReferralEventConnection> {
        let fault = |failure| fault_of_arguments(ctx, failure);
        let first = within(first, 500).map_err(fault)?;
        let since = match &after {
            Some(after) => Some(after.parse().map_err(|_no_cursor| {
                let allowed = "a cursor is the text an earlier answer gave";
                fault(Failure::invalid("after", allowed))
            })?),
            None => None,
        };
        let events = referral::events_after(&asking(ctx).ctx, since, first)
            .await
            .map_err(fault)?;
        let last = events.last().map(|event| event.id.to_string());
        let event = |event: records::ReferralEvent| ReferralEvent {
            id: event.id.to_string().into(),
            referral: event.referral.to_string().into(),
            kind: event.kind.to_string(),
            at: event.at.into(),
        };
        Ok(ReferralEventConnection {
            end_cursor: last.or(after),
            nodes: events.into_iter().map(event).collect(),
        })
    }
}

/// A number of things from 1 to `most`.
///
/// # Errors
/// `Invalid` for `first`.
pub(crate) fn within(first: i32, most: u32) -> Result<u32, Failure> {
    u32::try_from(first)
        .ok()
        .filter(|first| (1..=most).contains(first))
        .ok_or_else(|| Failure::invalid("first", format!("1 to {most} are allowed")))
}

impl ReferralFilter {
    /// The filter as the use case takes it.
    fn read(self, ctx: &Request) -> records::ReferralFilter {
        let mine = self.assigned_to_me.unwrap_or(false);
        let states = self.states.unwrap_or_default().into_iter();
        let kinds = self.kinds.unwrap_or_default().into_iter();
        records::ReferralFilter {
            states: states.map(Into::into).collect(),
            kinds: kinds.map(Into::into).collect(),
            assignee: ctx
                .actor
                .member()
                .filter(|_| mine)
                .map(|member| member.member),
            due_before: self.due_before.map(|at| at.0),
            order: None,
        }
    }
}
