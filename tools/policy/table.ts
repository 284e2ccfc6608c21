import { settingFacts, settingGroups, settingKeys } from '../../shared/settings/setting-facts.ts';
import type { SettingGroup, SettingKey } from '../../shared/settings/setting-facts.ts';
import { settingTexts, valueLabels } from '../../shared/settings/setting-texts.ts';
import { settingsDefaults } from '../../shared/settings/settings.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { kindOf } from './kind.ts';

const texts = settingTexts('de');
const defaults: Readonly<Record<string, unknown>> = settingsDefaults;

/** All settings for IT, in German Markdown. */
export function settingsDocument(): string {
  return `# Vorgaben

Dieses Dokument entsteht aus dem Programm (\`npm run policy -- --write\`), ebenso das JSON-Schema und die
Vorlagen für Gruppenrichtlinien in \`assets/policy/\`; im installierten Programm liegen sie unter
\`resources/policy/\`.

Es gilt je Schlüssel: Richtlinie vor Einstellung am Platz vor Vorgabe des Programms. Was eine Richtlinie setzt,
ist im Fenster gesperrt und mit seiner Herkunft angezeigt. Ein falscher Wert macht die übrigen nicht ungültig.
**Das Kennwort ist keine Einstellung** und gehört in keine Datei.

## Linux und alle anderen: eine Datei

\`/etc/amtsdraht/policy.json\`, oder \`--policy DATEI\` für das, was der Rechner offen lässt. Mit \`"$schema"\` prüft ein Editor beim Schreiben:

\`\`\`json
{
  "$schema": "/opt/Amtsdraht/resources/policy/amtsdraht-policy.schema.json",
  "account": { "registrars": ["wss://pbx.example:8089/ws"], "user": "platz1" },
  "language": "de"
}
\`\`\`

## Windows: Gruppenrichtlinie

\`Amtsdraht.admx\` und die Ordner \`de-DE\` und \`en-US\` kommen in den zentralen Speicher
(\`\\\\DOMÄNE\\SYSVOL\\DOMÄNE\\Policies\\PolicyDefinitions\`) oder nach \`C:\\Windows\\PolicyDefinitions\`. Die
Richtlinien stehen dann unter Computerkonfiguration, Administrative Vorlagen, Amtsdraht. Für Intune eignet sich
die Datei ebenso (ADMX importieren). **Auf einem Windows sind die Vorlagen noch nicht erprobt**; geprüft ist, dass
sie in sich stimmen und dass das Programm jeden Wert, den sie schreiben, richtig liest.

Geschrieben wird nach \`HKEY_LOCAL_MACHINE\\Software\\Policies\\Amtsdraht\`, je Schlüssel ein Wert:

| Inhalt | Art des Wertes |
| --- | --- |
| ja oder nein | \`REG_DWORD\` 1 oder 0 |
| Zahl | \`REG_DWORD\` |
| Auswahl, Text | \`REG_SZ\` oder \`REG_EXPAND_SZ\` |
| Liste | \`REG_MULTI_SZ\`, ein Eintrag je Zeile |
| JSON | \`REG_MULTI_SZ\` oder \`REG_SZ\` |

Pfade sind dort ganz anzugeben (ab Laufwerk oder Wurzel, gern mit \`%ProgramData%\` und dergleichen), ebenso in Vorgaben vom Server; in einer Datei zählen sie sonst
von deren Ordner an. Gelesen wird mit \`reg.exe\`: Verbietet eine Richtlinie die Werkzeuge der Registrierung („Zugriff
auf Programme zum Bearbeiten der Registrierung verhindern“), so sagt das Fenster, dass keine Vorgaben gelten; nehmen Sie
dann \`--policy DATEI\` im Aufruf.

${settingGroups.map(section).join('\n\n')}
`;
}

function section(group: SettingGroup): string {
  const keys = settingKeys.filter((key) => settingFacts[key].group === group);
  const structured = keys.filter((key) => ['json', 'list'].includes(kindOf(key).kind));
  const examples = Object.fromEntries(structured.map((key) => [key, settingFacts[key].example]));
  return [
    `## ${texts.groups[group]}\n`,
    '| Schlüssel | Wirkung | Werte | ohne Vorgabe |',
    '| --- | --- | --- | --- |',
    ...keys.map(row),
    ...(structured.length === 0
      ? []
      : ['\nBeispiel:\n', '```json', JSON.stringify(examples, null, 2), '```']),
  ].join('\n');
}

function row(key: SettingKey): string {
  const { name, text } = texts.settings[key];
  const cell = (content: string): string => content.replaceAll('|', '\\|');
  const fallback = Object.hasOwn(defaults, key) ? `\`${JSON.stringify(defaults[key])}\`` : '–';
  return `| \`${key}\` | **${cell(name)}.** ${cell(text)} | ${cell(values(key))} | ${cell(fallback)} |`;
}

function values(key: SettingKey): string {
  const kind = kindOf(key);
  switch (kind.kind) {
    case 'switch':
      return '`true`, `false`';
    case 'number':
      return `${kind.minimum} bis ${kind.maximum}`;
    case 'choice':
      return kind.values
        .map((value) => `\`${value}\`: ${valueLabels(texts, key)?.[value] ?? ''}`)
        .join('<br>');
    case 'text':
      return 'Text';
    case 'list':
      return 'Liste';
    case 'json':
      return 'JSON';
    default:
      return unreachable(kind);
  }
}
