import { defineConfig } from 'vitest/config';

/** One app, one screen, one Asterisk at a time: two cores are shared, and timings shall mean something. */
const serial = { fileParallelism: false, maxWorkers: 1, retry: 0 };
const endToEnd = {
  ...serial,
  testTimeout: 90_000,
  hookTimeout: 180_000,
  teardownTimeout: 20_000,
  // The default of one second is less than a loaded machine needs to draw.
  expect: { poll: { timeout: 10_000 } },
};
const electron = 'tests/e2e/support/prepare.ts';

export default defineConfig({
  test: {
    environment: 'node',
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,main,preload,renderer,tools}/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/practice/**/*.spec.ts'],
          globalSetup: [electron],
          ...endToEnd,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e-pbx',
          include: ['tests/e2e/pbx/**/*.spec.ts'],
          globalSetup: [electron, 'tests/pbx/prepare.ts'],
          ...endToEnd,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['tests/e2e/package/**/*.spec.ts'],
          globalSetup: ['tests/e2e/package/prepare.ts', 'tests/pbx/prepare.ts'],
          ...endToEnd,
        },
      },
    ],
  },
});
