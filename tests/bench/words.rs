//! What the generated network is made of: words of the field, put together by chance.

/// How bodies begin their names; the place follows.
pub(crate) const BODIES: &[&str] = &[
    "Sozialwerk",
    "Familienzentrum",
    "Jugendhilfeverbund",
    "Beratungsverein",
    "Kinderhilfe",
    "Mehrgenerationenhaus",
    "Nachbarschaftshilfe",
    "Erziehungshilfe",
    "Frauen- und Kinderschutzverein",
    "Kinder- und Jugendzentrum",
    "Verein für Frühförderung",
    "Suchthilfe",
    "Elternwerkstatt",
    "Integrationshilfe",
    "Praxisverbund",
    "Opferhilfe",
];

/// Sentences for descriptions.
pub(crate) const SENTENCES: &[&str] = &[
    "Wir beraten Eltern, Großeltern und andere Bezugspersonen.",
    "Familienhebammen begleiten junge Familien im ersten Lebensjahr.",
    "Fachkräfte aus Kindertagesstätten und Schulen erhalten Rat bei gewichtigen Anhaltspunkten.",
    "Insoweit erfahrene Fachkräfte unterstützen die Gefährdungseinschätzung.",
    "Kinder und Jugendliche können auch allein kommen.",
    "Das Gespräch ist vertraulich, auf Wunsch ohne Namen.",
    "Termine werden telefonisch vereinbart, in der offenen Sprechstunde geht es ohne.",
    "Bei Trennung und Scheidung helfen wir, gute Regeln für den Umgang zu finden.",
    "Gruppen für Kinder psychisch kranker Eltern treffen sich jede Woche.",
    "Gruppen für Kinder aus suchtbelasteten Familien beginnen im Frühjahr und im Herbst.",
    "Wir kommen nach Hause, wenn der Weg zu weit ist.",
    "Dolmetscherinnen und Dolmetscher werden nach Absprache hinzugezogen.",
    "Nach häuslicher Gewalt vermitteln wir in Schutzwohnungen und zur Interventionsstelle.",
    "Verletzungen können gerichtsfest dokumentiert werden, auch ohne Anzeige.",
    "Schreibabys, Schlafprobleme und Fütterstörungen sind bei uns Alltag.",
    "Ein Kurs stärkt die Erziehungskompetenz nach einem erprobten Programm.",
    "Für Schwangere in schwierigen Lagen gibt es Hilfe bei Anträgen.",
    "Jugendliche finden Unterstützung beim Weg in Ausbildung und eigene Wohnung.",
    "Pflegefamilien werden vorbereitet, begleitet und fortgebildet.",
    "Das Angebot ersetzt keine ärztliche Behandlung.",
    "Wir arbeiten im Netzwerk Frühe Hilfen und im Bündnis Kinderschutz mit.",
    "Schutzkonzepte für Vereine und Einrichtungen werden gemeinsam entwickelt.",
    "Im Notfall nennen wir den Weg zur Bereitschaft des Jugendamtes.",
    "Präventionsprojekte gegen sexualisierte Gewalt gehen in Klassen und Gruppen.",
];

/// Streets.
pub(crate) const STREETS: &[&str] = &[
    "Am Markt",
    "Bahnhofstraße",
    "Lange Straße",
    "Mühlenstraße",
    "Schulstraße",
    "Dorfstraße",
    "Rostocker Chaussee",
    "Am Wall",
    "Parkweg",
    "Hafenstraße",
];

/// Weekly hours of offices, as spans of Monday to Friday.
pub(crate) const WEEKS: &[[&[&str]; 5]] = &[
    [
        &["09:00-12:00"],
        &["09:00-12:00", "13:00-18:00"],
        &[],
        &["09:00-12:00", "13:00-16:00"],
        &["09:00-12:00"],
    ],
    [
        &["08:00-16:00"],
        &["08:00-16:00"],
        &["08:00-16:00"],
        &["08:00-18:00"],
        &["08:00-13:00"],
    ],
    [
        &[],
        &["10:00-12:00", "14:00-17:30"],
        &[],
        &["14:00-18:00"],
        &[],
    ],
    [
        &["07:30-15:30"],
        &["07:30-15:30"],
        &["07:30-15:30"],
        &["07:30-15:30"],
        &["07:30-12:00"],
    ],
];
