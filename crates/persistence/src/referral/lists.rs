//! Lists of the exchange. Each starts in [`scope`], with the one who is asking.

use chrono::{DateTime, Utc};
use domain::access::Actor;
use domain::referral::Side;
use domain::referral::records::{Mailbox, ReferralFilter};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::row::referral;
use crate::scope;

/// One page of a box, newest first, and how many it has in all.
pub(super) async fn page(
    txn: &DatabaseTransaction,
    actor: &Actor,
    mailbox: Mailbox,
    filter: &ReferralFilter,
    now: DateTime<Utc>,
    (offset, limit): (u64, u64),
) -> Result<(Vec<referral::Model>, u64), DbErr> {
    let query = scope::referrals(actor, mailbox, now).filter(matching(filter, mailbox.side()));
    let total = query.clone().count(txn).await?;
    let rows = query
        .order_by_desc(referral::Column::CreatedAt)
        .order_by_desc(referral::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(txn)
        .await?;
    Ok((rows, total))
}

/// `ReferralFilter::matches` as a condition.
fn matching(filter: &ReferralFilter, side: Side) -> Condition {
    let ReferralFilter { states, assignee } = filter;
    let state = match side {
        Side::Recipient => referral::Column::State,
        Side::Sender => referral::Column::SenderState,
    };
    let in_state =
        (!states.is_empty()).then(|| state.is_in(states.iter().map(|state| state.as_str())));
    let assigned = assignee.map(|member| match side {
        Side::Recipient => referral::Column::AssigneeId.eq(member.as_uuid()),
        // who works on it is nothing the sender may filter by
        Side::Sender => referral::Column::Id.is_in(std::iter::empty::<Uuid>()),
    });
    Condition::all().add_option(in_state).add_option(assigned)
}
