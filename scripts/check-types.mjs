// npm run check:types: the compiler over each part of the program, under that part's own rules.
import { readdir } from 'node:fs/promises';
import { SetupError, bin, main, node, root } from './tools.mjs';

await main(async () => {
  const files = await readdir(root);
  const projects = files.filter(
    (name) => /^tsconfig\..+\.json$/.test(name) && name !== 'tsconfig.base.json',
  );
  if (projects.length === 0) throw new SetupError('there is no tsconfig.*.json to check.');
  let failed = 0;
  const queue = [...projects];
  const work = async () => {
    for (let project = queue.shift(); project; project = queue.shift()) {
      const args = ['--noEmit', '--pretty', '-p', project];
      const { code, output, errors } = await node(bin('typescript', 'bin/tsc'), args, {
        quiet: true,
      });
      if (code !== 0) failed += 1;
      if (code !== 0) console.error(`${project}:\n${output}${errors}`);
    }
  };
  await Promise.all([work(), work()]);
  if (failed === 0) console.log(`${projects.length} projects checked.`);
  return failed === 0 ? 0 : 1;
});
