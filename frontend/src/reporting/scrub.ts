/** What is asked of a report; everything else of it goes. */
export interface Report {
  exception?: { values?: Failure[] };
}

interface Failure {
  type?: string;
  value?: string;
  stacktrace?: { frames?: Frame[] };
}

interface Frame {
  filename?: string;
  abs_path?: string;
  function?: string;
}

const LONGEST_TEXT = 500;

/**
 * Words of engines and of Sentry that quote what was to be read or what was thrown, which may be what somebody wrote: V8 and
 * JavaScriptCore on what is no JSON, and whatever is thrown that is no error.
 */
const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/(Unexpected (?:token '[\s\S]{1,2}'|(?:token|end|non-whitespace)[^,]*)),[\s\S]* is not valid JSON/g, '$1 in JSON'],
  [/"[\s\S]*" is not valid JSON/g, '[text] is not valid JSON'],
  [/(JSON Parse error: [^"]*)"[\s\S]*/g, '$1[text]'],
  [/(\bcaptured (?:as [\w ]+ )?with (?:value:|message|keys:) )[\s\S]*/g, '$1[text]'],
];

/**
 * What is personal, or gives access to something: tokens first, since what follows would tear them apart. Ids of people,
 * channels and messages are personal too.
 */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  ...QUOTES,
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(Bearer\s+)\S+/gi, '$1[token]'],
  [/(https?:\/\/[^\s?#'"]*)[?#][^\s'")]*/g, '$1'],
  [/(\/invite\/)[\w-]+/g, '$1[code]'],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[address]'],
  [/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '[id]'],
  [/\b[\w-]{32,}\b/g, '[secret]'],
];

/** What may stand in a report of a text: messages of errors say what went wrong, and quote nothing that somebody wrote. */
export function scrubbed(text: string): string {
  // A text of any length takes its time.
  const start = text.slice(0, 4 * LONGEST_TEXT);
  return SECRETS.reduce((rest, [secret, name]) => rest.replace(secret, name), start).slice(0, LONGEST_TEXT);
}

/**
 * Leaves of a report which error it was and where in the code. Who was affected, on which page, and what they did before
 * is told to nobody.
 */
export function scrub<E extends Report>(event: E): E {
  const kept = ['event_id', 'timestamp', 'platform', 'level', 'environment', 'sdk', 'type', 'debug_meta', 'exception'];
  const left = Object.fromEntries(Object.entries(event).filter(([name]) => kept.includes(name))) as E;
  if (left.exception?.values) left.exception = { values: left.exception.values.map(failureOf) };
  return left;
}

function failureOf(failure: Failure): Failure {
  const { value, stacktrace } = failure;
  return {
    ...failure,
    ...(value !== undefined && { value: scrubbed(value) }),
    ...(stacktrace && { stacktrace: { ...stacktrace, frames: (stacktrace.frames ?? []).map(frameOf) } }),
  };
}

function frameOf(frame: Frame): Frame {
  return {
    ...frame,
    ...(frame.filename !== undefined && { filename: scrubbed(frame.filename) }),
    ...(frame.abs_path !== undefined && { abs_path: scrubbed(frame.abs_path) }),
  };
}
