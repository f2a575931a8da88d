import type { DiptychApi } from '../ipc/contract';

declare global {
  interface Window {
    /** The contract, exposed by the preload script. */
    readonly diptych: DiptychApi;
  }
}
