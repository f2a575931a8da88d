// npm run bench:suggest [-- --eval FOLDER]: measures the engine and its peers, prints a table, writes bench/results/suggest.json.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readGold } from './lib/data';
import { tableOf } from './lib/figures';
import { claimQuality, linkQuality, passageQuality, quoteQuality } from './lib/quality';
import { growth, measureLarge, speed } from './lib/speed';

const RESULTS = 'bench/results/suggest.json';

const { values } = parseArgs({
  options: {
    eval: { type: 'string', default: '../shared/eval' },
    measure: { type: 'string' },
  },
});
const folder = resolve(values.eval);

if (!existsSync(join(folder, 'score.mjs'))) {
  process.stderr.write(
    `diptych: there is no evaluation data in “${values.eval}”; name its folder with --eval.\n`,
  );
  process.exitCode = 2;
} else if (values.measure !== undefined) {
  process.stdout.write(JSON.stringify(measureLarge(values.measure, readGold(folder))));
} else bench();

function bench(): void {
  const gold = readGold(folder);
  const parts = [linkQuality, passageQuality, quoteQuality, claimQuality].map((measure) =>
    measure(folder, gold),
  );
  const figures = [...parts.flatMap((part) => part.figures), ...speed(gold), ...growth(folder)];
  const [cpu] = cpus();
  const machine = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpu?.model ?? 'unknown',
    cpus: cpus().length,
    memoryMB: Math.round(totalmem() / 1e6),
  };
  const errors = Object.assign({}, ...parts.map((part) => part.errors)) as Record<string, unknown>;
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify({ figures, machine, errors }, null, 2)}\n`);
  process.stdout.write(`${tableOf(figures)}\n\n`);
  process.stdout.write(
    `${machine.cpus} x ${machine.cpu}, Node ${machine.node}; written to ${RESULTS}\n`,
  );
}
