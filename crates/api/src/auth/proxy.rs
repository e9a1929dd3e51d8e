//! From which address a request comes when a reverse proxy stands in front.

use std::net::IpAddr;

use actix_web::http::header::{HeaderMap, X_FORWARDED_FOR};

/// The client's address. Each proxy writes behind the earlier ones whom it was asked by, so the list is
/// read from its end, for as long as whoever speaks is one of `proxies`; what stands before that may
/// be made up.
pub(crate) fn client_behind(proxies: &[IpAddr], peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let mut client = peer.to_canonical();
    let lines: Vec<_> = headers
        .get_all(X_FORWARDED_FOR)
        .map(|line| line.to_str().unwrap_or_default())
        .collect();
    for entry in lines.iter().flat_map(|line| line.split(',')).rev() {
        if !proxies.contains(&client) {
            break;
        }
        let Ok(before) = entry.trim().parse::<IpAddr>() else {
            break;
        };
        client = before.to_canonical();
    }
    client
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    const PROXY: &str = "10.0.0.1";
    const OTHER_PROXY: &str = "10.0.0.2";

    fn client(proxies: &[&str], peer: &str, forwarded: &[&'static str]) -> String {
        let proxies: Vec<_> = proxies.iter().map(|one| one.parse().unwrap()).collect();
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(X_FORWARDED_FOR, HeaderValue::from_static(line));
        }
        client_behind(&proxies, peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn nobody_is_believed_by_default() {
        assert_eq!(client(&[], PROXY, &["203.0.113.9"]), PROXY);
        assert_eq!(
            client(&[PROXY], "198.51.100.7", &["203.0.113.9"]),
            "198.51.100.7"
        );
    }

    #[test]
    fn a_trusted_proxy_names_who_asked_it_and_nothing_before_that_counts() {
        assert_eq!(client(&[PROXY], PROXY, &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(
            client(&[PROXY], PROXY, &["1.1.1.1, 203.0.113.9"]),
            "203.0.113.9"
        );
        assert_eq!(
            client(&[PROXY], "::ffff:10.0.0.1", &["203.0.113.9"]),
            "203.0.113.9"
        );
    }

    #[test]
    fn proxies_in_a_row_are_followed_over_several_lines() {
        let lines = &["1.1.1.1, 203.0.113.9", OTHER_PROXY];
        assert_eq!(client(&[PROXY, OTHER_PROXY], PROXY, lines), "203.0.113.9");
        assert_eq!(client(&[PROXY], PROXY, lines), OTHER_PROXY);
    }

    #[test]
    fn what_is_no_address_is_not_believed() {
        assert_eq!(client(&[PROXY], PROXY, &["203.0.113.9, unknown"]), PROXY);
        assert_eq!(client(&[PROXY], PROXY, &[]), PROXY);
    }
}
