import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Edit } from '../../core/edit/edit';
import type { Annotation } from '../../core/model/annotation';
import { NO_DETAILS } from '../../core/model/article';
import type { Comparison } from '../../core/model/comparison';
import { DEFAULT_SETTINGS } from '../../core/model/settings';
import { success, type Result } from '../../core/result';
import type { ArticleDraft, ComparisonDraft } from '../../ipc/contract';
import { sha256 } from '../files/article-file';
import { VERSION } from './migrations';
import { Workspace } from './workspace';

let folder: string;
let workspace: Workspace;
let clock = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-workspace-'));
  clock = 0;
  workspace = openWorkspace('id');
});
afterEach(() => rm(folder, { recursive: true }));

/** A workspace on the test's folder, with a clock that moves a second a glance, and ids `<prefix>-1`, `<prefix>-2` … */
function openWorkspace(prefix: string): Workspace {
  let ids = 0;
  return new Workspace(folder, {
    now: () => new Date(Date.UTC(2024, 6, 14) + 1_000 * clock++).toISOString(),
    newId: () => `${prefix}-${++ids}`,
  });
}

function must<T>(result: Result<T>): T {
  return result.ok ? result.value : expect.fail(result.problem);
}

function article(text: string, title = ''): ArticleDraft {
  return { ...NO_DETAILS, title, text };
}

const DRAFT: ComparisonDraft = {
  title: 'Bridge',
  left: article('The mayor opened the bridge.', 'Left'),
  right: article('The bridge was opened.', 'Right'),
};

async function make(draft = DRAFT): Promise<Comparison> {
  return must(await workspace.create(draft)).comparison;
}

function retitle(title: string): Edit {
  return { name: 'Rename', changes: [{ type: 'change-title', title }] };
}

const MAYOR: Annotation = {
  id: 'mark',
  side: 'left',
  tag: 'claim',
  start: 4,
  end: 9,
  exact: 'mayor',
  speaker: '',
  stance: '',
  certainty: '',
  note: '',
  origin: 'manual',
  by: 'Ada',
  created: '2024-07-14T00:00:00.000Z',
  modified: '2024-07-14T00:00:00.000Z',
};
const MARK: Edit = { name: 'Add claim', changes: [{ type: 'add-annotation', annotation: MAYOR }] };

const pathOf = (id: string) => join(folder, 'comparisons', `${id}.json`);
const idsOf = async (of: Workspace) => (await of.library()).entries.map(({ id }) => id).toSorted();

describe('create and open', () => {
  it('starts empty', async () => {
    expect(await workspace.library()).toEqual({
      entries: [],
      unreadable: [],
      recovered: [],
      copies: [],
      folder,
    });
  });

  it('makes a comparison that opens and is listed', async () => {
    const made = must(await workspace.create(DRAFT));
    expect(made).toMatchObject({ revision: 0, comparison: { id: 'id-1', title: 'Bridge' } });
    expect(made.comparison).toMatchObject({ annotations: [], links: [] });
    expect(must(await workspace.open('id-1'))).toEqual(made);
    const { entries } = await workspace.library();
    expect(entries).toMatchObject([
      {
        id: 'id-1',
        title: 'Bridge',
        left: { title: 'Left' },
        right: { title: 'Right' },
        revision: 0,
      },
    ]);
  });

  it.each([
    { name: 'its own', title: 'Mine', left: 'L', right: 'R', wanted: 'Mine' },
    { name: 'the left article’s', title: '', left: 'L', right: 'R', wanted: 'L' },
    { name: 'a stand-in', title: '', left: '', right: '', wanted: 'Untitled article' },
  ])('takes $name title', async ({ title, left, right, wanted }) => {
    const made = await make({ title, left: article('x', left), right: article('y', right) });
    expect(made.title).toBe(wanted);
  });

  it.each([
    { left: ' ', right: 'y', problem: /^The left article: it has no text/ },
    { left: 'x', right: '', problem: /^The right article: it has no text/ },
  ])('refuses “$left” beside “$right” and saves nothing', async ({ left, right, problem }) => {
    const made = await workspace.create({ title: '', left: article(left), right: article(right) });
    expect(made).toMatchObject({ ok: false, problem: expect.stringMatching(problem) });
    expect(await idsOf(workspace)).toEqual([]);
  });

  it('says that a comparison is not there', async () => {
    expect(await workspace.open('gone')).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/no longer in the workspace/),
    });
  });

  it('keeps every text exactly', async () => {
    const anyText = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 5 }),
          fc.constantFrom(
            '\ud83d',
            '\ude00',
            'e\u0301',
            '\u2028',
            '"\\',
            '👩\u200d🚀',
            'שלום',
            '\u200f',
          ),
        ),
        { maxLength: 12 },
      )
      .map((parts) => `a${parts.join('').replaceAll(/[\r\0]/g, '')}`);
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (left, right) => {
        const made = await make({ title: 't', left: article(left), right: article(right) });
        expect([made.left.text, made.right.text]).toEqual([left, right]);
        const { comparison } = must(await openWorkspace('other').open(made.id));
        expect(comparison).toEqual(made);
      }),
      { numRuns: 30 },
    );
  }, 30_000);
});

