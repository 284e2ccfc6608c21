import type { Problem } from '../../shared/problem.ts';
import {
  settingsInForce,
  type Settings,
  type SettingsLayer,
} from '../../shared/settings/settings.ts';
import { openSettingsStore, readManaged, type PolicyReading } from '../settings/index.ts';
import { shortened } from './shortened.ts';

/** Settings in force and what went wrong while reading them. */
export interface Configuration {
  readonly settings: () => Settings;
  /** Keys that the policy has fixed. */
  readonly managed: readonly string[];
  /** What the policy and the user have set, and what of the policy is wrong. */
  readonly layers: () => {
    readonly source: string;
    readonly policy: SettingsLayer;
    readonly user: SettingsLayer;
    readonly wrong: readonly string[];
  };
  /** Changes the user's layer; managed keys are left out silently, the desk shows them as fixed. */
  readonly change: (changes: {
    readonly [Key in keyof SettingsLayer]?: SettingsLayer[Key] | null;
  }) => void;
  readonly problems: readonly Problem[];
}

/**
 * Policy over user over default. A broken policy or settings file leaves the application usable with
 * what can be read, and is told.
 * @param machine policy of this machine
 */
export function openConfiguration(folder: string, machine: PolicyReading): Configuration {
  const problems: Problem[] = [];
  const { layer: policyLayer, source, wrong } = readManaged(machine, folder);
  if (wrong.length > 0) problems.push({ code: 'policyBroken', detail: shortened(wrong) });
  const store = openSettingsStore(folder, new Date());
  if (store.broken !== null) problems.push({ code: 'settingsBroken', detail: store.broken });
  const managed = Object.keys(policyLayer);
  return {
    managed,
    layers: () => ({ source, policy: policyLayer, user: store.read(), wrong }),
    problems,
    settings: () => settingsInForce(store.read(), policyLayer),
    change: (changes) => {
      const free = Object.entries(changes).filter(([key]) => !managed.includes(key));
      store.change(Object.fromEntries(free));
    },
  };
}
