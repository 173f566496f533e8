import { describe, expect, it } from 'vitest';
import { destinations, type Candidate } from './candidates';

const candidate = (name: string, rest: Partial<Candidate> = {}): Candidate => ({
  key: name,
  kind: 'channel',
  name,
  detail: 'Rocket club',
  unread: false,
  mentions: 0,
  visited: null,
  isHere: false,
  ...rest,
});
const names = (candidates: readonly Candidate[], typed: string) =>
  destinations(candidates, typed).map((found) => found.candidate.name);

describe('destinations', () => {
  it('offer what calls, then what is unread, then where one was last, and not where one is', () => {
    const all = [
      candidate('quiet'),
      candidate('here', { visited: 9, isHere: true }),
      candidate('before', { visited: 1 }),
      candidate('lately', { visited: 2 }),
      candidate('unread', { unread: true }),
      candidate('calling', { unread: true, mentions: 1 }),
      candidate('Rocket club', { kind: 'server', unread: true }),
    ];
    expect(names(all, ' ')).toEqual(['calling', 'unread', 'lately', 'before']);
  });

  it('are found by parts of their names, the likeliest first', () => {
    const all = [candidate('mission-control'), candidate('general'), candidate('mc'), candidate('telemetry')];
    expect(names(all, 'mc')).toEqual(['mc', 'mission-control']);
    expect(names(all, 'tele')).toEqual(['telemetry']);
    expect(names(all, 'nothing like it')).toEqual([]);
  });

  it('say which letters were meant', () => {
    const [found] = destinations([candidate('mission-control')], 'mico');
    expect([...(found?.matched ?? [])]).toEqual([0, 1, 8, 9]);
  });

  it('are found by what tells them apart, after those of that name', () => {
    const all = [candidate('general', { detail: 'Book circle' }), candidate('book-swap'), candidate('random')];
    expect(names(all, 'book')).toEqual(['book-swap', 'general']);
  });

  it('of one name are offered with the one that waits first', () => {
    const all = [
      candidate('general', { key: 'a' }),
      candidate('general', { key: 'b', unread: true }),
      candidate('general', { key: 'c', isHere: true }),
    ];
    expect(destinations(all, 'general').map((found) => found.candidate.key)).toEqual(['b', 'a', 'c']);
  });

  it('are channels after a number sign, and people after an at sign, visited or not', () => {
    const all = [candidate('ada'), candidate('Ada', { kind: 'person' }), candidate('Ada & Bo', { kind: 'group' })];
    expect(names(all, '#')).toEqual(['ada']);
    expect(names(all, '@ada')).toEqual(['Ada', 'Ada & Bo']);
  });
});