describe('add', () => {
  it('keeps a free id and gives a taken one anew', async () => {
    const made = await make();
    const other: Comparison = { ...made, title: 'Other' };
    const again = must(await workspace.add(other));
    expect(again.comparison).toEqual({ ...other, id: 'id-2' });
    const free = must(await workspace.add({ ...other, id: 'free' }));
    expect(free.comparison.id).toBe('free');
    expect(must(await workspace.open(made.id)).comparison).toEqual(made);
    expect(await idsOf(workspace)).toEqual(['free', 'id-1', 'id-2']);
  });

  it('gives the id of a deleted comparison anew too', async () => {
    const made = await make();
    must(await workspace.setDeleted(made.id, true));
    expect(must(await workspace.add(made)).comparison.id).toBe('id-2');
    must(await workspace.setDeleted(made.id, false));
    expect(await idsOf(workspace)).toEqual(['id-1', 'id-2']);
  });

  it('adds what is new and leaves what is there, deleted or in other capitals', async () => {
    const made = await make();
    const { id } = made;
    expect(await workspace.addNew({ ...made, title: 'Other' })).toEqual(success(false));
    expect(await workspace.addNew({ ...made, id: id.toUpperCase() })).toEqual(success(false));
    must(await workspace.setDeleted(id, true));
    expect(await workspace.holds(id)).toEqual(success(true));
    expect(await workspace.holds('new')).toEqual(success(false));
    expect(await workspace.addNew({ ...made, id: 'new' })).toEqual(success(true));
    expect(must(await workspace.open('new')).comparison).toEqual({ ...made, id: 'new' });
    expect(await idsOf(workspace)).toEqual(['new']);
  });

  it('sees a file that came from outside since', async () => {
    const made = await make();
    must(await openWorkspace('other').addNew({ ...made, id: 'brought' }));
    expect(await workspace.addNew({ ...made, id: 'brought', title: 'Mine' })).toEqual(
      success(false),
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'lists the id %s like any other',
    async (id) => {
      const made = await make();
      must(await workspace.add({ ...made, id }));
      for (const each of [workspace, openWorkspace('other'), openWorkspace('third')])
        expect(await idsOf(each)).toEqual([id, 'id-1'].toSorted());
    },
  );
});

describe('openOrCreate', () => {
  const never = () => expect.fail('the draft was not needed');

  it('makes the comparison once, then opens it, and brings it back', async () => {
    const made = must(
      await workspace.openOrCreate('sample', async () => ({ ok: true, value: DRAFT })),
    );
    expect(made.comparison.id).toBe('sample');
    expect(must(await workspace.openOrCreate('sample', never))).toEqual(made);
    must(await workspace.setDeleted('sample', true));
    expect(must(await workspace.openOrCreate('sample', never))).toEqual(made);
    expect(await idsOf(workspace)).toEqual(['sample']);
  });

  it('hands on why there is no draft', async () => {
    const failed = { ok: false, problem: 'No sample.' } as const;
    expect(await workspace.openOrCreate('sample', async () => failed)).toEqual(failed);
    expect(await idsOf(workspace)).toEqual([]);
  });
});

describe('commit', () => {
  it('saves edits and counts revisions', async () => {
    const { id } = await make();
    expect(await workspace.commit(id, [MARK], 0)).toEqual({ ok: true, value: 1 });
    expect(await workspace.commit(id, [retitle('A'), retitle('B')], 1)).toEqual({
      ok: true,
      value: 2,
    });
    const opened = must(await openWorkspace('other').open(id));
    expect(opened).toMatchObject({ revision: 2, comparison: { title: 'B', annotations: [MAYOR] } });
    expect(must(await workspace.open(id))).toEqual(opened);
  });

  it.each([-1, 0, 2, 99])('refuses the base revision %i when the saved one is 1', async (base) => {
    const { id } = await make();
    must(await workspace.commit(id, [MARK], 0));
    const bytes = await readFile(pathOf(id));
    expect(await workspace.commit(id, [retitle('lost')], base)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/changed elsewhere/),
    });
    expect(await readFile(pathOf(id))).toEqual(bytes);
    expect(must(await workspace.open(id)).revision).toBe(1);
  });

  it('saves all edits or none', async () => {
    const { id } = await make();
    const before = must(await workspace.open(id));
    const refused = await workspace.commit(id, [retitle('half'), MARK, MARK], 0);
    expect(refused.ok).toBe(false);
    expect(must(await workspace.open(id))).toEqual(before);
    expect(must(await openWorkspace('other').open(id))).toEqual(before);
  });

  it('keeps the order of commits that do not wait for each other', async () => {
    const { id } = await make();
    const numbers = Array.from({ length: 25 }, (_, index) => index);
    const answers = await Promise.all(
      numbers.map((number) => workspace.commit(id, [retitle(`title ${number}`)], number)),
    );
    expect(answers).toEqual(numbers.map((number) => ({ ok: true, value: number + 1 })));
    expect(must(await openWorkspace('other').open(id))).toMatchObject({
      revision: 25,
      comparison: { title: 'title 24' },
    });
  });

  it('lets one of two commits on the same revision win', async () => {
    const { id } = await make();
    const [first, second] = await Promise.all([
      workspace.commit(id, [retitle('first')], 0),
      workspace.commit(id, [retitle('second')], 0),
    ]);
    expect([first.ok, second.ok]).toEqual([true, false]);
    expect(must(await openWorkspace('other').open(id)).comparison.title).toBe('first');
  });
});

