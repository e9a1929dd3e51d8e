//! The signing keys of access tokens: a folder of PKCS#8 files that only the service may read.
//!
//! The newest file signs, all of them verify. `keys rotate` adds a file and removes those that no
//! living token can need any more; a running service notices that the folder has changed the next
//! time it signs, or meets a key id it does not know.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

use chrono::{DateTime, TimeDelta, Utc};
use domain::identity::ACCESS_FOR;
use domain::time::{Clock, IdMint};
use jsonwebtoken::jwk::{Jwk, JwkSet, KeyOperations, PublicKeyUse, ThumbprintHash};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use p256::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _, LineEnding};

/// The signing keys cannot be used. The reader is the operator.
#[derive(Debug, thiserror::Error)]
#[error("signing keys in {}: {why}", .dir.display())]
pub struct KeysError {
    dir: PathBuf,
    why: String,
}

/// One key pair.
pub(super) struct Pair {
    pub(super) kid: String,
    pub(super) sign: EncodingKey,
    pub(super) verify: DecodingKey,
    made_at: DateTime<Utc>,
    public: Jwk,
}

#[derive(Default)]
struct Ring {
    /// Newest first.
    pairs: Vec<Arc<Pair>>,
    seen: Option<SystemTime>,
}

/// The signing keys of one installation.
pub struct Keys {
    dir: PathBuf,
    ring: RwLock<Ring>,
}

impl Keys {
    /// Opens the folder; makes it, and a first key, where there is none.
    ///
    /// # Errors
    /// When the folder cannot be made or read, or a file in it is no key.
    pub fn open(dir: &Path, clock: &dyn Clock, mint: &dyn IdMint) -> Result<Self, KeysError> {
        let keys = Self {
            dir: dir.to_owned(),
            ring: RwLock::default(),
        };
        make_private_folder(dir).map_err(|error| keys.unusable(&error))?;
        keys.reload()?;
        if keys.newest().is_none() {
            keys.add(clock.now(), mint)?;
        }
        Ok(keys)
    }

    /// Adds a key that signs from now on. Keys whose last token has expired are removed.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn rotate(&self, clock: &dyn Clock, mint: &dyn IdMint) -> Result<String, KeysError> {
        let now = clock.now();
        let kid = self.add(now, mint)?;
        let pairs = self.pairs();
        // a key has signed until the next one was made; its last token lives ACCESS_FOR longer, and
        // instances that have not noticed the new key yet get a day
        for (newer, older) in pairs.iter().zip(pairs.iter().skip(1)) {
            if newer.made_at + ACCESS_FOR + TimeDelta::days(1) < now {
                fs::remove_file(self.dir.join(file_name(older.made_at, &older.kid)))
                    .map_err(|error| self.unusable(&error))?;
            }
        }
        self.reload()?;
        Ok(kid)
    }

    /// The public keys, for whoever wants to verify our tokens.
    pub fn public(&self) -> JwkSet {
        JwkSet {
            keys: self
                .pairs()
                .iter()
                .map(|pair| pair.public.clone())
                .collect(),
        }
    }

    /// The key that signs.
    pub(super) fn signing(&self) -> Option<Arc<Pair>> {
        self.reload_if_changed();
        self.newest()
    }

    /// The key with this id.
    pub(super) fn named(&self, kid: &str) -> Option<Arc<Pair>> {
        let find = || self.pairs().into_iter().find(|pair| pair.kid == kid);
        find().or_else(|| {
            self.reload_if_changed();
            find()
        })
    }

    fn newest(&self) -> Option<Arc<Pair>> {
        self.pairs().into_iter().next()
    }

    fn pairs(&self) -> Vec<Arc<Pair>> {
        self.ring
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .pairs
            .clone()
    }

    fn add(&self, now: DateTime<Utc>, mint: &dyn IdMint) -> Result<String, KeysError> {
        // the chance that 32 random bytes are no private key is below 2^-32: try again then
        let key = (0..8)
            .find_map(|_| p256::SecretKey::from_slice(&mint.secret()).ok())
            .ok_or_else(|| self.unusable(&"no usable randomness"))?;
        let pem = key
            .to_pkcs8_pem(LineEnding::LF)
            .map_err(|error| self.unusable(&error))?;
        let pair = Pair::new(&key, now).map_err(|error| self.unusable(&error))?;
        write_private_file(&self.dir.join(file_name(now, &pair.kid)), pem.as_bytes())
            .map_err(|error| self.unusable(&error))?;
        self.reload()?;
        Ok(pair.kid)
    }

    fn reload_if_changed(&self) {
        let seen = self
            .ring
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .seen;
        if modified(&self.dir) != seen
            && let Err(error) = self.reload()
        {
            tracing::error!(
                error = %error,
                "reading the signing keys again failed"
            );
        }
    }

    fn reload(&self) -> Result<(), KeysError> {
        let seen = modified(&self.dir);
        let mut pairs = Vec::new();
        for entry in fs::read_dir(&self.dir).map_err(|error| self.unusable(&error))? {
            let path = entry.map_err(|error| self.unusable(&error))?.path();
            if path.extension().is_none_or(|extension| extension != "pem") {
                continue;
            }
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let pair = read_pair(&path).map_err(|why| self.unusable(&format!("{name}: {why}")))?;
            pairs.push(Arc::new(pair));
        }
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.made_at));
        *self.ring.write().unwrap_or_else(PoisonError::into_inner) = Ring { pairs, seen };
        Ok(())
    }

    fn unusable(&self, why: &dyn std::fmt::Display) -> KeysError {
        KeysError {
            dir: self.dir.clone(),
            why: why.to_string(),
        }
    }
}

