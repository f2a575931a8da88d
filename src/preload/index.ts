import { contextBridge, ipcRenderer } from 'electron';
import { CALLS, type DiptychApi } from '../ipc/contract';

const calls = Object.fromEntries(
  CALLS.map((name) => [name, (...args: unknown[]) => ipcRenderer.invoke(name, ...args)]),
);

const on: DiptychApi['on'] = (event, listener) => {
  const relay = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
  ipcRenderer.on(event, relay);
  return () => {
    ipcRenderer.off(event, relay);
  };
};

contextBridge.exposeInMainWorld('diptych', { ...calls, on });
