import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './chooser.module.css';

/** Choices that belong together, under their title. */
export interface ChooserSection<T> {
  readonly title: string;
  readonly items: readonly T[];
}

/** How far Page Up and Page Down go, in choices. */
const PAGE = 8;

/** A field to type in and what fits it below, walked with the arrows, chosen with Enter (ARIA combobox with a list). */
export function Chooser<T>({
  label,
  placeholder,
  query,
  sections,
  keyOf,
  canChoose = () => true,
  children,
  onQuery,
  onActive,
  onChoose,
  onEscape,
}: {
  label: string;
  placeholder: string;
  query: string;
  sections: readonly ChooserSection<T>[];
  /** Tells a choice from every other one. */
  keyOf: (item: T) => string;
  canChoose?: (item: T) => boolean;
  /** What a choice shows. */
  children: (item: T) => ReactNode;
  onQuery: (query: string) => void;
  /** The choice that Enter would take has changed. */
  onActive?: (item: T) => void;
  onChoose: (item: T) => void;
  /** Where nothing around closes on Escape. */
  onEscape?: () => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const items = sections.flatMap((section) => section.items);
  const active = Math.max(
    0,
    items.findIndex((item) => keyOf(item) === wanted),
  );
  const activeItem = items[active];
  const activeKey = activeItem === undefined ? null : keyOf(activeItem);

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    if (activeItem !== undefined) onActive?.(activeItem);
    // Only when it is another choice, not whenever the list is made anew.
    // eslint-disable-next-line react/exhaustive-deps
  }, [activeKey]);

  const go = (to: number) => {
    const next = items[Math.min(Math.max(to, 0), items.length - 1)];
    if (next !== undefined) setWanted(keyOf(next));
  };
  const choose = (item: T | undefined) => {
    if (item !== undefined && canChoose(item)) onChoose(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') go(active === items.length - 1 ? 0 : active + 1);
    else if (event.key === 'ArrowUp') go(active === 0 ? items.length - 1 : active - 1);
    else if (event.key === 'PageDown') go(active + PAGE);
    else if (event.key === 'PageUp') go(active - PAGE);
    else if (event.key === 'Enter') choose(activeItem);
    else if (event.key === 'Escape' && onEscape) onEscape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <input
        ref={input}
        className={styles.input}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={items.length > 0}
        aria-controls={items.length > 0 ? id : undefined}
        aria-activedescendant={activeItem === undefined ? undefined : `${id}-${active}`}
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setWanted(null);
          onQuery(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {items.length > 0 && (
        <div ref={list} id={id} role="listbox" aria-label={label} className={styles.list}>
          {sections.map(({ title, items: own }, section) => {
            if (own.length === 0) return null;
            const before = sections
              .slice(0, section)
              .reduce((sum, each) => sum + each.items.length, 0);
            return (
              <div key={title} role="group" aria-labelledby={`${id}-${title}`}>
                <div id={`${id}-${title}`} role="presentation" className={styles.title}>
                  {title}
                </div>
                {own.map((item, index) => (
                  // The keyboard stays in the field, which says by aria-activedescendant where it is.
                  // eslint-disable-next-line jsx-a11y/click-events-have-key-events
                  <div
                    key={keyOf(item)}
                    id={`${id}-${before + index}`}
                    role="option"
                    tabIndex={-1}
                    className={styles.option}
                    aria-selected={before + index === active}
                    aria-disabled={!canChoose(item)}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => choose(item)}
                  >
                    {children(item)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      )}
    </>
  );
}
