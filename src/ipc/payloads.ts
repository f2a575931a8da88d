import { editSchema } from '../core/edit/edit';
import { FORMAT_IDS, type FormatId } from '../core/exchange/formats';
import { articleDetailsSchema, MAX_TEXT_LENGTH } from '../core/model/article';
import { comparisonSchema } from '../core/model/comparison';
import { idSchema, lineSchema, sideSchema } from '../core/model/fields';
import { ownTagSchema, settingsSchema } from '../core/model/settings';
import { MOST_BYTES } from '../core/reading/limits';
import { z } from '../core/zod';
import { COMMAND_IDS, type CommandId } from './commands';
import { LEFT, type Calls } from './contract';
import { preferencesSchema } from './preferences';

const draftSchema = z.strictObject({
  ...articleDetailsSchema.unwrap().shape,
  // CRLF line ends shrink on import, so the raw text may be longer than the kept one.
  text: z.string().max(2 * MAX_TEXT_LENGTH),
});
const offset = z.int().nonnegative();
const placeSchema = z.strictObject({ left: offset, right: offset, selected: idSchema.nullable() });
const commandSchema = z.enum(COMMAND_IDS as [CommandId, ...CommandId[]]);
const exportChoiceSchema = z.strictObject({
  format: z.enum(FORMAT_IDS as [FormatId, ...FormatId[]]),
  withText: z.boolean(),
});
const pointSchema = z.strictObject({ x: z.number(), y: z.number() });
const copySchema = z.strictObject({ id: idSchema, file: z.string().max(1_000) });
const fileSchema = [
  z.string().max(1_000),
  z.instanceof(Uint8Array).refine(({ length }) => length <= MOST_BYTES),
] as const;

export const viewStateSchema = z.object({
  places: z.record(idSchema, placeSchema),
  panes: z.record(z.string().max(40), z.number().min(0).max(100)),
});

/** What each call's arguments must be: types do not survive the bridge, so main parses every payload. */
export const payloads: { readonly [K in keyof Calls]: z.ZodType<Parameters<Calls[K]>> } = {
  start: z.tuple([]),
  library: z.tuple([]),
  searchTexts: z.tuple([lineSchema]),
  snippet: z.tuple([idSchema, lineSchema]),
  createComparison: z.tuple([
    z.strictObject({ title: lineSchema, left: draftSchema, right: draftSchema }),
  ]),
  openComparison: z.tuple([idSchema]),
  openSample: z.tuple([]),
  closeComparison: z.tuple([]),
  openWindow: z.tuple([idSchema.nullable()]),
  mayClose: z.tuple([z.enum(LEFT)]),
  clearRecent: z.tuple([]),
  commit: z.tuple([idSchema, z.array(editSchema).min(1), offset]),
  earlierDays: z.tuple([idSchema]),
  openEarlier: z.tuple([idSchema, z.iso.date()]),
  copyEarlier: z.tuple([idSchema, z.iso.date()]),
  readCopy: z.tuple([copySchema]),
  putCopyAside: z.tuple([copySchema]),
  chooseCopy: z.tuple([]),
  duplicateComparison: z.tuple([idSchema]),
  deleteComparison: z.tuple([idSchema]),
  restoreComparison: z.tuple([idSchema]),
  chooseArticle: z.tuple([sideSchema]),
  readChosen: z.tuple([]),
  readArticle: z.tuple([...fileSchema]),
  readPasted: z.tuple([z.string().max(4 * MAX_TEXT_LENGTH)]),
  stopReading: z.tuple([]),
  saveCopy: z.tuple([comparisonSchema]),
  exportComparison: z.tuple([idSchema, exportChoiceSchema]),
  exportAll: z.tuple([exportChoiceSchema]),
  cancelExport: z.tuple([]),
  chooseAnnotationFiles: z.tuple([]),
  importComparison: z.tuple([]),
  importDropped: z.tuple([...fileSchema]),
  chooseBatch: z.tuple([z.enum(['table', 'folder', 'passim', 'corpus'])]),
  makeBatch: z.tuple([]),
  stopBatch: z.tuple([]),
  saveView: z.tuple([viewStateSchema]),
  copyText: z.tuple([z.string().max(2 * MAX_TEXT_LENGTH)]),
  openLink: z.tuple([lineSchema]),
  showContextMenu: z.tuple([z.array(z.array(commandSchema)), pointSchema]),
  print: z.tuple([idSchema]),
  savePdf: z.tuple([idSchema]),
  setPreferences: z.tuple([preferencesSchema]),
  setMenu: z.tuple([
    z.strictObject({
      enabled: z.array(commandSchema),
      keys: z.partialRecord(commandSchema, z.string().max(40)),
      undo: lineSchema.nullable(),
      redo: lineSchema.nullable(),
      tags: z.array(ownTagSchema.unwrap().pick({ name: true, key: true })),
    }),
  ]),
  setSettings: z.tuple([settingsSchema]),
};
