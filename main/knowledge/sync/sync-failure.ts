import { unreachable } from '../../../shared/unreachable.ts';

/** Why a source was not taken. Nothing of it is in use then; the stored pack stays. */
export type SyncFailure =
  /** Network, share or stick is not there; nobody did anything wrong. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** A file that has to be there is not: half copied, or somebody holds it back. */
  | { readonly kind: 'missing'; readonly file: string }
  /** Length or hash differs from what was signed: half a file, a flipped bit, a changed file. */
  | { readonly kind: 'damaged'; readonly file: string }
  /** Fewer valid signatures than the threshold asks for. */
  | { readonly kind: 'unsigned'; readonly role: string }
  /** Rollback: a lower number than one that was trusted before. */
  | {
      readonly kind: 'older';
      readonly role: string;
      readonly known: number;
      readonly offered: number;
    }
  /** Freeze: nobody has confirmed that this is still the newest. */
  | { readonly kind: 'expired'; readonly role: string; readonly since: string }
  /** Metadata that contradict each other or the specification. */
  | { readonly kind: 'inconsistent'; readonly file: string }
  /** A role signs files that are not its own. */
  | { readonly kind: 'outsideDelegation'; readonly role: string; readonly path: string }
  /** The content is signed and yet no valid pack, or has entries of another municipality. */
  | { readonly kind: 'content'; readonly lines: readonly string[] }
  /** The trusted root that IT hands out is absent or broken. */
  | { readonly kind: 'noTrust'; readonly reason: string }
  | { readonly kind: 'storage'; readonly reason: string };

/** Failures that mean: somebody changed the pack, holds it back or signed wrongly. */
export function isRefusal({ kind }: SyncFailure): boolean {
  return kind !== 'unreachable' && kind !== 'storage' && kind !== 'noTrust';
}

/** One German sentence: what is wrong. What stays in use is said beside it. */
export function describeSyncFailure(failure: SyncFailure): string {
  switch (failure.kind) {
    case 'unreachable':
      return `Die Quelle ist nicht erreichbar: ${failure.reason}.`;
    case 'missing':
      return `Die Datei „${shortName(failure.file)}“ fehlt in der Quelle.`;
    case 'damaged':
      return `Die Datei „${shortName(failure.file)}“ ist unvollständig oder wurde verändert.`;
    case 'unsigned':
      return `Die Unterschriften für „${failure.role}“ reichen nicht oder stammen von einem fremden Schlüssel.`;
    case 'older':
      return `Die Quelle bietet für „${failure.role}“ die Nummer ${failure.offered} an, bekannt ist schon ${failure.known}: ein veralteter Stand.`;
    case 'expired':
      return `Die Angaben für „${failure.role}“ sind am ${germanTime(failure.since)} abgelaufen; niemand hat seither bestätigt, dass der Stand noch gilt.`;
    case 'inconsistent':
      return `Die Datei „${shortName(failure.file)}“ widerspricht den anderen Angaben der Quelle.`;
    case 'outsideDelegation':
      return `Der Schlüssel von „${failure.role}“ hat „${failure.path}“ unterschrieben, wofür er nicht zuständig ist.`;
    case 'content':
      return `Der Inhalt ist unterschrieben, aber fehlerhaft: ${failure.lines.slice(0, 5).join('; ')}${failure.lines.length > 5 ? ` und ${failure.lines.length - 5} weitere Fehler` : ''}.`;
    case 'noTrust':
      return `Die Vertrauensdatei (knowledgeRootFile) ist nicht brauchbar: ${failure.reason}.`;
    case 'storage':
      return `Das Wissenspaket lässt sich nicht speichern: ${failure.reason}.`;
    default:
      return unreachable(failure);
  }
}

/** The first digits of a hash are enough to find the file. */
function shortName(file: string): string {
  return file.replace(/[0-9a-f]{64}/g, (hash) => `${hash.slice(0, 8)}…`);
}

function germanTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat('de-DE', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  }).format(time);
}
