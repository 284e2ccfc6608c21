import { expect, it } from 'vitest';
import { settingFacts, settingKeys } from '../../shared/settings/setting-facts.ts';
import { pathKeys, withAbsolutePaths, withoutRelativePaths } from './policy-paths.ts';

const relative = { ...Object.fromEntries(pathKeys.map((key) => [key, 'daten/x'])) };

it('knows every setting whose example is a path', () => {
  const paths = settingKeys.filter((key) => {
    const { example } = settingFacts[key];
    return typeof example === 'string' && /^(\/|~\/)/.test(example);
  });
  expect(paths.toSorted()).toEqual(pathKeys.toSorted());
});

it.each(pathKeys)('%s counts from the folder of the policy file', (key) => {
  expect(withAbsolutePaths({ [key]: 'daten/x' }, '/etc/amtsdraht')).toEqual({
    [key]: '/etc/amtsdraht/daten/x',
  });
  expect(withAbsolutePaths({ [key]: '/srv/x' }, '/etc/amtsdraht')).toEqual({ [key]: '/srv/x' });
});

it('leaves web servers, the home folder and drives as they are', () => {
  const layer = {
    passwordFile: '~/.kennwort',
    knowledgeSources: ['https://wissen.example/p', String.raw`\\server\wissen`, 'paket'],
  };
  expect(withAbsolutePaths(layer, '/etc/amtsdraht')).toEqual({
    passwordFile: '~/.kennwort',
    knowledgeSources: [
      'https://wissen.example/p',
      String.raw`\\server\wissen`,
      '/etc/amtsdraht/paket',
    ],
  });
});

it('where there is no folder, a relative path is wrong, and the rest stays in force', () => {
  const layer = { ...relative, knowledgeSources: ['https://a.example', 'paket'], theme: 'dark' };
  const judged = withoutRelativePaths({ layer: { ...layer, theme: 'dark' }, wrong: [] }, 'S');
  expect(judged.layer).toEqual({ theme: 'dark' });
  expect(judged.wrong).toHaveLength(pathKeys.length + 1);
  expect(judged.wrong[0]).toBe(
    'S: extraCaFile ist "daten/x". Erwartet: ein ganzer Pfad ab der Wurzel oder dem Laufwerk. Statt „extraCaFile“ gilt die Einstellung am Platz, sonst keine Vorgabe.',
  );
  const whole = {
    layer: { packFolder: String.raw`C:\Wissen`, practiceFolder: '/srv/u' },
    wrong: [],
  };
  expect(withoutRelativePaths(whole, 'S')).toEqual(whole);
});
