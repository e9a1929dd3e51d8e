//! Stopping: what runs is finished, what comes later is refused.

use std::io::ErrorKind;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::kit::{Engine, Setup};

/// Far longer than any step here takes.
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test]
async fn a_request_that_runs_is_answered_in_full_and_a_new_connection_is_refused() {
    for engine in [Engine::sqlite(), Engine::postgres().await] {
        let setup = Setup::new(engine);
        setup.done(&["seed"]).await;
        let server = setup.serve().await;
        server.ready().await;
        let address = server.base.strip_prefix("http://").unwrap().to_owned();

        let query = "{ services(first: 50) { nodes { id } } }";
        let body = json!({ "query": query }).to_string();
        let mut running = TcpStream::connect(&address).await.unwrap();
        let head = format!(
            "POST /graphql HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nexpect: 100-continue\r\n\r\n",
            body.len()
        );
        running.write_all(head.as_bytes()).await.unwrap();
        // the service has begun with the request and waits for its body
        let begun = until(&mut running, "\r\n\r\n").await;
        assert!(begun.starts_with("HTTP/1.1 100 "), "{begun}");

        server.tell_to_end().await;
        timeout(PATIENCE, refused(&address)).await.unwrap();
        running.write_all(body.as_bytes()).await.unwrap();
        let answer = timeout(PATIENCE, answer(&mut running)).await.unwrap();
        assert!(answer["errors"].is_null(), "{answer}");
        let nodes = answer["data"]["services"]["nodes"].as_array();
        assert_eq!(nodes.map(Vec::len), Some(50));
        drop(running);
        assert!(timeout(PATIENCE, server.ended()).await.unwrap());
    }
}

/// Waits until nobody listens at the address any more.
async fn refused(address: &str) {
    loop {
        match TcpStream::connect(address).await {
            Ok(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::ConnectionRefused, "{error}");
                return;
            }
        }
    }
}

/// Reads to the end of a mark.
async fn until(stream: &mut TcpStream, mark: &str) -> String {
    let mut read = Vec::new();
    while !read.ends_with(mark.as_bytes()) {
        let byte = timeout(PATIENCE, stream.read_u8()).await;
        let byte = byte.expect("the service answers");
        read.push(byte.expect("the connection is not cut"));
    }
    String::from_utf8(read).expect("text")
}

/// Reads an answer that must be 200, every byte that it announces.
async fn answer(stream: &mut TcpStream) -> Value {
    let head = until(stream, "\r\n\r\n").await.to_lowercase();
    assert!(head.starts_with("http/1.1 200 "), "{head}");
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .unwrap_or_else(|| panic!("{head}"));
    let mut body = vec![0; length.parse().expect("a number")];
    let read = stream.read_exact(&mut body).await;
    read.expect("every byte that was announced");
    serde_json::from_slice(&body).expect("JSON")
}