describe('a corrected text', () => {
  const correction = (text: string, hash: string): Edit => ({
    name: 'Correct left article’s text',
    changes: [
      {
        type: 'change-text',
        side: 'left',
        text,
        sha256: hash,
        placed: [],
        unplaced: [],
        rejections: [],
        proposed: [],
      },
    ],
  });

  it('is saved with its checksum, and refused with another', async () => {
    const made = await make();
    const wrong = await workspace.commit(made.id, [correction('Better', sha256('Bitter'))], 0);
    expect(wrong).toMatchObject({ ok: false, problem: expect.stringMatching(/do not fit/) });
    must(await workspace.commit(made.id, [correction('Better', sha256('Better'))], 0));
    const { comparison } = must(await openWorkspace('other').open(made.id));
    expect(comparison.left).toEqual({ ...made.left, text: 'Better', sha256: sha256('Better') });
  });
});

describe('duplicate', () => {
  it('copies everything but id, title and day', async () => {
    const { id } = await make();
    must(await workspace.commit(id, [MARK], 0));
    const original = must(await workspace.open(id)).comparison;
    const entry = must(await workspace.duplicate(id));
    expect(entry).toMatchObject({ id: 'id-2', title: 'Bridge (copy)', revision: 0 });
    const copy = must(await openWorkspace('other').open('id-2')).comparison;
    expect(copy).toEqual({
      ...original,
      id: 'id-2',
      title: 'Bridge (copy)',
      created: copy.created,
    });
    expect(copy.created > original.created).toBe(true);
    must(await workspace.commit('id-2', [retitle('Changed')], 0));
    expect(must(await workspace.open(id)).comparison).toEqual(original);
  });

  it('copies a comparison with the longest title so that it can be read again', async () => {
    const { id } = await make({ ...DRAFT, title: 'é'.repeat(2_000) });
    const entry = must(await workspace.duplicate(id));
    expect(entry.title).toMatch(/^é+… \(copy\)$/);
    expect(must(await openWorkspace('other').open(entry.id)).comparison.title).toBe(entry.title);
  });

  it('refuses a comparison that is deleted or not there', async () => {
    const { id } = await make();
    must(await workspace.setDeleted(id, true));
    expect((await workspace.duplicate(id)).ok).toBe(false);
    expect((await workspace.duplicate('gone')).ok).toBe(false);
    expect(await idsOf(workspace)).toEqual([]);
  });
});

