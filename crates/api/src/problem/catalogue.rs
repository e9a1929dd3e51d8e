//! The table: code, HTTP status, a German and an English sentence.

use actix_web::http::StatusCode;

use crate::middleware::request::Tongue;

macro_rules! catalogue {
    ($( $(#[$doc:meta])* $name:ident = $slug:literal, $status:literal, $german:literal, $english:literal; )+) => {
        /// The codes of all problems. Each has one name in two spellings: `version-conflict` in
        /// problem documents, `VERSION_CONFLICT` in GraphQL.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $( $(#[$doc])* $name, )+ }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code in lower case with hyphens.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),+ }
            }

            const fn status_number(self) -> u16 {
                match self { $(Self::$name => $status),+ }
            }

            /// The sentence for the person who reads it.
            pub const fn sentence(self, tongue: Tongue) -> &'static str {
                match (self, tongue) {
                    $( (Self::$name, Tongue::German) => $german, (Self::$name, Tongue::English) => $english, )+
                }
            }
        }
    };
}

catalogue! {
    /// The request is not understood at all: no JSON, a parameter of the wrong type.
    Malformed = "malformed", 400,
        "Die Anfrage ist nicht lesbar.", "The request cannot be read.";
    /// A list of GraphQL operations in one request.
    BatchRefused = "batch-refused", 400,
        "Bitte nur eine GraphQL-Operation je Anfrage senden.", "Send one GraphQL operation per request.";
    /// The GraphQL document has a syntax error.
    GraphqlSyntax = "graphql-syntax", 400,
        "Das GraphQL-Dokument hat einen Schreibfehler.", "The GraphQL document has a syntax error.";
    /// The GraphQL document does not fit the schema.
    GraphqlInvalid = "graphql-invalid", 400,
        "Das GraphQL-Dokument passt nicht zum Schema.", "The GraphQL document does not fit the schema.";
    /// The GraphQL document asks for too much at once.
    TooComplex = "too-complex", 400,
        "Die Abfrage ist zu groß. Bitte in kleinere Abfragen teilen.",
        "The query asks for too much at once. Split it into smaller ones.";
    /// A key for repeating safely belongs to exactly one mutation.
    IdempotencyOneMutation = "idempotency-one-mutation", 400,
        "Mit Idempotency-Key ist genau eine Mutation je Anfrage möglich.",
        "A request with Idempotency-Key holds exactly one root mutation field.";
    /// What creates or moves a referral has to carry a key for repeating safely.
    IdempotencyKeyRequired = "idempotency-key-required", 400,
        "Bitte einen Idempotency-Key mitsenden.", "Send an Idempotency-Key with this.";
    /// The key for repeating safely is no UUID.
    IdempotencyKeyInvalid = "idempotency-key-invalid", 400,
        "Idempotency-Key muss eine UUID sein.", "Idempotency-Key has to be a UUID.";
    /// Nobody is signed in, the session has ended, or the token is not valid.
    Unauthenticated = "unauthenticated", 401,
        "Bitte melden Sie sich an.", "Please sign in.";
    /// Login or password are wrong, or the account cannot sign in now: one answer for all.
    SignInRefused = "sign-in-refused", 401,
        "Die Anmeldung hat nicht geklappt. Bitte prüfen Sie Anmeldename und Passwort.",
        "Signing in did not work. Please check login and password.";
    /// The actor may know of it, but not do this.
    Forbidden = "forbidden", 403,
        "Dafür fehlt Ihnen die Berechtigung.", "You are not allowed to do this.";
    /// A request with a session cookie that does not come from our own pages.
    CrossSite = "cross-site", 403,
        "Die Sitzung gilt nur auf den Seiten dieses Dienstes.",
        "The session cookie works on the pages of this service only.";
    /// It does not exist, or the actor may not know that it does.
    NotFound = "not-found", 404,
        "Das gibt es hier nicht.", "There is nothing here.";
    /// The address exists, the method does not.
    MethodNotAllowed = "method-not-allowed", 405,
        "Diese Adresse kennt diese Methode nicht.", "This address does not know this method.";
    /// None of the media types asked for can be given.
    NotAcceptable = "not-acceptable", 406,
        "Keines der gewünschten Formate ist möglich.", "None of the media types asked for is available.";
    /// It was there and has ended.
    Gone = "gone", 410,
        "Das gibt es nicht mehr.", "This is gone.";
    /// Somebody else changed the record in the meantime.
    VersionConflict = "version-conflict", 412,
        "Jemand hat den Eintrag inzwischen geändert.", "Somebody has changed the record in the meantime.";
    /// The body is larger than allowed.
    TooLarge = "too-large", 413,
        "Die Anfrage ist zu groß.", "The request is too large.";
    /// The body is not of a type that is read here.
    UnsupportedMediaType = "unsupported-media-type", 415,
        "Bitte JSON senden (Content-Type: application/json).", "Send JSON (Content-Type: application/json).";
    /// A field of the input holds something not allowed.
    Invalid = "invalid", 422,
        "Einige Angaben sind nicht gültig.", "Some of the input is not valid.";
    /// An edit has to name the version it was made from.
    VersionRequired = "version-required", 428,
        "Bitte die gelesene Version mit If-Match nennen.", "Name the version you have read in If-Match.";
    /// The directory is not in memory yet: a service that has just started knows nothing, and says so.
    Starting = "starting", 503,
        "Der Dienst startet gerade. Bitte gleich noch einmal versuchen. Im Notfall: 112.",
        "The service is starting. Please try again in a moment. In an emergency: 112.";
    /// Storage is out of reach, or too much is asked of it.
    Unavailable = "unavailable", 503,
        "Das geht gerade nicht. Bitte gleich noch einmal versuchen. Im Notfall: 112.",
        "This does not work at the moment. Please try again shortly. In an emergency: 112.";
    /// Too many requests or attempts.
    RateLimited = "rate-limited", 429,
        "Das waren zu viele Versuche. Bitte warten Sie etwas.", "Too many attempts. Please wait a little.";
    /// The action is not possible in the state the referral is in.
    TransitionNotAllowed = "transition-not-allowed", 409,
        "Das geht in diesem Stand nicht.", "This is not possible in this state.";
    /// The law gives this sender no more than the receipt.
    FeedbackNotPermitted = "feedback-not-permitted", 403,
        "Hier ist nur die Eingangsbestätigung zulässig.", "The law gives this sender no more than the receipt.";
    /// Not everything holds that the action needs.
    GuardFailed = "guard-failed", 422,
        "Dafür fehlt noch eine Voraussetzung.", "Something that this needs does not hold yet.";
    /// Not an envelope of the profile.
    EnvelopeMalformed = "envelope-malformed", 422,
        "Der Umschlag ist nicht lesbar.", "The envelope cannot be read.";
    /// The server must not be told this.
    FieldNotAllowed = "field-not-allowed", 422,
        "Diese Angabe gehört nicht auf den Umschlag.", "This must not be said here.";
    /// The legal gate is not open to this sender.
    GateNotAllowed = "gate-not-allowed", 422,
        "Diese Rechtsgrundlage passt nicht zum Absender.", "This legal gate is not open to the sender.";
    /// A signature does not hold.
    SignatureInvalid = "signature-invalid", 422,
        "Die Unterschrift ist nicht gültig.", "The signature does not hold.";
    /// The kind cannot be sent in this version.
    KindNotOffered = "kind-not-offered", 422,
        "Diese Art wird noch nicht angeboten.", "This kind is not offered yet.";
    /// Not a JWE of the profile.
    JweMalformed = "jwe-malformed", 422,
        "Ein verschlüsselter Teil ist nicht lesbar.", "An encrypted part cannot be read.";
    /// A header has a member that is not allowed.
    JweHeaderNotAllowed = "jwe-header-not-allowed", 422,
        "Ein verschlüsselter Teil hat einen unzulässigen Kopf.", "An encrypted part has a header that is not allowed.";
    /// An algorithm that is not allowed.
    JweAlgorithmNotAllowed = "jwe-algorithm-not-allowed", 422,
        "Ein Teil ist mit einem unzulässigen Verfahren verschlüsselt.", "A part uses an algorithm that is not allowed.";
    /// The header says it belongs somewhere else.
    HeaderContextMismatch = "header-context-mismatch", 422,
        "Ein verschlüsselter Teil gehört nicht hierher.", "An encrypted part belongs somewhere else.";
    /// The ciphertext has a size that tells something.
    PaddingSizeNotAllowed = "padding-size-not-allowed", 422,
        "Ein verschlüsselter Teil hat eine unzulässige Größe.", "An encrypted part has a size that is not allowed.";
    /// Sealed to a key that was replaced.
    StaleKey = "stale-key", 422,
        "Der Schlüssel der Stelle hat sich geändert. Bitte neu verschlüsseln.", "The key was replaced. Encrypt it anew.";
    /// Sealed to other keys than expected.
    RecipientsMismatch = "recipients-mismatch", 422,
        "Die Empfänger passen nicht zu den Schlüsseln der Stelle.", "It is not sealed to exactly the expected keys.";
    /// The destination cannot receive this now.
    DestinationCannotReceive = "destination-cannot-receive", 422,
        "Diese Stelle kann das gerade nicht empfangen.", "The destination cannot receive this now.";
    /// The own organisation cannot send now.
    SenderNotReady = "sender-not-ready", 422,
        "Ihre Einrichtung kann gerade nicht senden.", "Your organisation cannot send now.";
    /// A referral with this id exists.
    IdExists = "id-exists", 409,
        "Diesen Vorgang gibt es schon.", "A referral with this id exists.";
    /// Another part has this id.
    PartDiffers = "part-differs", 409,
        "Diesen Teil gibt es schon mit anderem Inhalt.", "Another part has this id.";
    /// Announced parts have not arrived.
    PartsMissing = "parts-missing", 409,
        "Es fehlen noch angekündigte Teile.", "Announced parts are missing.";
    /// The announcement of a key does not follow the chain.
    ChainBroken = "chain-broken", 422,
        "Die Kette der Schlüssel hält nicht.", "The chain of keys does not hold.";
    /// The certificate does not hold.
    CertificateInvalid = "certificate-invalid", 422,
        "Die Bescheinigung ist nicht gültig.", "The certificate does not hold.";
    /// The endorsement does not hold.
    EndorsementInvalid = "endorsement-invalid", 422,
        "Die Bestätigung ist nicht gültig.", "The endorsement does not hold.";
    /// The grant does not hold.
    GrantInvalid = "grant-invalid", 422,
        "Die Schlüsselübergabe ist nicht gültig.", "The grant does not hold.";
    /// The vault is not one of the profile.
    VaultInvalid = "vault-invalid", 422,
        "Der Schlüsseltresor ist nicht gültig.", "The vault is not one of the profile.";
    /// A key that is needed first does not exist.
    KeyMissing = "key-missing", 409,
        "Dafür fehlt noch ein Schlüssel.", "A key that is needed first is missing.";
    /// The same request is being done.
    RequestInProgress = "request-in-progress", 409,
        "Diese Anfrage wird gerade bearbeitet.", "The same request is being done.";
    /// The key of idempotency was used for another request.
    IdempotencyKeyReused = "idempotency-key-reused", 422,
        "Dieser Idempotency-Key wurde schon für etwas anderes verwendet.",
        "This Idempotency-Key was used for another request.";
    /// Something of ours broke.
    Internal = "internal", 500,
        "Da ist bei uns etwas schiefgegangen. Bitte versuchen Sie es später noch einmal.",
        "Something went wrong on our side. Please try again later.";
}

impl Code {
    /// The HTTP status that goes with it.
    pub fn status(self) -> StatusCode {
        StatusCode::from_u16(self.status_number()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The code as GraphQL spells it, such as `VERSION_CONFLICT`.
    pub fn graphql(self) -> String {
        self.slug().replace('-', "_").to_uppercase()
    }

    /// The code with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.slug() == slug)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_code_has_one_name_a_status_and_two_sentences() {
        let slugs: BTreeSet<_> = Code::ALL.iter().map(|code| code.slug()).collect();
        assert_eq!(slugs.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(code.status().is_client_error() || code.status().is_server_error());
            assert_ne!(
                code.sentence(Tongue::German),
                code.sentence(Tongue::English)
            );
            assert_eq!(Code::from_slug(code.slug()), Some(*code));
        }
    }
}
