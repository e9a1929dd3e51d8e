//! Contacts, phones and schedules: loaded for many records at once, saved with their record.

use std::collections::HashMap;

use domain::directory::{Contact, Phone, Stated, hours::Schedule};
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::row::{Belongs, OwnerKind, contact, phone, schedule};
use crate::column::decode;

type Owner = (OwnerKind, Uuid);

/// The nested rows of some records, by the part they belong to. Each is taken out once.
#[derive(Default)]
pub(super) struct Nested {
    contacts: HashMap<Owner, Vec<contact::Model>>,
    phones: HashMap<Owner, Vec<phone::Model>>,
    schedules: HashMap<Owner, Vec<schedule::Model>>,
}

impl Nested {
    /// Loads those of some records with three queries, however many records there are.
    pub(super) async fn load(txn: &DatabaseTransaction, records: &[Uuid]) -> Result<Self, DbErr> {
        let mut nested = Self::default();
        let records = || records.iter().copied();
        let contacts = contact::Entity::find()
            .filter(contact::Column::RecordId.is_in(records()))
            .order_by_asc(contact::Column::Position);
        for row in contacts.all(txn).await? {
            let owner = (decode("contact.owner_kind", &row.owner_kind)?, row.owner_id);
            nested.contacts.entry(owner).or_default().push(row);
        }
        let phones = phone::Entity::find()
            .filter(phone::Column::RecordId.is_in(records()))
            .order_by_asc(phone::Column::Position);
        for row in phones.all(txn).await? {
            let owner = (decode("phone.owner_kind", &row.owner_kind)?, row.owner_id);
            nested.phones.entry(owner).or_default().push(row);
        }
        let schedules = schedule::Entity::find()
            .filter(schedule::Column::RecordId.is_in(records()))
            .order_by_asc(schedule::Column::Position);
        for row in schedules.all(txn).await? {
            let owner = (
                decode("schedule.owner_kind", &row.owner_kind)?,
                row.owner_id,
            );
            nested.schedules.entry(owner).or_default().push(row);
        }
        Ok(nested)
    }

    pub(super) fn schedules(&mut self, kind: OwnerKind, owner: Uuid) -> Vec<Stated<Schedule>> {
        let rows = self.schedules.remove(&(kind, owner)).unwrap_or_default();
        rows.into_iter().map(schedule::Model::into_domain).collect()
    }

    pub(super) fn phones(&mut self, kind: OwnerKind, owner: Uuid) -> Result<Vec<Phone>, DbErr> {
        let rows = self.phones.remove(&(kind, owner)).unwrap_or_default();
        rows.into_iter()
            .map(|row| {
                let schedules = self.schedules(OwnerKind::Phone, row.id);
                row.into_domain(schedules)
            })
            .collect()
    }

    pub(super) fn contacts(&mut self, kind: OwnerKind, owner: Uuid) -> Result<Vec<Contact>, DbErr> {
        let rows = self.contacts.remove(&(kind, owner)).unwrap_or_default();
        rows.into_iter()
            .map(|row| {
                let phones = self.phones(OwnerKind::Contact, row.id)?;
                row.into_domain(phones)
            })
            .collect()
    }
}

/// The nested rows of one record on their way into the database.
#[derive(Default)]
pub(super) struct NestedRows {
    contacts: Vec<contact::ActiveModel>,
    phones: Vec<phone::ActiveModel>,
    schedules: Vec<schedule::ActiveModel>,
}

impl NestedRows {
    pub(super) fn add_schedules(&mut self, belongs: Belongs, schedules: &[Stated<Schedule>]) {
        let rows = schedules.iter().enumerate();
        self.schedules
            .extend(rows.map(|(index, one)| schedule::row(one, belongs, index)));
    }

    pub(super) fn add_phones(&mut self, belongs: Belongs, phones: &[Phone]) {
        for (index, one) in phones.iter().enumerate() {
            self.phones.push(phone::row(one, belongs, index));
            self.add_schedules(
                belongs.to_part(OwnerKind::Phone, one.id.as_uuid()),
                &one.schedules,
            );
        }
    }

    pub(super) fn add_contacts(&mut self, belongs: Belongs, contacts: &[Contact]) {
        for (index, one) in contacts.iter().enumerate() {
            self.contacts.push(contact::row(one, belongs, index));
            self.add_phones(
                belongs.to_part(OwnerKind::Contact, one.id.as_uuid()),
                &one.phones,
            );
        }
    }

    /// Puts them in the place of whatever the record had.
    pub(super) async fn replace(
        self,
        txn: &DatabaseTransaction,
        record: Uuid,
    ) -> Result<(), DbErr> {
        let Self {
            contacts,
            phones,
            schedules,
        } = self;
        let had_contacts = contact::Column::RecordId.eq(record);
        contact::Entity::delete_many()
            .filter(had_contacts)
            .exec(txn)
            .await?;
        let had_phones = phone::Column::RecordId.eq(record);
        phone::Entity::delete_many()
            .filter(had_phones)
            .exec(txn)
            .await?;
        let had_schedules = schedule::Column::RecordId.eq(record);
        schedule::Entity::delete_many()
            .filter(had_schedules)
            .exec(txn)
            .await?;
        contact::Entity::insert_many(contacts)
            .exec_without_returning(txn)
            .await?;
        phone::Entity::insert_many(phones)
            .exec_without_returning(txn)
            .await?;
        schedule::Entity::insert_many(schedules)
            .exec_without_returning(txn)
            .await?;
        Ok(())
    }
}
