import type { DiptychApi } from '../ipc/contract';

declare global {
  interface Window {
    /** The contract, exposed by the preload script. */
    readonly diptych: DiptychApi;
  }
}

declare module 'react' {
  interface CSSProperties {
    /** Values that the style sheets reckon with. */
    readonly [name: `--${string}`]: string | number | undefined;
  }
}