describe('setDeleted', () => {
  it('takes a comparison out of the library and brings it back as it was', async () => {
    const { id } = await make();
    must(await workspace.commit(id, [MARK], 0));
    const before = must(await workspace.open(id));
    expect(await workspace.setDeleted(id, true)).toEqual({ ok: true, value: null });
    expect(await workspace.open(id)).toEqual({
      ok: false,
      problem: 'This comparison was deleted.',
    });
    expect(await idsOf(workspace)).toEqual([]);
    const other = openWorkspace('other');
    expect(await idsOf(other)).toEqual([]);
    must(await other.setDeleted(id, false));
    expect(must(await other.open(id))).toEqual(before);
    expect(await idsOf(other)).toEqual([id]);
  });

  it('writes nothing when there is nothing to do', async () => {
    const { id } = await make();
    const bytes = await readFile(pathOf(id));
    must(await workspace.setDeleted(id, false));
    expect(await readFile(pathOf(id))).toEqual(bytes);
    expect((await workspace.setDeleted('gone', true)).ok).toBe(false);
  });
});

describe('the library', () => {
  it('is the same for a new workspace on the folder', async () => {
    await make();
    const { id } = await make({ ...DRAFT, title: 'Second' });
    must(await workspace.commit(id, [MARK], 0));
    must(await workspace.duplicate(id));
    const before = await workspace.library();
    await workspace.settle();
    expect(before.entries).toHaveLength(3);
    expect(await openWorkspace('other').library()).toEqual(before);
  });

  it('sees what changed since its index was written', async () => {
    const { id } = await make();
    await workspace.library();
    must(await workspace.commit(id, [retitle('A longer title')], 0));
    expect((await openWorkspace('other').library()).entries).toMatchObject([
      { id, title: 'A longer title', revision: 1 },
    ]);
    expect((await workspace.library()).entries).toMatchObject([{ title: 'A longer title' }]);
  });

  it('forgets a comparison whose file is gone', async () => {
    const { id } = await make();
    await workspace.library();
    await rm(pathOf(id));
    expect(await idsOf(openWorkspace('other'))).toEqual([]);
  });

  it('is rebuilt when its index is deleted', async () => {
    await make();
    const before = await workspace.library();
    await rm(join(folder, 'index.json'), { force: true });
    const other = openWorkspace('other');
    expect(await other.library()).toEqual(before);
    await other.settle();
    expect(await readdir(folder)).toContain('index.json');
  });

  it.each([
    '',
    '{',
    'null',
    '7',
    '"x"',
    '[]',
    '{}',
    '{"version":1,"rows":{}}',
    '{"version":9,"rows":{}}',
    '{"version":3}',
    '{"version":3,"rows":null}',
    '{"version":3,"rows":[]}',
    '{"version":3,"rows":{"id-1":null}}',
    '{"version":3,"rows":{"id-1":{"mark":"old","entry":null}}}',
  ])('is rebuilt from the damaged index %s', async (text) => {
    await make();
    const before = await workspace.library();
    await writeFile(join(folder, 'index.json'), text);
    const other = openWorkspace('other');
    expect(await other.library()).toEqual(before);
    await other.settle();
    const index: unknown = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
    expect(index).toMatchObject({ version: 3, rows: { 'id-1': { entry: { id: 'id-1' } } } });
  });

  it.each([
    { name: 'a letter of a title', from: '"title":"Bridge"', to: '"title":"Brudge"' },
    { name: 'the name of a field', from: '"outlet"', to: '"outlat"' },
  ])('is rebuilt from an index in which $name is another', async ({ from, to }) => {
    await make();
    const before = await workspace.library();
    await workspace.settle();
    const path = join(folder, 'index.json');
    const index = await readFile(path, 'utf8');
    expect(index).toContain(from);
    await writeFile(path, index.replace(from, to));
    expect(await openWorkspace('other').library()).toEqual(before);
  });

  it('is written at the end, not after each edit', async () => {
    const { id } = await make();
    await workspace.settle();
    const written = await readFile(join(folder, 'index.json'), 'utf8');
    await workspace.commit(id, [retitle('Tunnel')], 0);
    expect((await workspace.library()).entries).toMatchObject([{ title: 'Tunnel' }]);
    expect(await readFile(join(folder, 'index.json'), 'utf8')).toBe(written);
    await workspace.settle();
    expect(await readFile(join(folder, 'index.json'), 'utf8')).toContain('Tunnel');
  });

  it('does without an index it cannot write', async () => {
    await mkdir(join(folder, 'index.json', 'in-the-way'), { recursive: true });
    const { id } = await make();
    expect(await idsOf(workspace)).toEqual([id]);
    expect(await idsOf(openWorkspace('other'))).toEqual([id]);
  });

  it('passes over files that are not comparisons', async () => {
    const { id } = await make();
    await writeFile(join(folder, 'comparisons', 'notes.txt'), 'x');
    await writeFile(join(folder, 'comparisons', '.0123.tmp'), 'x');
    expect(await workspace.library()).toMatchObject({ entries: [{ id }], unreadable: [] });
  });
});

