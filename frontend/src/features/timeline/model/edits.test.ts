import { describe, expect, it } from 'vitest';
import { entriesOf } from './edits';

const version = (revision: number) => ({ revision, content: `as of ${revision}`, at: '2026-05-03T14:05:00Z' });

describe('what a message has said', () => {
  it('is told from the present back to the beginning', () => {
    expect(entriesOf([version(0), version(1), version(2)])).toEqual([
      { kind: 'version', version: version(2), place: 'present' },
      { kind: 'version', version: version(1), place: 'between' },
      { kind: 'version', version: version(0), place: 'first' },
    ]);
  });

  it('says where versions are no longer kept', () => {
    expect(entriesOf([version(0), version(4), version(5)])).toEqual([
      { kind: 'version', version: version(5), place: 'present' },
      { kind: 'version', version: version(4), place: 'between' },
      { kind: 'gap', after: 1, count: 3 },
      { kind: 'version', version: version(0), place: 'first' },
    ]);
    expect(entriesOf([version(2), version(3)])).toEqual([
      { kind: 'version', version: version(3), place: 'present' },
      { kind: 'version', version: version(2), place: 'between' },
      { kind: 'gap', after: 0, count: 2 },
    ]);
  });
});
