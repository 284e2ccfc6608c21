// Folders, doors and habits of docs/architecture.md as rules. Messages name the right door.
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Packages that only one place may import. */
const doors = {
  electron: {
    regex: '^electron(/|$)',
    message:
      'electron is imported in main/ and preload/ only; ask main through shared/contract.ts.',
  },
  sip: {
    regex: '^sip\\.js(/|$)',
    message:
      'sip.js is imported in renderer/phone/sip/, renderer/caller/ and main/practice/ only; use the door of renderer/phone/sip.',
  },
  lunr: {
    regex: '^lunr(/|$)',
    message: 'lunr is imported in main/knowledge/search/ only; use its index.ts.',
  },
  phoneNumbers: {
    regex: '^libphonenumber-js(/|$)',
    message: 'libphonenumber-js is imported in renderer/desk/call/format-number.ts only.',
  },
  store: {
    regex: '^electron-store(/|$)',
    message: 'electron-store is imported in main/settings/settings-store.ts only.',
  },
};
const safeStorage = {
  name: 'electron',
  importNames: ['safeStorage'],
  message: 'safeStorage is used in main/settings/secrets.ts only.',
};

const folder = (name, message) => ({ regex: `^(\\.\\./)+${name}(/|$)`, message });
const intoMain = folder('main', 'Speak with main through shared/contract.ts, never import it.');
const intoPreload = folder(
  'preload',
  'The bridge is window.amtsdraht, typed in shared/contract.ts.',
);
const intoRenderer = folder('renderer', 'Speak with a page through shared/contract.ts.');
const intoTests = folder(
  'tests',
  'Product code does not import tests; put shared helpers in shared/.',
);
const intoTools = folder('tools', 'Product code does not import tools/.');
const product = [intoTests, intoTools];

/**
 * The last matching block wins as a whole in ESLint, so each one carries the full list: every door that is
 * not opened for these files, and the folders they may not enter.
 */
function imports(files, { open = [], forbidden = [], allowSafeStorage = false, ignores = [] }) {
  const closed = Object.entries(doors).filter(([name]) => !open.includes(name));
  const hidesElectron = closed.some(([name]) => name === 'electron');
  return {
    files,
    ignores,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: allowSafeStorage || hidesElectron ? [] : [safeStorage],
          patterns: [...closed.map(([, door]) => door), ...forbidden],
        },
      ],
    },
  };
}

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name; default exports are for configuration files.',
};
const mockedElectron = {
  selector:
    "CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock)$/][arguments.0.value=/^electron$/]",
  message:
    'Do not mock electron: hand in what is needed, or test in the real Electron (tests/e2e).',
};

/** Switches of web contents that docs/security.md says are never touched (Electron's checklist, 2 to 4, 6, 8 to 11). */
const never =
  '/^(allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag|nodeIntegrationInWorker|nodeIntegrationInSubFrames)$/';
const alwaysOn = '/^(webSecurity|contextIsolation|sandbox)$/';
const unsafeSwitch = {
  selector: [
    `Property[key.name=${never}]`,
    `Property[key.value=${never}]`,
    `Property[key.name=${alwaysOn}]:not([value.value=true])`,
    "Property[key.name='nodeIntegration']:not([value.value=false])",
  ].join(', '),
  message: 'docs/security.md says that this is never set so.',
};
const openExternal = {
  selector: "ImportDeclaration[source.value='electron'] > ImportSpecifier[imported.name='shell']",
  message: 'Nothing is opened outside the application (docs/security.md, 15).',
};

const tests = ['**/*.test.{ts,tsx}', 'tests/**/*.ts'];
const typed = ['**/*.{ts,tsx}'];
const untyped = ['*.config.ts', '**/*.d.mts'];

export default defineConfig(
  globalIgnores(['out', 'dist', '.cache', 'assets', 'docs']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: typed,
    ignores: untyped,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // noPropertyAccessFromIndexSignature of the compiler asks for brackets.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  { files: untyped, extends: [tseslint.configs.recommended] },
  {
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', defaultExport, mockedElectron, unsafeSwitch, openExternal],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['renderer/{desk,ring}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },

  imports(['shared/**/*.ts'], {
    forbidden: [
      {
        regex: '^(?!zod$|\\.\\.?/)',
        message: 'shared/ knows neither DOM nor Node: it imports zod and itself only.',
      },
      intoMain,
      intoPreload,
      intoRenderer,
      ...product,
    ],
  }),
  imports(['main/**/*.ts'], {
    open: ['electron'],
    forbidden: [intoPreload, intoRenderer, ...product],
  }),
  imports(['main/practice/**/*.ts'], {
    open: ['electron', 'sip'],
    forbidden: [intoPreload, intoRenderer, ...product],
  }),
  imports(['main/knowledge/search/**/*.ts'], {
    open: ['lunr'],
    forbidden: [intoPreload, intoRenderer, ...product],
  }),
  imports(['main/settings/settings-store.ts'], {
    open: ['electron', 'store'],
    forbidden: [intoPreload, intoRenderer, ...product],
  }),
  imports(['main/settings/secrets.ts'], {
    open: ['electron'],
    allowSafeStorage: true,
    forbidden: [intoPreload, intoRenderer, ...product],
  }),
  imports(['preload/**/*.ts'], {
    open: ['electron'],
    forbidden: [
      {
        regex: '^(?!electron$|\\./|\\.\\./shared/)',
        message: 'A preload imports electron and shared/ only: it runs in the sandbox.',
      },
    ],
  }),
  imports(['renderer/desk/**/*.{ts,tsx}'], {
    forbidden: [
      intoMain,
      intoPreload,
      folder('(phone|caller)', 'The desk meets the phone through shared/contract.ts only.'),
      ...product,
    ],
  }),
  imports(['renderer/desk/call/format-number.ts'], {
    open: ['phoneNumbers'],
    forbidden: [
      intoMain,
      intoPreload,
      folder('(phone|caller)', 'The desk meets the phone through shared/contract.ts only.'),
      ...product,
    ],
  }),
  imports(['renderer/ring/**/*.{ts,tsx}'], {
    forbidden: [
      intoMain,
      intoPreload,
      folder('(phone|caller)', 'The ring window meets the phone through shared/contract.ts only.'),
      ...product,
    ],
  }),
  imports(['renderer/phone/**/*.ts'], {
    forbidden: [
      intoMain,
      intoPreload,
      folder('desk', 'The phone meets the desk through shared/contract.ts only.'),
      ...product,
    ],
  }),
  imports(['renderer/phone/sip/**/*.ts', 'renderer/caller/**/*.ts'], {
    open: ['sip'],
    forbidden: [
      intoMain,
      intoPreload,
      folder('desk', 'The phone meets the desk through shared/contract.ts only.'),
      ...product,
    ],
  }),

  // Command lines and tests speak to the console.
  { files: ['tools/**', 'tests/**', '**/*.test.{ts,tsx}'], rules: { 'no-console': 'off' } },
  {
    files: tests,
    rules: {
      // Tests may look behind every door.
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: ['*.config.{js,ts}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', setTimeout: 'readonly' },
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { process: 'readonly', console: 'readonly', require: 'readonly' },
    },
  },
);
