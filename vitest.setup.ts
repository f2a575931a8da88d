import fc from 'fast-check';

/** The same cases at every run, so that what fails tells of the change; others by `DIPTYCH_SEED=7 npm run test:unit`. */
fc.configureGlobal({ seed: Number(process.env['DIPTYCH_SEED'] ?? 1) });
