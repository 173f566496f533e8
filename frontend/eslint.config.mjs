import { readdirSync } from 'node:fs';
import nextVitals from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';
import { defineConfig, globalIgnores } from 'eslint/config';

const features = readdirSync(new URL('./src/features', import.meta.url));
const shared = [
  'components',
  'config',
  'contracts',
  'emoji',
  'http',
  'i18n',
  'markdown',
  'messages',
  'presence',
  'profiles',
  'realtime',
  'reporting',
  'session',
  'storage',
  'web-push',
];

/** Imports run shared -> features -> app: a feature knows no other feature, and nothing shared knows a feature. */
const boundaries = [
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^@/features/(?!${feature}/)`,
              message: 'A feature does not import another one; compose them in src/app.',
            },
            { regex: '^@/app/', message: 'Imports run shared -> features -> app.' },
            { regex: '^(\\.\\./){2,}', message: 'Leave the feature by the @/ alias only.' },
          ],
        },
      ],
    },
  })),
  {
    files: shared.map((folder) => `src/${folder}/**`),
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^@/(features|app)/', message: 'Imports run shared -> features -> app.' }] },
      ],
    },
  },
  {
    // The reference client of the gateway protocol runs without React, Next or a page.
    files: ['src/realtime/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^@/', message: 'src/realtime stands alone.' },
            { regex: '^(react|next|@tanstack)', message: 'src/realtime stands alone.' },
          ],
        },
      ],
    },
  },
];

const noBarrels = { selector: 'ExportAllDeclaration', message: 'No barrels.' };

/** Whatever people read is in the catalogues of src/messages: a literal that reads like words has no place in the code. */
const wordsInCatalogues = {
  files: ['src/**/*.{ts,tsx}'],
  ignores: [
    'src/**/*.test.{ts,tsx}',
    'src/messages/**',
    'src/i18n/languages.ts',
    'src/realtime/**',
    'src/session/**',
    'src/http/api.ts',
  ],
  rules: {
    'react/jsx-no-literals': [
      'error',
      { noStrings: true, ignoreProps: true, allowedStrings: ['WebChat', '@', '#', '·', ':', ',', '…', '(', ')', '+'] },
    ],
    'no-restricted-syntax': [
      'error',
      noBarrels,
      ...[
        'Literal[value=/^\\p{Lu}[\\p{L}-]* |\\p{L}{2,} .*\\p{L}{2,}[.?!…]$/u]',
        'TemplateElement[value.raw=/^[^<]*\\p{L}{2,} \\p{L}{2,}|^\\p{Lu}\\p{Ll}+ /u]',
        'JSXAttribute[name.name=/^(aria-label|title|label|placeholder|alt|hint|subtitle|description|legend|action)$/] > Literal[value=/\\p{L}/u]',
        ':function ConditionalExpression > Literal[value=/^\\p{Lu}\\p{Ll}+$/u]',
      ].map((selector) => ({ selector, message: 'Words belong into src/messages.' })),
    ],
  },
};

export default defineConfig([
  globalIgnores(['.next/**', 'next-env.d.ts', 'playwright-report/**', 'test-results/**']),
  ...nextVitals,
  ...nextTypescript,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', noBarrels],
    },
  },
  wordsInCatalogues,
  ...boundaries,
]);
