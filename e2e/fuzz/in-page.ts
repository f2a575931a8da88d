/** What to ask of one channel: arguments that fit it, which are then spoilt in so many ways. */
export interface Fuzzing {
  readonly name: string;
  readonly fitting: readonly unknown[];
  readonly times: number;
  readonly seed: number;
}

/** Calls one channel with hostile arguments, from within the page; the answer tells what was wrong with any answer. */
export async function fuzzChannel({ name, fitting, times, seed }: Fuzzing): Promise<string[]> {
  // Mulberry32: the same numbers for the same seed.
  let state = seed;
  const random = (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  let deep: unknown = 'x';
  for (let level = 0; level < 500; level++) deep = [deep];
  const withPrototype: unknown = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{}}');
  const words = ['__proto__', 'constructor', 'CON', 'nul', 'nobody', 'x'.repeat(64)];
  const paths = ['../x', '..\\x', '/etc/passwd', 'C:\\x', 'a\0b', '.', '', 'x/../../x', '%2e%2e/x'];
  const texts = ['\ud800', '\u202e', '<img src=x onerror=hacked=1>', 'x'.repeat(100_000), '=1+1'];
  const numbers = [Number.NaN, Infinity, -1, -0, 1e308, 2 ** 53, 0.5, 2 ** 31];
  const others = [
    undefined,
    null,
    false,
    [],
    {},
    [[]],
    deep,
    cyclic,
    withPrototype,
    { length: -1 },
    new Date(Number.NaN),
    /x/g,
    new Error('x'),
    10n,
    new Uint8Array(3),
    new ArrayBuffer(8),
    new Float64Array(2),
    () => 1,
    Symbol('x'),
  ];
  const pools = [words, paths, texts, numbers, others];
  const hostile = () => {
    const pool = pools[random(pools.length)] ?? others;
    return pool[random(pool.length)];
  };
  /** The same value with one thing in it replaced, added or taken away. */
  const spoilt = (value: unknown): unknown => {
    const isPlain = typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
    if (!isPlain || random(6) === 0) return hostile();
    const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    const keys = Object.keys(copy);
    const key = keys[random(keys.length)];
    const way = random(8);
    const added = words[random(words.length)] ?? 'x';
    // Defined, not set: `__proto__` would be no property of its own.
    if (key === undefined || way === 0)
      Object.defineProperty(copy, added, { value: hostile(), enumerable: true });
    else if (way === 1) Reflect.deleteProperty(copy, key);
    else copy[key] = spoilt(copy[key]);
    return copy;
  };
  const argumentsFor = (time: number): unknown[] => {
    if (time === 0) return ['x'.repeat(5_000_000)];
    if (time % 4 === 1) return Array.from({ length: random(5) }, hostile);
    const args = spoilt([...fitting]);
    return Array.isArray(args) ? args : [args];
  };
  const call = (window.diptych as unknown as Record<string, (...args: unknown[]) => unknown>)[name];
  const wrongs: string[] = [];
  const ask = async (time: number) => {
    const args = argumentsFor(time);
    const said = (what: string) => wrongs.push(`${name}, time ${time}: ${what}`);
    try {
      const answer = await call?.(...args);
      const { ok, problem } = (answer ?? {}) as { ok?: boolean; problem?: unknown };
      if (ok === false && (typeof problem !== 'string' || !/[.!?]$/.test(problem)))
        said(`refused without words: ${String(problem)}`);
      if (ok === false && /\b(undefined|null|TypeError|Cannot read|\[object)/.test(String(problem)))
        said(`refused in no words for people: ${String(problem)}`);
    } catch (error) {
      const { message } = error as Error;
      // The first is main's, the others are those of the bridge, which such values do not pass.
      if (!/arguments do not fit the contract|could not be cloned|Recursion depth/.test(message))
        said(`failed: ${message.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: times }, (_, time) => ask(time)));
  return wrongs;
}
