import { describe, expect, it } from 'vitest';
import { example, ids, message } from './examples';
import { applyToPins, MAX_PINS } from './pins';

const known = message(ids.message);

describe('the pins of a channel', () => {
  it('have the last pinned first, each once', () => {
    const pins = applyToPins([message('other')], example('message.pinned'), known);
    expect(pins).toMatchObject([{ messageId: ids.message, isPinned: true }, { messageId: 'other' }]);
    if (pins === 'incomplete') throw new Error(pins);
    expect(applyToPins(pins, example('message.pinned'), known)).toBe(pins);
  });

  it('lose what is unpinned or deleted', () => {
    expect(applyToPins([known], example('message.unpinned'), undefined)).toEqual([]);
    expect(applyToPins([known], example('message.deleted'), undefined)).toEqual([]);
  });

  it('change with their messages', () => {
    expect(applyToPins([known], example('message.edited'), undefined)).toMatchObject([{ content: 'Grüße, **Welt**' }]);
  });

  it('are incomplete when nobody knows what was pinned', () => {
    expect(applyToPins([], example('message.pinned'), undefined)).toBe('incomplete');
  });

  it(`are ${MAX_PINS} at most`, () => {
    const full = Array.from({ length: MAX_PINS }, (_, index) => message(`m${index}`));
    expect(applyToPins(full, example('message.pinned'), known)).toBe(full);
  });
});
