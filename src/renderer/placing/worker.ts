import { uuidv7 } from 'uuidv7';
import { placeForeign } from '../../core/exchange/place-foreign';
import { readAnnotations } from '../../core/exchange/read-annotations';
import { success } from '../../core/result';
import type { Placed, ToPlace } from './place';

// Reads one import of annotations, off the thread of the page: place.ts starts it and may end it at any time.
self.addEventListener('message', ({ data }: MessageEvent<ToPlace>) => {
  const { files, comparison, by, now } = data;
  const foreign = readAnnotations(files, comparison);
  const answer: Placed = foreign.ok
    ? success(placeForeign(comparison, foreign.value, { by, now, newId: uuidv7 }))
    : foreign;
  self.postMessage(answer);
});
