// node scripts/count-tests.mjs <results.json…>: the sum of what several runs of vitest report, as `N passed, N failed, N
// skipped`, after what each failed test said. Fails when something failed, when one of the runs has no result or executed
// no test, and in CI when there is a test that none of the runs has executed: what is of one database only is executed by
// the other run.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Tests of programs that a machine may do without. */
const mayBeSkipped = ['systemd itself finds nothing wrong with the units'];

let passed = 0;
let failed = 0;
let skipped = 0;
const executed = new Set();
const left = new Map();
for (const file of process.argv.slice(2)) {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    // A file that cannot be loaded has no tests to fail.
    const broken = results.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    for (const { name, message } of broken) console.log(`failed: ${path.relative('.', name)}\n${message}`);
    passed += results.numPassedTests;
    failed += results.numFailedTests + broken.length;
    for (const { name, assertionResults } of results.testResults)
      for (const { fullName, title, status, failureMessages } of assertionResults) {
        const key = `${path.relative('.', name)}: ${fullName}`;
        if (status === 'failed') console.log(`failed: ${key}\n${failureMessages.join('\n').slice(0, 2_000)}`);
        if (status === 'passed' || status === 'failed') executed.add(key);
        else {
          skipped += 1;
          left.set(key, title);
        }
      }
    if (results.numPassedTests === 0) throw new Error('no test passed');
  } catch (error) {
    process.exitCode = 1;
    console.log(`${file}: ${error.message}`);
  }
}
for (const [key, title] of left) {
  if (executed.has(key)) continue;
  console.log(`executed by no run: ${key}`);
  if (process.env.CI && !mayBeSkipped.includes(title)) process.exitCode = 1;
}
if (failed > 0 || passed === 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
