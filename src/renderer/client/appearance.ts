import {
  DEFAULT_PREFERENCES,
  LINE_LENGTHS,
  TEXT_SIZES,
  type Preferences,
} from '../../ipc/preferences';
import { prefer } from './navigation';
import { onChange, session } from './session';

/** The size of the root's type, in pixels: sizes are given in rem. */
const ROOT_SIZE = 16;

/** Keeps what the preferences say of looks on the page's root, where the styles read it. */
export function followPreferences(): void {
  show(session().preferences);
  onChange(({ preferences }, before) => {
    if (preferences !== before.preferences) show(preferences);
  });
}

function show({ face, textSize, lineLength, density }: Preferences): void {
  const { dataset, style } = document.documentElement;
  dataset['face'] = face;
  dataset['density'] = density;
  style.setProperty('--text-size', `${textSize / ROOT_SIZE}rem`);
  style.setProperty('--line-length', String(lineLength));
}

/** Makes the articles' text one size larger or smaller, as far as sizes go. */
export function stepTextSize(by: 1 | -1): void {
  prefer({ textSize: step(TEXT_SIZES, session().preferences.textSize, by) });
}

/** Gives the articles' text its usual size. */
export function resetText(): void {
  prefer({ textSize: DEFAULT_PREFERENCES.textSize });
}

/** Makes the articles' lines one step longer or shorter, as far as the steps go. */
export function stepLineLength(by: 1 | -1): void {
  prefer({ lineLength: step(LINE_LENGTHS, session().preferences.lineLength, by) });
}

function step<T extends number>(steps: readonly T[], value: T, by: 1 | -1): T {
  return steps[steps.indexOf(value) + by] ?? value;
}
