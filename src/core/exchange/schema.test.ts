import { expect, test } from 'vitest';
import { exportJsonSchema } from './diptych-json-schema';

// `npm run schema` writes the file anew.
test('the JSON Schema in resources/ is the one of the code', async () => {
  await expect(`${JSON.stringify(exportJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../../resources/comparison.schema.json',
  );
});
