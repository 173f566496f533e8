import { describe, expect, it } from 'vitest';
import { fileNameOf, FORMATS } from './formats';

const { jsonl, csv } = FORMATS;

describe('the format of an export', () => {
  it('tells messages from the end', () => {
    expect(jsonl.read('{"kind":"message","cursor":"c/1","content":"hi"}\n', '')).toMatchObject({
      kind: 'message',
      cursor: 'c/1',
    });
    expect(jsonl.read('{"kind":"end","complete":false,"messages":0,"problem":"missing-permission"}\n', '')).toEqual({
      kind: 'end',
      cursor: null,
      complete: false,
      problem: 'missing-permission',
    });
    const header = '"kind","cursor","content","complete","problem"\r\n';
    expect(csv.read('"end","c/9",,"true",\r\n', header)).toEqual({
      kind: 'end',
      cursor: 'c/9',
      complete: true,
      problem: null,
    });
    expect(csv.read('"message","c/9","hi, ""you""",,\r\n', header)).toMatchObject({ kind: 'message', cursor: 'c/9' });
  });

  it('counts all messages at the end of what several requests have written', () => {
    expect(jsonl.end('{"kind":"end","complete":true,"messages":3}\n', 12)).toBe(
      '{"kind":"end","complete":true,"messages":12}\n',
    );
  });
});

describe('the name of the file', () => {
  const now = new Date(2026, 0, 31);

  it('says what it is of and when it was made', () => {
    expect(fileNameOf('general', csv, now)).toBe('general 2026-01-31.csv');
    expect(fileNameOf('Ada, Grace', jsonl, now)).toBe('Ada, Grace 2026-01-31.jsonl');
  });

  it('has nothing that a file system refuses', () => {
    expect(fileNameOf('../a/b:c', csv, now)).toBe('-a-b-c 2026-01-31.csv');
    expect(fileNameOf('', jsonl, now)).toBe('2026-01-31.jsonl');
  });
});
