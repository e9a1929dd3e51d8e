use super::*;

fn way(is_holder: bool, days_ago: i64) -> Way {
    Way {
        is_holder,
        proved_at: Some(now() - TimeDelta::days(days_ago)),
        ended_at: None,
    }
}

fn facts(ways: &[Way]) -> ReceivingFacts {
    ReceivingFacts {
        verified: true,
        youth_office: true,
        granted: Kind::ALL.iter().copied().collect(),
        chain: ChainState::Holds {
            until: now() + TimeDelta::days(1),
        },
        ways: ways.to_vec(),
        receivers: 1,
    }
}

fn receives(facts: &ReceivingFacts) -> Result<(), CannotReceive> {
    can_receive(facts, Kind::SuspicionReport, now())
}

#[test]
fn two_holders_or_a_holder_and_a_tried_sheet_can_receive() {
    assert_eq!(receives(&facts(&[way(true, 1), way(true, 1)])), Ok(()));
    assert_eq!(receives(&facts(&[way(true, 1), way(false, 1)])), Ok(()));
    let untried = Way {
        proved_at: None,
        ..way(false, 1)
    };
    let one = Err(CannotReceive::NotEnoughWays);
    assert_eq!(receives(&facts(&[way(true, 1)])), one);
    assert_eq!(receives(&facts(&[way(true, 1), untried])), one);
    assert_eq!(
        receives(&facts(&[way(false, 1), way(false, 1)])),
        Err(CannotReceive::NoHolder)
    );
}

#[test]
fn every_other_condition_has_its_reason() {
    let good = facts(&[way(true, 1), way(true, 1)]);
    for (facts, reason) in [
        (
            ReceivingFacts {
                verified: false,
                ..good.clone()
            },
            CannotReceive::NotVerified,
        ),
        (
            ReceivingFacts {
                youth_office: false,
                ..good.clone()
            },
            CannotReceive::NotAYouthOffice,
        ),
        (
            ReceivingFacts {
                granted: [].into(),
                ..good.clone()
            },
            CannotReceive::NotGranted,
        ),
        (
            ReceivingFacts {
                chain: ChainState::Missing,
                ..good.clone()
            },
            CannotReceive::NoKeys,
        ),
        (
            ReceivingFacts {
                chain: ChainState::Broken,
                ..good.clone()
            },
            CannotReceive::ChainBroken,
        ),
        (
            ReceivingFacts {
                chain: ChainState::Holds { until: now() },
                ..good.clone()
            },
            CannotReceive::KeyExpired,
        ),
        (
            ReceivingFacts {
                receivers: 0,
                ..good.clone()
            },
            CannotReceive::NobodyReceives,
        ),
    ] {
        assert_eq!(receives(&facts), Err(reason));
    }
    let service = ReceivingFacts {
        youth_office: false,
        ..good
    };
    assert_eq!(can_receive(&service, Kind::HelpReferral, now()), Ok(()));
}

#[test]
fn a_way_that_is_not_proved_anew_warns_then_degrades_then_closes() {
    let health = |days_ago| key_health(&[way(true, 1), way(true, days_ago)], now());
    assert_eq!(health(364), KeyHealth::Ready);
    assert_eq!(
        health(365),
        KeyHealth::Warning {
            until: now() + TimeDelta::days(35)
        }
    );
    assert_eq!(
        health(400),
        KeyHealth::Degraded {
            closes_at: now() + TimeDelta::days(30)
        }
    );
    assert_eq!(
        health(429),
        KeyHealth::Degraded {
            closes_at: now() + TimeDelta::days(1)
        }
    );
    assert_eq!(health(430), KeyHealth::Closed);
    assert_eq!(ways_at(&[way(true, 1), way(true, 400)], now()), 1);
    let left = Way {
        ended_at: Some(now() - TimeDelta::days(2)),
        ..way(true, 1)
    };
    assert_eq!(
        key_health(&[way(true, 1), left], now()),
        KeyHealth::Degraded {
            closes_at: now() + TimeDelta::days(28)
        }
    );
}
