//! The short name people use for a case, drawn from its id, so that it tells nothing.

use sha2::{Digest, Sha256};

use crate::ids::ReferralId;

/// Crockford's base 32: no I, L, O, U.
pub(super) const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The reference of a referral: the first 8 Crockford symbols (40 bits) of SHA-256 over the 16
/// bytes of its id, shown as `7K3M-Q9XA`.
pub fn reference(id: ReferralId) -> String {
    let digest = Sha256::digest(id.as_uuid().as_bytes());
    let symbols = crockford(&digest[..5]);
    format!("{}-{}", &symbols[..4], &symbols[4..])
}

/// Bytes in Crockford's base 32, most significant bits first. The number of bits is a multiple of 5.
pub(super) fn crockford(bytes: &[u8]) -> String {
    let mut symbols = String::with_capacity(bytes.len() * 8 / 5);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            let index = usize::try_from((held >> bits) & 31).unwrap_or(0);
            symbols.push(char::from(CROCKFORD[index]));
        }
        held &= (1 << bits) - 1;
    }
    symbols
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_reference_has_two_groups_of_four_symbols_and_depends_on_the_id_alone() {
        let id = ReferralId::from_uuid(Uuid::from_u128(0x1111_1111_1111_4111_8111_1111_1111_1111));
        // SHA-256 of the 16 bytes begins with the five bytes spelled here
        let digest = Sha256::digest(id.as_uuid().as_bytes());
        let number = digest[..5]
            .iter()
            .fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
        let symbols: String = (0..8)
            .rev()
            .map(|at| char::from(CROCKFORD[usize::try_from((number >> (5 * at)) & 31).unwrap()]))
            .collect();
        assert_eq!(
            reference(id),
            format!("{}-{}", &symbols[..4], &symbols[4..])
        );
        assert_eq!(reference(id).len(), 9);
    }

    #[test]
    fn base_32_reads_the_bits_from_the_left() {
        assert_eq!(crockford(&[0xff, 0xff, 0xff, 0xff, 0xff]), "ZZZZZZZZ");
        assert_eq!(crockford(&[0, 0, 0, 0, 1]), "00000001");
        assert_eq!(crockford(&[0x80, 0, 0, 0, 0]), "G0000000");
    }
}