describe('a damaged comparison', () => {
  type Damage = (text: string) => string;
  it.each<{ name: string; damage: Damage }>([
    { name: 'empty', damage: () => '' },
    { name: 'cut off', damage: (text) => text.slice(0, -20) },
    { name: 'not JSON', damage: () => 'hello' },
    { name: 'other JSON', damage: () => '{"a":1}' },
    {
      name: 'of a later version',
      damage: (text) => text.replace(`"version":${VERSION}`, `"version":${VERSION + 1}`),
    },
    {
      name: 'with a wrong span',
      damage: (text) => text.replace('"exact":"mayor"', '"exact":"bridge"'),
    },
    { name: 'with an unknown field', damage: (text) => text.replace('"links":', '"x":1,"links":') },
    { name: 'with another’s id', damage: (text) => text.replace('"id":"id-1"', '"id":"id-9"') },
  ])(
    'that is $name and has no backup is listed as unreadable and never touched',
    async ({ damage }) => {
      const { id } = await make();
      must(await workspace.commit(id, [MARK], 0));
      const sound = await make();
      await workspace.settle();
      const text = await readFile(pathOf(id), 'utf8');
      const damaged = damage(text);
      expect(damaged).not.toBe(text);
      await writeFile(pathOf(id), damaged);
      await rm(join(folder, 'comparisons', 'history'), { recursive: true });
      await rm(join(folder, 'comparisons', `${id}.backup.json`));

      const other = openWorkspace('other');
      const { entries, unreadable } = await other.library();
      expect(entries.map((entry) => entry.id)).toEqual([sound.id]);
      expect(unreadable).toEqual([
        { file: `${id}.json`, problem: expect.stringMatching(/^id-1\.json .*left as it is/s) },
      ]);
      for (const answer of [
        await other.open(id),
        await other.commit(id, [retitle('x')], 1),
        await other.setDeleted(id, true),
        await other.duplicate(id),
      ])
        expect(answer.ok).toBe(false);
      expect(must(await other.add({ ...sound, id })).comparison.id).toBe('other-1');
      await other.settle();
      expect(await readFile(pathOf(id), 'utf8')).toBe(damaged);
    },
  );
});

