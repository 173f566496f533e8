import { describe, expect, it } from 'vitest';
import { cellsOf, Rows } from './rows';

describe('rows', () => {
  it('are cut at the ends of lines, wherever the text was cut before', () => {
    const text = '{"a":"1"}\n{"b":"\\""}\n{"c":3}\n';
    for (const length of [1, 2, 7, text.length]) {
      const rows = new Rows(false);
      const pieces = text.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? [];
      expect(pieces.flatMap((piece) => rows.push(piece))).toEqual(['{"a":"1"}\n', '{"b":"\\""}\n', '{"c":3}\n']);
    }
  });

  it('go on over the ends of lines within quotation marks', () => {
    const one = '"a","two\r\nlines, and ""more"""\r\n';
    for (const length of [1, 3, 100]) {
      const rows = new Rows(true);
      const pieces = (one + '"b",\r\n').match(new RegExp(`[^]{1,${length}}`, 'g')) ?? [];
      expect(pieces.flatMap((piece) => rows.push(piece))).toEqual([one, '"b",\r\n']);
    }
  });

  it('do not come before they are whole', () => {
    const rows = new Rows(false);
    expect(rows.push('{"a":')).toEqual([]);
    expect(rows.push('1}\n{"b"')).toEqual(['{"a":1}\n']);
  });

  it('have cells, quoted or not', () => {
    expect(cellsOf('"end","c/1",,"say ""hi"", twice\r\nor",plain,""\r\n')).toEqual([
      'end',
      'c/1',
      '',
      'say "hi", twice\r\nor',
      'plain',
      '',
    ]);
  });
});
