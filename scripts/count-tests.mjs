// node scripts/count-tests.mjs <results.json…>: the sum of what several runs of vitest report, as `N passed, N failed`.
// Fails when something failed, and when one of the runs has no result or executed no test.
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    // A file that cannot be loaded has no tests to fail.
    const broken = results.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    passed += results.numPassedTests;
    failed += results.numFailedTests + broken.length;
    if (results.numPassedTests === 0) throw new Error('no test passed');
  } catch (error) {
    process.exitCode = 1;
    console.log(`${file}: ${error.message}`);
  }
}
if (failed > 0 || passed === 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed`);
