//! The hash chain: appending to it, and finding the first place where it does not hold.

use std::fmt;
use std::str::FromStr;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{Act, Entry, Stream};
use crate::jcs;
use crate::text::Malformed;

/// What the chain's hashes begin with, so that no other hash of the same text is one of them.
const DOMAIN: &[u8] = b"schutznetz-audit-v1\0";

/// The hash of an entry together with everything before it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// What stands in the place of the hash before the first entry.
    pub const ZERO: Self = Self([0; 32]);
}

impl fmt::Display for Hash {
    /// 64 lower-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    type Err = Malformed;

    fn from_str(given: &str) -> Result<Self, Malformed> {
        const ALLOWED: Malformed = Malformed {
            allowed: "a hash has 64 hexadecimal digits",
        };
        if given.len() != 64 || !given.is_ascii() {
            return Err(ALLOWED);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(given.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_not_ascii| ALLOWED)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_no_digit| ALLOWED)?;
        }
        Ok(Self(bytes))
    }
}

/// The end of a stream: what the next entry is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tail {
    /// The stream.
    pub stream: Stream,
    /// The place of its last entry; 0 when there is none yet.
    pub seq: u64,
    /// The hash of its last entry.
    pub hash: Hash,
}

impl Tail {
    /// The end of a stream that has no entry yet.
    pub const fn empty(stream: Stream) -> Self {
        Self {
            stream,
            seq: 0,
            hash: Hash::ZERO,
        }
    }

    /// The entry of `act` behind this end. The stream is the tail's.
    pub fn append(self, act: Act) -> Sealed {
        let Act {
            stream: _,
            at,
            actor,
            action,
            object,
            outcome,
            reason,
            count,
            request_id,
        } = act;
        let entry = Entry {
            v: 1,
            stream: self.stream,
            seq: self.seq + 1,
            at: crate::time::to_micros(at),
            actor,
            action,
            object,
            outcome,
            reason,
            count,
            request_id,
        };
        let hash = hash_after(self.hash, &entry);
        Sealed { entry, hash }
    }
}

/// An entry with its hash, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The entry.
    pub entry: Entry,
    /// Its hash.
    pub hash: Hash,
}

impl Sealed {
    /// The end of the stream after this entry.
    pub const fn tail(&self) -> Tail {
        Tail {
            stream: self.entry.stream,
            seq: self.entry.seq,
            hash: self.hash,
        }
    }
}

impl Entry {
    /// The bytes that are hashed: the entry in its canonical form (RFC 8785). Also the form to
    /// store, so that a later version reads the very text that was hashed.
    pub fn canonical(&self) -> String {
        // an entry has only text, integers and lists of text: turning it into a value cannot fail
        jcs::canonical(&serde_json::to_value(self).unwrap_or(Value::Null))
    }
}

fn hash_after(before: Hash, entry: &Entry) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(DOMAIN);
    hasher.update(before.0);
    hasher.update(entry.canonical());
    Hash(hasher.finalize().into())
}

/// What is wrong at the first place where a stream does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The entry is missing: another one stands in its place.
    Missing,
    /// The entry, or one before it, was changed.
    Changed,
    /// The entry belongs to another stream.
    Foreign,
    /// The stream ends before an end that was known to somebody else.
    Truncated,
}

/// The first place where a stream does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("audit stream {stream} does not hold at entry {seq}: {}", fault.sentence())]
pub struct Broken {
    /// The stream.
    pub stream: Stream,
    /// The place that should hold an entry and does not, or not the true one.
    pub seq: u64,
    /// What is wrong there.
    pub fault: Fault,
}

impl Fault {
    const fn sentence(self) -> &'static str {
        match self {
            Self::Missing => "the entry is missing",
            Self::Changed => "the entry was changed",
            Self::Foreign => "the entry belongs to another stream",
            Self::Truncated => "the stream was cut off",
        }
    }
}

/// Checks entries that follow `from`, in the order of their places, and answers the end they reach.
/// `known` is an end that was published or kept elsewhere: a stream that never reaches it was cut.
pub fn verify<'a>(
    from: Tail,
    entries: impl IntoIterator<Item = &'a Sealed>,
    known: Option<Tail>,
) -> Result<Tail, Broken> {
    let stream = from.stream;
    let broken = |seq, fault| Err(Broken { stream, seq, fault });
    let mut tail = from;
    for Sealed { entry, hash } in entries {
        let seq = tail.seq + 1;
        if entry.stream != stream {
            return broken(seq, Fault::Foreign);
        }
        if entry.seq != seq {
            return broken(seq, Fault::Missing);
        }
        if entry.v != 1 || hash_after(tail.hash, entry) != *hash {
            return broken(seq, Fault::Changed);
        }
        tail = Tail {
            stream,
            seq,
            hash: *hash,
        };
        if known.is_some_and(|known| known.seq == seq && known.hash != *hash) {
            return broken(seq, Fault::Changed);
        }
    }
    match known {
        Some(known) if known.seq > tail.seq => broken(tail.seq + 1, Fault::Truncated),
        Some(_) | None => Ok(tail),
    }
}
