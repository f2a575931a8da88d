declare module '@mozilla/readability/JSDOMParser.js' {
  /** A small DOM of well-formed markup, without scripts, styles or loading. */
  interface LightNode {
    readonly childNodes: readonly LightNode[];
    getAttribute?(name: string): string | null | undefined;
  }
  class JSDOMParser {
    parse(markup: string, url?: string): LightNode;
  }
  export default JSDOMParser;
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
