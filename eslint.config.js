import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Files in `folder` may not import what matches a pattern. Of several layers that hold for a file the last one counts. */
const layer = (folder, ...patterns) => ({
  files: [`${folder}/**/*.{ts,tsx}`],
  ignores: ['**/*.test.{ts,tsx}'],
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});
const no = (regex, message) => ({ regex, message });

const storageKnowsNoApp = no('^(~/|.*/app/)', 'Storage and search never import the application.');
const domain = [
  no(
    '^(react|@remix-run/.*|~/(routes|components|session|forms/.*-form.*)/?.*)$',
    'A domain module knows nothing of the web.',
  ),
  no('^drizzle-orm/', 'Both engines: drizzle-orm itself and #db have what is the same in each.'),
];
const nouns =
  'accounts,intentions,leads,offerings,organisations,policies,products,publications,purchases,responses,scenarios';
const nounsKnowNoUsers = no(
  '/(matching|notifications|audit|open-data)/',
  'Matching, notifications, audit and open data import the nouns, never the other way round.',
);

export default tseslint.config(
  { ignores: ['node_modules', '**/build/', 'data', 'app/paraglide', 'tests/screenshots', 'public'] },
  ...tseslint.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'smart'],
    },
  },
  {
    files: ['app/**/*.tsx', 'app/**/use-*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['app/**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  // A table that scrolls inside itself must be reachable by keyboard.
  {
    files: ['app/**/*.tsx'],
    rules: { 'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'region'] }] },
  },
  // Who may import whom, one line each.
  layer('app/routes', no('^#(db|search)(/|$)', 'A route asks a domain module.')),
  layer('app/domain', ...domain),
  layer(`app/domain/{${nouns}}`, ...domain, nounsKnowNoUsers),
  layer(
    'app/components',
    no('\\.server$|^#(db|search)/', 'A component knows its props and the words of a domain.'),
  ),
  layer('app/{forms,session}', no('^~/(routes|components)/', 'Forms and sessions know no pages.')),
  layer('search', storageKnowsNoApp),
  layer('db', storageKnowsNoApp, no('^#search/', 'The database does not know the search engine.')),
);
