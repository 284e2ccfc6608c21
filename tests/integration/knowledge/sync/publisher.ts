import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFiles, type Files } from '../../../../main/knowledge/sync/files.ts';
import { folderSource } from '../../../../main/knowledge/sync/folder-source.ts';
import type { KnowledgeSource } from '../../../../main/knowledge/sync/source.ts';
import { loadStoredPack } from '../../../../main/knowledge/sync/stored-pack.ts';
import { describeSyncFailure } from '../../../../main/knowledge/sync/sync-failure.ts';
import { syncFrom } from '../../../../main/knowledge/sync/sync.ts';
import type { KnowledgePack } from '../../../../shared/knowledge/pack.ts';
import { readSigner, writeKeyPair } from '../../../../tools/knowledge/publishing/keys.ts';
import { mirror } from '../../../../tools/knowledge/publishing/mirror.ts';
import { readPlan } from '../../../../tools/knowledge/publishing/plan.ts';
import { publishStaged, type Publication } from '../../../../tools/knowledge/publishing/publish.ts';
import { repositoryOf } from '../../../../tools/knowledge/publishing/repository.ts';
import { signStaged } from '../../../../tools/knowledge/publishing/sign.ts';
import { splitPack } from '../../../../tools/knowledge/publishing/split-pack.ts';
import { stageRoles } from '../../../../tools/knowledge/publishing/stage.ts';
import { article, elmshorn, line, packOf, state, wedel } from '../small-pack.ts';

export const keyNames: readonly string[] = ['kreis-1', 'kreis-2', 'redaktion', 'dienst', 'wedel'];

/** A plan with two root keys of which both sign, and Wedel as a signer of its own. */
export function planJson() {
  const rule = (keys: readonly string[], threshold: number, days: number) => ({
    keys: keys.map((key) => `${key}.pub.pem`),
    threshold,
    days,
  });
  return {
    roles: {
      root: rule(['kreis-1', 'kreis-2'], 2, 365),
      targets: rule(['redaktion'], 1, 180),
      snapshot: rule(['dienst'], 1, 30),
      timestamp: rule(['dienst'], 1, 7),
    },
    areas: [{ role: 'wedel', area: wedel, ...rule(['wedel'], 1, 180) }],
  };
}

/** A county that publishes, in a temporary folder; the test's stand-in for nothing: these are the tools. */
export class Publisher {
  readonly work: string;

  private constructor(work: string) {
    this.work = work;
  }

  static async create(): Promise<Publisher> {
    const publisher = new Publisher(await mkdtemp(join(tmpdir(), 'amtsdraht-work-')));
    for (const name of keyNames) await publisher.addKey(name);
    await publisher.writePlan(planJson());
    return publisher;
  }

  addKey(name: string): Promise<void> {
    return writeKeyPair(join(this.work, name), null);
  }

  async writePlan(plan: object): Promise<void> {
    await writeFile(join(this.work, 'plan.json'), JSON.stringify(plan));
  }

  /** Where the desks read; publishing changes it in place. */
  get repository(): string {
    return repositoryOf(this.work);
  }

  anchor(): Promise<Uint8Array> {
    return readFile(join(this.repository, 'metadata', '1.root.json'));
  }

  async signers(names: readonly string[]) {
    return Promise.all(names.map((name) => readSigner(join(this.work, `${name}.key.pem`), null)));
  }

  /** Builds and signs without publishing. */
  async stage(pack: KnowledgePack, { keys = keyNames, now = new Date() } = {}): Promise<void> {
    const plan = await readPlan(this.work);
    const areas = plan.areas.map(({ area }) => area);
    await stageRoles(this.work, plan, splitPack(pack, areas), now);
    await signStaged(this.work, plan, await this.signers(keys));
  }

  async confirm({ keys = keyNames, now = new Date() } = {}): Promise<Publication> {
    const plan = await readPlan(this.work);
    return publishStaged(this.work, plan, await this.signers(keys), now);
  }

  async publish(
    pack: KnowledgePack,
    options: { keys?: readonly string[]; now?: Date } = {},
  ): Promise<Publication> {
    await this.stage(pack, options);
    return this.confirm(options);
  }

  /** A copy of what is published now, to be damaged or kept as an old state. */
  async copy(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-copy-'));
    await mkdir(folder, { recursive: true });
    await mirror(this.repository, folder);
    return folder;
  }

  async replaceWith(folder: string): Promise<void> {
    await rm(this.repository, { recursive: true });
    await cp(folder, this.repository, { recursive: true });
  }

  async remove(): Promise<void> {
    await rm(this.work, { recursive: true, force: true });
  }
}

/** A desk: a store folder that synchronises. */
export class Desk {
  readonly folder: string;
  readonly #anchor: Uint8Array;

  private constructor(folder: string, anchor: Uint8Array) {
    this.folder = folder;
    this.#anchor = anchor;
  }

  static async create(anchor: Uint8Array): Promise<Desk> {
    return new Desk(await mkdtemp(join(tmpdir(), 'amtsdraht-store-')), anchor);
  }

  async sync(
    source: string | KnowledgeSource,
    { now = new Date(), files = diskFiles, anchor = this.#anchor }: Partial<DeskOptions> = {},
  ) {
    const outcome = await syncFrom(typeof source === 'string' ? folderSource(source) : source, {
      folder: this.folder,
      files,
      anchor,
      now,
      onProgress: () => undefined,
    });
    const { result } = outcome;
    return {
      ...outcome,
      result: result.ok ? result.value : result.failure.kind,
      sentence: result.ok ? '' : describeSyncFailure(result.failure),
    };
  }

  /** The say-first sentences of the stored pack by article; null: nothing usable is stored. */
  async says(): Promise<Readonly<Record<string, string>> | null> {
    const stored = await loadStoredPack(this.folder, null);
    if (!stored.ok) return null;
    return Object.fromEntries(
      stored.value.pack.articles.map(({ id, modules }) => [id, modules.say ?? '']),
    );
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

interface DeskOptions {
  readonly now: Date;
  readonly files: Files;
  readonly anchor: Uint8Array;
}

/** A pack in which the county, Wedel and Elmshorn have something to say. */
export function townPack(word = 'eins'): KnowledgePack {
  const saying = (text: string) => ({ modules: { say: text } });
  return packOf(
    [
      article('wohngeld', 'Wohngeld', { ...saying(`Land ${word}`), area: state }),
      article('hund', 'Hund', { ...saying('Hund in Wedel'), area: wedel, offices: ['rathaus'] }),
      article('markt', 'Markt', { ...saying('Markt in Elmshorn'), area: elmshorn }),
    ],
    {
      lines: [{ ...line, topics: ['hund', 'wohngeld'] }],
      offices: [{ id: 'rathaus', name: 'Rathaus Wedel', area: wedel, hours: [], closedOn: [] }],
      notices: [
        {
          id: 'glatteis',
          title: 'Glatteis',
          text: 'Der Markt fällt aus.',
          severity: 'info',
          lines: ['wedel'],
          areas: [],
          from: '2026-11-01',
          until: '2027-12-31',
        },
      ],
    },
  );
}
