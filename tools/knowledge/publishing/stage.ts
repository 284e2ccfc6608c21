import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Metadata, Root, TargetFile, Targets, type Key } from '@tufjs/models';
import {
  delegatedPattern,
  indexFile,
  indexPath,
  indexSchema,
  type BlobRef,
  type PartArea,
} from '../../../main/knowledge/sync/format.ts';
import { parseJson } from '../../../main/knowledge/sync/content.ts';
import type { AreaRule, Plan, RoleRule } from './plan.ts';
import { topRoles } from './plan.ts';
import {
  clearStaged,
  readPublished,
  repositoryOf,
  writeAside,
  writeStaged,
  type PublishedFiles,
} from './repository.ts';
import { writePart, type PartSource } from './write-part.ts';

export const specVersion = '1.0.31';

/** A role that has to be signed before it can be published. */
export interface StagedRole {
  readonly role: string;
  readonly version: number;
  readonly expires: string;
  readonly threshold: number;
  readonly reason: 'new' | 'content' | 'keys' | 'expiry';
}

/**
 * Lays out what has changed since the last publication, ready to be signed. Content goes into the
 * repository at once: its files are named by their hash, and nobody reads them before a signature names
 * them.
 * @param sources parts that are given anew; the others stay as they are published
 */
export async function stageRoles(
  work: string,
  plan: Plan,
  sources: readonly PartSource[],
  now: Date,
): Promise<readonly StagedRole[]> {
  const published = await readPublished(repositoryOf(work));
  const written = new Map<PartArea, BlobRef>();
  for (const source of sources) {
    const before = await shardsOf(work, source.area, targetOf(published, plan, source.area));
    const part = writePart(source, before);
    for (const [file, bytes] of part.files) await writeAside(join(repositoryOf(work), file), bytes);
    written.set(source.area, part.index);
  }
  const indexOf = (area: PartArea): BlobRef | null =>
    written.get(area) ?? targetOf(published, plan, area);

  await clearStaged(work);
  const staging = new Staging(work, now);
  const root = await staging.root(plan, published);
  const targets = await staging.targets(plan, published, indexOf(null), root);
  for (const rule of plan.areas) await staging.area(rule, published, indexOf(rule.area), targets);
  return staging.staged;
}

class Staging {
  readonly staged: StagedRole[] = [];
  readonly #work: string;
  readonly #now: Date;

  constructor(work: string, now: Date) {
    this.#work = work;
    this.#now = now;
  }

  /** @returns the root that will be in force */
  async root({ roles }: Plan, { root }: PublishedFiles): Promise<Metadata<Root>> {
    const next = new Metadata(
      new Root({
        ...this.#head(root, roles.root),
        consistentSnapshot: true,
        keys: keysOf(Object.values(roles)),
        roles: Root.fromJSON(rootJson(roles, this.#now)).roles,
      }),
    );
    const reason =
      root !== null && !sameBut(root, next) ? 'keys' : this.#reason(root, next, roles.root, null);
    if (reason === null && root !== null) return root;
    await this.#stage('root', next, roles.root, reason ?? 'new');
    return next;
  }

  async targets(
    plan: Plan,
    { targets }: PublishedFiles,
    index: BlobRef | null,
    root: Metadata<Root>,
  ): Promise<Metadata<Targets>> {
    const rule = plan.roles.targets;
    const next = new Metadata(
      Targets.fromJSON({
        ...headJson(this.#head(targets, rule), 'targets'),
        targets: targetJson(null, index),
        delegations: {
          keys: Object.fromEntries(
            Object.entries(keysOf(plan.areas)).map(([id, key]) => [id, key.toJSON()]),
          ),
          roles: plan.areas.map(({ role, area, keys, threshold }) => ({
            name: role,
            keyids: keys.map(({ keyID }) => keyID),
            threshold,
            terminating: true,
            paths: [delegatedPattern(area)],
          })),
        },
      }),
    );
    const reason = this.#reason(targets, next, rule, () => {
      if (targets !== null) root.verifyDelegate('targets', targets);
    });
    if (reason === null && targets !== null) return targets;
    await this.#stage('targets', next, rule, reason ?? 'new');
    return next;
  }

  async area(
    rule: AreaRule,
    { areas }: PublishedFiles,
    index: BlobRef | null,
    targets: Metadata<Targets>,
  ): Promise<void> {
    const before = areas.get(rule.role) ?? null;
    // A town that has never published anything is not waited for.
    if (index === null) return;
    const json = {
      ...headJson(this.#head(before, rule), 'targets'),
      targets: targetJson(rule.area, index),
    };
    const next = new Metadata(Targets.fromJSON(json));
    const reason = this.#reason(before, next, rule, () => {
      if (before !== null) targets.verifyDelegate(rule.role, before);
    });
    if (reason !== null) await this.#stage(rule.role, next, rule, reason);
  }

