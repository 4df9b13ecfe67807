// Deletes names of optional packages that the lockfile has no record of: `npm ci` refuses such a lockfile.
// Run after every `npm install` (npm run lock).
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
let removed = 0;
for (const [path, record] of Object.entries(lock.packages)) {
  for (const name of Object.keys(record.optionalDependencies ?? {})) {
    const parts = path ? path.split('/node_modules/') : [];
    const places = parts.map(
      (_, i) => `${parts.slice(0, i + 1).join('/node_modules/')}/node_modules/${name}`,
    );
    if ([...places, `node_modules/${name}`].some((place) => lock.packages[place])) continue;
    delete record.optionalDependencies[name];
    removed += 1;
  }
}
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${removed} dangling optional names removed`);
