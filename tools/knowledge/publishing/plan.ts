import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Key } from '@tufjs/models';
import { z } from 'zod';
import {
  describeFailure,
  germanReason,
  schemaFailures,
} from '../../../main/knowledge/pack/failure.ts';
import { jsonErrorLine } from '../../../main/knowledge/pack/json-error.ts';
import { roleNameSchema } from '../../../main/knowledge/sync/format.ts';
import { arsSchema } from '../../../shared/knowledge/area.ts';
import { ToolError } from '../../setup/tool-error.ts';
import { readPublicKey, reasonOf } from './keys.ts';

const rule = {
  /** Files of public keys, from the plan's folder. */
  keys: z.array(z.string().min(1)).min(1),
  /** How many of them have to sign. */
  threshold: z.number().int().min(1),
  /** For how many days a signature is good. */
  days: z.number().int().min(1).max(3650),
};
const roleSchema = z.strictObject(rule);
const planSchema = z.strictObject({
  roles: z.strictObject({
    root: roleSchema,
    targets: roleSchema,
    snapshot: roleSchema,
    timestamp: roleSchema,
  }),
  areas: z.array(z.strictObject({ role: roleNameSchema, area: arsSchema, ...rule })),
});

export const topRoles = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type TopRole = (typeof topRoles)[number];

/** Who has to sign a role, and for how long. */
export interface RoleRule {
  readonly keys: readonly Key[];
  readonly threshold: number;
  readonly days: number;
}

export interface AreaRule extends RoleRule {
  readonly role: string;
  readonly area: string;
}

/** `plan.json`: who may sign what. The one place where towns, keys and thresholds are written down. */
export interface Plan {
  readonly roles: Readonly<Record<TopRole, RoleRule>>;
  readonly areas: readonly AreaRule[];
}

/** @param work the working folder with `plan.json` */
export async function readPlan(work: string): Promise<Plan> {
  const file = join(work, 'plan.json');
  const parsed = planSchema.safeParse(await readJson(file), { error: germanReason });
  if (!parsed.success) {
    const failures = schemaFailures(file, [], parsed.error.issues);
    throw new ToolError(failures.map(describeFailure).join('\n'), 1);
  }
  const { roles, areas } = parsed.data;
  const resolved = async (name: string, one: z.infer<typeof roleSchema>): Promise<RoleRule> => {
    const keys = await Promise.all(
      one.keys.map((key) => readPublicKey(resolve(dirname(file), key))),
    );
    const distinct = new Set(keys.map(({ keyID }) => keyID)).size;
    if (distinct < keys.length)
      throw new ToolError(`${file}: ${name} nennt einen Schlüssel zweimal.`, 1);
    if (distinct < one.threshold)
      throw new ToolError(
        `${file}: ${name} verlangt ${one.threshold} Unterschriften, nennt aber nur ${distinct} Schlüssel.`,
        1,
      );
    return { keys, threshold: one.threshold, days: one.days };
  };
  const doubled = areas.find(({ area, role }, index) =>
    areas.slice(0, index).some((other) => other.area === area || other.role === role),
  );
  if (doubled !== undefined)
    throw new ToolError(`${file}: ${doubled.role} (${doubled.area}) steht zweimal darin.`, 1);
  return {
    roles: {
      root: await resolved('root', roles.root),
      targets: await resolved('targets', roles.targets),
      snapshot: await resolved('snapshot', roles.snapshot),
      timestamp: await resolved('timestamp', roles.timestamp),
    },
    areas: await Promise.all(
      areas.map(async (one) => ({
        role: one.role,
        area: one.area,
        ...(await resolved(one.role, one)),
      })),
    ),
  };
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new ToolError(
      `${file}: ${reasonOf(error)} Ein Muster steht in docs/betrieb/wissen.md.`,
      1,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ToolError(`${file}, Zeile ${jsonErrorLine(text)}: kein gültiges JSON`, 1);
  }
}
