//! A referral as you may see it: heads and states; contents leave only through `readReferralParts`.

use application::keys::{MemberCard, organisation_members};
use application::referral::{CaseSight, SightMessage, SightPart, SightStep};
use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use domain::ids::{MemberId, OrganisationId};
use domain::referral::{Side, State};
use tokio::sync::OnceCell;

use super::{
    Destination, FeedbackVocabulary, OtherChannelKind, ReferralAction, ReferralDirection,
    ReferralKind, ReferralState, Urgency,
};
use crate::graphql::context::asking;
use crate::graphql::directory::{Organisation, count};
use crate::graphql::fault::fault;
use crate::graphql::keys::OrganisationMember;
use crate::graphql::scalars::{Date, DateTime};

/// A matter that was handed, with proof of arrival, to the body that can help.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Referral {
    #[graphql(skip)]
    sight: CaseSight,
    /// Names the referral, such as `ref_6f2a…`.
    pub id: ID,
    /// The short name people use, such as `7K3M-Q9XA`.
    pub reference: String,
    /// How often it changed, as you may know. Name it when you act.
    pub version: i32,
    /// What it is.
    pub kind: ReferralKind,
    /// Its legal gate, such as `KKG4_3`.
    pub gate: String,
    /// How soon somebody must look.
    pub urgency: Urgency,
    /// Where it stands.
    pub state: ReferralState,
    /// At which end you stand.
    pub direction: ReferralDirection,
    /// What the server must know to keep its promises, such as `restricted`.
    pub flags: Vec<String>,
    /// The identifier of the schema that the main part follows.
    pub schema: String,
    /// The epoch of the destination's key it was sealed to.
    pub destination_epoch: i32,
    /// Roughly what it is about, such as `FAMILY`; never said of a suspicion report.
    pub topic: Option<String>,
    /// The age of the child in a band, such as `A6_9`; never said of a suspicion report.
    pub age_band: Option<String>,
    /// The referral it continues.
    pub predecessor: Option<ID>,
    /// The referral by which you continued it, once that was sent off; never shown to the recipient.
    pub successor: Option<ID>,
    /// The envelope as it was submitted, byte for byte: JSON text, verified in the browser.
    pub envelope: String,
    /// The signed receipt (`secevent+jwt`), once somebody took note.
    pub receipt: Option<String>,
    /// Since when the assignee has it; absent for the sender, who finds the act without a name in
    /// `history`, but not that of a suspicion report.
    pub assigned_at: Option<DateTime>,
    /// Whether a second member agreed to close it; never shown to the sender.
    pub co_signed: bool,
    /// Why it was declined, such as `NO_CAPACITY`.
    pub decline_reason: Option<String>,
    /// Why it rests, such as `WAITLIST`.
    pub hold_reason: Option<String>,
    /// Until which day it rests.
    pub hold_until: Option<Date>,
    /// How it ended, such as `GOT_HELP`.
    pub outcome: Option<String>,
    /// Why it came to nothing, such as `NO_SHOW`.
    pub fail_reason: Option<String>,
    /// What may be said back to the sender.
    pub feedback_vocabulary: FeedbackVocabulary,
    /// Whether the three facts were given.
    pub feedback_given: bool,
    /// On which other ways it reached the office: everything the sender said, in that order.
    pub other_channels: Vec<OtherChannel>,
    /// The deadlines you may know.
    pub due_dates: Vec<DueDate>,
    /// The nearest of them; absent when none runs.
    pub next_deadline: Option<DueDate>,
    /// How long it is kept.
    pub retention: Retention,
    /// What you can do now. Show buttons for these, ask no roles.
    pub allowed_actions: Vec<ReferralAction>,
    /// When it was announced.
    pub created_at: DateTime,
    /// Since when it stands where it stands.
    pub state_since: DateTime,
}

/// On which other way a report reached the office.
#[derive(SimpleObject)]
pub struct OtherChannel {
    /// The way.
    pub channel: OtherChannelKind,
    /// The day, as the sender says.
    pub on: Date,
}

/// A deadline that runs.
#[derive(Clone, SimpleObject)]
pub struct DueDate {
    /// Which one, such as `acknowledge`.
    pub name: String,
    /// When it ends.
    pub at: DateTime,
    /// Whether it has ended.
    pub overdue: bool,
}

