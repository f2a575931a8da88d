import { z } from 'zod';
import { issueWords } from './zod-words';

// The renderer's content security policy forbids eval; without this zod would probe for it. Its own words are a programmer's.
z.config({ jitless: true, localeError: issueWords });

export { z };
