/** Gives up on a line that has gone silent: nothing came for `silenceMs`, whatever the whole exchange takes. */
export interface SilenceWatch {
  /** Aborts when the line is silent for too long. */
  readonly signal: AbortSignal;
  heard(): void;
  stop(): void;
}

export function watchSilence(silenceMs: number): SilenceWatch {
  const controller = new AbortController();
  const giveUp = (): void => controller.abort(new Error(`The server was silent for ${Math.round(silenceMs / 1_000)} s`));
  let timer = setTimeout(giveUp, silenceMs);
  return {
    signal: controller.signal,
    heard() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silenceMs);
    },
    stop: () => clearTimeout(timer),
  };
}

/** The same bytes; every chunk counts as a sign of life. */
export async function* heardBy(watch: SilenceWatch, body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of body) {
    watch.heard();
    yield chunk;
  }
}
