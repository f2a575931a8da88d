// npm test: every check in turn, up to the first that fails.
import { main, npm } from './tools.mjs';

const steps = [
  'check:format',
  'check:lint',
  'check:imports',
  'check:types',
  'test:unit',
  'build',
  'package:folder',
  'test:e2e',
];

await main(async () => {
  const times = [];
  let code = 0;
  for (const step of steps) {
    console.log(`\n== ${step}`);
    const start = performance.now();
    ({ code } = await npm(['run', '-s', step]));
    const time = `${((performance.now() - start) / 1000).toFixed(1)} s`;
    times.push({ step, time, result: code === 0 ? 'passed' : 'FAILED' });
    console.log(`== ${step}: ${time}`);
    if (code !== 0) break;
  }

  console.log('');
  for (const { step, time, result } of times) {
    console.log(`${step.padEnd(14)} ${time.padStart(8)}  ${result}`);
  }
  const failed = code === 0 ? 0 : 1;
  if (failed) console.error(`\n${times.at(-1).step} failed with exit code ${code}.`);
  console.log(`\n${times.length - failed} passed, ${failed} failed`);
  return code;
});