describe('a workspace that cannot be written', () => {
  /** Puts a file where the comparisons' folder was. */
  async function block(): Promise<void> {
    await rename(join(folder, 'comparisons'), join(folder, 'away'));
    await writeFile(join(folder, 'comparisons'), '');
  }
  async function unblock(): Promise<void> {
    await rm(join(folder, 'comparisons'));
    await rename(join(folder, 'away'), join(folder, 'comparisons'));
  }
  const notSaved = { ok: false, problem: expect.stringMatching(/^Not saved: .*ry again\.$/) };

  it('says so, keeps what was saved, and saves again once it can', async () => {
    const { id } = await make();
    must(await workspace.commit(id, [MARK], 0));
    const before = must(await workspace.open(id));
    await block();
    expect(await workspace.commit(id, [retitle('lost')], 1)).toEqual({
      ...notSaved,
      unwritten: true,
    });
    expect(await workspace.setDeleted(id, true)).toEqual(notSaved);
    expect(await workspace.duplicate(id)).toEqual(notSaved);
    expect(must(await workspace.open(id))).toEqual(before);
    await unblock();
    expect(must(await openWorkspace('other').open(id))).toEqual(before);
    expect(await idsOf(workspace)).toEqual([id]);
    expect(await workspace.commit(id, [retitle('kept')], 1)).toEqual({ ok: true, value: 2 });
    expect(must(await openWorkspace('other').open(id)).comparison.title).toBe('kept');
  });

  it('says so when a comparison is made', async () => {
    const made = await make();
    await block();
    expect(await workspace.create(DRAFT)).toEqual(notSaved);
    expect(await workspace.add({ ...made, id: 'free' })).toEqual(notSaved);
    await unblock();
    expect(await idsOf(workspace)).toEqual([made.id]);
  });
});

describe('what a workspace does not let in', () => {
  it.each(['ID-1', 'con', 'LPT1'])(
    'gives a comparison with the id %s one that can name a file',
    async (id) => {
      const made = await make();
      expect(must(await workspace.add({ ...made, id })).comparison.id).toBe('id-2');
    },
  );

  it('refuses edits of a deleted comparison', async () => {
    const { id } = await make();
    must(await workspace.setDeleted(id, true));
    const answer = await workspace.commit(id, [retitle('X')], 0);
    expect(answer).toMatchObject({ ok: false, problem: expect.stringContaining('deleted') });
  });

  it('says that a folder cannot be used instead of failing', async () => {
    await writeFile(join(folder, 'comparisons'), '');
    const { entries, unreadable } = await workspace.library();
    expect(entries).toEqual([]);
    expect(unreadable[0]?.problem).toContain('cannot be read');
    const refused = { ok: false, problem: expect.stringContaining('Put the folder back') };
    expect(await workspace.openOrCreate('sample', async () => success(DRAFT))).toEqual(refused);
    const copy = { id: 'x', file: 'x (1).json' };
    expect(await workspace.readCopy(copy)).toEqual(refused);
    expect(await workspace.putCopyAside(copy)).toEqual(refused);
  });
});

