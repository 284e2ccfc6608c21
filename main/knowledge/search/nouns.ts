import { fold } from './fold.ts';

const list = `
abend abfall abfuhr abgabe ablauf abmeldung abschleppen abschrift abwasser adresse akte alter amt änderung angelegenheit
anmeldung anschrift antrag anwohner anzeige apotheke arbeit arbeitgeber arbeitnehmer archiv arzt asyl aufenthalt auflage
aufnahme auftrag auskunft ausland ausländer ausweis auszug auto bad bahn baum bau bauer beamter bebauung bedarf befreiung
beglaubigung begleitung behandlung behinderung behinderte behörde beihilfe beistand beitrag belehrung beleuchtung bereich
bericht beruf bescheid bescheinigung beseitigung bestattung betreuung betrieb bewohner bewilligung bezirk bibliothek
bild bildung boden brand brief brücke buch bücherei bühne bund bürger bürgermeister büro bus bußgeld container daten denkmal
dienst dokument durchsuchung ehe eigentum einbürgerung eingang einkommen einwohner eltern energie entgelt entsorgung erbe
erklärung erlaubnis erschließung erteilung erziehung fähigkeit fahrer fahrrad fahrt fahrzeug familie feier ferien fest feuer
feuerwerk feuerwehr fischerei flagge flüchtling förderung formular forst foto frau freibad friedhof frist frühling führer
führung fund garten gas gaststätte gebäude gebiet gebühr geburt gehweg geld gemeinde genehmigung gericht geschäft geschenk
gesetz gesundheit getränk gewässer gewalt gewerbe glas glocke grab grün grund grundbuch grundstück gutachten gut hafen halle
halter haltung handel handwerk hand haupt haus haushalt hebamme heim heirat heizung herbst hilfe hof holz hund hunde hygiene
identität impfung industrie information insolvenz integration jagd jahr jubiläum jugend kampf kanal karte kasse katze keller
kennzeichen kfz kind kita kirche kläranlage klima konto kosten kraft krank kraftfahrzeug kreis krippe kultur kunst kunde kurs
laden lager land laub lärm lastenausgleich leben lebensmittel leistung lehrer liste lohn luft mahnung makler mangel mann
markt medien meldung melde miete mieter mitteilung monat müll museum musik mutter nachlass nachmittag nachname nachweis name
natur neben nennung nummer notar not nutzung obdach öffentlichkeit online ordnung ort papier park parken partner partnerschaft
pass patent person personal pflege pflicht pferd plakat plan platz polizei post prüfung quittung quartier rad rat rathaus
ratte raum recht register reinigung reise rente reparatur rettung ruhe sache sammlung satzung säule schaden schein schild
schiff schlüssel schließung schlichtung schlosser schmutz schornstein schrott schuld schuldner schule schüler schutz
schwanger schwangerschaft schwer schwimmbad see senior sicherheit sicherung sitzung sommer sonne sonder sorge sozial spende
sperre sperr spiel spielplatz sport sprache sprechstunde staat stadt stadtplan stand standesamt stein stelle sterbe sterbefall
steuer straße straf strand strauch streit strom studium stunde tag taxi teil telefon termin tier tod tonne transport
trauung umlage umschreibung umtausch umwelt umzug unfall unterhalt unterkunft unterlage unterricht unterschrift urkunde urlaub
urteil vater verband verbrauch verbrennung verein verfahren verkauf verkehr verlängerung verlust vermessung vermittlung
vermögen verpflichtung versammlung verschmutzung versicherung versorgung vertrag vertretung verwaltung verzeichnis verzicht
vollmacht vormund vormittag vorname vorrang vorschuss vorsorge wache waffe wahl wald wasser weg wehr weihnachten werbung werk
wert wertstoff widerspruch winter wirtschaft woche wohn wohngeld wohnort wohnsitz wohnung zahlung zahn zeichen zeit zentrum
zettel zeugnis zins zone zucht zug zulage zulassung zusage zuschlag zuschuss zustand zuständigkeit zweck zweit
angehörigkeit bank bearbeitung bestätigung betreiber elektro entwässerung feger funk geber gerät rest rund rundfunk titel
verbindung verbraucher vereinbarung wunsch zentrale öffnung
`;

/**
 * Folded nouns (and a few stems) that compounds of public administration are made of. Chosen by hand; the
 * words of the pack's own titles and synonyms come on top. Only words from this list may have three letters.
 */
export const nouns: readonly string[] = fold(list).trim().split(/\s+/);
