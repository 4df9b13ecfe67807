import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readEnv } from '~/env.server';
import { readCaddyfile, readDockerfile, readUnit } from './parse';

const read = (file: string) => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  optionalDependencies: Record<string, string>;
};
const docs = read('docs/deploy.md');
/** Every setting the site knows. */
const settings = new Set(
  [...read('app/env.server.ts').matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map((found) => found[1]!),
);
const alsoRead = new Set(['BACKUP_DIR', 'POSTGRES_BIN']);

const dockerfile = readDockerfile(read('Dockerfile'));
const stages = dockerfile.filter(({ name }) => name === 'FROM');
const last = dockerfile.slice(dockerfile.lastIndexOf(stages.at(-1)!));
const only = (name: string) => last.filter((one) => one.name === name).map(({ rest }) => rest);

test('the image has two stages on a pinned base, and runs as nobody in particular', () => {
  expect(stages).toHaveLength(2);
  for (const { rest } of stages)
    expect(rest).toMatch(/^node:\$\{NODE_VERSION\}-bookworm(-slim)?( AS build)?$/);
  const version = dockerfile.find(({ name }) => name === 'ARG')!.rest.split('=')[1]!;
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const [major, minor] = version.split('.').map(Number) as [number, number];
  expect(major > 20 || (major === 20 && minor >= 19)).toBe(true);
  expect(only('USER')).toEqual(['node']);
  const afterUser = last.slice(last.findIndex(({ name }) => name === 'USER')).map(({ name }) => name);
  expect(afterUser).not.toContain('RUN');
});

test('the image copies what exists and starts what npm start starts', () => {
  const builds = ['package.json', 'node_modules', 'build', 'db/migrations', 'db/world'];
  const copied = only('COPY').map((rest) => /^--from=build \/app\/(\S+) /.exec(rest)?.[1]);
  expect(copied.sort()).toEqual(builds.sort());
  for (const file of builds.filter((one) => one !== 'build')) expect(existsSync(file), file).toBe(true);
  const command = JSON.parse(only('CMD').at(-1)!) as string[];
  expect(manifest.scripts.start).toContain(command.join(' '));
  expect(only('HEALTHCHECK')[0]).toContain('/healthz');
  const env = Object.fromEntries(
    only('ENV')[0]!
      .split(' ')
      .map((pair) => pair.split('=')),
  ) as Record<string, string>;
  expect(Object.keys(env).filter((key) => !settings.has(key) && !alsoRead.has(key))).toEqual([]);
  expect(readEnv({ ...env, SESSION_SECRET: 'x'.repeat(32) })).toMatchObject({ PORT: 3000, HOST: '0.0.0.0' });
});

test('secrets and data stay out of the build', () => {
  const left = read('.dockerignore').split('\n');
  for (const name of ['.env', '.git', 'data', 'backups', 'node_modules']) expect(left).toContain(name);
});

type Service = {
  image?: string;
  build?: string;
  ports?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  networks?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: object;
  logging?: object;
  stop_grace_period?: string;
  [key: string]: unknown;
};
const compose = parse(read('compose.yaml')) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, unknown>;
};
const services = Object.entries(compose.services);

/** What compose.yaml may say, by the names of the Compose specification: a name that is misspelt is not among them. */
const known = {
  top: ['name', 'services', 'networks', 'volumes', 'x-logging'],
  service: [
    'image',
    'build',
    'restart',
    'logging',
    'init',
    'read_only',
    'tmpfs',
    'cap_drop',
    'security_opt',
  ].concat([
    'stop_grace_period',
    'shm_size',
    'depends_on',
    'environment',
    'volumes',
    'ports',
    'networks',
    'healthcheck',
  ]),
  healthcheck: ['test', 'interval', 'timeout', 'retries', 'start_period'],
  logging: ['driver', 'options'],
};
const unknownIn = (what: object, names: string[]) => Object.keys(what).filter((key) => !names.includes(key));

test('compose.yaml says nothing that the Compose specification does not know', () => {
  expect(unknownIn(compose, known.top)).toEqual([]);
  for (const [name, service] of services) {
    expect(unknownIn(service, known.service), name).toEqual([]);
    for (const part of ['healthcheck', 'logging'] as const)
      expect(unknownIn(service[part] ?? {}, known[part]), name).toEqual([]);
    for (const { condition } of Object.values(service.depends_on ?? {}))
      expect(['service_healthy', 'service_started']).toContain(condition);
  }
});

test('no log grows for ever, and the site does not hold the master key of the search engine', () => {
  for (const [name, { logging }] of services)
    expect(logging, name).toMatchObject({ driver: 'json-file', options: { 'max-size': expect.any(String) } });
  expect(JSON.stringify(compose.services.site)).not.toContain('MASTER_KEY');
});

