import { useId, type ReactNode } from 'react';
import { LINE_LENGTHS, TEXT_SIZES, type Preferences } from '../../ipc/preferences';
import { prefer } from '../client/navigation';
import { useSession } from '../client/session';
import { closeDialog, Modal } from './modal';
import buttons from './dialogs.module.css';
import styles from './preferences.module.css';

/** How this person likes to read and work. Everything holds at once; the articles beside it show it. */
export function PreferencesDialog() {
  return (
    <Modal title="Preferences" aside>
      <Group title="Appearance">
        <Choice
          name="theme"
          label="Colours"
          choices={[
            ['system', 'As the system'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
        />
        <Choice
          name="density"
          label="Lists and tools"
          choices={[
            ['comfortable', 'Comfortable'],
            ['compact', 'Compact'],
          ]}
        />
      </Group>
      <Group title="Text of the articles">
        <Choice
          name="face"
          label="Typeface"
          choices={[
            ['serif', 'Serif'],
            ['sans', 'Sans-serif'],
          ]}
        />
        <Steps name="textSize" label="Size" steps={TEXT_SIZES} unit="pixels" />
        <Steps name="lineLength" label="Line length" steps={LINE_LENGTHS} unit="characters" />
      </Group>
      <Group title="Reading">
        <Choice
          name="scroll"
          label="Scroll the articles together"
          choices={[
            ['off', 'No'],
            ['proportion', 'In proportion'],
            ['links', 'By their links'],
          ]}
        />
        <Choice
          name="ribbons"
          label="Ribbons between linked spans"
          choices={[
            ['all', 'All'],
            ['selection', 'Only the selected'],
          ]}
        />
        <Switch name="marks">Mark suggestions in the texts</Switch>
      </Group>
      <Group title="Selecting and keys">
        <Switch name="exact" help="Otherwise selections take in whole words.">
          Select exact characters
        </Switch>
        <Switch name="singleKeys" help="Otherwise C, Q, L and the like do nothing.">
          Use keys of a single character
        </Switch>
      </Group>
      <p className={buttons.buttons}>
        <button type="button" className={buttons.primary} onClick={closeDialog}>
          Close
        </button>
      </p>
    </Modal>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** The preferences of one type of value, by name. */
type Named<Value> = {
  [K in keyof Preferences]: Preferences[K] extends Value ? K : never;
}[keyof Preferences];

/** One of a few words, side by side. */
function Choice<K extends Named<string>>({
  name,
  label,
  choices,
}: {
  name: K;
  label: string;
  choices: readonly (readonly [Preferences[K], string])[];
}) {
  const value = useSession((state) => state.preferences[name]);
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      <div>
        {choices.map(([each, word]) => (
          <label key={each}>
            <input
              type="radio"
              name={name}
              checked={value === each}
              onChange={() => prefer({ [name]: each })}
            />
            <span>{word}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of a row of numbers. */
function Steps({
  name,
  label,
  steps,
  unit,
}: {
  name: 'textSize' | 'lineLength';
  label: string;
  steps: readonly number[];
  unit: string;
}) {
  const value = useSession((state) => state.preferences[name]);
  const words = `${value} ${unit}`;
  return (
    <label className={styles.steps}>
      {label}
      <input
        type="range"
        min={0}
        max={steps.length - 1}
        value={steps.indexOf(value)}
        aria-valuetext={words}
        onChange={(event) => prefer({ [name]: steps[Number(event.target.value)] })}
      />
      <span aria-hidden>{words}</span>
    </label>
  );
}

function Switch({
  name,
  help,
  children,
}: {
  name: Named<boolean>;
  help?: string;
  children: ReactNode;
}) {
  const checked = useSession((state) => state.preferences[name]);
  const helpId = useId();
  return (
    <div className={styles.switch}>
      <label>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={help && helpId}
          onChange={() => prefer({ [name]: !checked })}
        />
        {children}
      </label>
      {help && <p id={helpId}>{help}</p>}
    </div>
  );
}
