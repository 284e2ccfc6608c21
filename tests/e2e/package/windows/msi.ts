import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { capabilityComponents } from '../../../../tools/package/msi/capabilities.ts';
import { mustRun } from '../../../../tools/setup/run-command.ts';

/**
 * A package that Debian's wixl can make (electron-builder wants WiX itself): the program and, between the same
 * names as in electron-builder's project, our components.
 */
export async function buildMsi(
  folder: string,
  payload: string,
  autostart: boolean,
): Promise<string> {
  // wixl knows no conditions, no folder of a component, and takes 32 bits for granted; here the condition is decided beforehand.
  const components = capabilityComponents()
    .replaceAll(' Directory="APPLICATIONFOLDER"', ' Win64="yes"')
    .replace(/<Component Id="autostart"[^]*?<\/Component>/, (component) =>
      autostart ? component.replace(/<Condition>.*<\/Condition>/, '') : '',
    );
  await copyFile(payload, join(folder, 'Amtsdraht.exe'));
  const project = `<?xml version="1.0" encoding="UTF-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="*" Name="Amtsdraht" UpgradeCode="0D2E1B5A-58D8-4F7B-9B0C-6A2A4E0F7711" Version="1.0.0"
    Language="1033" Codepage="65001" Manufacturer="Amtsdraht">
    <Package Compressed="yes" InstallerVersion="500" InstallScope="perMachine"/>
    <Media Id="1" Cabinet="app.cab" EmbedCab="yes"/>
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="ProgramFiles64Folder">
        <Directory Id="APPLICATIONFOLDER" Name="Amtsdraht"/>
      </Directory>
    </Directory>
    <Feature Id="ProductFeature"><ComponentGroupRef Id="ProductComponents"/></Feature>
  </Product>
  <Fragment>
    <ComponentGroup Id="ProductComponents" Directory="APPLICATIONFOLDER">
      <Component Id="program" Win64="yes" Guid="4E6E7D0C-7A54-47C8-9F0B-0C0D7A6C1D20">
        <File Id="mainExecutable" Name="Amtsdraht.exe" Source="Amtsdraht.exe" KeyPath="yes"/>
      </Component>
      ${components}
    </ComponentGroup>
  </Fragment>
</Wix>
`;
  await writeFile(join(folder, 'project.wxs'), project);
  await mustRun('wixl', ['-a', 'x64', '-o', 'amtsdraht.msi', 'project.wxs'], { cwd: folder });
  return join(folder, 'amtsdraht.msi');
}
