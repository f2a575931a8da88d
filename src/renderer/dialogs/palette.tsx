import { useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { Annotation } from '../../core/model/annotation';
import type { OwnTag } from '../../core/model/settings';
import { commandOf, type CommandId } from '../../ipc/commands';
import { couldRun } from '../client/commands';
import { KeyName } from '../client/key-name';
import {
  goToAnnotation,
  MENU_NAMES,
  paletteAnnotations,
  paletteCommands,
  paletteTags,
  runFromPalette,
  tagFromPalette,
} from '../client/palette';
import { session } from '../client/session';
import { canTag } from '../client/spans';
import { shorten, tagLabel, tagName } from '../client/words';
import { Chooser } from './chooser';
import dialogs from './dialogs.module.css';
import { closeDialog } from './modal';
import styles from './palette.module.css';

type Choice =
  | { readonly kind: 'command'; readonly id: CommandId; readonly enabled: boolean }
  | { readonly kind: 'tag'; readonly tag: OwnTag; readonly enabled: boolean }
  | { readonly kind: 'annotation'; readonly annotation: Annotation };

/** Every command, tag of one's own and annotation of the comparison, found by typing. */
export function Palette() {
  const opener = useRef(document.activeElement).current;
  // What can run does not change while the palette is open.
  const state = useRef(session()).current;
  const [query, setQuery] = useState('');
  const commands = paletteCommands(query, state).map((id): Choice => ({
    kind: 'command',
    id,
    enabled: couldRun(id, state),
  }));
  const tags = paletteTags(query, state).map((tag): Choice => ({
    kind: 'tag',
    tag,
    enabled: canTag(state),
  }));
  const annotations = paletteAnnotations(query, state.comparison?.annotations ?? []).map(
    (annotation): Choice => ({ kind: 'annotation', annotation }),
  );
  const nothing = commands.length === 0 && tags.length === 0 && annotations.length === 0;
  return (
    <ModalOverlay
      className={`${dialogs.overlay} ${styles.overlay}`}
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeDialog();
      }}
    >
      <Modal className={`${dialogs.modal} ${styles.modal}`}>
        <Dialog className={styles.dialog ?? ''} aria-label="Command palette">
          <Chooser
            label="Commands and annotations"
            placeholder={state.comparison ? 'Find a command or an annotation' : 'Find a command'}
            query={query}
            sections={[
              { title: 'Commands', items: commands },
              { title: 'Tags', items: tags },
              { title: 'Annotations', items: annotations },
            ]}
            keyOf={keyOf}
            canChoose={(choice) => choice.kind === 'annotation' || choice.enabled}
            onQuery={setQuery}
            onChoose={(choice) => {
              if (choice.kind === 'command') runFromPalette(choice.id, opener);
              else if (choice.kind === 'tag') tagFromPalette(choice.tag.name, opener);
              else goToAnnotation(choice.annotation, opener);
            }}
          >
            {(choice) =>
              choice.kind === 'command' ? (
                <CommandChoice id={choice.id} />
              ) : choice.kind === 'tag' ? (
                <TagChoice tag={choice.tag} />
              ) : (
                <AnnotationChoice annotation={choice.annotation} />
              )
            }
          </Chooser>
          {nothing && (
            <p className={styles.nothing}>
              Nothing fits. Type the beginning of a command’s words or of words in an annotation.
            </p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function keyOf(choice: Choice): string {
  if (choice.kind === 'command') return choice.id;
  return choice.kind === 'tag' ? `tag ${choice.tag.name}` : choice.annotation.id;
}

function TagChoice({ tag: { name, key } }: { tag: OwnTag }) {
  return (
    <>
      <span className={styles.label}>{tagLabel(name)}</span>
      <span className={styles.menu}>{MENU_NAMES.annotate}</span>
      <span className={styles.key}>{key && <kbd>{key}</kbd>}</span>
    </>
  );
}

function CommandChoice({ id }: { id: CommandId }) {
  const { label, menu } = commandOf(id);
  return (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.menu}>{MENU_NAMES[menu]}</span>
      <span className={styles.key}>
        <KeyName id={id} />
      </span>
    </>
  );
}

function AnnotationChoice({ annotation }: { annotation: Annotation }) {
  const { tag, side, speaker, exact } = annotation;
  return (
    <>
      <span className={styles.label} dir="auto">
        {shorten(exact, 120)}
      </span>
      <span className={styles.menu}>
        {tagName(tag)} · {side}
        {speaker && ` · ${speaker}`}
      </span>
    </>
  );
}
