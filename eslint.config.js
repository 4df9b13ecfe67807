import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Files in `folders` may not import what matches `patterns`. */
const layer = (folders, patterns, message) => ({
  files: folders.map((folder) => `${folder}/**/*.{ts,tsx}`),
  ignores: ['**/*.test.{ts,tsx}'],
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ regex: patterns, message }] }],
  },
});

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
  layer(['app/routes'], '^#(db|search)(/|$)', 'A route asks a domain module.'),
  layer(
    ['app/domain'],
    '^(react|@remix-run/.*|~/(routes|components|session|forms/.*-form.*)/?.*)$',
    'A domain module knows nothing of the web.',
  ),
  layer(
    ['app/components'],
    '\\.server$|^#(db|search)/',
    'A component knows its props and the words of a domain.',
  ),
  layer(['app/forms', 'app/session'], '^~/(routes|components)/', 'Forms and sessions know no pages.'),
  layer(['db', 'search'], '^(~/|.*/app/)', 'Storage and search never import the application.'),
  layer(['db'], '^#search/', 'The database does not know the search engine.'),
);
