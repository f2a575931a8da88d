import { ChevronDown, Settings2 } from 'lucide-react';
import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { allTags, type KnownTag } from '../../core/model/tags';
import { commandOf } from '../../ipc/commands';
import { KeyName } from '../client/key-name';
import { currentAnnotation, update, useSession } from '../client/session';
import { canTag } from '../client/spans';
import { hideTagMenu, showTagMenu, tagWith } from '../client/tags';
import { tagName } from '../client/words';
import menus from '../styles/menus.module.css';
import styles from './toolbar.module.css';

/** All tags as a menu, at the selection when there is one; its button stands in the toolbar once there are own tags. */
export function TagMenu() {
  const open = useSession((state) => state.dialog === 'tag-menu');
  const hasOwn = useSession((state) => state.settings.tags.length > 0);
  const anchor = useRef<Element | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  if (!open && !hasOwn) return null;
  anchor.current = document.querySelector('[data-selection-toolbar]') ?? button.current;
  return (
    <MenuTrigger isOpen={open} onOpenChange={(next) => (next ? showTagMenu() : hideTagMenu())}>
      <Button ref={button} className={styles.quiet ?? ''} aria-label="More tags">
        <ChevronDown size={15} aria-hidden />
      </Button>
      <Popover className={menus.popover ?? ''} triggerRef={anchor} placement="bottom start">
        <TagItems />
      </Popover>
    </MenuTrigger>
  );
}

/** Stands among the tags for the dialog in which they are changed; no tag has an empty name. */
const CHANGE_TAGS = '';

function TagItems() {
  const settings = useSession((state) => state.settings);
  const comparison = useSession((state) => state.comparison);
  const possible = useSession(canTag);
  const current = useSession(currentAnnotation)?.tag;
  const tags = allTags(settings, comparison);
  return (
    <Menu
      className={menus.menu ?? ''}
      selectionMode="single"
      selectedKeys={current === undefined ? [] : [current]}
      disabledKeys={possible ? [] : tags.map(({ name }) => name)}
      onAction={(name) =>
        name === CHANGE_TAGS ? update({ dialog: 'tags' }) : tagWith(String(name))
      }
    >
      {tags.map((tag) => (
        <MenuItem
          key={tag.name}
          id={tag.name}
          className={menus.item ?? ''}
          textValue={tag.name}
          data-colour={tag.paint}
        >
          <i className={menus.swatch} aria-hidden /> {tagName(tag.name)}
          <Key tag={tag} />
        </MenuItem>
      ))}
      <Separator className={menus.separator ?? ''} />
      <MenuItem id={CHANGE_TAGS} className={menus.item ?? ''} textValue="Tags and Relations">
        <Settings2 size={13} aria-hidden /> {commandOf('tags').label}
      </MenuItem>
    </Menu>
  );
}

function Key({ tag: { name, key } }: { tag: KnownTag }) {
  if (name === 'claim' || name === 'quote')
    return <KeyName id={name === 'claim' ? 'tagClaim' : 'tagQuote'} hidden />;
  return key ? <kbd aria-hidden>{key}</kbd> : null;
}
