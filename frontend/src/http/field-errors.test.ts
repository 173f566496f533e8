import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '@/i18n/testing-words';
import de from '@/messages/de';
import { formErrors } from './field-errors';
import { ProblemError, UnreachableError } from './problem';

const english = (error: unknown, fields: string[] = []) => formErrors(error, fields, wordsOf(), 'en-GB');
const german = (error: unknown, fields: string[] = []) => formErrors(error, fields, wordsOf('de'), 'de-AT');
const taken = new ProblemError(409, 'channel-name-taken', 'Another channel is called so.');

describe('what went wrong', () => {
  it('is told in the words of the service to who reads English, and by its type to others', () => {
    expect(english(taken).general).toBe('Another channel is called so.');
    expect(german(taken).general).toBe('Der Name ist schon vergeben.');
    expect(german(taken, ['name'])).toEqual({ byField: { name: 'Der Name ist schon vergeben.' }, general: null });
  });

  it.each([
    [503, 'unavailable', 'No instance of it answers at the moment.', 'WebChat is not available just now.'],
    [503, 'request-timeout', 'It was cut off when its time was over.', 'That took too long.'],
    [
      503,
      'replica-behind',
      'The replica of server 7 is at 12.',
      'Your permissions are still being brought up to date.',
    ],
    [500, 'internal-error', 'Look for it in the log.', 'Something went wrong.'],
  ])('with a service is told to nobody in the words of those who operate it: %d %s', (status, type, detail, words) => {
    expect(english(new ProblemError(status, type, detail)).general).toContain(words);
    expect(english(new ProblemError(status, 'moon-full', detail)).general).toBe(detail);
  });

  it('of a type that is not known yet is told in the words of the service', () => {
    expect(german(new ProblemError(409, 'moon-full', 'The moon is full.')).general).toBe('The moon is full.');
    expect(german(new ProblemError(502, 'about:blank', '')).general).toBe('Der Dienst hat mit 502 geantwortet.');
  });

  it.each([
    ['too-many-servers', 'in so vielen Servern'],
    ['too-many-groups', 'in so vielen Gruppen'],
  ])('says of what there is too much: %s', (type, words) => {
    expect(german(new ProblemError(409, type, 'You can be in 200 at most.')).general).toContain(words);
    expect(english(new ProblemError(409, type, 'You can be in 200 at most.')).general).toContain('200');
  });

  it('without an answer, or without sense, is told as well', () => {
    expect(german(new UnreachableError('x')).general).toContain('nicht erreichbar');
    expect(german(new TypeError('x')).general).toContain('schiefgegangen');
    expect(german(null)).toEqual({ byField: {}, general: null });
  });

  it.each([
    ['must be given', 'Must be given.', 'Hier fehlt etwas.'],
    ['must have 1 to 4000 characters (has 4001)', 'Must have 1 to 4,000 characters.', 'Nimm 1 bis 4.000 Zeichen.'],
    ['is taken by another account', 'Is taken by another account.', 'Das ist schon vergeben.'],
    ['must be as the service says', 'Must be as the service says.', 'Must be as the service says.'],
  ])('stands at the field that it is about: %s', (message, inEnglish, inGerman) => {
    const error = new ProblemError(400, 'invalid-request', 'x', [{ field: 'name', message }]);
    expect(english(error, ['name']).byField).toEqual({ name: inEnglish });
    expect(german(error, ['name']).byField).toEqual({ name: inGerman });
  });

  it('has words for every problem that is documented', () => {
    const docs = readFileSync(join(process.cwd(), '../platform/docs/problems.md'), 'utf8');
    const types = [...docs.matchAll(/^\| `([a-z-]+)` \| \d{3} /gm)].map(([, type]) => type ?? '');
    expect(types.length).toBeGreaterThan(40);
    expect(Object.keys(de.problems)).toEqual(expect.arrayContaining(types));
  });
});
