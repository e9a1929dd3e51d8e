//! The German for what the exchange refuses.

/// English and German, numbers as `#`.
pub(super) const EXCHANGE: &[(&str, &str)] = &[
    (
        "a day from #-#-# to #-#-#; found is an earlier one",
        "ein Tag von #-#-# bis #-#-#; angegeben ist ein früherer",
    ),
    (
        "a day from #-#-# to #-#-#; found is a later one",
        "ein Tag von #-#-# bis #-#-#; angegeben ist ein späterer",
    ),
    (
        "a UUID, or `prt_` and # hexadecimal digits",
        "eine UUID, oder `prt_` und # Hexadezimalziffern",
    ),
    (
        "a grant is for a member's id or for `sheet:` and its number",
        "eine Schlüsselübergabe gilt der Kennung eines Mitglieds oder `sheet:` und dessen Nummer",
    ),
    (
        "the public JWK of a P-# key",
        "der öffentliche JWK eines P-#-Schlüssels",
    ),
    (
        "every announced part has to be there",
        "alle angekündigten Teile müssen da sein",
    ),
    (
        "every part is sealed to the keys that hold now",
        "jeder Teil ist für die Schlüssel verschlüsselt, die jetzt gelten",
    ),
    (
        "the destination can receive this kind now",
        "die Stelle kann diese Art jetzt empfangen",
    ),
    (
        "the legal gate is one of this kind",
        "die Rechtsgrundlage gehört zu dieser Art",
    ),
    (
        "too many were sent within an hour",
        "in einer Stunde wurde zu viel gesendet",
    ),
    (
        "at least one problem is named",
        "mindestens ein Grund ist genannt",
    ),
    (
        "the case has to be open to you",
        "der Vorgang muss für Sie freigegeben sein",
    ),
    (
        "the receipt is signed with your certified key",
        "die Eingangsbestätigung ist mit Ihrem bescheinigten Schlüssel unterschrieben",
    ),
    (
        "the receipt names exactly the parts that are here",
        "die Eingangsbestätigung nennt genau die Teile, die hier liegen",
    ),
    (
        "the reason is one for this kind and this act",
        "der Grund passt zu dieser Art und zu diesem Schritt",
    ),
    (
        "the outcome is one for this kind",
        "das Ergebnis passt zu dieser Art",
    ),
    (
        "another organisation that can receive this kind now",
        "eine andere Einrichtung, die diese Art jetzt empfangen kann",
    ),
    (
        "somebody has to be given the case first",
        "der Vorgang muss zuerst jemandem zugewiesen werden",
    ),
    (
        "the consent was taken back, so work has to stop",
        "die Einwilligung wurde zurückgenommen, die Arbeit muss ruhen",
    ),
    (
        "a second member has to agree first",
        "zuerst muss eine zweite Person zustimmen",
    ),
    (
        "a member of your organisation who is not excluded from the case",
        "ein Mitglied Ihrer Einrichtung, das von diesem Vorgang nicht ausgeschlossen ist",
    ),
    (
        "another member than the one who has the case",
        "eine andere Person als die, die den Vorgang hat",
    ),
    (
        "the ciphertext of the three facts has # bytes",
        "die drei Angaben sind verschlüsselt genau # Bytes lang",
    ),
    (
        "a day that has come, at most # days before it was sent",
        "ein Tag bis heute, höchstens # Tage vor dem Absenden",
    ),
    (
        "the time for messages about this case is over",
        "die Zeit für Nachrichten zu diesem Vorgang ist vorbei",
    ),
    (
        "the legal gate of the case is consent",
        "die Rechtsgrundlage des Vorgangs ist die Einwilligung",
    ),
    (
        "the case rests because consent was taken back",
        "der Vorgang ruht, weil die Einwilligung zurückgenommen wurde",
    ),
    (
        "the law gives this sender the three facts",
        "das Gesetz gibt diesem Absender die drei Angaben",
    ),
    (
        "somebody else has to remain with the case",
        "eine andere Person muss beim Vorgang bleiben",
    ),
    (
        "a second member has to agree",
        "eine zweite Person muss zustimmen",
    ),
    (
        "once, and for at most # days",
        "einmal und für höchstens # Tage",
    ),
    (
        "the case is one of your organisation",
        "der Vorgang gehört zu Ihrer Einrichtung",
    ),
    (
        "the time for this has not come",
        "die Zeit dafür ist noch nicht gekommen",
    ),
    (
        "an envelope has at most # bytes",
        "ein Umschlag hat höchstens # Bytes",
    ),
    (
        "an envelope is one JSON object: no member twice, all numbers whole",
        "ein Umschlag ist ein JSON-Objekt: keine Angabe doppelt, alle Zahlen ganz",
    ),
    (
        "too much in the envelope",
        "im Umschlag steht eine Angabe, die nicht hineingehört",
    ),
    (
        "the member is not allowed for this kind of referral",
        "bei dieser Art ist die Angabe nicht erlaubt",
    ),
    (
        "the envelope is signed by a certified key of the sending organisation",
        "den Umschlag unterschreibt ein bescheinigter Schlüssel der sendenden Einrichtung",
    ),
    (
        "the kind of referral has other legal gates",
        "diese Art hat andere Rechtsgrundlagen",
    ),
    (
        "the legal gate is for other professions",
        "diese Rechtsgrundlage gilt für andere Berufe",
    ),
    (
        "the directory does not mark the sending organisation for this legal gate",
        "im Verzeichnis ist die sendende Einrichtung dafür nicht eingetragen",
    ),
    (
        "a predecessor is a referral of your own",
        "fortgesetzt wird nur ein eigener Vorgang",
    ),
    (
        "files cannot be attached in this version",
        "Dateien lassen sich noch nicht anhängen",
    ),
    (
        "the envelope announces each part once",
        "der Umschlag kündigt jeden Teil genau einmal an",
    ),
    (
        "a part has at most # bytes",
        "ein Teil hat höchstens # Bytes",
    ),
    (
        "a part is a JWE in general JSON serialization with exactly five members",
        "ein Teil ist ein JWE in allgemeiner JSON-Form mit genau fünf Angaben",
    ),
    (
        "the algorithm is not the one of the profile or of the registered key",
        "das Verfahren ist nicht das des Profils oder des hinterlegten Schlüssels",
    ),
    (
        "the ciphertext has one of the eight padded sizes, and one that fits its role",
        "der verschlüsselte Text hat eine der acht festen Größen, passend zu seiner Rolle",
    ),
    (
        "the part is sealed to a key that was replaced",
        "der Teil ist für einen ersetzten Schlüssel verschlüsselt",
    ),
    (
        "the part is not sealed to exactly the expected keys",
        "der Teil ist nicht für genau die erwarteten Schlüssel verschlüsselt",
    ),
    (
        "there is no such organisation",
        "diese Einrichtung gibt es nicht",
    ),
    ("the sender has no keys", "der Absender hat keine Schlüssel"),
    (
        "the organisation was not verified",
        "die Einrichtung ist nicht geprüft",
    ),
    (
        "this kind of referral goes to youth offices only",
        "diese Art geht nur an Jugendämter",
    ),
    (
        "the organisation was not granted to receive this kind of referral",
        "die Einrichtung ist für den Empfang dieser Art nicht freigeschaltet",
    ),
    (
        "the organisation has no keys",
        "die Einrichtung hat keine Schlüssel",
    ),
    (
        "the organisation's keys cannot be verified",
        "die Schlüssel der Einrichtung lassen sich nicht prüfen",
    ),
    (
        "the organisation has no chain of keys that holds",
        "die Einrichtung hat keine Kette von Schlüsseln, die hält",
    ),
    (
        "the organisation's newest key has run out",
        "der neueste Schlüssel der Einrichtung ist abgelaufen",
    ),
    (
        "the organisation has no key holder",
        "in der Einrichtung verwaltet niemand die Schlüssel",
    ),
    (
        "the organisation has no two ways to open what it receives",
        "die Einrichtung hat keine zwei Wege, ihre Post zu öffnen",
    ),
    (
        "nobody in the organisation would see what arrives",
        "in der Einrichtung würde niemand sehen, was ankommt",
    ),
    (
        "the first announcement that does not hold is number #",
        "die erste Ankündigung, die nicht hält, ist Nummer #",
    ),
    (
        "somebody announced this epoch in between",
        "inzwischen hat jemand diesen Schlüssel schon angekündigt",
    ),
    (
        "a compact signed token is allowed",
        "erlaubt ist ein kompaktes unterschriebenes Token",
    ),
    (
        "the header of the token holds exactly alg, kid and typ",
        "der Kopf des Tokens enthält genau alg, kid und typ",
    ),
    (
        "the token is signed with ES#",
        "das Token ist mit ES# unterschrieben",
    ),
    (
        "the token is of another type",
        "das Token ist von anderer Art",
    ),
    (
        "the token is signed by a key that may not sign it",
        "das Token ist mit einem Schlüssel unterschrieben, der das nicht darf",
    ),
    (
        "the signature does not hold",
        "die Unterschrift stimmt nicht",
    ),
    (
        "the payload of the token has exactly the members of its type",
        "der Inhalt des Tokens hat genau die Angaben seiner Art",
    ),
    (
        "the certificate is by another organisation",
        "die Bescheinigung stammt von einer anderen Einrichtung",
    ),
    (
        "the certificate is by a key that was not in force",
        "die Bescheinigung stammt von einem Schlüssel, der nicht galt",
    ),
    (
        "a certificate lives at most # days",
        "eine Bescheinigung gilt höchstens # Tage",
    ),
    (
        "a member is a holder or a reader",
        "ein Mitglied ist holder oder reader",
    ),
    (
        "a member has two keys of their own",
        "ein Mitglied hat zwei eigene Schlüssel",
    ),
    (
        "it is signed with a key that was replaced",
        "sie ist mit einem ersetzten Schlüssel unterschrieben",
    ),
    (
        "it is for nobody of this organisation",
        "sie gilt niemandem in dieser Einrichtung",
    ),
    (
        "the endorsement is about another key",
        "die Bestätigung gilt einem anderen Schlüssel",
    ),
    (
        "a digest has # characters of base#url",
        "eine Prüfsumme hat # Zeichen in base#url",
    ),
    (
        "there is no such epoch",
        "diesen Schlüssel mit dieser Nummer gibt es nicht",
    ),
    (
        "the proof is not the one inside the grant",
        "der Nachweis ist nicht der aus der Schlüsselübergabe",
    ),
    (
        "a new sheet has the next number and a key of its own",
        "ein neues Blatt hat die nächste Nummer und einen eigenen Schlüssel",
    ),
    ("a compact JWE is allowed", "erlaubt ist ein kompaktes JWE"),
    (
        "a vault is wrapped with Argon#id, # MiB, # passes, and a passphrase comes first",
        "ein Tresor ist mit Argon#id, # MiB, # Durchläufen verschlossen, und zuerst mit einer Passphrase",
    ),
];

#[cfg(test)]
mod tests;