impl Pair {
    fn new(key: &p256::SecretKey, made_at: DateTime<Utc>) -> Result<Self, String> {
        let pem = key
            .to_pkcs8_pem(LineEnding::LF)
            .map_err(|error| error.to_string())?;
        let sign = EncodingKey::from_ec_pem(pem.as_bytes()).map_err(|error| error.to_string())?;
        let mut public =
            Jwk::from_encoding_key(&sign, Algorithm::ES256).map_err(|error| error.to_string())?;
        let kid = public
            .thumbprint(ThumbprintHash::SHA256)
            .map_err(|error| error.to_string())?;
        public.common.key_id = Some(kid.clone());
        public.common.public_key_use = Some(PublicKeyUse::Signature);
        public.common.key_operations = Some(vec![KeyOperations::Verify]);
        let verify = DecodingKey::from_jwk(&public).map_err(|error| error.to_string())?;
        Ok(Self {
            kid,
            sign,
            verify,
            made_at,
            public,
        })
    }
}

fn file_name(made_at: DateTime<Utc>, kid: &str) -> String {
    format!("{}-{kid}.pem", made_at.timestamp_micros())
}

fn read_pair(path: &Path) -> Result<Pair, String> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let made_at = stem
        .split_once('-')
        .and_then(|(micros, _)| DateTime::from_timestamp_micros(micros.parse().ok()?))
        .ok_or("the name of a key file starts with the instant of its making")?;
    let pem = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let key = p256::SecretKey::from_pkcs8_pem(&pem)
        .map_err(|_malformed| "it is no P-256 private key in PKCS#8 form".to_owned())?;
    Pair::new(&key, made_at)
}

fn modified(dir: &Path) -> Option<SystemTime> {
    fs::metadata(dir).and_then(|found| found.modified()).ok()
}

#[cfg(unix)]
fn make_private_folder(dir: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(dir)
}

#[cfg(not(unix))]
fn make_private_folder(dir: &Path) -> io::Result<()> {
    fs::create_dir_all(dir)
}

fn write_private_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(content)?;
    file.sync_all()
}
