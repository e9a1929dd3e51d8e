//! Promises about the invented district.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Role;
use domain::territory::DistrictKey;

use super::super::read::{read, read_demo};

#[test]
fn invented_bodies_look_invented_and_cannot_be_called() {
    let demo = read_demo().unwrap_or_else(|broken| panic!("{broken}"));
    for (part, entry) in demo.network.organisations() {
        assert!(part.file.demo);
        assert!(
            entry.name.to_lowercase().contains("beispiel"),
            "{}",
            entry.name
        );
        assert!(
            entry
                .email
                .as_ref()
                .unwrap()
                .as_str()
                .ends_with(".example.org")
        );
        for service in &entry.services {
            assert!(
                service.name.to_lowercase().contains("beispiel"),
                "{}",
                service.name
            );
            for phone in &service.phones {
                // no country code begins with a zero
                assert!(
                    phone.number.number.as_str().starts_with("+00"),
                    "{}",
                    phone.number.display
                );
                let again = phone.number.number.as_str().parse();
                assert_eq!(
                    again,
                    Ok(phone.number.number.clone()),
                    "the stored form stays as it is"
                );
            }
        }
        for location in &entry.locations {
            assert!(["99993", "99992"].contains(&location.postcode.as_ref().unwrap().as_str()));
        }
    }
}

#[test]
fn the_demo_shares_no_key_and_no_district_with_the_real_network() {
    let real = read().unwrap();
    let demo = read_demo().unwrap();
    let keys: BTreeSet<&str> = real
        .organisations()
        .map(|(_, entry)| entry.key.as_str())
        .collect();
    assert!(
        demo.network
            .organisations()
            .all(|(_, entry)| !keys.contains(entry.key.as_str()))
    );
    assert_eq!(
        demo.network
            .districts()
            .map(DistrictKey::as_str)
            .collect::<Vec<_>>(),
        ["99001"]
    );
    assert!(
        !real
            .districts()
            .any(|district| district.as_str() == "99001")
    );
}

#[test]
fn every_role_has_somebody_and_each_office_has_two_who_can_open_its_mail() {
    let demo = read_demo().unwrap();
    let roles: BTreeSet<Role> = demo
        .accounts
        .iter()
        .flat_map(|account| account.roles.clone())
        .collect();
    assert_eq!(roles, Role::ALL.into_iter().collect());
    let holders: BTreeMap<&str, usize> = demo
        .standings
        .iter()
        .map(|standing| (standing.organisation.as_str(), standing.key_holders.len()))
        .collect();
    assert_eq!(holders["beispiel-jugendamt-beispielkreis"], 2);
    assert_eq!(holders["beispiel-jugendamt-musterland"], 2);
    assert_eq!(holders["beispiel-kontaktstelle"], 1);
    assert_eq!(holders.len(), demo.network.organisations().count());
    let passphrases: BTreeSet<&str> = demo
        .accounts
        .iter()
        .map(|account| account.vault_passphrase.as_str())
        .collect();
    assert_eq!(passphrases.len(), demo.accounts.len());
}

#[test]
fn the_readme_prints_every_login_with_its_secrets() {
    let readme = std::fs::read_to_string(format!("{}/demo/README.md", super::DATA)).unwrap();
    for account in read_demo().unwrap().accounts {
        let row = format!(
            "| `{}` | `{}` | `{}` |",
            account.login, account.password, account.vault_passphrase
        );
        assert!(readme.contains(&row), "{row}");
    }
}
