/**
 * A map from ids that is never changed: with another value it is a new map, and only one small part of it is copied, so
 * that a change among tens of thousands of entries costs microseconds and the map before stays as it is.
 */
export type Keyed<V> = readonly (Bucket<V> | undefined)[];

type Bucket<V> = readonly (readonly [id: string, value: V])[];

/** So many parts that few ids share one; a power of two. */
const BUCKETS = 2048;

/** A map of entries, which must have an id of their own each. */
export function keyed<V>(entries: Iterable<readonly [id: string, value: V]>): Keyed<V> {
  const buckets: (Bucket<V> | undefined)[] = Array.from({ length: BUCKETS });
  for (const entry of entries) {
    const at = bucketOf(entry[0]);
    const bucket = buckets[at] as (typeof entry)[] | undefined;
    if (bucket) bucket.push(entry);
    else buckets[at] = [entry];
  }
  return buckets;
}

/** The value of an id, or undefined. */
export function valueOf<V>(map: Keyed<V>, id: string): V | undefined {
  return map[bucketOf(id)]?.find(([each]) => each === id)?.[1];
}

/** The map with another value for an id, or without that id when there is none. */
export function withValue<V>(map: Keyed<V>, id: string, value: V | undefined): Keyed<V> {
  const at = bucketOf(id);
  const others = map[at]?.filter(([each]) => each !== id) ?? [];
  const next = map.slice();
  next[at] = value === undefined ? others : [...others, [id, value]];
  return next;
}

/** The 32-bit FNV-1a hash, cut to the number of buckets. */
function bucketOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