/// How long a referral is kept.
#[derive(SimpleObject)]
pub struct Retention {
    /// When everything is deleted; absent while that is open, or not for you to know.
    pub purge_at: Option<DateTime>,
    /// When the sender's access ends; absent while that is open.
    pub sender_access_until: Option<DateTime>,
}

/// The head of an encrypted part.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct ReferralPart {
    #[graphql(skip)]
    author: Option<MemberId>,
    /// Names the part, such as `prt_018f…`.
    pub id: ID,
    /// What it holds, such as `report`.
    pub role: String,
    /// Its authentication tag.
    pub tag: String,
    /// The padded size in bytes.
    pub padded_size: i32,
    /// The keys it is sealed to.
    pub recipient_kids: Vec<String>,
    /// When it was stored.
    pub at: DateTime,
}

/// The head of a message; its text is in a part.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct ReferralMessage {
    #[graphql(skip)]
    author: Option<MemberId>,
    /// Names the message, such as `msg_018f…`.
    pub id: ID,
    /// The part that holds it.
    pub part: ID,
    /// Whether your organisation sent it or received it.
    pub from: ReferralDirection,
    /// When.
    pub at: DateTime,
}

/// A step of the history.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct ReferralStep {
    #[graphql(skip)]
    actor: Option<MemberId>,
    /// What was done, such as `acknowledge`.
    pub action: String,
    /// The state before it, as you may see it.
    pub from: ReferralState,
    /// The state after it, as you may see it.
    pub to: ReferralState,
    /// When.
    pub at: DateTime,
    /// The code that was given, such as a reason.
    pub code: Option<String>,
}

/// The members of your own organisation, looked up once a request.
#[derive(Default)]
pub(crate) struct Colleagues(OnceCell<Vec<MemberCard>>);

/// A member of your own organisation; nobody for members of others.
async fn colleague<'a>(
    ctx: &'a Context<'_>,
    member: Option<MemberId>,
) -> async_graphql::Result<Option<&'a MemberCard>> {
    let Some(member) = member else {
        return Ok(None);
    };
    let Colleagues(known) = ctx.data::<Colleagues>()?;
    let cards = known
        .get_or_try_init(|| organisation_members(&asking(ctx).ctx))
        .await
        .map_err(fault)?;
    Ok(cards.iter().find(|card| card.member == member))
}

async fn name_of(
    ctx: &Context<'_>,
    member: Option<MemberId>,
) -> async_graphql::Result<Option<String>> {
    let card = colleague(ctx, member).await?;
    Ok(card.map(|card| card.display_name.clone()))
}

/// An organisation as the directory shows it.
pub(super) fn organisation(
    ctx: &Context<'_>,
    id: OrganisationId,
) -> async_graphql::Result<Organisation> {
    application::directory::organisation(&asking(ctx).ctx, id)
        .map(|view| Organisation::of(&view.organisation))
        .map_err(fault)
}

#[ComplexObject]
impl ReferralPart {
    /// The name of the colleague who posted it; absent for the other end.
    async fn by(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<String>> {
        name_of(ctx, self.author).await
    }
}

#[ComplexObject]
impl ReferralMessage {
    /// The name of the colleague who wrote it; absent for the other end.
    async fn by(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<String>> {
        name_of(ctx, self.author).await
    }
}

#[ComplexObject]
impl ReferralStep {
    /// The name of the colleague who did it; absent for the other end and the system.
    async fn by(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<String>> {
        name_of(ctx, self.actor).await
    }
}

#[ComplexObject]
impl Referral {
    /// Who sends it; absent for people without an organisation.
    async fn sender_organisation(
        &self,
        ctx: &Context<'_>,
    ) -> async_graphql::Result<Option<Organisation>> {
        let sender = self.sight.sender_organisation;
        sender.map(|id| organisation(ctx, id)).transpose()
    }

    /// Where it goes.
    async fn destination(&self, ctx: &Context<'_>) -> async_graphql::Result<Organisation> {
        organisation(ctx, self.sight.destination)
    }

