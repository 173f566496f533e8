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
 * What is personal, or gives access to something: tokens first, since what follows would tear them apart. Ids of people,
 * channels and messages are personal too.
 */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(Bearer\s+)\S+/gi, '$1[token]'],
  [/(https?:\/\/[^\s?#'"]*)[?#][^\s'")]*/g, '$1'],
  [/(\/invite\/)[\w-]+/g, '$1[code]'],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[address]'],
  [/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '[id]'],
  [/\b[\w-]{32,}\b/g, '[secret]'],
];

/** What may stand in a report of a text. What somebody wrote is not in messages of errors, which say what went wrong. */
export function scrubbed(text: string): string {
  return SECRETS.reduce((rest, [secret, name]) => rest.replace(secret, name), text).slice(0, LONGEST_TEXT);
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
