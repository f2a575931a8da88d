/** Where each run of `GRAM` code units stands in a text. */
export interface GramIndex {
  /** The places where a text like `pattern` may begin, the likeliest first; at most `MOST_PLACES`. */
  readonly placesLike: (pattern: string) => readonly number[];
}

const GRAM = 5;
/** A run that stands in more places than this says nothing. */
const MOST_COMMON = 64;
const MOST_PLACES = 3;
/** Places closer together than this are one. */
const STRETCH = 32;

/** Indexes a text once; a question then costs about as much as its pattern is long. */
export function gramIndexOf(text: string): GramIndex {
  // A power of two, about as many as there are places.
  const buckets = 2 << Math.floor(Math.log2(text.length + 1));
  const last = new Int32Array(buckets).fill(-1);
  const before = new Int32Array(Math.max(0, text.length - GRAM + 1));
  const counts = new Uint32Array(buckets);
  for (let at = 0; at < before.length; at++) {
    const bucket = hashAt(text, at) & (buckets - 1);
    before[at] = last[bucket] as number;
    last[bucket] = at;
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  const placesLike = (pattern: string): readonly number[] => {
    const votes = new Map<number, number>();
    for (let from = 0; from + GRAM <= pattern.length; from++) {
      const bucket = hashAt(pattern, from) & (buckets - 1);
      if ((counts[bucket] as number) > MOST_COMMON) continue;
      for (let at = last[bucket] as number; at >= 0; at = before[at] as number) {
        const stretch = Math.floor((at - from) / STRETCH);
        votes.set(stretch, (votes.get(stretch) ?? 0) + 1);
      }
    }
    const joint = (stretch: number) => (votes.get(stretch) ?? 0) + (votes.get(stretch + 1) ?? 0);
    const ranked = [...votes.keys()].toSorted((a, b) => joint(b) - joint(a) || a - b);
    const places: number[] = [];
    for (const stretch of ranked) {
      if (places.length === MOST_PLACES) break;
      const at = Math.max(0, stretch * STRETCH);
      if (places.every((place) => Math.abs(place - at) > 2 * STRETCH)) places.push(at);
    }
    return places;
  };
  return { placesLike };
}

/** The 32-bit FNV-1a hash of a run, folded so that its lower bits hold it all. */
function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + GRAM; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 12);
}
