//! Ordinary weeks that many entries state alike, each held once.

use std::collections::HashSet;
use std::sync::Arc;

use domain::directory::hours::{Block, Schedule, Times};
use domain::directory::{Contact, Location, Organisation, Phone, Service, Stated};

/// The weeks met so far.
#[derive(Debug, Default)]
pub(crate) struct Weeks(HashSet<Arc<[Block]>>);

impl Weeks {
    /// Lets an organisation share its weeks with whoever has the same.
    pub(crate) fn share_of_organisation(&mut self, organisation: &mut Organisation) {
        self.share(&mut organisation.schedules);
        self.share_of_phones(&mut organisation.phones);
        self.share_of_contacts(&mut organisation.contacts);
    }

    /// The same of a location.
    pub(crate) fn share_of_location(&mut self, location: &mut Location) {
        self.share(&mut location.schedules);
        self.share_of_phones(&mut location.phones);
    }

    /// The same of a service.
    pub(crate) fn share_of_service(&mut self, service: &mut Service) {
        self.share(&mut service.schedules);
        self.share_of_phones(&mut service.phones);
        self.share_of_contacts(&mut service.contacts);
        for link in &mut service.at {
            self.share(&mut link.schedules);
            self.share_of_phones(&mut link.phones);
        }
    }

    fn share_of_contacts(&mut self, contacts: &mut [Contact]) {
        for contact in contacts {
            self.share_of_phones(&mut contact.phones);
        }
    }

    fn share_of_phones(&mut self, phones: &mut [Phone]) {
        for phone in phones {
            self.share(&mut phone.schedules);
        }
    }

    fn share(&mut self, schedules: &mut [Stated<Schedule>]) {
        for stated in schedules {
            let Times::Weekly(blocks) = &mut stated.value.times else {
                continue;
            };
            match self.0.get(&**blocks) {
                Some(known) => *blocks = Arc::clone(known),
                None => {
                    self.0.insert(Arc::clone(blocks));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::directory::hours::Channel;
    use domain::ids::ScheduleId;
    use uuid::Uuid;

    use super::*;

    fn stated(number: u128, span: &str) -> Stated<Schedule> {
        let block = Block::weekly(chrono::Weekday::Mon, span.parse().unwrap());
        let id = ScheduleId::from_uuid(Uuid::from_u128(number));
        Stated {
            value: Schedule::stating(id, Channel::Phone, Times::Weekly([block].into())),
            source: None,
            date: None,
        }
    }

    fn same(one: &Stated<Schedule>, other: &Stated<Schedule>) -> bool {
        match (&one.value.times, &other.value.times) {
            (Times::Weekly(one), Times::Weekly(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }

    #[test]
    fn equal_weeks_are_held_once_and_others_are_left_alone() {
        let mut all = [
            stated(1, "09:00-12:00"),
            stated(2, "09:00-12:00"),
            stated(3, "09:00-13:00"),
        ];
        let before = all.clone();
        Weeks::default().share(&mut all);
        assert_eq!(all, before);
        assert!(same(&all[0], &all[1]));
        assert!(!same(&all[0], &all[2]));
    }
}
