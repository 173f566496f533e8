import { describe, expect, it } from 'vitest';
import { calls, decodeMentions, encodeMentions, withNames } from './mentions';

const known = [
  { name: 'Ada', token: '<@1>' },
  { name: 'Ada Lovelace', token: '<@2>' },
  { name: 'staff (all)', token: '<@&3>' },
];

describe('mentions by name', () => {
  it.each([
    ['@Ada, hello', '<@1>, hello'],
    ['@Ada Lovelace and @Ada', '<@2> and <@1>'],
    ['@staff (all) read this', '<@&3> read this'],
    ['@Adam and mail@Ada', '@Adam and mail@Ada'],
    ['`@Ada` @Ada ```\n@Ada```', '`@Ada` <@1> ```\n@Ada```'],
    ['@everyone', '@everyone'],
  ])('%s becomes %s', (text, content) => expect(encodeMentions(text, known)).toBe(content));

  it('come back for whoever edits the message', () => {
    expect(decodeMentions('<@2> and <@&3> and <@9>', known)).toBe('@Ada Lovelace and @staff (all) and <@9>');
  });

  const channels = [
    { name: 'off', token: '<#1>', mark: '#' as const },
    { name: 'Off Topic', token: '<#2>', mark: '#' as const },
  ];

  it.each([
    ['#Off Topic, not #off', '<#2>, not <#1>'],
    ['#off-site #offer C#off ##off', '#off-site #offer C#off ##off'],
    ['https://a.example/#off (#off) **#off**', 'https://a.example/#off (<#1>) **<#1>**'],
    ['`#off` @Ada', '`#off` <@1>'],
    ['@off #Ada', '@off #Ada'],
  ])('of channels: %s becomes %s', (text, content) => {
    expect(encodeMentions(text, [...known, ...channels])).toBe(content);
    expect(decodeMentions(content, [...known, ...channels])).toBe(text);
  });

  it('come along, outside code, for whoever takes the text elsewhere', () => {
    const id = '0198c5a0-0000-7000-8000-000000000001';
    const content = `<@${id}>, ask <@&${id}> in <#${id}> or \`<@${id}>\``;
    const names = { user: 'Ada', role: 'staff', channel: 'general' };
    expect(withNames(content, (kind) => names[kind])).toBe(`@Ada, ask @staff in #general or \`<@${id}>\``);
  });

  it('of two who are called alike mean the one that was chosen', () => {
    expect(encodeMentions('@Ada', [{ name: 'Ada', token: '<@7>' }, ...known])).toBe('<@7>');
  });
});

describe('a message', () => {
  it('calls a person by name, by a role, or with everyone', () => {
    const nobody = { users: [], roles: [], everyone: false };
    expect(calls(null, 'me', [])).toBe(false);
    expect(calls(nobody, 'me', ['r'])).toBe(false);
    expect(calls({ ...nobody, users: ['me'] }, 'me', [])).toBe(true);
    expect(calls({ ...nobody, roles: ['r'] }, 'me', ['r'])).toBe(true);
    expect(calls({ ...nobody, everyone: true }, 'me', [])).toBe(true);
  });
});