  async #stage(
    role: string,
    metadata: Metadata<Root> | Metadata<Targets>,
    { threshold }: RoleRule,
    reason: StagedRole['reason'],
  ): Promise<void> {
    await writeStaged(this.#work, role, metadata);
    const { version, expires } = metadata.signed;
    this.staged.push({ role, version, expires, threshold, reason });
  }

  #head(before: Metadata<Root> | Metadata<Targets> | null, { days }: RoleRule) {
    return {
      specVersion,
      version: (before?.signed.version ?? 0) + 1,
      expires: inDays(this.#now, days),
    };
  }

  #reason(
    before: Metadata<Root> | Metadata<Targets> | null,
    next: Metadata<Root> | Metadata<Targets>,
    { days }: RoleRule,
    verifyBefore: (() => void) | null,
  ): StagedRole['reason'] | null {
    if (before === null) return 'new';
    if (!sameBut(before, next)) return 'content';
    if (verifyBefore !== null && throws(verifyBefore)) return 'keys';
    return endsSoon(before.signed.expires, days, this.#now) ? 'expiry' : null;
  }
}

/** A third of a signature's life before its end it is time for the next one. */
export function endsSoon(expires: string, days: number, now: Date): boolean {
  return Date.parse(expires) - now.getTime() < (days * 86_400_000) / 3;
}

/** TUF writes seconds, no fractions (TUF specification 4.2). */
export function inDays(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');
}

export function keysOf(rules: readonly RoleRule[]): Record<string, Key> {
  return Object.fromEntries(rules.flatMap(({ keys }) => keys.map((key) => [key.keyID, key])));
}

function rootJson(roles: Plan['roles'], now: Date): Parameters<typeof Root.fromJSON>[0] {
  return {
    ...headJson({ specVersion, version: 1, expires: inDays(now, 1) }, 'root'),
    consistent_snapshot: true,
    keys: {},
    roles: Object.fromEntries(
      topRoles.map((role) => [
        role,
        { keyids: roles[role].keys.map(({ keyID }) => keyID), threshold: roles[role].threshold },
      ]),
    ),
  };
}

function headJson(
  head: { readonly specVersion: string; readonly version: number; readonly expires: string },
  type: string,
) {
  return {
    _type: type,
    spec_version: head.specVersion,
    version: head.version,
    expires: head.expires,
  };
}

function targetJson(area: PartArea, index: BlobRef | null) {
  if (index === null) return {};
  const [hash, length] = index;
  const path = indexPath(area);
  return { [path]: new TargetFile({ path, length, hashes: { sha256: hash } }).toJSON() };
}

/** Whether two versions of a role say the same, apart from number and date. */
function sameBut(one: Metadata<Root> | Metadata<Targets>, other: typeof one): boolean {
  const said = ({ signed }: typeof one): string =>
    JSON.stringify({ ...signed.toJSON(), version: 0, expires: '' }, sortedKeys);
  return said(one) === said(other);
}

function sortedKeys(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
}

function throws(work: () => void): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}

/** The published index of a part; null: there is none. */
function targetOf(published: PublishedFiles, plan: Plan, area: PartArea): BlobRef | null {
  const role = plan.areas.find((rule) => rule.area === area)?.role;
  const metadata = area === null ? published.targets : published.areas.get(role ?? '');
  const target = metadata?.signed.targets[indexPath(area)];
  const hash = target?.hashes['sha256'];
  return target === undefined || hash === undefined ? null : [hash, target.length];
}

async function shardsOf(work: string, area: PartArea, index: BlobRef | null): Promise<number> {
  if (index === null) return 0;
  const bytes = await readFile(join(repositoryOf(work), indexFile(area, index[0])));
  return indexSchema.safeParse(parseJson(bytes)).data?.shards ?? 0;
}
