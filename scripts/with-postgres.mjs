// node scripts/with-postgres.mjs [--durable] <command…>: runs a command with TEST_POSTGRES_URL, the address of a PostgreSQL
// server on which databases may be made and dropped. If the variable is not set already, a cluster is made for the
// command on a free loopback port, from the server's programs on this machine, and removed after it. --durable: its
// commits reach the disk, as they do where it counts; for measuring.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const given = process.argv.slice(2);
const durable = given[0] === '--durable';
const [command, ...args] = durable ? given.slice(1) : given;
const userName = 'market';

/** Runs the command with the address and takes over its exit code. */
async function runWith(url) {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_POSTGRES_URL: url } });
  const pass = (signal) => child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

/** The folder of initdb and postgres, the newest version first: POSTGRES_BIN, Debian's, Homebrew's, the PATH. */
function findPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    process.env.POSTGRES_BIN,
    ...versions.map((version) => `${debian}/${version}/bin`),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ];
  return folders.find((folder) => {
    try {
      for (const name of ['initdb', 'postgres']) accessSync(path.join(folder ?? '', name), constants.X_OK);
      return Boolean(folder);
    } catch {
      return false;
    }
  });
}

/** The server refuses to run as root: then it runs as the user its package has made, else as nobody. */
function otherUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const number = (flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout || NaN);
    const [uid, gid] = [number('-u'), number('-g')];
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid, gid };
  }
  return {};
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function makeCluster(programs) {
  const base = !durable && existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
  const folder = mkdtempSync(path.join(base, 'market-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const user = otherUser();
  const password = randomBytes(18).toString('base64url');
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) for (const one of [folder, passwordFile]) chownSync(one, user.uid, user.gid);
  const data = path.join(folder, 'data');
  // A database of another language on purpose: the order of text must not depend on it.
  const made = spawnSync(
    path.join(programs, 'initdb'),
    [
      '-D',
      data,
      '-U',
      userName,
      '--pwfile',
      passwordFile,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--no-sync',
    ].concat(['--locale', 'C.UTF-8', '--locale-provider', 'icu', '--icu-locale', 'zh']),
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    remove();
    throw new Error(`initdb failed:\n${made.stdout}${made.stderr}`);
  }
  const port = await freePort();
  const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const settings = { max_connections: 200, ...(durable ? {} : quick) };
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder].concat(
      Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ),
    // its own group, so that an interrupt at the terminal reaches the command first
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let log = '';
  server.stderr.on('data', (chunk) => (log = (log + chunk).slice(-20_000)));
  const ended = once(server, 'exit');
  const end = async () => {
    server.kill('SIGINT'); // fast shutdown: open connections are cut
    await ended;
    remove();
  };
  const url = `postgres://${userName}:${password}@127.0.0.1:${port}/postgres`;
  for (const until = Date.now() + 30_000; !log.includes('ready to accept connections');) {
    if (server.exitCode !== null || Date.now() > until) {
      await end();
      throw new Error(`PostgreSQL did not start:\n${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, end };
}

const help = `
There is no PostgreSQL server to test on. Either install one (Debian, Ubuntu: apt-get install postgresql), so that
a cluster of its own is started for the tests, or name the folder of its programs in POSTGRES_BIN, or name a server
on which databases may be made and dropped:
  TEST_POSTGRES_URL=postgres://user:password@127.0.0.1:5432/postgres npm run test:postgres
`;

if (process.env.TEST_POSTGRES_URL) process.exit(await runWith(process.env.TEST_POSTGRES_URL));
const programs = findPrograms();
if (!programs) {
  console.error(help);
  process.exit(1);
}
const cluster = await makeCluster(programs);
let code = 1;
try {
  code = await runWith(cluster.url);
} finally {
  await cluster.end();
}
process.exit(code);
