/** One server-sent event: its name (`message` when none was given) and its data lines, joined by newlines. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * Reads a stream of server-sent events chunk by chunk, wherever the chunks are cut: inside a line, a line end or a character.
 *
 * As the standard says it: lines end with CR, LF or both; a comment and an unknown field are passed over; an event without
 * data is none; what stands after the last empty line is never given out.
 */
export function createSseReader(onEvent: (event: ServerEvent) => void): (chunk: Uint8Array) => void {
  const decoder = new TextDecoder();
  let rest = '';
  let event = '';
  let data: string[] = [];

  function take(line: string): void {
    if (line === '') {
      if (data.length > 0) onEvent({ event: event || 'message', data: data.join('\n') });
      [event, data] = ['', []];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
  }

  return (chunk) => {
    rest += decoder.decode(chunk, { stream: true });
    // A CR at the very end may be the first half of CR LF: it waits for the next chunk.
    const whole = /^[^]*(?:\n|\r(?!$))/.exec(rest)?.[0] ?? '';
    rest = rest.slice(whole.length);
    for (const line of whole.split(/\r\n|\r|\n/).slice(0, -1)) take(line);
  };
}
