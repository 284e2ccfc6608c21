/** What the NSIS installer writes by assets/build/installer.nsh, for the MSI (always per machine). */
const progId = 'Amtsdraht.Rufnummer';
const progIdKey = `Software\\Classes\\${progId}`;
const ownScheme = String.raw`Software\Classes\amtsdraht`;
const capabilities = String.raw`Software\Amtsdraht\Capabilities`;
const program = '[APPLICATIONFOLDER]Amtsdraht.exe';
const description = 'Telefon und Wissensspeicher für kommunale Service-Center';

interface Value {
  readonly key: string;
  /** Absent: the default value of the key. */
  readonly name?: string;
  readonly value: string;
}

const values: readonly Value[] = [
  { key: progIdKey, value: 'Rufnummer' },
  { key: progIdKey, name: 'FriendlyTypeName', value: 'Rufnummer' },
  { key: progIdKey, name: 'URL Protocol', value: '' },
  { key: String.raw`${progIdKey}\DefaultIcon`, value: `${program},0` },
  {
    key: String.raw`${progIdKey}\shell\open\command`,
    value: `"${program}" "%1"`,
  },
  { key: ownScheme, value: 'URL:Amtsdraht' },
  { key: ownScheme, name: 'URL Protocol', value: '' },
  { key: String.raw`${ownScheme}\shell\open\command`, value: `"${program}" "%1"` },
  { key: capabilities, name: 'ApplicationName', value: 'Amtsdraht' },
  { key: capabilities, name: 'ApplicationDescription', value: description },
  { key: capabilities, name: 'ApplicationIcon', value: `${program},0` },
  ...['tel', 'sip', 'callto'].map((scheme) => ({
    key: String.raw`${capabilities}\URLAssociations`,
    name: scheme,
    value: progId,
  })),
  {
    key: String.raw`Software\RegisteredApplications`,
    name: 'Amtsdraht',
    value: capabilities,
  },
];

const autostart: Value = {
  key: String.raw`Software\Microsoft\Windows\CurrentVersion\Run`,
  name: 'Amtsdraht',
  value: `"${program}"`,
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const element = ({ key, name, value }: Value, keyPath: boolean): string => {
  const named = name === undefined ? '' : ` Name="${escape(name)}"`;
  const leads = keyPath ? ' KeyPath="yes"' : '';
  return `<RegistryValue Root="HKLM" Key="${escape(key)}"${named} Type="string" Value="${escape(value)}"${leads}/>`;
};

/**
 * Components for WiX: tel:, sip: and callto: as capabilities, amtsdraht:, and an autostart for
 * `msiexec /i … AUTOSTART=1`. Their numbers stay the same for ever: by them Windows finds what to remove.
 */
export function capabilityComponents(): string {
  return [
    '<Component Id="capabilities" Directory="APPLICATIONFOLDER" Guid="6B1D0E3A-6C0B-4F3B-9E0B-8A4A3F6E2C11">',
    ...values.map((value, index) => `  ${element(value, index === 0)}`),
    '</Component>',
    '<Component Id="autostart" Directory="APPLICATIONFOLDER" Guid="D2A7C9F4-1F57-4B8E-8C55-2B7E0C9D4E12">',
    '  <Condition>AUTOSTART = "1"</Condition>',
    `  ${element(autostart, true)}`,
    '</Component>',
  ].join('\n');
}

const place = /(<ComponentGroup Id="ProductComponents"[^>]*>)/;

/**
 * Puts the components into the project that electron-builder has made; it knows file types only.
 * @throws when the project has no such place: another electron-builder, look again
 */
export function withCapabilities(project: string): string {
  if (!place.test(project)) throw new Error('no ProductComponents in the WiX project');
  return project.replace(place, `$1\n${capabilityComponents().replaceAll('$', '$$$$')}\n`);
}
