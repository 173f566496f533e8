import { expect, it } from 'vitest';
import { render } from '@/i18n/testing';
import { message } from '../model/examples';
import { Excerpt } from './excerpt';

const file = { id: 'f', name: 'minutes.pdf', contentType: 'application/pdf', size: 1, hasThumbnail: false };

it.each([
  ['what it says', message('m', { content: 'Hello, **all**' }), 'Hello, all'],
  [
    'a word for what it hides',
    message('m', { content: 'It was ||the [butler](https://a.example)||' }),
    'It was [spoiler]',
  ],
  ['its file', message('m', { content: '', attachments: [file] }), 'minutes.pdf'],
  ['how many files it has', message('m', { content: '', attachments: [file, file] }), '2 files'],
  ['that it is not known yet what it says', message('m', { content: '' }), '…'],
])('of a message is %s', (_, shown, expected) => {
  const { container } = render(<Excerpt message={shown} />);
  expect(container.textContent).toBe(expected);
});
