/**
 * How the PBX of a scenario tells which number was dialled. Real ones differ; an agent and a test meet
 * every way that the line resolution understands.
 */
export type Arrival =
  /** The configured header (X-Dialed-Number). */
  | 'dialedNumberHeader'
  /** RFC 7044: oldest entry first. */
  | 'historyInfo'
  /** RFC 5806: two hops, newest first. */
  | 'diversion'
  /** Only a prefix before the caller's name: "Wedel: …". */
  | 'displayPrefix'
  /** A number that no line has: all lines are offered. */
  | 'unknownNumber';

/** One practice call. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** Line id of the knowledge pack. */
  readonly line: string;
  readonly arrival: Arrival;
  /** E.164; null: suppressed (CLIR). */
  readonly callerNumber: string | null;
  /** Display name as the network would send it. */
  readonly callerName: string | null;
  /** What the caller says; spoken in assets/practice/<id>.ogg. */
  readonly question: string;
  /** Milliseconds from answer to the caller's hang-up. */
  readonly talkMs: number;
}

const patient = 120_000;
const inAHurry = 10_000;

/**
 * Caller numbers are from the block (0)40 66969-000 to -999, which the Bundesnetzagentur keeps free for
 * media (Mitteilung 148/2021): they never reach anybody.
 */
export const scenarios: readonly Scenario[] = [
  {
    id: 'wedel-personalausweis',
    title: 'Stadt Wedel: Personalausweis verloren',
    line: 'stadt-wedel',
    arrival: 'dialedNumberHeader',
    callerNumber: '+494066969101',
    callerName: 'Frau Petersen',
    question:
      'Guten Tag, Petersen aus Wedel. Ich habe meinen Personalausweis verloren. Was muss ich denn jetzt machen, und was soll ich mitbringen?',
    talkMs: patient,
  },
  {
    id: 'pinneberg-hund',
    title: 'Stadt Pinneberg: Hund anmelden',
    line: 'stadt-pinneberg',
    arrival: 'diversion',
    callerNumber: '+494066969102',
    callerName: 'Herr Yılmaz',
    question:
      'Moin, wir haben seit letzter Woche einen Hund und wohnen in Pinneberg. Muss ich den bei Ihnen anmelden, und was kostet das im Jahr?',
    talkMs: patient,
  },
  {
    id: 'elmshorn-ummelden',
    title: 'Stadt Elmshorn: Nach dem Umzug ummelden',
    line: 'stadt-elmshorn',
    arrival: 'historyInfo',
    callerNumber: '+494066969103',
    callerName: null,
    question:
      'Hallo, ich bin gerade nach Elmshorn gezogen. Bis wann muss ich mich ummelden, und brauche ich dafür einen Termin?',
    talkMs: patient,
  },
  {
    id: 'kreis-fuehrerschein',
    title: 'Kreis Pinneberg: Alten Führerschein umtauschen',
    line: 'kreis-pinneberg',
    arrival: 'dialedNumberHeader',
    callerNumber: '+494066969104',
    callerName: 'Herr Andresen',
    question:
      'Guten Morgen, ich habe noch den grauen Lappen. Wie tausche ich meinen Führerschein um, und bis wann muss das passieren?',
    talkMs: patient,
  },
  {
    id: 'abfall-sperrmuell',
    title: 'Abfall: Sperrmüll abholen lassen',
    line: 'abfall',
    arrival: 'displayPrefix',
    callerNumber: '+494066969105',
    callerName: 'Frau Schröder',
    question:
      'Guten Tag, ich möchte ein altes Sofa und einen Schrank loswerden. Wie melde ich Sperrmüll an, und wann kommt der Wagen?',
    talkMs: patient,
  },
  {
    id: '115-reisepass',
    title: '115: Reisepass für ein Kind',
    line: 'behoerdennummer-115',
    arrival: 'historyInfo',
    callerNumber: '+494066969106',
    callerName: null,
    question:
      'Schönen guten Tag, ich rufe aus Schenefeld an. Wir fliegen im Sommer weg, und meine Tochter braucht einen Reisepass. Wie lange dauert das?',
    talkMs: patient,
  },
  {
    id: '115-kurz',
    title: '115: Anrufer in Eile legt bald auf',
    line: 'behoerdennummer-115',
    arrival: 'dialedNumberHeader',
    callerNumber: '+494066969107',
    callerName: 'Herr Kowalski',
    question:
      'Ja hallo, ganz kurz nur, ich habe gleich einen Termin. Wo beantrage ich in Quickborn ein Führungszeugnis?',
    talkMs: inAHurry,
  },
  {
    id: 'kreis-unbekannt',
    title: 'Unbekannte Nummer: Auto zulassen',
    line: 'kreis-pinneberg',
    arrival: 'unknownNumber',
    callerNumber: '+494066969108',
    callerName: null,
    question:
      'Guten Tag, ich habe ein gebrauchtes Auto gekauft und möchte es zulassen. Welche Unterlagen brauche ich, und geht das auch online?',
    talkMs: patient,
  },
  {
    id: 'elmshorn-unterdrueckt',
    title: 'Stadt Elmshorn: Geburtsurkunde, Nummer unterdrückt',
    line: 'stadt-elmshorn',
    arrival: 'dialedNumberHeader',
    callerNumber: null,
    callerName: null,
    question:
      'Guten Tag, mein Sohn ist in Elmshorn geboren, und ich brauche noch einmal eine Geburtsurkunde. Kann ich die bei Ihnen bestellen?',
    talkMs: patient,
  },
  {
    id: 'wedel-markup',
    title: 'Stadt Wedel: Wohngeld, Anrufername mit Markup',
    line: 'stadt-wedel',
    arrival: 'diversion',
    callerNumber: '+494066969109',
    // What a prankster's phone may send: the card must show it as text.
    callerName: '<img src=x onerror=alert(1)> Müller',
    question:
      'Hallo, meine Miete ist gestiegen, und mir wurde gesagt, ich könnte Wohngeld bekommen. Wo stelle ich den Antrag in Wedel?',
    talkMs: patient,
  },
];
