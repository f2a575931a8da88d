import { useEffect } from 'react';
import { announceChanges, useAnnouncement } from './client/announce';

/** What a screen reader is told of what the user does; on the screen it shows anyway. */
export function Announcements() {
  const { text, turn } = useAnnouncement();
  useEffect(announceChanges, []);
  return (
    // The second attribute keeps it speaking while a dialog is open.
    <div className="unseen" aria-live="polite" data-live-announcer="true" data-announcements>
      <span key={turn}>{text}</span>
    </div>
  );
}
