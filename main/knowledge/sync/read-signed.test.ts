import { MetadataKind } from '@tufjs/models';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delegatedRolesOf } from './delegated-roles.ts';
import { blobRefSchema, groupSchema, indexSchema } from './format.ts';
import { readSigned } from './read-signed.ts';
import { TrustedChain } from './trusted-chain.ts';

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const kinds = Object.values(MetadataKind);

describe('whatever a source offers', () => {
  it('is read or refused, never thrown at us', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...kinds), (bytes, kind) => {
        expect(readSigned(kind, bytes, 'x').ok).toBe(false);
      }),
    );
  });

  it('is refused if it is JSON of another shape', () => {
    const signed = fc.record(
      {
        _type: fc.constantFrom(...kinds),
        spec_version: fc.constantFrom('1.0.31', '2.0.0', '', 'a.b'),
        version: fc.anything(),
        expires: fc.anything(),
        meta: fc.anything(),
        targets: fc.anything(),
        keys: fc.anything(),
        roles: fc.anything(),
      },
      { requiredKeys: ['_type'] },
    );
    fc.assert(
      fc.property(signed, fc.anything(), fc.constantFrom(...kinds), (one, signatures, kind) => {
        const read = readSigned(kind, bytesOf({ signed: one, signatures }), 'x');
        if (!read.ok) expect(read.failure).toEqual({ kind: 'damaged', file: 'x' });
        const chain = TrustedChain.start(bytesOf({ signed: one, signatures }), new Date());
        // Nothing that nobody has signed becomes a root.
        expect(chain.ok).toBe(false);
      }),
    );
  });

  it('has no index, group or hash of another shape', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const schema of [indexSchema, blobRefSchema])
          expect(schema.safeParse(value).success).toBe(false);
        if (!Array.isArray(value)) expect(groupSchema.safeParse(value).success).toBe(false);
      }),
    );
  });
});

describe('delegations', () => {
  const role = (name: string, paths: string[] | undefined) => ({ name, paths }) as never;
  const read = (...roles: never[]) =>
    delegatedRolesOf({ keys: {}, roles: Object.fromEntries(roles.entries()) } as never);

  it('are one role and one pattern per area', () => {
    expect(read(role('wedel', ['areas/010560050050/*']))).toEqual({
      ok: true,
      value: [{ role: 'wedel', area: '010560050050' }],
    });
    expect(delegatedRolesOf(undefined)).toEqual({ ok: true, value: [] });
  });

  it.each<[string, never[]]>([
    ['a pattern for everything', [role('wedel', ['*'])]],
    ['a pattern with more', [role('wedel', ['areas/010560050050/*', 'base/*'])]],
    ['a pattern that climbs', [role('wedel', ['areas/../base/*'])]],
    ['no pattern', [role('wedel', undefined)]],
    ['a name that is a path', [role('../wedel', ['areas/010560050050/*'])]],
    ['a name of the top level', [role('targets', ['areas/010560050050/*'])]],
    [
      'two roles for one area',
      [role('wedel', ['areas/010560050050/*']), role('wedel-2', ['areas/010560050050/*'])],
    ],
  ])('%s is refused', (_what, roles) => {
    expect(read(...roles)).toMatchObject({ ok: false, failure: { kind: 'inconsistent' } });
  });
});