test.each(services)('%s: pinned, restarted, on known networks and volumes', (_, service) => {
  if (!service.build) expect(service.image).toMatch(/:v?\d+\.\d+(\.\d+)?(-[a-z]+)?$/);
  expect(service.restart).toBe('unless-stopped');
  for (const network of service.networks!) expect(Object.keys(compose.networks)).toContain(network);
  for (const volume of service.volumes ?? []) {
    const from = volume.split(':')[0]!;
    if (/^[a-z-]+$/.test(from)) expect(Object.keys(compose.volumes)).toContain(from);
    else if (from.startsWith('./')) expect(existsSync(from), from).toBe(true);
  }
  for (const name of Object.keys(service.depends_on ?? {}))
    expect(Object.keys(compose.services)).toContain(name);
});

test('only Caddy is reached from outside, and the database is on the inner network', () => {
  expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['caddy']);
  expect(compose.services.postgres!.networks).toEqual(['back']);
  expect(compose.networks.back).toEqual({ internal: true });
});

test('the site gets settings it knows, and the example names every variable', () => {
  const { environment } = compose.services.site!;
  expect(Object.keys(environment!).filter((key) => !settings.has(key))).toEqual([]);
  const asked = new Set([...read('compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].map((found) => found[1]!));
  const named = [...read('deploy/compose.env.example').matchAll(/^([A-Z_]+)=/gm)].map((found) => found[1]!);
  expect(named.sort()).toEqual([...asked].sort());
  const filled = Object.fromEntries(
    Object.entries(environment!).map(([key, value]) => [
      key,
      value.replace(/\$\{[A-Z_]+:[?-]([^}]*)\}/g, (whole, rest: string) =>
        whole.includes(':?') ? 'a'.repeat(32) : rest,
      ),
    ]),
  );
  expect(readEnv({ ...filled, NODE_ENV: 'production' })).toMatchObject({ TRUST_PROXY: true });
});

test('Meilisearch is of the version that the bundled engine is', () => {
  const bundled = Object.values(manifest.optionalDependencies)[0]!.split('-')[1]!;
  expect(compose.services.meilisearch!.image).toBe(`getmeili/meilisearch:v${bundled}`);
});

test('the database is not newer than the programs that back it up', () => {
  const client = /postgresql-client-(\d+)/.exec(read('Dockerfile'))![1];
  expect(compose.services.postgres!.image).toMatch(new RegExp(`^postgres:${client}\\.`));
});

test('Caddy passes on to the port of the site and keeps the inside to itself', () => {
  const directives = readCaddyfile(read('deploy/Caddyfile'));
  expect(directives[0]).toEqual({ depth: 0, words: ['{$SITE_ADDRESS}'] });
  const words = directives.map((one) => one.words.join(' '));
  expect(words).toContain('reverse_proxy site:3000');
  expect(words).toContain('@inside path /metrics /readyz');
  expect(words).toContain('respond @inside 404');
});

const units = readdirSync('deploy').filter((name) => /\.(service|timer)$/.test(name));

test.each(units)('%s is a unit', (name) => {
  const unit = readUnit(read(`deploy/${name}`));
  const service = unit.get('Service');
  expect(unit.get('Unit')?.get('Description')?.[0]).toBeTruthy();
  if (!service) return expect(unit.get('Timer')?.get('OnCalendar')).toHaveLength(1);
  expect(service.get('User')).toEqual(['market']);
  for (const key of ['NoNewPrivileges', 'ProtectHome', 'PrivateTmp', 'PrivateDevices', 'RestrictNamespaces'])
    expect(service.get(key), key).toEqual(['yes']);
  expect(service.get('ProtectSystem')).toEqual(['strict']);
  expect(service.get('CapabilityBoundingSet')).toEqual(['']);
  if (name === 'market-alert@.service') return;
  const program = service.get('ExecStart')![0]!.split(' ')[1]!;
  const made = `${manifest.scripts['build:bootstrap']} ${manifest.scripts['build:commands']}`;
  const source = program.replace(/^build\/(commands\/)?/, '').replace('.js', '.ts');
  expect(made).toContain(source);
});

test('systemd and Compose have more time to stop the site than it takes at most', () => {
  const patience = Number(/drainMs \+ ([\d_]+)/.exec(read('server.ts'))![1]!.replace('_', '')) / 1000;
  const longest = 300;
  expect(readEnv({ DRAIN_SECONDS: String(longest) }).DRAIN_SECONDS).toBe(longest);
  expect(() => readEnv({ DRAIN_SECONDS: String(longest + 1) })).toThrow('DRAIN_SECONDS');
  const systemd = readUnit(read('deploy/market.service')).get('Service')!.get('TimeoutStopSec')![0];
  expect(Number(systemd)).toBeGreaterThan(patience + longest);
  expect(parseInt(compose.services.site!.stop_grace_period!)).toBeGreaterThan(patience + longest);
});

test('a backup that fails is told, and the site knows where backups lie', () => {
  const backup = readUnit(read('deploy/market-backup.service'));
  expect(backup.get('Unit')!.get('OnFailure')).toEqual(['market-alert@%n.service']);
  const folder = / (\/var\/backups\/\w+) /.exec(backup.get('Service')!.get('ExecStart')![0]!)![1];
  const site = readUnit(read('deploy/market.service')).get('Service')!.get('Environment')![0];
  expect(site).toContain(`BACKUP_DIR=${folder}`);
});

test('what a unit says of itself is not taken back by the file of settings, which systemd puts above it', () => {
  const taken = /sed -i -E '\/\^\(([A-Z_|]+)\)=\/d' \/etc\/market\/site\.env/.exec(docs)![1]!.split('|');
  const inFile = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);
  const inUnits = units.flatMap((name) =>
    (
      readUnit(read(`deploy/${name}`))
        .get('Service')
        ?.get('Environment') ?? []
    ).flatMap((line) => line.split(' ').map((pair) => pair.split('=')[0]!)),
  );
  expect(inUnits).toContain('DATA_DIR');
  expect(inUnits.filter((name) => inFile.includes(name) && !taken.includes(name))).toEqual([]);
});

const analyze = spawnSync('systemd-analyze', ['--version']).status === 0;
test.skipIf(!analyze)('systemd itself finds nothing wrong with the units', () => {
  const { status, stderr } = spawnSync(
    'systemd-analyze',
    ['verify', ...units.map((name) => `deploy/${name}`)],
    {
      encoding: 'utf8',
    },
  );
  // Where the program or the user is not installed systemd says so; that is not about our files.
  const said = stderr.split('\n').filter((line) => /deploy\/|Unknown|Failed to parse|ignoring/i.test(line));
  expect({ said: said.filter((line) => !/not executable|No such file/.test(line)) }).toEqual({ said: [] });
  expect(status === 0 || stderr.includes('No such file') || stderr.includes('not executable')).toBe(true);
});

test('docs/deploy.md speaks of every file and every setting of its own', () => {
  for (const name of ['Dockerfile', 'compose.yaml', ...readdirSync('deploy')])
    expect(docs, name).toContain(name);
  for (const [, file] of docs.matchAll(/\]\((?!https?:)([^)#]+)/g))
    expect(existsSync(`docs/${file}`), file).toBe(true);
});

test('each command that docs/deploy.md names is there once development packages are gone', () => {
  for (const [, name] of docs.matchAll(/npm run ([a-z:-]+)/g)) {
    expect(manifest.scripts[name!], name).toBeTruthy();
    expect(manifest.scripts[name!], `npm run ${name} needs development packages`).not.toMatch(/\btsx\b/);
  }
  const commands = [...docs.matchAll(/build\/commands\/([a-z-]+)\.js([^\n`']*)/g)];
  expect(new Set(commands.map(([, name]) => name))).toEqual(
    new Set(['account', 'backup', 'db-copy', 'import-world', 'restore', 'search-rebuild']),
  );
  for (const [, name, rest] of commands) {
    expect(manifest.scripts['build:commands']).toContain(`scripts/${name}.ts`);
    for (const [, option] of rest!.matchAll(/ --([a-z-]+)/g))
      expect(read(`scripts/${name}.ts`), `${name} --${option}`).toContain(option);
  }
  for (const [, rest] of docs.matchAll(/docker compose (?:run|exec|stop|up|cp) ([^\n`]*)/g)) {
    const words = rest!.split(/\s+/).filter((word) => Object.keys(compose.services).includes(word));
    if (!/^--(build|detach)/.test(rest!)) expect(words.length, rest).toBeGreaterThan(0);
  }
});

test('README and .env.example name every setting', () => {
  const readme = read('README.md');
  const example = read('.env.example');
  for (const name of [...settings, ...alsoRead].filter((one) => one !== 'NODE_ENV')) {
    expect(readme, name).toContain(`\`${name}\``);
    if (name !== 'POSTGRES_BIN') expect(example, name).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
  }
});

test('the readers refuse what is broken', () => {
  expect(() => readDockerfile('RUN a \\\n')).toThrow('in the middle');
  expect(() => readDockerfile('1+1')).toThrow('no instruction');
  expect(() => readUnit('[Service]\nExecStart /x')).toThrow('neither');
  expect(() => readCaddyfile('a {\n')).toThrow('open');
  expect(() => readCaddyfile('}\n')).toThrow('not open');
});
