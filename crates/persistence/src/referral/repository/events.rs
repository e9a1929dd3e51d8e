//! The feed of the exchange.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Actor;
use domain::ids::EventId;
use domain::referral::records::ReferralEvent;
use domain::referral::repo::ReferralEvents;
use domain::store::Stored;
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::super::row::event;
use crate::counter;
use crate::error::while_doing;
use crate::scope;

/// The feed in one transaction.
pub(crate) struct SqlReferralEvents<'w> {
    txn: &'w DatabaseTransaction,
}

impl<'w> SqlReferralEvents<'w> {
    pub(crate) const fn new(txn: &'w DatabaseTransaction) -> Self {
        Self { txn }
    }

    async fn give_places(&self, limit: u32) -> Result<u64, DbErr> {
        // the counter is the lock: a second publisher waits here, and then finds what is left
        let newest = counter::lock(self.txn, counter::REFERRAL_EVENT).await?;
        let waiting = scope::whole::<event::Entity>()
            .filter(event::Column::Place.is_null())
            .order_by_asc(event::Column::At)
            // one act may write several at one instant, and their ids say nothing of their order
            .order_by_asc(event::Column::ReferralId)
            .order_by_asc(event::Column::Version)
            .limit(u64::from(limit))
            .all(self.txn)
            .await?;
        let mut place = newest;
        for row in waiting {
            place += 1;
            let placed = event::ActiveModel {
                place: Set(Some(place)),
                ..event::ActiveModel::default()
            };
            event::Entity::update_many()
                .set(placed)
                .filter(event::Column::Id.eq(row.id))
                .exec(self.txn)
                .await?;
        }
        counter::set(self.txn, counter::REFERRAL_EVENT, place).await?;
        Ok(u64::try_from(place - newest).unwrap_or_default())
    }

    async fn find_after(
        &self,
        actor: &Actor,
        after: Option<EventId>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<ReferralEvent>, DbErr> {
        let known = match after {
            Some(id) => {
                event::Entity::find_by_id(id.as_uuid())
                    .one(self.txn)
                    .await?
            }
            None => None,
        };
        // a reader whose event we do not know begins again: events come at least once
        let place = known.and_then(|row| row.place).unwrap_or_default();
        let query = scope::referral_events(actor, now)
            .filter(event::Column::Place.gt(place))
            .order_by_asc(event::Column::Place)
            .limit(u64::from(limit));
        query
            .all(self.txn)
            .await?
            .into_iter()
            .map(ReferralEvent::try_from)
            .collect()
    }
}

#[async_trait]
impl ReferralEvents for SqlReferralEvents<'_> {
    async fn record(&mut self, event: &ReferralEvent) -> Stored<()> {
        event::Entity::insert(event::ActiveModel::from(event))
            .exec_without_returning(self.txn)
            .await
            .map(drop)
            .map_err(while_doing("writing an event to the outbox"))
    }

    async fn publish(&mut self, limit: u32) -> Stored<u64> {
        self.give_places(limit)
            .await
            .map_err(while_doing("publishing events"))
    }

    async fn after(
        &mut self,
        actor: &Actor,
        after: Option<EventId>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Stored<Vec<ReferralEvent>> {
        let found = self.find_after(actor, after, now, limit).await;
        found.map_err(while_doing("reading the feed of the exchange"))
    }
}
