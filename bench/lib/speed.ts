import { spawnSync } from 'node:child_process';
import { PARTS, suggest, type Part } from '../../src/core/suggest/suggest';
import type { readGold, Texts } from './data';
import { figureOf, type Figure } from './figures';
import { MATCHERS, compromiseQuotes, type MatcherName } from './peers';
import { SAMPLE_STEP } from './quality';
import { median, medianRound, quantile, rounds, timed } from './time';

const ROUNDS = 5;
const SMALL = 320_000;
const LARGE = 1_280_000;
const BYTES_PER_MB = 1_000_000;
const ALL = 'all';

type Gold = ReturnType<typeof readGold>;

const run = (parts: readonly Part[]) => (pair: Texts) => suggest(pair.left, pair.right, parts);
const matcher = (name: MatcherName) => (pair: Texts) => MATCHERS[name](pair.left, pair.right);

/** Pairs a second on one core, and milliseconds for a news pair and for an article's quotes. */
export function speed(gold: Gold): readonly Figure[] {
  const pan = gold.passages().texts;
  const news = [...gold.links().texts, ...gold.linksTrain().texts];
  const articles = gold.quotes().texts;
  const perSecond = (texts: readonly Texts[], work: (pair: Texts) => unknown, count = ROUNDS) =>
    (1000 * texts.length) / medianRound(texts, count, work);

  const sample = pan.filter((_, index) => index % SAMPLE_STEP === 0);
  const sampled = `(${sample.length} pairs)`;
  const once = (name: MatcherName) =>
    (1000 * sample.length) / timed(() => sample.forEach(matcher(name)));
  const onNews = rounds(news, ROUNDS, run(PARTS)).flat();
  const newsPeers = Object.keys(MATCHERS) as MatcherName[];
  const newsTimes = newsPeers.map((name) =>
    gold.links().texts.map((pair) => timed(() => matcher(name)(pair))),
  );
  const peersAt = (share: number) =>
    Object.fromEntries(newsPeers.map((name, i) => [name, quantile(newsTimes[i] ?? [], share)]));
  const characters = news.reduce((sum, { left, right }) => sum + left.length + right.length, 0);
  const newsData = `${news.length} news pairs, ${(characters / news.length / 2000).toFixed(1)} k characters a side`;
  const panData = `${pan.length} PAN pairs`;
  return [
    figureOf('speed: passages of PAN pairs', perSecond(pan, run(['passages'])), {
      unit: 'pairs/s',
      goal: '>= 500',
      data: panData,
      peers: {
        'n-grams': perSecond(pan, matcher('n-grams'), 1),
        [`jsdiff ${sampled}`]: once('jsdiff'),
        [`diff-match-patch ${sampled}`]: once('diff-match-patch'),
      },
    }),
    figureOf('speed: everything of PAN pairs', perSecond(pan, run(PARTS)), {
      unit: 'pairs/s',
      data: panData,
    }),
    figureOf('speed: everything of a news pair, p50', median(onNews), {
      unit: 'ms',
      data: newsData,
      peers: peersAt(0.5),
    }),
    figureOf('speed: everything of a news pair, p95', quantile(onNews, 0.95), {
      unit: 'ms',
      goal: '<= 30',
      data: newsData,
      peers: peersAt(0.95),
    }),
    figureOf(
      'speed: quotes of an article',
      medianRound(articles, ROUNDS, run(['quotes'])) / articles.length,
      {
        unit: 'ms',
        data: `${articles.length} articles`,
        peers: {
          compromise:
            medianRound(articles, 1, ({ left }) => compromiseQuotes(left)) / articles.length,
        },
      },
    ),
  ];
}

/** Growth and memory, each measurement in a Node process of its own that runs this same program. */
export function growth(folder: string): readonly Figure[] {
  const measure = (what: string, size: number): { ms: number; mb: number } => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [process.argv[1] as string, '--eval', folder, '--measure', `${what}:${size}`],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as { ms: number; mb: number };
  };
  const exponent = (small: number, large: number) =>
    Math.log(large / small) / Math.log(LARGE / SMALL);
  const data = `${SMALL / 1000} k and ${LARGE / 1000} k characters a side`;
  const ngrams = [measure('n-grams', SMALL), measure('n-grams', LARGE)] as const;
  return [ALL, 'passages'].flatMap((what) => {
    const [small, large] = [measure(what, SMALL), measure(what, LARGE)];
    const name = what === ALL ? 'everything' : what;
    const peers = (of: (measured: typeof ngrams) => number) =>
      what === ALL ? {} : { 'n-grams': of(ngrams) };
    return [
      figureOf(`growth: exponent, ${name}`, exponent(small.ms, large.ms), {
        goal: '<= 1.25',
        data,
        peers: peers(([s, l]) => exponent(s.ms, l.ms)),
      }),
      figureOf(`growth: 320 k x 2, ${name}`, small.ms, {
        unit: 'ms',
        data,
        peers: peers(([s]) => s.ms),
      }),
      figureOf(`growth: 1.28 M x 2, ${name}`, large.ms, {
        unit: 'ms',
        goal: '<= 1000',
        data,
        peers: peers(([, l]) => l.ms),
      }),
      figureOf(`growth: peak memory of the process, ${name}`, large.mb, {
        unit: 'MB',
        goal: '<= 300',
        data,
        peers: peers(([, l]) => l.mb),
      }),
    ];
  });
}

/** What the child process does: the median time over texts of a size, and the peak memory after the first time. */
export function measureLarge(asked: string, gold: Gold): { ms: number; mb: number } {
  const [what = ALL, size = SMALL] = asked.split(':');
  const [left, right] = longTexts(gold.passages().texts, Number(size));
  const work =
    what === 'n-grams'
      ? () => MATCHERS[what](left, right)
      : () => suggest(left, right, what === ALL ? PARTS : [what as Part]);
  const first = timed(work);
  const mb = (process.resourceUsage().maxRSS * 1024) / BYTES_PER_MB;
  const times = [first, ...Array.from({ length: ROUNDS - 1 }, () => timed(work))];
  return { ms: median(times), mb };
}

/** Two texts of `size` characters: the PAN documents one after the other, the categories taking turns. */
function longTexts(texts: readonly Texts[], size: number): [string, string] {
  const stride = 120;
  const order = texts
    .map((_, index) => index)
    .toSorted((x, y) => (x % stride) - (y % stride) || x - y);
  const build = (side: 'left' | 'right') => {
    const documents = new Set(order.map((index) => texts[index]?.[side] ?? ''));
    const parts: string[] = [];
    let length = 0;
    for (const document of documents) {
      if (length >= size) break;
      parts.push(document);
      length += document.length + 2;
    }
    return parts.join('\n\n').slice(0, size);
  };
  return [build('left'), build('right')];
}