    /// Where the sender is asked to send it instead.
    async fn proposed_destination(
        &self,
        ctx: &Context<'_>,
    ) -> async_graphql::Result<Option<Destination>> {
        match self.sight.proposed_destination {
            Some(id) => Destination::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The colleague who works on it; never shown to the sender.
    async fn assignee(
        &self,
        ctx: &Context<'_>,
    ) -> async_graphql::Result<Option<OrganisationMember>> {
        let card = colleague(ctx, self.sight.assignee).await?;
        Ok(card.map(OrganisationMember::of))
    }

    /// The heads of its parts, oldest first.
    async fn parts(&self) -> Vec<ReferralPart> {
        self.sight.parts.iter().map(ReferralPart::of).collect()
    }

    /// The heads of its messages, oldest first.
    async fn messages(&self) -> Vec<ReferralMessage> {
        let of = |message| ReferralMessage::of(message, self.sight.side);
        self.sight.messages.iter().map(of).collect()
    }

    /// The history you may know, oldest first.
    async fn history(&self) -> Vec<ReferralStep> {
        let mut from = State::New;
        let step = |step: &SightStep| {
            let before = std::mem::replace(&mut from, step.to);
            ReferralStep::of(step, before)
        };
        self.sight.history.iter().map(step).collect()
    }
}

impl ReferralPart {
    fn of(part: &SightPart) -> Self {
        Self {
            author: part.by,
            id: part.id.to_string().into(),
            role: part.role.to_string(),
            tag: part.tag.clone(),
            padded_size: count(part.padded_size.into()),
            recipient_kids: part
                .recipient_kids
                .iter()
                .map(ToString::to_string)
                .collect(),
            at: part.at.into(),
        }
    }
}

impl ReferralMessage {
    fn of(message: &SightMessage, own: Side) -> Self {
        Self {
            author: message.by,
            id: message.id.to_string().into(),
            part: message.part.to_string().into(),
            from: ReferralDirection::of(message.from, own),
            at: message.at.into(),
        }
    }
}

impl ReferralStep {
    fn of(step: &SightStep, from: State) -> Self {
        Self {
            actor: step.by,
            action: step.action.to_string(),
            from: from.into(),
            to: step.to.into(),
            at: step.at.into(),
            code: step.code.clone(),
        }
    }
}

impl Referral {
    /// A case at the instant of the request.
    pub(crate) fn of(sight: CaseSight, now: chrono::DateTime<chrono::Utc>) -> Self {
        let due = |due: &domain::referral::timers::Due| DueDate {
            name: due.timer.to_string(),
            at: due.at.into(),
            overdue: due.at <= now,
        };
        let other = |other: &domain::referral::OtherChannel| OtherChannel {
            channel: other.channel.into(),
            on: Date(other.on),
        };
        let nearest = sight.due_dates.iter().min_by_key(|due| due.at);
        let actions = sight.allowed_actions.iter().copied();
        Self {
            id: sight.id.to_string().into(),
            reference: sight.reference.clone(),
            version: sight.version.0,
            kind: sight.kind.into(),
            gate: sight.gate.to_string(),
            urgency: sight.urgency.into(),
            state: sight.state.into(),
            direction: ReferralDirection::of(Side::Sender, sight.side),
            flags: sight.flags.iter().map(ToString::to_string).collect(),
            schema: sight.schema.to_owned(),
            destination_epoch: count(sight.destination_epoch.into()),
            topic: word(sight.topic),
            age_band: word(sight.age_band),
            predecessor: sight.predecessor.map(|id| id.to_string().into()),
            successor: sight.successor.map(|id| id.to_string().into()),
            envelope: sight.envelope.clone(),
            receipt: sight.receipt.clone(),
            assigned_at: sight.assigned_at.map(DateTime::from),
            co_signed: sight.co_signed,
            decline_reason: word(sight.decline_reason),
            hold_reason: word(sight.hold_reason),
            hold_until: sight.hold_until.map(Date),
            outcome: word(sight.outcome),
            fail_reason: word(sight.fail_reason),
            feedback_vocabulary: sight.feedback_vocabulary.into(),
            feedback_given: sight.feedback_given,
            other_channels: sight.other_channels.iter().map(other).collect(),
            due_dates: sight.due_dates.iter().map(due).collect(),
            next_deadline: nearest.map(due),
            retention: Retention {
                purge_at: sight.retention.purge_at.map(DateTime::from),
                sender_access_until: sight.retention.sender_access_until.map(DateTime::from),
            },
            allowed_actions: actions.filter_map(ReferralAction::of).collect(),
            created_at: sight.created_at.into(),
            state_since: sight.state_since.into(),
            sight,
        }
    }
}

/// The one spelling of a code that may be absent.
fn word(code: Option<impl std::fmt::Display>) -> Option<String> {
    code.map(|code| code.to_string())
}
