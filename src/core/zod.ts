import { z } from 'zod';

// The renderer's content security policy forbids eval; without this zod would probe for it.
z.config({ jitless: true });

export { z };