describe('a comparison changed from outside', () => {
  it('while it is open refuses the next edit once, and goes on after reading it again', async () => {
    const { id } = await make();
    must(await openWorkspace('other').commit(id, [retitle('from outside')], 0));
    const refused = await workspace.commit(id, [retitle('here')], 0);
    expect(refused).toEqual({ ok: false, problem: expect.stringContaining('another program') });
    const { revision, comparison } = must(await workspace.open(id));
    expect({ revision, title: comparison.title }).toEqual({ revision: 1, title: 'from outside' });
    must(await workspace.commit(id, [retitle('here')], 1));
    const other = openWorkspace('other');
    expect(await other.setDeleted(id, false)).toMatchObject({ ok: true });
    must(await workspace.commit(id, [retitle('again')], 2));
    expect((await other.setDeleted(id, true)).ok).toBe(false);
    expect(must(await openWorkspace('third').open(id)).comparison.title).toBe('again');
  });

  it('in nothing but its files’ times is edited on', async () => {
    const { id } = await make();
    must(await workspace.commit(id, [retitle('one')], 0));
    await utimes(pathOf(id), 1, 1);
    expect(await workspace.commit(id, [retitle('two')], 1)).toEqual({ ok: true, value: 2 });
    expect(must(await openWorkspace('other').open(id)).comparison.title).toBe('two');
  });

  it('whose file was removed is written again whole, with the rest of the old kept aside', async () => {
    const { id } = await make();
    must(await workspace.commit(id, [retitle('one')], 0));
    await rm(pathOf(id));
    expect(await workspace.commit(id, [retitle('two')], 1)).toEqual({ ok: true, value: 2 });
    expect(must(await openWorkspace('other').open(id))).toMatchObject({
      revision: 2,
      comparison: { title: 'two' },
    });
    const names = await readdir(join(folder, 'comparisons'));
    expect(names.filter((name) => name.endsWith('.journal'))).toEqual([
      expect.stringMatching(/^id-1\.damaged-/),
    ]);
  });

  it('is read afresh when it is opened', async () => {
    const { id } = await make();
    must(await openWorkspace('other').commit(id, [retitle('from outside')], 0));
    const opened = must(await workspace.open(id));
    expect(opened.comparison.title).toBe('from outside');
    expect(must(await workspace.commit(id, [retitle('here')], opened.revision))).toBe(2);
  });
});

describe('a workspace that another program has open', () => {
  it('is read, and nothing in it is changed', async () => {
    const { id } = await make();
    await workspace.commit(id, [retitle('Tunnel')], 0);
    await workspace.settle();
    await writeFile(pathOf('damaged'), '{');
    await rm(join(folder, 'index.json'), { force: true });
    const before = await snapshotOf(folder);

    const reader = new Workspace(folder, {
      now: () => new Date().toISOString(),
      newId: () => 'new',
      readOnly: () => 'Diptych has it open',
    });
    const { entries, unreadable } = await reader.library();
    expect(entries).toMatchObject([{ id, title: 'Tunnel', revision: 1 }]);
    expect(unreadable).toMatchObject([{ file: 'damaged.json' }]);
    expect(must(await reader.open(id)).comparison.title).toBe('Tunnel');
    for (const refused of [
      await reader.commit(id, [retitle('Ferry')], 1),
      await reader.create(DRAFT),
      await reader.duplicate(id),
      await reader.setDeleted(id, true),
    ])
      expect(refused).toMatchObject({
        ok: false,
        problem: 'Not saved: Diptych has it open, so it can only be read here.',
      });
    await expect(reader.settings.write(DEFAULT_SETTINGS)).rejects.toThrow('Diptych has it open');
    await reader.settle();
    expect(await snapshotOf(folder)).toEqual(before);
  });
});

/** The content of every file below a folder, by path. */
async function snapshotOf(root: string): Promise<Record<string, string>> {
  const files = await readdir(root, { recursive: true, withFileTypes: true });
  const entries = files
    .filter((file) => file.isFile())
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path, await readFile(path, 'utf8')] as const;
    });
  return Object.fromEntries(await Promise.all(entries));
}
